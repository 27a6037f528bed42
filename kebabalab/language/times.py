"""Times: the words in which people name when they will come."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from kebabalab.language.time_words import (
    ASAP,
    CORRECTIONS,
    DAYS,
    MONTHS,
    PARTS,
    PAST,
    TO,
    UNITS,
    WEEKDAYS,
    Word,
    words_of_time,
)
from kebabalab.models.time_request import PartOfDay, TimeKind, TimeRequest

_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_MOST_MINUTES = 60 * 24 * 30
_SOFTENERS = frozenset("about around like say um uh please thanks mate maybe".split())
_LONGEST = 500  # characters: no time takes more words than that


def read_time(words: str) -> TimeRequest | None:
    """The time that these words name, None when there is none in them. Never raises.

    A correction wins: "six, no sorry, seven" is seven (ordering rules, What words mean, 7).
    """
    text = words[:_LONGEST]
    written = _iso(text)
    if written is not None:
        return written
    said = words_of_time(text)
    arms: list[list[Word]] = [[]]
    for word in said:
        if word.text in CORRECTIONS:
            arms.append([])
        else:
            arms[-1].append(word)
    found = [request for arm in arms if (request := _read(arm)) is not None]
    if not found:
        return None
    last = found[-1]
    # "Tomorrow at six, sorry, seven" is still tomorrow.
    if last.kind is TimeKind.CLOCK and not last.names_day and found[0].names_day:
        return replace(last, days_ahead=found[0].days_ahead, weekday=found[0].weekday, month_day=found[0].month_day)
    return last


def _iso(text: str) -> TimeRequest | None:
    found = _ISO.search(text)
    if found is None:
        return None
    try:
        at = dt.datetime.fromisoformat(found.group())
    except ValueError:
        return None
    return TimeRequest(TimeKind.INSTANT, at=at)


def _read(said: list[Word]) -> TimeRequest | None:
    texts = [word.text for word in said]
    after = _duration(said)
    bare = [word for word in said if word.text not in _SOFTENERS]
    if after is None and len(bare) == 2 and bare[0].text == "in" and bare[1].number is not None:
        after = bare[1].number  # "in twenty": nobody means hours
    if after is not None:
        return TimeRequest(TimeKind.AFTER, minutes=after) if 0 <= after <= _MOST_MINUTES else None
    day, rest = _day(said)
    clock = _clock(rest)
    if clock is not None:
        part = clock.part if clock.part is not PartOfDay.UNSAID else _part(texts)
        return replace(clock, part=part, days_ahead=day.days_ahead, weekday=day.weekday, month_day=day.month_day)
    joined = " ".join(texts)
    if any(re.search(rf"\b{phrase}\b", joined) for phrase in ASAP):
        return TimeRequest.asap()
    return None


def _part(texts: list[str]) -> PartOfDay:
    return next((PARTS[text] for text in texts if text in PARTS), PartOfDay.UNSAID)


def _duration(said: list[Word]) -> int | None:
    """The minutes of "an hour and a quarter", "20 mins", "half an hour"; None where no unit of time is named."""
    total, found, count = 0.0, False, None
    place = 0
    while place < len(said):
        word = said[place]
        before = said[place - 1].text if place else ""
        if word.text in ("half", "quarter", "quarters"):
            share = 0.5 if word.text == "half" else 0.25
            follower = next(
                (one.text for one in said[place + 1 : place + 4] if one.text not in ("a", "an", "of", "the")), ""
            )
            times = said[place - 1].number if word.text == "quarters" and place else 1
            if UNITS.get(follower) == 60 and count is not None and before in ("a", "and") and word.text != "quarters":
                count += share
            elif UNITS.get(follower) == 60:
                total += 60 * share * (times or 1)
                found, count = True, None
                place += [one.text for one in said[place + 1 :]].index(follower) + 2
                continue
            elif found and before in ("a", "and") and UNITS.get(follower) is None:
                total += 60 * share
            elif count is not None and before in ("a", "and") and UNITS.get(follower):
                count += share
        elif word.number is not None and word.minute is None:
            count = float(word.number)
        elif word.text in ("a", "an", "1") and count is None:
            count = 1.0
        elif word.text in UNITS:
            if _is_reading(said, place):
                return None
            total += (1.0 if count is None else count) * UNITS[word.text]
            found, count = True, None
        elif word.text in ("couple", "few"):
            count = 2.0 if word.text == "couple" else 3.0
        place += 1
    return round(total) if found else None


def _is_reading(said: list[Word], place: int) -> bool:
    """Whether "minutes" belong to a clock's reading: "ten minutes to seven"."""
    after = [one.text for one in said[place + 1 : place + 2]]
    return bool(after) and (after[0] in PAST or after[0] in TO)


