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
    if is_current(database):
        return
    with database.transaction(PATIENCE_SECONDS) as connection:
        take_turn(connection)
        upgrade_in(connection, to)


def take_turn(connection: Connection) -> None:
    """Have no other node change the tables until the transaction at hand ends, however long that takes."""
    if connection.dialect.name != "sqlite":
        for statement in _TAKE_TURN:
            connection.execute(statement)


def upgrade_in(connection: Connection, to: str = "head") -> None:
    """Run the missing steps in the transaction at hand; none where another node has done so meanwhile."""
    command.upgrade(_config(connection), to)


def knows(step: str) -> bool:
    """Whether this version knows the way from a step to its own."""
    return step in _steps()


def is_current(database: Database) -> bool:
    """Whether the database has the shape that this version needs. Raises StoreUnavailable."""
    current, needed = revision(database)
    if current and not knows(current):
        raise StoreUnavailable(f"it was last used by a newer version, which brought it to step {current}")
    return current == needed


def revision(database: Database) -> tuple[str, str]:
    """The step that the database is at ("" for an empty one), and the one that this version needs.

    Raises StoreUnavailable.
    """
    with database.reading() as connection:
        return revision_in(connection), _steps()[0]


def revision_in(connection: Connection) -> str:
    """The step that the database is at as this transaction sees it, "" for an empty one."""
    return MigrationContext.configure(connection).get_current_revision() or ""


@cache
def _steps() -> tuple[str, ...]:
    """The ids of all steps, the newest first."""
    return tuple(step.revision for step in ScriptDirectory.from_config(_config(None)).walk_revisions())


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", "kebabalab.db:migrations")
    config.attributes["connection"] = connection
    return config
