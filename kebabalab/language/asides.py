"""Asides: what is said beside an order and orders nothing: somebody's name, the digits of a phone number."""

from __future__ import annotations

from kebabalab.language.chunks import Chunk
from kebabalab.language.english import Role

FEWEST_DIGITS, SURELY_DIGITS = 3, 6
MOST_NAMES = 3
_BETWEEN_DIGITS = frozenset(("oh", "o", "double", "triple"))
_PHONE = frozenset(("number", "phone", "mobile", "cell"))
_IS = frozenset(("is", "its", "was", "be"))
_NAMING = frozenset(("name", "names", "under", "surname"))


def without_asides(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks without names that are given as such and without numbers read out digit by digit."""
    if not any(one.role is Role.UNKNOWN or one.role is Role.NUMBER for one in chunks):
        return chunks
    kept: list[Chunk] = []
    place = 0
    while place < len(chunks):
        one, length = chunks[place], 0
        if one.role is Role.UNKNOWN:
            length = _name(chunks, place)
        elif one.role is Role.NUMBER or _joins_digits(one):
            length = _digits(chunks, place)
        if not length:
            kept.append(one)
        place += length or 1
    return kept


def _digits(chunks: list[Chunk], place: int) -> int:
    """How many chunks a number read out is ("oh four one two"), 0 where none begins here."""
    numbers, spoken, end = 0, False, place
    while end < len(chunks):
        one = chunks[end]
        if one.role is Role.NUMBER:
            numbers += 1
            spoken = spoken or one.words.startswith("0")
        elif _joins_digits(one):
            spoken = True
        else:
            break
        end += 1
    while end > place and chunks[end - 1].role is not Role.NUMBER:
        end -= 1
    if numbers < FEWEST_DIGITS:
        return 0
    before = {word for one in chunks[max(0, place - 3) : place] for word in one.words.split()}
    # "One, two, three Xs" may be counted on the fingers.
    return end - place if spoken or numbers >= SURELY_DIGITS or before & _PHONE else 0


def _joins_digits(one: Chunk) -> bool:
    return one.words in _BETWEEN_DIGITS and one.role is not Role.MENU  # where "double" is no choice


def _name(chunks: list[Chunk], place: int) -> int:
    """How many chunks somebody's name is ("the name's X Y", "under X", "it's X here"), 0 where none begins here."""
    end = place
    while end < len(chunks) and end - place < MOST_NAMES and chunks[end].role is Role.UNKNOWN:
        end += 1
    if end == place or not place:
        return 0
    before = [one.words.split()[-1] for one in chunks[max(0, place - 2) : place] if one.words]
    if before[-1:] and (before[-1] in _NAMING or (before[-1] in _IS and before[:-1] and before[0] in _NAMING)):
        return end - place
    here = [one.words for one in chunks[end : end + 1]] == ["here"]
    return end - place if here and before[-1:] and before[-1] in _IS else 0