def _day(said: list[Word]) -> tuple[TimeRequest, list[Word]]:
    """The day that is named, and the words without it."""
    day = TimeRequest(TimeKind.CLOCK)
    rest: list[Word] = []
    skip = 0
    for place, word in enumerate(said):
        if skip:
            skip -= 1
            continue
        before = said[place - 1].text if place else ""
        if word.text in DAYS:
            extra = (
                1
                if word.text == "tomorrow" and [one.text for one in said[max(0, place - 2) : place]] == ["day", "after"]
                else 0
            )
            day = replace(day, days_ahead=DAYS[word.text] + extra)
        elif word.text in WEEKDAYS:
            day = replace(day, weekday=WEEKDAYS[word.text])
        elif word.text in MONTHS and (number := _number_beside(said, place)) is not None:
            day = replace(day, month_day=(MONTHS[word.text], number))
            rest = [one for one in rest if one.number != number or one.minute is not None]
            skip = 1 if place + 1 < len(said) and said[place + 1].number == number else 0
        elif word.ordinal and before != "half":
            day = replace(day, month_day=(0, word.number or 1)) if day.month_day is None else day
        else:
            rest.append(word)
    return day, rest


def _number_beside(said: list[Word], place: int) -> int | None:
    around = [said[n] for n in (place - 1, place - 2, place + 1) if 0 <= n < len(said)]
    return next(
        (one.number for one in around if one.number is not None and 1 <= one.number <= 31 and not one.minute), None
    )


def _clock(said: list[Word]) -> TimeRequest | None:
    """The clock's reading in the words, the last complete one."""
    words = [
        word for word in said if word.text not in ("the", "a", "an", "at", "by", "about", "around", "oclock", "of")
    ]
    for place, word in enumerate(words):
        found = _reading(words, place)
        if found is not None:
            return found
        if word.text in ("noon", "midday"):
            return TimeRequest(TimeKind.CLOCK, hour=12, part=PartOfDay.PM)
        if word.text == "midnight":
            return TimeRequest(TimeKind.CLOCK, hour=12, part=PartOfDay.AM)
    return None


def _reading(words: list[Word], place: int) -> TimeRequest | None:
    word = words[place]
    ahead = words[place + 1 :]
    if word.minute is not None and word.number is not None:
        return _made(word.number, word.minute, ahead)
    minutes = 30 if word.text == "half" else 15 if word.text == "quarter" else word.number
    if minutes is None:
        return None
    ahead = ahead[1:] if ahead and ahead[0].text in UNITS and UNITS[ahead[0].text] == 1 else ahead
    if len(ahead) > 1 and ahead[0].text in PAST and ahead[1].number is not None and minutes < 60:
        return _made(ahead[1].number, minutes, ahead[2:])
    if len(ahead) > 1 and ahead[0].text in TO and ahead[1].number is not None and minutes < 60:
        return _made((ahead[1].number - 2) % 12 + 1, 60 - minutes, ahead[2:])
    if word.text == "half":
        # "Half six" is half past six in Australia.
        return _made(ahead[0].number, 30, ahead[1:]) if ahead and ahead[0].number is not None else None
    if word.number is None or word.number > 24:
        return None
    following = ahead[0] if ahead else None
    if following is not None and following.text in ("oh", "o", "0") and len(ahead) > 1 and (ahead[1].number or 99) < 10:
        return _made(word.number, ahead[1].number or 0, ahead[2:])
    if (
        following is not None
        and following.number is not None
        and following.minute is None
        and 10 <= following.number < 60
    ):
        return _made(word.number, following.number, ahead[1:])
    return _made(word.number, 0, ahead)


def _made(hour: int, minute: int, ahead: list[Word]) -> TimeRequest | None:
    if not 0 <= hour <= 24 or not 0 <= minute < 60:
        return None
    part = PARTS.get(ahead[0].text, PartOfDay.UNSAID) if ahead else PartOfDay.UNSAID
    return TimeRequest(TimeKind.CLOCK, hour=hour % 24, minute=minute, part=part if hour <= 12 else PartOfDay.UNSAID)
