"""Facts: everything from outside that a tool may look at, read once before it runs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kebabalab.models.menu import Menu
from kebabalab.models.order import OrderNumber, PastOrder, Status
from kebabalab.models.shop import Shop


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known when a message is answered. `now` is aware, in the shop's zone.

    `waiting_orders` are those the kitchen has still to make; `history` the caller's latest orders, newest first, and
    `order_count` how many there are in all; `next_number` the number that an order placed in this message gets;
    `placed_status` how far the kitchen is with the order placed in this call, None when there is none, and
    `placed_revision` how often that order was written, by the call or by staff; `holiday`
    whether today is a public holiday, looked up only where the shop has a surcharge for it. Facts that no tool of the
    message declared a need for keep their empty value.
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
