"""Orders as staff and the command line read them, and the changes of their state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from kebabalab.db.connection import Database
from kebabalab.db.effects import queue_text, rewrite_order, write_event
from kebabalab.db.encoding import instant, order_of
from kebabalab.db.engines import make_last
from kebabalab.db.tables import order_events, orders
from kebabalab.db.vault_columns import EVENTS, ORDERS
from kebabalab.models.errors import NoSuchOrder
from kebabalab.models.order import Order, OrderEvent, Status
from kebabalab.models.order_change import By, OrderChange
from kebabalab.tools.staff_changes import with_status

_ALL = select(orders.c.id, orders.c.document, orders.c.status).order_by(orders.c.placed_at.desc(), orders.c.id.desc())
_LIST = _ALL.limit(bindparam("most"))
_DAY = _ALL.where(orders.c.business_day == bindparam("day"))
_ONE = select(orders.c.id, orders.c.document, orders.c.status).where(orders.c.id == bindparam("order"))
_LOCKED = _ONE.with_for_update(key_share=True)
_CALL = _ALL.where(orders.c.call_key == bindparam("call"))
_SET = update(orders).where(orders.c.id == bindparam("order")).values(status=bindparam("after"))
_EVENTS = select(order_events).where(order_events.c.order_id == bindparam("order")).order_by(order_events.c.id)


@dataclass(frozen=True, slots=True)
class OrderBook:
    """The orders of a database. Every method raises StoreUnavailable."""

    database: Database

    def latest(self, most: int = 100) -> tuple[Order, ...]:
        """The latest orders, newest first."""
        with self.database.reading() as connection:
            return tuple(_order(connection, row) for row in connection.execute(_LIST, {"most": most}).mappings())

    def of_day(self, day: dt.date) -> tuple[Order, ...]:
        """The orders of a business day, newest first."""
        with self.database.reading() as connection:
            rows = connection.execute(_DAY, {"day": day.isoformat()}).mappings()
            return tuple(_order(connection, row) for row in rows)

    def of_call(self, call_key: str) -> tuple[Order, ...]:
        """The orders placed in a call, newest first."""
        with self.database.reading() as connection:
            return tuple(_order(connection, row) for row in connection.execute(_CALL, {"call": call_key}).mappings())

    def one(self, order_id: str) -> Order | None:
        """The order with this id, None when there is none."""
        with self.database.reading() as connection:
            row = connection.execute(_ONE, {"order": order_id}).mappings().one_or_none()
            return _order(connection, row) if row is not None else None

    def events(self, order_id: str) -> tuple[OrderEvent, ...]:
        """What happened to an order, oldest first."""
        with self.database.reading() as connection:
            found = connection.execute(_EVENTS, {"order": order_id}).mappings()
            rows = [EVENTS.open(connection, row) for row in found]
        return tuple(
            OrderEvent(row["order_id"], instant(row["at"]), row["who"], row["what"], row["before"], row["after"])
            for row in rows
        )

    def change_status(self, order_id: str, after: Status, who: str, now: dt.datetime) -> Order:
        """Set the state of an order and record who did it ("staff:ana"). What it is already is no change.

        Raises NoSuchOrder, StatusNotPossible (ordering rules, Orders).
        """
        return self.change(order_id, lambda order: with_status(order, after, By(who, now)), now)

    def change(self, order_id: str, decide: Callable[[Order], OrderChange | None], now: dt.datetime) -> Order:
        """Change an order as `decide` says, who sees it as it is now; None is no change. The order as it then is.

        Order, event and texts are written together. Raises NoSuchOrder, and whatever `decide` raises; then nothing is.
        """
        with self.database.transaction() as connection:
            row = connection.execute(_LOCKED, {"order": order_id}).mappings().one_or_none()
            if row is None:
                raise NoSuchOrder(order_id)
            before = _order(connection, row)
            change = decide(before)
            if change is None:
                return before
            make_last(connection)
            if change.order.status is not before.status:
                connection.execute(_SET, {"order": order_id, "after": str(change.order.status)})
            if change.order.revision != before.revision:
                rewrite_order(connection, change.order)
            write_event(connection, change.event)
            for text in change.texts:
                queue_text(connection, text, before.call_key, now)
        return change.order


def _order(connection: Connection, row: RowMapping) -> Order:
    return replace(order_of(ORDERS.open(connection, row)["document"]), status=Status(row["status"]))
