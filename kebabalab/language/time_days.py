"""Days: which day is named beside a time ("tomorrow", "next Friday", "the 27th")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kebabalab.language.time_words import Word

_DAYS = {"today": 0, "tonight": 0, "tonite": 0, "tomorrow": 1, "tomoz": 1, "tmrw": 1, "tomorow": 1, "tommorow": 1,
    "tommorrow": 1}  # fmt: skip
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        "monday mon|tuesday tue tues|wednesday wed weds|thursday thu thur thurs|friday fri|saturday sat|"
        "sunday sun".split("|")
    )
    for word in words.split()
}
_MONTHS = {
    word: number
    for number, words in enumerate(
        "january jan|february feb|march|april apr|may|june jun|july jul|august aug|september sep sept|october oct|"
        "november nov|december dec".split("|"),
        start=1,
    )
    for word in words.split()
}
_LENGTHS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_COUNTS = {"a": 1, "couple": 2}
_TODAYS = frozenset(("morning", "arvo", "afternoon", "evening"))


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was named, in the fields of a TimeRequest; nothing set where none was."""

    days_ahead: int | None = None
    weekday: int | None = None
    month_day: tuple[int, int] | None = None
    not_today: bool = False
    weeks: int = 0

    def __bool__(self) -> bool:
        return self != Day()


def read_day(said: Sequence[Word]) -> tuple[Day, list[Word]]:
    """The day that is named, the last one of several, and the words without it."""
    day, rest, place = Day(), list[Word](), 0
    while place < len(said):
        found, end = _named(said, place)
        if found:
            day = found
            place = end
        else:
            rest.append(said[place])
            place += 1
    return day, rest


def _named(said: Sequence[Word], place: int) -> tuple[Day, int]:
    """The day that is named from here on, and the place after it."""
    word, following = said[place], _text(said, place + 1)
    if word.text == "day" and following == "after" and _DAYS.get(_text(said, place + 2)) == 1:
        return Day(days_ahead=2), place + 3
    if word.text in _DAYS:
        # "Tonight" stays: it is a part of the day, too.
        return (Day(days_ahead=0), place + 1) if _DAYS[word.text] == 0 else (Day(days_ahead=1), place + 1)
    if word.text == "this" and following in _TODAYS:
        return Day(days_ahead=0), place + 1
    if word.text == "next" and following in _WEEKDAYS:
        return Day(weekday=_WEEKDAYS[following], not_today=True), place + 2
    if word.text in _WEEKDAYS and following == "week":
        return Day(weekday=_WEEKDAYS[word.text], weeks=1), place + 2  # "Monday week": a week after the next
    if word.text in _WEEKDAYS:
        return Day(weekday=_WEEKDAYS[word.text]), place + 1
    if word.date is not None and following not in ("hour", "hours", "an", "of"):
        month, number = word.date
        return (Day(month_day=word.date), place + 1) if 1 <= month <= 12 and 1 <= number <= 31 else (Day(), place)
    ahead, end = _ahead(said, place)
    return (Day(days_ahead=ahead), end) if end else _dated(said, place)


def _ahead(said: Sequence[Word], place: int) -> tuple[int, int]:
    """ "In two days", "a week from today"."""
    count = said[place].number if said[place].number is not None else _COUNTS.get(said[place].text)
    end = place + 2 if _text(said, place + 1) == "of" else place + 1
    length = _LENGTHS.get(_text(said, end))
    if count is None or length is None or said[place].minute is not None or count * length > 1000:
        return 0, 0
    before = _text(said, place - 1)
    end += 1
    if _text(said, end) in ("from", "after") and _text(said, end + 1) in ("today", "now"):
        return count * length, end + 2
    return (count * length, end) if before == "in" or said[place].text == "couple" else (0, 0)


def _dated(said: Sequence[Word], place: int) -> tuple[Day, int]:
    """ "The 27th", "27 November 2026", "November the 27th"."""
    word = said[place]
    if word.text in _MONTHS:
        end = place + 2 if _text(said, place + 1) == "the" else place + 1
        if end < len(said) and _is_day(said[end]):
            return Day(month_day=(_MONTHS[word.text], said[end].number or 1)), _past_year(said, end + 1)
        return Day(), place
    if not _is_day(word):
        return Day(), place
    end = place + 2 if _text(said, place + 1) == "of" else place + 1
    if _text(said, end) in _MONTHS:
        return Day(month_day=(_MONTHS[_text(said, end)], word.number or 1)), _past_year(said, end + 1)
    # "Give me a second" is no date, "the second" is one.
    named = word.ordinal and (word.text[0].isdecimal() or _text(said, place - 1) == "the")
    if named and _text(said, place + 1) not in ("one", "thing", "available", "time"):
        return Day(month_day=(0, word.number or 1)), place + 1
    return Day(), place


def _is_day(word: Word) -> bool:
    return word.number is not None and word.minute is None and not word.share and 1 <= word.number <= 31


def _past_year(said: Sequence[Word], place: int) -> int:
    """The place after a year, which looks like a reading of the clock: only where a time is to come."""
    is_year = place < len(said) and len(said[place].text) == 4 and said[place].text.startswith("20")
    return place + 1 if is_year and any(word.number is not None for word in said[place + 1 :]) else place


def _text(said: Sequence[Word], place: int) -> str:
    return said[place].text if 0 <= place < len(said) else ""
