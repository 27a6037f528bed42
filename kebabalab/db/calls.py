"""Calls in SQL: a call's state, its orders and its outbox rows are saved together or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from sqlalchemy import Connection

from kebabalab.db import ledger, number_facts, records, sessions
from kebabalab.db.connection import Database
from kebabalab.db.effects import write_effect
from kebabalab.db.sessions import Session, Sessions, Visit
from kebabalab.db.settling import settle
from kebabalab.models.call import Answer, CallRecord, CallState, Effect
from kebabalab.models.errors import OutcomeUnknown
from kebabalab.models.facts import NumberFacts
from kebabalab.models.order import OrderNumber, PastOrder, Status


class SqlCalls:
    """Calls kept in a database (tools.ports.Calls). `lifetime` is how long a call lives after its last use."""

    def __init__(self, database: Database, lifetime: dt.timedelta, most_calls: int) -> None:
        self._database = database
        self._sessions = Sessions(lifetime, most_calls)

    @contextmanager
    def open(
        self, key: str, caller: str, now: dt.datetime, sent_at: dt.datetime | None = None
    ) -> Iterator[OpenedSqlCall]:
        """Open one call in one transaction (see the port)."""
        visit = Visit(key, caller, now, sent_at)
        opened: OpenedSqlCall | None = None
        try:
            with self._database.starting_with(partial(self._sessions.claim, visit=visit)) as started:
                opened = OpenedSqlCall(started.connection, started.read, now)
                yield opened
        except OutcomeUnknown:
            if opened is not None and opened.saved is not None:
                settle(self._database, visit, opened.saved)

    def record(self, record: CallRecord) -> None:
        """Keep what is reported of a call; when it has ended, its session is closed (see the port)."""
        with self._database.transaction() as connection:
            records.merge(connection, record)


class OpenedSqlCall:
    """One call in one transaction (tools.ports.OpenedCall)."""

    def __init__(self, connection: Connection, session: Session, now: dt.datetime) -> None:
        self._connection = connection
        self._session = session
        self._now = now
        # The ids of the answers that were written, None before anything was.
        self.saved: tuple[str, ...] | None = None

    @property
    def state(self) -> CallState:
        """The state as it was last saved."""
        return self._session.state

    def answered(self, tool_call_ids: Sequence[str]) -> dict[str, Answer]:
        """The stored answers of these ids."""
        return sessions.answered(self._connection, self.state.key, tool_call_ids)

    def history(self, phone: str, limit: int) -> tuple[PastOrder, ...]:
        """The latest orders of a number that were not cancelled."""
        return ledger.history(self._connection, phone, limit)

    def order_count(self, phone: str) -> int:
        """How many orders of a number were not cancelled."""
        return ledger.order_count(self._connection, phone)

    def waiting_orders(self) -> int:
        """How many orders the kitchen has still to make."""
        return ledger.waiting_orders(self._connection, self._now)

    def placed_status(self, order_id: str) -> Status | None:
        """How far the kitchen is with an order; it stays so until the transaction ends."""
        return ledger.status_of(self._connection, order_id)

    def placed_revision(self, order_id: str) -> int | None:
        """How often an order was written."""
        return ledger.revision_of(self._connection, order_id)

    def numbers(self, phones: Sequence[str], since: dt.datetime) -> dict[str, NumberFacts]:
        """What is kept of phone numbers."""
        return number_facts.of_numbers(self._connection, phones, since)

    def texts_since(self, since: dt.datetime) -> int:
        """How many texts to callers were queued since then."""
        return number_facts.texts_since(self._connection, since)

    def next_number(self, day: dt.date) -> OrderNumber:
        """The number of the day's next order, held until the transaction ends."""
        return ledger.next_number(self._connection, day)

    def save(self, state: CallState, answers: Sequence[Answer], effects: Sequence[Effect]) -> None:
        """Write state, answers, orders, events and texts. Raises CallTooLarge, OrderExists, NoSuchOrder."""
        self.saved = tuple(one.tool_call_id for one in answers if one.tool_call_id)
        sessions.save(self._connection, state, self._session.closed_at, self._now)
        sessions.keep_answers(self._connection, state.key, answers, self._now)
        for effect in effects:
            write_effect(self._connection, effect, state.key, self._now)
