"""The tools that text something to the caller: the receipt, the menu's page."""

from __future__ import annotations

from kebabalab.language import say, texts
from kebabalab.models.call import CallState, QueueText
from kebabalab.models.errors import NoMenuLink, NothingPlaced
from kebabalab.models.facts import Facts
from kebabalab.models.order import Order, PastOrder
from kebabalab.tools import amending, texting
from kebabalab.tools.outcome import Outcome
from kebabalab.validators.schemas_orders import SendText


def send_receipt(state: CallState, args: SendText, facts: Facts) -> Outcome:
    """Text the receipt, with the tax in it, of the order placed in this call, or of the caller's latest one.

    Only when the caller asks for a receipt; it is not the menu's link. It goes to the caller's own number.
    """
    order = _order(state, facts)
    to = texting.receiver(state, args.phone_number, facts.shop)
    revision = order.revision if isinstance(order, Order) else 1
    text = QueueText("receipt", to, texts.receipt(order, facts.shop), order.number.id)
    done = texting.sent_once(state, text, f"{order.number.id}/{revision}", facts)
    message = f"the receipt for {say.order_number(order.number)} is on its way by text"
    reply = {"ok": True, "message": say.sentence(message), **done.reply, "orderNumber": order.number.id}
    return Outcome(done.state, reply, done.effects)


def send_menu_link(state: CallState, args: SendText, facts: Facts) -> Outcome:
    """Text the link to the menu. Only when the caller asks to see the menu; it goes to the caller's own number."""
    body = texts.menu_link(facts.shop)
    if not body:
        raise NoMenuLink
    to = texting.receiver(state, args.phone_number, facts.shop)
    done = texting.sent_once(state, QueueText("menu_link", to, body), facts.shop.id, facts)
    reply = {"ok": True, "message": "The link to our menu is on its way by text.", **done.reply}
    return Outcome(done.state, reply, done.effects)


def _order(state: CallState, facts: Facts) -> Order | PastOrder:
    """The order placed in this call, else the latest of the caller's own number. Raises NothingPlaced."""
    placed = amending.standing(state, facts)
    if placed is not None:
        return placed
    if not state.caller or not facts.history:
        raise NothingPlaced
    return facts.history[0]
