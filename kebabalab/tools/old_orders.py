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
from kebabalab.models.item import Choices, ItemRequest, LineItem
from kebabalab.models.menu import GroupKind
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

ORIGIN = "prototype"
_OPEN = {
    "received": Status.RECEIVED, "pending": Status.RECEIVED, "new": Status.RECEIVED, "placed": Status.RECEIVED,
    "confirmed": Status.RECEIVED, "accepted": Status.RECEIVED,
    "preparing": Status.PREPARING, "in_progress": Status.PREPARING, "cooking": Status.PREPARING,
    "ready": Status.READY,
}  # fmt: skip
_ENDED = {
    "completed": Status.COLLECTED, "complete": Status.COLLECTED, "done": Status.COLLECTED,
    "collected": Status.COLLECTED, "picked_up": Status.COLLECTED, "delivered": Status.COLLECTED,
    "cancelled": Status.CANCELLED, "canceled": Status.CANCELLED, "rejected": Status.CANCELLED,
    "no_show": Status.NO_SHOW, "not_collected": Status.NO_SHOW,
}  # fmt: skip
# What a line was worth, and what only told the assistant something, is nothing that can be chosen.
_TOLD = frozenset("index itemId price lineTotal line_total total unit_price subtotal needs assumed id".split())
_LONGEST_NAME = 120
_MOST_PIECES = 999
_YEARS = range(2000, 2101)
# A day in front of the number, and digits that can be one of a day: what is longer was counted otherwise.
_DAY_AND_NUMBER = re.compile(r"(?:20\d{6})?(\d{1,6})")


@dataclass(frozen=True, slots=True)
class OldOrder:
    """A row of the predecessor's table, as it was written. `total` and the like are dollars.

    `copy` counts the rows of one number and time, from 1.
    """

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
    copy: int = 1

    @property
    def key(self) -> str:
        """By what it is known to be here already: the row's own number and time, whatever became of it since."""
        again = f"#{self.copy}" if self.copy > 1 else ""
        return f"{ORIGIN}:{self.order_number[:60]}:{self.created_at[:40]}{again}"


@dataclass(frozen=True, slots=True)
class Imported:
    """An order as ours, and what of the old one could not be kept as it was."""

    order: Order
    remarks: tuple[str, ...] = ()


class Unreadable(Exception):
    """An old order that can't be made one of ours; the text says why."""


def imported(old: OldOrder, facts: Facts) -> Imported:
    """The old order as one of ours: still open where its pickup is yet to come, else collected or cancelled.

    A number that it can't have here is 0. Raises Unreadable.
    """
    remarks: list[str] = []
    at, ready = _times(old, facts, remarks)
    total = _money(old.total)
    if total is None:
        raise Unreadable(f"no amount in total {old.total!r}")
    lines, quotes = _lines(old.cart_json, facts, remarks)
    subtotal, tax = _money(old.subtotal), _money(old.gst)
    remarks += [f"no amount in {name}" for name, found in (("subtotal", subtotal), ("gst", tax)) if found is None]
    quote = Quote(
        quotes, total if subtotal is None else subtotal, Money(0), "", Money(0) if tax is None else tax, total, ORIGIN
    )
    order = Order(
        number=OrderNumber(business_day(facts.shop.hours, facts.shop.zone, at), _number(old.order_number)),
        call_key=old.key,
        shop_id=facts.shop.id,
        customer_name=_name(old.customer_name, remarks),
        phone=_phone(old.customer_phone, facts.shop.country, remarks),
        notes=_notes(old.notes, remarks),
        lines=lines,
        quote=quote,
        pickup=Pickup(ready or at, asap=ready is None),
        status=_status(old.status, is_over=(ready or at) <= facts.now, remarks=remarks),
        placed_at=at,
        fingerprint=hashlib.sha256(old.key.encode()).hexdigest(),
    )
    return Imported(order, tuple(remarks))


def _times(old: OldOrder, facts: Facts, remarks: list[str]) -> tuple[dt.datetime, dt.datetime | None]:
    """When it was placed, and when it was to be ready, None where that is not known."""
    at, ready = _time(old.created_at, facts.shop.zone), _time(old.ready_at, facts.shop.zone)
    if old.ready_at.strip() and ready is None:
        remarks.append(f"no time in ready_at {old.ready_at[:40]!r}")
    if at is not None:
        return at, ready
    if ready is None:
        raise Unreadable(f"no time in created_at {old.created_at[:40]!r}")
    remarks.append(f"no time in created_at {old.created_at[:40]!r}: taken for the time it was to be ready")
    return ready, ready


