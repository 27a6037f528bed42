"""Public holidays are the calendar's, with the days that the shop adds or takes out."""

from __future__ import annotations

import datetime as dt

import pytest

from kebabalab.gateways.holidays import is_known, is_public_holiday
from kebabalab.models.shop import HolidaySurcharge

CHRISTMAS = dt.date(2026, 12, 25)
CUP_DAY = dt.date(2026, 11, 3)
PLAIN_DAY = dt.date(2026, 11, 24)

VICTORIA = HolidaySurcharge(on=True, percent=10, country="AU", subdivision="VIC")
SYDNEY = HolidaySurcharge(on=True, percent=10, country="AU", subdivision="NSW")


@pytest.mark.parametrize(
    ("surcharge", "day", "holiday"),
    (
        (VICTORIA, CHRISTMAS, True),
        (VICTORIA, PLAIN_DAY, False),
        (VICTORIA, CUP_DAY, True),
        (SYDNEY, CUP_DAY, False),
        (HolidaySurcharge(True, 10, "AU", "VIC", dates=(PLAIN_DAY,)), PLAIN_DAY, True),
        (HolidaySurcharge(True, 10, "AU", "VIC", not_on=(CHRISTMAS,)), CHRISTMAS, False),
        (HolidaySurcharge(True, 10, "AU", "VIC", dates=(CHRISTMAS,), not_on=(CHRISTMAS,)), CHRISTMAS, False),
        (HolidaySurcharge(False, 0, "XX", ""), CHRISTMAS, False),
    ),
    ids=[
        "christmas in victoria",
        "an ordinary tuesday",
        "cup day in victoria",
        "cup day is no holiday in sydney",
        "a day that the shop adds",
        "a day that the shop takes out",
        "what the shop takes out goes before what it adds",
        "a country without a calendar",
    ],
)
def test_a_day_is_a_holiday_where_the_shop_is(surcharge: HolidaySurcharge, day: dt.date, holiday: bool) -> None:
    assert is_public_holiday(surcharge, day) is holiday


@pytest.mark.parametrize(
    ("country", "state", "known"),
    (("AU", "VIC", True), ("AU", "", True), ("AU", "ABC", False), ("XX", "", False)),
    ids=["a state", "a country", "no such state", "no such country"],
)
def test_calendars_are_known_by_country_and_state(country: str, state: str, known: bool) -> None:
    assert is_known(country, state) is known
