"""VAPI's messages: read tolerantly, answered strictly (vapi contract, The webhook)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kebabalab.models.call import Answer, CallRecord, ToolCall
from kebabalab.models.errors import BadMessage
from kebabalab.validators.json_in import mapping, read, rows, text
from kebabalab.validators.vapi_records import call_record, timestamp
from kebabalab.validators.vapi_tool_calls import legacy_call, tool_calls

TOOL_CALLS = "tool-calls"
LEGACY_CALL = "function-call"
ASKS_TOOLS = frozenset({TOOL_CALLS, LEGACY_CALL})
REPORTS = frozenset({"status-update", "end-of-call-report"})

EPOCH = dt.datetime.fromtimestamp(0, dt.UTC)
LONGEST_KEY = 200
E164 = re.compile(r"\+[1-9][0-9]{7,14}")
# What some networks signal for a withheld number: one of these words as typed on a keypad. Taken for a number, all who
# withhold theirs would be one caller and hear each other's orders.
KEYPAD = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
WITHHELD = frozenset(
    "+" + word.translate(KEYPAD) for word in ("anonymous", "restricted", "blocked", "unknown", "unavailable")
)


@dataclass(frozen=True, slots=True)
class Webhook:
    """One message. `key` names the call that it belongs to; `caller` is E.164, "" when nobody is known.

    `legacy` marks the old one-call message, which is answered in the old form. `record` is what a report says.
    `sent_at` is when VAPI sent the message, by its own clock, None where it does not say.
    """

    type: str
    key: str
    caller: str
    tool_calls: tuple[ToolCall, ...] = ()
    legacy: bool = False
    record: CallRecord | None = None
    sent_at: dt.datetime | None = None


class NoCallKey(BadMessage):
    """Tools are asked for, and nothing says for which call: nothing may run, as no two calls ever share a session."""

    def __init__(self, webhook: Webhook) -> None:
        super().__init__("nothing says which call this message belongs to")
        self.webhook = webhook


def parse(body: bytes, received: dt.datetime = EPOCH) -> Webhook:
    """Read a message; only what is needed of it is looked at. `received` stands in for a missing timestamp.

    Raises BadMessage when it is no message at all, NoCallKey when it asks for tools of no known call. Arguments that
    can't be read are a problem of their own tool call, not of the message.
    """
    message = mapping(read(body)).get("message")
    if not isinstance(message, dict):
        raise BadMessage("no message in the body")
    kind = message.get("type")
    if not isinstance(kind, str) or not kind:
        raise BadMessage("the message has no type")
    webhook = Webhook(
        type=text(kind)[:100],
        key=_key(message),
        caller=_caller(message),
        tool_calls=_tool_calls(kind, message),
        legacy=kind == LEGACY_CALL,
        sent_at=timestamp(message.get("timestamp")),
    )
    if kind in ASKS_TOOLS and not webhook.key:
        raise NoCallKey(webhook)
    if kind in REPORTS and webhook.key:
        return replace(webhook, record=call_record(message, webhook.key, webhook.caller, received))
    return webhook


def render(webhook: Webhook, answers: Sequence[Answer]) -> dict[str, object]:
    """The answer to a message that asks for tools: one row for each call, in order, what failed under `error`."""
    if webhook.legacy:
        return {"result": answers[0].body if answers else ""}
    return {
        "results": [
            {"name": answer.name, "toolCallId": answer.tool_call_id, "result" if answer.ok else "error": answer.body}
            for answer in answers
        ]
    }


def _tool_calls(kind: str, message: dict[str, object]) -> tuple[ToolCall, ...]:
    if kind == LEGACY_CALL:
        return (legacy_call(message),)
    return tool_calls(message) if kind == TOOL_CALLS else ()


def _key(message: dict[str, object]) -> str:
    """The session's key, "" when the message names none. Calls and chats can't be taken for each other."""
    call_id = _key_part(mapping(message.get("call")).get("id"))
    if call_id:
        return f"call:{call_id}"
    chat_id = _chat_header(message) or _key_part(mapping(message.get("chat")).get("id"))
    return f"chat:{chat_id}" if chat_id else ""


def _chat_header(message: dict[str, object]) -> str:
    for tool in rows(message.get("toolWithToolCallList")):
        for name, value in mapping(mapping(tool.get("server")).get("headers")).items():
            if name.lower() == "x-chat-id" and _key_part(value):
                return _key_part(value)
    return ""


def _key_part(value: object) -> str:
    # As it came: what cleaning would make alike are two calls.
    key = value if isinstance(value, str) else ""
    return key if key.strip() and len(key) <= LONGEST_KEY and key.isprintable() else ""


def _caller(message: dict[str, object]) -> str:
    call = mapping(message.get("call"))
    for customer in (mapping(message.get("customer")), mapping(call.get("customer"))):
        number = text(customer.get("number")).strip()
        if E164.fullmatch(number) and number not in WITHHELD:
            return number
    return ""
