"""A message is read for its type, its call and its caller, and answered in the contract's form."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from kebabalab.models.call import Answer
from kebabalab.models.errors import BadMessage
from kebabalab.validators.vapi import NoCallKey, parse, render

SAMPLES = Path(__file__).resolve().parents[2] / "vapi_samples"
RECEIVED = dt.datetime(2026, 7, 29, 6, 30, tzinfo=dt.UTC)
CALLER = "+61491570156"
KEYS = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}


def body(kind: str = "tool-calls", **fields: Any) -> bytes:
    return json.dumps({"message": {"type": kind, **fields}}).encode()


def sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.json").read_bytes()


def test_the_call_names_the_session() -> None:
    assert parse(body(call={"id": "a1"})).key == "call:a1"


@pytest.mark.parametrize("header", ("X-Chat-Id", "x-chat-id", "X-CHAT-ID"))
def test_a_chat_is_named_by_its_header_as_its_own_id_changes_at_every_turn(header: str) -> None:
    tools = [{"server": {"headers": {header: "c1"}}, "toolCall": {"id": "t", "function": {"name": "checkOpen"}}}]
    assert parse(body(toolWithToolCallList=tools, chat={"id": "turn-2"})).key == "chat:c1"


def test_a_chat_without_the_header_is_named_by_its_id() -> None:
    assert parse(body(chat={"id": "c1"})).key == "chat:c1"


def test_the_call_goes_before_the_chat() -> None:
    assert parse(body(call={"id": "a1"}, chat={"id": "c1"})).key == "call:a1"


def test_a_chat_with_the_id_of_a_call_is_another_session() -> None:
    assert parse(body(chat={"id": "x"})).key != parse(body(call={"id": "x"})).key


def test_two_turns_of_one_chat_are_one_session() -> None:
    keys = {parse(sample(name)).key for name in ("tool_calls_chat_mode", "tool_calls_chat_mode_turn2")}
    assert len(keys) == 1


@pytest.mark.parametrize("call_id", (None, "", "  ", {}, [], 7, "a" * 201, "a\x00b", "a\nb"))
def test_tools_for_no_call_that_can_be_named_are_refused(call_id: object) -> None:
    tools = [{"id": "t1", "name": "checkOpen"}]
    with pytest.raises(NoCallKey) as refused:
        parse(body(call={"id": call_id}, toolCallList=tools))
    assert [call.id for call in refused.value.webhook.tool_calls] == ["t1"]


def test_a_caller_who_is_the_same_on_two_calls_has_two_sessions() -> None:
    keys = {parse(body(call={"id": one, "customer": {"number": CALLER}})).key for one in ("a1", "a2")}
    assert len(keys) == 2


def test_the_caller_is_the_messages_customer() -> None:
    assert parse(body(call={"id": "a1"}, customer={"number": CALLER})).caller == CALLER


def test_the_caller_is_else_the_calls_customer() -> None:
    assert parse(body(call={"id": "a1", "customer": {"number": CALLER}})).caller == CALLER


@pytest.mark.parametrize(
    "number",
    (None, "", "anonymous", "+61...", "0491570156", f"+0{CALLER[3:]}", 61491570156, "+61491570156; x", "sip:a@b"),
)
def test_what_is_no_international_number_is_nobody(number: object) -> None:
    assert parse(body(call={"id": "a1", "customer": {"number": number}})).caller == ""


@pytest.mark.parametrize("word", ("anonymous", "restricted", "blocked", "unknown", "unavailable"))
def test_the_words_that_networks_signal_for_withheld_as_digits_are_nobody(word: str) -> None:
    on_a_keypad = {letter: digit for digit, letters in KEYS.items() for letter in letters}
    number = "+" + "".join(on_a_keypad[letter] for letter in word)
    assert parse(body(call={"id": "a1", "customer": {"number": number}})).caller == ""


@pytest.mark.parametrize(
    "raw",
    (
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"7",
        b"{}",
        b'{"message": null}',
        b'{"message": []}',
        b'{"message": {}}',
        b'{"message": {"type": null}}',
        b'{"message": {"type": 7}}',
        b'{"message": {"type": ""}}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"message": {"type": "hang", "n": ' + b"9" * 10_000 + b"}",
    ),
    ids=range(17),
)
def test_what_is_no_message_is_refused(raw: bytes) -> None:
    with pytest.raises(BadMessage):
        parse(raw)


def test_a_refusal_repeats_nothing_of_the_message() -> None:
    with pytest.raises(BadMessage) as refused:
        parse(b'{"message": "Sam Example +61491570156"')
    assert "Sam" not in str(refused.value)


def test_a_type_not_known_yet_is_read() -> None:
    assert parse(sample("unknown_type")).type == "some-future-message"


def test_numbers_beyond_what_fits_are_read() -> None:
    assert parse(b'{"message": {"type": "hang", "n": 1e999, "m": 123456789012345678901234567890}}').type == "hang"


def test_a_report_of_the_end_is_a_record_of_the_call() -> None:
    record = parse(sample("end_of_call_report"), RECEIVED).record
    assert record is not None
    assert record.key == "call:0199c0de-0001-7000-8000-000000000001"
    assert (record.status, record.ended_reason, record.caller) == ("ended", "customer-ended-call", CALLER)
    assert (record.cost, record.duration_seconds) == (0.1234, 90)
    assert (record.started_at, record.ended_at) == ("2026-07-29T06:20:00+00:00", "2026-07-29T06:21:30+00:00")
    assert record.transcript.startswith("AI: Thanks for calling")
    assert record.summary.startswith("Caller ordered")
    assert record.at == dt.datetime(2026, 7, 29, 6, 21, 33, tzinfo=dt.UTC)


def test_a_record_keeps_what_was_said_and_not_the_prompt() -> None:
    record = parse(sample("end_of_call_report"), RECEIVED).record
    assert record is not None
    assert [turn["role"] for turn in json.loads(record.messages)] == ["bot", "user", "tool_calls", "tool_call_result"]
    assert "You take phone orders." not in record.messages


def test_a_record_falls_back_on_the_artifact_and_the_analysis() -> None:
    record = parse(
        body(
            "end-of-call-report",
            call={"id": "a1"},
            artifact={"transcript": "User: hello"},
            analysis={"summary": "Said hello."},
            durationMs=1500,
        ),
        RECEIVED,
    ).record
    assert record is not None
    assert (record.transcript, record.summary, record.duration_seconds) == ("User: hello", "Said hello.", 1.5)


def test_a_status_is_a_record_with_its_reason() -> None:
    record = parse(sample("status_update_ended"), RECEIVED).record
    assert record is not None
    assert (record.status, record.ended_reason, record.transcript) == ("ended", "customer-ended-call", "")


@pytest.mark.parametrize(
    ("timestamp", "at"),
    (
        (1785306009000, dt.datetime(2026, 7, 29, 6, 20, 9, tzinfo=dt.UTC)),
        (1785306009, dt.datetime(2026, 7, 29, 6, 20, 9, tzinfo=dt.UTC)),
        ("2026-07-29T06:20:09.000Z", dt.datetime(2026, 7, 29, 6, 20, 9, tzinfo=dt.UTC)),
        ("2026-07-29T16:20:09+10:00", dt.datetime(2026, 7, 29, 6, 20, 9, tzinfo=dt.UTC)),
        (None, RECEIVED),
        ("yesterday", RECEIVED),
        (10**30, RECEIVED),
        (True, RECEIVED),
        ({}, RECEIVED),
    ),
)
def test_a_timestamp_is_read_in_either_form_and_else_the_time_of_arrival_stands(
    timestamp: object, at: dt.datetime
) -> None:
    record = parse(body("status-update", call={"id": "a1"}, timestamp=timestamp, status="ended"), RECEIVED).record
    assert record is not None
    assert record.at == at


def test_a_report_of_no_known_call_is_no_record() -> None:
    assert parse(body("status-update", status="ended")).record is None


def test_answers_are_one_row_each_and_failures_stand_under_error() -> None:
    webhook = parse(body(call={"id": "a1"}, toolCallList=[{"id": "t1", "name": "a"}, {"id": "t2", "name": "b"}]))
    good, bad = '{"ok":true,"message":"Done."}', '{"ok":false,"message":"No."}'
    assert render(webhook, (Answer("t1", "a", ok=True, body=good), Answer("t2", "b", ok=False, body=bad))) == {
        "results": [
            {"name": "a", "toolCallId": "t1", "result": good},
            {"name": "b", "toolCallId": "t2", "error": bad},
        ]
    }


def test_the_old_message_is_answered_in_the_old_form() -> None:
    webhook = parse(sample("function_call_legacy"))
    assert render(webhook, (Answer("", "add_items", ok=True, body='{"ok":true}'),)) == {"result": '{"ok":true}'}


EVERY_MESSAGE = sorted(path.stem for path in SAMPLES.glob("*.json") if path.stem.startswith("tool_calls_"))


@pytest.mark.parametrize("name", [name for name in EVERY_MESSAGE if "response" not in name])
def test_every_sample_of_tool_calls_is_read_with_its_calls(name: str) -> None:
    webhook = parse(sample(name))
    assert webhook.key
    assert webhook.tool_calls
    assert all(call.id and call.name for call in webhook.tool_calls)
