"""Arguments as models send them, in every shape that was seen, brought to the one shape that the schemas check.

What has one meaning is accepted; the rest is refused by name (contract, The webhook).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from kebabalab.models.errors import BadArguments
from kebabalab.validators.shapes import decoded

_Model = TypeVar("_Model", bound=BaseModel)

# Added by VAPI for servers that need them; here the caller and the call are read where a model can't have written them.
_STATIC = frozenset({"caller_number", "call_id"})
_WRAPPERS = frozenset({"arguments", "parameters", "args", "params", "input"})
_FIELD = ("property", "name", "field", "key", "attribute", "path", "option")
_VALUE = ("value", "new_value", "newvalue", "to", "new")
# Keys under which models nest what is to be changed.
_NESTS = frozenset({"modifications", "modification", "properties", "changes", "updates", "fields", "edits"})
_SPOKEN = frozenset({"description", "instruction", "instructions", "request", "text"})
_PAIR = re.compile(r"\s*([A-Za-z_]{2,30})\s*[=:]\s*(.+?)\s*")
_PARTS = re.compile(r"[;\n]|,(?=\s*[A-Za-z_]+\s*[=:])")
_DEEPEST = 4
_MOST_PROBLEMS = 8


def check(schema: type[_Model], raw: Mapping[str, object]) -> _Model:
    """The arguments as their schema, whatever the shape they came in. Raises BadArguments, each argument named."""
    try:
        return schema.model_validate(tidied(raw))
    except ValidationError as wrong:
        outside = {name: field.alias or name for name, field in schema.model_fields.items()}
        raise BadArguments(tuple(_problems(wrong, outside))) from None


def tidied(raw: Mapping[str, object]) -> dict[str, object]:
    """The arguments with keys in snake_case, without those that are null, out of a wrapper. Raises BadArguments."""
    for _ in range(_DEEPEST):
        if len(raw) != 1:
            break
        key, value = next(iter(raw.items()))
        inner = decoded(value)
        if snake(key) not in _WRAPPERS or not isinstance(inner, dict):
            break
        raw = inner
    return {key: value for key, value in _once(raw.items()) if key not in _STATIC}


def snake(key: str) -> str:
    """A key in snake_case: "itemIndex", "Item Index" and "item-index" are "item_index"."""
    key = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", key.strip())
    return re.sub(r"[\s\-.]+", "_", key).casefold()


def changes(raw: Mapping[str, object], beside: frozenset[str]) -> tuple[dict[str, object], tuple[str, ...]]:
    """What is to be changed of a line, by field, and what was said of it in words.

    `raw` are the tidied arguments; `beside` the keys that name no change. Every shape that models were seen to send:
    an object, JSON in a string, a list of {property, value} or of pairs, {"size": {"value": ...}}, nested under
    `properties`, at the top level. Raises BadArguments.
    """
    found: dict[str, object] = {}
    spoken: list[str] = []
    for key, value in _flattened({name: one for name, one in raw.items() if name not in beside}, _DEEPEST):
        if key in _SPOKEN:
            spoken += [value] if isinstance(value, str) else []
        elif key in found and found[key] != value:
            raise BadArguments((f"{key} is given twice, with different values",))
        else:
            found[key] = value
    return found, tuple(words for words in spoken if words.strip())


def _flattened(value: object, depth: int) -> Iterator[tuple[str, object]]:
    """Each change as (field, value); words that no field is named for under "description"."""
    value = decoded(value)
    if depth < 0:
        raise BadArguments(("modifications is nested too deeply",))
    if isinstance(value, str):
        yield from _in_words(value)
    elif isinstance(value, list):
        for one in value:
            yield from _flattened_row(one, depth)
    elif isinstance(value, dict):
        yield from _flattened_object(value, depth)
    elif value is not None:
        raise BadArguments(("modifications must be an object of what is to be changed",))


def _flattened_object(value: dict[str, object], depth: int) -> Iterator[tuple[str, object]]:
    row = dict(_once(value.items()))
    named = _named_change(row)
    if named is not None:
        yield named
        return
    for key, inner in row.items():
        if key in _NESTS:
            yield from _flattened(inner, depth - 1)
        else:
            yield key, _unwrapped(inner)


def _flattened_row(one: object, depth: int) -> Iterator[tuple[str, object]]:
    is_pair = isinstance(one, list) and len(one) == 2 and isinstance(one[0], str)
    if isinstance(one, list) and is_pair:
        yield snake(str(one[0])), _unwrapped(one[1])
    else:
        yield from _flattened(one, depth - 1)


def _in_words(value: str) -> Iterator[tuple[str, object]]:
    """ "size=large; salt: none" names fields; anything else is what the caller said."""
    if not value.strip():
        return
    pairs = [_PAIR.fullmatch(part) for part in _PARTS.split(value) if part.strip()]
    if pairs and all(pair is not None for pair in pairs):
        yield from ((snake(pair[1]), pair[2]) for pair in pairs if pair is not None)
    else:
        yield "description", value


def _named_change(row: dict[str, object]) -> tuple[str, object] | None:
    """{"property": "size", "value": "large"} in all its spellings, None for another object."""
    values = [key for key in _VALUE if key in row]
    fields = [key for key in _FIELD if isinstance(row.get(key), str)]
    if not values or not fields or set(row) - {*_FIELD, *_VALUE, "from", "old", "old_value", "type", "action"}:
        return None
    action = snake(str(row.get("action") or row.get("type") or ""))
    prefix = f"{action}_" if action in ("add", "remove") else ""
    return prefix + snake(str(row[fields[0]])), row[values[0]]


def _unwrapped(value: object) -> object:
    """The value inside {"value": ...}; other values as they are, JSON in strings read."""
    value = decoded(value)
    if isinstance(value, dict):
        row = dict(_once(value.items()))
        key = next((key for key in _VALUE if key in row), None)
        if key is not None and not set(row) - {*_VALUE, "from", "old", "old_value"}:
            return row[key]
        return row
    return value


def _once(items: Iterable[tuple[str, object]]) -> Iterator[tuple[str, object]]:
    """Keys in snake_case, nulls left out. Raises BadArguments where one is given twice with different values."""
    seen: dict[str, object] = {}
    for key, value in items:
        name = snake(key)
        if value is None:
            continue
        if name in seen and seen[name] != value:
            raise BadArguments((f"{name} is given twice, with different values",))
        seen[name] = value
    yield from seen.items()


def _problems(wrong: ValidationError, outside: Mapping[str, str]) -> Iterator[str]:
    """Each mistake as words that name its argument as it is called outside; nothing of the value is repeated."""
    for one in wrong.errors(include_url=False, include_context=True, include_input=False)[:_MOST_PROBLEMS]:
        where = " of ".join(_part(part, outside) for part in reversed(one["loc"])) or "the arguments"
        limit = one.get("ctx", {})
        kind = one["type"]
        if kind == "missing":
            what = "is missing"
        elif kind in ("string_too_short", "too_short"):
            what = "is empty"
        elif kind in ("string_too_long", "too_long"):
            what = f"is longer than {limit.get('max_length')}" + (" characters" if kind == "string_too_long" else "")
        elif kind == "value_error":
            what = str(limit.get("error", "can't be used"))
        else:
            what = one["msg"][:1].lower() + one["msg"][1:]
        yield f"{where} {what}"


def _part(part: int | str, outside: Mapping[str, str]) -> str:
    return f"number {part}" if isinstance(part, int) else outside.get(part, part)
