"""What shop.yaml means, and each mistake that can be made in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kebabalab.models.money import Money
from kebabalab.models.shop import Limits, Shop, Tax, Window
from tests.unit.gateways.files import MENU, SHOP, edited, loaded, problems

HOURS = "write hours like 11:00-22:00, several as [11:00-15:00, 17:00-22:00], or closed"
CLOCK = "an hour is 00 to 23 (to 48 for a closing time on the next day), a minute 00 to 59"
SPILLS = "it is still open when the next day's first window begins; close earlier, or open later"

# (what stands in the good file, what stands there instead, the place that is named, what is said of it)
MISTAKES = {
    "a zone that does not exist": (
        "Australia/Sydney",
        "Australia/Sidney",
        "7: time_zone",
        'there is no time zone "Australia/Sidney"; did you mean "Australia/Sydney"?',
    ),
    "a phone without the country": (
        '"+61255501234"',
        "0255501234",
        "3: phone",
        'write the number with its country\'s code, in quotes: "+61..."',
    ),
    "a phone that is too short": (
        '"+61255501234"',
        '"+61255"',
        "3: phone",
        '"+61255" is no phone number; a digit may be missing or too many',
    ),
    "a day without hours": (
        "  monday: 09:00-17:00\n",
        "",
        "8: hours",
        '"monday" is missing; write its hours, or closed',
    ),
    "a window in words": ("monday: 09:00-17:00", "monday: nine to five", "9: hours.monday", HOURS),
    "a minute too many": ("monday: 09:00-17:00", "monday: 09:60-17:00", "9: hours.monday", CLOCK),
    "a window beyond the next day": ("monday: 09:00-17:00", "monday: 09:00-49:00", "9: hours.monday", CLOCK),
    "two windows that overlap": (
        "[09:00-12:00, 13:00-17:00]",
        "[13:00-17:00, 09:00-13:30]",
        "12: hours.thursday",
        "two windows overlap; join them or move one",
    ),
    "a night that runs into the next day": ("friday: 18:00-02:00", "friday: 18:00-09:01", "13: hours.friday", SPILLS),
    "a week without an hour": (
        SHOP[SHOP.index("hours:") : SHOP.index("lead_times:")],
        "hours: {monday: closed, tuesday: closed, wednesday: closed, thursday: closed, friday: closed, "
        "saturday: closed, sunday: closed}\n",
        "8: hours",
        "the shop is never open; write hours like 11:00-22:00 for a day",
    ),
    "an exception on no date": (
        "lead_times:\n",
        "exceptions: {25 december: closed}\nlead_times:\n",
        "16: exceptions.25 december",
        "write the day as a date like 2026-12-25",
    ),
    "an exception with no hours": (
        "lead_times:\n",
        "exceptions: {2026-12-25: shut}\nlead_times:\n",
        "16: exceptions.2026-12-25",
        HOURS,
    ),
    "an exception that runs into the next day": (
        "lead_times:\n",
        "exceptions: {2026-12-25: 20:00-09:30}\nlead_times:\n",
        "16: exceptions.2026-12-25",
        SPILLS,
    ),
    "an exception that the night before runs into": (
        "lead_times:\n",
        "exceptions: {2026-12-26: 01:00-05:00}\nlead_times:\n",
        "16: exceptions.2026-12-26",
        SPILLS,
    ),
    "a surcharge of more than everything": (
        "percent: 15",
        "percent: 101",
        "28: holiday_surcharge.percent",
        "write a number that is at most 100",
    ),
    "a surcharge in words": ("percent: 15", "percent: some", "28: holiday_surcharge.percent", "write a whole number"),
    "a holiday that is no date": (
        "subdivision: NSW}",
        "subdivision: NSW, dates: [2026-02-30]}",
        "28: holiday_surcharge.dates[1]",
        "write a date like 2026-12-25",
    ),
    "holidays of no state": (
        "{on: no, percent: 15, country: AU, subdivision: NSW}",
        "{on: yes, percent: 15, country: AU, subdivision: ABC}",
        "28: holiday_surcharge.subdivision",
        'no calendar of public holidays is known for "AU ABC"; write a country and state like AU and VIC',
    ),
    "a tax in percent": (
        "1/11",
        "10%",
        "27: tax.part_of_total",
        "write the part of a total that is tax, like 1/11, or 0/1 for none",
    ),
    "a tax of more than the total": (
        "1/11",
        "11/1",
        "27: tax.part_of_total",
        "write the part of a total that is tax, like 1/11, or 0/1 for none",
    ),
    "quicker when busy": (
        "earliest_busy: 10",
        "earliest_busy: 4",
        "18: lead_times.earliest_busy",
        "when busy it can't be quicker than earliest, 5; make it at least that",
    ),
    "a longest wait below the shortest": (
        "longest_estimate: 30",
        "longest_estimate: 4",
        "25: lead_times.longest_estimate",
        "it is less than estimate, 5; make it at least that",
    ),
    "a negative count": (
        "days_ahead: 2",
        "days_ahead: -1",
        "26: lead_times.days_ahead",
        "write a number that is at least 0",
    ),
    "a time left out": ("  days_ahead: 2\n", "", "16: lead_times", '"days_ahead" is missing; add it'),
    "a country in words": ("country: AU\n", "country: Australia\n", "5: country", "write two capital letters, like AU"),
    "a currency sign": ("currency: AUD", "currency: $", "6: currency", "write three capital letters, like AUD"),
    "half an address of a page": (
        "currency: AUD\n",
        "currency: AUD\nwebsite: example.com\n",
        "7: website",
        "write the whole address, like https://example.com/menu",
    ),
    "a language in words": (
        "currency: AUD\n",
        "currency: AUD\nlanguages: [english]\n",
        "7: languages[1]",
        "write a language like en-AU",
    ),
    "a limit that is no amount": (
        "currency: AUD\n",
        "currency: AUD\norder_limit: plenty\n",
        "7: order_limit",
        "write an amount like 3.50, or free",
    ),
    "more of one thing than any line holds": (
        "currency: AUD\n",
        "currency: AUD\nlimits:\n  quantity: 51\n",
        "8: limits.quantity",
        "write a number that is at most 50",
    ),
    "no texts at all": (
        "currency: AUD\n",
        "currency: AUD\nlimits:\n  pieces: 80\n  texts_per_day: 0\n",
        "9: limits.texts_per_day",
        "write a number that is at least 1",
    ),
    "a limit that is none": (
        "currency: AUD\n",
        "currency: AUD\nlimits:\n  peices: 80\n",
        "8: limits.peices",
        'there is no key "peices" here; did you mean "pieces"?',
    ),
    "texts to no country": (
        "currency: AUD\n",
        "currency: AUD\nlimits:\n  text_countries: [NZ, XQ]\n",
        "8: limits.text_countries[2]",
        'there is no country "XQ" with phone numbers; write two capital letters, like NZ',
    ),
}


@pytest.mark.parametrize(("good", "bad", "place", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_named_alone_with_its_line_and_what_to_do(
    good: str, bad: str, place: str, said: str, tmp_path: Path
) -> None:
    assert problems(tmp_path, MENU, edited(SHOP, good, bad)) == (f"shop.yaml:{place}: {said}",)


def test_a_misspelt_day_is_named_and_so_is_the_day_that_is_missing_for_it(tmp_path: Path) -> None:
    found = problems(tmp_path, MENU, edited(SHOP, "  monday:", "  munday:"))
    assert found == (
        'shop.yaml:8: hours: "monday" is missing; write its hours, or closed',
        'shop.yaml:9: hours.munday: "munday" is no day of the week; did you mean "monday"?',
    )


def shop_with(folder: Path, old: str, new: str) -> Shop:
    return loaded(folder, MENU, edited(SHOP, old, new)).shop


def test_a_closing_time_before_the_opening_one_is_on_the_next_day(tmp_path: Path) -> None:
    assert loaded(tmp_path).shop.hours.week[4] == (Window(18 * 60, 26 * 60),)


def test_a_closing_time_can_be_counted_on_past_midnight(tmp_path: Path) -> None:
    assert shop_with(tmp_path, "18:00-02:00", "18:00-26:00").hours.week[4] == (Window(18 * 60, 26 * 60),)


def test_the_same_time_twice_is_around_the_clock(tmp_path: Path) -> None:
    assert shop_with(tmp_path, "monday: 09:00-17:00", "monday: 09:00-09:00").hours.week[0] == (Window(9 * 60, 33 * 60),)


def test_a_window_may_end_when_the_next_days_begins(tmp_path: Path) -> None:
    assert shop_with(tmp_path, "18:00-02:00", "18:00-09:00").hours.week[4] == (Window(18 * 60, 33 * 60),)


def test_several_windows_come_in_the_order_of_the_day(tmp_path: Path) -> None:
    shop = shop_with(tmp_path, "[09:00-12:00, 13:00-17:00]", "[13:00-17:00, 09:00-12:00]")
    assert shop.hours.week[3] == (Window(9 * 60, 12 * 60), Window(13 * 60, 17 * 60))


def test_a_closed_day_has_no_windows(tmp_path: Path) -> None:
    assert loaded(tmp_path).shop.hours.week[2] == ()


def test_a_dated_exception_is_kept_beside_the_week(tmp_path: Path) -> None:
    shop = shop_with(
        tmp_path, "lead_times:\n", "exceptions: {2026-12-25: closed, 2026-12-26: 10:00-12:00}\nlead_times:\n"
    )
    assert shop.hours.exceptions == {
        dt.date(2026, 12, 25): (),
        dt.date(2026, 12, 26): (Window(600, 720),),
    }


def test_exceptions_left_empty_are_none(tmp_path: Path) -> None:
    assert shop_with(tmp_path, "lead_times:\n", "exceptions:\nlead_times:\n").hours.exceptions == {}


def test_a_phone_written_with_blanks_is_kept_as_e164(tmp_path: Path) -> None:
    assert shop_with(tmp_path, '"+61255501234"', '"+61 2 5550 1234"').phone == "+61255501234"


def test_the_tax_is_the_part_of_the_total_that_is_written(tmp_path: Path) -> None:
    assert shop_with(tmp_path, "1/11", "3/23").tax == Tax("GST", 3, 23)


def test_a_shop_may_hold_no_tax(tmp_path: Path) -> None:
    assert shop_with(tmp_path, "1/11", "0/1").tax == Tax("GST", 0, 1)


def test_a_limit_of_an_order_is_money(tmp_path: Path) -> None:
    assert shop_with(tmp_path, "currency: AUD\n", "currency: AUD\norder_limit: 400\n").order_limit == Money(40_000)


def test_limits_that_are_not_written_are_the_usual_ones(tmp_path: Path) -> None:
    shop = shop_with(tmp_path, "currency: AUD\n", "currency: AUD\nlimits: {no_shows: 1, text_countries: [NZ, GB]}\n")
    assert shop.limits == Limits(no_shows=1, text_countries=("NZ", "GB"))
    assert shop_with(tmp_path, "currency: AUD\n", "currency: AUD\nlimits: {}\n").limits == Limits()


def test_without_a_surcharge_there_is_none_on_any_day(tmp_path: Path) -> None:
    shop = shop_with(tmp_path, SHOP[SHOP.index("holiday_surcharge:") :], "")
    assert (shop.surcharge.on, shop.surcharge.percent) == (False, 0)


def test_the_shops_id_is_the_name_of_its_folder(tmp_path: Path) -> None:
    assert loaded(tmp_path / "corner_tea").shop.id == "corner_tea"


def test_a_shops_own_words_for_texts_are_kept_by_kind(tmp_path: Path) -> None:
    own = loaded(tmp_path, shop=SHOP + "texts: {ready: '{order} is ready', unicode: yes}\n").shop
    assert (own.texts, own.unicode_texts) == ({"ready": "{order} is ready"}, True)
    assert (loaded(tmp_path).shop.texts, loaded(tmp_path).shop.unicode_texts) == ({}, False)


def test_words_of_a_text_that_can_not_work_are_named_with_their_line(tmp_path: Path) -> None:
    line = len(SHOP.splitlines()) + 2
    assert problems(tmp_path, shop=SHOP + "texts:\n  ready: 'done'\n  reddy: ''\n") == (
        f"shop.yaml:{line}: texts.ready: this text must name {{order}}; add it",
        f'shop.yaml:{line + 1}: texts.reddy: there is no key "reddy" here; did you mean "ready"?',
    )
