"""Cart lines and whole orders are read back pleasantly, and nothing of them is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.language import say
from kebabalab.models.item import Choice, LineItem
from tests.sandwich_bar import CRISPS, MENU, ROLL, a_drink, a_line, a_roll, chosen, meal_sides

A_MEAL = replace(a_roll(), sides=meal_sides())

LINES = (
    pytest.param(a_drink(), "one Fizz bottle", id="one of a thing"),
    pytest.param(a_drink(2), "two Fizz bottles", id="several in the plural"),
    pytest.param(a_line("water"), "one water five hundred millilitres", id="units are said in full"),
    pytest.param(a_line("water", 3), "three bottles of water", id="the menu's own plural"),
    pytest.param(
        a_roll(2, greens=("cress", "rocket"), dressings="mustard"),
        "two large ham rolls with cress and rocket, and mustard dressing",
        id="what was chosen",
    ),
    pytest.param(
        a_roll(),
        "one large ham roll with the usual cress and rocket, and mustard dressing",
        id="what nobody spoke of is called the usual",
    ),
    pytest.param(
        a_roll(dressings="dill"),
        "one large ham roll with dill dressing, and the usual cress and rocket",
        id="what was said comes before the usual",
    ),
    pytest.param(
        a_roll(greens="cress", dressings=("extra mustard", "light dill")),
        "one large ham roll with cress, and extra mustard and light dill dressing",
        id="helpings, and a shared last word said once",
    ),
    pytest.param(
        a_roll(greens="cress", dressings=("mustard", "brown")),
        "one large ham roll with cress, and mustard dressing and brown gravy",
        id="different last words are both said",
    ),
    pytest.param(
        replace(a_roll(greens="cress", dressings="dill"), excluded={"greens": ("rocket", "sprouts")}),
        "one large ham roll with cress and dill dressing, no rocket or sprouts",
        id="exclusions are named",
    ),
    pytest.param(
        a_roll(greens=(), dressings=()),
        "one large ham roll, no green stuff or dressing",
        id="nothing of a group",
    ),
    pytest.param(
        replace(a_roll(greens="cress", dressings=()), excluded={"dressings": ("mustard",)}),
        "one large ham roll with cress, no mustard dressing",
        id="the caller's own exclusion rather than the group",
    ),
    pytest.param(
        a_roll(greens="cress", dressings="dill", butter="no"),
        "one large ham roll with cress and dill dressing, no butter",
        id="a flag that is not as usual",
    ),
    pytest.param(a_line(size="large"), "one large roll", id="open choices drop out"),
    pytest.param(a_line("crisps", size="small", salt="none"), "one small crisps with no salt", id="single choice"),
    pytest.param(
        replace(a_roll(greens="cress", dressings="dill"), sides=meal_sides(brand="orange pop")),
        "one large ham roll meal with cress and dill dressing, "
        "plus small crisps with sea salt and an Orange Pop bottle",
        id="a deal and what comes with it",
    ),
    pytest.param(
        replace(a_line(size="small", filling="egg", quantity=2), sides=meal_sides()),
        "two small egg roll meals with small crisps with sea salt and a Fizz bottle each",
        id="sides of several deals",
    ),
    pytest.param(
        replace(a_line("drink"), choices={"brand": (Choice("gone brand"),)}),
        "one gone brand bottle",
        id="an option that the menu has lost",
    ),
    pytest.param(
        a_line("dipped_crisps", size="small", dressings=("dill",)),
        "one small crisps with a dip, dill dressing",
        id="a name that says with already",
    ),
    pytest.param(a_line("gone_item"), "one gone item", id="an item that the menu has lost"),
)


DIPPED = replace(
    CRISPS, id="dipped_crisps", title="{size} Crisps with a dip", plural="{size} Crisps with a dip", groups=ROLL.groups
)
WITH_DIPPED = replace(MENU, items=(*MENU.items, DIPPED))


@pytest.mark.parametrize(("line", "words"), LINES)
def test_a_line_is_said(line: LineItem, words: str) -> None:
    assert say.line(line, WITH_DIPPED) == words


@pytest.mark.parametrize(
    ("line", "name"),
    (
        (a_roll(), "Large Ham Roll"),
        (a_line(size="small"), "Small Roll"),
        (A_MEAL, "Large Ham Roll Meal"),
        (a_drink(2, "orange pop"), "Orange Pop bottle"),
    ),
)
def test_a_line_is_named_as_the_menu_writes_it(line: LineItem, name: str) -> None:
    assert say.title(line, MENU) == name


def test_the_kitchen_reads_every_choice_of_a_line() -> None:
    line = replace(A_MEAL, choices={**A_MEAL.choices, **chosen(greens="extra cress")}, excluded={"greens": ("rocket",)})
    assert say.details(line, MENU) == (
        "extra cress",
        "mustard dressing",
        "no rocket",
        "Small Crisps (sea salt)",
        "Fizz bottle",
    )


def test_an_order_of_plain_lines_is_one_list() -> None:
    assert say.order((a_drink(2), a_line("eclair")), MENU) == "Two Fizz bottles and one éclair."


def test_an_order_with_choices_is_a_sentence_for_each_line() -> None:
    order = say.order((a_roll(greens="cress", dressings="dill"), a_drink()), MENU)
    assert order == "One large ham roll with cress and dill dressing. One Fizz bottle."


def test_equal_lines_are_read_back_once() -> None:
    assert say.order((a_drink(), a_line("eclair"), a_drink(2)), MENU) == "Three Fizz bottles and one éclair."


def test_lines_that_differ_in_anything_are_not_merged() -> None:
    assert len(say.equal_merged((a_roll(), a_roll(greens=()), A_MEAL, a_roll(filling="egg")))) == 4


def test_a_long_order_calls_the_usual_by_its_name_and_leaves_nothing_out() -> None:
    lines = [a_roll(filling=filling, size=size) for filling in ("ham", "egg") for size in ("small", "large")]
    drinks = [a_drink(), a_drink(1, "orange pop"), a_line("water")]
    spoken = say.lines((*lines, *drinks), MENU)
    assert len(spoken) == 7
    assert spoken[0] == "one small ham roll with the usual"


def test_a_summary_names_some_and_counts_the_rest() -> None:
    lines = (a_roll(2), a_roll(greens=()), a_drink(), a_line("water"), a_line("eclair", 4))
    assert say.summary(lines, MENU, most=3) == "three large ham rolls, one Fizz bottle and five more items"


def test_a_short_summary_names_them_all() -> None:
    assert say.summary((a_roll(), a_drink(2)), MENU) == "one large ham roll and two Fizz bottles"


@given(st.lists(st.sampled_from([a_roll(), A_MEAL, a_drink(), a_line("water"), a_line("eclair")]), max_size=50))
def test_a_read_back_counts_every_piece_and_holds_no_symbol(lines: list[LineItem]) -> None:
    merged = say.equal_merged(lines)
    assert sum(line.quantity for line in merged) == len(lines)
    said = say.order(lines, MENU)
    assert not set(said) & set("|[](){}\n#$0123456789_")
