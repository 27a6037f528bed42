"""A placed order: who it is for, what it holds, and what makes it the same order again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kebabalab.language import say
from kebabalab.language.say_lines import content_of
from kebabalab.models.call import CallState
from kebabalab.models.errors import CartEmpty, NeedsChoice, SoldOut
from kebabalab.models.facts import Facts
from kebabalab.models.item import LineItem
from kebabalab.models.order import Order, OrderLine, OrderNumber, Pickup, Status
from kebabalab.rules import choosing
from kebabalab.tools.guarding import refuse_absurd
from kebabalab.tools.quoting import quote_cart
from kebabalab.tools.repeating import again


@dataclass(frozen=True, slots=True)
class Terms:
    """Who an order is for and when it is fetched. `phone` is E.164."""

    name: str
    phone: str
    notes: str
    pickup: Pickup


def terms_of(placed: Order, pickup: Pickup | None = None) -> Terms:
    """The terms of a placed order, at another time if one is given."""
    return Terms(placed.customer_name, placed.phone, placed.notes, pickup or placed.pickup)


def check_complete(lines: Sequence[LineItem], facts: Facts) -> None:
    """Raise CartEmpty, or NeedsChoice for the first choice that is still open."""
    if not lines:
        raise CartEmpty
    for line in lines:
        for need in choosing.needs(line, facts.menu):
            raise NeedsChoice(say.title(line, facts.menu), need.field, need.options, need.ask)


def check_to_be_had(lines: Sequence[LineItem], facts: Facts) -> None:
    """Raise SoldOut for the first thing in the cart that has run out since it was added."""
    for index, line in enumerate(lines):
        name = say.title(line, facts.menu)
        lost = again(OrderLine(line, name, ()), facts.menu).lost
        if lost:
            raise SoldOut(lost[0], name, index)


def is_complete(lines: Sequence[LineItem], facts: Facts) -> bool:
    """Whether an order can be made of these lines."""
    return bool(lines) and not any(choosing.needs(line, facts.menu) for line in lines)


def order_of(state: CallState, facts: Facts, number: OrderNumber, terms: Terms) -> Order:
    """The cart as an order, priced now and never again. Raises ForAPerson above the shop's limits."""
    quote = quote_cart(state, facts)
    refuse_absurd(state.cart.lines, quote.total, facts)
    menu = facts.menu
    return Order(
        number=number,
        call_key=state.key,
        shop_id=facts.shop.id,
        customer_name=terms.name,
        phone=terms.phone,
        notes=terms.notes,
        lines=tuple(OrderLine(line, say.title(line, menu), say.details(line, menu)) for line in state.cart.lines),
        quote=quote,
        pickup=terms.pickup,
        status=Status.RECEIVED,
        placed_at=facts.now,
        fingerprint=fingerprint(state.cart.lines, terms),
    )


def revised(placed: Order, state: CallState, facts: Facts, terms: Terms) -> Order:
    """The placed order with the cart and terms as they are now: the same number, one revision later."""
    changed = order_of(state, facts, placed.number, terms)
    return replace(changed, placed_at=placed.placed_at, revision=placed.revision + 1)


def fingerprint(lines: Sequence[LineItem], terms: Terms) -> str:
    """What makes a repeat a repeat: the content and terms, however they are spelt and in whatever order they stand."""
    content = {
        "lines": sorted(f"{content_of(line)} x {line.quantity}" for line in say.equal_merged(lines)),
        "pickup": int(terms.pickup.at.timestamp()),
        "name": terms.name.casefold(),
        "phone": terms.phone,
        "notes": terms.notes.casefold(),
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def in_short(order: Order) -> str:
    """The order in a line, for the record of its changes."""
    names = ", ".join(f"{line.line.quantity} x {line.name}" for line in order.lines)
    when = f"{order.pickup.at:%Y-%m-%d %H:%M}"
    return f"{order.item_count} items, {order.quote.total}, pickup {when}, {order.customer_name}: {names}"[:500]
