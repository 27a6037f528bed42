"""Which choices of a line are still open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kebabalab.models.item import LineItem
from kebabalab.models.menu import Price, Side
from kebabalab.models.money import Money
from kebabalab.rules.openness import is_open, open_groups
from tests.builders import chosen, deal, flag, item, line, many, menu, one, side

BY_STRENGTH = Price("strength", {"weak": Money(300), "strong": Money(350)})
MENU = menu(
    item(
        "roll",
        1000,
        one("size", "small", "large"),
        one("salt", "sea", usual="sea"),
        many("greens", "cress"),
        flag("hot"),
    ),
    replace(item("tea", 300, one("strength", "weak", "strong", usual="weak")), price=BY_STRENGTH),
    item("drink", 350, one("brand", "fizz", "pop"), one("ice", "cubes", "crushed")),
    sides=(side("drink", "drink", brand="fizz"),),
    deals=(deal("meal", "roll", 1200, drink={}),),
)


def roll(salt: str | tuple[str, ...] = "sea", **groups: str | tuple[str, ...]) -> LineItem:
    return LineItem("", "roll", 1, chosen(salt=salt, **groups))


@pytest.mark.parametrize(
    ("asked", "fields"),
    (
        pytest.param(roll(size="small"), [], id="all that is required is chosen"),
        pytest.param(roll(), ["size"], id="a required choice is missing"),
        pytest.param(roll(size=()), ["size"], id="none is no choice where one is required"),
        pytest.param(line("roll", size="small"), ["salt"], id="a single choice was left between two"),
        pytest.param(roll(size="small", salt=()), [], id="none of what need not be chosen"),
        pytest.param(line("tea"), ["strength"], id="a choice that the price goes by is open"),
        pytest.param(line("tea", strength=()), ["strength"], id="and is so when none of it was taken"),
        pytest.param(
            replace(roll(size="small"), sides={"drink": chosen(ice="cubes")}),
            ["drink_brand"],
            id="a deal's side is open under its field",
        ),
        pytest.param(
            replace(roll(), sides={"drink": chosen(brand="fizz")}),
            ["size", "drink_ice"],
            id="a choice of a side without a field is named after the side",
        ),
        pytest.param(line("cake"), [], id="of an unknown item nothing is asked"),
    ),
)
def test_the_open_choices_of_a_line(asked: LineItem, fields: list[str]) -> None:
    assert [field for field, _ in open_groups(asked, MENU)] == fields
    assert is_open(asked, MENU) == bool(fields)


def test_a_side_that_is_gone_leaves_nothing_to_ask() -> None:
    gone = replace(MENU, sides=(Side("drink", "gone", {}, {}),))
    assert not is_open(replace(roll(size="small"), sides={"drink": {}}), gone)
