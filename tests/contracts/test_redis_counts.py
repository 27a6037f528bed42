"""What servers count together in Redis holds for all of them, and costs no caller when Redis is gone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kebabalab.db.redis_counts import shared_counts
from kebabalab.web.limits import Counter, Limit, read_limit
from tests.contracts.redis_server import NoRedis, RedisServer, redis_server


@pytest.fixture
def server() -> Iterator[RedisServer]:
    """A Redis that can be stopped."""
    try:
        with redis_server() as running:
            yield running
    except NoRedis as none:
        pytest.skip(str(none))


def limit_of(server: RedisServer, words: str) -> Limit:
    """The limit of one more server."""
    return read_limit(words, Counter(shared_counts(server.url), pause=0.0))


def test_two_servers_admit_together_what_one_may(server: RedisServer) -> None:
    one, other = limit_of(server, "3/hour"), limit_of(server, "3/hour")
    assert [limit.admits("in", "192.0.2.1") for limit in (one, other, one, other, one)] == [True] * 3 + [False] * 2


def test_requests_go_through_while_redis_is_gone_and_are_counted_there_again_afterwards(server: RedisServer) -> None:
    limit = limit_of(server, "3/hour")
    assert limit.admits("in", "192.0.2.1")
    server.stop(hard=True)
    assert [limit.admits("in", "192.0.2.1") for _ in range(3)] == [True] * 3
    server.start()
    assert [limit.admits("in", "192.0.2.1") for _ in range(3)] == [True, True, False]
