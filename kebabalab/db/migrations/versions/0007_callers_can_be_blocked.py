"""Numbers that only a person takes orders of, and indexes to count the texts of callers.

Revision 0007, after 0006.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "blocked_callers",
        sa.Column("phone_mark", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("phone_mark", name=op.f("pk_blocked_callers")),
    )
    of_callers = sa.text("recipient_mark <> ''")
    for name, columns in (
        ("ix_outbox_of_callers", ["queued_at"]),
        ("ix_outbox_recipient", ["recipient_mark", "queued_at"]),
    ):
        op.create_index(name, "outbox", columns, sqlite_where=of_callers, postgresql_where=of_callers)


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_outbox_recipient", "outbox")
    op.drop_index("ix_outbox_of_callers", "outbox")
    op.drop_table("blocked_callers")
