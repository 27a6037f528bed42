"""Amounts, numbers, times and lists are said as a voice reads them best."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.language import say
from kebabalab.models.money import Money
from kebabalab.models.order import OrderNumber

ZONE = ZoneInfo("Australia/Melbourne")
MONDAY_EVENING = dt.datetime(2026, 11, 23, 18, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("cents", "words"),
    (
        (0, "zero dollars"),
        (5, "five cents"),
        (1, "one cent"),
        (50, "fifty cents"),
        (100, "one dollar"),
        (150, "one dollar fifty"),
        (300, "three dollars"),
        (2205, "twenty two dollars and five cents"),
        (2250, "twenty two dollars fifty"),
        (3300, "thirty three dollars"),
        (10500, "one hundred and five dollars"),
        (123456, "one thousand two hundred and thirty four dollars fifty six"),
        (-350, "minus three dollars fifty"),
    ),
)
def test_amounts_are_said_in_words(cents: int, words: str) -> None:
    assert say.money(Money(cents)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    (
        (7, "seven"),
        (20, "twenty"),
        (47, "forty seven"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (1000, "one thousand"),
        (1005, "one thousand and five"),
        (2375, "two thousand three hundred and seventy five"),
        (1_000_001, "one million and one"),
    ),
)
def test_numbers_are_said_in_words(value: int, words: str) -> None:
    assert say.number(value) == words


@given(st.integers(min_value=0, max_value=10_000_000))
def test_no_amount_is_said_with_a_symbol_or_a_digit(cents: int) -> None:
    assert say.money(Money(cents)).replace(" ", "").isalpha()


@given(st.integers(0, 99_999), st.integers(0, 99_999))
def test_two_amounts_never_sound_the_same(one: int, other: int) -> None:
    assert (say.money(Money(one)) == say.money(Money(other))) == (one == other)


@pytest.mark.parametrize(
    ("parts", "words"),
    (
        ((), ""),
        (("a",), "a"),
        (("a", "b"), "a and b"),
        (("a", "b", "c"), "a, b and c"),
        (("a and b", "c"), "a and b, and c"),
    ),
)
def test_lists_have_commas_and_an_and(parts: tuple[str, ...], words: str) -> None:
    assert say.listing(parts) == words


def test_a_choice_is_listed_with_or() -> None:
    assert say.listing(("small", "medium", "large"), "or") == "small, medium or large"


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    (
        (18, 15, "six fifteen pm"),
        (18, 5, "six oh five pm"),
        (18, 0, "six pm"),
        (0, 0, "midnight"),
        (0, 30, "twelve thirty am"),
        (12, 0, "midday"),
        (12, 45, "twelve forty five pm"),
        (1, 30, "one thirty am"),
    ),
)
def test_times_are_said_as_on_the_wall(hour: int, minute: int, words: str) -> None:
    assert say.clock(MONDAY_EVENING.replace(hour=hour, minute=minute)) == words


@pytest.mark.parametrize(
    ("hours_ahead", "words"),
    (
        (0.25, "at six fifteen pm"),
        (5.5, "at eleven thirty pm"),
        (18, "tomorrow at midday"),
        (48, "on Wednesday at six pm"),
    ),
)
def test_a_promise_names_the_day_where_it_is_not_today(hours_ahead: float, words: str) -> None:
    assert say.when(MONDAY_EVENING + dt.timedelta(hours=hours_ahead), MONDAY_EVENING) == words


def test_half_past_midnight_is_not_called_tomorrow_late_in_the_evening() -> None:
    friday = dt.datetime(2026, 11, 27, 23, 30, tzinfo=ZONE)
    assert say.when(friday + dt.timedelta(hours=1), friday) == "at twelve thirty am"


def test_the_written_time_is_the_contracts() -> None:
    assert say.shown_clock(MONDAY_EVENING.replace(minute=15)) == "6:15 PM"


def test_an_order_number_is_said_without_its_sign_and_zeros() -> None:
    assert say.order_number(OrderNumber(dt.date(2026, 11, 23), 47)) == "order number forty seven"


def test_sentences_begin_and_end_as_sentences() -> None:
    assert say.sentences(("all good", "", "is it?")) == "All good. Is it?"


@pytest.mark.parametrize(
    ("words", "said"),
    (
        ("500 ml of it", "five hundred millilitres of it"),
        ("250 g ham tub", "two hundred and fifty gram ham tub"),
        ("pack of 4", "pack of four"),
        ("this|that\nand <b>more</b>", "this that and b more b"),
        ("bread & butter", "bread and butter"),
        ("O’Brien", "O’Brien"),
        ("snake_case", "snake case"),
    ),
)
def test_words_of_others_are_made_speakable(words: str, said: str) -> None:
    assert say.speakable(words) == said


@given(st.text(max_size=500))
def test_nothing_that_others_write_makes_a_voice_spell_symbols(text: str) -> None:
    said = say.speakable(text)
    assert len(said) <= 200
    assert not set(said) & set("|<>{}[]()*_#$@/\\\n\r\t;:")
