"""POST /webhook: check, read, answer, write."""

from __future__ import annotations

import time
from types import MappingProxyType

import structlog
from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from kebabalab.models.call import Answer
from kebabalab.models.errors import AnotherCaller, BadMessage, OutcomeUnknown, StoreUnavailable, TooManyCalls
from kebabalab.tools.dispatch import answer
from kebabalab.tools.registry import TOOLS
from kebabalab.validators.vapi import ASKS_TOOLS, NoCallKey, Webhook, parse, render
from kebabalab.web.admission import stopped
from kebabalab.web.answers import assistant_for, destination
from kebabalab.web.errors import (
    LET_ME_CHECK,
    NO_CALL,
    NO_ROOM,
    NOT_THIS_CALL,
    SAY_AGAIN,
    TOO_FAST,
    failed,
    logged_id,
    refused,
    where,
)
from kebabalab.web.metrics import known_type
from kebabalab.web.parts import Parts, parts

_WORDS = MappingProxyType({"too_many_calls": NO_ROOM, "outcome_unknown": LET_ME_CHECK, "another_caller": NOT_THIS_CALL})
blueprint = Blueprint("webhook", __name__)
log = structlog.get_logger()


@blueprint.post("/webhook")
def webhook() -> Response:
    """Answer one message of VAPI's."""
    held, started = parts(), time.perf_counter()
    body = request.get_data(cache=False)
    if len(body) > held.max_request_size:
        raise RequestEntityTooLarge
    refusal = stopped(held, body)
    if refusal is not None:
        return refusal
    # Never unpacked: a few kilobytes could become gigabytes.
    if request.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        return refused("unsupported media type", 415)
    try:
        message = parse(body, held.ports.clock.now())
    except NoCallKey as nobody:
        log.warning("message of no known call", type=known_type(nobody.webhook.type))
        return jsonify(render(nobody.webhook, failed(nobody.webhook.tool_calls, NO_CALL)))
    except BadMessage as bad:
        log.warning("message not understood", problem=str(bad), bytes=len(body))
        return refused(str(bad), 400)
    answered = _too_fast(held, message) or _answered(held, message)
    held.metrics.webhook(message.type, time.perf_counter() - started)
    return jsonify(answered)


def _too_fast(held: Parts, message: Webhook) -> dict[str, object]:
    """The answer to a call that asks for tools faster than anyone talks, {} to all others."""
    asks = message.type in ASKS_TOOLS and not held.gate.is_open
    if not asks or held.call_limit.admits("call", message.key):
        return {}
    held.metrics.refusal("call limit")
    log.warning("too many messages of one call", call=logged_id(message.key))
    return render(message, failed(message.tool_calls, TOO_FAST))


def _answered(held: Parts, message: Webhook) -> dict[str, object]:
    """The body to answer with. Whatever goes wrong, the caller hears words and VAPI a message that it reads."""
    try:
        if message.type in ASKS_TOOLS:
            return render(message, _run_tools(held, message))
        if message.type == "assistant-request":
            return assistant_for(message, held)
        if message.type == "transfer-destination-request":
            return destination(held)
        if message.record is not None:
            held.ports.calls.record(message.record)
    except OutcomeUnknown:
        return _failed(held, message, "outcome_unknown")
    except StoreUnavailable:
        return _failed(held, message, "store_unavailable")
    except TooManyCalls:
        return _failed(held, message, "too_many_calls")
    except AnotherCaller:
        return _failed(held, message, "another_caller")
    except Exception as error:  # noqa: BLE001
        log.error("message failed", error=type(error).__name__, where=where(error), type=known_type(message.type))
        return _failed(held, message, "error")
    return {}


def _run_tools(held: Parts, message: Webhook) -> tuple[Answer, ...]:
    answers = answer(message, held.ports)
    for told in answers:
        # A model may put anything there, also what the caller said.
        name = told.name if told.name in TOOLS else "unknown"
        held.metrics.tool(name, ok=told.ok)
        log.info("tool answered", tool=name, ok=told.ok, call=logged_id(message.key))
    return answers


def _failed(held: Parts, message: Webhook, reason: str) -> dict[str, object]:
    held.metrics.failure(reason)
    log.error("message not served", reason=reason, type=known_type(message.type))
    if message.type not in ASKS_TOOLS:
        return {"error": SAY_AGAIN} if message.type == "assistant-request" else {}
    return render(message, failed(message.tool_calls, _WORDS.get(reason, SAY_AGAIN)))
