"""A database is brought up to date once, wherever it stood, and says where it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from kebabalab.db.connection import Database
from kebabalab.db.migrate import _config, is_current, revision, upgrade
from kebabalab.db.tables import metadata
from kebabalab.models.errors import StoreUnavailable
from tests.contracts.placing import place
from tests.contracts.stores import SqlStore


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    """A database without any table."""
    held = Database(empty_url, budget=30)
    yield held
    held.close()


def tables(database: Database) -> list[str]:
    return sorted(inspect(database.engine).get_table_names())


def test_an_empty_database_is_at_no_step(empty: Database) -> None:
    at, needed = revision(empty)
    assert (at, bool(needed)) == ("", True)
    assert not is_current(empty)
    assert tables(empty) == []


def test_bringing_it_up_to_date_makes_every_table_with_its_indexes_and_keys(empty: Database) -> None:
    upgrade(empty)
    assert is_current(empty)
    with empty.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_partial_indexes_are_as_the_tables_say(empty: Database) -> None:
    upgrade(empty)
    query = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        if empty.is_sqlite
        else "SELECT indexname, indexdef FROM pg_indexes"
    )
    with empty.engine.connect() as connection:
        made = {row[0]: row[1] for row in connection.exec_driver_sql(query)}
    assert "cancelled" in made["ix_orders_phone"]
    assert "pending" in made["ix_outbox_due_at"]


def test_doing_it_twice_changes_nothing(empty: Database) -> None:
    upgrade(empty)
    order = place(SqlStore(empty).calls)
    before = tables(empty)
    upgrade(empty)
    assert tables(empty) == before
    assert SqlStore(empty).orders() == (order,)


def test_every_step_can_be_taken_back(empty: Database) -> None:
    upgrade(empty)
    with empty.transaction() as connection:
        command.downgrade(_config(connection), "base")
    assert tables(empty) == ["alembic_version"]
    upgrade(empty)
    assert is_current(empty)


def test_a_database_of_a_newer_version_is_left_alone(empty: Database) -> None:
    upgrade(empty)
    with empty.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailable, match="newer version"):
        upgrade(empty)
