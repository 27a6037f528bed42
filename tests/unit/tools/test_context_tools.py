"""The moment: open or closed, who calls, and how a call ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kebabalab.models.call import CallState
from kebabalab.models.cart import Cart
from kebabalab.models.facts import Facts
from kebabalab.models.item import LineItem
from kebabalab.models.order import OrderNumber, PastOrder, Status
from kebabalab.models.shop import Hours, Window
from kebabalab.tools.context_tools import check_open, end_call, get_caller_smart_context
from kebabalab.validators.schemas_orders import EndCall, NoArguments
from tests.sandwich_bar import CALLER, MENU, NOW, SHOP, a_drink, a_line, a_roll, an_order

FACTS = Facts(NOW, MENU, SHOP)
CALL = CallState("c1", CALLER)
LATE = Hours({4: (Window(660, 1560),), 5: (Window(660, 1560),)})


def a_past_order(*lines: LineItem, day: int = 5, number: int = 3) -> PastOrder:
    order = an_order(*lines)
    # As a store keeps it: the evening before, in UTC.
    placed = NOW.replace(month=1, day=day, hour=8).astimezone(dt.UTC)
    return PastOrder(
        OrderNumber(dt.date(2026, 1, day), number),
        Status.COLLECTED,
        placed,
        "Ayşe",
        order.quote.total.cents,
        order.item_count,
        order.lines,
        order.quote,
    )


HISTORY = (
    a_past_order(a_roll(2), a_drink(), day=9),
    a_past_order(a_drink(3), day=7),
    a_past_order(a_line("eclair"), day=5),
    a_past_order(a_line("eclair"), day=2),
)


def test_an_open_shop_says_until_when() -> None:
    assert check_open(CALL, NoArguments(), FACTS).reply == {
        "ok": True,
        "message": "We are open until eleven pm.",
        "isOpen": True,
        "currentTime": "18:00",
        "openTime": "11:00",
        "closeTime": "23:00",
        "nextOpen": None,
    }


def test_a_closed_shop_says_when_it_opens() -> None:
    facts = replace(FACTS, now=NOW.replace(hour=23, minute=5))
    assert check_open(CALL, NoArguments(), facts).reply == {
        "ok": True,
        "message": "We are closed right now, and open tomorrow at eleven am. You can order for then.",
        "isOpen": False,
        "currentTime": "23:05",
        "openTime": "11:00",
        "closeTime": "23:00",
        "nextOpen": "2026-11-24T11:00:00+11:00",
    }


def test_one_in_the_morning_is_within_the_night_before() -> None:
    saturday = dt.datetime(2026, 11, 28, 1, 0, tzinfo=SHOP.zone)
    reply = check_open(CALL, NoArguments(), replace(FACTS, now=saturday, shop=replace(SHOP, hours=LATE))).reply
    assert (reply["isOpen"], reply["openTime"], reply["closeTime"]) == (True, "11:00", "02:00")
    assert reply["message"] == "We are open until two am."


def test_a_shop_that_never_opens_says_so() -> None:
    reply = check_open(CALL, NoArguments(), replace(FACTS, shop=replace(SHOP, hours=Hours({})))).reply
    assert (reply["isOpen"], reply["openTime"], reply["nextOpen"]) == (False, None, None)
    assert reply["message"] == "We are closed until further notice."


def test_a_returning_caller_is_known_by_what_they_ordered() -> None:
    reply = get_caller_smart_context(CALL, NoArguments(), replace(FACTS, history=HISTORY, order_count=12)).reply
    greeting = (
        "Welcome back to The Sandwich Bar, Ayşe. "
        "Would you like two large ham rolls and one Fizz bottle again, or something else?"
    )
    assert reply == {
        "ok": True,
        "message": greeting,
        "phone": CALLER,
        "isReturningCustomer": True,
        "orderCount": 12,
        "orderHistory": [
            {"orderNumber": "20260109-003", "total": 33.5, "date": "2026-01-09", "itemCount": 3},
            {"orderNumber": "20260107-003", "total": 10.5, "date": "2026-01-07", "itemCount": 3},
            {"orderNumber": "20260105-003", "total": 3.1, "date": "2026-01-05", "itemCount": 1},
        ],
        "mostOrderedItem": "Fizz bottle",
        "greetingSuggestion": greeting,
        "canRepeatOrder": True,
        "customerName": "Ayşe",
    }


def test_a_new_caller_is_greeted_as_the_shop_greets() -> None:
    facts = replace(FACTS, shop=replace(SHOP, greeting="Good evening, what can I get you?"))
    reply = get_caller_smart_context(CALL, NoArguments(), facts).reply
    assert reply["greetingSuggestion"] == "Good evening, what can I get you?"
    assert (reply["isReturningCustomer"], reply["orderCount"], reply["orderHistory"]) == (False, 0, [])
    assert (reply["mostOrderedItem"], reply["canRepeatOrder"], reply["customerName"]) == (None, False, None)


def test_a_shop_without_a_greeting_has_one() -> None:
    reply = get_caller_smart_context(CALL, NoArguments(), FACTS).reply
    assert reply["message"] == "Hello, this is The Sandwich Bar. What can I get for you?"


def test_a_withheld_number_is_nobodys() -> None:
    facts = replace(FACTS, history=HISTORY, order_count=12)
    reply = get_caller_smart_context(replace(CALL, caller=""), NoArguments(), facts).reply
    assert (reply["phone"], reply["isReturningCustomer"], reply["orderCount"]) == ("unknown", False, 0)
    assert (reply["orderHistory"], reply["canRepeatOrder"], reply["customerName"]) == ([], False, None)


def test_a_long_usual_is_not_read_out_in_a_greeting() -> None:
    order = a_past_order(a_roll(), a_drink(), a_line("eclair"), a_line("water"))
    reply = get_caller_smart_context(CALL, NoArguments(), replace(FACTS, history=(order,))).reply
    assert "Would you like your last order again, or something else?" in str(reply["greetingSuggestion"])


def test_a_usual_that_is_not_sold_any_more_is_not_offered_by_name() -> None:
    facts = replace(FACTS, history=HISTORY, menu=replace(MENU, items=MENU.items[:1]))
    assert "your last order again" in str(get_caller_smart_context(CALL, NoArguments(), facts).reply["message"])


def test_the_call_ends_with_a_goodbye() -> None:
    assert end_call(CALL, EndCall(reason="done"), FACTS).reply == {
        "ok": True,
        "message": "Thank you for calling The Sandwich Bar. Goodbye.",
        "endCall": True,
    }


@pytest.mark.parametrize("placed", (True, False))
def test_an_order_that_was_not_placed_is_not_left_unsaid(placed: bool) -> None:
    state = replace(CALL, cart=Cart().add([a_drink()]), placed=an_order(a_drink()) if placed else None)
    assert ("has not been placed" in str(end_call(state, EndCall(), FACTS).reply["message"])) is not placed
