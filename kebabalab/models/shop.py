"""The shop as values: where it is, when it is open, how long it takes, how it is taxed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from kebabalab.models.money import Money


@dataclass(frozen=True, slots=True)
class Window:
    """An opening window: minutes after the day's midnight on the clock on the wall; past 1440 is the next day."""

    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Hours:
    """Windows by weekday (Monday is 0), and the dates that replace them."""

    week: Mapping[int, tuple[Window, ...]]
    exceptions: Mapping[dt.date, tuple[Window, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """Minutes and counts behind a promise (ordering rules, Pickup)."""

    earliest: int
    earliest_busy: int
    free_queue: int
    per_queued_order: int
    estimate: int
    estimate_busy: int
    per_extra_item: int
    per_waiting_order: int
    longest_estimate: int
    days_ahead: int
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Tax:
    """A tax that prices already include: `total * numerator / denominator` (GST: 1/11)."""

    name: str
    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True)
class HolidaySurcharge:
    """A surcharge on public holidays in whole percent; `dates` adds days, `not_on` takes days out."""

    on: bool
    percent: int
    country: str
    subdivision: str
    dates: tuple[dt.date, ...] = ()
    not_on: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one caller may have before a person of the shop decides, and how many texts go out.

    `quantity` is of one and the same thing, `pieces` of all things in an order; `no_shows` so many orders that nobody
    fetched and a person takes the next. Texts count over 24 hours, to one number and to all callers. `text_countries`
    are those that get texts besides the shop's own ("NZ").
    """

    quantity: int = 50
    pieces: int = 100
    no_shows: int = 3
    texts_per_call: int = 5
    texts_per_number: int = 100
    texts_per_day: int = 2000
    text_countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shop:
    """One takeaway. `phone` and `transfer_to` are E.164, "" where there is none.

    `texts` are the shop's own words by kind of text (models.texts), for those that it does not leave as they are;
    `unicode_texts` whether texts may hold letters that cost more.
    """

    id: str
    name: str
    zone: ZoneInfo
    country: str
    currency: str
    phone: str
    transfer_to: str
    address: str
    business_number: str
    website: str
    hours: Hours
    lead: LeadTimes
    tax: Tax
    surcharge: HolidaySurcharge
    languages: tuple[str, ...] = ("en-AU",)
    greeting: str = ""
    order_limit: Money | None = None
    limits: Limits = Limits()
    texts: Mapping[str, str] = field(default_factory=dict)
    unicode_texts: bool = False
