"""Texts that wait are sent once each, tried again when that can help, and given up when it can't."""

from __future__ import annotations

import datetime as dt
import itertools
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import structlog
from sqlalchemy import select

from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.outbox import Outbox
from kebabalab.db.tables import outbox
from kebabalab.db.texts_book import TextsBook
from kebabalab.gateways.sms import ConsoleSender, Fate, Outgoing, TextNotSent
from kebabalab.models.call import QueueText
from kebabalab.models.errors import StoreUnavailable
from kebabalab.worker import MOST_ATTEMPTS, Pace, Texts, keep_doing

NOW = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)
TO, OTHER, KITCHEN = "+61491570156", "+61491570157", "+61255501234"


@dataclass
class Clock:
    """A clock that a test moves."""

    at: dt.datetime = NOW

    def now(self) -> dt.datetime:
        return self.at


@dataclass
class Carrier:
    """Takes texts, or fails each with the next of `failures`; of those that may have been taken, `lost` says which are.

    `answers` are the failures of being asked what was taken.
    """

    failures: list[TextNotSent | None] = field(default_factory=list)
    answers: list[TextNotSent] = field(default_factory=list)
    taken: list[tuple[str, str]] = field(default_factory=list)
    lost: bool = False
    asked: int = 0

    def send(self, text: Outgoing) -> str:
        failure = self.failures.pop(0) if self.failures else None
        if failure is None or (failure.fate is Fate.UNKNOWN and self.lost):
            self.taken.append((text.to, text.body))
        if failure is not None:
            raise failure
        return f"SM{len(self.taken)}"

    def find(self, text: Outgoing, _since: dt.datetime) -> tuple[str, ...]:
        self.asked += 1
        if self.answers:
            raise self.answers.pop(0)
        return tuple(f"SM{n}" for n, one in enumerate(self.taken, start=1) if one == (text.to, text.body))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    held = Database(f"sqlite:///{tmp_path / 'texts.db'}")
    upgrade(held)
    yield held
    held.close()


def queue(database: Database, *texts: QueueText) -> None:
    with SqlCalls(database, dt.timedelta(minutes=30), 10).open("call:a1", TO, NOW) as opened:
        opened.save(opened.state, (), texts)


def a_text(body: str = "Order 047 is placed.", kind: str = "receipt", to: str = TO) -> QueueText:
    return QueueText(kind, to, body)


def failing(fate: Fate, after: dt.timedelta | None = None) -> TextNotSent:
    return TextNotSent(f"Twilio: {fate.name}", fate, after)


def working(database: Database, carrier: Carrier, clock: Clock, kitchen: str = "") -> Texts:
    return Texts(Outbox(database), carrier, clock, kitchen)


def all_day(texts: Texts, clock: Clock, hours: float = 24) -> None:
    """Work on, a second of the clock at a time, then a minute."""
    end = clock.at + dt.timedelta(hours=hours)
    while clock.at < end:
        texts.send_waiting()
        clock.at += dt.timedelta(seconds=1 if clock.at < NOW + dt.timedelta(minutes=5) else 60)


def seen(database: Database) -> list[tuple[str, str]]:
    """The state and the problem of each text, oldest first."""
    return [(text.state, text.problem) for text in reversed(TextsBook(database).latest(100))]


def test_what_waits_is_sent_once_in_its_order(database: Database) -> None:
    queue(database, a_text("first"), a_text("second"))
    carrier = Carrier()
    texts = working(database, carrier, Clock())
    assert (texts.send_waiting(), texts.send_waiting()) == (2, 0)
    assert carrier.taken == [(TO, "first"), (TO, "second")]


def test_a_text_that_did_not_go_out_is_tried_again_later_and_later(database: Database) -> None:
    queue(database, a_text())
    clock, carrier = Clock(), Carrier([failing(Fate.LATER)] * 5)
    texts, tries = working(database, carrier, clock), []
    while not carrier.taken and clock.at < NOW + dt.timedelta(hours=1):
        if texts.send_waiting():
            tries.append(clock.at)
        clock.at += dt.timedelta(milliseconds=500)
    waited = [after - before for before, after in itertools.pairwise(tries)]
    assert len(waited) == 5
    assert all(later > sooner for sooner, later in itertools.pairwise(waited))


def test_texts_that_failed_together_are_not_tried_again_together(database: Database) -> None:
    queue(database, *(a_text(str(n)) for n in range(8)))
    clock, carrier = Clock(), Carrier([failing(Fate.LATER)] * 8)
    texts = working(database, carrier, clock)
    texts.send_waiting()
    clock.at += dt.timedelta(seconds=4.9)
    assert texts.send_waiting() == 0
    clock.at += dt.timedelta(seconds=1.2)
    assert 0 < texts.send_waiting() < 8


