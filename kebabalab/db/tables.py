"""The tables, as SQLAlchemy Core knows them. Times are whole milliseconds since 1970 in UTC; money is whole cents.

What is known of callers is sealed (db.vault_columns says which columns); a column `..._mark` finds a number's rows by a
keyed hash of it.

Text has no length: PostgreSQL would refuse what SQLite takes. What is too long is cut or refused where it comes in.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TextClause,
    UniqueConstraint,
    text,
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
# Conditions of indexes. A query uses such an index only where it says the same, with nothing left to fill in.
STANDS: TextClause = text("status <> 'cancelled'")
IS_PENDING: TextClause = text("state = 'pending'")
IS_DEAD: TextClause = text("state = 'dead'")
IS_OF_ORDER: TextClause = text("order_id <> ''")
IS_OF_CALLER: TextClause = text("recipient_mark <> ''")
IS_REFERRED: TextClause = text("reference <> ''")
IS_KEPT: TextClause = text("cleared_at IS NULL")

calls = Table(
    "calls",
    metadata,
    Column("key", Text, primary_key=True),
    Column("caller_mark", Text, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("used_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
    # Which copy of a call is the newer one, where live calls are in Redis.
    Column("version", BigInteger, nullable=False, server_default="0"),
    Index("ix_calls_used_at", "used_at", "closed_at"),
)

tool_answers = Table(
    "tool_answers",
    metadata,
    Column("call_key", Text, ForeignKey("calls.key", ondelete="CASCADE"), primary_key=True),
    Column("tool_call_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("ok", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("answered_at", BigInteger, nullable=False),
)

orders = Table(
    "orders",
    metadata,
    Column("id", Text, primary_key=True),
    Column("shop_id", Text, nullable=False),
    Column("business_day", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("call_key", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("customer_name", Text, nullable=False),
    # The number itself is in the document.
    Column("phone_mark", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("item_count", Integer, nullable=False),
    Column("subtotal_cents", BigInteger, nullable=False),
    Column("surcharge_cents", BigInteger, nullable=False),
    Column("tax_cents", BigInteger, nullable=False),
    Column("total_cents", BigInteger, nullable=False),
    Column("pickup_at", BigInteger, nullable=False),
    Column("placed_at", BigInteger, nullable=False),
    Column("menu_version", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("document", Text, nullable=False),
    # When name, number and notes were cleared; the rest stays.
    Column("cleared_at", BigInteger),
    UniqueConstraint("business_day", "number", name="uq_orders_business_day"),
    Index("ix_orders_phone", "phone_mark", "placed_at", "id", sqlite_where=STANDS, postgresql_where=STANDS),
    Index("ix_orders_status", "status", "pickup_at"),
    Index("ix_orders_placed_at", "placed_at", "id"),
    Index("ix_orders_kept", "placed_at", sqlite_where=IS_KEPT, postgresql_where=IS_KEPT),
    Index("ix_orders_call_key", "call_key"),
)

order_lines = Table(
    "order_lines",
    metadata,
    Column("order_id", Text, ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("item", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("unit_cents", BigInteger, nullable=False),
    Column("total_cents", BigInteger, nullable=False),
    Column("details", Text, nullable=False),
)

price_steps = Table(
    "price_steps",
    metadata,
    Column("order_id", Text, ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("step", Integer, primary_key=True),
    Column("rule", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("amount_cents", BigInteger, nullable=False),
)

order_events = Table(
    "order_events",
    metadata,
    Column("id", AutoId, primary_key=True, autoincrement=True),
    Column("order_id", Text, ForeignKey("orders.id", ondelete="CASCADE"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Index("ix_order_events_order_id", "order_id", "id"),
)

day_counters = Table(
    "day_counters",
    metadata,
    Column("business_day", Text, primary_key=True),
    Column("last_number", Integer, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", AutoId, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("recipient_mark", Text, nullable=False, server_default=""),
    Column("body", Text, nullable=False),
    Column("order_id", Text, nullable=False),
    Column("call_key", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("queued_at", BigInteger, nullable=False),
    Column("sent_at", BigInteger),
    Column("problem", Text, nullable=False),
    # Not worth sending from then on; counts up with each claim, so that only the last one has a say.
    Column("expires_at", BigInteger, nullable=False, server_default="0"),
    Column("claim", Integer, nullable=False, server_default="0"),
    # Since when it may have gone out without our knowing; the carrier's id of it, and what became of it there.
    Column("doubt_since", BigInteger),
    Column("reference", Text, nullable=False, server_default=""),
    Column("delivery", Text, nullable=False, server_default=""),
    # Since when a later text says otherwise: it may have gone out already, but is not sent again.
    Column("superseded_at", BigInteger),
    Index("ix_outbox_due_at", "due_at", "id", sqlite_where=IS_PENDING, postgresql_where=IS_PENDING),
    Index("ix_outbox_queued_at", "queued_at"),
    Index("ix_outbox_of_callers", "queued_at", sqlite_where=IS_OF_CALLER, postgresql_where=IS_OF_CALLER),
    Index(
        "ix_outbox_recipient", "recipient_mark", "queued_at", sqlite_where=IS_OF_CALLER, postgresql_where=IS_OF_CALLER
    ),
    Index("ix_outbox_order_id", "order_id", sqlite_where=IS_OF_ORDER, postgresql_where=IS_OF_ORDER),
    Index("ix_outbox_dead", "id", sqlite_where=IS_DEAD, postgresql_where=IS_DEAD),
    Index("ix_outbox_reference", "reference", sqlite_where=IS_REFERRED, postgresql_where=IS_REFERRED),
)

opt_outs = Table(
    "opt_outs",
    metadata,
    Column("phone_mark", Text, primary_key=True),
    Column("since", BigInteger, nullable=False),
    Column("phone", Text, nullable=False, server_default=""),
)

# Numbers that only a person takes orders of.
blocked_callers = Table(
    "blocked_callers",
    metadata,
    Column("phone_mark", Text, primary_key=True),
    Column("since", BigInteger, nullable=False),
    Column("phone", Text, nullable=False),
    Column("why", Text, nullable=False),
)

call_records = Table(
    "call_records",
    metadata,
    Column("key", Text, primary_key=True),
    Column("caller_mark", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("ended_reason", Text, nullable=False),
    Column("transcript", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("messages", Text, nullable=False),
    Column("cost", Float),
    Column("duration_seconds", Float),
    Column("started_at", Text, nullable=False),
    Column("ended_at", Text, nullable=False),
    Column("reported_at", BigInteger, nullable=False),
    Column("caller", Text, nullable=False, server_default=""),
    Column("cleared_at", BigInteger),
    Index("ix_call_records_kept", "reported_at", sqlite_where=IS_KEPT, postgresql_where=IS_KEPT),
)

# The keys that some row may need, and "plain" for what is not sealed yet. The proof is sealed with the key.
data_keys = Table(
    "data_keys",
    metadata,
    Column("id", Text, primary_key=True),
    Column("proof", Text, nullable=False),
    Column("since", BigInteger, nullable=False),
)

# Staff. Of a session, a code and a browser only a hash is kept; a code's, and those of who was refused, are keyed.
staff_accounts = Table(
    "staff_accounts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("since", BigInteger, nullable=False),
)

staff_devices = Table(
    "staff_devices",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("paired_by", Text, nullable=False),
    Column("since", BigInteger, nullable=False),
)

# Of a person or of a device.
staff_sessions = Table(
    "staff_sessions",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("account", Text, ForeignKey("staff_accounts.name", ondelete="CASCADE")),
    Column("device", Text, ForeignKey("staff_devices.id", ondelete="CASCADE")),
    Column("began_at", BigInteger, nullable=False),
    Column("used_at", BigInteger, nullable=False),
    Index("ix_staff_sessions_account", "account"),
    Index("ix_staff_sessions_device", "device"),
)

staff_codes = Table(
    "staff_codes",
    metadata,
    Column("mark", Text, primary_key=True),
    Column("device", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("ends_at", BigInteger, nullable=False),
)

# Browsers that somebody has signed in with before.
staff_browsers = Table(
    "staff_browsers",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("account", Text, ForeignKey("staff_accounts.name", ondelete="CASCADE"), nullable=False),
    Column("used_at", BigInteger, nullable=False),
    Index("ix_staff_browsers_account", "account"),
)

# Wrong tries in a row, by account, by address and by browser.
staff_tries = Table(
    "staff_tries",
    metadata,
    Column("mark", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Index("ix_staff_tries_last_at", "last_at"),
)
