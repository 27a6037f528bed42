"""Staff have accounts, sessions and paired devices.

Revision 0006, after 0005.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "staff_accounts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_staff_accounts")),
    )
    op.create_table(
        "staff_devices",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("paired_by", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_devices")),
    )
    op.create_table(
        "staff_sessions",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=True),
        sa.Column("device", sa.Text(), nullable=True),
        sa.Column("began_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_staff_sessions")),
        sa.ForeignKeyConstraint(
            ["account"], ["staff_accounts.name"], name=op.f("fk_staff_sessions_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["device"], ["staff_devices.id"], name=op.f("fk_staff_sessions_device"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_staff_sessions_account", "staff_sessions", ["account"])
    op.create_index("ix_staff_sessions_device", "staff_sessions", ["device"])
    op.create_table(
        "staff_codes",
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_staff_codes")),
    )
    op.create_table(
        "staff_browsers",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_staff_browsers")),
        sa.ForeignKeyConstraint(
            ["account"], ["staff_accounts.name"], name=op.f("fk_staff_browsers_account"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_staff_browsers_account", "staff_browsers", ["account"])
    op.create_table(
        "staff_tries",
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_staff_tries")),
    )
    op.create_index("ix_staff_tries_last_at", "staff_tries", ["last_at"])


def downgrade() -> None:
    """Take it back."""
    for table in ("staff_tries", "staff_browsers", "staff_codes", "staff_sessions", "staff_devices", "staff_accounts"):
        op.drop_table(table)
