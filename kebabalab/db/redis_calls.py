"""Calls whose live state is in Redis, and whose orders, events and texts are in SQL.

The two can't be written in one transaction. docs/decisions/live-calls-in-redis.md says why nothing is lost or doubled.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial

import structlog
from sqlalchemy import Connection

from kebabalab.db import ledger, number_facts, records, sessions
from kebabalab.db.connection import Database
from kebabalab.db.effects import write_effect
from kebabalab.db.encoding import instant, milliseconds, unpack
from kebabalab.db.promises import Use
from kebabalab.db.records import ENDED
from kebabalab.db.redis_sessions import Kept, RedisSessions, Turn, Update
from kebabalab.db.sessions import Visit
from kebabalab.db.settling import settle
from kebabalab.models.call import Answer, CallRecord, CallState, Effect
from kebabalab.models.errors import OutcomeUnknown, StoreUnavailable, TooManyCalls
from kebabalab.models.facts import NumberFacts
from kebabalab.models.order import OrderNumber, PastOrder, Status

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Found:
    """A call as it was found. `before` is the version in Redis, `newest` that of the newest copy.

    `closed_at` is set for a message that was on its way when the call ended; `anew` says that the answers of before are
    over; `from_sql` that the newest copy, and answers with it, are there.
    """

    state: CallState
    before: int
    newest: int
    closed_at: int | None = None
    anew: bool = False
    from_sql: bool = False


@dataclass(frozen=True, slots=True)
class Stores:
    """Where a call lives and where its orders do."""

    live: RedisSessions
    database: Database


class RedisCalls:
    """Calls kept in Redis and SQL (tools.ports.Calls). `lifetime` is how long a call lives after its last use."""

    def __init__(self, live: RedisSessions, database: Database, lifetime: dt.timedelta, most_calls: int) -> None:
        self._live, self._database = live, database
        self._lifetime, self._most = lifetime, most_calls

    @contextmanager
    def open(
        self, key: str, caller: str, now: dt.datetime, sent_at: dt.datetime | None = None
    ) -> Iterator[OpenedRedisCall]:
        """Open one call, for nobody else until the context ends (see the port)."""
        visit = Visit(key, caller, now, sent_at)
        with self._live.turn(key) as turn:
            found = self._found(visit, self._live.read(key))
            with ExitStack() as sql:
                opened = OpenedRedisCall(Stores(self._live, self._database), turn, found, visit, sql)
                yield opened
                # In this order: see the decision.
                opened.announce()
                opened.commit()
                opened.finish()

    def record(self, record: CallRecord) -> None:
        """Keep what is reported of a call; when it has ended, its session is closed (see the port)."""
        with self._database.transaction() as connection:
            records.merge(connection, record)
        if record.status == ENDED:
            self._live.close_call(record.key, milliseconds(record.at))

    def _found(self, visit: Visit, kept: Kept) -> Found:
        if kept.state is not None and kept.pending is None:
            return self._begun(visit, kept.state, kept, kept.version)
        # A call that Redis does not know, or whose order may have been committed without Redis having been told.
        try:
            with self._database.starting_with(partial(sessions.claim_anchor, visit=visit)) as started:
                anchor = started.read
        except OutcomeUnknown as error:
            # Nothing was to be kept yet.
            raise StoreUnavailable(str(error)) from error
        newest = max(kept.version, anchor.version)
        if anchor.state is not None and anchor.version > kept.version:
            there = Kept(kept.version, b"", anchor.used_at, anchor.closed_at)
            return replace(self._begun(visit, anchor.state, there, newest), from_sql=True)
        if kept.state is not None:
            return self._begun(visit, kept.state, kept, newest)
        self._check_room(visit)
        return Found(CallState(visit.key, visit.caller), kept.version, newest)

    def _begun(self, visit: Visit, state: bytes | CallState, kept: Kept, newest: int) -> Found:
        """The call that is kept, or a fresh one where this message does not belong to it any more."""
        use = Use(instant(kept.used_at), instant(kept.closed_at) if kept.closed_at is not None else None)
        if use.holds(visit.sent_at, visit.now, self._lifetime):
            known = unpack(state) if isinstance(state, bytes) else state
            return Found(known, kept.version, newest, kept.closed_at)
        self._check_room(visit)
        expired = use.is_expired(visit.now, self._lifetime)
        return Found(CallState(visit.key, visit.caller), kept.version, newest, anew=expired)

    def _check_room(self, visit: Visit) -> None:
        if self._live.count(milliseconds(visit.now - self._lifetime)) >= self._most:
            raise TooManyCalls


class OpenedRedisCall:
    """One call in one turn (tools.ports.OpenedCall). SQL is opened when something is read or written there."""

    def __init__(self, stores: Stores, turn: Turn, found: Found, visit: Visit, sql: ExitStack) -> None:
        self._live, self._database = stores.live, stores.database
        self._turn, self._found, self._visit = turn, found, visit
        self._sql = sql
        self._connection: Connection | None = None
        self._update: Update | None = None
        self._has_effects = False

    @property
    def state(self) -> CallState:
        """The state as it was last saved."""
        return self._found.state

    def answered(self, tool_call_ids: Sequence[str]) -> dict[str, Answer]:
        """The stored answers of these ids."""
        ids = [one for one in tool_call_ids if one]
        if self._found.anew or not ids:
            return {}
        kept = self._live.answered(self.state.key, ids)
        if self._found.from_sql:
            kept = {**kept, **sessions.answered(self._reading(), self.state.key, ids)}
        return kept

    def history(self, phone: str, limit: int) -> tuple[PastOrder, ...]:
        """The latest orders of a number that were not cancelled."""
        return ledger.history(self._reading(), phone, limit)

    def order_count(self, phone: str) -> int:
        """How many orders of a number were not cancelled."""
        return ledger.order_count(self._reading(), phone)

    def waiting_orders(self) -> int:
        """How many orders the kitchen has still to make."""
        return ledger.waiting_orders(self._reading(), self._visit.now)

    def placed_status(self, order_id: str) -> Status | None:
        """How far the kitchen is with an order; it stays so until the context ends."""
        return ledger.status_of(self._reading(), order_id)

    def placed_revision(self, order_id: str) -> int | None:
        """How often an order was written."""
        return ledger.revision_of(self._reading(), order_id)

    def numbers(self, phones: Sequence[str], since: dt.datetime) -> dict[str, NumberFacts]:
        """What is kept of phone numbers."""
        return number_facts.of_numbers(self._reading(), phones, since)

    def texts_since(self, since: dt.datetime) -> int:
        """How many texts to callers were queued since then."""
        return number_facts.texts_since(self._reading(), since)

    def next_number(self, day: dt.date) -> OrderNumber:
        """The number of the day's next order, held until the context ends."""
        return ledger.next_number(self._reading(), day)

    def save(self, state: CallState, answers: Sequence[Answer], effects: Sequence[Effect]) -> None:
        """Write state, answers, orders, events and texts. Raises CallTooLarge, OrderExists, NoSuchOrder."""
        found, now = self._found, self._visit.now
        self._update = Update(
            found.before, found.newest + 1, state, answers, milliseconds(now), found.closed_at, found.anew
        )
        self._live.check_size(state)
        self._has_effects = bool(effects)
        if not effects:
            return
        connection = self._reading()
        sessions.claim_anchor(connection, self._visit)
        if found.anew:
            sessions.forget_answers(connection, state.key)
        sessions.save(connection, state, found.closed_at, now)
        sessions.set_version(connection, state.key, self._update.version)
        sessions.keep_answers(connection, state.key, answers, now)
        for effect in effects:
            write_effect(connection, effect, state.key, now)

    def announce(self) -> None:
        """Before SQL commits: tell Redis that it may have this version. Raises StoreUnavailable."""
        if self._update is not None and self._has_effects:
            self._live.mark_pending(self._turn, self._update.before, self._update.version)

    def commit(self) -> None:
        """Commit what is in SQL. Raises StoreUnavailable; as OutcomeUnknown when nobody can tell what became of it."""
        try:
            self._sql.close()
        except OutcomeUnknown:
            # Nothing hangs on what was only read.
            if self._update is not None and self._has_effects:
                ids = [one.tool_call_id for one in self._update.answers if one.tool_call_id]
                settle(self._database, self._visit, ids)

    def finish(self) -> None:
        """After SQL has committed: write the call to Redis. Raises StoreUnavailable where nothing was committed."""
        if self._update is None:
            return
        if not self._has_effects:
            self._live.save_for_sure(self._turn, self._update)
            return
        try:
            self._live.save(self._turn, self._update)
        except StoreUnavailable as error:
            # The order stands, and the next message finds it in SQL: the caller is told so.
            log.warning("live call left behind its order", reason=str(error))

    def _reading(self) -> Connection:
        if self._connection is None:
            self._connection = self._sql.enter_context(self._database.transaction())
        return self._connection
