"""Each tool call of a message is read once, whatever shape it came in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kebabalab.models.call import ToolCall
from kebabalab.models.errors import BadMessage
from kebabalab.validators.vapi import parse

ADD = ToolCall("abc", "quickAddItem", {"description": "two of those"})
WITHOUT_ID = ToolCall("", "quickAddItem", {"description": "two of those"})
ARGUMENTS = {"description": "two of those"}


def message(**fields: Any) -> bytes:
    return json.dumps({"message": {"type": "tool-calls", "call": {"id": "call-1"}, **fields}}).encode()


def read(**fields: Any) -> tuple[ToolCall, ...]:
    return parse(message(**fields)).tool_calls


SHAPES = {
    "name and parameters": {"id": "abc", "name": "quickAddItem", "parameters": ARGUMENTS},
    "name and arguments": {"id": "abc", "name": "quickAddItem", "arguments": ARGUMENTS},
    "a function with arguments": {
        "id": "abc",
        "type": "function",
        "function": {"name": "quickAddItem", "arguments": ARGUMENTS},
    },
    "a function with parameters": {"id": "abc", "function": {"name": "quickAddItem", "parameters": ARGUMENTS}},
    "arguments as JSON text": {"id": "abc", "name": "quickAddItem", "arguments": json.dumps(ARGUMENTS)},
    "a function with arguments as JSON text": {
        "id": "abc",
        "function": {"name": "quickAddItem", "arguments": json.dumps(ARGUMENTS)},
    },
    "arguments encoded twice": {"id": "abc", "name": "quickAddItem", "arguments": json.dumps(json.dumps(ARGUMENTS))},
}
SHAPES_WITH_TOOL = {
    "an outer name, inner parameters": {"name": "quickAddItem", "toolCall": {"id": "abc", "parameters": ARGUMENTS}},
    "an outer function, inner parameters": {
        "function": {"name": "quickAddItem", "parameters": {"type": "object", "properties": {"description": {}}}},
        "toolCall": {"id": "abc", "parameters": ARGUMENTS},
    },
    "an inner function": {
        "toolCall": {"id": "abc", "function": {"name": "quickAddItem", "arguments": json.dumps(ARGUMENTS)}}
    },
}


@pytest.mark.parametrize("name", ("toolCallList", "toolCalls"))
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_a_call_is_read_in_every_documented_shape(name: str, shape: dict[str, Any]) -> None:
    assert read(**{name: [shape]}) == (ADD,)


@pytest.mark.parametrize("shape", SHAPES_WITH_TOOL.values(), ids=SHAPES_WITH_TOOL.keys())
def test_a_call_beside_its_tool_is_read_in_every_documented_shape(shape: dict[str, Any]) -> None:
    assert read(toolWithToolCallList=[shape]) == (ADD,)


def test_a_tools_schema_is_never_taken_for_arguments() -> None:
    tool = {
        "function": {"name": "checkOpen", "parameters": {"type": "object", "properties": {"a": {}}}},
        "toolCall": {"id": "abc"},
    }
    assert read(toolWithToolCallList=[tool]) == (ToolCall("abc", "checkOpen", {}),)


def test_a_call_that_stands_in_three_lists_is_read_once() -> None:
    flat, with_tool = SHAPES["a function with arguments"], SHAPES_WITH_TOOL["an outer name, inner parameters"]
    assert read(toolCalls=[flat], toolCallList=[flat], toolWithToolCallList=[with_tool]) == (ADD,)


def test_a_call_without_an_id_that_stands_in_three_lists_is_read_once() -> None:
    flat = {"name": "quickAddItem", "arguments": ARGUMENTS}
    with_tool = {"name": "quickAddItem", "toolCall": {"parameters": ARGUMENTS}}
    assert read(toolCalls=[flat], toolCallList=[flat], toolWithToolCallList=[with_tool]) == (WITHOUT_ID,)


def test_two_calls_without_an_id_in_one_list_are_two_calls() -> None:
    flat = {"name": "quickAddItem", "arguments": ARGUMENTS}
    assert read(toolCallList=[flat, flat]) == (WITHOUT_ID, WITHOUT_ID)


def test_the_first_list_decides_what_a_call_says() -> None:
    assert read(
        toolCallList=[{"id": "abc", "name": "quickAddItem", "arguments": ARGUMENTS}],
        toolCalls=[{"id": "abc", "name": "clearCart", "arguments": {}}],
    ) == (ADD,)


def test_what_the_first_list_lacks_is_taken_from_the_others() -> None:
    assert read(
        toolCallList=[{"id": "abc"}],
        toolWithToolCallList=[{"name": "quickAddItem", "toolCall": {"id": "abc", "parameters": ARGUMENTS}}],
    ) == (ADD,)


def test_a_call_that_only_a_later_list_holds_comes_after_the_others() -> None:
    calls = read(
        toolCallList=[{"id": "b", "name": "priceCart"}],
        toolCalls=[{"id": "a", "name": "checkOpen"}, {"id": "b", "name": "priceCart"}],
    )
    assert [call.id for call in calls] == ["b", "a"]


def test_calls_keep_their_order() -> None:
    calls = read(toolCallList=[{"id": str(n), "name": "checkOpen"} for n in (3, 1, 2)])
    assert [call.id for call in calls] == ["3", "1", "2"]


@pytest.mark.parametrize("nothing", (None, "", "  ", {}, "{}", "null", '""'))
def test_absent_arguments_are_no_arguments(nothing: object) -> None:
    assert read(toolCallList=[{"id": "abc", "name": "checkOpen", "arguments": nothing}]) == (
        ToolCall("abc", "checkOpen", {}),
    )


@pytest.mark.parametrize("arguments", ("{not json", "[1]", [1], 7, "8", True, "{" * 3000, [[[[1]]]]))
def test_arguments_that_cannot_be_read_are_a_problem_of_their_own_call(arguments: object) -> None:
    bad, good = read(
        toolCallList=[
            {"id": "bad", "name": "quickAddItem", "arguments": arguments},
            {"id": "abc", "name": "quickAddItem", "arguments": ARGUMENTS},
        ]
    )
    assert (bad.id, bad.name, bad.arguments) == ("bad", "quickAddItem", {})
    assert bad.problem
    assert good == ADD


def test_arguments_that_nest_without_end_are_a_problem_and_no_crash() -> None:
    nested: object = "x"
    for _ in range(200):
        nested = {"a": nested}
    (call,) = read(toolCallList=[{"id": "abc", "name": "quickAddItem", "arguments": nested}])
    assert "too deeply" in call.problem


def test_static_parameters_never_reach_a_tool() -> None:
    arguments = {"customerName": "Sam", "caller_number": "+61491570110", "call_id": "another-call"}
    (call,) = read(toolCallList=[{"id": "abc", "name": "createOrder", "arguments": arguments}])
    assert call.arguments == {"customerName": "Sam"}


def test_a_number_as_id_is_given_back_as_text() -> None:
    assert [call.id for call in read(toolCallList=[{"id": 7, "name": "checkOpen"}])] == ["7"]


@pytest.mark.parametrize("rubbish", (None, "text", 7, {}, [], [None, 7, "x", []]))
def test_a_list_that_holds_no_call_has_no_calls(rubbish: object) -> None:
    assert read(toolCallList=rubbish, toolWithToolCallList=rubbish, toolCalls=rubbish) == ()


def test_a_call_without_a_name_keeps_its_id_to_be_refused_under() -> None:
    assert read(toolCallList=[{"id": "abc"}]) == (ToolCall("abc", "", {}),)


def test_half_an_emoji_in_the_arguments_becomes_a_question_mark() -> None:
    body = message(toolCallList=[{"id": "abc", "name": "quickAddItem", "arguments": {"description": "a \ud83d b"}}])
    assert parse(body).tool_calls[0].arguments == {"description": "a ? b"}


def test_more_calls_than_any_model_makes_are_refused_whole() -> None:
    with pytest.raises(BadMessage, match="too many"):
        read(toolCallList=[{"id": str(n), "name": "checkOpen"} for n in range(51)])


def test_the_old_message_holds_one_call_without_an_id() -> None:
    body = json.dumps(
        {
            "message": {
                "type": "function-call",
                "call": {"id": "call-1"},
                "functionCall": {"name": "quickAddItem", "parameters": ARGUMENTS},
            }
        }
    )
    webhook = parse(body.encode())
    assert (webhook.tool_calls, webhook.legacy) == ((WITHOUT_ID,), True)


def test_of_more_text_than_any_caller_says_the_calls_that_come_first_are_read() -> None:
    long = [{"id": f"t{n}", "name": "quickAddItem", "arguments": {"description": "two " * 499}} for n in range(12)]
    calls = read(toolCallList=long)
    assert [call.id for call in calls] == [f"t{n}" for n in range(12)]
    assert ["too much text" in call.problem for call in calls] == [False] * 9 + [True] * 3
    assert calls[-1].arguments == {}


@pytest.mark.parametrize(
    "arguments",
    (
        {"items": [{"description": "two " * 499}] * 12},
        {"description": "x" * 21_000},
        {"k" * 21_000: 1},
        {"items": [[[0] * 5_000] * 5]},
        json.dumps({"description": "x" * 21_000}),
    ),
    ids=range(5),
)
def test_text_is_counted_wherever_it_stands(arguments: object) -> None:
    (call,) = read(toolCallList=[{"id": "t1", "name": "quickAddItem", "arguments": arguments}])
    assert ("too much text" in call.problem, call.arguments) == (True, {})
    old = parse(
        message(functionCall={"name": "quickAddItem", "parameters": arguments}).replace(b"tool-calls", b"function-call")
    )
    assert "too much text" in old.tool_calls[0].problem


def test_calls_of_one_id_without_end_are_refused_whole() -> None:
    with pytest.raises(BadMessage, match="too many"):
        read(toolCallList=[{"id": "abc", "name": "quickAddItem", "arguments": ARGUMENTS}] * 51)


def test_more_calls_than_any_model_makes_are_refused_in_however_many_lists() -> None:
    def listed(name: str) -> list[dict[str, object]]:
        return [{"id": f"{name}-{n}", "name": "quickAddItem", "arguments": ARGUMENTS} for n in range(30)]

    with pytest.raises(BadMessage, match="too many"):
        read(toolCallList=listed("a"), toolCalls=listed("b"))
