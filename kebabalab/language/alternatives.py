"""Alternatives: "an X or a Y", of which only one can be taken, is one phrase that leaves the choice open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kebabalab.language.chunks import Chunk
from kebabalab.language.english import Role
from kebabalab.language.lexicon import BETWEEN, Entry, Lexicon

_PASSED = frozenset((Role.FILLER, Role.ARTICLE, Role.ALSO))
_EITHER = frozenset(("either", "either 1"))


def left_open(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """The chunks with alternatives joined: asked for, not guessed (ordering rules, What words mean, 4)."""
    if not any(one.role in (Role.OR, Role.HALF) for one in chunks):
        return chunks
    kept: list[Chunk] = []
    for place, one in enumerate(chunks):
        if one.words in _EITHER and _or_ahead(chunks, place):
            continue
        if one.words == "neither" and _or_ahead(chunks, place):
            one = replace(one, role=Role.NOT)  # "neither X nor Y"
        first = _first_of_two(kept) if one.role is Role.MENU else None
        if first is None and one.role is Role.MENU:
            first = _first_half(kept, one, lexicon)
        both = joined(_menu_from(kept, first), one, lexicon) if first is not None else None
        if first is None or both is None:
            kept.append(one)
        else:
            kept[first:] = [both]
    return kept


def _or_ahead(chunks: list[Chunk], place: int) -> bool:
    for one in chunks[place + 1 :]:
        if one.role is Role.OR or one.role in (Role.STOP, Role.AND):
            return one.role is Role.OR
    return False


def _first_of_two(kept: list[Chunk]) -> int | None:
    """Where the first alternative stands, if what was kept ends in it and an "or"."""
    place = len(kept) - 1
    while place >= 0 and kept[place].role in _PASSED:
        place -= 1
    if place < 1 or kept[place].role is not Role.OR:
        return None
    place -= 1
    while place >= 0 and kept[place].role is Role.FILLER:
        place -= 1
    return place if place >= 0 and kept[place].role is Role.MENU else None


def _menu_from(kept: list[Chunk], place: int) -> Chunk:
    return next(one for one in kept[place:] if one.role is Role.MENU)


def _first_half(kept: list[Chunk], one: Chunk, lexicon: Lexicon) -> int | None:
    """Where "half an X" stands, if what was kept ends in it and a "half" for Y, and X and Y can't be mixed."""
    halves = [place for place in range(len(kept)) if kept[place].role is Role.HALF]
    between = kept[halves[-2] + 1 : halves[-1]] if len(halves) > 1 else []
    said = [chunk for chunk in between if chunk.role not in _PASSED | {Role.AND, Role.COMMA}]
    if (
        len(said) != 1
        or said[0].role is not Role.MENU
        or any(chunk.role not in _PASSED for chunk in kept[halves[-1] + 1 :])
    ):
        return None
    pairs = {frozenset((x, y)) for group, x in said[0].entry.values for other, y in one.entry.values if group == other}
    mixes = (mix for kind in lexicon.kinds.values() for slot in kind.slots.values() for mix in slot.mixes)
    return None if any(mix in pairs for mix in mixes) else halves[-2]


def ends_in_or(ahead: Iterable[Chunk], fits: Callable[[Chunk], bool]) -> bool:
    """Whether a list of choices that fit, or that commas separate, ends in "or": "no X, Y or Z" means all of them."""
    before = Role.MENU
    for one in ahead:
        if one.role is Role.OR:
            return True
        listed = one.role is Role.MENU and (before is Role.COMMA or fits(one))
        if one.role is not Role.COMMA and not listed:
            return False
        before = one.role
    return False


def instead_ahead(ahead: Iterable[Chunk]) -> bool:
    """Whether the choice that comes next is to stand in the place of another: "a Y instead"."""
    for one in ahead:
        if one.role not in (Role.MENU, Role.FILLER, Role.THE):
            return one.words == "instead"
    return False


def wish(chunks: list[Chunk], place: int) -> Role | None:
    """How the choice is meant that comes next: OOPS instead of the one before, ORDER as one more; None for neither.

    "Can I have the Y instead", "actually, can I have the Y"; "and I'll have the Y".
    """
    if instead_ahead(chunks[place:]):
        return Role.OOPS
    before = [one.role for one in chunks[: place - 1] if one.role is not Role.FILLER]
    if before[-1:] != [Role.ORDER]:
        return None
    return Role.OOPS if before[-2:-1] in ([Role.FIX], [Role.OOPS]) else Role.ORDER


def joined(first: Chunk, second: Chunk, lexicon: Lexicon) -> Chunk | None:
    """One chunk for both; None where they are no two choices of a group that only one can be taken of."""
    others = dict(second.entry.values)
    shared = [(group, option) for group, option in first.entry.values if group in others]
    # A word that is also one of several that can be taken says both: "no X or Y".
    if not shared or any(group not in lexicon.single_groups for group, _ in shared):
        return None
    if len(shared) not in (len(first.entry.values), len(others)):
        return None
    values = tuple((group, f"{option}{BETWEEN}{others[group]}") for group, option in shared)
    implies = tuple(item for item in first.entry.implies if item in second.entry.implies)
    items = tuple(item for item in first.entry.items if item in second.entry.items)
    entry = Entry(Role.MENU, items=items, values=values, implies=implies)
    return Chunk(Role.MENU, entry, f"{first.words} or {second.words}", first.start, second.end)
