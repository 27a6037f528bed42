"""Bring a database to the shape that this version needs, once, however many nodes start together."""

from __future__ import annotations

from functools import cache

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from kebabalab.db.connection import Database
from kebabalab.models.errors import StoreUnavailable

# Any number will do that nobody else uses: nodes that start together take turns by it.
_TURN = 7_265_622
PATIENCE_SECONDS = 60.0
# What may take long with a million orders, and who waits for it, is not to be cut off.
_TAKE_TURN = (
    text("SET LOCAL statement_timeout = 0"),
    text("SET LOCAL idle_in_transaction_session_timeout = 0"),
    text(f"SET LOCAL lock_timeout = {PATIENCE_SECONDS * 1000:.0f}"),
    text(f"SELECT pg_advisory_xact_lock({_TURN})"),
)


def upgrade(database: Database, to: str = "head") -> None:
    """Run the missing steps, all or none of them, up to the newest or the one named. Raises StoreUnavailable."""
    if is_current(database) or (to != "head" and to not in _steps()):
        return
    with database.transaction(PATIENCE_SECONDS) as connection:
        if not database.is_sqlite:
            for statement in _TAKE_TURN:
                connection.execute(statement)
        # Another node may have done it all meanwhile; then there is nothing left to run.
        command.upgrade(_config(connection), to)


def is_current(database: Database) -> bool:
    """Whether the database has the shape that this version needs. Raises StoreUnavailable."""
    current, needed = revision(database)
    if current not in {"", *_steps()}:
        raise StoreUnavailable(f"it was last used by a newer version, which brought it to step {current}")
    return current == needed


def revision(database: Database) -> tuple[str, str]:
    """The step that the database is at ("" for an empty one), and the one that this version needs.

    Raises StoreUnavailable.
    """
    with database.reading() as connection:
        return MigrationContext.configure(connection).get_current_revision() or "", _steps()[0]


@cache
def _steps() -> tuple[str, ...]:
    """The ids of all steps, the newest first."""
    return tuple(step.revision for step in ScriptDirectory.from_config(_config(None)).walk_revisions())


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", "kebabalab.db:migrations")
    config.attributes["connection"] = connection
    return config
