"""Every store there is, each new for its test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.redis_sessions import RedisSessions
from tests.contracts.postgres import NoPostgres, new_database, postgres_server
from tests.contracts.redis_server import NoRedis, shared_redis
from tests.contracts.stores import LIFETIME, MemoryStore, NewStore, RedisStore, SqlStore, Store, emptied
from tests.vaults import VAULT

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
        # What could not be tested has failed.
        pytest.fail(str(missing))


@pytest.fixture(scope="session")
def _shared_postgres(postgres: str) -> Iterator[Database]:
    with new_database(postgres) as url:
        database = Database(url, BUDGET, VAULT)
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
        held = Database(f"sqlite:///{tmp_path / 'calls.db'}", BUDGET, VAULT)
        upgrade(held)
        yield held
        held.close()
        return
    shared: Database = request.getfixturevalue("_shared_postgres")
    yield shared
    emptied(shared)


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """The URL of a Redis server, the same for all tests of this process."""
    try:
        with shared_redis() as url:
            yield url
    except NoRedis as missing:
        pytest.fail(str(missing))


@pytest.fixture
def live(redis_url: str) -> Iterator[RedisSessions]:
    """Live calls in Redis, none to begin with."""
    redis.Redis.from_url(redis_url).flushdb()
    sessions = RedisSessions(redis_url, round(LIFETIME.total_seconds() * 1000), BUDGET, VAULT)
    yield sessions
    sessions.close()


@pytest.fixture(params=("memory", *DATABASES, "sqlite and redis", "postgresql and redis"))
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """Makes a store with room for so many calls: a test that asks for this runs on each of them."""
    if request.param == "memory":
        yield MemoryStore
        return
    kind, _, has_redis = request.param.partition(" and ")
    live = request.getfixturevalue("live") if has_redis else None

    def on(database: Database) -> NewStore:
        return lambda most: SqlStore(database, most) if live is None else RedisStore(database, most, live=live)

    if kind == "sqlite":
        held = Database(f"sqlite:///{tmp_path / 'calls.db'}", BUDGET, VAULT)
        upgrade(held)
        yield on(held)
        held.close()
        return
    shared: Database = request.getfixturevalue("_shared_postgres")
    yield on(shared)
    emptied(shared)


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """A store with room for more calls than any test makes."""
    return new_store(1000)
