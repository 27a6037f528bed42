"""The words that times are made of, and a text cut into them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kebabalab.language.tokens import DIGITS, TENS, fold
from kebabalab.models.time_request import PartOfDay

PAST = frozenset(("past", "after"))
TO = frozenset(("to", "til", "till", "before"))
# Said around a time without changing it.
SOFTENERS = frozenset(
    "about around roughly approximately approx like say um uh er please thanks mate maybe just exactly probably ish "
    "oclock clock".split()
)
ARTICLES = frozenset(("a", "an", "the", "of"))
PARTS = {
    "am": PartOfDay.AM, "morning": PartOfDay.AM, "pm": PartOfDay.PM, "arvo": PartOfDay.PM, "afternoon": PartOfDay.PM,
    "evening": PartOfDay.PM, "noon": PartOfDay.PM, "midday": PartOfDay.PM, "tonight": PartOfDay.NIGHT,
    "tonite": PartOfDay.NIGHT, "night": PartOfDay.NIGHT, "midnight": PartOfDay.NIGHT,
}  # fmt: skip

_DOTTED = re.compile(r"\b([ap])\.?\s?m\b\.?")
_HALF = re.compile(r"(?<=\d)\s*½")
_PIECE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}:\d\d(?::\d\d)?|\d{1,2}[.h]\d\d(?!\d)|\d+\.\d+"
    r"|\d+(?:st|nd|rd|th)?|[^\W\d_]+(?:'[^\W\d_]+)*"
)
_READING = re.compile(r"(\d{1,2})[:.h](\d\d)(?::\d\d)?")
_ISO_DATE = re.compile(r"\d{4}-(\d\d)-(\d\d)")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})(?:/\d{2,4})?")
_ISH = re.compile(r"(.+?)(?:ish|isch)$")
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
# What the transcriber makes of an hour after "at" or "past".
_SOUNDS = {"won": 1, "to": 2, "too": 2, "for": 4, "fore": 4, "ate": 8}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its number where it is one, with a `share` of one on top ("1.5").

    `minute` is set where it is a whole reading of the clock ("6:30"), `date` where it is a month and a day.
    """

    text: str
    number: int | None = None
    minute: int | None = None
    share: float = 0.0
    ordinal: bool = False
    date: tuple[int, int] | None = None


def words_of_time(text: str) -> list[Word]:
    """Cut a text into words, numbers read: "twenty-five past" is 25 and "past"."""
    lowered = _HALF.sub(" and a half ", text.lower().replace("’", "'")).replace("½", " half ")
    words: list[Word] = []
    for found in _PIECE.finditer(_DOTTED.sub(r" \1m ", lowered)):
        word = _word(fold(found.group()) if found.group()[0].isalpha() else found.group())
        before = words[-1] if words else None
        if word.text == "hundred" or (before is not None and before.text == "hundred" and word.text == "and"):
            _hundred(words, word)
        elif before is not None and _joins(before, word):
            number = (before.number or 0) + (word.number or 0)
            words[-1] = Word(str(number), number, ordinal=word.ordinal)
        else:
            words.append(word)
    return [_heard_right(words, place) for place in range(len(words))]


def _heard_right(words: Sequence[Word], place: int) -> Word:
    """The word, as an hour where it stands for one by its sound: "at ate", "half past to"."""
    word = words[place]
    if word.text not in _SOUNDS or not place or words[place - 1].text not in ("at", "past"):
        return word
    following = words[place + 1] if place + 1 < len(words) else Word("")
    hour_follows = following.minute is not None or (following.number or 99) <= 12
    return word if hour_follows else replace(word, number=_SOUNDS[word.text])


def _joins(before: Word, word: Word) -> bool:
    """Whether a word goes on with the number before it: "twenty" and "five", "hundred" and "ten"."""
    if word.number is None or word.minute is not None or word.share:
        return False
    return (before.text in TENS and 0 < word.number < 10 and not word.text.isdecimal()) or (
        before.text == "hundred" and word.number < 100
    )


def _hundred(words: list[Word], word: Word) -> None:
    """ "Two hundred" is a number, "eighteen hundred" a reading of the clock; "and" goes on with the number."""
    if word.text == "and" or not words:
        return
    count = words[-1].number
    if count is not None and 10 <= count <= 24:
        words[-1] = replace(words[-1], minute=0)
    elif count is not None or words[-1].text == "a":
        words[-1] = Word("hundred", 100 * (count or 1))


def _word(piece: str) -> Word:
    ish = _ISH.fullmatch(piece)
    piece = ish[1] if ish is not None and (ish[1] in DIGITS or ish[1] in TENS or ish[1] in PARTS) else piece
    if piece in DIGITS:
        return Word(piece, int(DIGITS[piece]))
    if piece in TENS:
        return Word(piece, TENS[piece])
    if piece in _ORDINALS:
        return Word(piece, _ORDINALS[piece], ordinal=True)
    return _figures(piece) if piece[0].isdecimal() else Word(piece)


def _figures(piece: str) -> Word:
    """A word that is written in figures."""
    if (found := _ISO_DATE.fullmatch(piece)) is not None:
        return Word(piece, date=(int(found[1]), int(found[2])))
    if (found := _DATE.fullmatch(piece)) is not None:
        return Word(piece, date=(int(found[2]), int(found[1])))
    if piece[-2:] in ("st", "nd", "rd", "th"):
        return Word(piece, int(piece[:-2][:4]), ordinal=True)
    found = _READING.fullmatch(piece)
    if found is None and len(piece) in (3, 4) and piece.isdecimal():
        found = re.fullmatch(r"(\d{1,2})(\d\d)", piece)
    if found is not None and int(found[1]) <= 24 and int(found[2]) < 60:
        return Word(piece, int(found[1]), int(found[2]))
    whole, _, share = piece.partition(".")
    if not whole.isdecimal() or len(whole) > 6:
        return Word(piece)
    return Word(piece, int(whole), share=float(f"0.{share[:4]}") if share.isdecimal() else 0.0)
