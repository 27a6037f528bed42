"""The tool calls of a message, in every shape that VAPI has sent them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kebabalab.models.call import ToolCall
from kebabalab.models.errors import BadMessage
from kebabalab.validators.json_in import bounded, mapping, read, rows, text

MOST_CALLS = 50
MOST_ENCODINGS = 3
LONGEST_ID = 200
# Characters in the arguments of one message: what a model writes is a tenth of it, and a sentence costs time to read.
MOST_TEXT = 20_000
# VAPI adds these to the arguments for servers that need them; ours reads them where a model can't have written them.
STATIC_PARAMETERS = frozenset({"caller_number", "call_id"})
MISSING = object()


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    name: str
    arguments: object


def tool_calls(message: dict[str, object]) -> tuple[ToolCall, ...]:
    """Each call of a `tool-calls` message once, in order (contract, The webhook). Raises BadMessage for too many.

    The same call stands in two or three lists: the first list that names it decides, the others fill what it lacks.
    Calls without an id are taken from the first list that has any call, as there they can't be told from each other.
    """
    told = [rows(message.get(name)) for name in ("toolCallList", "toolWithToolCallList", "toolCalls")]
    if max(map(len, told)) > MOST_CALLS:
        raise BadMessage("too many tool calls in one message")
    flat, with_tool, older = told
    lists = [
        [_flat(row) for row in flat],
        [_with_tool(row) for row in with_tool],
        [_flat(row) for row in older],
    ]
    found = list(_once(lists))
    if len(found) > MOST_CALLS:
        raise BadMessage("too many tool calls in one message")
    return tuple(_until_too_much(map(_tool_call, found)))


def legacy_call(message: dict[str, object]) -> ToolCall:
    """The one call of the old `function-call` message; it has no id."""
    call = mapping(message.get("functionCall"))
    made = _tool_call(_Row("", text(call.get("name")), _first(call, "parameters", "arguments")))
    return next(_until_too_much([made]))


def _once(lists: list[list[_Row]]) -> Iterator[_Row]:
    preferred = next((calls for calls in lists if calls), [])
    by_id: dict[str, _Row] = {}
    for row in (row for calls in lists for row in calls if row.id):
        known = by_id.setdefault(row.id, row)
        by_id[row.id] = _Row(
            row.id, known.name or row.name, row.arguments if known.arguments is MISSING else known.arguments
        )
    for row in preferred:
        if not row.id:
            yield row
        elif row.id in by_id:
            yield by_id.pop(row.id)
    yield from by_id.values()


def _flat(row: dict[str, object]) -> _Row:
    function = mapping(row.get("function"))
    arguments = _first(row, "arguments", "parameters")
    if arguments is MISSING:
        arguments = _first(function, "arguments", "parameters")
    return _Row(_id(row.get("id")), text(row.get("name")) or text(function.get("name")), arguments)


def _with_tool(row: dict[str, object]) -> _Row:
    # The outer `function.parameters` is the tool's schema: arguments are read from the inner call alone.
    inner = _flat(mapping(row.get("toolCall")))
    name = inner.name or text(row.get("name")) or text(mapping(row.get("function")).get("name"))
    return _Row(inner.id, name, inner.arguments)


def _first(row: dict[str, object], *names: str) -> object:
    return next((row[name] for name in names if row.get(name) is not None), MISSING)


def _id(value: object) -> str:
    written = str(value) if isinstance(value, int) and not isinstance(value, bool) else text(value)
    return written if len(written) <= LONGEST_ID else ""


def _tool_call(row: _Row) -> ToolCall:
    try:
        return ToolCall(row.id, row.name, _arguments(row.arguments))
    except BadMessage as bad:
        return ToolCall(row.id, row.name, {}, f"The arguments can't be read: {bad}.")


def _until_too_much(calls: Iterable[ToolCall]) -> Iterator[ToolCall]:
    """The calls, those refused with which there is more to read than any caller says."""
    left = MOST_TEXT
    for call in calls:
        left -= _length(call.arguments)
        too_much = "There is too much text in this message: call the tool again, with less."
        yield call if left >= 0 else ToolCall(call.id, call.name, {}, too_much)


def _length(value: object) -> int:
    """How many characters there are to read in arguments, one for anything that is no text."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(len(name) + _length(inner) for name, inner in value.items())
    return sum(map(_length, value)) if isinstance(value, list) else 1


def _arguments(value: object) -> dict[str, object]:
    """Arguments as an object, also where they were encoded once or twice too often. Raises BadMessage."""
    for _ in range(MOST_ENCODINGS):
        if not isinstance(value, str):
            break
        value = read(value) if value.strip() else None
    if value is None or value is MISSING:
        return {}
    if not isinstance(value, dict):
        raise BadMessage("not an object")
    return {name: inner for name, inner in mapping(bounded(value)).items() if name not in STATIC_PARAMETERS}
