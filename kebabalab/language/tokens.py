"""Tokens: the words of a text, folded to plain letters, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

# Initials ("a.b.c."), numbers, words with inner apostrophes, and the marks that separate.
# A dash counts only before a number of its own: "-2" is no order of two, "forty-two" is one.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}[^\W\d_]?|\b1/2\b|½|\d+(?:\.\d+|:\d\d)?|[^\W\d_]+(?:['’`´][^\W\d_]+)*|[.,;:!?&+/$%]|(?<!\S)-(?=\d)"
)
_HALVES = frozenset(("1/2", "½"))
_APOSTROPHES = re.compile(r"['’`´.]")
_DOTLESS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
MAX_WORDS = 600


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a separating mark; `start` and `end` are character places in the text that was given."""

    word: str
    start: int
    end: int


@cache
def _fold_char(char: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))


def fold(word: str) -> str:
    """The word in plain lower-case letters: no accents or apostrophes, and no dots but a number's own."""
    if word.isascii() and word.isalnum():
        return word.lower()
    if not word.isascii():
        word = "".join(_fold_char(char) for char in word.lower().translate(_DOTLESS))
    if word[:1].isdecimal() or len(word) < 2:
        return word.lower()  # "1.25" is no 125
    return _APOSTROPHES.sub("", word.lower())


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, at most MAX_WORDS of them: nobody says more in one breath."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        word = "half" if found.group() in _HALVES else fold(found.group())
        if word == "ones" and found.group()[-2:-1] in "'’`´":
            word = "one"  # "one's red, one's white"
        tokens.append(Token(word, found.start(), found.end()))
        if len(tokens) >= MAX_WORDS:
            break
    return tokens


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a menu's phrase, without separating marks; numbers in digits."""
    return tuple(DIGITS.get(token.word, token.word) for token in tokenize(phrase) if token.word[:1].isalnum())


# Number words read as digits, so that "pack of four" and "pack of 4" are one phrase.
DIGITS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * (n + 2) for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
NUMBER_WORDS = frozenset((*DIGITS, *TENS, "hundred", "thousand", "million"))
