"""What staff change of a placed order: how far it is, what it holds; the caller and the kitchen are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kebabalab.language import texts
from kebabalab.models.call import QueueText
from kebabalab.models.cart import check_quantity
from kebabalab.models.errors import CartEmpty, KitchenHasBegun, NoSuchLine, NotOnTheMenu, StatusNotPossible
from kebabalab.models.facts import Facts
from kebabalab.models.item import LineItem
from kebabalab.models.order import Order, OrderEvent, OrderLine, Status
from kebabalab.models.order_change import By, OrderChange
from kebabalab.models.quote import LineQuote, Quote
from kebabalab.models.shop import Shop
from kebabalab.models.texts import TextKind
from kebabalab.rules.orders import can_become
from kebabalab.rules.pricing import Surcharge, quote
from kebabalab.tools import texting
from kebabalab.tools.placing import fingerprint, in_short, terms_of
from kebabalab.validators import people


@dataclass(frozen=True, slots=True)
class Amendment:
    """What staff want otherwise: the quantity of the line at `index`, counted from 0, or other notes; None stays.

    A quantity of 0 takes the line out.
    """

    index: int | None = None
    quantity: int = 0
    notes: str | None = None


def with_status(order: Order, after: Status, by: By) -> OrderChange | None:
    """The order in another state, nobody told; None when it is in that state already. Raises StatusNotPossible."""
    if order.status is after:
        return None
    if not can_become(order.status, after):
        raise StatusNotPossible(order.number.id, order.status, after)
    said = f"{after} ({by.reason})" if by.reason else str(after)
    event = OrderEvent(order.number.id, by.at, by.who, "status", order.status, said)
    return OrderChange(replace(order, status=after), event)


def told(change: OrderChange, shop: Shop, by: By, *, caller: bool = True) -> OrderChange:
    """A change of state with its texts: ready and cancelled to the caller, cancelled to the kitchen as well."""
    order = change.order
    several: list[QueueText] = []
    if order.status is Status.CANCELLED:
        several.append(texting.ticket(order, shop))
    if caller and texting.is_texted(order.phone, shop):
        if order.status is Status.READY:
            several.append(QueueText(TextKind.READY, order.phone, texts.ready(order, shop), order.number.id))
        elif order.status is Status.CANCELLED:
            body = texts.cancelled(order, shop, by.reason)
            several.append(QueueText(TextKind.CANCELLED, order.phone, body, order.number.id))
    return replace(change, texts=tuple(several))


def amended(order: Order, wish: Amendment, by: By, facts: Facts, *, caller: bool = True) -> OrderChange | None:
    """The order as staff want it, priced by today's menu; None when that is what it is.

    A surcharge stays if the order has one. The kitchen is told, and the caller. Raises KitchenHasBegun, NoSuchLine,
    QuantityOutOfRange, CartEmpty, NotesRefused, NotOnTheMenu.
    """
    if order.status is not Status.RECEIVED:
        raise KitchenHasBegun(order.number.display)
    lines = _lines(order, wish)
    if not lines:
        raise CartEmpty
    notes = order.notes if wish.notes is None else people.notes(wish.notes)
    if (lines, notes) == (order.lines, order.notes):
        return None
    kept = tuple(sold.line for sold in lines)
    changed = replace(order, lines=lines, notes=notes, quote=_priced(order, lines, facts), revision=order.revision + 1)
    changed = replace(changed, fingerprint=fingerprint(kept, terms_of(changed)))
    why = f" ({by.reason})" if by.reason else ""
    event = OrderEvent(order.number.id, by.at, by.who, "amended", _noted(order), f"{_noted(changed)}{why}")
    several = [texting.ticket(changed, facts.shop)]
    if caller and texting.is_texted(order.phone, facts.shop):
        several.append(texting.confirmation(changed, facts.shop))
    return OrderChange(changed, event, tuple(several))


def explained(quoted: Quote, lines: Sequence[OrderLine]) -> tuple[str, ...]:
    """Why an order costs what it does, a text for each line: its quantity, its name, its total and what is in it."""
    found = {line.line_id: line for line in quoted.lines}
    return tuple(_explained(sold, found[sold.line.line_id]) for sold in lines if sold.line.line_id in found)


def _lines(order: Order, wish: Amendment) -> tuple[OrderLine, ...]:
    if wish.index is None:
        return order.lines
    if not 0 <= wish.index < len(order.lines):
        raise NoSuchLine(wish.index, len(order.lines))
    before, after = order.lines[: wish.index], order.lines[wish.index + 1 :]
    if wish.quantity == 0:
        return before + after
    check_quantity(wish.quantity)
    sold = order.lines[wish.index]
    return (*before, replace(sold, line=replace(sold.line, quantity=wish.quantity)), *after)


def _priced(order: Order, lines: Sequence[OrderLine], facts: Facts) -> Quote:
    held: tuple[LineItem, ...] = tuple(sold.line for sold in lines)
    surcharge = None
    if order.quote.surcharge:
        surcharge = Surcharge(order.quote.surcharge_label, facts.shop.surcharge.percent)
    quoted = quote(held, facts.menu, facts.shop.tax, surcharge)
    for sold in lines:
        priced = quoted.line(sold.line.line_id)
        # The menu has since got a choice that this line was never asked for.
        if priced is None or priced.total is None:
            raise NotOnTheMenu(sold.name)
    return quoted


def _noted(order: Order) -> str:
    return f"{in_short(order)}; notes: {order.notes}" if order.notes else in_short(order)


def _explained(sold: OrderLine, priced: LineQuote) -> str:
    steps = " + ".join(f"{step.label} {step.amount}" for step in priced.steps)
    return f"{sold.line.quantity} x {sold.name}: {priced.total} ({steps})"
