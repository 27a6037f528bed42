"""Text messages, each at most three segments: what of an order, shop or receipt stands in which."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kebabalab.language.gsm import MOST_SEGMENTS, gsm, segments, septets, units
from kebabalab.language.say_values import shown_clock
from kebabalab.language.text_templates import WORDINGS, filled
from kebabalab.models.money import ZERO, Money, total
from kebabalab.models.order import Order, OrderLine, PastOrder, Status
from kebabalab.models.shop import Shop
from kebabalab.models.texts import TextKind

__all__ = ["cancelled", "confirmation", "gsm", "menu_link", "ready", "receipt", "segments", "ticket"]

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
    kind = TextKind.CHANGED if order.revision > 1 else TextKind.CONFIRMATION
    merged = _merged(order.lines)
    fields = _of_order(order, shop)
    detailed = _written(kind, shop, fields, [_detailed(line, shop) for line in merged])
    return detailed if _fits(detailed) else _fitted(kind, shop, fields, [_named(line, shop) for line in merged])


def ready(order: Order, shop: Shop) -> str:
    """What the caller gets when the order can be fetched."""
    return _fitted(TextKind.READY, shop, _of_order(order, shop), _all_named(order, shop))


def cancelled(order: Order, shop: Shop, reason: str = "") -> str:
    """What the caller gets when the shop has cancelled the order."""
    fields = {**_of_order(order, shop), "reason": clean(reason, _PLACE_LENGTH, unicode=shop.unicode_texts)}
    return _fitted(TextKind.CANCELLED, shop, fields, _all_named(order, shop))


def ticket(order: Order, shop: Shop) -> str:
    """What the kitchen gets: number, time, name, phone, notes, then every line with its details.

    Lines that find no room are counted, never dropped in silence.
    """
    state = f"CHANGED {order.revision}" if order.revision > 1 else "NEW"
    fields = {
        **_of_order(order, shop),
        "state": "CANCELLED" if order.status is Status.CANCELLED else state,
        "asap": "ASAP" if order.pickup.asap else "",
        "number": order.phone,
    }
    lines = [_detailed(line, shop) for line in _merged(order.lines)]
    # Notes take room from the lines: an allergy must not be what falls off the end.
    room = 300
    while True:
        fields["notes"] = clean(order.notes, room, unicode=shop.unicode_texts) if order.notes else ""
        if room <= 0 or _fits(_written(TextKind.TICKET, shop, fields, [_more(len(lines))])):
            return _fitted(TextKind.TICKET, shop, fields, lines)
        room -= 10


def receipt(order: Order | PastOrder, shop: Shop) -> str:
    """The receipt as a tax invoice: seller and business number, date, what was sold, the tax in it, the total.

    An order whose quote was not read lists no amounts but its total.
    """
    placed = order.placed_at.astimezone(shop.zone)
    quote = order.quote
    fields = {
        **_of_shop(shop),
        "business_number": clean(shop.business_number, 30),
        "id": order.number.id,
        "order": order.number.display,
        "date": f"{_day(placed)} {placed.year}",
        "name": clean(order.customer_name, _NAME_LENGTH, unicode=shop.unicode_texts),
    }
    if quote is None:
        sold = _amount(Money(order.total_cents), shop) if isinstance(order, PastOrder) else ""
        fields |= {"total": sold, "tax_amount": "", "surcharge": ""}
        return _fitted(TextKind.RECEIPT, shop, fields, [_named(line, shop) for line in _merged(order.lines)])
    surcharge = f"{clean(quote.surcharge_label, 40)} {_amount(quote.surcharge, shop)}" if quote.surcharge else ""
    fields |= {
        "total": _amount(quote.total, shop),
        "tax_amount": _amount(quote.tax, shop),
        "surcharge": surcharge,
    }
    prices = {line.line_id: line.total or ZERO for line in quote.lines}
    lines = [f"{_named(line, shop)} {_amount(prices[line.line.line_id], shop)}" for line in order.lines]

    def left_out(shown: int) -> str:
        left = total([prices[line.line.line_id] for line in order.lines[shown:]])
        return f"{_more(len(lines) - shown)} {_amount(left, shop)}"

    return _longest(lines, left_out, lambda shown: _written(TextKind.RECEIPT, shop, fields, shown))


def menu_link(shop: Shop) -> str:
    """Where the menu can be read; "" for a shop that has no page."""
    if not shop.website:
        return ""
    fields = {**_of_shop(shop), "website": gsm(shop.website)}
    return _clipped(_written(TextKind.MENU_LINK, shop, fields, ()))


def clean(text: str, most: int, *, unicode: bool = False) -> str:
    """Somebody's words as a text may hold them: one line, no links, at most `most` septets of GSM-7.

    With `unicode` letters of every script stay, and `most` counts units of UCS-2.
    """
    # Transliterated or folded first: a full-width dot becomes a dot.
    words = " ".join(text.split())
    plain = unicodedata.normalize("NFKC", words) if unicode else gsm(words)
    sent = _LINK_DOT.sub(". ", _SCHEME.sub("", plain))
    sent = " ".join("".join(char for char in sent if char == " " or char.isprintable()).split())
    size = units if unicode else septets
    if size(sent) <= most:
        return sent
    while sent and size(sent) > most - 2:
        sent = sent[:-1]
    return f"{sent.rstrip()}.." if most >= 2 else ""


def _of_shop(shop: Shop) -> dict[str, str]:
    unicode = shop.unicode_texts
    return {
        "shop": clean(shop.name, _NAME_LENGTH, unicode=unicode),
        "address": clean(shop.address, _PLACE_LENGTH, unicode=unicode),
        "phone": shop.phone,
        "tax": clean(shop.tax.name, 20, unicode=unicode),
    }


def _of_order(order: Order, shop: Shop) -> dict[str, str]:
    return {
        **_of_shop(shop),
        "order": order.number.display,
        "name": clean(order.customer_name, _NAME_LENGTH, unicode=shop.unicode_texts),
        "items": str(order.item_count),
        "total": _amount(order.quote.total, shop),
        "pickup": _moment(order.pickup.at, shop),
    }


def _merged(lines: Sequence[OrderLine]) -> list[OrderLine]:
    """Lines of one name and the same details made one; their quantity is carried by the line."""

    merged: dict[tuple[str, tuple[str, ...]], OrderLine] = {}
    for line in lines:
        before = merged.get((line.name, line.details))
        quantity = line.line.quantity + (before.line.quantity if before else 0)
        merged[line.name, line.details] = replace(line, line=replace(line.line, quantity=quantity))
    return list(merged.values())


def _named(line: OrderLine, shop: Shop) -> str:
    return f"{line.line.quantity} x {clean(line.name, 60, unicode=shop.unicode_texts)}"


def _all_named(order: Order, shop: Shop) -> list[str]:
    return [_named(line, shop) for line in _merged(order.lines)]


def _detailed(line: OrderLine, shop: Shop) -> str:
    told = clean(", ".join(line.details), 300, unicode=shop.unicode_texts)
    return f"{_named(line, shop)}: {told}" if told else _named(line, shop)


def _fitted(kind: TextKind, shop: Shop, fields: Mapping[str, str], lines: Sequence[str]) -> str:
    return _longest(lines, lambda shown: _more(len(lines) - shown), lambda shown: _written(kind, shop, fields, shown))


def _longest(lines: Sequence[str], left_out: Callable[[int], str], write: Callable[[Sequence[str]], str]) -> str:
    """The text with as many lines as three segments hold; `left_out` tells what stands behind so many shown."""
    shown = len(lines)
    text = write(lines)
    while not _fits(text) and shown > 0:
        shown -= 1
        text = write([*lines[:shown], left_out(shown)])
    return _clipped(text)


def _clipped(text: str) -> str:
    """A text that its words alone made too long, cut at the end."""
    while not _fits(text):
        text = text[:-1]
    return text


def _written(kind: TextKind, shop: Shop, fields: Mapping[str, str], lines: Sequence[str]) -> str:
    return filled(shop.texts.get(kind) or WORDINGS[kind].usual, fields, lines)


def _more(lines: int) -> str:
    return f"+{lines} more"


def _fits(text: str) -> bool:
    return segments(text) <= MOST_SEGMENTS


def _amount(amount: Money, shop: Shop) -> str:
    return f"{_SIGNS.get(shop.currency, f'{shop.currency} ')}{amount}"


def _moment(at: dt.datetime, shop: Shop) -> str:
    local = at.astimezone(shop.zone)
    return f"{_day(local)} {shown_clock(local)}"


def _day(at: dt.datetime) -> str:
    return f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]}"
