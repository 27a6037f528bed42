"""How many requests one source, and one call, may send: those let in and those refused are counted apart."""

from __future__ import annotations

import ipaddress
import time
from dataclasses import dataclass

import structlog
from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage, Storage
from limits.strategies import FixedWindowRateLimiter

OFF = "off"
SECONDS_BETWEEN_TRIES = 5.0
# Whoever has one address of these has all of them.
NETWORK_OF_ONE = 64

log = structlog.get_logger()


class Counter:
    """Counts in a store that servers share; in this process where there is none, and as long as it is away.

    `shared` raises StorageError when it can't be used. It is then left alone for `pause` seconds.
    """

    def __init__(self, shared: Storage | None = None, pause: float = SECONDS_BETWEEN_TRIES) -> None:
        self._own = FixedWindowRateLimiter(MemoryStorage())
        self._shared = FixedWindowRateLimiter(shared) if shared is not None else None
        self._pause = pause
        self._is_away = False
        self._next_try = 0.0

    def hit(self, item: RateLimitItem, *names: str) -> bool:
        """Count one and say whether it is within the limit."""
        if self._shared is not None and time.monotonic() >= self._next_try:
            try:
                within = self._shared.hit(item, *names)
            except StorageError as away:
                self._next_try = time.monotonic() + self._pause
                if not self._is_away:
                    self._is_away = True
                    log.error("requests are counted in this process alone", reason=type(away.storage_error).__name__)
            else:
                if self._is_away:
                    self._is_away = False
                    log.info("requests are counted together again")
                return within
        return self._own.hit(item, *names)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `item` requests of one source; None is no limit."""

    item: RateLimitItem | None
    counter: Counter

    def admits(self, kind: str, source: str) -> bool:
        """Count one request of this kind ("in", "refused", "call") and say whether it is within the limit.

        The kinds have a count each: whoever guesses secrets behind the same proxy must not use up VAPI's.
        """
        return self.item is None or self.counter.hit(self.item, kind, counted_as(source))


def read_limit(words: str, counter: Counter | None = None) -> Limit:
    """A limit such as "600/minute", or "off". Raises ValueError for anything else."""
    item = None if words.strip().lower() in {OFF, "0"} else parse(words)
    return Limit(item, counter or Counter())


def counted_as(source: str) -> str:
    """The address, or the network where one address more costs nothing; anything else as it is."""
    try:
        address = ipaddress.ip_address(source)
    except ValueError:
        return source
    if isinstance(address, ipaddress.IPv4Address):
        return source
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address.packed, NETWORK_OF_ONE), strict=False))
