"""Opening hours: windows on the wall clock, over midnight, on the days that the clock changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kebabalab.models.shop import Hours, Window

_LOOK_AHEAD = 400  # days: beyond that a shop is closed for good


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening as instants in the shop's zone: `day` is the business day that it belongs to."""

    day: dt.date
    opens: dt.datetime
    closes: dt.datetime

    def holds(self, at: dt.datetime) -> bool:
        """Whether the shop is open at this instant of it; the closing time itself is not."""
        return instant(self.opens) <= instant(at) < instant(self.closes)

    def reaches(self, at: dt.datetime) -> bool:
        """Whether something can be collected at this instant of it; the closing time itself included."""
        return instant(self.opens) <= instant(at) <= instant(self.closes)


def instant(at: dt.datetime) -> dt.datetime:
    """The same instant in UTC: two times of one zone compare as the wall shows them, and it can show one twice."""
    return at.astimezone(dt.UTC)


def windows_of(hours: Hours, day: dt.date) -> tuple[Window, ...]:
    """The windows that begin on this day: the dated exception's, else the weekday's."""
    found = hours.exceptions.get(day)
    return hours.week.get(day.weekday(), ()) if found is None else found


def openings(hours: Hours, zone: dt.tzinfo, first: dt.date, days: int) -> Iterator[Opening]:
    """The openings that begin on `first` and the days after it, in order."""
    for offset in range(days):
        day = first + dt.timedelta(days=offset)
        for window in sorted(windows_of(hours, day), key=lambda one: one.opens):
            yield Opening(day, on_the_wall(day, window.opens, zone), on_the_wall(day, window.closes, zone))


def on_the_wall(day: dt.date, minutes: int, zone: dt.tzinfo) -> dt.datetime:
    """The instant at which the clock on the wall shows this many minutes after the day's midnight.

    Half past two, in a night when the clock skips from two to three, is half an hour after two: half past three. Of a
    time that it shows twice the first is meant.
    """
    naive = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minutes)
    # Through UTC and back: a skipped time comes out as the wall shows it after the change.
    return instant(naive.replace(tzinfo=zone)).astimezone(zone)


def opening_at(hours: Hours, zone: dt.tzinfo, at: dt.datetime) -> Opening | None:
    """The opening that an instant is in, None when the shop is closed."""
    today = at.astimezone(zone).date()
    # A window of two days ago can last to the end of yesterday at the latest.
    return next((one for one in openings(hours, zone, today - dt.timedelta(days=2), 3) if one.holds(at)), None)


def is_open(hours: Hours, zone: dt.tzinfo, at: dt.datetime) -> bool:
    """Whether the shop is open at this instant."""
    return opening_at(hours, zone, at) is not None


def next_opening(hours: Hours, zone: dt.tzinfo, after: dt.datetime) -> Opening | None:
    """The first opening that begins after this instant, None when there is none in a year."""
    today = after.astimezone(zone).date()
    return next((one for one in openings(hours, zone, today, _LOOK_AHEAD) if instant(one.opens) > instant(after)), None)


def opening_around(hours: Hours, zone: dt.tzinfo, at: dt.datetime) -> Opening | None:
    """The opening that an instant is in, its closing time included: food can be collected at the stroke."""
    today = at.astimezone(zone).date()
    found = openings(hours, zone, today - dt.timedelta(days=2), 3)
    return next((one for one in found if one.reaches(at)), None)


def business_day(hours: Hours, zone: dt.tzinfo, at: dt.datetime) -> dt.date:
    """The day that an instant belongs to: half past one on a Friday night is Friday's (ordering rules, Orders)."""
    opening = opening_at(hours, zone, at)
    return opening.day if opening is not None else at.astimezone(zone).date()
