"""The words that times are made of, and a text cut into them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kebabalab.language.tokens import DIGITS, TENS, fold
from kebabalab.models.time_request import PartOfDay

UNITS = {
    **dict.fromkeys("minute minutes min mins minit minits".split(), 1),
    **dict.fromkeys("hour hours hr hrs".split(), 60),
    **dict.fromkeys("day days".split(), 24 * 60),
}
PAST = frozenset(("past", "after"))
TO = frozenset(("to", "til", "till", "before", "of"))
DAYS = {"today": 0, "tonight": 0, "tonite": 0, "tomorrow": 1, "tomoz": 1, "tmrw": 1, "tomorow": 1, "tommorow": 1}
WEEKDAYS = {
    word: number
    for number, words in enumerate(
        "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun".split(
            "|"
        )
    )
    for word in words.split()
}
MONTHS = {
    word: number
    for number, words in enumerate(
        "january jan|february feb|march|april apr|may|june jun|july jul|august aug|september sep sept|october oct|"
        "november nov|december dec".split("|"),
        start=1,
    )
    for word in words.split()
}
PARTS = {
    "am": PartOfDay.AM, "morning": PartOfDay.AM, "pm": PartOfDay.PM, "arvo": PartOfDay.PM, "afternoon": PartOfDay.PM,
    "evening": PartOfDay.PM, "tonight": PartOfDay.NIGHT, "tonite": PartOfDay.NIGHT, "night": PartOfDay.NIGHT,
}  # fmt: skip
CORRECTIONS = frozenset(("sorry", "no", "actually", "wait", "rather", "mean", "correction", "nah", "scratch"))
ASAP = tuple(
    (
        "asap|a s a p|soon as possible|soon as you can|as soon as|soonest|now|straight away|straightaway|right away|"
        "immediately|whenever|when its ready|when it is ready|when youre ready|quick as you can|quickly as possible|"
        "quickest|earliest|first available|fast as you can|fast as possible|soon|anytime|any time|next available|"
        "as early as possible|when ready"
    ).split("|")
)

_DOTTED = re.compile(r"\b([ap])\.?\s?m\b\.?")
_PIECE = re.compile(r"\d{1,2}[:.h]\d\d|\d+(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
_ISH = re.compile(r"(.+?)(?:ish|isch)$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its number where it is one; `minute` where it is a whole reading such as "6:30"."""

    text: str
    number: int | None = None
    minute: int | None = None
    ordinal: bool = False


def words_of_time(text: str) -> list[Word]:
    """Cut a text into words, numbers read."""
    pieces = [fold(one) for one in _PIECE.findall(_DOTTED.sub(r" \1m ", text.lower().replace("’", "'")))]
    words: list[Word] = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        ish = _ISH.fullmatch(piece)
        piece = ish[1] if ish is not None and (ish[1] in DIGITS or ish[1].isdecimal()) else piece
        tens = TENS.get(piece)
        if tens is not None:
            ones = DIGITS.get(pieces[place + 1], "") if place + 1 < len(pieces) else ""
            more = int(ones) if ones and 0 < int(ones) < 10 else 0
            words.append(Word(str(tens + more), tens + more))
            place += 2 if more else 1
            continue
        words.append(_word(piece))
        place += 1
    return words


def _word(piece: str) -> Word:
    if piece in DIGITS:
        return Word(piece, int(DIGITS[piece]))
    if piece in _ORDINALS:
        return Word(piece, _ORDINALS[piece], ordinal=True)
    found = re.fullmatch(r"(\d+)(st|nd|rd|th)", piece)
    if found is not None and len(found[1]) < 3:
        return Word(piece, int(found[1]), ordinal=True)
    found = re.fullmatch(r"(\d{1,2})[:.h](\d\d)", piece)
    if found is None and piece.isdecimal() and len(piece) in (3, 4):
        found = re.fullmatch(r"(\d{1,2})(\d\d)", piece)
    if found is not None and int(found[2]) < 60 and int(found[1]) <= 24:
        return Word(piece, int(found[1]), int(found[2]))
    if piece.isdecimal() and len(piece) < 7:
        return Word(piece, int(piece))
    return Word(piece)
