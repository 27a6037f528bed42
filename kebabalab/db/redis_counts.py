"""Counts that several servers keep together in Redis, for rate limits."""

from __future__ import annotations

import redis
from limits.storage import RedisStorage, Storage
from redis.backoff import NoBackoff
from redis.retry import Retry

CONNECTIONS = 16
# A count is worth less than a caller's time: who does not answer at once is left alone.
SECONDS = 0.25


def shared_counts(url: str) -> Storage:
    """Counts in this Redis; nothing is opened yet. Raises limits' StorageError when it does not answer at once."""
    pool = redis.BlockingConnectionPool.from_url(
        url,
        max_connections=CONNECTIONS,
        timeout=SECONDS,
        socket_timeout=SECONDS,
        socket_connect_timeout=SECONDS,
        retry=Retry(NoBackoff(), 0),
    )
    return RedisStorage(url, connection_pool=pool, key_prefix="kebabalab:count", wrap_exceptions=True)
