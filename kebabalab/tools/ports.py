"""What tools need from outside, as Protocols: the rooms above provide them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from kebabalab.models.call import Answer, CallRecord, CallState, Effect
from kebabalab.models.facts import NumberFacts
from kebabalab.models.menu import Menu
from kebabalab.models.order import OrderNumber, PastOrder, Status
from kebabalab.models.shop import HolidaySurcharge, Shop
from kebabalab.tools.lexicons import Lexicons


@dataclass(frozen=True, slots=True)
class ShopData:
    """The shop and its menu as they are right now."""

    shop: Shop
    menu: Menu


class Shops(Protocol):
    """Where the shop's data comes from; a changed file is picked up, a broken one is not."""

    def current(self) -> ShopData:
        """The newest valid data. Never raises once the server has started."""
        ...


class Clock(Protocol):
    """The only way to learn the time."""

    def now(self) -> dt.datetime:
        """The time, aware, in UTC."""
        ...


class OpenedCall(Protocol):
    """One call, read and locked for the length of one transaction."""

    @property
    def state(self) -> CallState:
        """The state as it was last saved, a fresh one for a new call."""
        ...

    def answered(self, tool_call_ids: Sequence[str]) -> dict[str, Answer]:
        """The stored answers of those ids that were answered before in this call."""
        ...

    def history(self, phone: str, limit: int) -> tuple[PastOrder, ...]:
        """The latest orders of this number that were not cancelled, newest first."""
        ...

    def order_count(self, phone: str) -> int:
        """How many orders of this number were not cancelled."""
        ...

    def waiting_orders(self) -> int:
        """How many orders the kitchen has still to make (received or preparing)."""
        ...

    def placed_status(self, order_id: str) -> Status | None:
        """How far the kitchen is with this order, which stays so until the context ends; None when there is none."""
        ...

    def placed_revision(self, order_id: str) -> int | None:
        """How often this order was written, by the call or by staff; None when there is none."""
        ...

    def numbers(self, phones: Sequence[str], since: dt.datetime) -> Mapping[str, NumberFacts]:
        """What is kept of each of these E.164 numbers; texts are those that were queued since then."""
        ...

    def texts_since(self, since: dt.datetime) -> int:
        """How many texts to callers were queued since then."""
        ...

    def next_number(self, day: dt.date) -> OrderNumber:
        """The number the next order of this business day gets; held by this transaction until it ends."""
        ...

    def save(self, state: CallState, answers: Sequence[Answer], effects: Sequence[Effect]) -> None:
        """Write state, answers, orders, events and texts: all of it is committed when the context ends, or nothing.

        Raises CallTooLarge, OrderExists, NoSuchOrder.
        """
        ...


class Calls(Protocol):
    """Where calls live."""

    def open(
        self, key: str, caller: str, now: dt.datetime, sent_at: dt.datetime | None = None
    ) -> AbstractContextManager[OpenedCall]:
        """Open one call in one transaction; commit at the end, roll back whole on any exception.

        Two messages of one call are served one after the other. A call that has ended is begun anew, except for a
        message that was sent before its end. Raises StoreUnavailable, TooManyCalls.
        """
        ...

    def record(self, record: CallRecord) -> None:
        """Keep what VAPI reports of a call (merged with what is there); a call that has ended is closed."""
        ...


class Holidays(Protocol):
    """Which days are public holidays."""

    def __call__(self, surcharge: HolidaySurcharge, day: dt.date) -> bool:
        """Whether the day is a public holiday where the shop is, with the days that it adds and takes out."""
        ...


def own_dates(surcharge: HolidaySurcharge, day: dt.date) -> bool:
    """Holidays without a calendar: only the days that the shop itself names."""
    return day in surcharge.dates and day not in surcharge.not_on


@dataclass(frozen=True, slots=True)
class Ports:
    """All that tools need from outside, in one hand."""

    calls: Calls
    shops: Shops
    clock: Clock
    holidays: Holidays = own_dates
    lexicons: Lexicons = field(default_factory=Lexicons)
