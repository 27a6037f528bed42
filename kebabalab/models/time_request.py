"""A time as a caller named it, before the clock and the opening hours make an instant of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class TimeKind(StrEnum):
    """As soon as possible; so many minutes from now; a clock's reading; an instant written out."""

    ASAP = "asap"
    AFTER = "after"
    CLOCK = "clock"
    INSTANT = "instant"


class PartOfDay(StrEnum):
    """What was said of the part of the day: none, the half ("am", "pm"), or the night of a day's opening."""

    UNSAID = ""
    AM = "am"
    PM = "pm"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class TimeRequest:
    """One named time.

    `minutes` counts from now (AFTER). `hour` and `minute` are as the clock shows them, 0 to 23 and 0 to 59 (CLOCK).
    The day is none, `days_ahead` (0 is today), `weekday` (Monday is 0), or `month_day` (month 0 where only the day was
    said); with ASAP it is as soon as possible on that day. `not_today` is said of a weekday: "next Friday"; `weeks` is
    how many weeks later it is: "Friday week".
    `at` may be naive: the shop's wall clock (INSTANT).
    """

    kind: TimeKind
    minutes: int = 0
    hour: int = 0
    minute: int = 0
    part: PartOfDay = PartOfDay.UNSAID
    days_ahead: int | None = None
    weekday: int | None = None
    month_day: tuple[int, int] | None = None
    not_today: bool = False
    weeks: int = 0
    at: dt.datetime | None = None

    @classmethod
    def asap(cls) -> TimeRequest:
        """As soon as possible."""
        return cls(TimeKind.ASAP)

    @property
    def names_day(self) -> bool:
        """Whether a day was named."""
        return not (self.days_ahead is None and self.weekday is None and self.month_day is None)
