"""The clocks: the system's, and one that pretends it is another time and runs on from there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


class SystemClock:
    """The machine's own time."""

    def now(self) -> dt.datetime:
        """The time, aware, in UTC."""
        return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class ShiftedClock:
    """It was `at` when the machine's clock showed `started`; both aware. The same in every process that holds it."""

    at: dt.datetime
    started: dt.datetime

    def now(self) -> dt.datetime:
        """The time, aware, in UTC."""
        return (self.at + (dt.datetime.now(dt.UTC) - self.started)).astimezone(dt.UTC)
