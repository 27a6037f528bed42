"""What a conversation reads of the orders: who ordered what, how much the kitchen has to do, the next number."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, RowMapping, bindparam, func, select

from kebabalab.db.encoding import instant, milliseconds, sold_of
from kebabalab.db.promises import AHEAD, OVERDUE, WAITING
from kebabalab.db.statements import InsertIfMissing
from kebabalab.db.tables import STANDS, day_counters, orders
from kebabalab.db.vault import vault_of
from kebabalab.db.vault_columns import ORDERS
from kebabalab.models.order import OrderNumber, PastOrder, Status

_OF_PHONE = (
    select(
        orders.c.id,
        orders.c.business_day,
        orders.c.number,
        orders.c.status,
        orders.c.placed_at,
        orders.c.customer_name,
        orders.c.total_cents,
        orders.c.item_count,
        orders.c.document,
    )
    .where(orders.c.phone_mark.in_(bindparam("marks", expanding=True)), STANDS)
    .order_by(orders.c.placed_at.desc(), orders.c.id.desc())
    .limit(bindparam("most"))
)
_COUNT = (
    select(func.count()).select_from(orders).where(orders.c.phone_mark.in_(bindparam("marks", expanding=True)), STANDS)
)
_WAITING = (
    select(func.count())
    .select_from(orders)
    .where(
        orders.c.status.in_([str(status) for status in WAITING]),
        orders.c.pickup_at >= bindparam("since"),
        orders.c.pickup_at <= bindparam("until"),
    )
)
# Locked, so that the kitchen does not begin between the look and the change.
_STATUS = select(orders.c.status).where(orders.c.id == bindparam("order")).with_for_update(key_share=True)
_REVISION = select(orders.c.revision).where(orders.c.id == bindparam("order"))
_COUNT_FROM_ONE = InsertIfMissing(day_counters, {"last_number": 0})
_LAST = select(day_counters.c.last_number).where(day_counters.c.business_day == bindparam("day")).with_for_update()


def history(connection: Connection, phone: str, limit: int) -> tuple[PastOrder, ...]:
    """The latest orders of a number that were not cancelled, newest first."""
    if not phone:
        return ()
    rows = connection.execute(_OF_PHONE, {"marks": vault_of(connection).marks(phone), "most": limit}).mappings().all()
    return tuple(_past(connection, row) for row in rows)


def order_count(connection: Connection, phone: str) -> int:
    """How many orders of a number were not cancelled."""
    return connection.execute(_COUNT, {"marks": vault_of(connection).marks(phone)}).scalar_one() if phone else 0


def waiting_orders(connection: Connection, now: dt.datetime) -> int:
    """How many orders the kitchen has still to make."""
    span = {"since": milliseconds(now - OVERDUE), "until": milliseconds(now + AHEAD)}
    return connection.execute(_WAITING, span).scalar_one()


def status_of(connection: Connection, order_id: str) -> Status | None:
    """How far the kitchen is with an order, which stays so until the transaction ends; None when there is none."""
    found = connection.execute(_STATUS, {"order": order_id}).scalar_one_or_none()
    return Status(found) if found is not None else None


def revision_of(connection: Connection, order_id: str) -> int | None:
    """How often an order was written; None when there is none."""
    return connection.execute(_REVISION, {"order": order_id}).scalar_one_or_none()


def next_number(connection: Connection, day: dt.date) -> OrderNumber:
    """The number of the day's next order; nobody else gets one until the transaction ends."""
    last = connection.execute(_LAST, {"day": day.isoformat()}).scalar_one_or_none()
    if last is None:
        _COUNT_FROM_ONE(connection, {"business_day": day.isoformat()})
        last = connection.execute(_LAST, {"day": day.isoformat()}).scalar_one()
    return OrderNumber(day, last + 1)


def _past(connection: Connection, kept: RowMapping) -> PastOrder:
    row = ORDERS.open(connection, kept)
    sold = sold_of(row["document"])
    return PastOrder(
        OrderNumber(dt.date.fromisoformat(row["business_day"]), row["number"]),
        Status(row["status"]),
        instant(row["placed_at"]),
        row["customer_name"],
        row["total_cents"],
        row["item_count"],
        sold.lines,
        sold.quote,
    )
