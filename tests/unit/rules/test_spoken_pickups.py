"""From a caller's words to the pickup, on the first shop's hours: each rule of the ordering rules' Pickup section."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.language.times import read_time
from kebabalab.models.errors import PickupRefused
from kebabalab.rules.promise import agree
from tests.builders import ZONE, at, hours, shop

SHOP = shop(hours("11-23", "11-23", "11-23", "11-23:59", "11-26", "11-26", "11-22"))


def pickup(words: str, now: str) -> str:
    """When it will be ready, or why not and what is possible instead."""
    request = read_time(words)
    if request is None:
        return "not understood"
    try:
        return f"{agree(SHOP, at(now), 0, 1, request).at:%a %d %H:%M}"
    except PickupRefused as refused:
        return f"{refused.reason}, {refused.instead:%a %d %H:%M}" if refused.instead else refused.reason


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        ("in 20 minutes", "Mon 23 17:20"),
        ("in half an hour", "Mon 23 17:30"),
        ("in an hour and a quarter", "Mon 23 18:15"),
        ("6pm", "Mon 23 18:00"),
        ("6:30", "Mon 23 18:30"),
        ("half six", "Mon 23 18:30"),
        ("half past six", "Mon 23 18:30"),
        ("quarter to seven", "Mon 23 18:45"),
        ("seven thirty", "Mon 23 19:30"),
        ("noon", "Tue 24 12:00"),
        ("tomorrow at 12", "Tue 24 12:00"),
        ("Friday at 6", "Fri 27 18:00"),
        ("as soon as possible", "Mon 23 17:15"),
        ("now", "Mon 23 17:15"),
        ("tonight at nine", "Mon 23 21:00"),
        ("saturday night at half past one", "Sun 29 01:30"),
        ("saturday night at 1:30 am", "Sun 29 01:30"),
        ("friday week at 6", "too_far, Mon 30 17:00"),
        ("friday at midnight", "Sat 28 00:00"),
        ("first thing tomorrow", "Tue 24 11:15"),
        ("monday at 6", "Mon 23 18:00"),
        ("next monday at 5", "Mon 30 17:00"),
        ("on the 25th at 7", "Wed 25 19:00"),
        ("2026-11-23T18:30:00+11:00", "Mon 23 18:30"),
        ("in 9 minutes", "too_early, Mon 23 17:10"),
        ("6am", "closed, Tue 24 11:10"),
        ("3 am", "closed, Mon 23 23:00"),
        ("tonight at half past eleven", "closed, Mon 23 23:00"),
        ("midnight", "closed, Mon 23 23:00"),
        ("in 8 days at 6", "too_far, Mon 30 17:00"),
        ("whenever suits, no idea really, some time", "Mon 23 17:15"),
        ("later", "not understood"),
    ),
)
def test_said_on_a_monday_at_five_pm(words: str, expected: str) -> None:
    assert pickup(words, "2026-11-23 17:00") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        ("1", "Sat 28 01:00"),
        ("half past twelve", "Sat 28 00:30"),
        ("midnight", "Sat 28 00:00"),
        ("2am", "Sat 28 02:00"),
        ("half one", "Sat 28 01:30"),
        ("tomorrow at 1", "Sat 28 13:00"),
        ("saturday at 1 am", "Sat 28 01:00"),
        ("in three hours", "Sat 28 02:00"),
        ("half past two", "Sat 28 14:30"),
        ("2:30 am", "closed, Sat 28 02:00"),
    ),
)
def test_said_on_a_friday_at_eleven_pm(words: str, expected: str) -> None:
    assert pickup(words, "2026-11-27 23:00") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        ("in twenty minutes", "Sat 28 01:20"),
        ("half past one", "Sat 28 01:30"),
        ("tomorrow at noon", "Sat 28 12:00"),
        ("tonight at eight", "Sat 28 20:00"),
        ("friday at six", "Fri 04 18:00"),
    ),
)
def test_said_at_one_in_the_morning_while_friday_lasts(words: str, expected: str) -> None:
    assert pickup(words, "2026-11-28 01:00") == expected


@pytest.mark.parametrize(
    ("words", "now", "expected"),
    (
        ("half an hour", "2026-10-04 01:15", "Sun 04 01:45"),
        ("six tomorrow", "2026-10-03 18:00", "Sun 04 18:00"),
        ("noon", "2026-10-04 01:15", "Sun 04 12:00"),
        ("2 am", "2026-10-03 23:00", "Sun 04 03:00"),
        ("in an hour", "2027-04-04 01:00", "Sun 04 02:00"),
        ("in ninety minutes", "2027-04-04 01:00", "closed, Sun 04 02:00"),
        ("six tomorrow", "2027-04-03 18:00", "Sun 04 18:00"),
        ("as soon as possible", "2027-04-04 02:30", "Sun 04 11:15"),
    ),
)
def test_said_around_the_nights_that_the_clock_changes(words: str, now: str, expected: str) -> None:
    assert pickup(words, now) == expected


@given(
    st.text(max_size=30)
    | st.lists(
        st.sampled_from(
            "in at half past to six twenty hour minutes tonight friday tomorrow am 31st 12 noon asap".split()
        ),
        max_size=6,
    ).map(" ".join),
    st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2028, 1, 1), timezones=st.just(dt.UTC)),  # noqa: DTZ001
)
def test_whatever_is_said_whenever_is_agreed_refused_or_not_understood(words: str, now: dt.datetime) -> None:
    request = read_time(words)
    if request is None:
        return
    try:
        found = agree(SHOP, now.astimezone(ZONE), 0, 1, request)
    except PickupRefused as refused:
        assert refused.reason in ("too_early", "closed", "too_far")  # noqa: PT017
    else:
        assert found.at.tzinfo is ZONE
