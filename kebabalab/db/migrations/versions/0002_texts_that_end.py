"""Texts that end: until when each is worth sending, who has it, whether it may have gone out, and what became of it.

Revision 0002, after 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

HALF_AN_HOUR = 1_800_000


def upgrade() -> None:
    """Take the step."""
    op.add_column("outbox", sa.Column("expires_at", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("outbox", sa.Column("claim", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("outbox", sa.Column("doubt_since", sa.BigInteger(), nullable=True))
    op.add_column("outbox", sa.Column("reference", sa.Text(), nullable=False, server_default=""))
    op.add_column("outbox", sa.Column("delivery", sa.Text(), nullable=False, server_default=""))
    op.execute(f"UPDATE outbox SET expires_at = queued_at + {HALF_AN_HOUR}, claim = attempts")  # noqa: S608
    ordered, dead, referred = sa.text("order_id <> ''"), sa.text("state = 'dead'"), sa.text("reference <> ''")
    op.create_index("ix_outbox_order_id", "outbox", ["order_id"], sqlite_where=ordered, postgresql_where=ordered)
    op.create_index("ix_outbox_dead", "outbox", ["id"], sqlite_where=dead, postgresql_where=dead)
    op.create_index("ix_outbox_reference", "outbox", ["reference"], sqlite_where=referred, postgresql_where=referred)
    op.create_table(
        "opt_outs",
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("phone", name=op.f("pk_opt_outs")),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("opt_outs")
    op.drop_index("ix_outbox_order_id", "outbox")
    op.drop_index("ix_outbox_reference", "outbox")
    op.drop_index("ix_outbox_dead", "outbox")
    for column in ("delivery", "reference", "doubt_since", "claim", "expires_at"):
        op.drop_column("outbox", column)
