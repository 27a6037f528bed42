"""Halves: choices that go on one half of an item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kebabalab.models.item import HALVES, Choice


def added(current: Sequence[Choice], choice: Choice) -> list[Choice]:
    """The choices with one more: once, where its option stood or at the end.

    On the whole it takes the place of what was on a half. On a half it leaves what was on the other one; another
    helping on one half leaves the other as it was, and the same on both is on the whole.
    """
    same = [one for one in current if one.option == choice.option]
    rest = [replace(one, part=one.part or other_half(choice.part)) for one in same if _stays(one, choice)]
    twin = next((one for one in rest if one.helping == choice.helping and one.part == other_half(choice.part)), None)
    made = [replace(choice, part="")] if twin is not None and choice.part else [*rest, choice]
    place = current.index(same[0]) if same else len(current)
    before = [one for one in current[:place] if one.option != choice.option]
    return [*before, *made, *(one for one in current[place:] if one.option != choice.option)]


def without(current: Sequence[Choice], option: str, part: str = "") -> list[Choice]:
    """The choices less an option; with `part` less it on that half, so that the whole becomes the other half."""
    left = []
    for one in current:
        if one.option != option or (part and one.part not in ("", part)):
            left.append(one)
        elif part and not one.part and other_half(part):
            left.append(replace(one, part=other_half(part)))
    return left


def other_half(part: str) -> str:
    """The half that is not this one; "" for what is no half."""
    return next((half for half in HALVES if part in HALVES and half != part), "")


def _stays(one: Choice, choice: Choice) -> bool:
    """Whether a choice of the same option stays beside one that is added: on the half that this one is not on."""
    if not choice.part or one.part == choice.part:
        return False
    return bool(one.part) or (bool(choice.helping) and bool(other_half(choice.part)))
