"""What is kept of callers is sealed: look-ups by keyed hashes, which keys are in use, and when something was cleared.

Nothing is sealed here: rows of before are read as they are, and sealed by the server in the background.

Revision 0004, after 0003.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kebabalab.models.errors import StoreUnavailable

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# A number of before is its own mark.
RENAMED = (
    ("calls", "caller", "caller_mark"),
    ("orders", "phone", "phone_mark"),
    ("call_records", "caller", "caller_mark"),
    ("opt_outs", "phone", "phone_mark"),
)
WITH_CALLERS = ("calls", "orders", "outbox", "call_records", "opt_outs")


def upgrade() -> None:
    """Take the step."""
    for table, before, after in RENAMED:
        op.execute(f"ALTER TABLE {table} RENAME COLUMN {before} TO {after}")
    op.add_column("orders", sa.Column("cleared_at", sa.BigInteger(), nullable=True))
    op.add_column("outbox", sa.Column("recipient_mark", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE outbox SET recipient_mark = recipient WHERE recipient <> ''")
    op.add_column("opt_outs", sa.Column("phone", sa.Text(), nullable=False, server_default=""))
    op.add_column("call_records", sa.Column("caller", sa.Text(), nullable=False, server_default=""))
    op.add_column("call_records", sa.Column("cleared_at", sa.BigInteger(), nullable=True))
    kept = sa.text("cleared_at IS NULL")
    op.create_index("ix_orders_kept", "orders", ["placed_at"], sqlite_where=kept, postgresql_where=kept)
    op.create_index("ix_call_records_kept", "call_records", ["reported_at"], sqlite_where=kept, postgresql_where=kept)
    op.create_index("ix_outbox_queued_at", "outbox", ["queued_at"])
    op.create_table(
        "data_keys",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_keys")),
    )
    rows = " UNION ALL ".join(f"SELECT 1 FROM {table}" for table in WITH_CALLERS)  # noqa: S608
    op.execute(f"INSERT INTO data_keys (id, proof, since) SELECT 'plain', '', 0 WHERE EXISTS ({rows})")


def downgrade() -> None:
    """Take it back. Raises StoreUnavailable where anything is sealed: nobody could read it then."""
    sealed = op.get_bind().execute(sa.text("SELECT 1 FROM data_keys WHERE id <> 'plain'")).first()
    if sealed is not None:
        raise StoreUnavailable("what is kept is encrypted: set ENCRYPTION=off and run `kebabalab keys rotate` first")
    op.drop_table("data_keys")
    op.drop_index("ix_outbox_queued_at", "outbox")
    op.drop_index("ix_call_records_kept", "call_records")
    op.drop_index("ix_orders_kept", "orders")
    op.drop_column("call_records", "cleared_at")
    op.drop_column("call_records", "caller")
    op.drop_column("opt_outs", "phone")
    op.drop_column("outbox", "recipient_mark")
    op.drop_column("orders", "cleared_at")
    for table, before, after in RENAMED:
        op.execute(f"ALTER TABLE {table} RENAME COLUMN {after} TO {before}")
