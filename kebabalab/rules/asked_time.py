"""Asked time: the instant that a caller means, given the clock and the opening hours (ordering rules, Pickup)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kebabalab.models.shop import Shop
from kebabalab.models.time_request import PartOfDay, TimeKind, TimeRequest
from kebabalab.rules.hours import business_day, instant, on_the_wall, opening_around, openings

_DAY = 24 * 60
_SMALL_HOURS = 4 * 60  # "three at night" is after midnight, "four" is no night any more
_A_YEAR = 366


def asked_at(shop: Shop, now: dt.datetime, request: TimeRequest) -> dt.datetime:
    """The instant that is meant, in the shop's zone; `now` to the minute. As soon as possible (ASAP) is now."""
    if request.kind is TimeKind.AFTER:
        return later(now, request.minutes).astimezone(shop.zone)
    if request.kind is TimeKind.INSTANT and request.at is not None:
        at = request.at if request.at.tzinfo is not None else request.at.replace(tzinfo=shop.zone)
        return instant(at).astimezone(shop.zone)
    if request.kind is TimeKind.CLOCK:
        return _on_day(shop, now, request) if request.names_day else _next_clock(shop, now, request)
    return now.astimezone(shop.zone)


def asked_day(shop: Shop, now: dt.datetime, request: TimeRequest) -> dt.date:
    """The day that is named, as one of the shop's business days; today where none is."""
    # After midnight and still open it is the night before: "tomorrow" is when the caller has slept.
    today = business_day(shop.hours, shop.zone, now)
    if request.weekday is not None:
        ahead = (request.weekday - today.weekday()) % 7
        return today + dt.timedelta(days=(ahead or (7 if request.not_today else 0)) + 7 * request.weeks)
    if request.month_day is not None:
        month, number = request.month_day
        days = (today + dt.timedelta(days=offset) for offset in range(_A_YEAR))
        return next((day for day in days if day.day == number and month in (0, day.month)), today)
    return today + dt.timedelta(days=request.days_ahead or 0)


def later(at: dt.datetime, minutes: int) -> dt.datetime:
    """So many minutes later, in the same zone: half an hour, also in the night that the clock changes."""
    return (instant(at) + dt.timedelta(minutes=minutes)).astimezone(at.tzinfo)


def _next_clock(shop: Shop, now: dt.datetime, request: TimeRequest) -> dt.datetime:
    """The next time that the clock shows it; while the shop is open, where the half of the day was not said."""
    today = now.astimezone(shop.zone).date()
    readings = _readings(request)
    ahead = [
        at
        for offset in range(shop.lead.days_ahead + 2)
        for minutes in readings
        for at in _shown(today + dt.timedelta(days=offset), minutes, shop)
        if instant(at) >= instant(now)
    ]
    if len(readings) == 1:
        return ahead[0]
    while_open = (at for at in ahead if opening_around(shop.hours, shop.zone, at) is not None)
    # With no opening to choose by, the afternoon is what people mean.
    return next(while_open, None) or next(at for at in ahead if at.hour >= 12)


def _shown(day: dt.date, minutes: int, shop: Shop) -> tuple[dt.datetime, ...]:
    """The instants at which the clock shows it on this day: two, in the hour that comes twice."""
    first = on_the_wall(day, minutes, shop.zone)
    second = first.replace(fold=1)
    return (first, second) if instant(second) > instant(first) else (first,)


def _on_day(shop: Shop, now: dt.datetime, request: TimeRequest) -> dt.datetime:
    """The first time in that day's openings at which the clock shows it; on the day itself where there is none."""
    day = asked_day(shop, now, request)
    shown = list(_in_openings(shop, day, request))
    ahead = [at for at in shown if instant(at) >= instant(now)]
    if not ahead and shown and request.weekday is not None:
        # "Friday at six", said on a Friday at seven.
        ahead = list(_in_openings(shop, day + dt.timedelta(days=7), request))
    if not ahead and request.days_ahead == 0:
        # "Tonight at eight", said at one in the morning while last night's opening lasts.
        ahead = list(_in_openings(shop, now.astimezone(shop.zone).date(), request))
    # With no opening to choose by, the afternoon is what people mean.
    return ahead[0] if ahead else on_the_wall(day, _after_midnight(_readings(request)[-1], request), shop.zone)


def _in_openings(shop: Shop, day: dt.date, request: TimeRequest) -> Iterator[dt.datetime]:
    readings = _readings(request)
    if request.part is PartOfDay.AM:
        # "Saturday, one am" is in the opening that began on Friday.
        at = on_the_wall(day, readings[0], shop.zone)
        if opening_around(shop.hours, shop.zone, at) is not None:
            yield at
    for opening in openings(shop.hours, shop.zone, day, 1):
        for minutes in sorted(minutes + added for minutes in readings for added in (0, _DAY)):
            at = on_the_wall(day, minutes, shop.zone)
            if opening.reaches(at) and _after_midnight(minutes, request) == minutes:
                yield at


def _after_midnight(minutes: int, request: TimeRequest) -> int:
    """The small hours of a night, counted from the midnight before it."""
    return minutes + _DAY if request.part is PartOfDay.NIGHT and minutes < _SMALL_HOURS else minutes


def _readings(request: TimeRequest) -> tuple[int, ...]:
    """The minutes of the day that the clock's reading can mean, the earlier one first."""
    hour, minute = request.hour, request.minute
    if hour > 12 or hour == 0:
        return (hour * 60 + minute,)
    morning, afternoon = hour % 12 * 60 + minute, (hour % 12 + 12) * 60 + minute
    if request.part is PartOfDay.UNSAID:
        return (morning, afternoon)
    if request.part is PartOfDay.NIGHT:
        return (morning if morning < _SMALL_HOURS else afternoon,)
    return (morning if request.part is PartOfDay.AM else afternoon,)
