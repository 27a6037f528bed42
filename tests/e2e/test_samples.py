"""Every sample of VAPI's messages is answered with what the contract says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from kebabalab.gateways.shop_files import load
from tests.e2e.wire import Call, post, result_of

SAMPLES = Path(__file__).resolve().parents[1] / "vapi_samples"
SHOP = SAMPLES.parents[1] / "shops" / "kebabalab"
EVERY = {path.stem: path for path in sorted(SAMPLES.iterdir()) if path.suffix in {".json", ".sse"}}


def message_of(path: Path) -> dict[str, Any]:
    """The message in a sample, nothing where it is no message to a webhook."""
    if path.suffix != ".json":
        return {}
    message = json.loads(path.read_bytes()).get("message")
    return message if isinstance(message, dict) and "type" in message else {}


MESSAGES = {name: message_of(path) for name, path in EVERY.items()}
TOOL_CALLS = [name for name, message in MESSAGES.items() if message.get("type") == "tool-calls"]
ANSWERED = {"tool-calls", "function-call", "assistant-request", "transfer-destination-request"}
SILENT = [name for name, message in MESSAGES.items() if message and message["type"] not in ANSWERED]
NO_MESSAGE = [name for name, message in MESSAGES.items() if not message]


def test_there_are_as_many_samples_as_there_were() -> None:
    assert len(EVERY) == 70
    assert len(TOOL_CALLS) == 18


@pytest.mark.parametrize("name", TOOL_CALLS)
def test_tool_calls_are_answered_with_a_row_each_in_their_order(name: str, server: TemporaryServer) -> None:
    message = MESSAGES[name]
    lists = [message.get(held) or [] for held in ("toolCallList", "toolWithToolCallList", "toolCalls")]
    ids = [call.get("id") or call["toolCall"]["id"] for call in next(calls for calls in lists if calls)]
    reply = post(server.url, EVERY[name].read_bytes())
    assert reply.status == 200
    rows = reply.json["results"]
    assert [row["toolCallId"] for row in rows] == ids
    # The tools in the samples are placeholders, one of them near enough to ours: the others are refused by name.
    refused = [row for row in rows if row["name"] != "set_pickup_time"]
    assert all("no tool named" in result_of(row)["error"] for row in refused)


def test_the_old_function_call_is_answered_in_its_old_form(server: TemporaryServer) -> None:
    reply = post(server.url, EVERY["function_call_legacy"].read_bytes())
    assert reply.status == 200
    assert list(reply.json) == ["result"]
    assert json.loads(reply.json["result"])["ok"] is False


def test_an_old_function_call_of_a_tool_of_ours_is_carried_out(server: TemporaryServer) -> None:
    call = Call(server.url)
    asked = {"name": "quickAddItem", "parameters": {"description": "two ayran"}}
    reply = post(server.url, call.message("function-call", functionCall=asked))
    assert json.loads(reply.json["result"])["ok"] is True
    assert call.tool("getCartState")["itemCount"] == 2


@pytest.mark.parametrize("name", SILENT)
def test_every_other_message_is_answered_with_nothing_at_once(name: str, server: TemporaryServer) -> None:
    reply = post(server.url, EVERY[name].read_bytes())
    assert (reply.status, reply.json) == (200, {})


@pytest.mark.parametrize("name", NO_MESSAGE)
def test_what_is_no_message_to_a_webhook_is_refused_in_a_word(name: str, server: TemporaryServer) -> None:
    reply = post(server.url, EVERY[name].read_bytes())
    assert reply.status == 400
    assert list(reply.json) == ["error"]


def test_a_caller_who_wants_a_person_is_put_through_to_the_shop(server: TemporaryServer) -> None:
    reply = post(server.url, EVERY["transfer_destination_request"].read_bytes())
    assert reply.status == 200
    assert reply.json["destination"] == {"type": "number", "number": load(SHOP).shop.phone}
    assert reply.json["message"]["type"] == "request-start"


def test_without_an_assistant_configured_the_caller_hears_words(server: TemporaryServer) -> None:
    reply = post(server.url, EVERY["assistant_request"].read_bytes())
    assert reply.status == 200
    assert list(reply.json) == ["error"]
    assert "Sorry" in reply.json["error"]


def test_the_configured_assistant_is_named_with_what_is_known_of_the_caller(own_folder: Path) -> None:
    with serving(own_folder, {"VAPI_ASSISTANT_ID": "assistant-1"}, ["--at", "2026-11-23 18:00"]) as server:
        first = post(server.url, EVERY["assistant_request"].read_bytes()).json
        earlier = Call(server.url)
        earlier.tool("quickAddItem", description="two ayran")
        earlier.tool("setPickupTime", requestedTime="as soon as possible")
        assert earlier.tool("createOrder", customerName="Sam")["ok"]
        second = post(server.url, EVERY["assistant_request"].read_bytes()).json
    assert first["assistantId"] == "assistant-1"
    stranger = first["assistantOverrides"]["variableValues"]
    known = second["assistantOverrides"]["variableValues"]
    assert (stranger["caller_is_known"], stranger["caller_name"]) == ("no", "")
    assert (known["caller_is_known"], known["caller_name"]) == ("yes", "Sam")
    assert known["caller_usual"]


def test_two_turns_of_one_chat_share_a_cart(server: TemporaryServer) -> None:
    turns = []
    for name, tool, arguments in (
        ("tool_calls_chat_mode", "quickAddItem", {"description": "two ayran"}),
        ("tool_calls_chat_mode_turn2", "getCartState", {}),
    ):
        message = json.loads(EVERY[name].read_bytes())["message"]
        asked = {"id": f"chat-{tool}", "type": "function", "function": {"name": tool, "arguments": arguments}}
        message |= {"toolCalls": [asked], "toolCallList": [asked]}
        message["toolWithToolCallList"][0]["toolCall"] = asked
        turns.append(post(server.url, {"message": message}).results[0])
    assert [turn["itemCount"] for turn in turns] == [2, 2]


@pytest.mark.parametrize("name", ("tool_calls_web_call_no_customer", "tool_calls_phone_withheld_number"))
def test_two_callers_whom_nobody_knows_share_nothing(name: str, server: TemporaryServer) -> None:
    message = json.loads(EVERY[name].read_bytes())["message"]

    def ask(call_id: str, tool: str, **arguments: object) -> dict[str, Any]:
        asked = {"id": f"{call_id}-{tool}", "type": "function", "function": {"name": tool, "arguments": arguments}}
        of_call = {**message, "call": {**message["call"], "id": call_id}}
        of_call |= {"toolCalls": [asked], "toolCallList": [asked], "toolWithToolCallList": []}
        return post(server.url, {"message": of_call}).results[0]

    assert ask(f"{name}-1", "quickAddItem", description="two ayran")["ok"]
    assert ask(f"{name}-2", "getCartState")["isEmpty"] is True
    assert ask(f"{name}-2", "getCallerSmartContext")["phone"] == "unknown"
