"""What staff change of an order is priced again, recorded, and told to the caller and the kitchen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kebabalab.models.errors import (
    CartEmpty,
    KitchenHasBegun,
    NoSuchLine,
    NotesRefused,
    NotOnTheMenu,
    QuantityOutOfRange,
    StatusNotPossible,
)
from kebabalab.models.facts import Facts
from kebabalab.models.money import Money
from kebabalab.models.order import Order, OrderEvent, Status
from kebabalab.models.order_change import By, OrderChange
from kebabalab.tools.staff_changes import Amendment, amended, explained, told, with_status
from tests.sandwich_bar import CALLER, MENU, NOW, SHOP, a_drink, a_roll, an_order

ANA = By("staff:ana", NOW, "out of bread")
FACTS = Facts(NOW, MENU, SHOP)
ORDER = an_order(a_roll(2, greens="cress"), a_drink(), notes="NO NUTS")
PREPARING, READY = replace(ORDER, status=Status.PREPARING), replace(ORDER, status=Status.READY)
LANDLINE = "+61255501234"


def turned(order: Order, after: Status, *, caller: bool = True, by: By = ANA) -> OrderChange:
    change = with_status(order, after, by)
    assert change is not None
    return told(change, SHOP, by, caller=caller)


def changed(wish: Amendment, order: Order = ORDER, facts: Facts = FACTS, *, caller: bool = True) -> OrderChange:
    change = amended(order, wish, ANA, facts, caller=caller)
    assert change is not None
    return change


def receivers(change: OrderChange) -> list[tuple[str, str]]:
    return [(text.kind, text.to) for text in change.texts]


def test_a_change_of_state_says_who_when_before_and_after() -> None:
    change = turned(ORDER, Status.CANCELLED)
    assert change.order == replace(ORDER, status=Status.CANCELLED)
    assert change.event == OrderEvent(
        "20261123-047", NOW, "staff:ana", "status", "received", "cancelled (out of bread)"
    )


@pytest.mark.parametrize(
    ("before", "after", "texts"),
    (
        (ORDER, Status.PREPARING, []),
        (PREPARING, Status.READY, [("ready", CALLER)]),
        (READY, Status.COLLECTED, []),
        (READY, Status.CANCELLED, [("ticket", ""), ("cancelled", CALLER)]),
    ),
    ids=("preparing", "ready", "collected", "cancelled"),
)
def test_who_is_told_of_a_state(before: Order, after: Status, texts: list[tuple[str, str]]) -> None:
    assert receivers(turned(before, after)) == texts


def test_the_caller_of_a_cancelled_order_is_told_why_and_the_kitchen_that_it_is_off() -> None:
    ticket, text = turned(ORDER, Status.CANCELLED).texts
    assert ticket.body.startswith("#047 CANCELLED\n")
    assert "is cancelled. out of bread" in text.body


@pytest.mark.parametrize("phone", (LANDLINE, ""))
def test_a_phone_that_takes_no_texts_gets_none(phone: str) -> None:
    assert receivers(turned(replace(PREPARING, phone=phone), Status.READY)) == []
    assert receivers(changed(Amendment(notes="x"), replace(ORDER, phone=phone))) == [("ticket", "")]


def test_staff_can_leave_the_caller_alone() -> None:
    assert receivers(turned(ORDER, Status.CANCELLED, caller=False)) == [("ticket", "")]
    assert receivers(changed(Amendment(notes="x"), caller=False)) == [("ticket", "")]


def test_an_order_is_not_turned_to_what_it_is() -> None:
    assert with_status(READY, Status.READY, ANA) is None


@pytest.mark.parametrize(
    ("before", "after"),
    ((Status.COLLECTED, Status.CANCELLED), (Status.CANCELLED, Status.READY), (Status.RECEIVED, Status.READY)),
)
def test_a_state_that_can_not_follow_is_refused(before: Status, after: Status) -> None:
    with pytest.raises(StatusNotPossible):
        with_status(replace(ORDER, status=before), after, ANA)


def test_a_line_with_another_quantity_is_priced_again_with_the_whole_order() -> None:
    order = changed(Amendment(0, 1)).order
    assert [(sold.name, sold.line.quantity) for sold in order.lines] == [("Large Ham Roll", 1), ("Fizz bottle", 1)]
    assert (order.quote.total, order.quote.tax, order.revision) == (Money(1850), Money(168), 2)
    assert order.fingerprint != ORDER.fingerprint


def test_a_line_taken_out_is_gone_and_the_others_stay_as_they_were_sold() -> None:
    order = changed(Amendment(0, 0)).order
    assert order.lines == ORDER.lines[1:]
    assert order.quote.total == Money(350)


def test_other_notes_cost_nothing() -> None:
    order = changed(Amendment(notes="at the door")).order
    assert (order.notes, order.quote) == ("at the door", ORDER.quote)
    assert changed(Amendment(notes="none")).order.notes == ""


def test_a_change_of_what_is_ordered_is_told_and_recorded_with_before_and_after() -> None:
    change = changed(Amendment(0, 1))
    assert receivers(change) == [("ticket", ""), ("changed", CALLER)]
    assert change.texts[0].body.startswith("#047 CHANGED 2\n")
    assert "Total $18.50" in change.texts[1].body
    assert (change.event.who, change.event.what) == ("staff:ana", "amended")
    assert "3 items, 33.50" in change.event.before
    assert "2 items, 18.50" in change.event.after
    assert change.event.after.endswith("(out of bread)")


def test_what_changes_nothing_is_no_change() -> None:
    assert amended(ORDER, Amendment(0, 2), ANA, FACTS) is None
    assert amended(ORDER, Amendment(notes="NO NUTS"), ANA, FACTS) is None


def test_a_surcharge_stays_on_the_order_that_has_it() -> None:
    holiday = replace(ORDER, quote=replace(ORDER.quote, surcharge=Money(335), surcharge_label="holiday"))
    quote = changed(Amendment(0, 1), holiday).order.quote
    assert (quote.surcharge, quote.surcharge_label, quote.total) == (Money(185), "holiday", Money(2035))


@pytest.mark.parametrize("status", (Status.PREPARING, Status.READY, Status.COLLECTED, Status.CANCELLED))
def test_an_order_that_the_kitchen_has_begun_is_not_changed(status: Status) -> None:
    with pytest.raises(KitchenHasBegun):
        amended(replace(ORDER, status=status), Amendment(0, 1), ANA, FACTS)


def test_an_order_of_which_nothing_is_left_is_refused() -> None:
    with pytest.raises(CartEmpty):
        amended(an_order(a_drink()), Amendment(0, 0), ANA, FACTS)


@pytest.mark.parametrize("index", (-1, 2))
def test_a_line_that_there_is_not_is_refused(index: int) -> None:
    with pytest.raises(NoSuchLine):
        amended(ORDER, Amendment(index, 1), ANA, FACTS)


def test_more_than_can_be_ordered_is_refused() -> None:
    with pytest.raises(QuantityOutOfRange):
        amended(ORDER, Amendment(0, 51), ANA, FACTS)


def test_notes_that_a_text_could_not_hold_are_refused() -> None:
    with pytest.raises(NotesRefused):
        amended(ORDER, Amendment(notes="a\x00b"), ANA, FACTS)


def test_a_line_that_the_menu_has_no_price_for_any_more_is_refused_unless_it_goes() -> None:
    without_drinks = replace(FACTS, menu=replace(MENU, items=MENU.items[:2]))
    with pytest.raises(NotOnTheMenu):
        amended(ORDER, Amendment(0, 1), ANA, without_drinks)
    assert changed(Amendment(1, 0), facts=without_drinks).order.quote.total == Money(3000)


def test_the_price_is_explained_line_by_line() -> None:
    order = changed(Amendment(0, 1)).order
    assert explained(order.quote, order.lines) == (
        "1 x Large Ham Roll: 15.00 (large ham Roll 15.00)",
        "1 x Fizz bottle: 3.50 (Fizz bottle 3.50)",
    )
