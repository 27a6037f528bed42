"""The predecessor's SQLite file: its orders read, and written as ours once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

from sqlalchemy import bindparam, func, select

from kebabalab.db.connection import Database
from kebabalab.db.effects import write_effect
from kebabalab.db.statements import InsertIfMissing
from kebabalab.db.tables import day_counters, orders
from kebabalab.models.call import PlaceOrder
from kebabalab.models.order import Order, OrderNumber
from kebabalab.tools.old_orders import OldOrder

_COLUMNS = tuple(field.name for field in fields(OldOrder))
_KNOWN = select(orders.c.id).where(orders.c.call_key == bindparam("call")).limit(1)
_TAKEN = select(orders.c.id).where(orders.c.business_day == bindparam("day"), orders.c.number == bindparam("number"))
_LAST = select(func.max(orders.c.number)).where(orders.c.business_day == bindparam("day"))
_COUNTER = InsertIfMissing(day_counters, {"last_number": 0})


class NoPrototype(Exception):
    """A file that is no database of the predecessor; the text says why."""


def count_old(path: Path) -> int:
    """How many orders the file holds. Raises NoPrototype."""
    with closing(_opened(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM orders").fetchone()[0])


def read_old(path: Path) -> Iterator[OldOrder]:
    """The orders of the file, the oldest first. Raises NoPrototype."""
    with closing(_opened(path)) as connection:
        rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM orders ORDER BY rowid")  # noqa: S608
        for row in rows:
            money = {"subtotal", "gst", "total"}
            named = zip(_COLUMNS, row, strict=True)
            yield OldOrder(**{name: value if name in money else _text(value) for name, value in named})


def keep_old(database: Database, order: Order) -> Order | None:
    """Write an imported order; under another number of its day where its own is taken. None: it is there already.

    Raises StoreUnavailable.
    """
    with database.transaction() as connection:
        if connection.execute(_KNOWN, {"call": order.call_key}).first() is not None:
            return None
        day = order.number.day.isoformat()
        taken = connection.execute(_TAKEN, {"day": day, "number": order.number.number}).first() is not None
        if taken or not order.number.number:
            last = connection.execute(_LAST, {"day": day}).scalar_one() or 0
            order = replace(order, number=OrderNumber(order.number.day, last + 1))
        _COUNTER(connection, {"business_day": day})
        write_effect(connection, PlaceOrder(order), order.call_key, order.placed_at)
    return order


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        there = {row[1] for row in connection.execute("PRAGMA table_info(orders)")}
    except sqlite3.DatabaseError as error:
        connection.close()
        raise NoPrototype(f"{path} is no SQLite database") from error
    missing = [name for name in _COLUMNS if name not in there]
    if missing:
        connection.close()
        raise NoPrototype(f"{path} has no table orders with {', '.join(missing)}")
    return connection


def _text(value: object) -> str:
    return "" if value is None else value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
