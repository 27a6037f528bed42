"""Bring a database to the shape that this version needs, once, however many nodes start together."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from kebabalab.db.connection import Database
from kebabalab.models.errors import StoreUnavailable

# Any number will do that nobody else uses: nodes that start together take turns by it.
_TURN = 7_265_622


def upgrade(database: Database) -> None:
    """Run the missing steps, all or none of them. Raises StoreUnavailable."""
    with database.transaction() as connection:
        if not database.is_sqlite:
            connection.execute(text("SET LOCAL lock_timeout = '60s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
        command.upgrade(_config(connection), "head")


def revision(database: Database) -> tuple[str, str]:
    """The step that the database is at ("" for an empty one), and the one that this version needs."""
    needed = ScriptDirectory.from_config(_config(None)).get_current_head() or ""
    try:
        with database.reading() as connection:
            return MigrationContext.configure(connection).get_current_revision() or "", needed
    except DBAPIError as error:
        raise StoreUnavailable(type(error).__name__) from error


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", "kebabalab.db:migrations")
    config.attributes["connection"] = connection
    return config
