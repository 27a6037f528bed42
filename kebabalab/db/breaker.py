"""The breaker: a store that is gone is asked only now and then, so that messages do not pile up behind it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from kebabalab.models.errors import KeyMissing, StoreUnavailable

FAILURES = 5  # in a row
PAUSE_SECONDS = 1.0


class Breaker:
    """After so many failures in a row one message a pause tries the store, and the others are refused at once.

    Twenty lines of our own: the libraries for it wrap single functions, and ours watches transactions.
    """

    def __init__(self, failures: int = FAILURES, pause: float = PAUSE_SECONDS) -> None:
        self._most, self._pause = failures, pause
        self._failed = 0
        self._next_try = 0.0
        self._lock = threading.Lock()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Do something with the store. Raises StoreUnavailable at once while it is known to be gone."""
        self._let_in()
        try:
            yield
        except KeyMissing:
            # It has answered.
            raise
        except StoreUnavailable:
            with self._lock:
                self._failed += 1
            raise
        else:
            self._failed = 0

    def _let_in(self) -> None:
        if self._failed < self._most:
            return
        with self._lock:
            now = time.monotonic()
            if now < self._next_try:
                raise StoreUnavailable("not asked again yet")
            self._next_try = now + self._pause
