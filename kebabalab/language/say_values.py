"""Numbers, amounts, times and lists in words, as a voice reads them best."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from kebabalab.models.money import Money
from kebabalab.models.order import OrderNumber

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"))
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "ml": "millilitres", "l": "litres", "g": "grams", "kg": "kilograms", "cm": "centimetres", "oz": "ounces",
        "%": "percent", "&": "and", "+": "plus", "x": "times",
    }
)  # fmt: skip
_AMOUNT = re.compile(r"(?<![\w.])(\d{1,6})[ -]?(ml|l|g|kg|cm|oz|%)?(?![\w.])", re.IGNORECASE)
# What a voice reads out by its name, or not at all; apostrophes and hyphens belong to words.
_UNSPOKEN = re.compile(r"[^\w\s'’,.?!-]|_")
_NOUN_FOLLOWS = re.compile(r"\s+(?!(?:of|and|or|with|for|in)\b)[^\W\d]")
_NIGHT = dt.timedelta(hours=6)


def number(value: int) -> str:
    """A whole number in words, without hyphens: 105 is "one hundred and five"."""
    if value < 0:
        return f"minus {number(-value)}"
    for size, name in _SCALES:
        if value >= size:
            rest = value % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{number(value // size)} {name}" + (f"{joint}{number(rest)}" if rest else "")
    if value >= 100:
        rest = value % 100
        return f"{_ONES[value // 100]} hundred" + (f" and {number(rest)}" if rest else "")
    if value >= 20:
        return _TENS[value // 10] + (f" {_ONES[value % 10]}" if value % 10 else "")
    return _ONES[value]


def money(amount: Money) -> str:
    """An amount in words: "twenty two dollars fifty", "one dollar and five cents", "fifty cents"."""
    if amount.cents < 0:
        return f"minus {money(Money(-amount.cents))}"
    dollars, cents = divmod(amount.cents, 100)
    if not dollars and cents:
        return counted(cents, "cent", "cents")
    whole = counted(dollars, "dollar", "dollars")
    if not cents:
        return whole
    # "twenty two dollars five" could be heard as fifty.
    return f"{whole} {number(cents)}" if cents >= 10 else f"{whole} and {counted(cents, 'cent', 'cents')}"


def counted(count: int, one: str, many: str) -> str:
    """ "one item", "two items"."""
    return f"{number(count)} {one if count == 1 else many}"


def listing(words: Sequence[str], last: str = "and") -> str:
    """ "a, b and c"; where a part is a list itself a comma stands before the last: "a and b, and c"."""
    if len(words) < 2:
        return "".join(words)
    nested = any("," in word or f" {last} " in word for word in words)
    return ", ".join(words[:-1]) + (f", {last} " if nested else f" {last} ") + words[-1]


def clock(at: dt.datetime) -> str:
    """The time on the wall: "six fifteen pm", "six oh five pm", "six pm", "midday", "midnight"."""
    if not at.minute and at.hour in (0, 12):
        return "midday" if at.hour else "midnight"
    hour = number(at.hour % 12 or 12)
    minute = "" if not at.minute else f" oh {number(at.minute)}" if at.minute < 10 else f" {number(at.minute)}"
    return f"{hour}{minute} {'pm' if at.hour >= 12 else 'am'}"


def when(at: dt.datetime, now: dt.datetime) -> str:
    """A time as it is promised: "at six pm", "tomorrow at midday", "on Friday at six pm"; in the zone of `now`."""
    at = at.astimezone(now.tzinfo)
    days = (at.date() - now.date()).days
    # Half past midnight is tonight to whoever calls at eleven.
    if days == 0 or dt.timedelta(0) <= at - now < _NIGHT:
        return f"at {clock(at)}"
    return f"tomorrow at {clock(at)}" if days == 1 else on_day(at)


def on_day(at: dt.datetime) -> str:
    """The time with its weekday: "on Friday at six pm"."""
    return f"on {_DAYS[at.weekday()]} at {clock(at)}"


def shown_clock(at: dt.datetime) -> str:
    """The time as it is written: "6:15 PM"."""
    return f"{at.hour % 12 or 12}:{at.minute:02d} {'PM' if at.hour >= 12 else 'AM'}"


def order_number(placed: OrderNumber) -> str:
    """ "order number forty seven" for #047."""
    return f"order number {number(placed.number)}"


def sentence(words: str) -> str:
    """The words with a capital first and a full stop last."""
    words = words.strip()
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".?!" else ".")


def sentences(parts: Iterable[str]) -> str:
    """Each part a sentence, one after the other; empty ones are left out."""
    return " ".join(sentence(part) for part in parts if part.strip())


def speakable(words: str, longest: int = 200) -> str:
    """Somebody else's words with nothing in them that a voice would spell out: no symbols, no line breaks.

    Amounts become words ("500 ml": "five hundred millilitres"); what is longer than `longest` characters is cut.
    """
    words = unicodedata.normalize("NFC", words[: 4 * longest])
    words = _AMOUNT.sub(lambda found: f" {_spoken_amount(found)} ", words)
    words = re.sub(r"[&+]", lambda found: f" {_UNITS[found.group()]} ", words)
    words = " ".join(_UNSPOKEN.sub(" ", words).split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0]


def _spoken_amount(found: re.Match[str]) -> str:
    value, unit = number(int(found.group(1))), _UNITS.get((found.group(2) or "").lower(), "")
    # "A five hundred gram tub", but "five hundred grams of it".
    noun = unit.removesuffix("s") if _NOUN_FOLLOWS.match(found.string, found.end()) else unit
    return f"{value} {noun}".rstrip()
