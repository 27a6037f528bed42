"""Promise a ready time: the earliest, the estimate, and what a caller asked for (ordering rules, Pickup)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kebabalab.models.errors import PickupRefused
from kebabalab.models.order import Pickup
from kebabalab.models.shop import Shop
from kebabalab.models.time_request import PartOfDay, TimeKind, TimeRequest
from kebabalab.rules.hours import Opening, business_day, next_opening, on_the_wall, opening_around, opening_at, openings

_EVENING = 17 * 60  # the night of a day begins here


def earliest(shop: Shop, now: dt.datetime, waiting: int) -> dt.datetime:
    """The earliest time that is accepted, to the minute. `waiting` orders are still to be made."""
    lead = shop.lead
    minutes = lead.earliest_busy if lead.busy else lead.earliest
    return _later(_minute(now), minutes + lead.per_queued_order * max(0, waiting - lead.free_queue))


def estimate(shop: Shop, now: dt.datetime, item_count: int, waiting: int) -> tuple[int, dt.datetime]:
    """When "as soon as possible" is: the minutes from now, and the instant. From the next opening when closed.

    Raises PickupRefused when the shop never opens again.
    """
    at = _soonest(shop, now, item_count, waiting)
    opening = opening_at(shop.hours, shop.zone, now)
    if opening is None or at > opening.closes:
        coming = next_opening(shop.hours, shop.zone, now)
        if coming is None:
            raise PickupRefused("closed", at, None)
        at = _soonest(shop, coming.opens, item_count, waiting)
    return int((at - _minute(now)).total_seconds() // 60), at.astimezone(shop.zone)


def agree(shop: Shop, now: dt.datetime, waiting: int, item_count: int, request: TimeRequest) -> Pickup:
    """The pickup that a caller's words mean. Raises PickupRefused with what is possible instead."""
    if request.kind is TimeKind.ASAP:
        return Pickup(estimate(shop, now, item_count, waiting)[1], asap=True)
    asked = _asked(shop, now, request).astimezone(shop.zone)
    first = earliest(shop, now, waiting)
    if asked < first:
        raise PickupRefused("too_early", asked, _possible(shop, first))
    latest = _minute(now) + dt.timedelta(days=shop.lead.days_ahead)
    if asked > latest:
        raise PickupRefused("too_far", asked, latest.astimezone(shop.zone))
    if opening_around(shop.hours, shop.zone, asked) is None:
        raise PickupRefused("closed", asked, _nearest(shop, asked, first))
    return Pickup(asked)


def _soonest(shop: Shop, start: dt.datetime, item_count: int, waiting: int) -> dt.datetime:
    lead = shop.lead
    minutes = lead.estimate_busy if lead.busy else lead.estimate
    minutes += lead.per_extra_item * max(0, item_count - 1) + lead.per_waiting_order * waiting
    return max(_later(_minute(start), min(minutes, lead.longest_estimate)), earliest(shop, start, waiting))


def _asked(shop: Shop, now: dt.datetime, request: TimeRequest) -> dt.datetime:
    if request.kind is TimeKind.AFTER:
        return _later(_minute(now), request.minutes)
    if request.kind is TimeKind.INSTANT and request.at is not None:
        return request.at if request.at.tzinfo is not None else request.at.replace(tzinfo=shop.zone)
    return _on_day(shop, now, request) if request.names_day else _next_clock(shop, now, request)


def _next_clock(shop: Shop, now: dt.datetime, request: TimeRequest) -> dt.datetime:
    """The next time that the clock shows it; while the shop is open, where the half of the day was not said."""
    today = now.astimezone(shop.zone).date()
    shown = [
        on_the_wall(today + dt.timedelta(days=offset), minutes, shop.zone)
        for offset in range(shop.lead.days_ahead + 1)
        for minutes in sorted(_readings(request))
    ]
    ahead = [at for at in shown if at >= _minute(now)]
    if request.part is PartOfDay.UNSAID and len(_readings(request)) > 1:
        return next((at for at in ahead if opening_around(shop.hours, shop.zone, at) is not None), ahead[0])
    return ahead[0]


