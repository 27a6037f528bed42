"""The cart is filled, looked at, changed and emptied in words that a voice can read, with the total always there."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.phone_call import PhoneCall, Reply, a_sandwich_call

# What a voice would spell out, and amounts in figures.
UNSPEAKABLE = re.compile(r"[|*_#$%<>{}\[\]\\/]|\d|\n|\bNone\b")


def a_call_with(*words: str) -> PhoneCall:
    call = PhoneCall()
    for one in words:
        assert call.add(one)["ok"]
    return call


def test_an_added_line_carries_every_field_of_the_menu() -> None:
    reply = PhoneCall().add("two large lamb kebabs with lettuce, extra garlic and cheese")
    assert reply["item"] == {
        "index": 0,
        "itemId": "kebab",
        "category": "kebabs",
        "name": "Large Lamb Kebab",
        "size": "large",
        "protein": "lamb",
        "salads": ["lettuce"],
        "sauces": ["extra garlic"],
        "extras": ["cheese"],
        "cheese": True,
        "salt_type": None,
        "brand": None,
        "quantity": 2,
        "is_combo": False,
        "chips_size": None,
        "chips_salt": None,
        "drink_brand": None,
        "price": 16.5,
        "lineTotal": 33.0,
        "needs": [],
        "assumed": [],
    }


def test_a_group_of_one_item_appears_on_its_lines_only() -> None:
    call = a_call_with("a peach iced tea", "a tub of hummus", "500 gram lamb meat container", "2 cokes")
    fields = ("flavour", "sauce", "weight")
    shown = [[line.get(field, "absent") for field in fields] for line in call.cart]
    assert shown == [
        ["peach", "absent", "absent"],
        ["absent", "hummus", "absent"],
        ["absent", "absent", "500g"],
        ["absent", "absent", "absent"],
    ]


@pytest.mark.parametrize(
    ("words", "cheese"),
    (
        ("a large lamb hsp", True),
        ("a large lamb hsp no cheese", False),
        ("a large lamb kebab", False),
        ("a large lamb kebab with cheese", True),
        ("2 cokes", None),
    ),
)
def test_cheese_is_yes_or_no_where_it_can_be_had(words: str, cheese: bool | None) -> None:
    assert PhoneCall().add(words)["item"]["cheese"] is cheese


def test_a_meal_shows_what_its_sides_are() -> None:
    item = PhoneCall().add("large lamb kebab meal with large chips and a fanta")["item"]
    assert (item["is_combo"], item["chips_size"], item["drink_brand"], item["price"]) == (True, "large", "fanta", 25.0)


def test_what_decides_the_price_is_asked_for_and_never_guessed() -> None:
    reply = PhoneCall().add("a kebab")
    assert [(need["field"], need["index"]) for need in reply["needs"]] == [("size", 0), ("protein", 0)]
    assert (reply["item"]["price"], reply["item"]["lineTotal"], reply["total"]) == (None, None, 0.0)
    assert "small or large?" in reply["message"]


def test_what_nobody_spoke_of_is_named_so_that_it_can_be_read_back() -> None:
    reply = PhoneCall().add("a large lamb kebab")
    assert reply["assumed"] == ["salads", "sauces"]
    assert "the usual lettuce, tomato and onion, and garlic sauce" in reply["message"]


def test_the_assumed_fields_of_an_answer_are_those_of_what_was_just_added() -> None:
    call = a_call_with("a large lamb kebab")
    assert call.add("2 cokes")["assumed"] == []


def test_what_is_still_needed_of_an_earlier_line_is_not_forgotten() -> None:
    call = a_call_with("a chicken kebab")
    assert [(need["index"], need["field"]) for need in call.add("2 cokes")["needs"]] == [(0, "size")]


def test_several_items_of_a_sentence_are_several_lines() -> None:
    reply = PhoneCall().add("a large lamb hsp with chilli, large chips and two pepsis")
    assert [item["name"] for item in reply["items"]] == ["Large Lamb HSP", "Large Chips", "Pepsi can"]
    assert (reply["cartSize"], reply["itemCount"], reply["item"]["index"]) == (3, 4, 0)


def test_what_we_do_not_have_is_named_beside_what_was_added() -> None:
    reply = PhoneCall().add("a large lamb kebab with lettuce and garlic and a souvlaki")
    assert reply["ok"]
    assert [missing["words"] for missing in reply["notUnderstood"]] == ["souvlaki"]
    assert "we don't have souvlaki" in reply["message"].lower()


def test_nothing_that_we_have_is_refused_by_its_name_and_adds_nothing() -> None:
    reply = PhoneCall().add("a cheeseburger")
    assert (reply["ok"], reply["item"], reply["items"], reply["cartSize"]) == (False, None, [], 0)
    assert reply["notUnderstood"][0]["words"] == "cheeseburger"
    assert "quickAddItem" in reply["error"]


@pytest.mark.parametrize("words", ("is there parking out the front", "no thanks that's all", "hmm", "?!", "🥙🥙"))
def test_a_question_or_small_talk_adds_nothing_and_says_so(words: str) -> None:
    reply = PhoneCall().add(words)
    assert (reply["ok"], reply["cart"], reply["message"]) == (
        False,
        [],
        "I haven't added anything. What would you like to order?",
    )


def test_more_than_fifty_of_one_thing_is_refused_with_the_limit() -> None:
    reply = PhoneCall().add("five hundred cokes")
    assert (reply["ok"], reply["cart"]) == (False, [])
    assert "between one and fifty" in reply["message"]


def test_the_fifty_first_line_is_refused_and_the_cart_stays() -> None:
    call = PhoneCall()
    reply = call.tool("addMultipleItemsToCart", items=[{"description": "a coke"}] * 50)
    assert reply["cartSize"] == 50
    refused = call.add("a fanta")
    assert not refused["ok"]
    assert len(call.cart) == 50


def test_every_answer_about_the_cart_carries_the_running_total() -> None:
    call = PhoneCall()
    replies = [
        call.add("a large lamb kebab"),
        call.tool("addMultipleItemsToCart", items=[{"category": "drinks", "brand": "coke"}]),
        call.edit(0, size="small"),
        call.tool("removeCartItem", itemIndex=1),
        call.tool("convertItemsToMeals"),
        call.tool("getCartState"),
        call.tool("priceCart"),
        call.tool("getOrderSummary"),
        call.tool("clearCart"),
    ]
    assert [one["total"] for one in replies] == [15.0, 18.5, 13.5, 10.0, 17.0, 17.0, 17.0, 17.0, 0.0]
    assert all({"cart", "itemCount", "needs", "assumed"} <= set(one) for one in replies)


def test_a_price_is_said_in_words() -> None:
    reply = a_call_with("2 large lamb kebabs").add("a coke and an ayran and two baklava")
    assert "That's forty three dollars so far." in reply["message"]


@pytest.mark.parametrize(
    "words",
    (
        "large lamb kebab meal with coke and a water and 2 turkish delights",
        "a kebab",
        "a gozleme, a souvlaki and 500 grams of lamb in a meat container",
        "drop table orders; -- | * _ $100 <b>",
        "شاورما و كولا",
    ),
)
def test_a_message_holds_nothing_that_a_voice_would_spell_out(words: str) -> None:
    call = PhoneCall()
    replies: list[Reply] = [call.add(words), call.tool("getCartState"), call.tool("getOrderSummary")]
    assert [found.group() for one in replies if (found := UNSPEAKABLE.search(one["message"]))] == []


def test_the_cart_is_told_line_by_line() -> None:
    call = a_call_with("2 cokes", "small chips no salt")
    reply = call.tool("getCartState")
    assert reply["formattedItems"] == ["two Coca-Cola cans", "one small chips with no salt"]
    assert (reply["isEmpty"], reply["itemCount"]) == (False, 3)


def test_an_empty_cart_is_no_failure() -> None:
    reply = PhoneCall().tool("getCartState")
    assert (reply["ok"], reply["isEmpty"], reply["cart"], reply["formattedItems"], reply["total"]) == (
        True,
        True,
        [],
        [],
        0.0,
    )


def test_a_line_is_taken_off_whole() -> None:
    call = a_call_with("2 cokes", "a water")
    reply = call.tool("removeCartItem", itemIndex=0)
    assert (reply["removedItem"]["name"], reply["removedItem"]["quantity"], reply["cartSize"]) == (
        "Coca-Cola can",
        2,
        1,
    )
    assert call.names == ["1 Water 500 ml"]


def test_some_of_a_line_are_taken_off() -> None:
    call = a_call_with("3 cokes")
    reply = call.tool("removeCartItem", itemIndex="0", quantity="2")
    assert (reply["removedItem"]["quantity"], reply["removedItem"]["lineTotal"]) == (2, 7.0)
    assert call.names == ["1 Coca-Cola can"]


def test_more_than_a_line_holds_takes_it_off_whole() -> None:
    call = a_call_with("3 cokes")
    assert call.tool("removeCartItem", itemIndex=0, quantity=9)["removedItem"]["quantity"] == 3
    assert call.cart == []


@pytest.mark.parametrize(
    "args",
    (
        {},
        {"itemIndex": 1},
        {"itemIndex": -1},
        {"itemIndex": True},
        {"itemIndex": "the kebab"},
        {"itemIndex": 10**12},
        {"itemIndex": 0, "quantity": 0},
        {"itemIndex": 0, "quantity": -2},
        {"itemIndex": 0, "quantity": "some"},
    ),
)
def test_what_can_not_be_taken_off_leaves_the_cart_as_it_is(args: dict[str, Any]) -> None:
    call = a_call_with("3 cokes")
    reply = call.tool("removeCartItem", **args)
    assert (reply["ok"], call.names) == (False, ["3 Coca-Cola can"])


def test_a_cleared_cart_is_empty_and_its_ids_are_not_used_again() -> None:
    call = a_call_with("3 cokes")
    reply = call.tool("clearCart")
    assert (reply["cartSize"], reply["cart"], reply["total"]) == (0, [], 0.0)
    call.add("a fanta")
    assert [line.line_id for line in call.state.cart.lines] == ["l2"]


def test_clearing_after_an_order_leaves_it_placed_and_starts_a_new_one() -> None:
    call = a_call_with("3 cokes")
    call.tool("setPickupTime", requestedTime="in 30 minutes")
    call.tool("createOrder", customerName="Ana")
    reply = call.tool("clearCart")
    assert "order number one stands as it was placed" in reply["message"].lower()
    assert (call.state.placed, len(call.store.orders)) == (None, 1)


def test_a_second_order_of_a_call_keeps_the_time_that_was_agreed() -> None:
    call = a_call_with("3 cokes")
    call.tool("setPickupTime", requestedTime="in 30 minutes")
    first = call.tool("createOrder", customerName="Ana")
    call.tool("clearCart")
    call.add("a fanta")
    second = call.tool("createOrder", customerName="Ana")
    assert (second["ok"], second["readyAtIso"]) == (True, first["readyAtIso"])
    assert second["orderNumber"] != first["orderNumber"]


def test_another_shop_has_its_own_fields() -> None:
    item = a_sandwich_call().add("a large ham roll with no cress")["item"]
    assert (item["filling"], item["greens"], item["price"]) == ("ham", ["rocket"], 15.0)
    assert (item["crisps_size"], item["crisps_salt"], item["drink_brand"]) == (None, None, None)
    assert "salads" not in item


def test_of_two_items_the_caller_is_asked_which() -> None:
    call = PhoneCall()
    reply = call.tool("quickAddItem", description="a kebab or an hsp")
    assert (reply["ok"], reply["message"]) == (False, "Which would you like, the Kebab or the HSP?")
    assert call.cart == []
