"""Live calls in Redis: a call's state and answers, locked while a message is answered, compared before they are set."""

from __future__ import annotations

import random
import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

import orjson
import redis
from redis.backoff import ExponentialWithJitterBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from kebabalab.db.breaker import Breaker
from kebabalab.db.encoding import pack
from kebabalab.db.engines import BUDGET_SECONDS
from kebabalab.db.promises import MOST_BYTES, SECONDS_BETWEEN_LOOKS, SECONDS_TO_SETTLE
from kebabalab.db.vault import NO_VAULT, Vault
from kebabalab.db.vault_columns import place
from kebabalab.models.call import Answer, CallState
from kebabalab.models.errors import CallTooLarge, OutcomeUnknown, StoreUnavailable

CONNECTIONS = 32
LONGEST_WAIT = 1.0  # seconds for one answer of Redis
# Shorter than the next message waits: a message is answered within this, or its node is dead. A node that was merely
# slow finds the call changed and has done nothing.
LOCK_MS = 2_500
FIRST_PAUSE, LONGEST_PAUSE = 0.005, 0.05
_PREFIX = "kebabalab:"
_LIVE = f"{_PREFIX}live"

# Every script can be sent again when its answer was lost: the token says that it was ours.
_LOCK = """
if redis.call('get', KEYS[1]) == ARGV[1] then return 1 end
if redis.call('set', KEYS[1], ARGV[1], 'nx', 'px', ARGV[2]) then return 1 end
return 0
"""
_UNLOCK = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"
_PENDING = """
if tonumber(redis.call('hget', KEYS[1], 'version') or '0') ~= tonumber(ARGV[1]) then return 0 end
redis.call('hset', KEYS[1], 'pending', ARGV[2])
redis.call('pexpire', KEYS[1], ARGV[3])
return 1
"""
_SAVE = """
local version = tonumber(redis.call('hget', KEYS[1], 'version') or '0')
if version == tonumber(ARGV[2]) and redis.call('hget', KEYS[1], 'token') == ARGV[3] then return 1 end
if version ~= tonumber(ARGV[1]) then return 0 end
redis.call('hset', KEYS[1], 'version', ARGV[2], 'token', ARGV[3], 'state', ARGV[4], 'used', ARGV[5], 'closed', ARGV[6])
redis.call('hdel', KEYS[1], 'pending')
redis.call('pexpire', KEYS[1], ARGV[7])
if ARGV[9] == '1' then redis.call('del', KEYS[2]) end
for n = 10, #ARGV, 2 do redis.call('hset', KEYS[2], ARGV[n], ARGV[n + 1]) end
redis.call('pexpire', KEYS[2], ARGV[7])
if ARGV[6] == '' then redis.call('zadd', KEYS[3], ARGV[5], ARGV[8]) else redis.call('zrem', KEYS[3], ARGV[8]) end
redis.call('zremrangebyscore', KEYS[3], '-inf', tonumber(ARGV[5]) - tonumber(ARGV[7]))
return 1
"""
_CLOSE = """
redis.call('zrem', KEYS[2], ARGV[2])
if redis.call('hget', KEYS[1], 'closed') == '' then redis.call('hset', KEYS[1], 'closed', ARGV[1]) end
return 1
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A call as Redis has it. `state` is None where it has none; `pending` is the version that SQL may have instead."""

    version: int = 0
    state: bytes | None = None
    used_at: int = 0
    closed_at: int | None = None
    pending: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is: the call, and a token that nobody else has."""

    key: str
    token: str


@dataclass(frozen=True, slots=True)
class Update:
    """What is to be kept of a call, in place of `before`; with `anew` the answers of before are forgotten."""

    before: int
    version: int
    state: CallState
    answers: Sequence[Answer]
    used_at: int
    closed_at: int | None
    anew: bool


class RedisSessions:
    """The live calls of all nodes. Every method raises StoreUnavailable when Redis does not answer in time."""

    def __init__(self, url: str, lifetime_ms: int, budget: float = BUDGET_SECONDS, vault: Vault = NO_VAULT) -> None:
        """Prepare a client; nothing is opened yet. `budget` is how many seconds a message may wait in all.

        `vault` seals and opens what is known of callers.
        """
        self._vault = vault
        pool = redis.BlockingConnectionPool.from_url(
            url,
            max_connections=CONNECTIONS,
            timeout=budget,
            socket_timeout=min(LONGEST_WAIT, budget),
            socket_connect_timeout=min(LONGEST_WAIT, budget),
            health_check_interval=15,
            retry=Retry(ExponentialWithJitterBackoff(cap=0.3, base=0.02), 2),
        )
        self._redis = redis.Redis(connection_pool=pool)
        self._lock, self._unlock = self._redis.register_script(_LOCK), self._redis.register_script(_UNLOCK)
        self._mark, self._set = self._redis.register_script(_PENDING), self._redis.register_script(_SAVE)
        self._end = self._redis.register_script(_CLOSE)
        # A message that was sent before the end of a call still finds it.
        self._kept_ms = 2 * lifetime_ms
        self._budget = budget
        self.breaker = Breaker()

    @contextmanager
    def turn(self, key: str) -> Iterator[Turn]:
        """The call, for nobody else until the context ends or its node has been silent for too long."""
        turn = Turn(key, secrets.token_hex(8))
        ends, pause = time.monotonic() + self._budget, FIRST_PAUSE
        while not self._take(turn):
            wait = random.uniform(pause / 2, pause)  # noqa: S311
            if time.monotonic() + wait > ends:
                raise StoreUnavailable("another message of the call takes too long")
            time.sleep(wait)
            pause = min(2 * pause, LONGEST_PAUSE)
        try:
            yield turn
        finally:
            self._let_go(turn)

    def read(self, key: str) -> Kept:
        """The call as it is kept. Raises KeyMissing."""
        with self._named():
            found = cast(dict[bytes, bytes], self._redis.hgetall(_key("call", key)))
        state = found.get(b"state")
        return Kept(
            int(found.get(b"version", 0)),
            self._vault.open_bytes(state, place("live.state", key)) if state is not None else None,
            int(found.get(b"used", 0)),
            int(found[b"closed"]) if found.get(b"closed") else None,
            int(found[b"pending"]) if b"pending" in found else None,
        )

    def answered(self, key: str, tool_call_ids: Sequence[str]) -> dict[str, Answer]:
        """The kept answers of these ids. Raises KeyMissing."""
        if not tool_call_ids:
            return {}
        with self._named():
            found = cast(list[bytes | None], self._redis.hmget(_key("answers", key), list(tool_call_ids)))
        pairs = zip(tool_call_ids, found, strict=True)
        return {
            one: Answer(one, *orjson.loads(self._vault.open_bytes(kept, place("live.answer", key, one))))
            for one, kept in pairs
            if kept is not None
        }

    def count(self, since_ms: int) -> int:
        """How many calls that go on were used since then."""
        with self._named():
            return int(self._redis.zcount(_LIVE, since_ms, "+inf"))

    def mark_pending(self, turn: Turn, before: int, version: int) -> None:
        """Note that SQL is about to have this version. Raises StoreUnavailable when the call was changed meanwhile."""
        with self._named():
            done = self._mark(keys=[_key("call", turn.key)], args=[before, version, self._kept_ms])
        if not done:
            raise StoreUnavailable("the call was changed by another node")

    def check_size(self, state: CallState) -> None:
        """Raise CallTooLarge for a call that is more than one may be."""
        if len(pack(state)) > MOST_BYTES:
            raise CallTooLarge

    def save(self, turn: Turn, update: Update) -> None:
        """Set the call. Raises StoreUnavailable when it was changed meanwhile, or may have been set."""
        if not self._write(turn, update):
            raise StoreUnavailable("the call was changed by another node")

    def save_for_sure(self, turn: Turn, update: Update, patience: float = SECONDS_TO_SETTLE) -> None:
        """Set the call. Raises StoreUnavailable when it was changed meanwhile and so was certainly not set.

        A Redis that goes away meanwhile may have set it: it is asked again for `patience` seconds, then OutcomeUnknown
        is raised.
        """
        ends, was_lost = time.monotonic() + patience, False
        while True:
            try:
                # Changed by another node since, but perhaps with ours before it.
                is_set = self._write(turn, update) or (was_lost and self._has_answers(turn.key, update))
            except StoreUnavailable as error:
                if time.monotonic() > ends or isinstance(error, OutcomeUnknown):
                    raise OutcomeUnknown(str(error)) from error
            else:
                if not is_set:
                    raise StoreUnavailable("the call was changed by another node")
                return
            was_lost = True
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def _write(self, turn: Turn, update: Update) -> bool:
        packed = self._vault.seal_bytes(pack(update.state), place("live.state", turn.key))
        answers = [part for one in update.answers if one.tool_call_id for part in self._answer(turn.key, one)]
        args = [
            update.before,
            update.version,
            turn.token,
            packed,
            update.used_at,
            "" if update.closed_at is None else update.closed_at,
            self._kept_ms,
            turn.key,
            int(update.anew),
            *answers,
        ]
        with self._named():
            return bool(self._set(keys=[_key("call", turn.key), _key("answers", turn.key), _LIVE], args=args))

    def _answer(self, key: str, one: Answer) -> tuple[str, bytes]:
        """An answer's id, and what is kept under it."""
        packed = orjson.dumps((one.name, one.ok, one.body))
        return one.tool_call_id, self._vault.seal_bytes(packed, place("live.answer", key, one.tool_call_id))

    def _has_answers(self, key: str, update: Update) -> bool:
        """Whether the call has the answers of this update. Raises OutcomeUnknown where none of them has an id."""
        ids = [one.tool_call_id for one in update.answers if one.tool_call_id]
        if not ids:
            raise OutcomeUnknown("the call was changed by another node")
        return len(self.answered(key, ids)) == len(set(ids))

    def close_call(self, key: str, at_ms: int) -> None:
        """Mark a call as ended; the first end counts."""
        with self._named():
            self._end(keys=[_key("call", key), _LIVE], args=[at_ms, key])

    def forget(self, keys: Sequence[str]) -> None:
        """Drop these calls with their answers."""
        if keys:
            with self._named():
                self._redis.delete(*(_key(kind, one) for one in keys for kind in ("call", "answers")))
                self._redis.zrem(_LIVE, *keys)

    def ping(self) -> None:
        """Ask Redis for a sign of life."""
        with self._named():
            self._redis.ping()

    def close(self) -> None:
        """Close all connections."""
        self._redis.close()

    def _take(self, turn: Turn) -> bool:
        with self._named():
            return bool(self._lock(keys=[_key("lock", turn.key)], args=[turn.token, LOCK_MS]))

    def _let_go(self, turn: Turn) -> None:
        try:
            self._unlock(keys=[_key("lock", turn.key)], args=[turn.token])
        except RedisError:
            # It lets go by itself, in a while; what was done is done.
            return

    @contextmanager
    def _named(self) -> Iterator[None]:
        """StoreUnavailable for whatever Redis could not do, at once while it is known to be gone."""
        with self.breaker.watching():
            try:
                yield
            except RedisError as error:
                raise StoreUnavailable(f"redis: {type(error).__name__}") from error


def _key(kind: str, call: str) -> str:
    return f"{_PREFIX}{kind}:{call}"
