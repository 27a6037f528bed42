"""Whatever Twilio answers and wherever a worker dies, a text comes once, or is given up and never comes twice."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.outbox import Outbox
from kebabalab.db.texts_book import TextsBook
from kebabalab.gateways.sms import Fate, Outgoing, TextNotSent
from kebabalab.models.call import QueueText
from kebabalab.worker import Texts

NOW = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)
TO = "+61491570156"
SECOND, MINUTE = dt.timedelta(seconds=1), dt.timedelta(minutes=1)
# What happens to a request to send: taken or not, and what the worker hears of it, if it lives to.
HAPPENS = (
    "taken", "taken and lost", "taken and killed", "lost", "killed", "refused for now", "busy", "account refused",
)  # fmt: skip


class Killed(BaseException):
    """The worker's process is gone, at this very moment."""


@dataclass
class Clock:
    """A clock that the test moves."""

    at: dt.datetime = NOW

    def now(self) -> dt.datetime:
        return self.at


@dataclass
class Carrier:
    """Does what is planned, then takes everything; being asked goes wrong as planned too."""

    clock: Clock
    plan: list[str]
    asked: list[str]
    taken: list[tuple[str, dt.datetime]] = field(default_factory=list)

    def send(self, text: Outgoing) -> str:
        happens = self.plan.pop(0) if self.plan else "taken"
        if happens.startswith("taken"):
            self.taken.append((text.body, self.clock.at))
        _fail(happens)
        return f"SM{len(self.taken)}"

    def find(self, text: Outgoing, since: dt.datetime) -> tuple[str, ...]:
        _fail(self.asked.pop(0) if self.asked else "taken")
        found = enumerate(self.taken, start=1)
        return tuple(f"SM{n}" for n, (body, at) in found if body == text.body and at >= since)


def _fail(happens: str) -> None:
    if "killed" in happens:
        raise Killed
    fates = {"lost": Fate.UNKNOWN, "for now": Fate.LATER, "busy": Fate.ALL_WAIT, "account": Fate.ALL_REFUSED}
    for words, fate in fates.items():
        if words in happens:
            raise TextNotSent(happens, fate)


@contextmanager
def a_database(bodies: list[str], kind: str) -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        held = Database(f"sqlite:///{Path(folder) / 'texts.db'}")
        upgrade(held)
        with SqlCalls(held, MINUTE, 10).open("call:a", TO, NOW) as opened:
            opened.save(opened.state, (), [QueueText(kind, TO, body) for body in bodies])
        yield held
        held.close()


def work(database: Database, carrier: Carrier, clock: Clock, hours: int) -> None:
    """Workers one after the other, each until it is killed, for so many hours."""
    texts = Texts(Outbox(database), carrier, clock)
    while clock.at < NOW + dt.timedelta(hours=hours):
        try:
            waits = not texts.send_waiting()
        except Killed:
            texts, waits = Texts(Outbox(database), carrier, clock), False
        clock.at += 10 * SECOND if waits else SECOND


@given(
    st.integers(1, 3),
    st.lists(st.sampled_from(HAPPENS), max_size=10),
    st.lists(st.sampled_from(("taken", "lost", "killed", "busy", "refused for now")), max_size=4),
    st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_every_text_comes_once_or_is_given_up(count: int, plan: list[str], asked: list[str], same: bool) -> None:
    bodies = ["the same words"] * count if same else [f"text {n}" for n in range(count)]
    clock = Clock()
    carrier = Carrier(clock, list(plan), list(asked))
    with a_database(bodies, "ticket") as database:
        work(database, carrier, clock, hours=3)
        states = Counter(text.state for text in TextsBook(database).latest(10))
    came = Counter(body for body, _at in carrier.taken)
    assert all(came[body] <= bodies.count(body) for body in came)
    assert states["sent"] == sum(came.values())
    assert states["sent"] + states["dead"] == count


@given(st.lists(st.sampled_from(HAPPENS[1:]), max_size=12))
@settings(max_examples=20, deadline=None)
def test_no_text_comes_when_it_is_of_no_use_any_more(plan: list[str]) -> None:
    clock = Clock()
    carrier = Carrier(clock, list(plan), [])
    with a_database(["your table is ready"], "ready") as database:
        work(database, carrier, clock, hours=1)
    assert all(at < NOW + dt.timedelta(minutes=30) for _body, at in carrier.taken)
