"""What it costs and why, read back in words; and meals, with every choice kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.phone_call import CALLER, PhoneCall


def a_call_with(*words: str) -> PhoneCall:
    call = PhoneCall()
    for one in words:
        assert call.add(one)["ok"]
    return call


def test_the_price_is_told_with_its_tax_and_its_reasons() -> None:
    reply = a_call_with("two large lamb kebabs with lettuce, extra garlic and cheese", "a coke").tool("priceCart")
    assert (reply["subtotal"], reply["gst"], reply["total"], reply["itemCount"]) == (36.5, 3.32, 36.5, 3)
    line = reply["breakdown"][0]
    assert (line["rule"], line["price"], line["lineTotal"], line["quantity"]) == ("base", 16.5, 33.0, 2)
    assert [(step["rule"], step["amount"]) for step in line["amounts"]] == [
        ("base", 15.0),
        ("helping", 0.5),
        ("option", 1.0),
    ]


def test_the_amounts_of_a_line_are_its_price() -> None:
    reply = a_call_with("large lamb kebab meal with cheese", "small chips", "a hsp").tool("priceCart")
    explained = [(line["price"], sum(step["amount"] for step in line["amounts"])) for line in reply["breakdown"]]
    assert explained == [(23.0, 23.0), (5.0, 5.0), (None, 0)]
    assert [line["rule"] for line in reply["breakdown"]] == ["deal", "base", "open"]


def test_a_deal_that_the_cart_makes_is_suggested_with_what_it_saves() -> None:
    call = a_call_with("large lamb kebab", "small chips", "a fanta")
    reply = call.tool("priceCart")
    assert [(one["deal"], one["saves"], one["itemIndices"]) for one in reply["suggestions"]] == [
        ("Kebab meal", 1.5, [0, 1, 2])
    ]
    assert "one dollar fifty less" in reply["message"]


def test_what_is_in_no_deal_is_not_suggested() -> None:
    assert a_call_with("a water").tool("priceCart")["suggestions"] == []


def test_an_empty_cart_costs_nothing() -> None:
    reply = PhoneCall().tool("priceCart")
    assert (reply["ok"], reply["total"], reply["gst"], reply["breakdown"], reply["suggestions"]) == (True, 0, 0, [], [])


def test_on_a_public_holiday_the_surcharge_stands_apart() -> None:
    call = a_call_with("large lamb kebab")
    shop = call.shop.data.shop
    today = replace(shop.surcharge, on=True, dates=(dt.date(2026, 11, 23),))
    call.shop.data = replace(call.shop.data, shop=replace(shop, surcharge=today))
    reply = call.tool("priceCart")
    assert (reply["subtotal"], reply["surcharge"], reply["total"], reply["gst"]) == (15.0, 1.5, 16.5, 1.5)
    assert "public holiday surcharge" in call.tool("getOrderSummary")["summary"]


def test_a_surcharge_is_off_unless_the_shop_says_so() -> None:
    assert "surcharge" not in a_call_with("large lamb kebab").tool("priceCart")


def test_the_summary_reads_equal_lines_once_and_says_the_total_and_the_time() -> None:
    call = a_call_with("a coke", "a coke", "large chips")
    call.tool("setPickupTime", requestedTime="6:30 pm")
    reply = call.tool("getOrderSummary")
    assert reply["summary"] == (
        "Two Coca-Cola cans and one large chips with the usual chicken salt. "
        "That's sixteen dollars in all. It will be ready at six thirty pm."
    )
    assert (reply["total"], reply["itemCount"]) == (16.0, 3)


def test_the_summary_asks_for_what_is_still_open() -> None:
    reply = a_call_with("a chicken kebab").tool("getOrderSummary")
    assert reply["message"].endswith("For the chicken kebab: small or large?")


def test_an_empty_order_has_a_summary_too() -> None:
    assert PhoneCall().tool("getOrderSummary")["summary"] == "There is nothing in the order yet. What would you like?"


def test_a_meal_made_afterwards_keeps_every_choice() -> None:
    call = a_call_with("small lamb kebab, no onion, extra chilli, cheese")
    reply = call.tool("convertItemsToMeals", itemIndices=[0], drinkBrand="sprite", chipsSize="large", chipsSalt="none")
    line = reply["cart"][0]
    assert (line["salads"], line["sauces"], line["extras"]) == (["lettuce", "tomato"], ["extra chilli"], ["cheese"])
    assert (line["drink_brand"], line["chips_size"], line["chips_salt"]) == ("sprite", "large", "none")
    assert (line["is_combo"], line["price"], reply["convertedCount"]) == (True, 21.5, 1)


def test_a_meal_without_more_said_has_the_usual_and_says_so() -> None:
    reply = a_call_with("large lamb kebab with lettuce and garlic").tool("convertItemsToMeals")
    line = reply["cart"][0]
    assert (line["drink_brand"], line["chips_size"], line["chips_salt"]) == ("coca-cola", "small", "chicken")
    assert {"drink_brand", "chips_size"} <= set(reply["assumed"])


def test_what_the_cart_holds_already_becomes_the_meals() -> None:
    call = a_call_with("2 large lamb kebabs", "2 cokes", "2 small chips")
    reply = call.tool("convertItemsToMeals", itemIndices=[0])
    assert (reply["total"], reply["convertedCount"], reply["savings"]) == (44.0, 2, 3.0)
    assert call.names == ["2 Large Lamb Kebab Meal"]


def test_without_an_index_all_that_can_be_a_meal_becomes_one() -> None:
    call = a_call_with("large lamb kebab", "a water", "small chicken hsp", "lamb gozleme")
    reply = call.tool("convertItemsToMeals")
    assert (reply["convertedCount"], reply["total"]) == (3, 65.0)


@pytest.mark.parametrize(
    ("cart", "args"),
    (
        ("a water", {}),
        ("a water", {"itemIndices": [0]}),
        ("large lamb kebab meal", {"itemIndices": [0]}),
        ("lamb gozleme", {"itemIndices": [0], "chipsSize": "large"}),
        ("large lamb kebab", {"itemIndices": [0], "drinkBrand": "beer"}),
        ("large lamb kebab", {"itemIndices": [0], "chipsSize": "huge"}),
        ("large lamb kebab", {"itemIndices": [5]}),
        ("large lamb kebab", {"itemIndices": ["x"]}),
        ("large lamb kebab", {"itemIndices": [-1]}),
    ),
)
def test_what_can_be_no_meal_is_refused_and_stays(cart: str, args: dict[str, Any]) -> None:
    call = a_call_with(cart)
    before = call.state.cart
    reply = call.tool("convertItemsToMeals", **args)
    assert (reply["ok"], call.state.cart) == (False, before)
    assert reply["error"]


def test_of_several_the_ones_that_no_deal_is_for_are_named() -> None:
    reply = a_call_with("large lamb kebab", "a water").tool("convertItemsToMeals", itemIndices=[0, 1])
    assert (reply["convertedCount"], reply["notConverted"]) == (1, ["Water 500 ml"])


def test_meals_of_an_empty_cart_are_refused() -> None:
    assert not PhoneCall().tool("convertItemsToMeals")["ok"]


def test_a_meal_made_of_a_placed_order_changes_the_order() -> None:
    call = a_call_with("large lamb kebab")
    call.tool("setPickupTime", requestedTime="in 30 minutes")
    call.tool("createOrder", customerName="Ana", customerPhone=CALLER)
    assert call.tool("convertItemsToMeals")["amended"] is True
    assert [order.quote.total.cents for order in call.store.orders] == [2200]
