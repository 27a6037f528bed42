"""Times: the words in which people name when they will come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kebabalab.language.time_clock import Reading, hour_before, read_clock, read_minutes_alone, read_part
from kebabalab.language.time_days import Day, read_day
from kebabalab.language.time_spans import read_bare_span, read_span
from kebabalab.language.time_words import Word, words_of_time
from kebabalab.models.time_request import PartOfDay, TimeKind, TimeRequest

_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_CORRECTIONS = frozenset("sorry no actually wait rather mean meant correction nah nope scratch instead make".split())
_IN_PLACE_OF = frozenset((("instead", "of"), ("rather", "than")))
_ASAP = re.compile(
    r"(?<!\bnot )\b(?:asap|a s a p|as (?:soon|quick|quickly|fast|early) as|soon(?: as|est)?|soon as you can|"
    r"(?:quick|quickly|fast|early) as (?:possible|you can)|now|straight ?away|right away|immediately|whenever|"
    r"when (?:its|it is|theyre|youre|you are|you) (?:ready|done|open)|when (?:ready|done)|quickest|fastest|earliest|"
    r"(?:first|next) available|first thing|opening time|any ?time|on my way|up to you|doesnt matter|dont mind)\b"
)
# "Escape, thirty-one m" is a colour, no half an hour.
_UNSPOKEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SMALL_HOURS = 6
_LONGEST = 500  # characters: no time takes more words than that


@dataclass(frozen=True, slots=True)
class _Arm:
    """What one stretch of words says of a time, between two corrections."""

    span: int | None
    clock: Reading | None
    day: Day
    part: PartOfDay
    asap: bool
    past_hour: int | None = None


def read_time(words: str) -> TimeRequest | None:
    """The time that these words name, None when there is none in them. Never raises.

    A correction wins: "six, no sorry, seven" is seven, and "tomorrow at six, no, Friday" is Friday at six
    (ordering rules, What words mean, 7).
    """
    text = words[:_LONGEST]
    if _UNSPOKEN.search(text) is not None:
        return None
    found = _ISO.search(text)
    if found is not None:
        return _written_out(found.group())
    request: TimeRequest | None = None
    day = Day()
    for said in _arms(words_of_time(text)):
        arm = _heard(said)
        day = arm.day or day
        request = _corrected(request, arm, day)
    return request


def _written_out(text: str) -> TimeRequest | None:
    try:
        at = dt.datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    # Beyond these years an instant has no place in every zone.
    return TimeRequest(TimeKind.INSTANT, at=at) if 2000 <= at.year < 2100 else None


def _arms(said: Sequence[Word]) -> Iterator[list[Word]]:
    """The stretches of words between corrections."""
    arm: list[Word] = []
    dropped = False
    for place, word in enumerate(said):
        following = said[place + 1].text if place + 1 < len(said) else ""
        if (word.text, following) in _IN_PLACE_OF:
            dropped = True  # "seven instead of six"
        elif dropped and word.text not in _CORRECTIONS:
            continue
        elif word.text in _CORRECTIONS:
            dropped = False
            yield arm
            arm = []
        else:
            arm.append(word)
    yield arm


def _heard(said: list[Word]) -> _Arm:
    day, rest = read_day(said)
    span = read_span(rest)
    clock = read_clock(rest, bool(day)) if span is None else None
    asap = clock is None and _ASAP.search(" ".join(word.text for word in said)) is not None
    if span is None and clock is None and not asap:
        span = read_bare_span(rest)
    alone = read_minutes_alone(rest) if clock is None and not asap else None
    return _Arm(None if alone is not None else span, clock, day, read_part(said), asap, alone)


def _corrected(before: TimeRequest | None, arm: _Arm, day: Day) -> TimeRequest | None:
    """The time so far with what another stretch of words says: a new time, or the same one on another day."""
    if arm.past_hour is not None and before is not None and before.kind is TimeKind.CLOCK:
        # "Six, actually half past": "quarter to" is of the same hour.
        hour = before.hour if arm.past_hour > 0 else hour_before(before.hour)
        return replace(before, hour=hour, minute=arm.past_hour % 60)
    if arm.span is not None:
        return TimeRequest(TimeKind.AFTER, minutes=arm.span)
    if arm.clock is not None:
        part = arm.clock.part or arm.part
        if arm.part is PartOfDay.NIGHT and part is PartOfDay.AM and arm.clock.hour % 12 < _SMALL_HOURS:
            part = PartOfDay.NIGHT  # "Saturday night at one am" is the night that begins on Saturday
        if not part and not arm.day and before is not None and before.kind is TimeKind.CLOCK:
            part = before.part
        return _on(TimeRequest(TimeKind.CLOCK, hour=arm.clock.hour, minute=arm.clock.minute, part=part), day)
    if arm.asap:
        return _on(TimeRequest.asap(), day)
    if before is not None and before.kind in (TimeKind.CLOCK, TimeKind.ASAP) and (arm.day or arm.part):
        return _on(replace(before, part=arm.part or before.part), day)
    return before


def _on(request: TimeRequest, day: Day) -> TimeRequest:
    return replace(
        request,
        days_ahead=day.days_ahead,
        weekday=day.weekday,
        month_day=day.month_day,
        not_today=day.not_today,
        weeks=day.weeks,
    )
