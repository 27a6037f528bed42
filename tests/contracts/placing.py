"""Orders for the tests of the stores, and their placing as a webhook does it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kebabalab.models.call import AmendOrder, Answer, CallState, PlaceOrder, QueueText
from kebabalab.models.money import Money
from kebabalab.models.order import Order, OrderEvent, OrderLine, OrderNumber, Pickup, Status
from kebabalab.models.quote import LineQuote, PriceStep, Quote
from kebabalab.tools.ports import Calls, OpenedCall
from tests import builders

NOW = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 23)
CALLER, OTHER = "+61491570006", "+61491570156"
SOON = dt.timedelta(minutes=15)


def after(**passed: float) -> dt.datetime:
    """So much later than NOW."""
    return NOW + dt.timedelta(**passed)


def an_order(
    number: OrderNumber, phone: str = CALLER, at: dt.datetime = NOW, pickup: dt.datetime | None = None
) -> Order:
    """An order of one roll, at six dollars and fifty cents."""
    line = builders.line("roll", 2, "l1", filling="cheese", sauces=("extra relish",))
    steps = (PriceStep("base", "roll", Money(300)), PriceStep("helping", "extra relish", Money(25)))
    return Order(
        number=number,
        call_key="call:a",
        shop_id="shop",
        customer_name="Ana O’Brien",
        phone=phone,
        notes="no nuts",
        lines=(OrderLine(line, "Cheese Roll", ("extra relish",)),),
        quote=Quote(
            (LineQuote("l1", 2, Money(325), Money(650), steps),), Money(650), Money(0), "", Money(59), Money(650), "v1"
        ),
        pickup=Pickup(pickup or at + SOON, asap=pickup is None),
        status=Status.RECEIVED,
        placed_at=at,
        fingerprint="f1",
    )  # fmt: skip


def in_cart(state: CallState, *items: str) -> CallState:
    """The call with these items in its cart."""
    return replace(state, cart=state.cart.add(builders.line(one) for one in items))


def an_answer(tool_call_id: str, body: str = '{"ok":true}') -> Answer:
    return Answer(tool_call_id, "quickAddItem", ok=True, body=body)


def place_in(opened: OpenedCall, day: dt.date = DAY, phone: str = CALLER, at: dt.datetime = NOW) -> Order:
    """Place an order in an opened call, with a text of it."""
    order = replace(an_order(opened.next_number(day), phone, at), call_key=opened.state.key)
    text = QueueText("confirmation", phone, f"Order {order.number.display}", order.number.id)
    opened.save(replace(opened.state, placed=order), (), (PlaceOrder(order), text))
    return order


def place(calls: Calls, key: str = "call:a", day: dt.date = DAY, phone: str = CALLER, at: dt.datetime = NOW) -> Order:
    """Place an order in a call."""
    with calls.open(key, phone, at) as opened:
        return place_in(opened, day, phone, at)


def amended(order: Order, notes: str) -> AmendOrder:
    """The order with other notes, one revision later."""
    event = OrderEvent(order.number.id, NOW, "caller", "amended", order.notes, notes)
    return AmendOrder(replace(order, notes=notes, revision=order.revision + 1), event)
