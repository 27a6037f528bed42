"""Calls in SQL: a call's state, its orders and its outbox rows are saved together or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from kebabalab.db import records
from kebabalab.db.connection import Database
from kebabalab.db.effects import write_effect
from kebabalab.db.encoding import instant, milliseconds, order_of, state_of, state_text
from kebabalab.db.tables import calls, day_counters, orders, tool_answers
from kebabalab.models.call import Answer, CallRecord, CallState, Effect
from kebabalab.models.errors import CallTooLarge, TooManyCalls
from kebabalab.models.order import Order, OrderNumber, PastOrder, Status

MOST_BYTES = 64 * 1024
WAITING = (Status.RECEIVED, Status.PREPARING)
# An order whose pickup time is long past has been made, whether or not anybody said so; one for tomorrow does not
# keep the kitchen busy now.
OVERDUE = dt.timedelta(minutes=30)
AHEAD = dt.timedelta(hours=12)

_NEW = {
    "key": bindparam("key"),
    "caller": bindparam("caller"),
    "state": "",
    "opened_at": bindparam("now"),
    "used_at": 0,
}
_CLAIM = {
    "sqlite": sqlite.insert(calls).values(_NEW).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(calls).values(_NEW).on_conflict_do_nothing(),
}
_READ = (
    select(calls.c.state, calls.c.used_at, calls.c.closed_at).where(calls.c.key == bindparam("key")).with_for_update()
)
_LIVE = select(func.count()).where(calls.c.used_at >= bindparam("since"), calls.c.closed_at.is_(None))
_SAVE = (
    update(calls)
    .where(calls.c.key == bindparam("call"))
    .values(caller=bindparam("who"), state=bindparam("text"), used_at=bindparam("now"), closed_at=bindparam("closed"))
)
_FORGET_ANSWERS = delete(tool_answers).where(tool_answers.c.call_key == bindparam("key"))
_ANSWERED = select(tool_answers).where(
    tool_answers.c.call_key == bindparam("key"), tool_answers.c.tool_call_id.in_(bindparam("ids", expanding=True))
)
_HISTORY = (
    select(orders.c.document, orders.c.status)
    .where(orders.c.phone == bindparam("phone"), orders.c.status != Status.CANCELLED)
    .order_by(orders.c.placed_at.desc(), orders.c.id.desc())
    .limit(bindparam("most"))
)
_COUNT = select(func.count()).where(orders.c.phone == bindparam("phone"), orders.c.status != Status.CANCELLED)
_WAITING = select(func.count()).where(
    orders.c.status.in_([str(status) for status in WAITING]),
    orders.c.pickup_at >= bindparam("since"),
    orders.c.pickup_at <= bindparam("until"),
)
_STATUS = select(orders.c.status).where(orders.c.id == bindparam("id"))
_COUNTER = {
    "sqlite": sqlite.insert(day_counters).values(business_day=bindparam("day"), last_number=0).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(day_counters)
    .values(business_day=bindparam("day"), last_number=0)
    .on_conflict_do_nothing(),
}
_LAST = select(day_counters.c.last_number).where(day_counters.c.business_day == bindparam("day")).with_for_update()


class SqlCalls:
    """Calls kept in a database (tools.ports.Calls). `lifetime` is how long a call lives after its last use."""

    def __init__(self, database: Database, lifetime: dt.timedelta, most_calls: int) -> None:
        self._database = database
        self._lifetime = lifetime
        self._most = most_calls

    @contextmanager
    def open(
        self, key: str, caller: str, now: dt.datetime, sent_at: dt.datetime | None = None
    ) -> Iterator[OpenedSqlCall]:
        """Open one call in one transaction (see the port)."""
        with self._database.transaction() as connection:
            yield OpenedSqlCall(connection, self._claim(connection, key, caller, now, sent_at), now)

    def _claim(
        self, connection: Connection, key: str, caller: str, now: dt.datetime, sent_at: dt.datetime | None
    ) -> CallState:
        """The state of the call, its row locked; a fresh one when it is new, expired or ended."""
        dialect = connection.dialect.name
        moment = milliseconds(now)
        made = connection.execute(_CLAIM[dialect], {"key": key, "caller": caller, "now": moment}).rowcount == 1
        if made:
            since = moment - round(self._lifetime.total_seconds() * 1000)
            # The row just made has never been used, so it is not counted itself.
            if connection.execute(_LIVE, {"since": max(since, 1)}).scalar_one() >= self._most:
                raise TooManyCalls
            return CallState(key, caller)
        row = connection.execute(_READ, {"key": key}).one()
        expired = instant(row.used_at) + self._lifetime < now
        # Messages come out of order: one that was sent before the call ended still belongs to it.
        late = sent_at is not None and row.closed_at is not None and milliseconds(sent_at) <= row.closed_at
        if not row.state or expired or (row.closed_at is not None and not late):
            if expired:
                connection.execute(_FORGET_ANSWERS, {"key": key})
            return CallState(key, caller)
        return state_of(row.state)

    def record(self, record: CallRecord) -> None:
        """Keep what is reported of a call; when it has ended, its session is closed (see the port)."""
        with self._database.transaction() as connection:
            records.merge(connection, record)


class OpenedSqlCall:
    """One call in one transaction (tools.ports.OpenedCall)."""

    def __init__(self, connection: Connection, state: CallState, now: dt.datetime) -> None:
        self._connection = connection
        self._state = state
        self._now = now

    @property
    def state(self) -> CallState:
        """The state as it was last saved."""
        return self._state

    def answered(self, tool_call_ids: Sequence[str]) -> dict[str, Answer]:
        """The stored answers of these ids."""
        ids = [one for one in tool_call_ids if one]
        if not ids:
            return {}
        rows = self._connection.execute(_ANSWERED, {"key": self._state.key, "ids": ids})
        return {row.tool_call_id: Answer(row.tool_call_id, row.name, row.ok, row.body) for row in rows}

    def history(self, phone: str, limit: int) -> tuple[PastOrder, ...]:
        """The latest orders of a number that were not cancelled."""
        if not phone:
            return ()
        rows = self._connection.execute(_HISTORY, {"phone": phone, "most": limit})
        return tuple(past(order_of(row.document), Status(row.status)) for row in rows)

    def order_count(self, phone: str) -> int:
        """How many orders of a number were not cancelled."""
        return self._connection.execute(_COUNT, {"phone": phone}).scalar_one() if phone else 0

    def waiting_orders(self) -> int:
        """How many orders the kitchen has still to make."""
        span = {"since": milliseconds(self._now - OVERDUE), "until": milliseconds(self._now + AHEAD)}
        return self._connection.execute(_WAITING, span).scalar_one()

    def placed_status(self, order_id: str) -> Status | None:
        """How far the kitchen is with an order, None when there is none of this id."""
        found = self._connection.execute(_STATUS, {"id": order_id}).scalar_one_or_none()
        return Status(found) if found is not None else None

    def next_number(self, day: dt.date) -> OrderNumber:
        """The number of the day's next order; its row stays locked until the transaction ends."""
        self._connection.execute(_COUNTER[self._connection.dialect.name], {"day": day.isoformat()})
        last = self._connection.execute(_LAST, {"day": day.isoformat()}).scalar_one()
        return OrderNumber(day, last + 1)

    def save(self, state: CallState, answers: Sequence[Answer], effects: Sequence[Effect]) -> None:
        """Write state, answers, orders, events and texts. Raises CallTooLarge."""
        encoded = state_text(state)
        if len(encoded.encode()) > MOST_BYTES:
            raise CallTooLarge
        moment = milliseconds(self._now)
        row = {"call": state.key, "who": state.caller, "text": encoded, "now": moment, "closed": None}
        self._connection.execute(_SAVE, row)
        kept = [one for one in answers if one.tool_call_id]
        if kept:
            self._connection.execute(
                insert(tool_answers),
                [
                    {
                        "call_key": state.key,
                        "tool_call_id": one.tool_call_id,
                        "name": one.name[:100],
                        "ok": one.ok,
                        "body": one.body,
                        "answered_at": moment,
                    }
                    for one in kept
                ],
            )
        for effect in effects:
            write_effect(self._connection, effect, state.key, self._now)


def past(order: Order, status: Status) -> PastOrder:
    """As much of an order as a later conversation needs."""
    return PastOrder(
        order.number,
        status,
        order.placed_at,
        order.customer_name,
        order.quote.total.cents,
        order.item_count,
        order.lines,
    )
