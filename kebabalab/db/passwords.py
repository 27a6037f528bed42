"""Passwords as they are kept: argon2id, a few checked at once, so that who tries many holds up no caller."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from argon2 import PasswordHasher, profiles
from argon2.exceptions import VerifyMismatchError

from kebabalab.models.errors import StaffDoorBusy

# 64 MiB each.
AT_ONCE = 2
SECONDS_IN_LINE = 3.0
_NOBODYS = "nobody has this password"


class Passwords:
    """Makes and checks hashes. `hasher` says at what cost."""

    def __init__(self, hasher: PasswordHasher | None = None, at_once: int = AT_ONCE) -> None:
        self._hasher = hasher or PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)
        self._turns = threading.BoundedSemaphore(at_once)
        self._dummy = ""

    def hash(self, password: str) -> str:
        """The password as it is kept."""
        return self._hasher.hash(password)

    def fits(self, kept: str, password: str) -> bool:
        """Whether this is the password; "" is kept of nobody, and takes as long."""
        if not kept and not self._dummy:
            self._dummy = self._hasher.hash(_NOBODYS)
        try:
            self._hasher.verify(kept or self._dummy, password)
        except VerifyMismatchError:
            return False
        return bool(kept)

    @contextmanager
    def turn(self, *, waits: bool) -> Iterator[None]:
        """One of the few turns to check or make a hash; `waits` for it a few seconds. Raises StaffDoorBusy."""
        if not self._turns.acquire(blocking=waits, timeout=SECONDS_IN_LINE if waits else None):
            raise StaffDoorBusy
        try:
            yield
        finally:
            self._turns.release()
