"""The tools that promise a time, place the order, and take the usual again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from kebabalab.language import say, times
from kebabalab.models.call import CallState, Effect, PlaceOrder
from kebabalab.models.errors import (
    NameRefused,
    NoHistory,
    NotOnTheMenu,
    NotYourOrder,
    PhoneRefused,
    PickupMissing,
    PickupPassed,
    TimeNotUnderstood,
)
from kebabalab.models.facts import Facts
from kebabalab.models.item import LineItem
from kebabalab.models.money import Money
from kebabalab.models.order import Order, OrderNumber, PastOrder, Pickup
from kebabalab.models.time_request import TimeRequest
from kebabalab.rules import choosing, promise
from kebabalab.tools import amending, cart_view, texting
from kebabalab.tools.guarding import refuse_numbers
from kebabalab.tools.outcome import Outcome, Reply
from kebabalab.tools.placing import Terms, check_complete, check_to_be_had, fingerprint, order_of
from kebabalab.tools.quoting import quote_cart
from kebabalab.tools.repeating import again
from kebabalab.validators import people
from kebabalab.validators.schemas_orders import CreateOrder, NoArguments, RepeatLastOrder, SetPickupTime


def set_pickup_time(state: CallState, args: SetPickupTime, facts: Facts) -> Outcome:
    """Agree on when the caller picks the order up.

    Pass the caller's own words. Call it once the order is complete, and again only when they want another time. Never
    promise a time yourself: say the one in the answer.
    """
    request = times.read_time(args.requested_time)
    if request is None:
        raise TimeNotUnderstood(args.requested_time)
    pickup = promise.agree(facts.shop, facts.now, facts.waiting_orders, state.cart.item_count, request)
    message = f"It will be ready {say.when(pickup.at, facts.now)}"
    outcome = Outcome(
        replace(state, pickup=pickup), {"ok": True, "message": say.sentence(message), **_ready(pickup.at, facts)}
    )
    return amending.follow(outcome, facts)


def estimate_ready_time(state: CallState, args: NoArguments, facts: Facts) -> Outcome:
    """Say how long the order would take, when the caller asks before they have chosen a time.

    It promises nothing: call setPickupTime with the caller's answer.
    """
    minutes, at = promise.estimate(facts.shop, facts.now, state.cart.item_count, facts.waiting_orders)
    # "In nine hundred minutes" helps nobody: hours ahead means that the shop opens first.
    words = (
        f"in about {say.counted(minutes, 'minute', 'minutes')}, " if minutes <= facts.shop.lead.longest_estimate else ""
    )
    message = f"It would be ready {words}{say.when(at, facts.now)}"
    reply: Reply = {"ok": True, "message": say.sentence(message), "estimatedMinutes": minutes, **_ready(at, facts)}
    return Outcome(state, reply)


def create_order(state: CallState, args: CreateOrder, facts: Facts) -> Outcome:
    """Place the order.

    Only after you have read the whole order back with getOrderSummary and the caller has said yes, with a pickup time
    agreed and a name given. Say the order number and the total from the answer. Calling it again with nothing changed
    is the same order again.
    """
    check_complete(state.cart.lines, facts)
    placed = amending.standing(state, facts)
    if placed is None:
        # What was confirmed to a caller stays so, whatever has run out since.
        check_to_be_had(state.cart.lines, facts)
    if state.pickup is None:
        raise PickupMissing
    terms = Terms(
        _name(args, state, facts, placed), _phone(args, state, facts, placed), _notes(args, placed), state.pickup
    )
    if placed is not None:
        if fingerprint(state.cart.lines, terms) == placed.fingerprint:
            return Outcome(state, {**_placed(placed, facts, "is placed already"), "alreadyPlaced": True})
        if terms.pickup != placed.pickup:
            terms = replace(terms, pickup=_kept(state.pickup, state, facts))
        return _amended(state, facts, placed, terms)
    return _new(state, args, facts, replace(terms, pickup=_kept(state.pickup, state, facts)))


def repeat_last_order(state: CallState, args: RepeatLastOrder, facts: Facts) -> Outcome:
    """Put the caller's latest order in the cart again: their usual, on today's menu at today's prices.

    When they ask for the usual or the same again. Say what is in unavailable, ask what is in needs, and read the order
    back: nothing is placed yet.
    """
    past = _latest(state, args, facts)
    found = [again(line, facts.menu) for line in past.lines]
    lines = [one.line for one in found if one.line is not None]
    lost = tuple(name for one in found for name in one.lost)
    if not lines:
        raise NotOnTheMenu(say.listing(lost))
    changed = replace(state, cart=state.cart.add(lines))
    start = len(state.cart.lines)
    added = changed.cart.lines[start:]
    quote = quote_cart(changed, facts)
    reply: Reply = {
        "ok": True,
        "message": _again_in_words(added, lost, quote.total, facts),
        "items": [cart_view.line(start + n, line, facts.menu, quote) for n, line in enumerate(added)],
        "unavailable": list(lost),
        **cart_view.running(changed, facts),
    }
    reply["cartSize"] = len(changed.cart.lines)
    return amending.follow(Outcome(changed, reply), facts)


def _again_in_words(added: Sequence[LineItem], lost: Sequence[str], total: Money, facts: Facts) -> str:
    needed = [need for line in added for need in choosing.needs(line, facts.menu)]
    return say.sentences(
        (
            f"here is your last order again: {say.order(added, facts.menu)}",
            f"we don't have {say.listing([say.speakable(name) for name in lost], 'or')} today" if lost else "",
            needed[0].ask if needed else f"the total is {say.money(total)}",
        )
    )


def history_phone(state: CallState, args: RepeatLastOrder, country: str) -> str:
    """The E.164 number whose orders may be read for this call: the caller's own, or one ordered for in it; else ""."""
    if people.is_no_phone(args.phone_number):
        return state.caller
    try:
        asked = people.phone(args.phone_number, country)
    except PhoneRefused:
        return ""
    return asked if asked in texting.numbers_of(state) else ""


