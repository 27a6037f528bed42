"""A placed order follows the call's cart until the kitchen begins, and stays as it was from then on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kebabalab.models.call import AmendOrder, CallState, QueueText
from kebabalab.models.cart import Cart
from kebabalab.models.errors import KitchenHasBegun
from kebabalab.models.facts import Facts
from kebabalab.models.item import LineItem
from kebabalab.models.order import OrderNumber, Pickup, Status
from kebabalab.tools import amending, texting
from kebabalab.tools.order_tools import create_order
from kebabalab.tools.outcome import Outcome
from kebabalab.validators.schemas_orders import CreateOrder
from tests.sandwich_bar import CALLER, MENU, NOW, SHOP, a_drink, a_line, a_roll

FACTS = Facts(NOW, MENU, SHOP, next_number=OrderNumber(NOW.date(), 47))
BEGUN = replace(FACTS, placed_status=Status.PREPARING)
BEFORE = CallState("c1", CALLER, Cart().add([a_roll()]), Pickup(NOW + dt.timedelta(minutes=15)))
PLACED = create_order(BEFORE, CreateOrder(customer_name="José"), FACTS).state


def added(*lines: LineItem, state: CallState = PLACED) -> Outcome:
    """What a tool that adds lines gives back."""
    return Outcome(replace(state, cart=state.cart.add(lines)), {"ok": True, "message": "Added."})


def test_before_an_order_is_placed_nothing_follows() -> None:
    outcome = added(a_drink(), state=BEFORE)
    assert amending.follow(outcome, FACTS) == outcome


def test_a_tool_that_changes_nothing_changes_no_order() -> None:
    outcome = Outcome(PLACED, {"ok": True, "message": "Here it is."})
    assert amending.follow(outcome, FACTS) == outcome


def test_what_is_added_to_a_placed_order_is_ordered_at_once() -> None:
    outcome = amending.follow(added(a_drink()), FACTS)
    assert outcome.reply == {
        "ok": True,
        "message": "Added. Order number forty seven is changed, the total is eighteen dollars fifty.",
        "orderNumber": "20261123-047",
        "displayOrderNumber": "#047",
        "amended": True,
    }
    assert outcome.state.placed is not None
    assert outcome.state.placed.item_count == 2


def test_the_changed_order_and_its_ticket_go_out() -> None:
    amended, ticket, confirmation = amending.follow(added(a_drink()), FACTS).effects
    assert isinstance(amended, AmendOrder)
    assert isinstance(ticket, QueueText)
    assert isinstance(confirmation, QueueText)
    assert (ticket.kind, confirmation.kind) == ("ticket", "changed")


def test_no_confirmation_of_a_change_goes_to_who_wanted_none() -> None:
    state = create_order(BEFORE, CreateOrder(customer_name="José", send_sms=False), FACTS).state
    effects = amending.follow(added(a_drink(), state=state), FACTS).effects
    assert [one.kind for one in effects if isinstance(one, QueueText)] == ["ticket"]


def test_a_line_with_a_choice_open_is_ordered_when_it_is_complete() -> None:
    waiting = amending.follow(added(a_line(filling="egg")), FACTS)
    assert waiting.effects == ()
    assert waiting.state.placed == PLACED.placed
    assert waiting.reply["message"] == "Added. Order number forty seven stands as it was placed until this is complete."
    complete = replace(waiting.state, cart=Cart().add([a_roll(), a_drink()]))
    assert amending.follow(Outcome(complete, {}), FACTS).reply["amended"] is True


def test_an_emptied_cart_cancels_no_order() -> None:
    outcome = amending.follow(Outcome(replace(PLACED, cart=PLACED.cart.emptied()), {"message": "Removed."}), FACTS)
    assert (outcome.effects, outcome.state.placed) == ((), PLACED.placed)


def test_once_the_kitchen_has_begun_the_cart_is_left_alone() -> None:
    with pytest.raises(KitchenHasBegun) as refused:
        amending.follow(added(a_drink()), BEGUN)
    assert refused.value.display == "#047"


def test_an_open_choice_is_refused_as_well_once_the_kitchen_has_begun() -> None:
    with pytest.raises(KitchenHasBegun):
        amending.follow(added(a_line()), BEGUN)


def test_what_staff_have_changed_meanwhile_is_not_undone_by_the_cart() -> None:
    with pytest.raises(KitchenHasBegun):
        amending.follow(added(a_drink()), replace(FACTS, placed_revision=2))
    assert amending.follow(added(a_drink()), replace(FACTS, placed_revision=1)).reply["amended"] is True


def test_a_new_cart_is_free_of_the_order_that_the_kitchen_makes() -> None:
    cleared = replace(PLACED, cart=PLACED.cart.emptied(), placed=None)
    outcome = added(a_drink(), state=cleared)
    assert amending.follow(outcome, BEGUN) == outcome


def test_changes_count_on_from_each_other() -> None:
    once = amending.follow(added(a_drink()), FACTS)
    twice = amending.follow(added(a_drink(1, "orange pop"), state=once.state), FACTS)
    assert twice.state.placed is not None
    assert (twice.state.placed.revision, twice.state.placed.item_count) == (3, 3)


def test_a_change_taken_back_is_a_change_too() -> None:
    once = amending.follow(added(a_drink()), FACTS)
    back = amending.follow(Outcome(replace(once.state, cart=PLACED.cart), {}), FACTS)
    assert back.state.placed is not None
    assert PLACED.placed is not None
    assert back.state.placed.quote.total == PLACED.placed.quote.total


def test_of_several_changes_in_one_message_the_last_texts_go_out_and_every_change_is_kept() -> None:
    once = amending.follow(added(a_drink()), FACTS)
    twice = amending.follow(added(a_drink(1, "orange pop"), state=once.state), FACTS)
    effects = texting.latest_only((*once.effects, *twice.effects))
    assert sum(isinstance(one, AmendOrder) for one in effects) == 2
    texts = [one for one in effects if isinstance(one, QueueText)]
    assert [one.kind for one in texts] == ["ticket", "changed"]
    assert texts[0].body.startswith("#047 CHANGED 3")


def test_texts_of_different_orders_are_all_kept() -> None:
    texts = (QueueText("ticket", "", "a", "1"), QueueText("ticket", "", "b", "2"), QueueText("menu_link", CALLER, "c"))
    assert texting.latest_only(texts) == texts
