"""Orders as the pages for staff show them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kebabalab.language.say_values import shown_clock
from kebabalab.models.order import Order, OrderEvent, Status
from kebabalab.models.shop import Shop
from kebabalab.models.staff import Who
from kebabalab.rules.orders import can_become

# Longer runs of digits are numbers that somebody can be called at.
_PHONE = re.compile(r"\+?\d[\d ()-]{6,}\d")
SHOWN = 3
_SOON = dt.timedelta(hours=12)
_NEXT = (Status.PREPARING, Status.READY, Status.COLLECTED)
# What each button says, and what its order is called then.
BUTTONS: Mapping[str, str] = MappingProxyType(
    {"preparing": "Start", "ready": "Ready", "collected": "Collected", "no_show": "Not fetched", "cancelled": "Cancel"}
)
STATES: Mapping[str, str] = MappingProxyType(
    {"received": "New", "preparing": "In work", "ready": "Ready", "no_show": "Not fetched"}
)


@dataclass(frozen=True, slots=True)
class Button:
    """What an order can be made."""

    state: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an order."""

    quantity: int
    name: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An order on a page.

    `late`: it should be ready by now; `later`: not of these hours. `next` is the step that follows, None for none.
    """

    id: str
    number: str
    state: str
    state_shown: str
    pickup: str
    away: str
    late: bool
    later: bool
    name: str
    phone: str
    notes: str
    lines: tuple[Line, ...]
    total: str
    next: Button | None
    others: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A change that an order has had."""

    at: str
    who: str
    what: str
    after: str


def card(order: Order, shop: Shop, now: dt.datetime, who: Who) -> Card:
    """An order as this person may see it."""
    at, here = order.pickup.at.astimezone(shop.zone), now.astimezone(shop.zone)
    # Nobody fails to fetch what is not due.
    too_early = order.status is not Status.READY and at > here
    possible = [
        Button(str(state), label(state))
        for state in Status
        if can_become(order.status, state) and not (state is Status.NO_SHOW and too_early)
    ]
    following = next((one for one in possible if one.state in _NEXT), None)
    return Card(
        id=order.number.id,
        number=order.number.display,
        state=str(order.status),
        state_shown=STATES.get(order.status, str(order.status).replace("_", " ").capitalize()),
        pickup=shown_clock(at) if abs(at - here) < _SOON else f"{at:%a %d %b}, {shown_clock(at)}",
        away=_away(at - here) if following else "",
        late=bool(following) and order.status is not Status.READY and at < here,
        later=at - here >= _SOON,
        name=order.customer_name or "No name",
        phone=order.phone if who.is_owner else masked(order.phone),
        notes=order.notes if who.is_owner else masked(order.notes),
        lines=tuple(Line(sold.line.quantity, sold.name, sold.details) for sold in order.lines),
        total=str(order.quote.total),
        next=following,
        others=tuple(one for one in possible if one is not following),
    )


def steps(events: Sequence[OrderEvent], shop: Shop, who: Who) -> tuple[Step, ...]:
    """What an order has had, as this person may see it."""
    shown = (lambda text: text) if who.is_owner else masked
    return tuple(Step(shown_clock(one.at.astimezone(shop.zone)), one.who, one.what, shown(one.after)) for one in events)


def label(state: Status) -> str:
    """What the button says that makes an order this."""
    return BUTTONS.get(state, str(state).replace("_", " ").capitalize())


def masked(text: str) -> str:
    """The text with every phone number but its last digits struck out."""
    return _PHONE.sub(lambda found: f"•••{re.sub(r'[^0-9]', '', found[0])[-SHOWN:]}", text)


def _away(span: dt.timedelta) -> str:
    minutes = round(span.total_seconds() / 60)
    if minutes == 0:
        return "now"
    size = f"{abs(minutes)} min" if abs(minutes) < 100 else f"{round(abs(minutes) / 60)} h"
    return f"in {size}" if minutes > 0 else f"{size} ago"
