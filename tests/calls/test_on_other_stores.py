"""Recorded calls on PostgreSQL, and on PostgreSQL with live calls in Redis: the same answers as on SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from kebabalab.cli.call_command import play_on, server_for
from kebabalab.cli.replay import load
from kebabalab.gateways.webhook_client import WebhookClient
from tests.contracts.postgres import new_database, postgres_server
from tests.contracts.redis_server import shared_redis
from tests.vaults import KEY

CALLS = Path(__file__).parents[2] / "examples" / "calls"
# Those in which the store has the most to do.
CHOSEN = ("simple_order", "parallel_calls", "message_twice", "the_usual", "added_after_placing", "create_order_twice")


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with postgres_server() as url:
        yield url


@pytest.fixture(scope="module")
def redis_url() -> Iterator[str]:
    with shared_redis() as url:
        yield url


@pytest.fixture(params=["postgresql", "postgresql and redis"])
def settings(request: pytest.FixtureRequest, postgres: str, redis_url: str) -> Iterator[dict[str, str]]:
    # Recordings have their calls' ids in common.
    redis.Redis.from_url(redis_url).flushdb()
    with new_database(postgres) as database:
        live = {"REDIS_URL": redis_url} if "redis" in request.param else {}
        yield {"DATABASE_URL": database.replace("postgresql+psycopg", "postgresql"), "DATA_KEYS": KEY, **live}


@pytest.mark.parametrize("name", CHOSEN)
def test_a_recorded_call_is_answered_and_stored_as_expected(name: str, settings: dict[str, str]) -> None:
    recorded = load(CALLS / f"{name}.json")
    with server_for(recorded, settings=settings) as server:
        played = play_on(recorded, WebhookClient(server.url), server)
    assert played.mismatches == ()
