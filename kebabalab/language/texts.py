"""Text messages: confirmation, kitchen ticket, receipt and menu link, each at most three segments of GSM-7."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kebabalab.language.gsm import MOST_SEGMENTS, gsm, segments, septets
from kebabalab.language.say_values import shown_clock
from kebabalab.models.money import ZERO, Money, total
from kebabalab.models.order import Order, OrderLine, PastOrder
from kebabalab.models.shop import Shop

__all__ = ["confirmation", "gsm", "menu_link", "receipt", "segments", "ticket"]

_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"AUD": "$", "NZD": "$", "USD": "$", "CAD": "$", "SGD": "$", "GBP": "£", "EUR": "€"}
)
_SCHEME = re.compile(r"\b(?:https?|ftp|sms|tel|mailto):/*", re.IGNORECASE)
# Phones make a link of any dot between letters, and of an address in numbers.
_LINK_DOT = re.compile(r"(?<=[^\W_])\.(?=[^\W\d_]{2})|(?<=\d)\.(?=\d{1,3}\.)|(?<=\.\d)\.(?=\d)|@(?=\w)")

_NAME_LENGTH = 40
_PLACE_LENGTH = 90


def confirmation(order: Order, shop: Shop) -> str:
    """What the caller gets when an order is placed or changed: number, lines, total, when and where."""
    changed = "changed, " if order.revision > 1 else ""
    head = [f"{_shop(shop)}: order {order.number.display} {changed}for {clean(order.customer_name, _NAME_LENGTH)}"]
    tail = [
        f"Total {_amount(order.quote.total, shop)} incl {clean(shop.tax.name, 20)}",
        f"Pick up {_moment(order.pickup.at, shop)}" + _at_the_shop(shop),
        *([f"Questions? {shop.phone}"] if shop.phone else []),
    ]
    merged = _merged(order.lines)
    detailed = _written([*head, *map(_detailed, merged), *tail])
    return detailed if _fits(detailed) else _fitted(head, [_named(line) for line in merged], tail)


def ticket(order: Order, shop: Shop) -> str:
    """What the kitchen gets: number, time, name, phone, notes, then every line with its details.

    Lines that find no room are counted, never dropped in silence.
    """
    changed = f" CHANGED {order.revision}" if order.revision > 1 else " NEW"
    asap = " ASAP" if order.pickup.asap else ""
    head = [
        f"{order.number.display}{changed}",
        f"{_moment(order.pickup.at, shop)}{asap}",
        f"{clean(order.customer_name, _NAME_LENGTH)} {order.phone}",
    ]
    tail = [f"{order.item_count} items {_amount(order.quote.total, shop)}"]
    lines = [_detailed(line) for line in _merged(order.lines)]
    if not order.notes:
        return _fitted(head, lines, tail)
    # Before the lines: an allergy must not be what falls off the end.
    room = 300
    while not _fits(_written([*head, f"NOTE: {clean(order.notes, room)}", _more(len(lines)), *tail])):
        room -= 10
    return _fitted([*head, f"NOTE: {clean(order.notes, room)}"], lines, tail)


def receipt(order: Order | PastOrder, shop: Shop) -> str:
    """The receipt as a tax invoice: seller and business number, date, what was sold, the tax in it, the total.

    An order whose quote was not read lists no amounts but its total.
    """
    placed = order.placed_at.astimezone(shop.zone)
    quote = order.quote
    head = [
        "TAX INVOICE",
        _shop(shop) + (f" {clean(shop.business_number, 30)}" if shop.business_number else ""),
        f"Order {order.number.id}, {_day(placed)} {placed.year}, {clean(order.customer_name, _NAME_LENGTH)}",
    ]
    tax = clean(shop.tax.name, 20)
    if quote is None:
        sold = _amount(Money(order.total_cents), shop) if isinstance(order, PastOrder) else ""
        return _fitted(head, [_named(line) for line in _merged(order.lines)], [f"Total {sold} incl {tax}"])
    tail = [f"Total {_amount(quote.total, shop)}, incl {tax} {_amount(quote.tax, shop)}"]
    if quote.surcharge:
        tail = [f"{clean(quote.surcharge_label, 40)} {_amount(quote.surcharge, shop)}", *tail]
    prices = {line.line_id: line.total or ZERO for line in quote.lines}

    lines = [f"{_named(line)} {_amount(prices[line.line.line_id], shop)}" for line in order.lines]

    def left_out(shown: int) -> str:
        left = total([prices[line.line.line_id] for line in order.lines[shown:]])
        return f"{_more(len(lines) - shown)} {_amount(left, shop)}"

    return _longest(lines, left_out, lambda shown: _written([*head, *shown, *tail]))


def menu_link(shop: Shop) -> str:
    """Where the menu can be read; "" for a shop that has no page."""
    return f"{_shop(shop)} menu: {gsm(shop.website)}" if shop.website else ""


def clean(text: str, most: int) -> str:
    """Somebody's words as a text may hold them: GSM-7, one line, no links, at most `most` septets."""
    # Transliterated first: a full-width dot becomes a dot.
    sent = _LINK_DOT.sub(". ", _SCHEME.sub("", gsm(" ".join(text.split()))))
    sent = " ".join("".join(char for char in sent if char == " " or char.isprintable()).split())
    if septets(sent) <= most:
        return sent
    while septets(sent) > most - 2:
        sent = sent[:-1]
    return f"{sent.rstrip()}.."


def _merged(lines: Sequence[OrderLine]) -> list[OrderLine]:
    """Lines of one name and the same details made one; their quantity is carried by the line."""

    merged: dict[tuple[str, tuple[str, ...]], OrderLine] = {}
    for line in lines:
        before = merged.get((line.name, line.details))
        quantity = line.line.quantity + (before.line.quantity if before else 0)
        merged[line.name, line.details] = replace(line, line=replace(line.line, quantity=quantity))
    return list(merged.values())


def _named(line: OrderLine) -> str:
    return f"{line.line.quantity} x {clean(line.name, 60)}"


def _detailed(line: OrderLine) -> str:
    told = clean(", ".join(line.details), 300)
    return f"{_named(line)}: {told}" if told else _named(line)


def _fitted(head: Sequence[str], lines: Sequence[str], tail: Sequence[str]) -> str:
    return _longest(lines, lambda shown: _more(len(lines) - shown), lambda shown: _written([*head, *shown, *tail]))


def _longest(lines: Sequence[str], left_out: Callable[[int], str], write: Callable[[Sequence[str]], str]) -> str:
    """The text with as many lines as three segments hold; `left_out` tells what stands behind so many shown."""
    shown = len(lines)
    text = write(lines)
    while not _fits(text) and shown > 0:
        shown -= 1
        text = write([*lines[:shown], left_out(shown)])
    return text


def _written(parts: Sequence[str]) -> str:
    return "\n".join(parts)


def _more(lines: int) -> str:
    return f"+{lines} more"


def _fits(text: str) -> bool:
    return segments(text) <= MOST_SEGMENTS


def _shop(shop: Shop) -> str:
    return clean(shop.name, _NAME_LENGTH)


def _at_the_shop(shop: Shop) -> str:
    return f" at {clean(shop.address, _PLACE_LENGTH)}" if shop.address else ""


def _amount(amount: Money, shop: Shop) -> str:
    return f"{_SIGNS.get(shop.currency, f'{shop.currency} ')}{amount}"


def _moment(at: dt.datetime, shop: Shop) -> str:
    local = at.astimezone(shop.zone)
    return f"{_day(local)} {shown_clock(local)}"


def _day(at: dt.datetime) -> str:
    return f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]}"
