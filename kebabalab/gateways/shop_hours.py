"""Opening hours of shop.yaml: windows by weekday, and the dated days that replace them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from kebabalab.gateways.forms import AsKeys, Form
from kebabalab.gateways.yaml_places import Loc, Mistakes, nearest
from kebabalab.models.shop import Hours, Window

DAY = 24 * 60
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WINDOW = re.compile(r"(\d{1,2}):(\d\d)\s*(?:-|–|to)\s*(\d{1,2}):(\d\d)")
_SHAPE = "write hours like 11:00-22:00, several as [11:00-15:00, 17:00-22:00], or closed"


def _window(text: object) -> Window:
    found = _WINDOW.fullmatch(text.strip()) if isinstance(text, str) else None
    if found is None:
        raise ValueError(_SHAPE)
    hour, minute, to_hour, to_minute = (int(part) for part in found.groups())
    if minute > 59 or to_minute > 59 or hour > 23 or to_hour > 48:
        raise ValueError("an hour is 00 to 23 (to 48 for a closing time on the next day), a minute 00 to 59")
    opens, closes = hour * 60 + minute, to_hour * 60 + to_minute
    # 02:00 after 11:00 is the next day's; so is 11:00 after 11:00: open around the clock.
    return Window(opens, closes if closes > opens else closes + DAY)


def _day(value: object) -> tuple[Window, ...]:
    if value == "closed":
        return ()
    if isinstance(value, list) and value:
        return tuple(_window(one) for one in value)
    return (_window(value),)


def _in_order(windows: tuple[Window, ...]) -> tuple[Window, ...]:
    ordered = tuple(sorted(windows, key=lambda window: window.opens))
    for earlier, later in pairwise(ordered):
        if later.opens < earlier.closes:
            raise ValueError("two windows overlap; join them or move one")
    if any(window.closes > 2 * DAY for window in ordered):
        raise ValueError("a window can't last beyond the end of the next day")
    return ordered


def _date(value: object) -> dt.date:
    try:
        return dt.date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError("write the day as a date like 2026-12-25") from None


def _weekday(value: object) -> str:
    name = value.lower() if isinstance(value, str) else ""
    if name not in WEEKDAYS:
        raise ValueError(f'"{value}" is no day of the week{nearest(name, WEEKDAYS)}')
    return name


Day = Annotated[dt.date, BeforeValidator(_date)]
Windows = Annotated[tuple[Window, ...], BeforeValidator(_day), AfterValidator(_in_order)]


class HoursForm(Form):
    """The part of shop.yaml that says when the shop is open."""

    hours: dict[Annotated[str, BeforeValidator(_weekday)], Windows]
    exceptions: Annotated[dict[Annotated[dt.date, BeforeValidator(_date)], Windows], AsKeys] = Field(
        default_factory=dict
    )


def hours(form: HoursForm, mistakes: Mistakes) -> Hours:
    """The hours; a day that is not written, and windows that run into the next day's, are noted."""
    for name in WEEKDAYS:
        if name not in form.hours and ("hours", name) not in mistakes.lines:
            mistakes.add(("hours",), f'"{name}" is missing; write its hours, or closed')
    week = {n: form.hours.get(name, ()) for n, name in enumerate(WEEKDAYS)}
    if form.hours and not any(week.values()):
        mistakes.add(("hours",), "the shop is never open; write hours like 11:00-22:00 for a day")
    opening = Hours(week, dict(form.exceptions))
    for n, name in enumerate(WEEKDAYS):
        _spill(("hours", name), week[n], week[(n + 1) % 7], mistakes)
    for day in form.exceptions:
        for first in (day - dt.timedelta(days=1), day):
            loc: Loc = ("exceptions", (first if first in form.exceptions else day).isoformat())
            _spill(loc, _windows(opening, first), _windows(opening, first + dt.timedelta(days=1)), mistakes)
    return opening


def _windows(opening: Hours, day: dt.date) -> Sequence[Window]:
    return opening.exceptions.get(day, opening.week[day.weekday()])


def _spill(loc: Loc, today: Sequence[Window], tomorrow: Sequence[Window], mistakes: Mistakes) -> None:
    if today and tomorrow and today[-1].closes - DAY > tomorrow[0].opens:
        mistakes.add(loc, "it is still open when the next day's first window begins; close earlier, or open later")
