"""The clock: what it shows, in words ("half six", "ten to seven", "18:30", "seven thirty pm")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kebabalab.language.time_spans import UNITS
from kebabalab.language.time_words import ARTICLES, PARTS, PAST, SOFTENERS, TO, Word
from kebabalab.models.time_request import PartOfDay

_NAMED = {"noon": PartOfDay.PM, "midday": PartOfDay.PM, "midnight": PartOfDay.NIGHT}
_DROPPED = SOFTENERS | (ARTICLES - {"of"}) | {"at", "by", "of", "hours"}
# "Six to seven" is no reading: nobody counts single minutes to the hour without saying so.
_MINUTES_TO = frozenset((5, 10, 15, 20, 25))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clock shows: `hour` 0 to 23 as it was said, `minute`, and the part of the day said straight after it."""

    hour: int
    minute: int
    part: PartOfDay = PartOfDay.UNSAID


def read_clock(said: Sequence[Word], day_named: bool = False) -> Reading | None:
    """What the clock is to show: the reading after "at", else the first one; of a range its beginning.

    A bare number above twelve is an hour only after "at" or "by", or where a day is named.
    """
    words, anchored = _without_fillers(said)
    first: Reading | None = None
    for place, word in enumerate(words):
        refused = place > 0 and words[place - 1].text == "not"
        found = None if refused else _reading(words, place)
        bare = word.minute is None and (word.number or 0) > 12 and found is not None and not found.minute
        if found is None or (bare and not (day_named or anchored[place])):
            continue
        if anchored[place]:
            return found
        first = first or found
    return first


def _without_fillers(said: Sequence[Word]) -> tuple[list[Word], list[bool]]:
    """The words that make readings, and of each whether "at" or "by" stands before it."""
    words: list[Word] = []
    anchored: list[bool] = []
    at = False
    for word in said:
        if word.text in _DROPPED:
            at = at or word.text in ("at", "by")
        else:
            words.append(word)
            anchored.append(at)
            at = False
    return words, anchored


def read_minutes_alone(said: Sequence[Word]) -> int | None:
    """ "Half past", "quarter to" with no hour: the minutes past it, below zero before it; None where it is not that."""
    words, _ = _without_fillers(said)
    if len(words) != 2:
        return None
    minutes = 30 if words[0].text == "half" else 15 if words[0].text == "quarter" else words[0].number
    if minutes is None or not 0 < minutes < 60 or words[0].minute is not None:
        return None
    return minutes if words[1].text in PAST else -minutes if words[1].text in TO else None


def read_part(said: Sequence[Word]) -> PartOfDay:
    """The part of the day that is named anywhere: "tomorrow night at eight"; never a greeting's."""
    for place, word in enumerate(said):
        greeting = place > 0 and said[place - 1].text == "good"
        # "I am coming": the half of the day stands with the reading, or all by itself.
        half = word.text in ("am", "pm") and len(said) > 1
        if word.text in PARTS and not half and not greeting:
            return PARTS[word.text]
    return PartOfDay.UNSAID


def _reading(words: Sequence[Word], place: int) -> Reading | None:
    word = words[place]
    if word.text in _NAMED:
        return Reading(12, 0, _NAMED[word.text])
    if word.minute is not None and word.number is not None:
        return _made(words, word.number, word.minute, place + 1)
    minutes = 30 if word.text == "half" else 15 if word.text == "quarter" else word.number
    if minutes is None or word.share or word.ordinal:
        return None
    beside = _beside_the_hour(words, place, minutes)
    if beside is not None:
        return beside
    if word.text == "half":
        # "Half six" is half past six in Australia.
        hour = _hour(words, place + 1)
        return _made(words, hour, 30, place + 2) if hour is not None else None
    at_end = place + 2 == len(words) and words[place + 1].text in PAST | TO
    return None if word.number is None or at_end else _plain(words, place)


def _beside_the_hour(words: Sequence[Word], place: int, minutes: int) -> Reading | None:
    """ "Ten past six", "quarter to seven", "two minutes to eight"."""
    counted = UNITS.get(_text(words, place + 1)) == 1
    link = _text(words, place + 2 if counted else place + 1)
    end = place + (3 if counted else 2)
    hour = _hour(words, end)
    if hour is None or not 0 < minutes < 60:
        return None
    if link in PAST:
        return _made(words, hour, minutes, end + 1)
    from_to = place > 0 and words[place - 1].text in ("from", "between")
    if link in TO and not from_to and (counted or minutes in _MINUTES_TO):
        if words[end].text in ("noon", "midday"):
            return Reading(11, 60 - minutes, PartOfDay.AM)
        return _made(words, hour_before(hour), 60 - minutes, end + 1)
    return None


def hour_before(hour: int) -> int:
    """The hour before, as it is said: twelve before one."""
    return (hour - 2) % 12 + 1 if hour <= 12 else hour - 1


def _plain(words: Sequence[Word], place: int) -> Reading | None:
    """ "Six", "six fifteen", "six oh five"."""
    hour = words[place].number or 0
    if not 0 < hour <= 24:
        return None
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or following.minute is not None:
        return _made(words, hour, 0, place + 1)
    if following.text in ("oh", "o", "0", "zero") and place + 2 < len(words):
        ones = words[place + 2].number
        return _made(words, hour, ones if ones is not None and ones < 10 else 0, place + 3)
    if following.number is not None and 10 <= following.number < 60 and not (following.share or following.ordinal):
        return _made(words, hour, following.number, place + 2)
    if following.text.startswith("0") and len(following.text) == 2 and following.number is not None:
        return _made(words, hour, following.number, place + 2)
    return _made(words, hour, 0, place + 1)


def _made(words: Sequence[Word], hour: int, minute: int, end: int) -> Reading | None:
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    # "Ten to midnight", "twelve noon".
    named = _NAMED.get(_text(words, end - 1), PartOfDay.UNSAID)
    part = named or PARTS.get(_text(words, end), PartOfDay.UNSAID)
    return Reading(hour % 24, minute, part if hour <= 12 else PartOfDay.UNSAID)


def _hour(words: Sequence[Word], place: int) -> int | None:
    """The hour after "past" or "to"."""
    if place >= len(words):
        return None
    word = words[place]
    if word.text in _NAMED:
        return 12
    plain = word.number is not None and not (word.minute or word.share or word.ordinal)
    return word.number if plain and 0 < (word.number or 0) <= 24 else None


def _text(words: Sequence[Word], place: int) -> str:
    return words[place].text if 0 <= place < len(words) else ""
