"""What people say of when they will come, and what it is read as."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kebabalab.language.times import read_time
from kebabalab.models.time_request import TimeKind, TimeRequest

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def read(words: str) -> str:
    """The time that is read, in short: "20 min", "6:30 pm tomorrow", "asap"."""
    request = read_time(words)
    return "none" if request is None else shown(request)


def shown(request: TimeRequest) -> str:
    if request.kind is TimeKind.AFTER:
        return f"{request.minutes} min"
    if request.kind is TimeKind.INSTANT:
        return str(request.at)
    clock = "asap" if request.kind is TimeKind.ASAP else f"{request.hour}:{request.minute:02d}"
    return " ".join(word for word in (clock, request.part, day(request)) if word)


def day(request: TimeRequest) -> str:
    if request.days_ahead is not None:
        return {0: "today", 1: "tomorrow"}.get(request.days_ahead, f"in {request.days_ahead} days")
    if request.weekday is not None:
        return f"{'next ' if request.not_today else ''}{WEEKDAYS[request.weekday]}"
    return "the {1} of {0}".format(*request.month_day) if request.month_day is not None else ""


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        ("in 20 minutes", "20 min"),
        ("20 mins", "20 min"),
        ("20m", "20 min"),
        ("twenty minutes", "20 min"),
        ("in twenty-five minutes", "25 min"),
        ("in about fifteen minutes please", "15 min"),
        ("in half an hour", "30 min"),
        ("half hour", "30 min"),
        ("1/2 hour", "30 min"),
        ("1½ hours", "90 min"),
        ("1 1/2 hours", "90 min"),
        ("1.5 hours", "90 min"),
        ("1.25 hours", "75 min"),
        ("an hour", "60 min"),
        ("within the hour", "60 min"),
        ("in an hour's time", "60 min"),
        ("in an hour and a quarter", "75 min"),
        ("hour and a half", "90 min"),
        ("two and a half hours", "150 min"),
        ("three quarters of an hour", "45 min"),
        ("a quarter of an hour", "15 min"),
        ("an hour twenty", "80 min"),
        ("in 1 hour 15 minutes", "75 min"),
        ("one hour and thirty minutes", "90 min"),
        ("a couple of hours", "120 min"),
        ("half an hour from now", "30 min"),
        ("one hundred and twenty minutes", "120 min"),
        ("120 minutes", "120 min"),
        ("1h30m", "90 min"),
        ("PT30M", "30 min"),
        ("in twenty", "20 min"),
        ("in 5", "5 min"),
        ("in 120", "120 min"),
        ("I'll be there in twenty", "20 min"),
        ("twenty", "20 min"),
        ("give me forty-five", "45 min"),
        ("today in 20 minutes", "20 min"),
        ("fifteen to twenty minutes", "20 min"),
        ("in 0 minutes", "0 min"),
    ),
)
def test_a_span_of_time_counts_from_now(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        ("6pm", "6:00 pm"),
        ("6 p.m.", "6:00 pm"),
        ("six p m", "6:00 pm"),
        ("6:30", "6:30"),
        ("6.30pm", "6:30 pm"),
        ("630", "6:30"),
        ("6 30", "6:30"),
        ("18:30", "18:30"),
        ("18:30:00", "18:30"),
        ("1830", "18:30"),
        ("18h30", "18:30"),
        ("1830 hours", "18:30"),
        ("eighteen hundred hours", "18:00"),
        ("at 18", "18:00"),
        ("00:30", "0:30"),
        ("six", "6:00"),
        ("for six please", "6:00"),
        ("6 o'clock", "6:00"),
        ("six o clock", "6:00"),
        ("around 6ish", "6:00"),
        ("sixish", "6:00"),
        ("by 7", "7:00"),
        ("after 7", "7:00"),
        ("any time after 7", "7:00"),
        ("no later than 7", "7:00"),
        ("half six", "6:30"),
        ("half past six", "6:30"),
        ("about half sevenish", "7:30"),
        ("quarter past six", "6:15"),
        ("a quarter after six", "6:15"),
        ("quarter to seven", "6:45"),
        ("quarter to one", "12:45"),
        ("ten to seven", "6:50"),
        ("ten minutes to seven", "6:50"),
        ("two minutes to seven", "6:58"),
        ("twenty past six", "6:20"),
        ("twenty-five past six", "6:25"),
        ("20 minutes past six", "6:20"),
        ("seven thirty", "7:30"),
        ("six-thirty", "6:30"),
        ("six fifteen", "6:15"),
        ("six twenty five", "6:25"),
        ("six oh five", "6:05"),
        ("6 05", "6:05"),
        ("seven forty five pm", "7:45 pm"),
        ("noon", "12:00 pm"),
        ("midday", "12:00 pm"),
        ("twelve noon", "12:00 pm"),
        ("noonish", "12:00 pm"),
        ("ten to noon", "11:50 am"),
        ("midnight", "12:00 night"),
        ("half past midnight", "12:30 night"),
        ("5 in the afternoon", "5:00 pm"),
        ("1 in the morning", "1:00 am"),
        ("8 at night", "8:00 night"),
        ("between 6 and 7", "6:00"),
        ("from five to six", "5:00"),
        ("six to seven", "6:00"),
        ("two of us at six", "6:00"),
    ),
)
def test_a_clock_is_read(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        ("tomorrow at 12", "12:00 tomorrow"),
        ("half 6 tomorrow", "6:30 tomorrow"),
        ("tomorrow night at 8", "8:00 night tomorrow"),
        ("tomorrow morning at 11:30", "11:30 am tomorrow"),
        ("the day after tomorrow at 6", "6:00 in 2 days"),
        ("in two days at 6pm", "6:00 pm in 2 days"),
        ("a week from today at 6", "6:00 in 7 days"),
        ("5pm today", "5:00 pm today"),
        ("this arvo at 5", "5:00 pm today"),
        ("seven this evening", "7:00 pm today"),
        ("tonight at 8", "8:00 night today"),
        ("half past 7 tonight", "7:30 night today"),
        ("midnight tonight", "12:00 night today"),
        ("Friday at 6", "6:00 friday"),
        ("six on friday", "6:00 friday"),
        ("this friday at noon", "12:00 pm friday"),
        ("next friday at 7", "7:00 next friday"),
        ("Sat arvo, 4", "4:00 pm saturday"),
        ("monday 2030", "20:30 monday"),
        ("on the 27th at six", "6:00 the 27 of 0"),
        ("the twenty seventh at six", "6:00 the 27 of 0"),
        ("25th of november at 6", "6:00 the 25 of 11"),
        ("november the 27th at 7", "7:00 the 27 of 11"),
        ("27/11 at 6pm", "6:00 pm the 27 of 11"),
        ("27/11/2026 18:30", "18:30 the 27 of 11"),
        ("Friday, November 27, 2026 at 6:30 PM", "6:30 pm the 27 of 11"),
        ("2026-11-27 at 6pm", "6:00 pm the 27 of 11"),
        ("2026-11-23T18:30:00+11:00", "2026-11-23 18:30:00+11:00"),
        ("2026-11-23 18:30", "2026-11-23 18:30:00"),
        ("2026-11-23T07:30:00.000Z", "2026-11-23 07:30:00+00:00"),
    ),
)
def test_a_day_is_read_with_the_clock(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        ("as soon as possible", "asap"),
        ("asap", "asap"),
        ("A.S.A.P.", "asap"),
        ("as_soon_as_possible", "asap"),
        ("now", "asap"),
        ("right now", "asap"),
        ("straight away", "asap"),
        ("right away please", "asap"),
        ("soon as", "asap"),
        ("as quick as you can", "asap"),
        ("whenever it's ready", "asap"),
        ("when it's done", "asap"),
        ("on my way", "asap"),
        ("the earliest you've got", "asap"),
        ("as soon as possible tomorrow", "asap tomorrow"),
        ("first thing tomorrow", "asap tomorrow"),
        ("when you open on saturday", "asap saturday"),
    ),
)
def test_as_soon_as_possible_is_read(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        ("six no sorry seven", "7:00"),
        ("six, actually half past", "6:30"),
        ("seven, no, quarter to", "6:45"),
        ("make it 7 instead of 6", "7:00"),
        ("seven rather than six", "7:00"),
        ("make that 7", "7:00"),
        ("not six, seven", "7:00"),
        ("in 20 minutes, no wait, half an hour", "30 min"),
        ("in 20 minutes, actually at seven", "7:00"),
        ("at seven, actually as soon as possible", "asap"),
        ("tomorrow at six, sorry, seven", "7:00 tomorrow"),
        ("tomorrow at six, no, friday", "6:00 friday"),
        ("six pm, no, seven", "7:00 pm"),
        ("6 am, sorry, pm", "6:00 pm"),
        ("sorry, six", "6:00"),
        ("no worries, six thirty", "6:30"),
    ),
)
def test_a_correction_wins(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        pytest.param("good evening, can I come at 6", "6:00", id="a greeting is no part of the day"),
        pytest.param("I am coming at six", "6:00", id="am can be a verb"),
        pytest.param("give me a second, at six", "6:00", id="a second is no date"),
        pytest.param("may I get it at 6", "6:00", id="may can be a verb"),
        pytest.param("at ate", "8:00", id="eight, as the transcriber hears it"),
        pytest.param("half past to", "2:30", id="two, as the transcriber hears it"),
        pytest.param("come by for six", "6:00", id="for is no four before an hour"),
    ),
)
def test_words_that_look_like_times_are_not_taken_for_them(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    "words",
    (
        "", "   ", "later", "no idea", "I don't know", "tomorrow", "tonight", "in two days", "ten to", "twenty past",
        "half past", "not now", "what time do you close", "25:00", "6:75", "0", "2026-13-45T99:99",
        "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+11:00", "in 999999999 minutes", "🕕", "\x1b[31m", "½", "{}",
    ),
)  # fmt: skip
def test_where_no_time_is_named_none_is_made_up(words: str) -> None:
    assert read_time(words) is None


SAID = st.lists(
    st.sampled_from(
        "in at half quarter past to an a hour hours minutes six seven thirty twenty hundred and oh o 6 30 18:30 6.30 "
        "1830 99999 2026 1/2 27/11 2026-11-27 1h30 ½ 1.5 st 27th second first the of november may friday next tomorrow "
        "day days after week today tonight night morning am pm noon midnight no sorry not asap now soon as possible "
        "from between couple few another T18:30 Z - : , . 7ish".split()
    ),
    max_size=14,
).map(" ".join)


@given(st.text() | SAID | st.text(string.digits + string.punctuation + " apmhT"))
@example("½" * 600)
@example("١٨:٣٠")
@example("²³ minutes")
@example("1" * 5000)
@example("twenty " * 400)
def test_no_text_raises_and_what_is_read_is_a_time(words: str) -> None:
    request = read_time(words)
    assert request == read_time(words)
    if request is None:
        return
    assert 0 <= request.minutes <= 30 * 24 * 60
    assert 0 <= request.hour <= 23
    assert 0 <= request.minute <= 59
    assert (request.kind is TimeKind.INSTANT) == (request.at is not None)


@given(st.integers(1, 12), st.integers(0, 59), st.sampled_from(["", "am", "pm"]))
def test_every_minute_of_the_clock_is_read_back_as_it_is_written(hour: int, minute: int, part: str) -> None:
    assert read(f"{hour}:{minute:02d} {part}") == f"{hour}:{minute:02d} {part}".strip()


@given(st.integers(1, 180))
def test_every_number_of_minutes_is_read_back(minutes: int) -> None:
    assert read(f"in {minutes} minutes") == f"{minutes} min"
