"""What a sentence asks of the menu, before the menu's usual is applied: one row for each rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kebabalab.gateways import shop_files
from kebabalab.language.lexicon import Lexicon, build_lexicon
from kebabalab.language.understand import understand
from kebabalab.models.item import ItemRequest, Mention
from tests.builders import item, menu, one, option

SHOP = Path(__file__).parents[3] / "shops" / "kebabalab"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return build_lexicon(shop_files.load(SHOP).menu)


def short(request: ItemRequest) -> str:
    """A request in a few words: "1 kebab size=large, salads not onion + can brand=sprite"."""
    said = ", ".join(_mention(one) for one in request.mentions)
    deal = f" [{request.deal}]" if request.deal else ""
    sides = "".join(f" + {short(side)}" for side in request.sides)
    return f"{request.quantity} {request.item}{' ' if said else ''}{said}{deal}{sides}"


def _mention(one: Mention) -> str:
    options = "/".join(one.options)
    part = f" on {one.part}" if one.part else ""
    return f"{one.group} {one.mark} {options}".strip() + part if one.mark else f"{one.group}={options}{part}"


@pytest.mark.parametrize(
    ("said", "expected"),
    (
        pytest.param(
            "a lamb or chicken kebab", ["1 kebab protein=lamb/chicken"], id="or between two choices leaves it open"
        ),
        pytest.param(
            "a lamb or a chicken gozleme", ["1 gozleme protein=lamb/chicken"], id="or with an article does so too"
        ),
        pytest.param(
            "a lamb gozleme or a chicken gozleme", ["1 gozleme protein=lamb/chicken"], id="so do two whole items alike"
        ),
        pytest.param("either a coke or a fanta", ["1 can brand=coca-cola/fanta"], id="either stays out of it"),
        pytest.param(
            "large lamb kebab meal with a coke or a sprite",
            ["1 kebab size=large, protein=lamb [kebab_meal] + 1 can brand=coca-cola/sprite"],
            id="or between two sides of a deal leaves the side open",
        ),
        pytest.param("large lamb kebab no onion or tomato",
                     ["1 kebab size=large, protein=lamb, salads not onion, salads not tomato"],
                     id="no X or Y takes both off"),
        pytest.param(
            "two cokes and a kebab or an hsp with garlic", ["2 can brand=coca-cola"], id="of two items neither is added"
        ),
        pytest.param(
            "large lamb hsp combo with small chips and a coke",
            ["1 hsp size=large, protein=lamb [hsp_combo] + 1 can brand=coca-cola", "1 chips size=small"],
            id="a drink named a little later is still the deal's",
        ),
        pytest.param(
            "large lamb kebab meal and a large chicken hsp and a fanta",
            ["1 kebab size=large, protein=lamb [kebab_meal]", "1 hsp size=large, protein=chicken", "1 can brand=fanta"],
            id="a drink named after another dish is a line of its own",
        ),
        pytest.param(
            "large lamb kebab no salad except lettuce",
            ["1 kebab size=large, protein=lamb, salads none, salads only lettuce"],
            id="none except X is X alone",
        ),
        pytest.param(
            "large lamb kebab no sauce but extra lettuce",
            ["1 kebab size=large, protein=lamb, sauces none, salads extra lettuce"],
            id="a bare but after none goes on",
        ),
        pytest.param(
            "two large lamb kebabs with garlic on one and chilli on the other",
            ["1 kebab size=large, protein=lamb, sauces=garlic", "1 kebab size=large, protein=lamb, sauces=chilli"],
            id="X on one and Y on the other are two lines",
        ),
        pytest.param(
            "two large lamb kebabs garlic on one of them",
            ["1 kebab size=large, protein=lamb, sauces=garlic", "1 kebab size=large, protein=lamb"],
            id="X on one of them leaves the others as they were",
        ),
        pytest.param(
            "two large lamb kebabs with garlic and one with chilli",
            ["2 kebab size=large, protein=lamb, sauces=garlic", "1 kebab size=large, protein=lamb, sauces=chilli"],
            id="two with X and one with Y are three",
        ),
        pytest.param(
            "two small and one large chicken hsp",
            ["2 hsp size=small, protein=chicken", "1 hsp size=large, protein=chicken"],
            id="what stands behind the sizes is said of both",
        ),
        pytest.param(
            "a lamb and a large chicken kebab",
            ["1 kebab protein=lamb", "1 kebab size=large, protein=chicken"],
            id="what stands before the kind is said of its own arm",
        ),
        pytest.param(
            "four small lamb kebabs half of them with garlic and half with mayo",
            ["2 kebab size=small, protein=lamb, sauces=garlic", "2 kebab size=small, protein=lamb, sauces=mayo"],
            id="half of them",
        ),
        pytest.param("a pepsi no not pepsi pepsi max", ["1 can brand=pepsi max"], id="not X but Y takes X back"),
        pytest.param(
            "large lamb kebab with chips and a drink",
            ["1 kebab size=large, protein=lamb [kebab_meal] + 1 chips + 1 can"],
            id="sides that are left to the shop make it the deal",
        ),
        pytest.param(
            "large lamb kebab with small chips and a coke",
            ["1 kebab size=large, protein=lamb", "1 chips size=small", "1 can brand=coca-cola"],
            id="sides that are named one by one are lines",
        ),
        pytest.param(
            "large chicken kebab meal with fanta and an extra coke on the side",
            ["1 kebab size=large, protein=chicken [kebab_meal] + 1 can brand=fanta", "1 can brand=coca-cola"],
            id="an extra drink is one more",
        ),
        pytest.param(
            "large lamb kebab with neither onion nor tomato",
            ["1 kebab size=large, protein=lamb, salads not onion, salads not tomato"],
            id="neither X nor Y",
        ),
        pytest.param("a lamb kebab a large", ["1 kebab protein=lamb, size=large"], id="a choice said after it, with a"),
        pytest.param(
            "two large lamb kebabs cheese on both and no onion on one",
            [
                "1 kebab size=large, protein=lamb, extras=cheese, salads not onion",
                "1 kebab size=large, protein=lamb, extras=cheese",
            ],
            id="X on both and no Y on one",
        ),
        pytest.param(
            "large lamb kebab no onion actually leave the onion on",
            ["1 kebab size=large, protein=lamb, salads not onion, salads=onion"],
            id="leave it on takes nothing off",
        ),
        pytest.param("large chips i mean large hsp", ["1 hsp size=large"], id="another item in its place"),
        pytest.param(
            "is it busy tonight anyway i'll have a large lamb kebab",
            ["1 kebab size=large, protein=lamb"],
            id="an order after small talk",
        ),
        pytest.param(
            "two large kebabs one on lamb and one on chicken",
            ["1 kebab size=large, protein=lamb", "1 kebab size=large, protein=chicken"],
            id="one on X and one on Y",
        ),
        pytest.param(
            "large lamb kebab meal with no salt on the chips",
            ["1 kebab size=large, protein=lamb [kebab_meal] + 1 chips salt_type=none"],
            id="no X on a side that was not named yet",
        ),
        pytest.param(
            "combo with a large lamb hsp", ["1 hsp size=large, protein=lamb [hsp_combo]"], id="a deal before its item"
        ),
        pytest.param("is the lamb kebab any good", [], id="a question about an item"),
        pytest.param("i had a lamb kebab there last week", [], id="what was had before is no order"),
        pytest.param(
            "three large chips chicken salt on two and no salt on one",
            ["2 chips size=large, salt_type=chicken", "1 chips size=large, salt_type=none"],
            id="X on two and Y on one",
        ),
        pytest.param(
            "a large lamb kebab and a small chicken kebab garlic on the lamb and mayo on the chicken one",
            ["1 kebab size=large, protein=lamb, sauces=garlic", "1 kebab size=small, protein=chicken, sauces=mayo"],
            id="X on the one that has Y",
        ),
        pytest.param(
            "a lamb kebab and a chicken kebab, the lamb with garlic, the chicken with mayo",
            ["1 kebab protein=lamb, sauces=garlic", "1 kebab protein=chicken, sauces=mayo"],
            id="the one that has Y with X",
        ),
        pytest.param(
            "two large kebabs one lamb one chicken no onion on the lamb",
            ["1 kebab size=large, protein=lamb, salads not onion", "1 kebab size=large, protein=chicken"],
            id="a choice of one stays with its line when other things are said of another",
        ),
    ),
)  # fmt: skip
def test_what_is_asked_for(said: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [short(request) for request in understand(said, lexicon).requests] == expected


def test_of_two_items_both_are_named(lexicon: Lexicon) -> None:
    (open_choice,) = understand("can i get a large kebab or an hsp please", lexicon).not_understood
    assert (open_choice.nearest, open_choice.undecided) == (("Kebab", "HSP"), True)
    assert open_choice.words == "large kebab or an hsp"


def test_what_was_asked_about_can_be_ordered_as_them(lexicon: Lexicon) -> None:
    (request,) = understand("have you got coke zero? i'll grab two of them", lexicon).requests
    assert short(request) == "2 can brand=coke zero"
    assert understand("have you got coke zero? two minutes please", lexicon).requests == ()


@pytest.mark.parametrize(
    ("said", "expected"),
    (
        ("twelve rolls", ["1 rolls pieces=12"]),
        ("a dozen rolls and a tea", ["1 rolls pieces=12", "1 tea"]),
        ("five rolls", ["5 rolls"]),
        ("two six packs of rolls", ["2 rolls pieces=6"]),
    ),
)
def test_a_number_is_the_pack_where_an_item_is_sold_by_numbers(said: str, expected: list[str]) -> None:
    six = replace(option("6"), said=("six pack",))
    rolls = item("rolls", {"6": 600, "12": 1000}, one("pieces", six, "12"), title="Rolls {pieces}")
    lexicon = build_lexicon(menu(rolls, item("tea", 300, title="Tea")))
    assert [short(request) for request in understand(said, lexicon).requests] == expected


def test_two_names_in_a_row_are_cut_where_they_make_one_item() -> None:
    kinds = one("kind", "smoky", "honey")
    wings = replace(item("wings", 900, kinds, title="{kind} Wings"), said=("wings", "duck wings"))
    lexicon = build_lexicon(menu(wings, replace(item("duck", 2000, title="Duck"), said=("smoky duck",))))
    assert [short(one) for one in understand("smoky duck wings", lexicon).requests] == ["1 wings kind=smoky"]
    assert [short(one) for one in understand("a smoky duck", lexicon).requests] == ["1 duck"]


@pytest.mark.parametrize(
    "said",
    ("no onion on the kebab and a coke", "a coke and no onion on the kebab", "extra cheese on the kebab and a coke"),
)
def test_what_is_said_of_an_item_that_was_not_ordered_is_named_and_orders_none(said: str, lexicon: Lexicon) -> None:
    understood = understand(said, lexicon)
    assert [request.item for request in understood.requests] == ["can"]
    assert "kebab" in [one.words for one in understood.not_understood]