def _status(written: str, *, is_over: bool, remarks: list[str]) -> Status:
    word = written.strip().lower().replace(" ", "_").replace("-", "_")
    if word in _ENDED:
        return _ENDED[word]
    state = _OPEN.get(word)
    if state is None:
        remarks.append(f"status {written[:40]!r} is taken for {'collected' if is_over else 'received'}")
    return Status.COLLECTED if is_over else state or Status.RECEIVED


def _lines(cart: str, facts: Facts, remarks: list[str]) -> tuple[tuple[OrderLine, ...], tuple[LineQuote, ...]]:
    try:
        rows = json.loads(cart)
    except (ValueError, RecursionError):
        raise Unreadable("cart_json is no JSON" if cart.strip() else "cart_json is empty") from None
    if not isinstance(rows, list):
        raise Unreadable("cart_json is no list of lines")
    lines: list[OrderLine] = []
    quotes: list[LineQuote] = []
    for n, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            row = {"name": str(row)}
        quantity = _quantity(row)
        if quantity is None:
            remarks.append(f"line {n}: quantity {str(row['quantity'])[:20]!r} is taken for 1")
        made = _line(row, f"l{n}", quantity or 1, facts)
        if made is None:
            made = _as_text(row, f"l{n}", quantity or 1)
            remarks.append(f"line {n} is not on today's menu, kept as text: {made.name!r}")
        lines.append(made)
        quotes.append(_quoted(row, made.line))
    return tuple(lines), tuple(quotes)


def _line(row: Mapping[str, Any], line_id: str, quantity: int, facts: Facts) -> OrderLine | None:
    """The line on today's menu; None where it is not to be had as it was."""
    given = {name: value for name, value in row.items() if name not in _TOLD and value not in (None, "", [])}
    try:
        asked = asked_for(check(ItemToAdd, {**given, "quantity": 1}), facts)
        if len(asked.requests) != 1 or asked.not_understood:
            return None
        made = choose(asked.requests[0], facts.menu)
    except OrderingError:
        return None
    choices = {**made.choices, **_as_listed(row, made, asked.requests[0], facts)}
    line = replace(made, line_id=line_id, quantity=quantity, choices=choices, assumed=())
    return OrderLine(line, say.title(line, facts.menu), say.details(line, facts.menu))


def _as_listed(row: Mapping[str, Any], made: LineItem, request: ItemRequest, facts: Facts) -> Choices:
    """What the row lists, group by group. An order has what it has: where it lists less, the usual is not added."""
    item = facts.menu.item(made.item)
    groups = [one.id for one in item.groups if one.kind is GroupKind.MANY] if item is not None else []
    said = {(mention.group, option) for mention in request.mentions for option in mention.options}
    return {
        group: tuple(one for one in made.choices.get(group, ()) if (group, one.option) in said)
        for group in groups
        if isinstance(row.get(group), list)
    }


def _as_text(row: Mapping[str, Any], line_id: str, quantity: int) -> OrderLine:
    said = str(row.get("name") or row.get("description") or row.get("category") or "something")
    name = " ".join(_printable(said).split())[:_LONGEST_NAME] or "something"
    return OrderLine(LineItem(line_id, f"gone:{name.lower()}", quantity), name, ())


def _quoted(row: Mapping[str, Any], line: LineItem) -> LineQuote:
    """What the line was sold for, where the old cart says so."""
    unit, total = _money(row.get("price")), _money(row.get("lineTotal"))
    if total is None and unit is not None:
        total = unit * line.quantity
    steps = (PriceStep("base", "as it was sold", unit),) if unit is not None else ()
    return LineQuote(line.line_id, line.quantity, unit, total, steps)


def _quantity(row: Mapping[str, Any]) -> int | None:
    """How many, 1 where nothing says; None where that can't be read."""
    value = row.get("quantity")
    if value is None or value == "":
        return 1
    try:
        amount = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return int(amount) if amount.is_finite() and amount % 1 == 0 and 1 <= amount <= _MOST_PIECES else None


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
    """The instant in this zone; it is the zone of what names none."""
    try:
        at = dt.datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    if at.year not in _YEARS:
        return None
    return at.astimezone(zone) if at.tzinfo is not None else at.replace(tzinfo=zone)


def _number(written: str) -> int:
    """The number that it was called by, 0 where it has none that could be one of a day."""
    *_, last = re.findall(r"\d+", written, re.ASCII) or [""]
    found = _DAY_AND_NUMBER.fullmatch(last)
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
        return people.notes(_printable(written)[: people.LONGEST_NOTES])


def _printable(text: str) -> str:
    """The text with a blank for each character that no store or kitchen could show."""
    return "".join(char if char.isprintable() else " " for char in text)
