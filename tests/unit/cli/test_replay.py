"""A recorded call is played as it stands, and whatever is answered otherwise is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kebabalab.cli.replay import Body, RecordingBroken, differences, load, play, renewed

CALL = {"id": "0199c0de-0001-7000-8000-000000000001"}


def message(*names: str) -> Body:
    calls = [{"id": f"t{n}", "function": {"name": name, "arguments": {"n": n}}} for n, name in enumerate(names)]
    return {"type": "tool-calls", "call": CALL, "toolCallList": calls, "toolCalls": calls}


def recording(folder: Path, name: str = "call.json", **fields: Any) -> Path:
    file = folder / name
    file.write_text(
        json.dumps({"title": "A call", "steps": [{"say": "Hello", "message": message("checkOpen")}], **fields})
    )
    return file


def answering(**result: object) -> Body:
    return {"results": [{"name": "checkOpen", "toolCallId": "t0", "result": json.dumps(result)}]}


def found(expected: object, actual: object) -> list[str]:
    return list(differences(expected, actual, "answer"))


def test_each_step_is_sent_as_the_body_that_vapi_sends(tmp_path: Path) -> None:
    sent: list[Body] = []

    def post(body: Body) -> Body:
        sent.append(body)
        return answering(ok=True)

    (turn,) = play(load(recording(tmp_path)), post)
    assert sent == [{"message": message("checkOpen")}]
    assert [(row.tool, row.arguments, row.ok, row.result) for row in turn.rows] == [
        ("checkOpen", {"n": 0}, True, {"ok": True})
    ]


def test_an_answer_that_holds_what_is_expected_has_no_mismatch(tmp_path: Path) -> None:
    steps = [{"message": message("checkOpen"), "expect": [{"ok": True, "message": "~are OPEN"}]}]
    (turn,) = play(
        load(recording(tmp_path, steps=steps)), lambda _: answering(ok=True, message="We are open.", isOpen=True)
    )
    assert turn.mismatches == ()


def test_an_answer_that_is_otherwise_is_named_with_its_place(tmp_path: Path) -> None:
    steps = [{"message": message("checkOpen"), "expect": [{"isOpen": True}]}]
    (turn,) = play(load(recording(tmp_path, steps=steps)), lambda _: answering(ok=True, isOpen=False))
    assert turn.mismatches == ("answer[0].isOpen is False, not True",)


def test_an_answer_without_rows_is_compared_whole(tmp_path: Path) -> None:
    steps = [{"message": {"type": "hang", "call": CALL}, "expect": [{"error": "x"}]}]
    (turn,) = play(load(recording(tmp_path, steps=steps)), lambda _: {})
    assert turn.mismatches == ("answer[0].error is missing",)


def test_calls_that_come_before_are_played_first_and_not_shown(tmp_path: Path) -> None:
    recording(tmp_path, "earlier.json", steps=[{"message": message("createOrder")}])
    sent: list[str] = []

    def post(body: Body) -> Body:
        sent.append(json.dumps(body))
        return answering(ok=True)

    turns = list(play(load(recording(tmp_path, before=["earlier.json"])), post))
    assert ["createOrder" in body for body in sent] == [True, False]
    assert len(turns) == 1


def test_a_renewed_call_has_ids_of_its_own_in_every_place(tmp_path: Path) -> None:
    chat = {
        "type": "tool-calls",
        "chat": {"id": "c1"},
        "toolWithToolCallList": [{"server": {"headers": {"X-Chat-Id": "h1"}}, "toolCall": {"id": "t"}}],
    }
    steps = [{"message": message("checkOpen")}, {"message": message("priceCart")}, {"message": chat}]
    first, second, third = (step.message for step in renewed(load(recording(tmp_path, steps=steps))).steps)
    assert first["call"] == second["call"] != CALL
    assert '"h1"' not in json.dumps(third)
    assert '"c1"' not in json.dumps(third)


@pytest.mark.parametrize(
    ("expected", "actual"),
    (
        ({"a": 1}, {"a": 1, "b": 2}),
        ([1, {"a": 2}], [1, {"a": 2, "b": 3}]),
        ("~forty", "Your number is FORTY seven"),
        (22.0, 22),
        (None, None),
    ),
)
def test_some_fields_of_what_is_answered_are_enough(expected: object, actual: object) -> None:
    assert found(expected, actual) == []


@pytest.mark.parametrize(
    ("expected", "actual", "line"),
    (
        ({"a": 1}, {"b": 1}, "answer.a is missing"),
        ([1], [1, 2], "answer has 2 entries, not 1"),
        ([1], 7, "answer is 7, not [1]"),
        ("~forty", "fifty", "answer is 'fifty', without 'forty'"),
        ("~forty", None, "answer is None, without 'forty'"),
        (True, 1, "answer is 1, not True"),
        (0, False, "answer is False, not 0"),
    ),
)
def test_what_differs_is_named(expected: object, actual: object, line: str) -> None:
    assert found(expected, actual) == [line]


@pytest.mark.parametrize(
    "content", ("{", "[]", "{}", '{"title": "x"}', '{"title": "x", "steps": [{}]}', '{"title": "x", "steps": 7}')
)
def test_a_file_that_is_no_recording_says_why(content: str, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text(content)
    with pytest.raises(RecordingBroken, match=r"broken\.json"):
        load(file)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordingBroken, match="No such file"):
        load(tmp_path / "absent.json")
