"""Texts wait until they are sent, each with one worker at a time, and none is lost with the worker that had it."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest

from kebabalab.db.connection import Database
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.outbox import Later, Outbox, Waiting
from kebabalab.db.texts_book import Report, TextsBook
from kebabalab.models.call import QueueText
from tests.contracts.placing import CALLER, NOW, after
from tests.contracts.stores import SqlStore

LEASE = dt.timedelta(minutes=3)


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database)


def queue(outbox: Outbox, count: int, now: dt.datetime = NOW) -> None:
    """Texts numbered from 0."""
    with SqlStore(outbox.database).calls.open("call:a", CALLER, now) as opened:
        texts = [QueueText("receipt", CALLER, f"text {n}", "20261123-001") for n in range(count)]
        opened.save(opened.state, (), texts)


def bodies(texts: tuple[Waiting, ...]) -> list[str]:
    return [text.body for text in texts]


def test_what_waits_is_claimed_oldest_first_and_no_more_than_asked_for(outbox: Outbox) -> None:
    queue(outbox, 3)
    queue(outbox, 1, after(seconds=-1))
    assert bodies(outbox.claim(NOW, 3, LEASE)) == ["text 0", "text 0", "text 1"]
    assert bodies(outbox.claim(NOW, 3, LEASE)) == ["text 2"]


def test_a_text_comes_as_it_was_queued(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    assert (text.kind, text.recipient, text.body, text.order_id, text.attempts) == (
        "receipt", CALLER, "text 0", "20261123-001", 0,
    )  # fmt: skip


def test_a_text_is_nobody_elses_until_the_lease_ends(outbox: Outbox) -> None:
    queue(outbox, 1)
    outbox.claim(NOW, 1, LEASE)
    assert outbox.claim(after(minutes=2.9), 1, LEASE) == ()
    (again,) = outbox.claim(NOW + LEASE, 1, LEASE)
    assert (again.body, again.attempts) == ("text 0", 0)


def test_a_text_that_was_sent_is_never_claimed_again(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.sent(text, "SM1", NOW)
    assert outbox.claim(after(days=365), 1, LEASE) == ()


def test_a_text_that_failed_is_claimed_again_when_it_is_due(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.later(text, Later("busy", after(minutes=10)))
    assert outbox.claim(after(minutes=9.9), 1, LEASE) == ()
    assert bodies(outbox.claim(after(minutes=10), 1, LEASE)) == ["text 0"]


def test_a_text_that_was_given_up_is_never_claimed_again(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.dead(text, "no such number", NOW)
    assert outbox.claim(after(days=365), 1, LEASE) == ()


def test_a_worker_that_was_away_too_long_can_not_take_back_what_another_has(outbox: Outbox) -> None:
    queue(outbox, 1)
    (slow,) = outbox.claim(NOW, 1, LEASE)
    outbox.claim(NOW + LEASE, 1, LEASE)
    outbox.later(slow, Later("busy", NOW + LEASE))
    outbox.dead(slow, "no such number", NOW + LEASE)
    assert outbox.claim(NOW + LEASE, 1, LEASE) == ()
    assert len(outbox.claim(NOW + 2 * LEASE, 1, LEASE)) == 1


def test_a_slow_worker_that_did_send_it_ends_it_for_all(outbox: Outbox) -> None:
    queue(outbox, 1)
    (slow,) = outbox.claim(NOW, 1, LEASE)
    (quick,) = outbox.claim(NOW + LEASE, 1, LEASE)
    outbox.sent(slow, "SM1", NOW + LEASE)
    outbox.later(quick, Later("busy", NOW + LEASE))
    assert outbox.claim(NOW + 2 * LEASE, 1, LEASE) == ()


def test_workers_that_claim_at_once_get_each_text_once(outbox: Outbox) -> None:
    queue(outbox, 60)

    def work(_n: int) -> list[str]:
        mine: list[str] = []
        while texts := outbox.claim(NOW, 4, LEASE):
            mine += bodies(texts)
        return mine

    with ThreadPoolExecutor(6) as threads:
        claimed = [body for mine in threads.map(work, range(6)) for body in mine]
    assert sorted(claimed) == sorted(f"text {n}" for n in range(60))


def test_nothing_is_claimed_before_the_call_is_saved(database: Database) -> None:
    outbox, store = Outbox(database), SqlStore(database)
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(opened.state, (), (QueueText("receipt", CALLER, "text 0"),))
        with database.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one() == 0
    assert bodies(outbox.claim(NOW, 1, LEASE)) == ["text 0"]


def test_a_text_whose_worker_died_is_in_doubt_from_when_that_one_claimed_it(outbox: Outbox) -> None:
    queue(outbox, 1)
    (first,) = outbox.claim(NOW, 1, LEASE)
    (second,) = outbox.claim(NOW + LEASE, 1, LEASE)
    (third,) = outbox.claim(NOW + 2 * LEASE, 1, LEASE)
    assert (first.doubt_since, second.doubt_since, third.doubt_since) == (None, NOW, NOW)


def test_a_text_that_was_claimed_and_not_tried_is_in_no_doubt(outbox: Outbox) -> None:
    queue(outbox, 2)
    texts = outbox.claim(NOW, 2, LEASE)
    outbox.back(texts, NOW)
    assert [(text.doubt_since, text.attempts) for text in outbox.claim(NOW, 2, LEASE)] == [(None, 0), (None, 0)]


def test_a_failure_counts_as_a_try_and_leaves_the_doubt_that_it_says(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.later(text, Later("busy", NOW))
    (text,) = outbox.claim(NOW, 1, LEASE)
    assert (text.attempts, text.doubt_since) == (1, None)
    outbox.later(text, Later("lost", NOW, doubt_since=NOW))
    (text,) = outbox.claim(NOW, 1, LEASE)
    assert (text.attempts, text.doubt_since) == (2, NOW)


def test_references_are_known_of_texts_that_were_sent(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.sent(text, "SM1", NOW)
    assert (outbox.taken(["SM1", "SM2"]), outbox.taken([])) == ({"SM1"}, frozenset())


def given_up(outbox: Outbox, count: int = 1) -> tuple[Waiting, ...]:
    queue(outbox, count)
    texts = outbox.claim(NOW, count, LEASE)
    for text in texts:
        outbox.dead(text, "no such number", NOW)
    return texts


def test_staff_see_the_latest_texts_and_those_that_were_given_up(outbox: Outbox) -> None:
    (dead,) = given_up(outbox)
    queue(outbox, 1)
    book = TextsBook(outbox.database)
    assert [text.state for text in book.latest(10)] == ["pending", "dead"]
    (shown,) = book.latest(10, dead=True)
    assert (shown.id, shown.problem, shown.attempts, shown.queued_at) == (dead.id, "no such number", 1, NOW)
    assert len(book.latest(1)) == 1


def test_what_was_given_up_is_sent_again_when_staff_say_so_with_its_whole_time_anew(outbox: Outbox) -> None:
    first, second, third = given_up(outbox, 3)
    book, later = TextsBook(outbox.database), after(hours=20)
    assert book.resend([first.id, 99], later) == {first.id}
    (text,) = outbox.claim(later, 10, LEASE)
    assert (text.id, text.attempts, text.expires_at) == (first.id, 0, after(hours=44))
    assert book.resend(None, later) == {second.id, third.id}
    assert book.resend(None, later) == frozenset()


def test_all_that_were_given_up_are_those_of_the_last_day_and_older_ones_must_be_named(outbox: Outbox) -> None:
    (text,) = given_up(outbox)
    book = TextsBook(outbox.database)
    assert book.resend(None, after(hours=25)) == frozenset()
    assert book.resend([text.id], after(hours=25)) == {text.id}


def test_a_text_that_nobody_wants_is_neither_sent_nor_shown_as_given_up(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.skipped(text, "nobody to send it to", NOW)
    assert outbox.claim(after(days=1), 1, LEASE) == ()
    assert TextsBook(outbox.database).latest(10, dead=True) == ()


def test_who_wants_no_texts_is_left_alone_when_all_are_sent_again(outbox: Outbox) -> None:
    given_up(outbox)
    book = TextsBook(outbox.database)
    assert book.recipients_of_dead(None, NOW) == {CALLER}
    assert book.resend(None, NOW, {CALLER}) == frozenset()


def test_a_text_given_up_in_doubt_is_still_in_doubt_when_it_is_sent_again(outbox: Outbox) -> None:
    queue(outbox, 1)
    outbox.claim(NOW, 1, LEASE)
    (text,) = outbox.claim(NOW + LEASE, 1, LEASE)
    outbox.dead(text, "too late", NOW + LEASE)
    TextsBook(outbox.database).resend([text.id], NOW + LEASE)
    assert outbox.claim(NOW + LEASE, 1, LEASE)[0].doubt_since == NOW


def told(outbox: Outbox, *deliveries: str, code: str = "") -> list[tuple[str, str, str]]:
    """The state of the one text after these reports of it."""
    book = TextsBook(outbox.database)
    for delivery in deliveries:
        book.report(Report(book.latest(1)[0].id, "SM1", delivery, code), NOW)
    return [(text.state, text.delivery, text.problem) for text in book.latest(10)]


def test_what_became_of_a_text_is_kept_and_an_older_report_takes_nothing_back(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.sent(text, "SM1", NOW)
    assert told(outbox, "sent") == [("sent", "sent", "")]
    assert told(outbox, "delivered", "queued", "sent", "nonsense") == [("sent", "delivered", "")]


def test_a_text_that_was_not_delivered_is_given_up_with_the_reason(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.sent(text, "SM1", NOW)
    assert told(outbox, "undelivered", code="30003") == [("dead", "undelivered", "undelivered, code 30003")]


def test_a_report_of_a_text_in_doubt_says_that_it_went_out(outbox: Outbox) -> None:
    queue(outbox, 1)
    outbox.claim(NOW, 1, LEASE)
    assert told(outbox, "sent") == [("sent", "sent", "")]
    assert outbox.claim(after(days=1), 1, LEASE) == ()
    assert outbox.taken(["SM1"]) == {"SM1"}


def test_a_report_of_an_earlier_sending_or_of_no_text_is_none(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.sent(text, "SM2", NOW)
    book = TextsBook(outbox.database)
    assert not book.report(Report(text.id, "SM1", "delivered"), NOW)
    assert not book.report(Report(text.id + 1, "SM1", "delivered"), NOW)
    assert book.latest(1)[0].delivery == ""


def test_who_wants_no_texts_is_remembered_until_they_want_them_again(database: Database) -> None:
    opt_outs = OptOuts(database)
    opt_outs.add(CALLER, NOW)
    opt_outs.add(CALLER, after(hours=1))
    assert (opt_outs.among([CALLER, "+61491570157"]), opt_outs.among([])) == ({CALLER}, frozenset())
    assert (opt_outs.drop(CALLER), opt_outs.drop(CALLER)) == (True, False)
    assert opt_outs.among([CALLER]) == frozenset()
