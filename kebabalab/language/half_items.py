"""Half items: "half and half, X and Y", where X and Y are items of their own, leaves open which of them is meant."""

from __future__ import annotations

import itertools
from dataclasses import replace

from kebabalab.language.chunks import NOTHING, Chunk
from kebabalab.language.english import HALVES, Role
from kebabalab.language.marks import MARKS

_JOINS = frozenset((Role.AND, Role.COMMA, Role.WITH))
_PASSED = _JOINS | frozenset(MARKS) | {Role.FILLER, Role.ARTICLE, Role.OF, Role.ALSO, Role.THE}


def half_items(chunks: list[Chunk], half_groups: frozenset[str]) -> list[Chunk]:
    """The chunks with "half and half" gone where two items or two halves are named beside it.

    No menu has an item of two halves; where the halves are choices ("half and half X and Y") nothing is changed.
    """
    place = _half_and_half(chunks)
    if place is None:
        return chunks
    end = place + (2 if chunks[place + 1].role is Role.HALF else 3)
    rest = chunks[:place] + chunks[end:]
    ahead = next((n for n in range(place, len(rest)) if rest[n].role not in _PASSED), len(rest))
    if ahead < len(rest) and (rest[ahead].role is Role.HALF or rest[ahead].number == 1):
        halved = rest[ahead : ahead + 2]
        if any(one.role is Role.HALF for one in halved):
            return half_items(rest, half_groups)  # "half and half: one half X, the other half Y"
    behind, before = (
        _items(rest, places, half_groups) for places in (range(place, len(rest)), range(place - 1, -1, -1))
    )
    if rest[place : place + 1] and rest[place].role in (Role.AND, Role.COMMA):
        behind = []  # "X and Y half and half, and a Z"
    elif len(behind) == 1 and not rest[behind[0]].entry.values:
        behind += before[:1]  # "an X half and half with Y"
    for names in (behind[:2], before[:2]):
        if len(names) == 2 and not all(rest[one].entry.values for one in names):
            return _left_open(rest, min(names), max(names))
    return chunks


def _half_and_half(chunks: list[Chunk]) -> int | None:
    """Where "half and half", "half half" begins."""
    halves = [n for n, one in enumerate(chunks) if one.role is Role.HALF and HALVES.get(one.words, "") == ""]
    for first, second in itertools.pairwise(halves):
        if second == first + 1 or (second == first + 2 and chunks[first + 1].role is Role.AND):
            return first
    return None


def _items(chunks: list[Chunk], places: range, half_groups: frozenset[str]) -> list[int]:
    """Where the items of a list stand, the nearest first; a choice that can be on a half ends it."""
    found: list[int] = []
    for place in places:
        one = chunks[place]
        marked = place > 0 and chunks[place - 1].role in MARKS
        if one.entry.items:
            found.append(place)
        elif one.role is Role.MENU:
            if not marked and any(group in half_groups for group, _ in one.entry.values):
                break
        elif one.role not in _PASSED:
            break
    return found


def _left_open(chunks: list[Chunk], first: int, second: int) -> list[Chunk]:
    """The two items with an "or" between them, in which nothing else is said than that they are."""
    kept = list(chunks)
    for place in (first, second):
        kept[place] = replace(kept[place], entry=replace(kept[place].entry, values=()))
    between = [one for one in kept[first + 1 : second] if one.role not in _JOINS]
    start = kept[second].start
    return [*kept[: first + 1], Chunk(Role.OR, NOTHING, "or", start, start), *between, *kept[second:]]
