"""Models as text and back: JSON by pydantic, which checks what it reads and leaves out what it does not know."""

from __future__ import annotations

import datetime as dt
import zlib
from dataclasses import dataclass

from pydantic import TypeAdapter

from kebabalab.models.call import CallState
from kebabalab.models.order import Order, OrderLine
from kebabalab.models.quote import Quote

# Most carts are below this and can be read where they are kept; the words of fifty long lines are packed.
PACKED_FROM = 16 * 1024


@dataclass(frozen=True, slots=True)
class Sold:
    """Of an order, only what it is made of and what that cost."""

    lines: tuple[OrderLine, ...]
    quote: Quote


_STATE = TypeAdapter(CallState)
_ORDER = TypeAdapter(Order)
_SOLD = TypeAdapter(Sold)


def state_text(state: CallState) -> str:
    """A call's state as JSON."""
    return _STATE.dump_json(state).decode()


def state_of(text: str | bytes) -> CallState:
    """The call's state in this JSON. Raises pydantic.ValidationError when it is none."""
    return _STATE.validate_json(text)


def pack(state: CallState) -> bytes:
    """A call's state as it is kept: JSON, a large one compressed."""
    plain = _STATE.dump_json(state)
    return plain if len(plain) < PACKED_FROM else zlib.compress(plain, 1)


def unpack(kept: bytes) -> CallState:
    """The state that `pack` made this of. Raises pydantic.ValidationError, zlib.error when it is none."""
    return state_of(kept if kept.startswith(b"{") else zlib.decompress(kept))


def order_text(order: Order) -> str:
    """An order as JSON: lines, prices and their explanation, as they were sold."""
    return _ORDER.dump_json(order).decode()


def order_of(text: str) -> Order:
    """The order in this JSON. Raises pydantic.ValidationError when it is none."""
    return _ORDER.validate_json(text)


def sold_of(text: str) -> Sold:
    """What the order in this JSON holds, the rest unread. Raises pydantic.ValidationError when it is none."""
    return _SOLD.validate_json(text)


def milliseconds(at: dt.datetime) -> int:
    """An aware instant as whole milliseconds since 1970 in UTC."""
    return round(at.timestamp() * 1000)


def instant(value: int) -> dt.datetime:
    """The instant of these milliseconds, in UTC."""
    return dt.datetime.fromtimestamp(value / 1000, dt.UTC)