def _latest(state: CallState, args: RepeatLastOrder, facts: Facts) -> PastOrder:
    """The latest order of the number asked for. Raises NotYourOrder, PhoneRefused, NoHistory."""
    if not people.is_no_phone(args.phone_number):
        people.phone(args.phone_number, facts.shop.country)
        if not history_phone(state, args, facts.shop.country):
            raise NotYourOrder
    if not facts.history:
        raise NoHistory
    return facts.history[0]


def _new(state: CallState, args: CreateOrder, facts: Facts, terms: Terms) -> Outcome:
    refuse_numbers((state.caller, terms.phone), facts)
    order = order_of(state, facts, _next_number(facts), terms)
    effects: tuple[Effect, ...] = (PlaceOrder(order), texting.ticket(order, facts.shop))
    changed = amending.with_order(state, order)
    reply = _placed(order, facts, "is placed")
    if args.send_sms:
        confirmed = texting.confirmed(changed, order, facts)
        changed, effects = confirmed.state, effects + confirmed.effects
        told = "you will get a text with the details" if confirmed.effects else str(confirmed.reply["message"])
        reply["message"] = say.sentences((str(reply["message"]), told))
    return Outcome(changed, reply, effects)


def _amended(state: CallState, facts: Facts, placed: Order, terms: Terms) -> Outcome:
    done = amending.amend(state, facts, placed, terms)
    order = done.state.placed or placed
    return Outcome(done.state, {**_placed(order, facts, "is changed"), "amended": True}, done.effects)


def _placed(order: Order, facts: Facts, what: str) -> Reply:
    """The reply about an order that stands."""
    message = say.sentences(
        (
            f"thank you, {say.speakable(order.customer_name, people.LONGEST_NAME)}",
            f"{say.order_number(order.number)} {what}",
            f"the total is {say.money(order.quote.total)}, and it will be ready {say.when(order.pickup.at, facts.now)}",
        )
    )
    return {
        "ok": True,
        "message": message,
        "orderNumber": order.number.id,
        "displayOrderNumber": order.number.display,
        "total": order.quote.total.amount,
        **_ready(order.pickup.at, facts),
    }


def _ready(at: dt.datetime, facts: Facts) -> Reply:
    local = at.astimezone(facts.shop.zone)
    return {"readyAt": say.shown_clock(local), "readyAtIso": local.isoformat()}


def _kept(pickup: Pickup, state: CallState, facts: Facts) -> Pickup:
    """The agreed pickup while it can be kept; "as soon as possible" is promised anew. Raises PickupPassed."""
    if pickup.at >= facts.now.replace(second=0, microsecond=0):
        return pickup
    if pickup.asap:
        return promise.agree(facts.shop, facts.now, facts.waiting_orders, state.cart.item_count, TimeRequest.asap())
    raise PickupPassed(pickup.at, promise.earliest(facts.shop, facts.now, facts.waiting_orders))


def _name(args: CreateOrder, state: CallState, facts: Facts, placed: Order | None) -> str:
    """The name given, else the one known of this call or this caller; a made-up one counts as none."""
    if not people.is_no_name(args.customer_name):
        return people.name(args.customer_name)
    if placed is not None:
        return placed.customer_name
    known = (state.customer_name, *(past.customer_name for past in facts.history if state.caller))
    name = next((one for one in known if one), "")
    if not name:
        raise NameRefused("")
    return name


def _phone(args: CreateOrder, state: CallState, facts: Facts, placed: Order | None) -> str:
    """The number given, else the order's, else the one the caller calls from; a made-up one counts as none."""
    if not people.is_no_phone(args.customer_phone):
        return people.phone(args.customer_phone, facts.shop.country)
    number = placed.phone if placed is not None else state.caller
    if not number:
        raise PhoneRefused(missing=True)
    return number


def _notes(args: CreateOrder, placed: Order | None) -> str:
    return people.notes(args.notes) or (placed.notes if placed is not None else "")


def _next_number(facts: Facts) -> OrderNumber:
    if facts.next_number is None:
        raise ValueError("createOrder is answered without the next order number: the registry must declare the need")
    return facts.next_number
