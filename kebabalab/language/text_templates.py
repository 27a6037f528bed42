"""The wording of texts: the usual one, what a shop may put in its place, and filling either in."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kebabalab.language.gsm import is_gsm
from kebabalab.models.texts import TextKind

LINES = "lines"
LONGEST_WORDS = 200
_CALLERS = ("shop", "address", "phone", "order", "name", "items", LINES, "total", "tax", "pickup")


@dataclass(frozen=True, slots=True)
class Wording:
    """A kind of text: its usual words, the fields that they may name, and those that they must."""

    usual: str
    fields: tuple[str, ...]
    required: tuple[str, ...]


WORDINGS: Mapping[str, Wording] = MappingProxyType(
    {
        TextKind.CONFIRMATION: Wording(
            "{shop}: order {order} for {name}\n{lines}\nTotal {total} incl {tax}\nPick up {pickup} at {address}\n"
            "Questions? {phone}",
            _CALLERS,
            ("order", "total", "pickup"),
        ),
        TextKind.CHANGED: Wording(
            "{shop}: order {order} changed, for {name}\n{lines}\nTotal {total} incl {tax}\n"
            "Pick up {pickup} at {address}\nQuestions? {phone}",
            _CALLERS,
            ("order", "total", "pickup"),
        ),
        TextKind.READY: Wording(
            "{shop}: {name}, your order {order} is ready.\nTotal {total}\n{address}", _CALLERS, ("order",)
        ),
        TextKind.CANCELLED: Wording(
            "{shop}: order {order} for {name} is cancelled. {reason}\nQuestions? {phone}",
            (*_CALLERS, "reason"),
            ("order",),
        ),
        TextKind.TICKET: Wording(
            "{order} {state}\n{pickup} {asap}\n{name} {number}\nNOTE: {notes}\n{lines}\n{items} items {total}",
            ("order", "state", "pickup", "asap", "name", "number", "notes", LINES, "items", "total"),
            ("order", "state", "pickup", "name", "notes", LINES),
        ),
        # What a tax invoice must hold (https://www.ato.gov.au, "Tax invoices": those below $1,000).
        TextKind.RECEIPT: Wording(
            "TAX INVOICE\n{shop} {business_number}\nOrder {id}, {date}, {name}\n{lines}\n{surcharge}\n"
            "Total {total}, incl {tax} {tax_amount}",
            (
                "shop", "business_number", "address", "phone", "id", "order", "date", "name", LINES, "surcharge",
                "total", "tax", "tax_amount",
            ),
            ("shop", "business_number", "date", LINES, "surcharge", "total", "tax_amount"),
        ),
        TextKind.MENU_LINK: Wording("{shop} menu: {website}", ("shop", "address", "phone", "website"), ("website",)),
    }
)  # fmt: skip


def problem(kind: str, template: str, *, unicode: bool) -> str:
    """What is wrong with a shop's own words for this kind of text and what to do, "" for nothing."""
    wording = WORDINGS[kind]
    try:
        pieces = list(string.Formatter().parse(template))
    except ValueError:
        return "write { and } only around the name of a field, like {order}"
    named = [field for _words, field, _format, _conversion in pieces if field is not None]
    if any(form or conversion for _words, _field, form, conversion in pieces):
        return "a field is its name in braces and nothing more, like {order}"
    for field in named:
        if field not in wording.fields:
            return f"there is no field {{{field}}} here; known: {_listed(wording.fields)}"
    missing = [field for field in wording.required if field not in named]
    if missing:
        return f"this text must name {_listed(missing)}; add it"
    own = "".join(words for words, *_field in pieces)
    if any(f"{{{LINES}}}" in row and row.strip() != f"{{{LINES}}}" for row in template.split("\n")):
        return f"{{{LINES}}} must stand on a line of its own"
    if len(own) > LONGEST_WORDS:
        return f"its own words have {len(own)} characters; write at most {LONGEST_WORDS}, the order needs room"
    strange = next((char for char in own if not is_gsm(char)), "")
    if strange and not unicode:
        return f'"{strange}" makes every text with it cost more than double; leave it out, or write unicode: yes'
    return ""


def filled(template: str, fields: Mapping[str, str], lines: Sequence[str]) -> str:
    """The text: one line for each of the template's, less those of which every field is empty."""
    rows: list[str] = []
    for row in template.split("\n"):
        if row.strip() == f"{{{LINES}}}":
            rows += lines
            continue
        named = [field for _words, field, _format, _conversion in string.Formatter().parse(row) if field is not None]
        if not named or any(fields[field] for field in named):
            rows.append(row.format_map(fields).strip())
    return "\n".join(rows)


def _listed(fields: Sequence[str]) -> str:
    return ", ".join(f"{{{field}}}" for field in fields)
