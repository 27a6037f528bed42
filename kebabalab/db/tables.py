"""The tables, as SQLAlchemy Core knows them. Times are whole milliseconds since 1970 in UTC; money is whole cents."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# SQLite counts up only an INTEGER key by itself.
AutoId = BigInteger().with_variant(Integer, "sqlite")

calls = Table(
    "calls",
    metadata,
    Column("key", String(220), primary_key=True),
    Column("caller", String(20), nullable=False),
    Column("state", Text, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("used_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
    Index("ix_calls_used_at", "used_at"),
)

tool_answers = Table(
    "tool_answers",
    metadata,
    Column("call_key", String(220), ForeignKey("calls.key", ondelete="CASCADE"), primary_key=True),
    Column("tool_call_id", String(220), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("ok", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("answered_at", BigInteger, nullable=False),
)

orders = Table(
    "orders",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("shop_id", String(60), nullable=False),
    Column("business_day", String(10), nullable=False),
    Column("number", Integer, nullable=False),
    Column("call_key", String(220), nullable=False),
    Column("status", String(12), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("customer_name", String(200), nullable=False),
    Column("phone", String(20), nullable=False),
    Column("notes", Text, nullable=False),
    Column("item_count", Integer, nullable=False),
    Column("subtotal_cents", BigInteger, nullable=False),
    Column("surcharge_cents", BigInteger, nullable=False),
    Column("tax_cents", BigInteger, nullable=False),
    Column("total_cents", BigInteger, nullable=False),
    Column("pickup_at", BigInteger, nullable=False),
    Column("placed_at", BigInteger, nullable=False),
    Column("menu_version", String(64), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("document", Text, nullable=False),
    UniqueConstraint("business_day", "number", name="uq_orders_business_day"),
    Index("ix_orders_phone", "phone", "placed_at"),
    Index("ix_orders_status", "status", "pickup_at"),
    Index("ix_orders_placed_at", "placed_at"),
)

order_lines = Table(
    "order_lines",
    metadata,
    Column("order_id", String(20), ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("item", String(100), nullable=False),
    Column("name", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("unit_cents", BigInteger, nullable=False),
    Column("total_cents", BigInteger, nullable=False),
    Column("details", Text, nullable=False),
)

price_steps = Table(
    "price_steps",
    metadata,
    Column("order_id", String(20), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("step", Integer, primary_key=True),
    Column("rule", String(20), nullable=False),
    Column("label", Text, nullable=False),
    Column("amount_cents", BigInteger, nullable=False),
)

order_events = Table(
    "order_events",
    metadata,
    Column("id", AutoId, primary_key=True, autoincrement=True),
    Column("order_id", String(20), ForeignKey("orders.id", ondelete="CASCADE"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("who", String(100), nullable=False),
    Column("what", String(100), nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Index("ix_order_events_order_id", "order_id", "id"),
)

day_counters = Table(
    "day_counters",
    metadata,
    Column("business_day", String(10), primary_key=True),
    Column("last_number", Integer, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", AutoId, primary_key=True, autoincrement=True),
    Column("kind", String(30), nullable=False),
    Column("recipient", String(20), nullable=False),
    Column("body", Text, nullable=False),
    Column("order_id", String(20), nullable=False),
    Column("call_key", String(220), nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("queued_at", BigInteger, nullable=False),
    Column("sent_at", BigInteger),
    Column("problem", Text, nullable=False),
    Index("ix_outbox_state", "state", "due_at"),
)

call_records = Table(
    "call_records",
    metadata,
    Column("key", String(220), primary_key=True),
    Column("caller", String(20), nullable=False),
    Column("status", String(60), nullable=False),
    Column("ended_reason", String(200), nullable=False),
    Column("transcript", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("messages", Text, nullable=False),
    Column("cost", Float),
    Column("duration_seconds", Float),
    Column("started_at", String(40), nullable=False),
    Column("ended_at", String(40), nullable=False),
    Column("reported_at", BigInteger, nullable=False),
    Index("ix_call_records_reported_at", "reported_at"),
)
