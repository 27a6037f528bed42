"""The right answers for other menus are ones that those menus can give, and nothing is ordered that nobody said."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from kebabalab.language import catalogue_reader
from tests.utterances.catalogues import ASIDE, CATALOGUES, TUNED, Case, Order

Counted = list[tuple[str, Counter[str]]]


def counted(orders: list[Order]) -> Counted:
    """The orders, without the sequence of their slots and of the values between which one was left open."""
    return [(one["order"], Counter(slot_text(slot) for slot in one["slots"])) for one in orders]


def slot_text(slot: list[Any]) -> str:
    name, value, *marks = slot
    return repr((name, sorted(value) if isinstance(value, list) else value, sorted(marks)))


def read_all(name: str, cases: list[Case]) -> list[tuple[str, Counted, Counted]]:
    """Each sentence, the orders that were read in it, and the right ones."""
    read = catalogue_reader(CATALOGUES[name])
    return [(said, counted(read(said)), counted(right)) for said, right in cases]


@pytest.mark.parametrize("name", tuple(CATALOGUES))
def test_nothing_is_ordered_that_nobody_said(name: str) -> None:
    assert [said for said, found, right in read_all(name, TUNED[name]) if len(found) > len(right)] == []


@pytest.mark.parametrize("name", tuple(CATALOGUES))
def test_every_right_answer_is_one_that_its_catalogue_can_give(name: str) -> None:
    catalogue = CATALOGUES[name]
    assert [
        (said, order["order"], slot)
        for said, right in TUNED[name] + ASIDE[name]
        for order in right
        for slot in order["slots"]
        if slot[0] not in catalogue["orders"][order["order"]]["slots"]
        or not can_hold(catalogue["slots"][slot[0]], slot)
    ] == []


def can_hold(of_slot: dict[str, Any], slot: list[Any]) -> bool:
    """Whether a slot of this catalogue can hold that value with those marks."""
    _, value, *marks = slot
    if of_slot.get("number"):
        return bool(value.isdigit()) and not marks
    allowed = {
        "not": of_slot.get("negatable"),
        "extra": of_slot.get("qualifiable"),
        "light": of_slot.get("qualifiable"),
    }
    known = value in of_slot.get("either", {}).values() if isinstance(value, list) else value in of_slot["values"]
    return known and all(allowed[mark] for mark in marks)
