"""A call's state: its cart, its pickup, who calls, what was placed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from kebabalab.models.cart import Cart
from kebabalab.models.order import Order, OrderEvent, Pickup


@dataclass(frozen=True, slots=True)
class CallState:
    """All that is known of one call. `caller` is E.164, "" when the number is withheld.

    `placed` is the latest order of this call: it stays known and is amended by changes of the cart until the cart is
    cleared. `numbers` are the E.164 numbers that an order was placed for in this call. `texts_sent` counts the texts
    that went to callers, `texted` says which ("menu_link +61..."), so that none is sent twice.
    """

    key: str
    caller: str = ""
    cart: Cart = field(default_factory=Cart)
    pickup: Pickup | None = None
    customer_name: str = ""
    placed: Order | None = None
    numbers: tuple[str, ...] = ()
    texts_sent: int = 0
    texted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolCall:
    """One tool call of a message: arguments as parsed, or `problem` in words when they could not be read."""

    id: str
    name: str
    arguments: dict[str, object]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one tool call was answered: `body` is the result object as compact JSON."""

    tool_call_id: str
    name: str
    ok: bool
    body: str


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """Effect: store this order as placed. Its number was taken from the day's counter in the same transaction."""

    order: Order


@dataclass(frozen=True, slots=True)
class AmendOrder:
    """Effect: store this order in place of its earlier revision, with the event that says what changed."""

    order: Order
    event: OrderEvent


@dataclass(frozen=True, slots=True)
class QueueText:
    """Effect: a text to send after the commit. `kind` is one of models.texts.TextKind.

    `to` is E.164, or "" for the shop's own number for orders (a ticket), which the settings know.
    """

    kind: str
    to: str
    body: str
    order_id: str = ""


Effect = PlaceOrder | AmendOrder | QueueText


@dataclass(frozen=True, slots=True)
class CallRecord:
    """What is kept of a call when it ends (status-update, end-of-call-report)."""

    key: str
    at: dt.datetime
    status: str
    ended_reason: str = ""
    caller: str = ""
    transcript: str = ""
    summary: str = ""
    messages: str = ""
    cost: float | None = None
    duration_seconds: float | None = None
    started_at: str = ""
    ended_at: str = ""
