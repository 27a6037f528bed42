"""Promise a ready time: the earliest, the estimate, and what a caller asked for (ordering rules, Pickup)."""

from __future__ import annotations

import datetime as dt

from kebabalab.models.errors import PickupRefused
from kebabalab.models.order import Pickup
from kebabalab.models.shop import Shop
from kebabalab.models.time_request import TimeKind, TimeRequest
from kebabalab.rules.asked_time import asked_at, asked_day, later
from kebabalab.rules.hours import Opening, instant, next_opening, on_the_wall, opening_around, opening_at, openings

_NOON = 12 * 60


def earliest(shop: Shop, now: dt.datetime, waiting: int) -> dt.datetime:
    """The earliest time that is accepted, to the minute. `waiting` orders are still to be made."""
    lead = shop.lead
    minutes = lead.earliest_busy if lead.busy else lead.earliest
    return later(_minute(now), minutes + lead.per_queued_order * max(0, waiting - lead.free_queue))


def estimate(shop: Shop, now: dt.datetime, item_count: int, waiting: int) -> tuple[int, dt.datetime]:
    """When "as soon as possible" is: the minutes from now, and the instant. From the next opening when closed.

    Just before closing it is the closing time, as long as a caller could ask for that by the clock.
    Raises PickupRefused when the shop never opens again.
    """
    at = _soonest(shop, now, item_count, waiting)
    opening = opening_at(shop.hours, shop.zone, now)
    if opening is None or opening_around(shop.hours, shop.zone, at) is None:
        if opening is not None and instant(earliest(shop, now, waiting)) <= instant(opening.closes):
            at = opening.closes
        else:
            at = _after_next_opening(shop, now, item_count, waiting)
    return _minutes_between(now, at), at.astimezone(shop.zone)


def agree(shop: Shop, now: dt.datetime, waiting: int, item_count: int, request: TimeRequest) -> Pickup:
    """The pickup that a caller's words mean. Raises PickupRefused with what is possible instead."""
    now = _minute(now)
    if request.kind is TimeKind.ASAP:
        return Pickup(_as_soon_as_possible(shop, now, waiting, item_count, request), asap=True)
    asked = asked_at(shop, now, request)
    first = earliest(shop, now, waiting)
    if instant(asked) < instant(first):
        raise PickupRefused("too_early", asked, _from(shop, first, waiting))
    if instant(asked) > instant(_latest(shop, now)):
        raise PickupRefused("too_far", asked, _last(shop, first, _latest(shop, now)))
    if opening_around(shop.hours, shop.zone, asked) is None:
        raise PickupRefused("closed", asked, _nearest(shop, now, asked, waiting))
    return Pickup(asked)


def _as_soon_as_possible(
    shop: Shop, now: dt.datetime, waiting: int, item_count: int, request: TimeRequest
) -> dt.datetime:
    """The estimate; on a day that was named, counted from when the shop opens on it."""
    day = asked_day(shop, now, request)
    at = estimate(shop, now, item_count, waiting)[1]
    if request.names_day and instant(on_the_wall(day, 0, shop.zone)) > instant(now):
        opening = next(openings(shop.hours, shop.zone, day, 1), None)
        if opening is None:
            asked = on_the_wall(day, _NOON, shop.zone)
            raise PickupRefused("closed", asked, _nearest(shop, now, asked, waiting))
        at = _from_opening(shop, opening, item_count, waiting)
    if instant(at) > instant(_latest(shop, now)):
        raise PickupRefused("too_far", at, _last(shop, earliest(shop, now, waiting), _latest(shop, now)))
    return at


def _after_next_opening(shop: Shop, now: dt.datetime, item_count: int, waiting: int) -> dt.datetime:
    coming = next_opening(shop.hours, shop.zone, now)
    if coming is None:
        raise PickupRefused("closed", now.astimezone(shop.zone), None)
    return _from_opening(shop, coming, item_count, waiting)


def _from_opening(shop: Shop, opening: Opening, item_count: int, waiting: int) -> dt.datetime:
    """The estimate, counted from when the shop opens: by its closing time at the latest."""
    return min(_soonest(shop, opening.opens, item_count, waiting), opening.closes, key=instant)


def _soonest(shop: Shop, start: dt.datetime, item_count: int, waiting: int) -> dt.datetime:
    lead = shop.lead
    minutes = lead.estimate_busy if lead.busy else lead.estimate
    minutes += lead.per_extra_item * max(0, item_count - 1) + lead.per_waiting_order * waiting
    at = later(_minute(start), min(minutes, lead.longest_estimate))
    return max(at, earliest(shop, start, waiting), key=instant)


def _latest(shop: Shop, now: dt.datetime) -> dt.datetime:
    """The same time of day, as many days ahead as orders are taken."""
    local = now.astimezone(shop.zone)
    return on_the_wall(
        local.date() + dt.timedelta(days=shop.lead.days_ahead), local.hour * 60 + local.minute, shop.zone
    )


def _from(shop: Shop, first: dt.datetime, waiting: int) -> dt.datetime | None:
    """The first time from here on at which an order can be collected."""
    if opening_around(shop.hours, shop.zone, first) is not None:
        return first.astimezone(shop.zone)
    return _after_opening(shop, next_opening(shop.hours, shop.zone, first), waiting)


def _after_opening(shop: Shop, opening: Opening | None, waiting: int) -> dt.datetime | None:
    """When the first order of an opening is ready."""
    if opening is None:
        return None
    ready = earliest(shop, opening.opens, waiting)
    return ready if opening.reaches(ready) else opening.opens


def _nearest(shop: Shop, now: dt.datetime, asked: dt.datetime, waiting: int) -> dt.datetime | None:
    """The possible time nearest to the one asked for: the last closing before it, or soon after the next opening."""
    first = earliest(shop, now, waiting)
    before = _last(shop, first, asked)
    after = _from(shop, max(asked, first, key=instant), waiting)
    possible = [at for at in (before, after) if at is not None and instant(at) <= instant(_latest(shop, now))]
    return min(possible, key=lambda at: abs(instant(at) - instant(asked)), default=None)


def _last(shop: Shop, first: dt.datetime, latest: dt.datetime) -> dt.datetime | None:
    """The last time up to `latest`, but not before `first`, at which an order can be collected."""
    if opening_around(shop.hours, shop.zone, latest) is not None:
        return latest
    start = first.astimezone(shop.zone).date() - dt.timedelta(days=2)
    days = (latest.astimezone(shop.zone).date() - start).days + 1
    closings = (one.closes for one in openings(shop.hours, shop.zone, start, days))
    return max((at for at in closings if instant(first) <= instant(at) <= instant(latest)), key=instant, default=None)


def _minute(at: dt.datetime) -> dt.datetime:
    return at.replace(second=0, microsecond=0)


def _minutes_between(start: dt.datetime, end: dt.datetime) -> int:
    return int((instant(end) - instant(_minute(start))).total_seconds() // 60)
