"""The tools that know the moment: whether the shop is open, who calls, and that the call is over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kebabalab.language import say
from kebabalab.models.call import CallState
from kebabalab.models.facts import Facts
from kebabalab.models.money import Money
from kebabalab.models.order import PastOrder
from kebabalab.models.shop import Shop
from kebabalab.rules import hours
from kebabalab.tools.guarding import needs_person
from kebabalab.tools.outcome import Outcome, Reply
from kebabalab.validators.schemas_orders import EndCall, NoArguments

SHOWN_ORDERS = 3
_MOST_NAMES = 3


def check_open(state: CallState, args: NoArguments, facts: Facts) -> Outcome:
    """Say whether the shop is open now, until when, or when it opens next. When the caller asks, or may be too late.

    An order for later is taken also while the shop is closed.
    """
    shop, now = facts.shop, facts.now
    opening = hours.opening_at(shop.hours, shop.zone, now)
    following = hours.next_opening(shop.hours, shop.zone, now) if opening is None else None
    shown = opening or following
    if opening is not None:
        message = f"We are open until {say.clock(opening.closes)}"
    elif following is not None:
        message = f"We are closed right now, and open {say.when(following.opens, now)}. You can order for then"
    else:
        message = "We are closed until further notice"
    reply: Reply = {
        "ok": True,
        "message": say.sentence(message),
        "isOpen": opening is not None,
        "currentTime": f"{now:%H:%M}",
        "openTime": f"{shown.opens:%H:%M}" if shown is not None else None,
        "closeTime": f"{shown.closes:%H:%M}" if shown is not None else None,
        "nextOpen": following.opens.isoformat() if following is not None else None,
    }
    return Outcome(state, reply)


def get_caller_smart_context(state: CallState, args: NoArguments, facts: Facts) -> Outcome:
    """Learn who is calling: whether they have ordered before, what, and how to greet them.

    Call it once, first thing in a call, and greet with greetingSuggestion. If the answer holds needsPerson, do what it
    says as soon as they want to order.
    """
    history = facts.history if state.caller else ()
    count = max(facts.order_count, len(history)) if state.caller else 0
    name = state.customer_name or next((past.customer_name for past in history if past.customer_name), "")
    greeting = _greeting(history, name, facts)
    reply: Reply = {
        "ok": True,
        "message": greeting,
        "phone": state.caller or "unknown",
        "isReturningCustomer": count > 0,
        "orderCount": count,
        "orderHistory": [_past(past, facts) for past in history[:SHOWN_ORDERS]],
        "mostOrderedItem": _most_ordered(history),
        "greetingSuggestion": greeting,
        "canRepeatOrder": bool(history),
        "customerName": name or None,
    }
    refused = needs_person((state.caller,), facts)
    if refused is not None:
        # Said before they have listed all that they want.
        reply["needsPerson"] = say.refusal(refused).error
    return Outcome(state, reply)


def end_call(state: CallState, args: EndCall, facts: Facts) -> Outcome:
    """End the call, after the caller has said goodbye or has nothing more to order."""
    unplaced = bool(state.cart.lines) and state.placed is None
    thanks = f"Thank you for calling {say.speakable(facts.shop.name, 60)}"
    message = say.sentences((thanks, "Your order has not been placed" if unplaced else "", "Goodbye"))
    return Outcome(state, {"ok": True, "message": message, "endCall": True})


def welcome(shop: Shop) -> str:
    """How the shop greets a caller that it does not know."""
    return say.speakable(shop.greeting) or f"Hello, this is {say.speakable(shop.name, 60)}. What can I get for you?"


def _greeting(history: Sequence[PastOrder], name: str, facts: Facts) -> str:
    if not history:
        return welcome(facts.shop)
    shop = say.speakable(facts.shop.name, 60)
    called = f", {say.speakable(name, 60)}" if name else ""
    return f"Welcome back to {shop}{called}. Would you like {_usual(history[0], facts)} again, or something else?"


def _usual(past: PastOrder, facts: Facts) -> str:
    """What was ordered last, as long as it is said quickly."""
    lines = [line.line for line in past.lines]
    sold = all(facts.menu.item(line.item) is not None for line in lines)
    return say.summary(lines, facts.menu) if sold and 0 < len(lines) <= _MOST_NAMES else "your last order"


def _past(past: PastOrder, facts: Facts) -> dict[str, object]:
    return {
        "orderNumber": past.number.id,
        "total": Money(past.total_cents).amount,
        "date": past.placed_at.astimezone(facts.shop.zone).date().isoformat(),
        "itemCount": past.item_count,
    }


def _most_ordered(history: Sequence[PastOrder]) -> str | None:
    """The name that was ordered most, by pieces; of two alike the one ordered last."""
    counts: Counter[str] = Counter()
    for past in history:
        for line in past.lines:
            counts[line.name] += line.line.quantity
    return counts.most_common(1)[0][0] if counts else None