def _on_day(shop: Shop, now: dt.datetime, request: TimeRequest) -> dt.datetime:
    """The first time in that day's openings at which the clock shows it; on the day itself where there is none."""
    day = _day(shop, now, request)
    found = [at for at in _in_openings(shop, day, request) if at >= _minute(now)]
    if not found and request.weekday is not None:
        found = (
            list(_in_openings(shop, day + dt.timedelta(days=7), request)) if _passed(shop, now, day, request) else []
        )
    if found:
        return found[0]
    readings = sorted(_readings(request))
    # With no opening to choose by, the afternoon is what people mean.
    return on_the_wall(day, readings[-1], shop.zone)


def _in_openings(shop: Shop, day: dt.date, request: TimeRequest) -> Iterator[dt.datetime]:
    for opening in openings(shop.hours, shop.zone, day, 1):
        for minutes in sorted(m + later for m in _readings(request) for later in (0, 24 * 60)):
            at = on_the_wall(day, minutes, shop.zone)
            if opening.opens <= at <= opening.closes and not (request.part is PartOfDay.NIGHT and minutes < _EVENING):
                yield at


def _passed(shop: Shop, now: dt.datetime, day: dt.date, request: TimeRequest) -> bool:
    return any(at < _minute(now) for at in _in_openings(shop, day, request))


def _day(shop: Shop, now: dt.datetime, request: TimeRequest) -> dt.date:
    # After midnight and still open it is the night before: "tomorrow" is when the caller has slept.
    today = business_day(shop.hours, shop.zone, now)
    if request.days_ahead is not None:
        return today + dt.timedelta(days=request.days_ahead)
    if request.weekday is not None:
        return today + dt.timedelta(days=(request.weekday - today.weekday()) % 7)
    month, number = request.month_day or (0, today.day)
    for offset in range(370):
        day = today + dt.timedelta(days=offset)
        if day.day == number and month in (0, day.month):
            return day
    return today


def _readings(request: TimeRequest) -> tuple[int, ...]:
    """The minutes of the day that the clock's reading can mean."""
    hour, minute = request.hour, request.minute
    if hour > 12 or hour == 0:
        return (hour * 60 + minute,)
    morning, afternoon = hour % 12 * 60 + minute, (hour % 12 + 12) * 60 + minute
    if request.part is PartOfDay.AM:
        return (morning,)
    if request.part is PartOfDay.PM:
        return (afternoon,)
    return (morning, afternoon)


def _possible(shop: Shop, first: dt.datetime) -> dt.datetime | None:
    """The first time from here on at which something can be collected."""
    if opening_around(shop.hours, shop.zone, first) is not None:
        return first.astimezone(shop.zone)
    coming = next_opening(shop.hours, shop.zone, first)
    return coming.opens if coming is not None else None


def _nearest(shop: Shop, asked: dt.datetime, first: dt.datetime) -> dt.datetime | None:
    """The possible time that is nearest to the one asked for: the last closing before it, or the next opening."""
    day = asked.astimezone(shop.zone).date()
    around: list[Opening] = list(openings(shop.hours, shop.zone, day - dt.timedelta(days=2), 4))
    closings = [one.closes for one in around if first <= one.closes < asked]
    coming = next_opening(shop.hours, shop.zone, max(asked, first))
    choices = [*closings[-1:], *([coming.opens] if coming is not None else [])]
    return min(choices, key=lambda at: abs(at - asked), default=None)


def _minute(at: dt.datetime) -> dt.datetime:
    return at.replace(second=0, microsecond=0)


def _later(at: dt.datetime, minutes: int) -> dt.datetime:
    # Through UTC: half an hour is half an hour on the night that the clock changes, too.
    return (at.astimezone(dt.UTC) + dt.timedelta(minutes=minutes)).astimezone(at.tzinfo)
