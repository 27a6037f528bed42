"""Items by their parts become the same lines as the same items in a sentence; a bad one costs the good ones nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.phone_call import PhoneCall, Reply, a_sandwich_call


def add(*items: object) -> Reply:
    return PhoneCall().tool("addMultipleItemsToCart", items=list(items))


def without(line: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name not in names}


@pytest.mark.parametrize(
    ("item", "words"),
    (
        (
            {"category": "kebabs", "size": "large", "protein": "lamb", "salads": ["lettuce"], "sauces": ["garlic"]},
            "large lamb kebab with lettuce and garlic",
        ),
        ({"category": "kebabs", "size": "large", "protein": "lamp", "quantity": "two"}, "2 large lamb kebabs"),
        ({"category": "kebab", "protein": "chicken"}, "a chicken kebab"),
        ({"category": "kebabs", "size": "small", "protein": "lamb", "salads": "the lot"}, "small lamb kebab, the lot"),
        (
            {"category": "kebabs", "size": "small", "protein": "lamb", "salads": ["no onion"]},
            "small lamb kebab no onion",
        ),
        ({"category": "kebabs", "size": "small", "protein": "lamb", "sauces": "none"}, "small lamb kebab no sauce"),
        (
            {"category": "kebabs", "size": "small", "protein": "lamb", "sauces": "garlic and extra chilli"},
            "small lamb kebab with garlic and extra chilli",
        ),
        ({"category": "kebabs", "size": "small", "protein": "lamb", "cheese": True}, "small lamb kebab with cheese"),
        ({"category": "kebabs", "size": "small", "protein": "lamb", "cheese": False}, "small lamb kebab"),
        ({"category": "kebabs", "size": "small", "protein": "lamb", "extras": []}, "small lamb kebab"),
        ({"category": "hsp", "size": "small", "protein": "mixed", "cheese": False}, "small mixed hsp no cheese"),
        ({"category": "chips", "size": "large", "salt_type": "none"}, "large chips no salt"),
        ({"category": "drinks", "brand": "coke", "quantity": 2}, "2 cokes"),
        ({"category": "drinks", "brand": "v"}, "a can of v energy drink"),
        ({"category": "drinks", "brand": "water"}, "a water"),
        ({"category": "drinks"}, "a can of drink"),
        ({"category": "drinks", "flavour": "peach"}, "a peach iced tea"),
        ({"brand": "sprite"}, "a sprite"),
        ({"category": "sweets", "name": "baklava"}, "a baklava"),
        ({"category": "sweets", "flavour": "rose"}, "a rose turkish delight"),
        ({"category": "sauce_tubs", "sauce": "hummus"}, "a tub of hummus"),
        ({"category": "meat containers", "protein": "lamb", "weight": "500g"}, "500 gram lamb meat container"),
        ({"category": "gozleme", "protein": "vegetarian"}, "a vegetarian gozleme"),
        ({"description": "large lamb kebab, no onion", "quantity": 3}, "3 large lamb kebabs, no onion"),
        ({"category": "kebabs", "description": "large, no onion, lamb"}, "large lamb kebab, no onion"),
        ({"name": "Large Chicken Kebab", "sauces": ["mayo"]}, "large chicken kebab with mayo"),
        (
            {"category": "kebabs", "size": "large", "protein": "lamb", "is_combo": True, "drink_brand": "fanta"},
            "large lamb kebab meal with a fanta",
        ),
        ("2 cokes", "2 cokes"),
        ({"item": "coke", "qty": 2}, "2 cokes"),
        ({"itemId": "baklava_pack"}, "a pack of baklava"),
        (
            {"category": "kebabs", "options": {"size": "large", "protein": "lamb", "addOns": None}, "quantity": 1},
            "large lamb kebab",
        ),
        ({"item": {"category": "kebabs", "size": "large", "protein": "lamb"}, "quantity": 2}, "2 large lamb kebabs"),
    ),
)
def test_an_item_by_its_parts_is_the_line_that_its_words_make(item: object, words: str) -> None:
    line, said = add(item)["cart"][0], PhoneCall().add(words)["cart"][0]
    assert without(line, "assumed") == without(said, "assumed")


def test_what_was_left_out_is_assumed() -> None:
    item = {"category": "kebabs", "size": "large", "protein": "lamb", "sauces": ["bbq"]}
    assert add(item)["assumed"] == ["salads"]


def test_a_bad_item_is_rejected_by_its_place_and_the_good_ones_are_added() -> None:
    reply = add(
        {"category": "drinks", "brand": "coke"},
        {"category": "kebabs", "size": "regular", "protein": "lamb"},
        {"category": "drinks", "brand": "fanta", "quantity": 51},
        {"description": "a water"},
    )
    assert (reply["ok"], reply["cartSize"], [line["index"] for line in reply["items"]]) == (True, 2, [0, 1])
    assert [one["index"] for one in reply["rejected"]] == [1, 2]
    assert "small or large" in reply["rejected"][0]["error"]


@pytest.mark.parametrize(
    ("item", "named"),
    (
        ({"quantity": 2}, "category or description is missing"),
        ({"category": "burgers", "size": "large"}, "Burgers is not sold"),
        ({"category": "sweets"}, "name is missing: sweets are baklava, baklava pack of 4 or turkish delight"),
        ({"category": "sweets", "size": "large"}, "name is missing"),
        ({"category": "kebabs", "protein": "beef"}, "lamb, chicken, mixed or falafel"),
        ({"category": "drinks", "brand": "zzz"}, "Zzz is no brand of the can"),
        ({"description": "a unicorn"}, "Unicorn is not sold"),
        ({"description": "500 cokes"}, "must be 1 to 50"),
        ({"brand": "sprite", "quantity": 0}, "must be 1 to 50"),
        ({"brand": "sprite", "quantity": "lots"}, "quantity must be a whole number"),
        ({"category": "kebabs", "salads": {"a": {"b": 1}}}, "must be text or a list of texts"),
        ({"category": "sauce_tubs", "sauce": "garlic", "is_combo": True}, "is not sold"),
        ({"description": "a coke and a fanta", "size": "large"}, "several items"),
        (None, "category or description is missing"),
        (7, "is not sold"),
        ({"description": "x" * 2001}, "longer than 2000"),
    ),
)
def test_an_item_that_can_not_be_made_adds_nothing_and_says_why(item: object, named: str) -> None:
    call = PhoneCall()
    reply = call.tool("addMultipleItemsToCart", items=[item])
    assert (reply["ok"], reply["items"], call.cart) == (False, [], [])
    assert named.lower() in reply["rejected"][0]["error"].lower()


def test_what_an_item_does_not_come_with_is_told_and_not_dropped_in_silence() -> None:
    reply = add({"category": "kebabs", "size": "large", "protein": "lamb", "extras": ["bacon"], "notes": "no onion"})
    assert [one["words"] for one in reply["notUnderstood"]] == ["bacon"]
    assert reply["items"][0]["salads"] == ["lettuce", "tomato"]


def test_a_size_that_is_in_the_items_name_anyway_needs_no_word() -> None:
    assert add({"category": "drinks", "brand": "coke", "size": "375ml"})["notUnderstood"] == []


def test_a_price_from_outside_is_never_taken() -> None:
    item = add({"category": "kebabs", "size": "large", "protein": "lamb", "price": 0.01, "lineTotal": 0})["items"][0]
    assert (item["price"], item["lineTotal"]) == (15.0, 15.0)


def test_a_drink_named_beside_a_kebab_makes_no_meal_of_it() -> None:
    reply = add({"category": "kebabs", "size": "large", "protein": "lamb", "drink_brand": "fanta"})
    assert (reply["items"][0]["is_combo"], reply["total"]) == (False, 15.0)
    assert [one["words"] for one in reply["notUnderstood"]] == ["fanta"]


def test_a_cart_that_is_full_takes_what_fits() -> None:
    call = PhoneCall()
    call.tool("addMultipleItemsToCart", items=["a coke"] * 49)
    reply = call.tool("addMultipleItemsToCart", items=["a fanta", "a sprite"])
    assert (reply["cartSize"], [one["index"] for one in reply["rejected"]]) == (50, [1])


def test_another_shops_groups_are_fields_as_well() -> None:
    item = {"category": "rolls", "size": "large", "filling": "egg", "greens": ["sprouts"], "butter": False}
    line = a_sandwich_call().tool("addMultipleItemsToCart", items=[item])["items"][0]
    assert (line["name"], line["greens"], line["butter"]) == ("Large Egg Roll", ["sprouts"], False)
