"""A placed order: its lines, its price, its promise, and every change of its state."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kebabalab.models.item import LineItem
from kebabalab.models.quote import Quote


class Status(StrEnum):
    """States of an order; `can_become` in rules says which may follow which."""

    RECEIVED = "received"
    PREPARING = "preparing"
    READY = "ready"
    COLLECTED = "collected"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Pickup:
    """When the caller comes: `at` aware, in the shop's zone; `asap` when no time was named."""

    at: dt.datetime
    asap: bool = False


@dataclass(frozen=True, slots=True)
class OrderNumber:
    """A number in a business day: `047` of 2026-11-23."""

    day: dt.date
    number: int

    @property
    def id(self) -> str:
        """The full id, unique for ever: 20261123-047."""
        return f"{self.day:%Y%m%d}-{self.number:03d}"

    @property
    def display(self) -> str:
        """The number as it is shown and said: #047."""
        return f"#{self.number:03d}"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A line as it was sold: its names are kept, so that a later menu changes no placed order.

    `name` as a caller hears it, size and choice first; `details` one short phrase each ("no ...", "extra ...").
    """

    line: LineItem
    name: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """An order as it is stored. `phone` is E.164. `fingerprint` is the content that makes a repeat a repeat."""

    number: OrderNumber
    call_key: str
    shop_id: str
    customer_name: str
    phone: str
    notes: str
    lines: tuple[OrderLine, ...]
    quote: Quote
    pickup: Pickup
    status: Status
    placed_at: dt.datetime
    fingerprint: str
    revision: int = 1

    @property
    def item_count(self) -> int:
        """How many pieces, over all lines."""
        return sum(line.line.quantity for line in self.lines)


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """A change of an order: who ("caller", "staff:ana", "system"), what, when, and what it was before and after."""

    order_id: str
    at: dt.datetime
    who: str
    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PastOrder:
    """An earlier order of a caller, as much of it as a conversation needs; `quote` where its explanation was read."""

    number: OrderNumber
    status: Status
    placed_at: dt.datetime
    customer_name: str
    total_cents: int
    item_count: int
    lines: tuple[OrderLine, ...]
    quote: Quote | None = None
