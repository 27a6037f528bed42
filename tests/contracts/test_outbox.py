"""Texts wait until they are sent, each with one worker at a time, and none is lost with the worker that had it."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest

from kebabalab.db.connection import Database
from kebabalab.db.outbox import Outbox, Waiting
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
    assert (again.body, again.attempts) == ("text 0", 1)


def test_a_text_that_was_sent_is_never_claimed_again(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.sent(text, NOW)
    assert outbox.claim(after(days=365), 1, LEASE) == ()


def test_a_text_that_failed_is_claimed_again_when_it_is_due(outbox: Outbox) -> None:
    queue(outbox, 1)
    (text,) = outbox.claim(NOW, 1, LEASE)
    outbox.failed(text, "busy", after(minutes=10))
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
    outbox.failed(slow, "busy", NOW + LEASE)
    outbox.dead(slow, "no such number", NOW + LEASE)
    assert outbox.claim(NOW + LEASE, 1, LEASE) == ()
    assert len(outbox.claim(NOW + 2 * LEASE, 1, LEASE)) == 1


def test_a_slow_worker_that_did_send_it_ends_it_for_all(outbox: Outbox) -> None:
    queue(outbox, 1)
    (slow,) = outbox.claim(NOW, 1, LEASE)
    (quick,) = outbox.claim(NOW + LEASE, 1, LEASE)
    outbox.sent(slow, NOW + LEASE)
    outbox.failed(quick, "busy", NOW + LEASE)
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
