"""Sending texts: to the log where there is no account; what a text is, and how sending it can fail."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

import structlog

log = structlog.get_logger()


class Fate(Enum):
    """What became of a text that was not accepted, and so what is to be done with it."""

    LATER = auto()  # it was certainly not taken: try again
    UNKNOWN = auto()  # it may have been taken: ask before trying again
    NEVER = auto()  # the same text would be refused again
    OPTED_OUT = auto()  # its receiver wants none
    ALL_WAIT = auto()  # too much at once: nothing is sent for a while, and nobody is to blame
    ALL_REFUSED = auto()  # the account itself is refused: nothing is sent until somebody has mended that


class TextNotSent(Exception):
    """A text did not go out. `reason` is short and names nobody; `after` is how long all wait, None for no word of it.

    With Fate.UNKNOWN it may have gone out after all.
    """

    def __init__(self, reason: str, fate: Fate, after: dt.timedelta | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fate = fate
        self.after = after


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A text to send. `to` is E.164; `id` is our own name of it; it is worth nothing to its receiver after `worth`."""

    to: str
    body: str
    id: int
    worth: dt.timedelta


class Sender(Protocol):
    """Whoever sends texts."""

    def send(self, text: Outgoing) -> str:
        """Send one text. Returns the carrier's reference. Raises TextNotSent."""
        ...

    def find(self, text: Outgoing, since: dt.datetime) -> tuple[str, ...]:
        """The carrier's references of what it took for this number with these words since then, the oldest first.

        Raises TextNotSent when it can't be asked.
        """
        ...


class ConsoleSender:
    """Notes texts in the log: nothing leaves this machine. What they say is in the outbox, encrypted."""

    def send(self, text: Outgoing) -> str:
        """Log that there is a text; the number is masked there."""
        log.info(
            "text not sent: no Twilio credentials", to=text.to, text=text.id, read_it="kebabalab texts list --json"
        )
        return "console"

    def find(self, _text: Outgoing, _since: dt.datetime) -> tuple[str, ...]:
        """Nothing is kept of what was logged: it is logged again."""
        return ()
