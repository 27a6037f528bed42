"""A line is changed in one call, in every shape that models send it: wholly as asked, or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from tests.phone_call import PhoneCall, a_sandwich_call


def a_call_with(*words: str) -> PhoneCall:
    call = PhoneCall()
    for one in words:
        assert call.add(one)["ok"]
    return call


def a_kebab() -> PhoneCall:
    return a_call_with("small lamb kebab with lettuce and garlic")


def a_meal() -> PhoneCall:
    return a_call_with("small lamb kebab meal with lettuce and garlic")


@pytest.mark.parametrize(
    "args",
    (
        pytest.param({"modifications": {"chips_size": "large"}}, id="an object"),
        pytest.param({"modifications": '{"chipsSize": "large"}'}, id="a JSON string"),
        pytest.param({"modifications": [{"property": "chips_size", "value": "large"}]}, id="property and value"),
        pytest.param({"modifications": [{"name": "chipsSize", "newValue": "large"}]}, id="name and newValue"),
        pytest.param({"modifications": [["chips_size", "large"]]}, id="pairs"),
        pytest.param({"modifications": {"chips_size": {"value": "large"}}}, id="a value in an object"),
        pytest.param({"modifications": {"properties": {"chips_size": "large"}}}, id="nested under properties"),
        pytest.param({"chipsSize": "large"}, id="at the top level"),
        pytest.param({"modifications": {"chips": "large"}}, id="by the side's name"),
        pytest.param({"description": "make the chips large"}, id="in the caller's words"),
        pytest.param({"modifications": "make the chips large"}, id="words as modifications"),
        pytest.param({"modifications": {"chips_size": "Large "}}, id="with a capital and a blank"),
    ),
)
def test_make_the_chips_large_is_one_call_in_any_shape(args: dict[str, Any]) -> None:
    call = a_meal()
    reply = call.tool("editCartItem", itemIndex=0, **args)
    assert reply["changes"] == [{"field": "chips_size", "from": "small", "to": "large"}]
    assert (reply["item"]["price"], reply["total"]) == (20.0, 20.0)


def test_everything_of_a_line_changes_in_one_call() -> None:
    call = a_meal()
    reply = call.edit(
        0,
        size="large",
        protein="chicken",
        salads=["tomato", "onion"],
        addSauces="chilli",
        extras=["cheese"],
        drink_brand="fanta",
        chips_salt="none",
        quantity=2,
    )
    assert reply["ok"]
    item = reply["item"]
    assert (item["name"], item["quantity"], item["salads"], item["sauces"]) == (
        "Large Chicken Kebab Meal",
        2,
        ["tomato", "onion"],
        ["garlic", "chilli"],
    )
    assert (item["extras"], item["drink_brand"], item["chips_salt"], item["price"]) == (
        ["cheese"],
        "fanta",
        "none",
        23.0,
    )
    assert [change["field"] for change in reply["changes"]] == [
        "size",
        "protein",
        "salads",
        "sauces",
        "extras",
        "quantity",
        "chips_salt",
        "drink_brand",
    ]


def test_the_price_of_a_meal_follows_its_size() -> None:
    assert a_meal().edit(0, size="large")["total"] == 22.0


def test_extras_stay_when_the_size_changes() -> None:
    call = a_call_with("small lamb kebab meal with cheese and extra meat")
    reply = call.edit(0, size="large")
    assert (reply["item"]["extras"], reply["item"]["price"]) == (["cheese", "extra meat"], 27.0)


def test_what_is_not_named_stays_as_it_was() -> None:
    call = a_call_with("small lamb kebab, no onion, extra garlic")
    item = call.edit(0, size="large")["item"]
    assert (item["salads"], item["sauces"]) == (["lettuce", "tomato"], ["extra garlic"])


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    (
        pytest.param({"sauces": ["bbq", "mayo"]}, "sauces", ["bbq", "mayo"], id="a list replaces the list"),
        pytest.param({"sauces": "bbq and mayo"}, "sauces", ["bbq", "mayo"], id="one string where a list is meant"),
        pytest.param({"sauces": "bbq, mayo"}, "sauces", ["bbq", "mayo"], id="a string with a comma"),
        pytest.param({"sauces": []}, "sauces", [], id="an empty list takes all off"),
        pytest.param({"sauces": "none"}, "sauces", [], id="none takes all off"),
        pytest.param({"addSauces": ["bbq"]}, "sauces", ["garlic", "bbq"], id="addSauces"),
        pytest.param({"add_sauce": "bbq"}, "sauces", ["garlic", "bbq"], id="add_sauce"),
        pytest.param({"sauces": {"add": ["bbq"]}}, "sauces", ["garlic", "bbq"], id="an object with add"),
        pytest.param({"add": ["bbq"]}, "sauces", ["garlic", "bbq"], id="add alone, the list found by what is in it"),
        pytest.param({"removeSauces": ["garlic"]}, "sauces", [], id="removeSauces"),
        pytest.param({"removeSalads": "lettuce"}, "salads", [], id="removeSalads"),
        pytest.param({"remove": "lettuce"}, "salads", [], id="remove alone"),
        pytest.param({"salads": ["no lettuce"]}, "salads", [], id="only what is left off"),
        pytest.param({"salads": "the lot"}, "salads", ["lettuce", "tomato", "onion", "pickles"], id="the lot"),
        pytest.param({"sauces": ["extra garlic"]}, "sauces", ["extra garlic"], id="a helping"),
        pytest.param({"sauces": ["garlik"]}, "sauces", ["garlic"], id="a misheard word"),
        pytest.param({"salads": ["tomato"]}, "salads", ["tomato"], id="tomato among salads is the salad"),
        pytest.param({"sauces": ["tomato"]}, "sauces", ["tomato"], id="tomato among sauces is the sauce"),
        pytest.param({"addSalads": ["tomato"]}, "salads", ["lettuce", "tomato"], id="tomato added to the salads"),
        pytest.param({"cheese": True}, "extras", ["cheese"], id="cheese on a line that sells it as an extra"),
        pytest.param({"protein": "lamp"}, "protein", "lamb", id="a misheard meat"),
        pytest.param({"meat": "chicken"}, "protein", "chicken", id="the caller's word for the field"),
        pytest.param({"protein": "half lamb half chicken"}, "protein", "mixed", id="half and half"),
        pytest.param({"quantity": "two"}, "quantity", 2, id="a quantity in words"),
        pytest.param({"description": "make it large"}, "size", "large", id="make it large"),
        pytest.param({"description": "actually make that three"}, "quantity", 3, id="make that three"),
        pytest.param({"description": "2 please"}, "quantity", 2, id="a number alone"),
        pytest.param({"description": "can you make it two of them instead"}, "quantity", 2, id="two of them"),
        pytest.param({"description": "make it two large"}, "quantity", 2, id="a number and a size: the number"),
        pytest.param({"description": "make it two large"}, "size", "large", id="a number and a size: the size"),
        pytest.param({"description": "no lettuce and extra garlic"}, "sauces", ["extra garlic"], id="no and extra"),
        pytest.param({"description": "without the garlic"}, "sauces", [], id="without"),
        pytest.param({"description": "change it to chicken"}, "protein", "chicken", id="change it to"),
        pytest.param({"description": "add cheese"}, "extras", ["cheese"], id="add"),
    ),
)
def test_a_change_has_one_meaning_in_every_form(changes: dict[str, Any], field: str, value: object) -> None:
    assert a_kebab().edit(0, **changes)["item"][field] == value


def test_the_included_cheese_is_taken_off_and_comes_back() -> None:
    call = a_call_with("large lamb hsp")
    assert call.edit(0, cheese="no")["item"]["cheese"] is False
    assert call.edit(0, cheese=True)["item"]["cheese"] is True
    assert call.cart[0]["price"] == 20.0


def test_what_the_caller_said_no_to_is_read_back() -> None:
    reply = a_call_with("large lamb kebab").edit(0, removeSalads=["onion"])
    assert "no onion" in reply["message"]


def test_a_drink_is_swapped_in_words() -> None:
    call = a_call_with("small lamb kebab meal with coke")
    reply = call.tool("editCartItem", itemIndex=0, description="swap the coke for a fanta")
    assert reply["changes"] == [{"field": "drink_brand", "from": "coca-cola", "to": "fanta"}]


@pytest.mark.parametrize(
    ("changes", "named"),
    (
        ({"price": 1}, "price"),
        ({"is_combo": True}, "is_combo"),
        ({"category": "drinks"}, "category"),
        ({"name": "Free Kebab"}, "name"),
        ({"itemId": "water"}, "item_id"),
        ({"lineTotal": 0}, "line_total"),
        ({"wibble": "wobble"}, "wibble"),
        ({"size": "regular"}, "size"),
        ({"protein": "beef"}, "protein"),
        ({"protein": "large"}, "protein"),
        ({"sauces": ["garlic", "custard"]}, "custard"),
        ({"addSauces": ["custard"]}, "custard"),
        ({"addBrands": ["coke"]}, "brands"),
        ({"brand": "coke"}, "brand"),
        ({"drink_brand": "coke"}, "drink_brand"),
        ({"size": ["small", "large", {"x": 1}]}, "size"),
        ({"sauces": 7}, "seven"),
        ({"cheese": 3}, "cheese"),
        ({"quantity": 0}, "quantity"),
        ({"quantity": 51}, "quantity"),
        ({"quantity": -1}, "quantity"),
        ({"quantity": 1.5}, "quantity"),
        ({"quantity": True}, "quantity"),
        ({"quantity": "heaps"}, "quantity"),
        ({"description": "add a unicorn"}, "unicorn"),
        ({"description": "cancel that"}, "removeCartItem".lower()),
    ),
)
def test_what_can_not_be_done_is_refused_by_name_and_nothing_is_half_done(changes: dict[str, Any], named: str) -> None:
    call = a_kebab()
    before = call.state.cart
    reply = call.edit(0, **{"salads": ["tomato"], **changes})
    assert (reply["ok"], call.state.cart) == (False, before)
    assert named.replace("_", " ") in reply["error"].lower().replace("_", " ")


def test_a_choice_that_is_none_is_refused_with_those_that_are() -> None:
    reply = a_kebab().edit(0, protein="beef")
    assert reply["message"] == "Sorry, we don't do beef for the kebab. Would you like lamb, chicken, mixed or falafel?"


def test_a_change_of_nothing_is_refused() -> None:
    call = a_kebab()
    for empty in ({}, {"modifications": {}}, {"modifications": None}, {"modifications": {"size": ""}}):
        assert not call.tool("editCartItem", itemIndex=0, **empty)["ok"]


def test_a_line_that_is_so_already_says_so() -> None:
    call = a_kebab()
    before = call.state.cart
    reply = call.edit(0, size="small", sauces=["garlic"])
    assert (reply["ok"], reply["changes"]) == (True, [])
    assert "already" in reply["message"]
    assert [line.choices for line in call.state.cart.lines] == [line.choices for line in before.lines]


def test_a_meals_side_that_no_deal_has_is_refused() -> None:
    call = a_call_with("lamb gozleme meal")
    reply = call.edit(0, chips_size="large")
    assert (reply["ok"], call.cart[0]["chips_size"], call.cart[0]["price"]) == (False, "small", 23.0)


def test_a_missing_choice_is_given_and_the_line_has_a_price() -> None:
    call = a_call_with("a chicken kebab")
    reply = call.edit(0, size="large")
    assert (reply["item"]["needs"], reply["item"]["price"], reply["needs"]) == ([], 15.0, [])


def test_the_line_that_is_meant_is_the_one_that_changes() -> None:
    call = a_call_with("2 cokes", "small lamb kebab", "a fanta")
    call.tool("editCartItem", itemIndex="1", modifications={"size": "large"})
    assert call.names == ["2 Coca-Cola can", "1 Large Lamb Kebab", "1 Fanta can"]


@pytest.mark.parametrize("index", (9, -1, "x", None, True, [0, 1], 10**20))
def test_a_line_that_is_not_there_is_refused(index: object) -> None:
    call = a_kebab()
    reply = call.tool("editCartItem", itemIndex=index, modifications={"size": "large"})
    assert (reply["ok"], call.cart[0]["size"]) == (False, "small")


def test_another_shops_fields_are_changed_the_same_way() -> None:
    call = a_sandwich_call()
    call.add("a small ham roll meal")
    reply = call.edit(0, addGreens="sprouts", crispsSize="large", butter=False)
    assert reply["item"]["greens"] == ["cress", "rocket", "sprouts"]
    assert (reply["item"]["crisps_size"], reply["item"]["butter"], reply["total"]) == ("large", False, 20.0)


def shown(line: dict[str, Any]) -> str:
    beside = (*(line["extras"] or ()), line["drink_brand"] or "")
    return " ".join((str(line["quantity"]), line["name"], *beside)).strip()


def cart_of(*sentences: str) -> PhoneCall:
    call = PhoneCall()
    for sentence in sentences:
        call.add(sentence)
    return call


@pytest.mark.parametrize(
    ("sentences", "index", "description", "expected"),
    (
        pytest.param(
            ["two large lamb kebabs with cheese"],
            0,
            "the second one without cheese",
            ["1 Large Lamb Kebab cheese", "1 Large Lamb Kebab"],
            id="of two the second one",
        ),
        pytest.param(
            ["large lamb kebab with cheese", "small chicken kebab with cheese"],
            0,
            "the second one without cheese",
            ["1 Large Lamb Kebab cheese", "1 Small Chicken Kebab"],
            id="of two lines the second one, whatever was pointed at",
        ),
        pytest.param(
            ["three large lamb kebabs"],
            0,
            "one of them with cheese",
            ["1 Large Lamb Kebab cheese", "2 Large Lamb Kebab"],
            id="one of three",
        ),
        pytest.param(
            ["large lamb kebab", "a coke"],
            0,
            "swap the coke for a fanta",
            ["1 Large Lamb Kebab", "1 Fanta can"],
            id="another line that is named",
        ),
        pytest.param(
            ["large lamb kebab meal with coke"],
            0,
            "swap the coke for a fanta and make it small with cheese",
            ["1 Small Lamb Kebab Meal cheese fanta"],
            id="a side and the line itself",
        ),
        pytest.param(
            ["large lamb kebab", "small chips and a sprite"],
            0,
            "make it a meal",
            ["1 Large Lamb Kebab Meal sprite"],
            id="a meal takes in the sides that are there",
        ),
        pytest.param(
            ["two large lamb kebabs"],
            0,
            "make one of them chicken",
            ["1 Large Chicken Kebab", "1 Large Lamb Kebab"],
            id="some of it becomes another",
        ),
        pytest.param(
            ["large lamb kebab"],
            0,
            "no onion and add a coke",
            ["1 Large Lamb Kebab", "1 Coca-Cola can"],
            id="something more in the same breath",
        ),
        pytest.param(["small chips"], 0, "actually large, and make that two", ["2 Large Chips"], id="two changes"),
        pytest.param(
            ["two large lamb kebabs"],
            0,
            "make one a meal",
            ["1 Large Lamb Kebab Meal coca-cola", "1 Large Lamb Kebab"],
            id="one of two becomes a meal",
        ),
        pytest.param(
            ["two large lamb kebabs"],
            0,
            "can i get another one with cheese",
            ["2 Large Lamb Kebab", "1 Large Lamb Kebab cheese"],
            id="another one is one more",
        ),
        pytest.param(
            ["two large lamb kebabs", "a coke"],
            0,
            "the coke should be a coke zero",
            ["2 Large Lamb Kebab", "1 Coke Zero can"],
            id="what another line should be",
        ),
        pytest.param(
            ["two large lamb kebabs", "a coke"],
            0,
            "swap the coke for large chips",
            ["2 Large Lamb Kebab", "1 Large Chips"],
            id="one thing for quite another",
        ),
        pytest.param(
            ["two large lamb kebabs", "a coke"],
            1,
            "the name's kevin and i only want one kebab",
            ["1 Large Lamb Kebab", "1 Coca-Cola can"],
            id="only so many of a line",
        ),
        pytest.param(
            ["two large lamb kebabs", "a coke"],
            0,
            "the kebabs should be small",
            ["2 Small Lamb Kebab", "1 Coca-Cola can"],
            id="how a line should be",
        ),
        pytest.param(
            ["two small lamb kebabs", "a baklava"],
            1,
            "make the kebabs meals",
            ["2 Small Lamb Kebab Meal coca-cola", "1 Baklava"],
            id="a line that is named becomes a meal",
        ),
        pytest.param(["large lamb or chicken kebab"], 0, "the lamb", ["1 Large Lamb Kebab"], id="an answer"),
    ),
)
def test_words_change_what_they_speak_of(
    sentences: list[str], index: int, description: str, expected: list[str]
) -> None:
    call = cart_of(*sentences)
    reply = call.tool("editCartItem", itemIndex=index, description=description)
    assert reply["ok"], reply
    assert sorted(map(shown, call.cart)) == sorted(expected)


def test_words_about_another_line_report_that_line() -> None:
    call = cart_of("large lamb kebab", "a coke")
    reply = call.tool("editCartItem", itemIndex=0, description="swap the coke for a fanta")
    assert reply["item"]["index"] == 1
    assert reply["changes"] == [{"field": "brand", "from": "coca-cola", "to": "fanta"}]
