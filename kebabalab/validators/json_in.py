"""JSON from outside, bounded: what is too deep, too long or no JSON at all is refused, never a RecursionError."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator

import orjson

from kebabalab.models.errors import BadMessage

MAX_DEPTH = 32
MOST_VALUES = 50_000


def read(raw: bytes | str) -> object:
    """The value that this JSON text holds. Raises BadMessage."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        return _read_leniently(raw)


def _read_leniently(raw: bytes | str) -> object:
    # VAPI cuts transcripts as JavaScript does, through the middle of an emoji: valid for it, refused by orjson.
    text = raw if isinstance(raw, str) else raw.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadMessage("not valid JSON") from None


def bounded(value: object) -> object:
    """The same value with text that can be stored.

    Raises BadMessage where it nests deeper than MAX_DEPTH or holds more than MOST_VALUES, keys included.
    """
    return _bounded(value, MAX_DEPTH, iter(range(MOST_VALUES)))


def _bounded(value: object, depth: int, left: Iterator[int]) -> object:
    if next(left, None) is None:
        raise BadMessage("too many values")
    if isinstance(value, str):
        # PostgreSQL stores no zero byte, and nothing stores half a character.
        return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    if not isinstance(value, dict | list):
        return value
    if depth == 0:
        raise BadMessage("nested too deeply")
    if isinstance(value, dict):
        return {str(_bounded(key, depth, left)): _bounded(inner, depth - 1, left) for key, inner in value.items()}
    return [_bounded(inner, depth - 1, left) for inner in value]


def mapping(value: object) -> dict[str, object]:
    """The value when it is an object, an empty one otherwise: reading on never fails."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[dict[str, object]]:
    """The objects of a list; anything else in it, or instead of it, is left out."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def text(value: object) -> str:
    """The value when it is text that can be stored, "" otherwise."""
    return str(bounded(value)) if isinstance(value, str) else ""


def number(value: object) -> float | None:
    """The value when it is a number that can be reckoned with, None otherwise."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None
