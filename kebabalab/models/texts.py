"""What kinds of text there are, and how long each is worth sending."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class TextKind(StrEnum):
    """Why a text is sent: all but the ticket, which is the kitchen's, go to callers."""

    CONFIRMATION = "confirmation"
    CHANGED = "changed"
    TICKET = "ticket"
    RECEIPT = "receipt"
    MENU_LINK = "menu_link"
    READY = "ready"
    CANCELLED = "cancelled"


_SHORT = dt.timedelta(minutes=30)
# Whoever waits for a link or a time has given up long before; a kitchen still wants to know of an order that it missed.
_WORTH: Mapping[str, dt.timedelta] = MappingProxyType(
    {
        TextKind.CONFIRMATION: _SHORT,
        TextKind.CHANGED: _SHORT,
        TextKind.READY: _SHORT,
        TextKind.MENU_LINK: dt.timedelta(minutes=15),
        TextKind.CANCELLED: dt.timedelta(hours=2),
        TextKind.TICKET: dt.timedelta(hours=2),
        TextKind.RECEIPT: dt.timedelta(hours=24),
    }
)


def worth_sending_for(kind: str) -> dt.timedelta:
    """How long after it was queued a text of this kind is still of use; a kind that nobody knows, shortly."""
    return _WORTH.get(kind, _SHORT)