def test_a_text_that_can_never_go_out_is_given_up_at_once(database: Database) -> None:
    queue(database, a_text())
    clock, carrier = Clock(), Carrier([failing(Fate.NEVER)])
    all_day(working(database, carrier, clock), clock)
    assert carrier.taken == []
    assert seen(database) == [("dead", "Twilio: NEVER")]


def test_a_text_that_fails_too_often_is_given_up(database: Database) -> None:
    queue(database, a_text())
    clock, carrier = Clock(), Carrier([failing(Fate.LATER)] * 100)
    all_day(working(database, carrier, clock), clock)
    assert len(carrier.failures) == 100 - MOST_ATTEMPTS
    assert seen(database) == [("dead", "given up after 30 tries: Twilio: LATER")]


@pytest.mark.parametrize(
    ("kind", "minutes"), (("confirmation", 30), ("ready", 30), ("menu_link", 15), ("ticket", 120), ("receipt", 1440))
)
def test_each_kind_of_text_is_sent_while_it_is_of_use_and_never_after(
    database: Database, kind: str, minutes: int
) -> None:
    queue(database, a_text(kind=kind), a_text("second", kind=kind))
    clock, carrier = Clock(NOW + dt.timedelta(minutes=minutes, seconds=-1)), Carrier()
    carrier.failures = [None, failing(Fate.LATER)]
    texts = working(database, carrier, clock)
    texts.send_waiting()
    clock.at += dt.timedelta(minutes=1)
    texts.send_waiting()
    assert carrier.taken == [(TO, "Order 047 is placed.")]
    assert seen(database) == [("sent", ""), ("dead", "too late")]


def test_a_number_that_wants_no_texts_gets_none_until_it_wants_them_again(database: Database) -> None:
    queue(database, a_text("first"))
    clock, carrier = Clock(), Carrier([failing(Fate.OPTED_OUT)])
    texts = working(database, carrier, clock)
    texts.send_waiting()
    queue(database, a_text("second"), a_text("for another", to=OTHER))
    texts.send_waiting()
    assert OptOuts(database).drop(TO)
    queue(database, a_text("third"))
    texts.send_waiting()
    assert carrier.taken == [(OTHER, "for another"), (TO, "third")]
    assert seen(database)[:2] == [("dead", "opted out"), ("dead", "opted out")]


def test_when_twilio_is_busy_all_wait_as_long_as_it_says_and_no_try_is_used_up(database: Database) -> None:
    queue(database, a_text("first"), a_text("second"))
    clock = Clock()
    carrier = Carrier([failing(Fate.ALL_WAIT, dt.timedelta(seconds=7))])
    texts = working(database, carrier, clock)
    texts.send_waiting()
    clock.at += dt.timedelta(seconds=6.9)
    assert (texts.send_waiting(), carrier.taken) == (0, [])
    clock.at += dt.timedelta(seconds=0.1)
    texts.send_waiting()
    assert carrier.taken == [(TO, "first"), (TO, "second")]
    assert [text.attempts for text in TextsBook(database).latest(10)] == [1, 1]


def test_while_twilio_refuses_the_account_everything_waits_and_the_log_says_what_to_do(database: Database) -> None:
    queue(database, a_text("first"), a_text("second"))
    clock, carrier = Clock(), Carrier([failing(Fate.ALL_REFUSED)] * 40)
    with structlog.testing.capture_logs() as logged:
        all_day(working(database, carrier, clock), clock, hours=2)
    assert carrier.taken == [(TO, "first"), (TO, "second")]
    assert any("TWILIO_AUTH_TOKEN" in line.get("do", "") for line in logged)


@pytest.mark.parametrize("lost", (True, False), ids=("it had", "it had not"))
def test_a_text_that_may_have_gone_out_is_looked_up_before_it_is_sent_again(database: Database, lost: bool) -> None:
    queue(database, a_text())
    clock, carrier = Clock(), Carrier([failing(Fate.UNKNOWN)], lost=lost)
    all_day(working(database, carrier, clock), clock, hours=1)
    assert carrier.taken == [(TO, "Order 047 is placed.")]
    assert carrier.asked == 1
    assert seen(database) == [("sent", "")]


def test_a_text_is_not_sent_again_while_nobody_can_say_whether_it_went_out(database: Database) -> None:
    queue(database, a_text())
    clock = Clock()
    carrier = Carrier([failing(Fate.UNKNOWN)], [failing(Fate.NEVER), failing(Fate.LATER)], lost=True)
    all_day(working(database, carrier, clock), clock, hours=1)
    assert carrier.taken == [(TO, "Order 047 is placed.")]
    assert carrier.asked == 3


