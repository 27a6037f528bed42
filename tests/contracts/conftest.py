"""Every store there is, each new for its test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from tests.contracts.postgres import NoPostgres, new_database, postgres_server
from tests.contracts.stores import MemoryStore, NewStore, SqlStore, Store, emptied

# Long enough for what a busy machine makes wait, short enough for the tests in which nobody ever answers.
BUDGET = 30.0
DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server, the same for all tests of this process."""
    try:
        with postgres_server() as url:
            yield url
    except NoPostgres as missing:
        # Where the tests decide what is published, what could not be tested has failed.
        if os.environ.get("CI"):
            pytest.fail(str(missing))
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def _shared_postgres(postgres: str) -> Iterator[Database]:
    with new_database(postgres) as url:
        database = Database(url, BUDGET)
        upgrade(database)
        yield database
        database.close()


@pytest.fixture
def empty_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'calls.db'}"
        return
    with new_database(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture(params=DATABASES)
def database_kind(request: pytest.FixtureRequest) -> str:
    """A test that asks for this runs on each kind of database."""
    return str(request.param)


@pytest.fixture
def database(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An up-to-date database with nothing in it."""
    if database_kind == "sqlite":
        held = Database(f"sqlite:///{tmp_path / 'calls.db'}", BUDGET)
        upgrade(held)
        yield held
        held.close()
        return
    shared: Database = request.getfixturevalue("_shared_postgres")
    yield shared
    emptied(shared)


@pytest.fixture(params=("memory", *DATABASES))
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """Makes a store with room for so many calls: a test that asks for this runs on each of them."""
    if request.param == "memory":
        yield MemoryStore
        return
    if request.param == "sqlite":
        held = Database(f"sqlite:///{tmp_path / 'calls.db'}", BUDGET)
        upgrade(held)
        yield lambda most: SqlStore(held, most)
        held.close()
        return
    shared: Database = request.getfixturevalue("_shared_postgres")
    yield lambda most: SqlStore(shared, most)
    emptied(shared)


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """A store with room for more calls than any test makes."""
    return new_store(1000)
