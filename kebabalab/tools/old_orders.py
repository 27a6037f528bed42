"""Orders of the predecessor as ours: their money as it was, their lines on today's menu where it still has them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from kebabalab.language import say
from kebabalab.models.errors import NameRefused, NotesRefused, OrderingError, PhoneRefused
from kebabalab.models.item import LineItem
from kebabalab.models.money import Money
from kebabalab.models.order import Order, OrderLine, OrderNumber, Pickup, Status
from kebabalab.models.quote import LineQuote, PriceStep, Quote
from kebabalab.rules.choosing import choose
from kebabalab.rules.hours import business_day
from kebabalab.tools.facts import Facts
from kebabalab.tools.structured_items import asked_for
from kebabalab.validators import people
from kebabalab.validators.arguments import check
from kebabalab.validators.schemas import ItemToAdd

ORIGIN = "prototype:"
_STATUS = {
    "received": Status.COLLECTED, "pending": Status.COLLECTED, "confirmed": Status.COLLECTED,
    "preparing": Status.COLLECTED, "ready": Status.COLLECTED, "completed": Status.COLLECTED, "done": Status.COLLECTED,
    "collected": Status.COLLECTED, "picked_up": Status.COLLECTED,
    "cancelled": Status.CANCELLED, "canceled": Status.CANCELLED, "rejected": Status.CANCELLED,
}  # fmt: skip
# What a line was worth, and what only told the assistant something, is nothing that can be chosen.
_TOLD = frozenset("index itemId price lineTotal line_total total unit_price subtotal needs assumed id".split())
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class OldOrder:
    """A row of the predecessor's table, as it was written. `total` and the like are dollars."""

    order_number: str
    customer_name: str
    customer_phone: str
    cart_json: str
    subtotal: object
    gst: object
    total: object
    ready_at: str
    notes: str
    status: str
    created_at: str


@dataclass(frozen=True, slots=True)
class Imported:
    """An order as ours, and what of the old one could not be kept as it was."""

    order: Order
    remarks: tuple[str, ...] = ()


class Unreadable(Exception):
    """An old order that can't be made one of ours; the text says why."""


def imported(old: OldOrder, facts: Facts) -> Imported:
    """The old order as one of ours: collected, unless it was cancelled. Raises Unreadable."""
    remarks: list[str] = []
    zone = facts.shop.zone
    at = _time(old.created_at, zone)
    if at is None:
        raise Unreadable(f"no time in created_at {old.created_at!r}")
    ready = _time(old.ready_at, zone)
    total = _money(old.total)
    if total is None:
        raise Unreadable(f"no amount in total {old.total!r}")
    status = _STATUS.get(old.status.strip().lower().replace(" ", "_"))
    if status is None:
        remarks.append(f"status {old.status!r} is taken for collected")
    lines, quotes = _lines(old.cart_json, facts, remarks)
    subtotal, tax = _money(old.subtotal), _money(old.gst)
    quote = Quote(quotes, subtotal or total, Money(0), "", tax or Money(0), total, "prototype")
    order = Order(
        number=OrderNumber(business_day(facts.shop.hours, zone, at), _number(old.order_number)),
        call_key=f"{ORIGIN}{old.order_number}",
        shop_id=facts.shop.id,
        customer_name=_name(old.customer_name, remarks),
        phone=_phone(old.customer_phone, facts.shop.country, remarks),
        notes=_notes(old.notes, remarks),
        lines=lines,
        quote=quote,
        pickup=Pickup(ready or at, asap=ready is None),
        status=status or Status.COLLECTED,
        placed_at=at,
        fingerprint=hashlib.sha256(old.order_number.encode()).hexdigest(),
    )
    return Imported(order, tuple(remarks))


def _lines(cart: str, facts: Facts, remarks: list[str]) -> tuple[tuple[OrderLine, ...], tuple[LineQuote, ...]]:
    try:
        rows = json.loads(cart or "[]")
    except ValueError:
        raise Unreadable("cart_json is no JSON") from None
    if not isinstance(rows, list):
        raise Unreadable("cart_json is no list of lines")
    lines: list[OrderLine] = []
    quotes: list[LineQuote] = []
    for n, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            remarks.append(f"line {n} can't be read: {str(row)[:60]!r}")
            continue
        made = _line(row, f"l{n}", facts)
        if made is None:
            name = " ".join(str(row.get("name") or row.get("category") or "something").split())[:_LONGEST_NAME]
            remarks.append(f"line {n} is not on today's menu, kept as text: {name!r}")
            made = OrderLine(LineItem(f"l{n}", f"gone:{name.lower()}", _quantity(row)), name, ())
        lines.append(made)
        quotes.append(_quoted(row, made.line))
    return tuple(lines), tuple(quotes)


def _line(row: Mapping[str, Any], line_id: str, facts: Facts) -> OrderLine | None:
    """The line on today's menu; None where it is not to be had."""
    given = {name: value for name, value in row.items() if name not in _TOLD and value not in (None, False, "", [])}
    try:
        asked = asked_for(check(ItemToAdd, given), facts)
        if len(asked.requests) != 1 or asked.not_understood:
            return None
        line = replace(choose(asked.requests[0], facts.menu), line_id=line_id, quantity=_quantity(row))
    except OrderingError:
        return None
    return OrderLine(line, say.title(line, facts.menu), say.details(line, facts.menu))


def _quoted(row: Mapping[str, Any], line: LineItem) -> LineQuote:
    """What the line was sold for, where the old cart says so."""
    unit = _money(row.get("price"))
    total = _money(row.get("lineTotal")) or (unit * line.quantity if unit is not None else None)
    steps = (PriceStep("base", "as it was sold", unit),) if unit is not None else ()
    return LineQuote(line.line_id, line.quantity, unit, total, steps)


def _quantity(row: Mapping[str, Any]) -> int:
    value = row.get("quantity")
    return int(value) if isinstance(value, int | float) and 1 <= value <= 50 else 1


def _money(value: object) -> Money | None:
    """Dollars as whole cents, half a cent up."""
    try:
        amount = Decimal(str(value).strip().lstrip("$"))
    except InvalidOperation:
        return None
    if not amount.is_finite() or not 0 <= amount < 100_000:
        return None
    return Money(int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP)))


def _time(written: str, zone: dt.tzinfo) -> dt.datetime | None:
    """The instant; without a zone it is the shop's."""
    try:
        at = dt.datetime.fromisoformat((written or "").strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=zone)


def _number(written: str) -> int:
    """The number that it was called by, 0 where it has none that could be one of a day."""
    found = re.search(r"(\d{1,4})\D*$", written)
    return int(found[1]) if found is not None else 0


def _name(written: str, remarks: list[str]) -> str:
    try:
        return people.name(written)
    except NameRefused:
        remarks.append("no name")
        return "Guest"


def _phone(written: str, country: str, remarks: list[str]) -> str:
    try:
        return people.phone(written, country)
    except PhoneRefused:
        remarks.append("no valid phone number")
        return ""


def _notes(written: str, remarks: list[str]) -> str:
    try:
        return people.notes(written)
    except NotesRefused:
        remarks.append("notes were cut")
        return people.notes("".join(char for char in written if char.isprintable())[: people.LONGEST_NOTES])
