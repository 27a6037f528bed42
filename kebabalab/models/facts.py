"""Facts: everything from outside that a tool may look at, read once before it runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kebabalab.models.menu import Menu
from kebabalab.models.order import OrderNumber, PastOrder, Status
from kebabalab.models.shop import Shop


@dataclass(frozen=True, slots=True)
class NumberFacts:
    """What is kept of one phone number: whether the shop has blocked it, how many of its orders nobody fetched, whether
    its owner wants no texts, and how many texts were queued for it in the last 24 hours.
    """

    blocked: bool = False
    no_shows: int = 0
    wants_no_texts: bool = False
    texts: int = 0


_UNKNOWN = NumberFacts()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known when a message is answered. `now` is aware, in the shop's zone.

    `waiting_orders` are those the kitchen has still to make; `history` the caller's latest orders, newest first, and
    `order_count` how many there are in all; `next_number` the number that an order placed in this message gets;
    `placed_status` how far the kitchen is with the order placed in this call, None when there is none, and
    `placed_revision` how often that order was written, by the call or by staff; `holiday`
    whether today is a public holiday, looked up only where the shop has a surcharge for it; `numbers` what is kept of
    the phone numbers that an order or a text is for, by E.164, and `texts` how many were queued for callers in the last
    24 hours. Facts that no tool of the message declared a need for keep their empty value.
    """

    now: dt.datetime
    menu: Menu
    shop: Shop
    waiting_orders: int = 0
    history: tuple[PastOrder, ...] = ()
    order_count: int = 0
    next_number: OrderNumber | None = None
    placed_status: Status | None = None
    placed_revision: int | None = None
    holiday: bool = False
    numbers: Mapping[str, NumberFacts] = field(default_factory=dict)
    texts: int = 0

    def of_number(self, phone: str) -> NumberFacts:
        """What is kept of this number."""
        return self.numbers.get(phone, _UNKNOWN)
