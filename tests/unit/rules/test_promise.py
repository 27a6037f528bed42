"""Ready times: the earliest, the estimate, and what a caller's request becomes or is refused with."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.models.errors import PickupRefused
from kebabalab.models.order import Pickup
from kebabalab.models.shop import Shop
from kebabalab.models.time_request import PartOfDay, TimeKind, TimeRequest
from kebabalab.rules.hours import instant, opening_around
from kebabalab.rules.promise import agree, earliest, estimate
from tests.builders import LEAD, ZONE, at, hours, shop

WEEK = hours("11-23", "11-23", "11-23", "11-23:59", "11-26", "11-26", "11-22")
SHOP = shop(WEEK)
BUSY = shop(WEEK, replace(LEAD, busy=True))
ASAP = TimeRequest.asap()
MONDAY_SIX = at("2026-11-23 18:00")


def after(minutes: int) -> TimeRequest:
    return TimeRequest(TimeKind.AFTER, minutes=minutes)


def clock(hour: int, minute: int = 0, part: PartOfDay = PartOfDay.UNSAID, days_ahead: int | None = None) -> TimeRequest:
    return TimeRequest(TimeKind.CLOCK, hour=hour, minute=minute, part=part, days_ahead=days_ahead)


def exactly(text: str) -> TimeRequest:
    return TimeRequest(TimeKind.INSTANT, at=dt.datetime.fromisoformat(text))


def agreed(request: TimeRequest, now: dt.datetime = MONDAY_SIX, at_shop: Shop = SHOP) -> str:
    pickup = agree(at_shop, now, 0, 1, request)
    assert pickup.at.tzinfo is ZONE
    return f"{pickup.at:%Y-%m-%d %H:%M}"


def refused(request: TimeRequest, now: dt.datetime = MONDAY_SIX, at_shop: Shop = SHOP) -> tuple[str, str]:
    """The reason, and what is possible instead."""
    with pytest.raises(PickupRefused) as refusal:
        agree(at_shop, now, 0, 1, request)
    instead = refusal.value.instead
    return refusal.value.reason, f"{instead:%Y-%m-%d %H:%M}" if instead is not None else "nothing"


@pytest.mark.parametrize(
    ("at_shop", "waiting", "minutes"),
    (
        pytest.param(SHOP, 0, 10, id="ten minutes from now"),
        pytest.param(SHOP, 5, 10, id="five waiting orders delay nobody"),
        pytest.param(SHOP, 6, 11, id="the sixth is a minute more"),
        pytest.param(SHOP, 12, 17, id="and each one beyond it"),
        pytest.param(BUSY, 0, 25, id="twenty-five when it is busy"),
        pytest.param(BUSY, 7, 27, id="busy, with seven waiting"),
    ),
)
def test_the_earliest_time_is(at_shop: Shop, waiting: int, minutes: int) -> None:
    assert earliest(at_shop, MONDAY_SIX, waiting) == MONDAY_SIX + dt.timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("at_shop", "items", "waiting", "minutes"),
    (
        pytest.param(SHOP, 1, 0, 15, id="fifteen minutes for one item"),
        pytest.param(SHOP, 0, 0, 15, id="and for an order still empty"),
        pytest.param(SHOP, 4, 0, 21, id="two more for each item beyond the first"),
        pytest.param(SHOP, 1, 3, 18, id="one more for each order still to make"),
        pytest.param(SHOP, 3, 2, 21, id="both together"),
        pytest.param(BUSY, 1, 0, 25, id="twenty-five when it is busy"),
        pytest.param(SHOP, 50, 0, 45, id="forty-five at most"),
        pytest.param(SHOP, 50, 60, 65, id="but never before the earliest"),
    ),
)
def test_as_soon_as_possible_is_estimated_at(at_shop: Shop, items: int, waiting: int, minutes: int) -> None:
    assert estimate(at_shop, MONDAY_SIX, items, waiting) == (minutes, MONDAY_SIX + dt.timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("now", "expected"),
    (
        pytest.param("2026-11-23 18:00", "2026-11-23 18:15", id="open: from now"),
        pytest.param("2026-11-23 09:00", "2026-11-23 11:15", id="closed in the morning: from today's opening"),
        pytest.param("2026-11-23 10:55", "2026-11-23 11:15", id="about to open: from the opening"),
        pytest.param("2026-11-23 23:30", "2026-11-24 11:15", id="closed at night: from tomorrow's opening"),
        pytest.param("2026-11-28 01:00", "2026-11-28 01:15", id="Friday night after midnight: from now"),
        pytest.param("2026-11-23 22:45", "2026-11-23 23:00", id="just in time for the closing"),
        pytest.param("2026-11-23 22:50", "2026-11-23 23:00", id="the closing time, while that can be asked for"),
        pytest.param("2026-11-28 01:50", "2026-11-28 02:00", id="and so on a Friday night"),
        pytest.param("2026-11-28 01:51", "2026-11-28 11:15", id="too late for tonight: from the next opening"),
    ),
)
def test_as_soon_as_possible_means(now: str, expected: str) -> None:
    pickup = agree(SHOP, at(now), 0, 1, ASAP)
    assert (pickup.asap, f"{pickup.at:%Y-%m-%d %H:%M}") == (True, expected)


def test_a_large_order_before_a_break_is_promised_at_its_beginning_or_after_it() -> None:
    split = shop(hours("11-15 17-22"))
    assert estimate(split, at("2026-11-23 14:30"), 20, 0) == (30, at("2026-11-23 15:00"))
    assert estimate(split, at("2026-11-23 14:51"), 20, 0) == (174, at("2026-11-23 17:45"))


def test_from_a_short_opening_it_is_promised_by_its_closing_time() -> None:
    short = shop(hours("11-11:20", ""))
    assert estimate(short, at("2026-11-23 10:00"), 20, 0) == (80, at("2026-11-23 11:20"))


def test_a_shop_that_never_closes_promises_over_midnight() -> None:
    always = shop(hours("0-24"))
    assert agreed(ASAP, at("2026-11-23 23:50"), always) == "2026-11-24 00:05"


def test_the_minutes_of_an_estimate_count_the_hours_that_it_is_closed() -> None:
    assert estimate(SHOP, at("2026-11-23 09:00"), 1, 0)[0] == 135


def test_seconds_of_the_clock_are_left_out() -> None:
    late = MONDAY_SIX.replace(second=45, microsecond=9)
    assert estimate(SHOP, late, 1, 0) == (15, at("2026-11-23 18:15"))
    assert agreed(after(10), late) == "2026-11-23 18:10"


@pytest.mark.parametrize(
    ("request_", "expected"),
    (
        pytest.param(after(10), "2026-11-23 18:10", id="the very earliest"),
        pytest.param(after(20), "2026-11-23 18:20", id="in twenty minutes"),
        pytest.param(clock(6, 30), "2026-11-23 18:30", id="a bare clock is the next while it is open"),
        pytest.param(clock(11), "2026-11-23 23:00", id="eleven is tonight's closing time, which is accepted"),
        pytest.param(clock(12), "2026-11-24 12:00", id="twelve is tomorrow's noon"),
        pytest.param(clock(12, 0, PartOfDay.UNSAID, 1), "2026-11-24 12:00", id="tomorrow at twelve"),
        pytest.param(clock(18, 30), "2026-11-23 18:30", id="on the clock of 24 hours"),
        pytest.param(clock(7, 0, PartOfDay.PM), "2026-11-23 19:00", id="seven pm"),
        pytest.param(exactly("2026-11-23 19:45"), "2026-11-23 19:45", id="written out, in the shop's own time"),
        pytest.param(exactly("2026-11-23T08:45:00+00:00"), "2026-11-23 19:45", id="written out, in another zone"),
        pytest.param(exactly("2026-11-30 18:00"), "2026-11-30 18:00", id="seven days ahead"),
        pytest.param(TimeRequest(TimeKind.CLOCK, hour=6, weekday=4), "2026-11-27 18:00", id="Friday at six"),
        pytest.param(TimeRequest(TimeKind.CLOCK, hour=6, month_day=(11, 26)), "2026-11-26 18:00", id="a date"),
        pytest.param(TimeRequest(TimeKind.CLOCK, hour=6, month_day=(0, 25)), "2026-11-25 18:00", id="the 25th"),
        pytest.param(replace(ASAP, days_ahead=1), "2026-11-24 11:15", id="as soon as possible tomorrow"),
        pytest.param(replace(ASAP, days_ahead=0), "2026-11-23 18:15", id="as soon as possible today"),
    ),
)
def test_on_a_monday_at_six_pm_it_is_agreed(request_: TimeRequest, expected: str) -> None:
    assert agreed(request_) == expected


@pytest.mark.parametrize(
    ("now", "request_", "expected"),
    (
        pytest.param("2026-11-27 23:00", clock(1), "2026-11-28 01:00", id="one, on a Friday at eleven pm"),
        pytest.param("2026-11-27 18:00", clock(1, 0, PartOfDay.NIGHT, 0), "2026-11-28 01:00", id="tonight at one"),
        pytest.param("2026-11-27 18:00", clock(12, 0, PartOfDay.NIGHT), "2026-11-28 00:00", id="midnight"),
        pytest.param(
            "2026-11-23 18:00",
            TimeRequest(TimeKind.CLOCK, hour=12, part=PartOfDay.NIGHT, weekday=4),
            "2026-11-28 00:00",
            id="Friday at midnight is the end of Friday",
        ),
        pytest.param(
            "2026-11-27 18:00",
            TimeRequest(TimeKind.CLOCK, hour=1, part=PartOfDay.AM, weekday=5),
            "2026-11-28 01:00",
            id="Saturday, one am, is in Friday's opening",
        ),
        pytest.param(
            "2026-11-27 18:00",
            TimeRequest(TimeKind.CLOCK, hour=1, minute=30, part=PartOfDay.AM, weekday=4),
            "2026-11-28 01:30",
            id="Friday, half past one am, belongs to Friday",
        ),
        pytest.param(
            "2026-11-28 01:00", clock(12, 0, PartOfDay.UNSAID, 1), "2026-11-28 12:00", id="tomorrow, said at one am"
        ),
        pytest.param(
            "2026-11-28 01:00", clock(8, 0, PartOfDay.NIGHT, 0), "2026-11-28 20:00", id="tonight, said at one am"
        ),
        pytest.param(
            "2026-11-27 19:00",
            TimeRequest(TimeKind.CLOCK, hour=6, weekday=4),
            "2026-12-04 18:00",
            id="Friday at six, said on a Friday at seven, is next week",
        ),
        pytest.param(
            "2026-11-27 17:00",
            TimeRequest(TimeKind.CLOCK, hour=6, weekday=4),
            "2026-11-27 18:00",
            id="Friday at six, said on that Friday, is today",
        ),
        pytest.param(
            "2026-11-27 19:00",
            TimeRequest(TimeKind.CLOCK, hour=6, weekday=4, not_today=True),
            "2026-12-04 18:00",
            id="next Friday is never today",
        ),
        pytest.param("2026-11-23 09:00", clock(11), "2026-11-23 11:00", id="at the stroke of opening"),
        pytest.param("2026-11-23 02:00", after(600), "2026-11-23 12:00", id="in ten hours, said while closed"),
    ),
)
def test_over_midnight_and_by_days_it_is_agreed(now: str, request_: TimeRequest, expected: str) -> None:
    assert agreed(request_, at(now)) == expected


@pytest.mark.parametrize(
    ("now", "request_", "expected"),
    (
        pytest.param("2026-11-23 18:00", after(9), ("too_early", "2026-11-23 18:10"), id="before the earliest"),
        pytest.param(
            "2026-11-23 18:25", clock(6, 30), ("too_early", "2026-11-23 18:35"), id="the clock is nearly there"
        ),
        pytest.param(
            "2026-11-23 18:00",
            exactly("2024-11-23 18:00"),
            ("too_early", "2026-11-23 18:10"),
            id="a date that has passed",
        ),
        pytest.param(
            "2026-11-23 22:55", after(5), ("too_early", "2026-11-24 11:10"), id="too early, and then it closes"
        ),
        pytest.param(
            "2026-11-23 18:00",
            exactly("2026-11-24 03:00"),
            ("closed", "2026-11-23 23:00"),
            id="three at night: last night's closing is nearest",
        ),
        pytest.param(
            "2026-11-23 18:00",
            exactly("2026-11-24 10:00"),
            ("closed", "2026-11-24 11:10"),
            id="in the morning: soon after the opening is nearest",
        ),
        pytest.param(
            "2026-11-23 18:00",
            clock(10, 0, PartOfDay.AM),
            ("closed", "2026-11-24 11:10"),
            id="ten am, before it opens",
        ),
        pytest.param(
            "2026-11-23 18:00",
            exactly("2026-11-23 23:01"),
            ("closed", "2026-11-23 23:00"),
            id="a minute after closing",
        ),
        pytest.param(
            "2026-11-23 18:00",
            exactly("2026-11-30 18:01"),
            ("too_far", "2026-11-30 18:00"),
            id="more than seven days ahead",
        ),
        pytest.param(
            "2026-11-23 06:00",
            exactly("2027-11-30 18:01"),
            ("too_far", "2026-11-29 22:00"),
            id="much too far: the last time that is possible is in the opening hours",
        ),
    ),
)
def test_it_is_refused_with_what_is_possible(now: str, request_: TimeRequest, expected: tuple[str, str]) -> None:
    assert refused(request_, at(now)) == expected


def test_as_soon_as_possible_on_a_day_that_is_closed_is_refused() -> None:
    sundays = shop(hours("11-23", "11-23", "11-23", "11-23", "11-23", "11-23", ""))
    request = TimeRequest(TimeKind.ASAP, weekday=6)
    assert refused(request, MONDAY_SIX, sundays) == ("closed", "2026-11-28 23:00")


def test_a_shop_that_never_opens_refuses_every_time() -> None:
    shut = shop(hours(""))
    assert refused(ASAP, MONDAY_SIX, shut) == ("closed", "nothing")
    assert refused(clock(7), MONDAY_SIX, shut) == ("closed", "nothing")


def test_as_soon_as_possible_is_refused_where_the_next_opening_is_too_far_ahead() -> None:
    away = {f"d2026_{day:%m_%d}": "" for n in range(20) if (day := dt.date(2026, 11, 23) + dt.timedelta(days=n))}
    assert refused(ASAP, MONDAY_SIX, shop(hours("11-23", **away))) == ("too_far", "nothing")


class TestTheClockGoesForward:
    """Sunday 4 October 2026: at two in the morning it is three. Saturday is open until two."""

    def test_twenty_minutes_are_twenty_minutes(self) -> None:
        late = shop(hours("11-29"))
        assert agreed(after(20), at("2026-10-04 01:50"), late) == "2026-10-04 03:10"
        assert estimate(late, at("2026-10-04 01:50"), 1, 0) == (15, at("2026-10-04 03:05"))

    def test_a_time_that_the_clock_skips_is_as_long_after_two(self) -> None:
        late = shop(hours("11-29"))
        assert agreed(clock(2, 30), at("2026-10-04 01:00"), late) == "2026-10-04 03:30"

    def test_noon_of_the_day_is_noon(self) -> None:
        assert agreed(clock(12), at("2026-10-04 01:50"), SHOP) == "2026-10-04 12:00"

    def test_an_estimate_from_closed_counts_the_hours_that_pass(self) -> None:
        assert estimate(SHOP, at("2026-10-04 01:51"), 1, 0) == (504, at("2026-10-04 11:15"))


class TestTheClockGoesBack:
    """Sunday 4 April 2027: at three in the morning it is two again. Saturday is open until two."""

    def test_half_an_hour_is_half_an_hour(self) -> None:
        late = shop(hours("11-28"))
        pickup = agree(late, at("2027-04-04 02:45"), 0, 1, after(30))
        assert pickup.at.isoformat() == "2027-04-04T02:15:00+10:00"

    def test_a_time_that_has_passed_once_is_its_second_time(self) -> None:
        late = shop(hours("11-28"))
        pickup = agree(late, at("2027-04-04 02:45"), 0, 1, clock(2, 30))
        assert pickup.at.isoformat() == "2027-04-04T02:30:00+10:00"

    def test_two_is_the_closing_time_once(self) -> None:
        assert agreed(exactly("2027-04-04T02:00:00+11:00"), at("2027-04-03 23:00")) == "2027-04-04 02:00"
        assert refused(exactly("2027-04-04T02:00:00+10:00"), at("2027-04-03 23:00"))[0] == "closed"


instants = st.datetimes(dt.datetime(2026, 9, 1), dt.datetime(2027, 5, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001
shops = st.builds(
    lambda week, busy: shop(week, replace(LEAD, busy=busy)),
    st.sampled_from((WEEK, hours("0-24"), hours("11-15 17-27:30"), hours("22-30"), hours("", "11-12"))),
    st.booleans(),
)
requests = st.one_of(
    st.just(ASAP),
    st.builds(after, st.integers(0, 12000)),
    st.builds(
        TimeRequest,
        st.sampled_from((TimeKind.CLOCK, TimeKind.ASAP)),
        hour=st.integers(0, 23),
        minute=st.integers(0, 59),
        part=st.sampled_from(PartOfDay),
        days_ahead=st.none() | st.integers(0, 9),
        weekday=st.none() | st.integers(0, 6),
        month_day=st.none() | st.tuples(st.integers(0, 12), st.integers(1, 31)),
        not_today=st.booleans(),
    ),
)


def outcome(open_shop: Shop, now: dt.datetime, waiting: int, request: TimeRequest) -> Pickup | PickupRefused:
    try:
        return agree(open_shop, now, waiting, 1, request)
    except PickupRefused as refusal:
        return refusal


@given(shops, instants, st.integers(0, 30), requests)
def test_what_is_agreed_can_be_kept(open_shop: Shop, now: dt.datetime, waiting: int, request: TimeRequest) -> None:
    pickup = outcome(open_shop, now, waiting, request)
    if isinstance(pickup, PickupRefused):
        assert pickup.reason in ("too_early", "closed", "too_far")
        return
    assert opening_around(open_shop.hours, ZONE, pickup.at) is not None
    assert instant(earliest(open_shop, now, waiting)) <= instant(pickup.at)
    # A week in which the clock changes is an hour longer or shorter.
    assert instant(pickup.at) <= now + dt.timedelta(days=7, hours=1)
    assert (pickup.at.second, pickup.at.microsecond) == (0, 0)


@given(shops, instants, st.integers(0, 30), requests)
def test_what_is_offered_instead_is_agreed_when_it_is_taken(
    open_shop: Shop, now: dt.datetime, waiting: int, request: TimeRequest
) -> None:
    refusal = outcome(open_shop, now, waiting, request)
    if isinstance(refusal, PickupRefused) and refusal.instead is not None:
        taken = TimeRequest(TimeKind.INSTANT, at=refusal.instead)
        assert outcome(open_shop, now, waiting, taken) == Pickup(refusal.instead)
