"""Recorded calls: read from a file, sent to a server message by message, compared with what was expected.

A recording is JSON: `title`; `at`, the shop's time it is played at ("2026-11-23 18:00"); `caller`, E.164 or "";
`steps`; and where wanted `before`, other recordings to play first, and `stored`, the orders there must be afterwards.
A step has `say`, what the caller said, `message`, the whole message as VAPI sends it, and `expect`, what each row of
the answer must hold. Expected of an object are some of its fields; of text that begins with "~", what it must contain.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson

CONTAINS = "~"
Body = dict[str, object]


class RecordingBroken(Exception):
    """A file is no recording; the text says why."""


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a call, and what must be answered."""

    say: str
    message: Body
    expect: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded call. `at` is a time on the shop's clock, "" for now."""

    title: str
    at: str
    caller: str
    steps: tuple[Step, ...]
    before: tuple[Recorded, ...] = ()
    stored: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One tool call and what it was answered; `result` is the result object."""

    tool: str
    arguments: object
    ok: bool
    result: Body


@dataclass(frozen=True, slots=True)
class Turn:
    """A step as it was played."""

    step: Step
    answer: Body
    rows: tuple[Row, ...]

    @property
    def mismatches(self) -> tuple[str, ...]:
        """Where the answer is not what was expected, a line each."""
        if not self.step.expect:
            return ()
        answered: list[object] = [row.result for row in self.rows] if self.rows else [self.answer]
        return tuple(differences(list(self.step.expect), answered, "answer"))


def load(path: Path) -> Recorded:
    """The recording in this file, those to be played before it with it. Raises RecordingBroken."""
    try:
        held = orjson.loads(path.read_bytes())
        return Recorded(
            title=str(held["title"]),
            at=str(held.get("at", "")),
            caller=str(held.get("caller", "")),
            steps=tuple(
                Step(str(step.get("say", "")), dict(step["message"]), tuple(step.get("expect", ())))
                for step in held["steps"]
            ),
            before=tuple(load(path.parent / name) for name in held.get("before", ())),
            stored=tuple(held.get("stored", ())),
        )
    except OSError as missing:
        raise RecordingBroken(f"{path}: {missing.strerror}") from None
    except orjson.JSONDecodeError as broken:
        raise RecordingBroken(f"{path}: line {broken.lineno}: {broken.msg}") from None
    except KeyError as absent:
        raise RecordingBroken(f"{path}: {absent.args[0]!r} is missing") from None
    except (TypeError, ValueError, AttributeError):
        raise RecordingBroken(f"{path}: no recording of a call") from None


def renewed(recorded: Recorded) -> Recorded:
    """The same call under ids never used before, so that a server which knows it takes it for a new one."""
    new = {
        orjson.dumps(name): orjson.dumps(str(uuid.uuid4())) for step in recorded.steps for name in _ids(step.message)
    }
    steps = []
    for step in recorded.steps:
        raw = orjson.dumps(step.message)
        for old, fresh in new.items():
            raw = raw.replace(old, fresh)
        steps.append(Step(step.say, orjson.loads(raw), step.expect))
    before = tuple(renewed(earlier) for earlier in recorded.before)
    return Recorded(recorded.title, recorded.at, recorded.caller, tuple(steps), before, recorded.stored)


def play(recorded: Recorded, post: Callable[[Body], Body]) -> Iterator[Turn]:
    """Send the call's messages one after the other and yield each with its answer; calls before it are not yielded."""
    for earlier in recorded.before:
        for _turn in play(earlier, post):
            pass
    for step in recorded.steps:
        answer = post({"message": step.message})
        yield Turn(step, answer, tuple(_rows(step.message, answer)))


def differences(expected: object, actual: object, place: str) -> Iterator[str]:
    """Where `actual` is not as `expected`, a line each. `place` names where we are."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for name, value in expected.items():
            if name in actual:
                yield from differences(value, actual[name], f"{place}.{name}")
            else:
                yield f"{place}.{name} is missing"
    elif isinstance(expected, list) and isinstance(actual, list):
        if len(expected) != len(actual):
            yield f"{place} has {len(actual)} entries, not {len(expected)}"
        for index, (wanted, given) in enumerate(zip(expected, actual, strict=False)):
            yield from differences(wanted, given, f"{place}[{index}]")
    elif isinstance(expected, str) and expected.startswith(CONTAINS):
        if not isinstance(actual, str) or expected[1:].lower() not in actual.lower():
            yield f"{place} is {actual!r}, without {expected[1:]!r}"
    elif expected != actual or isinstance(expected, bool) != isinstance(actual, bool):
        yield f"{place} is {actual!r}, not {expected!r}"


def _ids(message: Body) -> Iterator[str]:
    for name in ("call", "chat"):
        held = message.get(name)
        if isinstance(held, dict) and isinstance(held.get("id"), str):
            yield held["id"]
    tools = message.get("toolWithToolCallList")
    for tool in tools if isinstance(tools, list) else ():
        header = tool.get("server", {}).get("headers", {}).get("X-Chat-Id")
        if header:
            yield header


def _rows(message: Body, answer: Body) -> Iterator[Row]:
    asked = {str(call.get("id")): call for call in _calls(message)}
    results = answer.get("results")
    for row in results if isinstance(results, list) else ():
        text = row.get("result", row.get("error", "{}"))
        arguments = _arguments(asked.get(str(row.get("toolCallId")), {}))
        yield Row(str(row.get("name")), arguments, "result" in row, orjson.loads(text))


def _calls(message: Body) -> list[Body]:
    for name in ("toolCallList", "toolCalls"):
        calls = message.get(name)
        if isinstance(calls, list) and calls:
            return calls
    tools = message.get("toolWithToolCallList")
    return [tool.get("toolCall", {}) for tool in tools] if isinstance(tools, list) else []


def _arguments(call: Body) -> object:
    function = call.get("function")
    held = function if isinstance(function, dict) else call
    return held.get("arguments", held.get("parameters", {}))
