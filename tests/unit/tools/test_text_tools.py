"""Receipts and the menu's link go by text to the caller's own number, once, and not without end."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kebabalab.models.call import CallState, QueueText
from kebabalab.models.cart import Cart
from kebabalab.models.errors import NoMenuLink, NothingPlaced, NotYourNumber, PhoneRefused, TakesNoTexts, TooManyTexts
from kebabalab.models.facts import Facts
from kebabalab.models.order import OrderNumber, PastOrder, Pickup, Status
from kebabalab.tools.order_tools import create_order
from kebabalab.tools.text_tools import send_menu_link, send_receipt
from kebabalab.validators.schemas_orders import CreateOrder, SendText
from tests.sandwich_bar import CALLER, MENU, NOW, OTHER, SHOP, a_drink, an_order

FACTS = Facts(NOW, MENU, SHOP, next_number=OrderNumber(NOW.date(), 47))
CALL = CallState("c1", CALLER, Cart().add([a_drink()]), Pickup(NOW + dt.timedelta(minutes=15)))
PLACED = create_order(CALL, CreateOrder(customer_name="José"), FACTS).state
ORDER = an_order(a_drink(2))
PAST = PastOrder(OrderNumber(dt.date(2026, 1, 5), 3), Status.COLLECTED, NOW, "José", 700, 2, ORDER.lines, ORDER.quote)


def test_the_receipt_of_the_order_just_placed_is_queued() -> None:
    outcome = send_receipt(PLACED, SendText(), FACTS)
    (text,) = outcome.effects
    assert isinstance(text, QueueText)
    assert (text.kind, text.to, text.order_id) == ("receipt", CALLER, "20261123-047")
    assert text.body.startswith("TAX INVOICE")
    assert outcome.reply == {
        "ok": True,
        "message": "The receipt for order number forty seven is on its way by text.",
        "queued": True,
        "orderNumber": "20261123-047",
    }


def test_without_an_order_in_this_call_it_is_the_latest_ones() -> None:
    outcome = send_receipt(CALL, SendText(), replace(FACTS, history=(PAST,)))
    assert outcome.reply["orderNumber"] == "20260105-003"


def test_a_cancelled_order_has_no_receipt() -> None:
    with pytest.raises(NothingPlaced):
        send_receipt(PLACED, SendText(), replace(FACTS, placed_status=Status.CANCELLED))


def test_a_caller_with_no_order_is_told() -> None:
    with pytest.raises(NothingPlaced):
        send_receipt(CALL, SendText(), FACTS)


def test_history_is_nobodys_when_the_number_is_withheld() -> None:
    with pytest.raises(NothingPlaced):
        send_receipt(replace(CALL, caller=""), SendText(), replace(FACTS, history=(PAST,)))


def test_the_menus_link_is_queued() -> None:
    outcome = send_menu_link(CALL, SendText(), FACTS)
    assert outcome.effects == (QueueText("menu_link", CALLER, "The Sandwich Bar menu: https://bar.example/menu"),)
    assert outcome.reply["queued"] is True


def test_the_same_link_is_texted_once_and_called_queued_again() -> None:
    once = send_menu_link(CALL, SendText(), FACTS)
    again = send_menu_link(once.state, SendText(phone_number="0491 570 006"), FACTS)
    assert (again.effects, again.state, again.reply["queued"]) == ((), once.state, True)


def test_the_same_receipt_is_texted_once() -> None:
    once = send_receipt(PLACED, SendText(), FACTS)
    assert send_receipt(once.state, SendText(), FACTS).effects == ()


def test_the_receipt_of_a_changed_order_is_another_one() -> None:
    once = send_receipt(PLACED, SendText(), FACTS).state
    changed = create_order(replace(once, cart=once.cart.add([a_drink()])), CreateOrder(), FACTS).state
    assert len(send_receipt(changed, SendText(), FACTS).effects) == 1


def test_a_shop_without_a_page_sends_no_link() -> None:
    with pytest.raises(NoMenuLink):
        send_menu_link(CALL, SendText(), replace(FACTS, shop=replace(SHOP, website="")))


def test_no_stranger_is_texted() -> None:
    with pytest.raises(NotYourNumber):
        send_menu_link(CALL, SendText(phone_number="0491 570 156"), FACTS)


def test_a_number_that_was_ordered_for_in_this_call_can_be_texted() -> None:
    state = create_order(CALL, CreateOrder(customer_name="José", customer_phone="0491 570 156"), FACTS).state
    (text,) = send_receipt(state, SendText(phone_number="0491570156"), FACTS).effects
    assert isinstance(text, QueueText)
    assert text.to == OTHER


def test_a_withheld_number_that_ordered_is_texted_where_it_ordered_for() -> None:
    args = CreateOrder(customer_name="José", customer_phone="0491 570 156")
    state = create_order(replace(CALL, caller=""), args, FACTS).state
    (text,) = send_menu_link(state, SendText(), FACTS).effects
    assert isinstance(text, QueueText)
    assert text.to == OTHER


@pytest.mark.parametrize("asked", ("", "+61...", "caller"))
def test_a_withheld_number_is_asked_for(asked: str) -> None:
    with pytest.raises(PhoneRefused) as refused:
        send_menu_link(replace(CALL, caller=""), SendText(phone_number=asked), FACTS)
    assert refused.value.missing


def test_a_landline_is_not_texted() -> None:
    with pytest.raises(TakesNoTexts):
        send_menu_link(replace(CALL, caller="+61255501234"), SendText(), FACTS)


def test_a_call_sends_five_texts_and_no_more() -> None:
    with pytest.raises(TooManyTexts):
        send_menu_link(replace(CALL, texts_sent=5), SendText(), FACTS)


def test_an_order_is_placed_without_a_text_when_the_texts_are_used_up() -> None:
    outcome = create_order(replace(CALL, texts_sent=5), CreateOrder(customer_name="José"), FACTS)
    assert [one.kind for one in outcome.effects if isinstance(one, QueueText)] == ["ticket"]
    assert str(outcome.reply["message"]).endswith("Sorry, I can't send any more texts in this call.")
