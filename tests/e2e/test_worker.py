"""Texts that wait are sent once each, tried again when that can help, and given up when it can't."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import structlog

from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.outbox import Outbox
from kebabalab.gateways.sms import ConsoleSender, TextNotSent
from kebabalab.models.call import QueueText
from kebabalab.models.errors import StoreUnavailable
from kebabalab.worker import MOST_ATTEMPTS, Texts, keep_doing

NOW = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)
TO, KITCHEN = "+61491570156", "+61255501234"


@dataclass
class Clock:
    """A clock that a test moves."""

    at: dt.datetime = NOW

    def now(self) -> dt.datetime:
        return self.at


@dataclass
class Carrier:
    """Takes texts, or refuses each with the next of `refusals`."""

    refusals: list[TextNotSent] = field(default_factory=list)
    taken: list[tuple[str, str]] = field(default_factory=list)

    def send(self, to: str, body: str) -> str:
        if self.refusals:
            raise self.refusals.pop(0)
        self.taken.append((to, body))
        return "SM1"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    held = Database(f"sqlite:///{tmp_path / 'texts.db'}")
    upgrade(held)
    return held


def queue(database: Database, *texts: QueueText) -> None:
    with SqlCalls(database, dt.timedelta(minutes=30), 10).open("call:a1", TO, NOW) as opened:
        opened.save(opened.state, (), texts)


def a_text(body: str = "Order 047 is placed.") -> QueueText:
    return QueueText("receipt", TO, body)


def busy() -> TextNotSent:
    return TextNotSent("Twilio answered 503", lasting=False)


def test_what_waits_is_sent_once_in_its_order(database: Database) -> None:
    queue(database, a_text("first"), a_text("second"))
    carrier = Carrier()
    texts = Texts(Outbox(database), carrier, Clock())
    assert (texts.send_waiting(), texts.send_waiting()) == (2, 0)
    assert carrier.taken == [(TO, "first"), (TO, "second")]


def test_a_text_that_did_not_go_out_is_tried_again_later_and_later(database: Database) -> None:
    queue(database, a_text())
    clock, carrier = Clock(), Carrier([busy(), busy()])
    texts = Texts(Outbox(database), carrier, clock)
    waited = []
    while not carrier.taken:
        texts.send_waiting()
        started = clock.at
        while not carrier.taken and texts.send_waiting() == 0 and clock.at < NOW + dt.timedelta(hours=1):
            clock.at += dt.timedelta(seconds=1)
        waited.append((clock.at - started).total_seconds())
    assert waited == sorted(waited)
    assert carrier.taken == [(TO, "Order 047 is placed.")]


def test_a_text_that_can_never_go_out_is_given_up_at_once(database: Database) -> None:
    queue(database, a_text())
    clock, carrier = Clock(), Carrier([TextNotSent("Twilio answered 400, code 21211", lasting=True)])
    texts = Texts(Outbox(database), carrier, clock)
    texts.send_waiting()
    clock.at += dt.timedelta(days=1)
    assert texts.send_waiting() == 0
    assert carrier.taken == []


def test_a_text_that_fails_too_often_is_given_up(database: Database) -> None:
    queue(database, a_text())
    clock, carrier = Clock(), Carrier([busy() for _ in range(100)])
    texts = Texts(Outbox(database), carrier, clock)
    tries = 0
    for _ in range(100):
        tries += texts.send_waiting()
        clock.at += dt.timedelta(hours=1)
    assert tries == MOST_ATTEMPTS


def test_the_kitchens_ticket_goes_to_the_kitchen(database: Database) -> None:
    queue(database, QueueText("ticket", "", "#047 for Sam", "20261123-047"))
    carrier = Carrier()
    Texts(Outbox(database), carrier, Clock(), KITCHEN).send_waiting()
    assert carrier.taken == [(KITCHEN, "#047 for Sam")]


def test_a_ticket_of_a_shop_that_wants_none_goes_nowhere(database: Database) -> None:
    queue(database, QueueText("ticket", "", "#047 for Sam", "20261123-047"), a_text())
    carrier, clock = Carrier(), Clock()
    texts = Texts(Outbox(database), carrier, clock)
    texts.send_waiting()
    clock.at += dt.timedelta(days=1)
    assert texts.send_waiting() == 0
    assert carrier.taken == [(TO, "Order 047 is placed.")]


def test_without_an_account_texts_are_written_to_the_log(database: Database) -> None:
    queue(database, a_text("Order 047 is placed."))
    with structlog.testing.capture_logs() as logged:
        Texts(Outbox(database), ConsoleSender(), Clock()).send_waiting()
    assert ("text not sent: no Twilio credentials", "Order 047 is placed.") in [
        (line["event"], line.get("body")) for line in logged
    ]


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
