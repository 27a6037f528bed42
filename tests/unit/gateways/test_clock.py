"""A server can pretend that it is another time, and lets it run on."""

from __future__ import annotations

import datetime as dt

from kebabalab.gateways.clock import ShiftedClock, SystemClock

FRIDAY_NIGHT = dt.datetime(2026, 11, 27, 1, 0, tzinfo=dt.timezone(dt.timedelta(hours=11)))


def test_the_time_is_aware_and_in_utc() -> None:
    started = SystemClock().now()
    assert started.utcoffset() == dt.timedelta(0)
    assert ShiftedClock(FRIDAY_NIGHT, started).now().utcoffset() == dt.timedelta(0)


def test_a_pretended_time_starts_where_it_is_told_to() -> None:
    shifted = ShiftedClock(FRIDAY_NIGHT, dt.datetime.now(dt.UTC)).now() - FRIDAY_NIGHT
    assert dt.timedelta(0) <= shifted < dt.timedelta(minutes=1)


def test_a_pretended_time_runs_on() -> None:
    started = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=30)
    shifted = ShiftedClock(FRIDAY_NIGHT, started).now() - FRIDAY_NIGHT
    assert dt.timedelta(minutes=30) <= shifted < dt.timedelta(minutes=31)
