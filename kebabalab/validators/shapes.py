"""Single values as models send them: numbers in words, lists as one string, yes for true; each with one meaning.

Functions raise ValueError with what was wanted, in words, when a value has no meaning or more than one.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from types import MappingProxyType

MOST_IN_A_LIST = 50
LAST = -1  # "the last one", where a place in the cart is meant

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_MORE = "seventeen eighteen nineteen twenty".split()
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NUMBERS: Mapping[str, int] = MappingProxyType(
    {
        **{word: value for value, word in enumerate([*_ONES, *_MORE])},
        **{word: value for value, word in zip(range(30, 100, 10), _TENS, strict=True)},
        "a": 1, "an": 1, "another": 1, "a couple": 2, "couple": 2, "a pair": 2, "pair": 2, "a few": 3,
        "half a dozen": 6, "a dozen": 12, "dozen": 12,
    }
)  # fmt: skip
_YES = frozenset("yes y true t 1 on with".split())
_NO = frozenset("no n false f 0 off without none".split())
_NUMBER = re.compile(r"([+-]?\d{1,9})(?:\.0+)?")
_BREAKS = re.compile(r"[,;\n|]+")
_HELPINGS = ("amount", "level", "helping", "mark", "modifier", "quantity")
_NAMES = ("name", "value", "option", "id", "item", "label")


def text(value: object) -> object:
    """Text as it came, trimmed; a number as its digits; a list of texts as one text. Raises ValueError."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return ", ".join(one.strip() for one in value if isinstance(one, str))
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("must be text")
    return str(value)


def whole(value: object) -> object:
    """A whole number: 2, 2.0, "2", "two", "a couple". Raises ValueError."""
    if isinstance(value, str):
        return _number_in(value)
    # An integer is whole however long it is; asked whether it is finite, one of 400 digits raises.
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, float) or not math.isfinite(value) or value % 1:
        raise ValueError("must be a whole number")
    return int(value)


def place(value: object) -> object:
    """A place in the cart, counted from 0; "the second one" is 1, "last" is LAST. Raises ValueError."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, str):
        words = re.sub(r"^the\s+|\s+(one|item|line)$", "", value.strip().casefold())
        if words in _ORDINALS:
            return _ORDINALS.index(words)
        if words == "last":
            return LAST
    try:
        found = whole(value)
    except ValueError:
        raise ValueError("must be the number of a line of the cart, counted from 0") from None
    if isinstance(found, int) and found < 0:
        raise ValueError("must not be negative: lines are counted from 0")
    return found


def flag(value: object) -> object:
    """True or false, also as "yes", "no", 1, 0. Raises ValueError."""
    if isinstance(value, bool):
        return value
    words = str(value).strip().casefold() if isinstance(value, str | int | float) else ""
    if words in _YES:
        return True
    if words in _NO:
        return False
    raise ValueError("must be true or false")


def texts(value: object) -> list[str]:
    """A list of texts: also one text with commas, JSON in a string, or an object of what is true. Raises ValueError."""
    value = decoded(value)
    if isinstance(value, str):
        value = [one for one in _BREAKS.split(value) if one.strip()]
    if isinstance(value, dict):
        value = _of_object(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = [str(value)]
    if not isinstance(value, list):
        raise ValueError("must be a list of texts")
    if len(value) > MOST_IN_A_LIST:
        raise ValueError(f"must not have more than {MOST_IN_A_LIST} entries")
    return [_one_text(one) for one in value if one is not None and one != ""]


def places(value: object) -> object:
    """Places in the cart: a list, one number, "0, 1", or None for "all". Raises ValueError."""
    value = decoded(value)
    if isinstance(value, str):
        if value.strip().casefold() in ("all", "all of them", "everything", "*"):
            return None
        value = [one for one in re.split(r"[,;\s]+(?:and\s+)?", value) if one]
    if not isinstance(value, list):
        value = [value]
    if len(value) > MOST_IN_A_LIST:
        raise ValueError(f"must not have more than {MOST_IN_A_LIST} entries")
    return [place(one) for one in value] or None


def decoded(value: object) -> object:
    """The object or list that a string holds as JSON; anything else as it is."""
    if isinstance(value, str) and value.strip()[:1] in ("{", "["):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return value


def _number_in(words: str) -> int:
    found = _NUMBER.fullmatch(words.strip())
    if found is not None:
        return int(found[1])
    words = " ".join(words.casefold().replace("-", " ").split())
    if words in _NUMBERS:
        return _NUMBERS[words]
    tens, _, ones = words.partition(" ")
    if tens in ("twenty", *_TENS) and 0 < _NUMBERS.get(ones, 0) < 10:
        return _NUMBERS[tens] + _NUMBERS[ones]
    raise ValueError("must be a whole number")


def _of_object(value: dict[str, object]) -> list[object]:
    """{"x": true, "y": false}: what is true. Anything else is one entry."""
    if value and all(isinstance(one, bool) for one in value.values()):
        return [name.replace("_", " ") for name, taken in value.items() if taken]
    return [value]


def _one_text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        name = next((value[key] for key in _NAMES if isinstance(value.get(key), str)), None)
        helping = next((value[key] for key in _HELPINGS if isinstance(value.get(key), str)), "")
        if name is not None and not set(value) - {*_NAMES, *_HELPINGS}:
            return f"{helping} {name}".strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise ValueError("must be a list of texts")
