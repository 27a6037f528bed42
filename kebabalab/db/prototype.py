"""The predecessor's SQLite file: its orders read, and written as ours once."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, func, inspect, select

from kebabalab.db import ledger
from kebabalab.db.connection import Database
from kebabalab.db.effects import write_effect, write_event
from kebabalab.db.tables import orders
from kebabalab.models.call import PlaceOrder
from kebabalab.models.order import Order, OrderEvent, OrderNumber
from kebabalab.tools.old_orders import OldOrder

_COLUMNS = tuple(one.name for one in fields(OldOrder) if one.name != "copy")
_MONEY = frozenset({"subtotal", "gst", "total"})
_KNOWN = select(orders.c.id).where(orders.c.call_key == bindparam("call")).limit(1)
_TAKEN = select(orders.c.id).where(orders.c.business_day == bindparam("day"), orders.c.number == bindparam("number"))
_LAST = select(func.max(orders.c.number)).where(orders.c.business_day == bindparam("day"))


class NoPrototype(Exception):
    """A file that is no database of the predecessor; the text says why."""


def count_old(path: Path) -> int:
    """How many orders the file holds. Raises NoPrototype."""
    with _opened(path) as connection:
        return int(connection.execute("SELECT count(*) FROM orders").fetchone()[0])


def read_old(path: Path) -> Iterator[OldOrder]:
    """The orders of the file, the oldest first. Raises NoPrototype, after those before it where one can't be read."""
    copies: Counter[tuple[str, str]] = Counter()
    with _opened(path) as connection:
        rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM orders ORDER BY rowid")  # noqa: S608
        for row in rows:
            named = zip(_COLUMNS, row, strict=True)
            values: dict[str, Any] = {name: value if name in _MONEY else _text(value) for name, value in named}
            old = OldOrder(**values)
            copies[old.order_number, old.created_at] += 1
            yield replace(old, copy=copies[old.order_number, old.created_at])


def keep_old(database: Database, old: OldOrder, order: Order) -> Order | None:
    """Write an imported order; under the next number of its day where its own is taken. None: it is there already.

    Raises StoreUnavailable.
    """
    with database.transaction() as connection:
        # Held first: a caller who orders at this moment takes no number between the look and the write.
        following = ledger.next_number(connection, order.number.day)
        if _is_known(connection, order):
            return None
        if not order.number.number or _is_taken(connection, order.number):
            order = replace(order, number=following)
        write_effect(connection, PlaceOrder(order), order.call_key, order.placed_at)
        write_event(
            connection, OrderEvent(order.number.id, order.placed_at, "system", "imported", old.order_number[:60])
        )
    return order


@dataclass(slots=True)
class Rehearsal:
    """Says what keep_old would do, and writes nothing. `database` is None where there is none yet."""

    database: Database | None
    _numbers: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def keep(self, order: Order) -> Order | None:
        """As keep_old. Raises StoreUnavailable."""
        numbers, last = self._numbers[order.number.day.isoformat()], 0
        is_taken = order.number.number in {0, *numbers}
        if self.database is not None:
            with self.database.reading() as connection:
                if inspect(connection).has_table(orders.name):
                    if _is_known(connection, order):
                        return None
                    is_taken = is_taken or _is_taken(connection, order.number)
                    last = connection.execute(_LAST, {"day": order.number.day.isoformat()}).scalar_one() or 0
        if is_taken:
            order = replace(order, number=OrderNumber(order.number.day, max(last, *numbers, 0) + 1))
        numbers.add(order.number.number)
        return order


def _is_known(connection: Connection, order: Order) -> bool:
    return connection.execute(_KNOWN, {"call": order.call_key}).first() is not None


def _is_taken(connection: Connection, number: OrderNumber) -> bool:
    return connection.execute(_TAKEN, {"day": number.day.isoformat(), "number": number.number}).first() is not None


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
            there = {row[1] for row in connection.execute("PRAGMA table_info(orders)")}
            missing = [name for name in _COLUMNS if name not in there]
            if missing:
                raise NoPrototype(f"{path} has no table orders with {', '.join(missing)}")
            yield connection
    except sqlite3.Error as error:
        raise NoPrototype(f"{path} can't be read: {error}") from error


def _text(value: object) -> str:
    """A value as text that every store takes: without the characters that end texts or are no characters."""
    if value is None:
        return ""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()
