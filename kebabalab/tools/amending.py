"""A placed order follows its call's cart: changed at once until the kitchen has begun, then never."""

from __future__ import annotations

from dataclasses import replace

from kebabalab.language import say
from kebabalab.models.call import AmendOrder, CallState, Effect
from kebabalab.models.errors import KitchenHasBegun
from kebabalab.models.facts import Facts
from kebabalab.models.order import Order, OrderEvent, Status
from kebabalab.tools import texting
from kebabalab.tools.guarding import refuse_numbers
from kebabalab.tools.outcome import Outcome, Reply
from kebabalab.tools.placing import Terms, fingerprint, in_short, is_complete, revised, terms_of


def standing(state: CallState, facts: Facts) -> Order | None:
    """The order placed in this call that still stands: a cancelled one is as none at all."""
    if state.placed is None or _status(state.placed, facts) is Status.CANCELLED:
        return None
    return state.placed


def follow(outcome: Outcome, facts: Facts) -> Outcome:
    """The outcome of a tool that may have changed the cart or the pickup, with the placed order changed as well.

    For each such tool, right after it. Nothing is added where no order stands, nothing of it changed, or the cart can't
    be an order yet (empty, or with choices open): then the order stands as it was placed, and the message says so.
    Raises KitchenHasBegun. The effects of a message go through texting.latest_only, so that one ticket goes out.
    """
    state = outcome.state
    placed = standing(state, facts)
    if placed is None:
        return outcome
    terms = terms_of(placed, state.pickup)
    if fingerprint(state.cart.lines, terms) == placed.fingerprint:
        return outcome
    refuse_begun(placed, facts)
    if not is_complete(state.cart.lines, facts):
        stands = f"{say.order_number(placed.number)} stands as it was placed until this is complete"
        return replace(outcome, reply=_told(outcome.reply, stands, {}))
    done = amend(state, facts, placed, terms)
    return Outcome(
        done.state, _told(outcome.reply, str(done.reply["message"]), done.reply), (*outcome.effects, *done.effects)
    )


def amend(state: CallState, facts: Facts, placed: Order, terms: Terms) -> Outcome:
    """The placed order with the cart and terms as they are now; the kitchen is told, and whoever had a confirmation.

    The reply holds `message`, the order's numbers and `amended`. Raises KitchenHasBegun, ForAPerson.
    """
    refuse_begun(placed, facts)
    refuse_numbers((state.caller, terms.phone), facts)
    order = revised(placed, state, facts, terms)
    event = OrderEvent(order.number.id, facts.now, "caller", "amended", in_short(placed), in_short(order))
    effects: list[Effect] = [AmendOrder(order, event), texting.ticket(order, facts.shop)]
    changed, no_text = with_order(state, order), ""
    if texting.was_confirmed(state, placed):
        confirmed = texting.confirmed(changed, order, facts)
        changed, effects, no_text = confirmed.state, [*effects, *confirmed.effects], str(confirmed.reply["message"])
    message = f"{say.order_number(order.number)} is changed, the total is {say.money(order.quote.total)}"
    reply: Reply = {
        "message": say.sentences((message, no_text)),
        "orderNumber": order.number.id,
        "displayOrderNumber": order.number.display,
        "amended": True,
    }
    return Outcome(changed, reply, tuple(effects))


def refuse_begun(placed: Order, facts: Facts) -> None:
    """Raise KitchenHasBegun unless the order is still waiting to be made, and is what the call knows of it.

    The cart of a call whose order staff have changed meanwhile would undo what they did.
    """
    changed_by_staff = (facts.placed_revision or 0) > placed.revision
    if changed_by_staff or _status(placed, facts) is not Status.RECEIVED:
        raise KitchenHasBegun(placed.number.display)


def with_order(state: CallState, order: Order) -> CallState:
    """The call with this order as the one it placed, its number and name known from here on."""
    numbers = state.numbers if order.phone in state.numbers else (*state.numbers, order.phone)
    return replace(state, placed=order, pickup=order.pickup, customer_name=order.customer_name, numbers=numbers)


def _status(placed: Order, facts: Facts) -> Status:
    return facts.placed_status or placed.status


def _told(reply: Reply, more: str, fields: Reply) -> Reply:
    return {**reply, **fields, "message": say.sentences((str(reply.get("message", "")), more))}
