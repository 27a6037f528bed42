"""One message's calls: in their order, once each, saved together; what fails costs its neighbours nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kebabalab.models.call import ToolCall
from kebabalab.models.errors import CallTooLarge
from kebabalab.models.order import Status
from tests.phone_call import PhoneCall, a_store

KEBAB = ("quickAddItem", {"description": "large lamb kebab with garlic and lettuce"})
COKE = ("quickAddItem", {"description": "2 cokes"})
ORDER = ("createOrder", {"customerName": "Ana"})
TIME = ("setPickupTime", {"requestedTime": "in 30 minutes"})


def a_call_with(*words: str) -> PhoneCall:
    call = PhoneCall()
    for one in words:
        assert call.add(one)["ok"]
    return call


def test_every_call_of_a_message_is_answered_in_order() -> None:
    replies = PhoneCall().message(
        ToolCall("a", *KEBAB), ToolCall("b", "removeCartItem", {"itemIndex": 9}), ToolCall("c", *COKE)
    )
    assert [(one["_id"], one["_ok"]) for one in replies] == [("a", True), ("b", False), ("c", True)]


def test_a_failed_tool_changes_nothing_and_its_neighbours_go_on() -> None:
    call = PhoneCall()
    call.tools(KEBAB, ("editCartItem", {"itemIndex": 0, "modifications": {"size": "small", "protein": "beef"}}), COKE)
    assert call.names == ["1 Large Lamb Kebab", "2 Coca-Cola can"]


def test_arguments_that_could_not_be_read_fail_their_own_call_only() -> None:
    call = PhoneCall()
    replies = call.message(
        ToolCall("a", "quickAddItem", {}, "The arguments can't be read: not valid JSON."), ToolCall("b", *COKE)
    )
    assert [one["ok"] for one in replies] == [False, True]
    assert "not valid JSON" in replies[0]["error"]


def test_the_same_message_again_gets_the_same_answers_and_changes_nothing() -> None:
    call = PhoneCall()
    message = (ToolCall("a", *KEBAB), ToolCall("b", *COKE))
    first = call.message(*message)
    assert call.message(*message) == first
    assert call.names == ["1 Large Lamb Kebab", "2 Coca-Cola can"]


def test_the_same_call_twice_in_one_message_runs_once() -> None:
    call = PhoneCall()
    first, second = call.message(ToolCall("a", *COKE), ToolCall("a", *COKE))
    assert first == second
    assert call.names == ["2 Coca-Cola can"]


def test_a_refusal_delivered_twice_is_the_same_refusal() -> None:
    call = PhoneCall()
    refused = call.message(ToolCall("a", "removeCartItem", {"itemIndex": 0}))
    call.add("2 cokes")
    assert call.message(ToolCall("a", "removeCartItem", {"itemIndex": 0})) == refused
    assert call.names == ["2 Coca-Cola can"]


def test_the_same_id_in_another_call_is_another_call() -> None:
    store = a_store()
    one, other = PhoneCall("call:a", store=store), PhoneCall("call:b", store=store)
    one.message(ToolCall("a", *COKE))
    other.message(ToolCall("a", *COKE))
    assert (one.names, other.names) == (["2 Coca-Cola can"], ["2 Coca-Cola can"])


def test_calls_without_an_id_each_run() -> None:
    call = PhoneCall()
    for _ in range(2):
        call.message(ToolCall("", *COKE))
    assert call.names == ["2 Coca-Cola can", "2 Coca-Cola can"]


def test_an_index_means_the_cart_as_it_was_when_the_message_arrived() -> None:
    call = a_call_with("a fanta", "a sprite", "a solo", "a lift", "a pepsi")
    call.tools(("removeCartItem", {"itemIndex": 3}), ("removeCartItem", {"itemIndex": 4}))
    assert call.names == ["1 Fanta can", "1 Sprite can", "1 Solo can"]


def test_removing_the_first_line_twice_in_one_message_removes_it_once() -> None:
    call = a_call_with("a fanta", "a sprite")
    first, second = call.tools(("removeCartItem", {"itemIndex": 0}), ("removeCartItem", {"itemIndex": 0}))
    assert (first["ok"], second["ok"]) == (True, False)
    assert call.names == ["1 Sprite can"]


def test_a_line_added_in_the_same_message_comes_after_those_that_were_there() -> None:
    call = a_call_with("a fanta", "a sprite")
    call.tools(
        ("removeCartItem", {"itemIndex": 0}),
        KEBAB,
        ("editCartItem", {"itemIndex": 2, "modifications": {"size": "small"}}),
    )
    assert call.names == ["1 Sprite can", "1 Small Lamb Kebab"]


def test_an_index_counts_from_what_is_there_in_the_next_message() -> None:
    call = a_call_with("a fanta", "a sprite")
    call.tool("removeCartItem", itemIndex=0)
    assert call.tool("removeCartItem", itemIndex=0)["removedItem"]["name"] == "Sprite can"


def test_an_order_is_placed_after_all_else_in_its_message_and_answered_in_its_place() -> None:
    call = PhoneCall()
    placed, added, agreed = call.tools(ORDER, KEBAB, TIME)
    assert (placed["ok"], added["ok"], agreed["ok"]) == (True, True, True)
    assert (placed["displayOrderNumber"], placed["total"]) == ("#001", 15.0)


def test_an_order_that_failed_leaves_no_hole_in_the_numbers() -> None:
    store = a_store()
    failed = PhoneCall("call:a", store=store)
    failed.tools(KEBAB, ORDER)
    placed = PhoneCall("call:b", store=store).tools(KEBAB, TIME, ORDER)[-1]
    assert placed["orderNumber"] == "20261123-001"


def test_the_same_order_under_a_new_id_is_the_same_order() -> None:
    call = PhoneCall()
    first = call.tools(KEBAB, TIME, ORDER)[-1]
    again = call.tools(ORDER)[0]
    assert (again["orderNumber"], again["alreadyPlaced"]) == (first["orderNumber"], True)
    assert len(call.store.orders) == 1


def test_what_is_added_after_the_order_is_added_to_it() -> None:
    call = PhoneCall()
    call.tools(KEBAB, TIME, ORDER)
    assert call.add("a coke")["amended"] is True
    assert [order.quote.total.cents for order in call.store.orders] == [1850]


def test_an_order_that_is_being_made_stays_as_it_is() -> None:
    call = PhoneCall()
    placed = call.tools(KEBAB, TIME, ORDER)[-1]
    call.store.change_status(placed["orderNumber"], Status.PREPARING, "staff:ana", call.clock.now())
    refused = call.add("a coke")
    assert not refused["ok"]
    assert call.names == ["1 Large Lamb Kebab"]


def test_a_new_cart_makes_a_second_order_of_the_same_call() -> None:
    call = PhoneCall()
    call.tools(KEBAB, TIME, ORDER)
    call.tool("clearCart")
    call.tools(COKE, TIME, ORDER)
    assert [order.number.display for order in call.store.orders] == ["#001", "#002"]


def test_one_message_of_changes_tells_the_kitchen_once() -> None:
    call = PhoneCall()
    call.tools(KEBAB, TIME, ORDER)
    call.tools(COKE, ("quickAddItem", {"description": "a fanta"}))
    tickets = [text for text in call.store.texts if text.kind == "ticket"]
    assert len(tickets) == 2
    assert "Fanta" in tickets[-1].body


@pytest.mark.parametrize("name", ("quickAddItem", "quick_add_item", "QuickAddItem", "quick-add-item"))
def test_a_tool_is_found_however_its_name_is_spelt(name: str) -> None:
    assert PhoneCall().tool(name, description="2 cokes")["ok"]


def test_an_unknown_tool_is_refused_with_the_nearest_one() -> None:
    refused = PhoneCall().tool("addItemQuick", description="2 cokes")
    assert not refused["_ok"]
    assert PhoneCall().tool("getCart")["error"] == "There is no tool named getCart. Use getCartState."


def test_an_answer_is_one_line_of_compact_json() -> None:
    reply = PhoneCall().add("2 cokes and a wíbble\u2028wobble\nand a \u0085 souvlaki")
    assert len(reply["_line"].splitlines()) == 1
    assert reply["_line"] == json.dumps(json.loads(reply["_line"]), ensure_ascii=False, separators=(",", ":"))


def test_a_state_too_large_to_keep_is_refused_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    call = a_call_with("2 cokes")

    def too_large(*_: object) -> None:
        raise CallTooLarge

    monkeypatch.setattr("kebabalab.db.memory.OpenedMemoryCall.save", too_large)
    assert [one["ok"] for one in call.tools(KEBAB, COKE)] == [False, False]
    monkeypatch.undo()
    assert call.names == ["2 Coca-Cola can"]


def test_a_menu_that_changes_between_two_messages_is_the_one_that_is_read_from() -> None:
    call = a_call_with("2 cokes")
    menu = call.shop.data.menu
    call.sell(replace(menu, version="next", items=tuple(item for item in menu.items if item.id != "hsp")))
    assert not call.add("a large lamb hsp")["item"]


def test_a_line_that_is_not_sold_any_more_can_be_taken_off() -> None:
    call = a_call_with("2 cokes", "a water")
    menu = call.shop.data.menu
    call.sell(replace(menu, version="next", items=tuple(item for item in menu.items if item.id != "water")))
    assert call.tool("removeCartItem", itemIndex=1)["ok"]
    assert call.names == ["2 Coca-Cola can"]


def test_two_withheld_numbers_share_nothing() -> None:
    store = a_store()
    PhoneCall("call:a", "", store=store).tools(KEBAB, TIME, ("createOrder", {"customerName": "Ana"}))
    other = PhoneCall("call:b", "", store=store)
    assert other.cart == []
    assert other.tool("getCallerSmartContext")["orderCount"] == 0
    assert not other.tool("repeatLastOrder")["ok"]
