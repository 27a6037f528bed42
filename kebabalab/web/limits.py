"""How many requests one source may send: those let in and those refused are counted apart."""

from __future__ import annotations

from dataclasses import dataclass

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter, RateLimiter

OFF = "off"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `item` requests of one source; None is no limit. Counted in this process alone."""

    item: RateLimitItem | None
    limiter: RateLimiter

    def admits(self, kind: str, source: str) -> bool:
        """Count one request of this kind ("in" or "refused") and say whether it is within the limit.

        The kinds have a count each: whoever guesses secrets behind the same proxy must not use up VAPI's.
        """
        return self.item is None or self.limiter.hit(self.item, kind, source)


def read_limit(words: str) -> Limit:
    """A limit such as "600/minute", or "off". Raises ValueError for anything else."""
    item = None if words.strip().lower() in {OFF, "0"} else parse(words)
    return Limit(item, FixedWindowRateLimiter(MemoryStorage()))
