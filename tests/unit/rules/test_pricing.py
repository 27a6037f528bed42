"""What lines cost: each stage of a price."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import LineItem
from kebabalab.models.money import ZERO, Money
from kebabalab.models.shop import Tax
from kebabalab.rules.pricing import Surcharge, quote
from tests.builders import GST, chosen, line, lines
from tests.unit.rules.priced import MENU, cost


def steps(one_line: LineItem) -> list[tuple[str, str, int]]:
    return [(step.rule, step.label, step.amount.cents) for step in quote([one_line], MENU, GST).lines[0].steps]


def meal(size: str = "large", crisps: str = "small", quantity: int = 1, **groups: str | tuple[str, ...]) -> LineItem:
    sides = {"crisps": chosen(size=crisps), "drink": chosen(brand="fizz")}
    return LineItem("", "roll", quantity, chosen(size=size, **groups), sides=sides)


@pytest.mark.parametrize(
    ("asked", "expected"),
    (
        pytest.param(line("roll", size="small"), 1000, id="the base price is the chosen variant's"),
        pytest.param(line("roll", size="large"), 1500, id="another variant has its own price"),
        pytest.param(line("cone"), 299, id="an item without choices has one price"),
        pytest.param(line("roll", size="small", greens="cress"), 1000, id="a free option costs nothing"),
        pytest.param(line("roll", size="small", greens=("cress", "sprouts")), 1100, id="a priced option is added"),
        pytest.param(line("roll", size="small", extras="egg"), 1150, id="an option can cost less on the small one"),
        pytest.param(line("roll", size="large", extras="egg"), 1750, id="and more on the large one"),
        pytest.param(line("roll", size="small", toasted="yes"), 1040, id="a flag can cost something"),
        pytest.param(line("roll", size="small", toasted="no"), 1000, id="a flag that is off costs what off costs"),
        pytest.param(line("roll", size="small", dressings="dill"), 1000, id="a helping is free where the option is"),
        pytest.param(line("roll", size="small", dressings="extra dill"), 1050, id="an extra helping is charged"),
        pytest.param(line("roll", size="large", dressings="extra mustard"), 1575, id="extra helpings can go by size"),
        pytest.param(line("roll", size="small", dressings="light dill"), 1000, id="a light helping is free"),
        pytest.param(line("roll", size="small", extras="extra egg"), 1250, id="an extra one costs option and helping"),
        pytest.param(line("roll", size="small", extras="egg on left half"), 1150, id="half an item has the full price"),
        pytest.param(
            line("roll", size="small", extras=("egg on left half", "extra egg on right half")),
            1250,
            id="on both halves it is charged once, and so is an extra helping",
        ),
        pytest.param(line("roll", size="small", greens=()), 1000, id="none of a group costs nothing"),
        pytest.param(line("roll", 3, size="small", greens="sprouts"), 3300, id="the quantity multiplies all of it"),
        pytest.param(meal(), 2200, id="a deal has one price for all its parts"),
        pytest.param(meal("small"), 1700, id="a deal goes by the main item's variant"),
        pytest.param(meal(crisps="large"), 2500, id="a larger side makes it another deal"),
        pytest.param(meal(greens="sprouts", dressings="extra dill"), 2350, id="options are charged on top of a deal"),
        pytest.param(meal(quantity=2, greens="sprouts"), 4600, id="two deals with an option are twice one"),
    ),
)
def test_a_line_costs(asked: LineItem, expected: int) -> None:
    assert cost(asked) == expected


def test_the_options_of_a_deals_side_are_charged_on_top() -> None:
    dipped = replace(meal(), sides={"crisps": chosen(size="small", dips="salsa"), "drink": chosen(brand="pop")})
    assert cost(dipped) == 2275


def test_a_deal_that_is_dearer_than_its_parts_costs_the_parts_and_says_so() -> None:
    dear = line("roll", sides={"crisps": chosen(size="small")}, size="large", greens="sprouts")
    assert steps(dear) == [
        ("base", "large Roll", 1500),
        ("side", "small Crisps", 500),
        ("option", "sprouts", 100),
    ]


def test_each_step_says_its_rule_what_for_and_how_much() -> None:
    asked = line("roll", size="large", greens=("cress", "sprouts"), dressings="extra dill", toasted="yes")
    assert steps(asked) == [
        ("base", "large Roll", 1500),
        ("option", "sprouts", 100),
        ("helping", "extra dill", 50),
        ("option", "yes", 40),
    ]


def test_a_deal_is_one_step_before_its_options() -> None:
    assert steps(meal(extras="egg")) == [("deal", "large Roll Meal", 2200), ("option", "egg", 250)]


@pytest.mark.parametrize(
    "asked",
    (
        pytest.param(line("cake"), id="an item that the menu does not have"),
        pytest.param(line("roll", size="huge"), id="a variant that it has no price for"),
        pytest.param(line("roll", size="small", greens="kale"), id="an option that the group does not have"),
        pytest.param(line("cone", dips="salsa"), id="a choice in a group that the item does not have"),
        pytest.param(line("roll", size="small", dressings="extra gravy"), id="an extra helping that is not sold"),
        pytest.param(line("cone", sides={"drink": chosen(brand="fizz")}), id="a deal of an item that has none"),
        pytest.param(line("roll", sides={"drink": chosen(brand="fizz")}, size="small"), id="sides that no deal has"),
        pytest.param(line("roll", sides={"crisps": chosen(size="small"), "soup": {}}, size="small"), id="no such side"),
    ),
)
def test_what_has_no_price_is_refused_and_never_free(asked: LineItem) -> None:
    with pytest.raises(NotOnTheMenu):
        quote([asked], MENU, GST)


def test_a_side_whose_item_has_gone_is_refused() -> None:
    broken = replace(MENU, items=tuple(sold for sold in MENU.items if sold.id != "drink"))
    with pytest.raises(NotOnTheMenu):
        quote([meal()], broken, GST)


def test_a_line_with_a_choice_still_open_has_no_price_and_is_not_in_the_total() -> None:
    priced = quote(lines(line("roll"), line("cone")), MENU, GST)
    assert (priced.lines[0].unit, priced.lines[0].total, priced.total) == (None, None, Money(299))


def test_a_deal_with_a_side_still_open_has_no_price() -> None:
    waiting = replace(meal(), sides={"crisps": chosen(size="small"), "drink": {}})
    assert quote([waiting], MENU, GST).lines[0].total is None


def test_no_lines_cost_nothing() -> None:
    empty = quote([], MENU, GST, Surcharge("holiday", 10))
    assert (empty.subtotal, empty.surcharge, empty.tax, empty.total) == (ZERO, ZERO, ZERO, ZERO)


@pytest.mark.parametrize(
    ("quantity", "tax", "expected"),
    (
        pytest.param(1, GST, 27, id="an eleventh of 2.99 is 27.18 cents"),
        pytest.param(2, GST, 54, id="an eleventh of 5.98 is 54.36 cents"),
        pytest.param(5, Tax("VAT", 1, 10), 150, id="a half cent goes up: 149.5 is 150"),
        pytest.param(1, Tax("none", 0, 1), 0, id="a shop without tax has none"),
    ),
)
def test_the_tax_inside_a_total_is_rounded_half_up(quantity: int, tax: Tax, expected: int) -> None:
    assert quote([line("cone", quantity)], MENU, tax).tax == Money(expected)


def test_a_surcharge_is_a_whole_percent_of_all_lines_rounded_half_up_on_a_line_of_its_own() -> None:
    priced = quote(lines(line("cone", 5), line("drink", brand="pop")), MENU, GST, Surcharge("holiday", 10))
    assert (priced.subtotal, priced.surcharge, priced.surcharge_label) == (Money(1845), Money(185), "holiday")
    assert (priced.total, priced.tax) == (Money(2030), Money(185))


def test_a_quote_names_the_menu_that_it_was_made_with() -> None:
    assert quote([], MENU, GST).menu_version == MENU.version


def test_pricing_changes_neither_menu_nor_lines() -> None:
    cart = lines(meal(), line("cone"))
    assert quote(cart, MENU, GST) == quote(cart, MENU, GST)
    assert cart == lines(meal(), line("cone"))
