"""What is kept of a person: cleared when it is old, shown or cleared when they ask for it.

Cleared of an order are name, number and notes, also in its history; what was sold and what it cost stays.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, delete, or_, select, update

from kebabalab.db.connection import Database
from kebabalab.db.effects import write_event
from kebabalab.db.encoding import instant, milliseconds, order_of, order_text
from kebabalab.db.engines import make_last
from kebabalab.db.tables import IS_KEPT, blocked_callers, call_records, calls, opt_outs, order_events, orders, outbox
from kebabalab.db.vault_columns import BLOCKED, CALLS, EVENTS, ORDERS, RECORDS, TEXTS, Sealed
from kebabalab.models.order import OrderEvent, Status

BATCH = 100
# Whoever answers callers gets its turn between two batches.
PAUSE_SECONDS = 0.01
# Whoever has not fetched an order by then does not come any more.
WAITS_FOR = dt.timedelta(hours=2)
_DONE = frozenset({Status.COLLECTED, Status.NO_SHOW, Status.CANCELLED})
_ORDER = select(orders.c.id, orders.c.document).with_for_update()
_OLD_ORDERS = _ORDER.where(IS_KEPT, orders.c.placed_at < bindparam("before")).order_by(orders.c.placed_at).limit(BATCH)
_OLD_CALLS = select(call_records.c.key).where(IS_KEPT, call_records.c.reported_at < bindparam("before")).limit(BATCH)
_OLD_TEXTS = select(outbox.c.id).where(outbox.c.queued_at < bindparam("before")).order_by(outbox.c.queued_at)
_CLEAR_ORDER = (
    update(orders)
    .where(orders.c.id == bindparam("order"))
    .values(
        customer_name="",
        phone_mark="",
        notes="",
        fingerprint="",
        document=bindparam("sold"),
        cleared_at=bindparam("at"),
    )
)
_CLEAR_CALLS = (
    update(call_records)
    .where(call_records.c.key.in_(bindparam("keys", expanding=True)))
    .values(caller="", caller_mark="", transcript="", summary="", messages="", cleared_at=bindparam("at"))
)
_EVENTS = select(order_events).where(order_events.c.order_id == bindparam("order")).order_by(order_events.c.id)
_CLEAR_EVENT = (
    update(order_events)
    .where(order_events.c.id == bindparam("event"))
    .values(before=bindparam("was"), after=bindparam("became"))
)


@dataclass(frozen=True, slots=True)
class Keeping:
    """For how many days what is known of a person is kept; 0 for ever."""

    orders: int
    calls: int
    texts: int


class StillToCome(Exception):
    """Orders of the number that wait to be fetched; the text is their ids."""


def clear_old(database: Database, now: dt.datetime, keeping: Keeping) -> dict[str, int]:
    """Clear what is older than it is to be kept, in batches; how many orders, calls and texts that were.

    Raises StoreUnavailable, KeyMissing.
    """

    def before(days: int) -> dict[str, int]:
        return {"before": milliseconds(now - dt.timedelta(days=days))}

    gone = {"orders": 0, "calls": 0, "texts": 0}
    while keeping.orders:
        with database.transaction() as connection:
            rows = [dict(row) for row in connection.execute(_OLD_ORDERS, before(keeping.orders)).mappings()]
            _clear_orders(connection, rows, OrderEvent("", now, "system", "cleared"))
        gone["orders"] += len(rows)
        if len(rows) < BATCH:
            break
        time.sleep(PAUSE_SECONDS)
    while keeping.calls:
        with database.transaction() as connection:
            keys = list(connection.execute(_OLD_CALLS, before(keeping.calls)).scalars())
            _clear_calls(connection, keys, now)
        gone["calls"] += len(keys)
        if len(keys) < BATCH:
            break
        time.sleep(PAUSE_SECONDS)
    while keeping.texts:
        with database.transaction() as connection:
            ids = list(connection.execute(_OLD_TEXTS.limit(BATCH), before(keeping.texts)).scalars())
            if ids:
                connection.execute(delete(outbox).where(outbox.c.id.in_(ids)))
        gone["texts"] += len(ids)
        if len(ids) < BATCH:
            break
        time.sleep(PAUSE_SECONDS)
    return gone


def export(database: Database, phone: str) -> dict[str, object]:
    """All that is kept of an E.164 number, as it can be written as JSON. Raises StoreUnavailable, KeyMissing."""
    marks = database.vault.marks(phone)
    with database.snapshot() as connection:
        found = _opened(
            connection, ORDERS, select(orders).where(orders.c.phone_mark.in_(marks)).order_by(orders.c.placed_at)
        )
        ids, keys = [row["id"] for row in found], [row["call_key"] for row in found]
        since = connection.execute(select(opt_outs.c.since).where(opt_outs.c.phone_mark.in_(marks))).scalars().first()
        return {
            "phone": phone,
            "orders": [
                {
                    **orjson.loads(row["document"]),
                    "id": row["id"],
                    "status": row["status"],
                    "events": [_shown(event) for event in _opened(connection, EVENTS, _EVENTS, {"order": row["id"]})],
                }
                for row in found
            ],
            "texts": [
                _shown(row)
                for row in _opened(connection, TEXTS, select(outbox).where(_texts_of(marks, ids)).order_by(outbox.c.id))
            ],
            "calls": [
                _shown(row)
                for row in _opened(connection, RECORDS, select(call_records).where(_of(call_records, marks, keys)))
            ],
            "liveCalls": [
                {"key": row["key"], "state": orjson.loads(row["state"]) if row["state"][:1] == b"{" else "packed"}
                for row in _opened(connection, CALLS, select(calls).where(_of(calls, marks, keys)))
            ],
            "wantsNoTextsSince": instant(since).isoformat() if since is not None else None,
            "blocked": [
                {"since": instant(row["since"]).isoformat(), "why": row["why"]}
                for row in _opened(connection, BLOCKED, select(blocked_callers).where(_is_blocked(marks)))
            ],
        }


def forget(database: Database, phone: str, by: OrderEvent) -> tuple[dict[str, int], list[str]]:
    """Clear all that is kept of an E.164 number at once; how many orders, calls and texts, and the keys of its calls.

    `by` says who does it and when; each order keeps that without the number. That they want no texts is kept, and
    that they are blocked, without what was said of it. Raises StillToCome, StoreUnavailable, KeyMissing.
    """
    marks, now = database.vault.marks(phone), by.at
    with database.transaction() as connection:
        make_last(connection)
        rows = list(
            connection.execute(select(orders).where(orders.c.phone_mark.in_(marks)).with_for_update()).mappings()
        )
        waits = milliseconds(now - WAITS_FOR)
        if open_ones := [row["id"] for row in rows if row["status"] not in _DONE and row["pickup_at"] > waits]:
            raise StillToCome(", ".join(open_ones))
        ids, keys = [row["id"] for row in rows], [row["call_key"] for row in rows]
        _clear_orders(connection, [dict(row) for row in rows], by)
        texts = connection.execute(delete(outbox).where(_texts_of(marks, ids))).rowcount
        known = connection.execute(select(call_records.c.key).where(_of(call_records, marks, keys))).scalars().all()
        _clear_calls(connection, known, now)
        live = connection.execute(select(calls.c.key).where(_of(calls, marks, keys))).scalars().all()
        connection.execute(delete(calls).where(calls.c.key.in_(live)))
        connection.execute(update(blocked_callers).where(_is_blocked(marks)).values(why=""))
    return {"orders": len(rows), "calls": len(known), "texts": texts}, sorted({*keys, *known, *live})


def _of(table: Table, marks: Sequence[str], keys: Sequence[str]) -> ColumnElement[bool]:
    """The calls of a number, and those in which somebody ordered for it."""
    return or_(table.c.caller_mark.in_(marks), table.c.key.in_(keys))


def _is_blocked(marks: Sequence[str]) -> ColumnElement[bool]:
    return blocked_callers.c.phone_mark.in_(marks)


def _texts_of(marks: Sequence[str], order_ids: Sequence[str]) -> ColumnElement[bool]:
    return or_(outbox.c.recipient_mark.in_(marks), outbox.c.order_id.in_(order_ids))


def _clear_orders(connection: Connection, rows: Sequence[dict[str, Any]], why: OrderEvent) -> None:
    for row in rows:
        order = order_of(ORDERS.open(connection, row)["document"])
        bare = order_text(replace(order, customer_name="", phone="", notes="", fingerprint=""))
        sealed = ORDERS.close(connection, {"id": row["id"], "document": bare})
        values = {"order": row["id"], "sold": sealed["document"], "at": milliseconds(why.at)}
        connection.execute(_CLEAR_ORDER, values)
        for event in connection.execute(_EVENTS, {"order": row["id"]}).mappings().all():
            said = EVENTS.open(connection, event)
            kept = {**said, "before": _bare(said, "before"), "after": _bare(said, "after")}
            closed = EVENTS.close(connection, kept)
            values = {"event": event["id"], "was": closed["before"], "became": closed["after"]}
            connection.execute(_CLEAR_EVENT, values)
        write_event(connection, replace(why, order_id=row["id"]))


def _clear_calls(connection: Connection, keys: Sequence[str], now: dt.datetime) -> None:
    if keys:
        connection.execute(_CLEAR_CALLS, {"keys": list(keys), "at": milliseconds(now)})


def _bare(event: dict[str, Any], which: str) -> str:
    """What an event may say on: a total, a state, but not what anybody wrote."""
    if event["what"] == "placed":
        return str(event[which])
    first = str(event[which]).partition(" ")[0]
    return first if first in set(Status) else ""


def _opened(
    connection: Connection, sealed: Sealed, query: Select[Any], values: dict[str, object] | None = None
) -> list[dict[str, Any]]:
    return [sealed.open(connection, row) for row in connection.execute(query, values or {}).mappings()]


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """A row for its owner: without what is only there to find it by."""
    return {
        str(name): instant(value).isoformat() if name.endswith("_at") and isinstance(value, int) else value
        for name, value in row.items()
        if not name.endswith("_mark")
    }
