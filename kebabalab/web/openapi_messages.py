"""The shapes of messages, tool arguments and answers, from the validators and the registry."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from kebabalab.tools.registry import TOOLS
from kebabalab.validators.schemas import AddMultipleItemsToCart, ItemToAdd
from kebabalab.validators.vapi import LONGEST_KEY
from kebabalab.validators.vapi_tool_calls import LONGEST_ID, MOST_CALLS

Json = dict[str, Any]

_REFERENCE = "#/components/schemas/{model}"
_WORDS: Json = {"type": "string"}
_NUMBER: Json = {"type": "string", "description": "E.164; anything else is nobody's number."}
_MOMENT: Json = {"anyOf": [{"type": "number"}, {"type": "string"}], "description": "Epoch milliseconds, or ISO 8601."}
_ROW: Json = {
    "type": "string",
    "contentMediaType": "application/json",
    "contentSchema": {"$ref": "#/components/schemas/ToolResult"},
    "description": "A ToolResult as compact JSON on one line.",
}


def schemas() -> Json:
    """Every schema by its name."""
    return {**_arguments(), **_tool_calls(), **_messages(), **_answers()}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(required: tuple[str, ...] = (), **properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(required)}


def _arguments() -> Json:
    """The arguments of each tool: what is asked for. More shapes of the same are understood."""
    models = {spec.arguments for spec in TOOLS.values()} | {ItemToAdd}
    ordered = sorted(models, key=lambda model: model.__name__)
    _, found = models_json_schema([(model, "validation") for model in ordered], ref_template=_REFERENCE)
    held: Json = found["$defs"]
    held[AddMultipleItemsToCart.__name__]["properties"]["items"]["items"] = _ref(ItemToAdd.__name__)
    return held


def _tool_calls() -> Json:
    """One tool call, in the three shapes that VAPI sends it in."""
    identity = {"type": "string", "minLength": 1, "maxLength": LONGEST_ID}
    each = {
        f"call-{name}": {
            **_object(("id", "name"), id=identity, name={"const": name}, arguments=_ref(spec.arguments.__name__)),
            "description": spec.description,
        }
        for name, spec in TOOLS.items()
    }
    encoded = {"anyOf": [{"type": "object"}, {"type": "string", "contentMediaType": "application/json"}]}
    function = _object(("name",), name=_WORDS, arguments=encoded)
    others = {"type": "string", "not": {"enum": list(TOOLS)}}
    named = [_ref(name) for name in (*each, "CallAsFunction", "CallOfNoTool")]
    return {
        **each,
        "CallAsFunction": _object(("id", "function"), id=identity, type={"const": "function"}, function=function),
        "CallOfNoTool": {
            **_object(("id", "name"), id=identity, name=others, arguments=encoded),
            "description": "Refused in its own row, with the nearest name that there is.",
        },
        "ToolCall": {"anyOf": named},
        "ToolWithCall": _object(
            ("toolCall",),
            name=_WORDS,
            toolCall=_object(("id",), id=identity, name=_WORDS, parameters=encoded, function=function),
        ),
    }


def _messages() -> Json:
    listed = {"type": "array", "items": _ref("ToolCall"), "maxItems": MOST_CALLS}
    key = {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY}
    customer = _object(number=_NUMBER)
    held = {"call": _ref("Call"), "chat": _ref("Chat"), "customer": customer, "timestamp": _MOMENT}
    named: dict[str, tuple[tuple[str, ...], Json]] = {
        "tool-calls": (
            (),
            {
                "toolCallList": listed,
                "toolCalls": listed,
                "toolWithToolCallList": {"type": "array", "items": _ref("ToolWithCall"), "maxItems": MOST_CALLS},
            },
        ),
        "function-call": (
            ("functionCall",),
            {"functionCall": _object(("name",), name=_WORDS, parameters={"type": "object"})},
        ),
        "assistant-request": ((), {}),
        "transfer-destination-request": ((), {}),
        "status-update": (("status",), {"status": _WORDS, "endedReason": _WORDS}),
        "end-of-call-report": (
            (),
            {
                "endedReason": _WORDS,
                "artifact": _object(transcript=_WORDS, messages={"type": "array", "items": {"type": "object"}}),
                "analysis": _object(summary=_WORDS),
                "cost": {"type": "number"},
                "durationSeconds": {"type": "number"},
                "startedAt": _MOMENT,
                "endedAt": _MOMENT,
            },
        ),
    }
    by_type = {
        f"message-{kind}": _object(("type", *required), type={"const": kind}, **held, **properties)
        for kind, (required, properties) in named.items()
    }
    others = {"type": "string", "minLength": 1, "not": {"enum": list(named)}}
    return {
        "Envelope": _object(("message",), message=_ref("Message")),
        "Message": {"anyOf": [*(_ref(name) for name in by_type), _ref("OtherMessage")]},
        **by_type,
        "OtherMessage": {**_object(("type",), type=others, **held), "description": "Answered with {}."},
        "Call": _object(id={**key, "description": "The session's key."}, customer=customer),
        "Chat": _object(id={**key, "description": "The session's key where there is no call."}),
    }


def _closed(required: tuple[str, ...] = (), **properties: Json) -> Json:
    return {**_object(required, **properties), "additionalProperties": False}


def _answers() -> Json:
    rows = [
        _closed(("name", "toolCallId", told), name=_WORDS, toolCallId=_WORDS, **{told: _ROW})
        for told in ("result", "error")
    ]
    spoken = _closed(("type", "content"), type=_WORDS, content=_WORDS)
    to = _closed(("type", "number"), type={"const": "number"}, number=_WORDS)
    return {
        "WebhookAnswer": {
            "anyOf": [
                *map(_ref, ("ToolAnswers", "FunctionAnswer", "AssistantAnswer", "DestinationAnswer")),
                _ref("Nothing"),
            ]
        },
        "ToolAnswers": _closed(("results",), results={"type": "array", "items": {"anyOf": rows}}),
        "FunctionAnswer": _closed(("result",), result=_ROW),
        "AssistantAnswer": {
            "anyOf": [
                _closed(("assistantId",), assistantId=_WORDS, assistantOverrides={"type": "object"}),
                _closed(("error",), error=_WORDS),
            ]
        },
        "DestinationAnswer": {
            "anyOf": [_closed(("destination",), destination=to, message=spoken), _closed(("error",), error=_WORDS)]
        },
        "Nothing": {"type": "object", "maxProperties": 0},
        "ToolResult": {
            **_object(
                ("ok", "message"), ok={"type": "boolean"}, message=_WORDS, error=_WORDS, total={"type": "number"}
            ),
            "description": "What the tool did: `message` to be said, `error` (where ok is false) for the model.",
        },
        "Health": _closed(("status",), status={"const": "ok"}),
        "Readiness": _closed(
            ("ready", "reasons"), ready={"type": "boolean"}, reasons={"type": "array", "items": _WORDS}
        ),
        "Error": _closed(("error",), error={"type": "string", "description": "What was wrong with the request."}),
    }
