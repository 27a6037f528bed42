"""Models as text and back: JSON by pydantic, which checks what it reads."""

from __future__ import annotations

import datetime as dt

from pydantic import TypeAdapter

from kebabalab.models.call import CallState
from kebabalab.models.order import Order

_STATE = TypeAdapter(CallState)
_ORDER = TypeAdapter(Order)


def state_text(state: CallState) -> str:
    """A call's state as JSON."""
    return _STATE.dump_json(state).decode()


def state_of(text: str) -> CallState:
    """The call's state in this JSON. Raises pydantic.ValidationError when it is none."""
    return _STATE.validate_json(text)


def order_text(order: Order) -> str:
    """An order as JSON: lines, prices and their explanation, as they were sold."""
    return _ORDER.dump_json(order).decode()


def order_of(text: str) -> Order:
    """The order in this JSON. Raises pydantic.ValidationError when it is none."""
    return _ORDER.validate_json(text)


def milliseconds(at: dt.datetime) -> int:
    """An aware instant as whole milliseconds since 1970 in UTC."""
    return round(at.timestamp() * 1000)


def instant(value: int) -> dt.datetime:
    """The instant of these milliseconds, in UTC."""
    return dt.datetime.fromtimestamp(value / 1000, dt.UTC)
