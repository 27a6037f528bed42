"""Opening hours: windows past midnight, days that differ, and the two nights when the clock changes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.models.shop import Hours, Window
from kebabalab.rules.hours import (
    business_day,
    instant,
    is_open,
    next_opening,
    on_the_wall,
    opening_around,
    opening_at,
    openings,
)
from tests.builders import ZONE, at, hours

# Monday to Wednesday, Thursday, Friday, Saturday, Sunday.
WEEK = hours("11-23", "11-23", "11-23", "11-23:59", "11-26", "11-26", "11-22")
SPLIT = hours("11-15 17-22", d2026_12_25="", d2026_12_31="11-27")


@pytest.mark.parametrize(
    ("week", "now", "expected"),
    (
        pytest.param(WEEK, "2026-11-23 10:59", False, id="a minute before it opens"),
        pytest.param(WEEK, "2026-11-23 11:00", True, id="at the stroke of opening"),
        pytest.param(WEEK, "2026-11-23 22:59", True, id="a minute before it closes"),
        pytest.param(WEEK, "2026-11-23 23:00", False, id="at the stroke of closing"),
        pytest.param(WEEK, "2026-11-26 23:58", True, id="Thursday just before 23:59"),
        pytest.param(WEEK, "2026-11-26 23:59", False, id="Thursday at 23:59"),
        pytest.param(WEEK, "2026-11-28 01:59", True, id="Friday night, after midnight"),
        pytest.param(WEEK, "2026-11-28 02:00", False, id="Friday night, at two"),
        pytest.param(WEEK, "2026-11-29 01:00", True, id="Saturday night, after midnight"),
        pytest.param(WEEK, "2026-11-30 01:00", False, id="Sunday night, after midnight"),
        pytest.param(SPLIT, "2026-11-23 16:00", False, id="between two windows of a day"),
        pytest.param(SPLIT, "2026-11-23 17:00", True, id="in the second window of a day"),
        pytest.param(SPLIT, "2026-12-25 12:00", False, id="a date that is closed"),
        pytest.param(SPLIT, "2026-12-31 16:00", True, id="a date with hours of its own"),
        pytest.param(SPLIT, "2027-01-01 02:30", True, id="a date's own hours run past midnight"),
    ),
)
def test_it_is_open(week: Hours, now: str, expected: bool) -> None:
    assert is_open(week, ZONE, at(now)) is expected


def test_a_caller_in_another_zone_gets_the_shops_hours() -> None:
    assert is_open(WEEK, ZONE, dt.datetime(2026, 11, 23, 0, 30, tzinfo=dt.UTC))
    assert not is_open(WEEK, ZONE, dt.datetime(2026, 11, 23, 12, 30, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("week", "now", "expected"),
    (
        pytest.param(WEEK, "2026-11-23 09:00", "2026-11-23 11:00", id="later today"),
        pytest.param(WEEK, "2026-11-23 12:00", "2026-11-24 11:00", id="tomorrow, while it is open"),
        pytest.param(WEEK, "2026-11-23 11:00", "2026-11-24 11:00", id="not the one that begins just now"),
        pytest.param(WEEK, "2026-11-28 02:30", "2026-11-28 11:00", id="after a night, on the same date"),
        pytest.param(SPLIT, "2026-11-23 15:30", "2026-11-23 17:00", id="the second window of the day"),
        pytest.param(SPLIT, "2026-12-24 22:30", "2026-12-26 11:00", id="over a closed date"),
    ),
)
def test_the_next_opening(week: Hours, now: str, expected: str) -> None:
    found = next_opening(week, ZONE, at(now))
    assert found is not None
    assert found.opens == at(expected)


def test_a_shop_that_is_closed_for_good_has_no_next_opening() -> None:
    assert next_opening(hours(""), ZONE, at("2026-11-23 12:00")) is None


@pytest.mark.parametrize(
    ("now", "expected"),
    (
        pytest.param("2026-11-28 01:30", "2026-11-27", id="half past one on a Friday night is Friday's"),
        pytest.param("2026-11-27 23:30", "2026-11-27", id="before midnight"),
        pytest.param("2026-11-28 02:00", "2026-11-28", id="once it has closed it is the next day"),
        pytest.param("2026-11-28 09:00", "2026-11-28", id="in the morning"),
        pytest.param("2026-11-24 00:30", "2026-11-24", id="after a night that ended before midnight"),
    ),
)
def test_the_business_day_is_that_of_the_opening(now: str, expected: str) -> None:
    assert business_day(WEEK, ZONE, at(now)) == dt.date.fromisoformat(expected)


def test_food_can_be_collected_at_the_stroke_of_closing() -> None:
    assert opening_around(WEEK, ZONE, at("2026-11-23 23:00")) is not None
    assert opening_around(WEEK, ZONE, at("2026-11-23 23:01")) is None


def test_an_opening_knows_its_day_and_its_ends() -> None:
    found = opening_at(WEEK, ZONE, at("2026-11-28 01:00"))
    assert found is not None
    assert (found.day, found.opens, found.closes) == (
        dt.date(2026, 11, 27),
        at("2026-11-27 11:00"),
        at("2026-11-28 02:00"),
    )


def test_windows_come_in_the_order_of_the_clock_however_they_are_written() -> None:
    mixed = Hours({day: (Window(1020, 1320), Window(660, 900)) for day in range(7)})
    assert [each.opens.hour for each in openings(mixed, ZONE, dt.date(2026, 11, 23), 1)] == [11, 17]


class TestTheClockGoesForward:
    """Sunday 4 October 2026: at two in the morning it is three. Saturday is open until two."""

    def test_a_closing_time_that_is_skipped_is_the_moment_of_the_change(self) -> None:
        assert is_open(WEEK, ZONE, at("2026-10-04 01:59"))
        assert not is_open(WEEK, ZONE, at("2026-10-04 03:00"))

    def test_a_window_beyond_the_change_lasts_as_long_as_ever(self) -> None:
        late = hours("11-27:30")
        assert is_open(late, ZONE, at("2026-10-04 03:29"))
        assert not is_open(late, ZONE, at("2026-10-04 03:30"))

    def test_a_time_that_is_skipped_is_as_long_after_two(self) -> None:
        assert on_the_wall(dt.date(2026, 10, 4), 150, ZONE) == at("2026-10-04 03:30")

    def test_the_day_opens_by_the_clock_on_the_wall(self) -> None:
        found = next_opening(WEEK, ZONE, at("2026-10-04 03:00"))
        assert found is not None
        assert found.opens.isoformat() == "2026-10-04T11:00:00+11:00"


class TestTheClockGoesBack:
    """Sunday 4 April 2027: at three in the morning it is two again. Saturday is open until two."""

    def test_it_closes_at_two_the_first_time(self) -> None:
        assert is_open(WEEK, ZONE, at("2027-04-04 01:59"))
        assert not is_open(WEEK, ZONE, at("2027-04-04 02:00"))
        assert not is_open(WEEK, ZONE, at("2027-04-04 02:00", fold=1))

    def test_a_window_into_the_hour_that_comes_twice_ends_the_first_time(self) -> None:
        late = hours("11-26:45")
        assert is_open(late, ZONE, at("2027-04-04 02:30"))
        assert not is_open(late, ZONE, at("2027-04-04 02:30", fold=1))
        assert opening_around(late, ZONE, at("2027-04-04 02:30", fold=1)) is None

    def test_a_window_beyond_that_hour_holds_it_twice(self) -> None:
        late = hours("11-28")
        assert is_open(late, ZONE, at("2027-04-04 02:30"))
        assert is_open(late, ZONE, at("2027-04-04 02:30", fold=1))
        assert business_day(late, ZONE, at("2027-04-04 02:30", fold=1)) == dt.date(2027, 4, 3)


instants = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2028, 1, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001
weeks = st.sampled_from((WEEK, SPLIT, hours("0-24"), hours("22-30"), hours("11-23", "", "17-27:30")))


@given(weeks, instants)
def test_an_instant_is_open_just_when_an_opening_holds_it(week: Hours, now: dt.datetime) -> None:
    found = opening_at(week, ZONE, now)
    assert is_open(week, ZONE, now) == (found is not None)
    if found is not None:
        assert instant(found.opens) <= now < instant(found.closes)
        assert found.day == business_day(week, ZONE, now)


@given(weeks, instants)
def test_the_shop_is_open_when_the_next_opening_begins_and_was_not_to_open_before(
    week: Hours, now: dt.datetime
) -> None:
    found = next_opening(week, ZONE, now)
    assert found is not None
    assert instant(found.opens) > now
    assert is_open(week, ZONE, found.opens)
    between = [each for each in openings(week, ZONE, found.day - dt.timedelta(days=8), 9) if now < instant(each.opens)]
    assert min(instant(each.opens) for each in between) == instant(found.opens)
