"""A tool is given what it declared a need for, of the caller it may know of, and nothing else is read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kebabalab.db.memory import OpenedMemoryCall
from kebabalab.models.shop import HolidaySurcharge
from kebabalab.tools.lexicons import Lexicons
from kebabalab.tools.ports import own_dates
from tests.phone_call import CALLER, PhoneCall
from tests.sandwich_bar import MENU

STRANGER = "+61491570156"


@pytest.fixture
def nothing_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store in which whatever is read beside the call itself fails the test."""

    def read(*_: object) -> None:
        raise AssertionError("read without need")

    for name in ("history", "order_count", "waiting_orders", "next_number", "numbers", "texts_since"):
        monkeypatch.setattr(OpenedMemoryCall, name, read)


@pytest.mark.usefixtures("nothing_to_read")
def test_for_the_cart_nothing_is_read_but_the_call() -> None:
    call = PhoneCall()
    call.add("large lamb kebab")
    call.edit(0, size="small")
    call.tool("convertItemsToMeals")
    call.tool("priceCart")
    assert call.tool("getOrderSummary")["total"] == 17.0


@pytest.mark.usefixtures("nothing_to_read")
def test_for_an_order_whose_arguments_are_wrong_no_number_is_taken() -> None:
    assert not PhoneCall().tool("createOrder", sendSMS="perhaps")["ok"]


def test_after_an_order_what_may_change_it_looks_at_its_numbers_and_a_mere_look_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    call = a_store_with_an_order_of(CALLER)
    call.store.opt_out(CALLER)
    assert "no more texts" in call.add("a coke")["message"]

    def read(*_: object) -> None:
        raise AssertionError("read without need")

    for name in ("numbers", "texts_since"):
        monkeypatch.setattr(OpenedMemoryCall, name, read)
    assert call.tool("getCartState")["itemCount"] == 3
    assert call.tool("getOrderSummary")["ok"]


def a_store_with_an_order_of(caller: str) -> PhoneCall:
    call = PhoneCall("call:before", caller)
    call.add("2 cokes")
    call.tool("setPickupTime", requestedTime="in 30 minutes")
    assert call.tool("createOrder", customerName="Ana")["ok"]
    return call


def test_a_caller_gets_their_own_latest_order_again() -> None:
    before = a_store_with_an_order_of(CALLER)
    call = PhoneCall("call:after", CALLER, store=before.store)
    assert call.tool("repeatLastOrder")["items"][0]["name"] == "Coca-Cola can"


def test_nobody_gets_a_strangers_order_by_its_number() -> None:
    before = a_store_with_an_order_of(STRANGER)
    call = PhoneCall("call:after", CALLER, store=before.store)
    reply = call.tool("repeatLastOrder", phoneNumber=STRANGER)
    assert (reply["ok"], call.cart) == (False, [])


def test_in_one_message_each_tool_gets_the_history_that_it_may_see() -> None:
    before = a_store_with_an_order_of(STRANGER)
    call = PhoneCall("call:after", CALLER, store=before.store)
    context, repeated, again = call.tools(
        ("getCallerSmartContext", {}), ("repeatLastOrder", {"phoneNumber": STRANGER}), ("repeatLastOrder", {})
    )
    assert (context["orderCount"], repeated["ok"], again["ok"]) == (0, False, False)


def test_the_kitchens_load_moves_the_estimate() -> None:
    call = PhoneCall()
    call.add("a coke")
    assert call.tool("estimateReadyTime")["estimatedMinutes"] == 15
    a_busy_kitchen = a_store_with_an_order_of(STRANGER).store
    later = PhoneCall("call:after", store=a_busy_kitchen)
    later.add("a coke")
    assert later.tool("estimateReadyTime")["estimatedMinutes"] == 16


def test_without_a_calendar_the_shops_own_dates_are_the_holidays() -> None:
    day = dt.date(2026, 11, 23)
    surcharge = HolidaySurcharge(on=True, percent=10, country="AU", subdivision="VIC", dates=(day,))
    assert own_dates(surcharge, day)
    assert not own_dates(replace(surcharge, not_on=(day,)), day)


def test_a_surcharge_that_is_off_asks_no_calendar() -> None:
    def calendar(surcharge: HolidaySurcharge, day: dt.date) -> bool:
        raise AssertionError("asked without need")

    assert PhoneCall(holidays=calendar).add("a coke")["total"] == 3.5


def test_a_menus_lexicon_is_built_once() -> None:
    lexicons = Lexicons()
    first = lexicons.of(MENU)
    assert lexicons.of(replace(MENU)) is first
    assert lexicons.of(replace(MENU, version="next")) is not first
