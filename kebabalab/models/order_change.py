"""A change of a placed order: how it is from then on, the event that says so, and who is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kebabalab.models.call import QueueText
from kebabalab.models.order import Order, OrderEvent


@dataclass(frozen=True, slots=True)
class By:
    """Who changes an order ("staff:ana"), when, and why in their own words, "" for no reason given."""

    who: str
    at: dt.datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OrderChange:
    """What is stored together or not at all. The order's status and revision say what of it has changed."""

    order: Order
    event: OrderEvent
    texts: tuple[QueueText, ...] = ()
