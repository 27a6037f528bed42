"""The stores that must keep the promises of tools.ports.Calls, and a way to look at what each has kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Protocol

from sqlalchemy import insert, select

from kebabalab.db.block_list import BlockList
from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.encoding import instant
from kebabalab.db.memory import MemoryCalls
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.orders import OrderBook
from kebabalab.db.redis_calls import RedisCalls
from kebabalab.db.redis_sessions import RedisSessions
from kebabalab.db.tables import call_records, metadata, outbox
from kebabalab.db.vault_columns import RECORDS, TEXTS
from kebabalab.models.call import CallRecord, QueueText
from kebabalab.models.order import Order, OrderEvent, Status
from kebabalab.tools.ports import Calls

LIFETIME = dt.timedelta(minutes=30)
AT_NOON = dt.datetime(2026, 11, 23, 1, 0, tzinfo=dt.UTC)


class Store(Protocol):
    """A store of calls, and what is in it."""

    @property
    def calls(self) -> Calls:
        """The store as tools see it."""
        ...

    def orders(self) -> tuple[Order, ...]:
        """All orders, in the order of their ids."""
        ...

    def events(self, order_id: str) -> tuple[OrderEvent, ...]:
        """What happened to an order, oldest first."""
        ...

    def texts(self) -> tuple[QueueText, ...]:
        """All texts that wait, oldest first."""
        ...

    def record(self, key: str) -> CallRecord | None:
        """What was reported of a call; `at` when it was last reported."""
        ...

    def change_status(self, order_id: str, after: Status, who: str, now: dt.datetime) -> Order:
        """What the kitchen does."""
        ...

    def block(self, phone: str) -> None:
        """What staff do with a caller who is a nuisance."""
        ...

    def opt_out(self, phone: str) -> None:
        """What a STOP does."""
        ...


NewStore = Callable[[int], Store]


class MemoryStore:
    """Calls in memory."""

    def __init__(self, most_calls: int) -> None:
        self.calls = MemoryCalls(LIFETIME, most_calls)
        self.change_status = self.calls.change_status
        self.block = self.calls.block
        self.opt_out = self.calls.opt_out

    def orders(self) -> tuple[Order, ...]:
        return tuple(sorted(self.calls.orders, key=lambda order: order.number.id))

    def events(self, order_id: str) -> tuple[OrderEvent, ...]:
        return tuple(event for event in self.calls.events if event.order_id == order_id)

    def texts(self) -> tuple[QueueText, ...]:
        return self.calls.texts

    def record(self, key: str) -> CallRecord | None:
        return self.calls.records.get(key)


@dataclass
class SqlStore:
    """Calls in a database."""

    database: Database
    most_calls: int = 1000

    def __post_init__(self) -> None:
        self.calls: Calls = SqlCalls(self.database, LIFETIME, self.most_calls)
        self.change_status = OrderBook(self.database).change_status

    def orders(self) -> tuple[Order, ...]:
        return tuple(sorted(OrderBook(self.database).latest(10_000), key=lambda order: order.number.id))

    def events(self, order_id: str) -> tuple[OrderEvent, ...]:
        return OrderBook(self.database).events(order_id)

    def texts(self) -> tuple[QueueText, ...]:
        with self.database.reading() as connection:
            found = connection.execute(select(outbox).order_by(outbox.c.id)).mappings()
            rows = [TEXTS.open(connection, row) for row in found]
        return tuple(QueueText(row["kind"], row["recipient"], row["body"], row["order_id"]) for row in rows)

    def block(self, phone: str) -> None:
        BlockList(self.database).block(phone, "", AT_NOON)

    def opt_out(self, phone: str) -> None:
        OptOuts(self.database).add(phone, AT_NOON)

    def record(self, key: str) -> CallRecord | None:
        with self.database.reading() as connection:
            found = connection.execute(select(call_records).where(call_records.c.key == key)).mappings().one_or_none()
            if found is None:
                return None
            row = RECORDS.open(connection, found)
        known = {field.name: row[field.name] for field in fields(CallRecord) if field.name != "at"}
        return CallRecord(at=instant(row["reported_at"]), **known)


@dataclass
class RedisStore(SqlStore):
    """Calls in Redis, their orders in a database."""

    live: RedisSessions = field(kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.calls = RedisCalls(self.live, self.database, LIFETIME, self.most_calls)


def emptied(database: Database) -> None:
    """Delete every row."""
    with database.transaction() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())


def filled(database: Database, rows: dict[str, list[dict[str, object]]]) -> None:
    """Add rows by table."""
    with database.transaction() as connection:
        for name, several in rows.items():
            connection.execute(insert(metadata.tables[name]), several)