def test_a_text_of_which_nobody_could_say_in_time_is_given_up_and_says_so(database: Database) -> None:
    queue(database, a_text(kind="confirmation"))
    clock, carrier = Clock(), Carrier([failing(Fate.UNKNOWN)], [failing(Fate.LATER)] * 100)
    all_day(working(database, carrier, clock), clock, hours=2)
    assert carrier.taken == []
    assert seen(database) == [("dead", "too late, and not known whether it went out")]


def test_a_worker_that_died_after_twilio_took_a_text_leaves_no_second_one(database: Database) -> None:
    queue(database, a_text("first"), a_text("second"))
    clock, carrier = Clock(), Carrier()
    (first, _second) = Outbox(database).claim(NOW, 10, Pace().lease)
    carrier.send(Outgoing(TO, first.body, first.id, Pace().lease))
    all_day(working(database, carrier, clock), clock, hours=1)
    assert carrier.taken == [(TO, "first"), (TO, "second")]


def test_of_two_texts_in_the_same_words_each_is_looked_up_as_its_own(database: Database) -> None:
    queue(database, a_text(), a_text())
    clock = Clock()
    carrier = Carrier([failing(Fate.UNKNOWN), failing(Fate.UNKNOWN)], lost=True)
    all_day(working(database, carrier, clock), clock, hours=1)
    assert len(carrier.taken) == 2
    with database.reading() as connection:
        assert sorted(connection.execute(select(outbox.c.reference)).scalars()) == ["SM1", "SM2"]


def test_a_batch_is_left_in_time_for_nobody_else_to_have_it(database: Database) -> None:
    queue(database, a_text("first"), a_text("second"))
    clock = Clock()

    class Slow(Carrier):
        def send(self, text: Outgoing) -> str:
            clock.at += Pace().lease
            return super().send(text)

    carrier = Slow()
    texts = working(database, carrier, clock)
    assert texts.send_waiting() == 1
    assert carrier.taken == [(TO, "first")]
    texts.send_waiting()
    assert carrier.taken == [(TO, "first"), (TO, "second")]
    assert carrier.asked == 0


def test_the_kitchens_ticket_goes_to_the_kitchen(database: Database) -> None:
    queue(database, QueueText("ticket", "", "#047 for Sam", "20261123-047"))
    carrier = Carrier()
    working(database, carrier, Clock(), KITCHEN).send_waiting()
    assert carrier.taken == [(KITCHEN, "#047 for Sam")]


def test_a_ticket_of_a_shop_that_wants_none_goes_nowhere(database: Database) -> None:
    queue(database, QueueText("ticket", "", "#047 for Sam", "20261123-047"), a_text())
    carrier, clock = Carrier(), Clock()
    all_day(working(database, carrier, clock), clock)
    assert carrier.taken == [(TO, "Order 047 is placed.")]


def test_a_text_that_could_not_be_marked_as_sent_is_not_sent_again(database: Database) -> None:
    queue(database, a_text())
    impatient = Database(str(database.url), budget=0.2)
    other = sqlite3.connect(str(database.url.database), isolation_level=None)
    clock = Clock()

    class Unlucky(Carrier):
        def send(self, text: Outgoing) -> str:
            # Somebody else writes from here on, for longer than we wait.
            other.execute("BEGIN IMMEDIATE")
            return super().send(text)

    carrier = Unlucky()
    texts = working(impatient, carrier, clock)
    with pytest.raises(StoreUnavailable):
        texts.send_waiting()
    other.close()
    all_day(texts, clock, hours=1)
    impatient.close()
    assert carrier.taken == [(TO, "Order 047 is placed.")]
    assert seen(database) == [("sent", "")]


def test_without_an_account_the_log_says_that_nothing_was_sent_and_not_what(database: Database) -> None:
    queue(database, a_text("Order 047 of Ana is placed."))
    with structlog.testing.capture_logs() as logged:
        Texts(Outbox(database), ConsoleSender(), Clock()).send_waiting()
    assert "text not sent: no Twilio credentials" in [line["event"] for line in logged]
    assert "Ana" not in str(logged)


@pytest.mark.parametrize("error", (StoreUnavailable("x"), RuntimeError("x")), ids=("store", "surprise"))
def test_work_in_the_background_goes_on_after_trouble(error: Exception) -> None:
    done = []

    def work() -> int:
        done.append(1)
        if len(done) == 1:
            raise error
        return 0

    keep_doing(work, 1.0, lambda _seconds: len(done) == 3)
    assert len(done) == 3


def test_work_is_done_again_at_once_while_there_is_some() -> None:
    left, pauses = [2, 1, 0, 0], []

    def stopped(seconds: float) -> bool:
        pauses.append(seconds)
        return not left

    keep_doing(lambda: left.pop(0), 7.0, stopped)
    assert pauses == [0.0, 0.0, 0.0, 7.0, 7.0]
