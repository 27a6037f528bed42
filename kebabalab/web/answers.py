"""Answers to messages that ask for something else than tools: which assistant, and where to put a caller through."""

from __future__ import annotations

import orjson

from kebabalab.models.call import ToolCall
from kebabalab.models.errors import AnotherCaller, StoreUnavailable, TooManyCalls
from kebabalab.tools.dispatch import answer
from kebabalab.validators.vapi import TOOL_CALLS, Webhook
from kebabalab.web.parts import Parts

CONTEXT_TOOL = "getCallerSmartContext"
NO_ASSISTANT = "Sorry, nobody can take your call right now. Please call again later."
NO_DESTINATION = "Sorry, nobody is free to take the call right now. I can take your order here."
PUTTING_THROUGH = "I'll put you through to the shop now."


def assistant_for(webhook: Webhook, parts: Parts) -> dict[str, object]:
    """The assistant that takes this call, told who is calling; VAPI waits 7.5 seconds for it."""
    if not parts.assistant:
        return {"error": NO_ASSISTANT}
    overrides = parts.assistant.get("assistantOverrides")
    held = dict(overrides) if isinstance(overrides, dict) else {}
    return {**parts.assistant, "assistantOverrides": {**held, "variableValues": variables(webhook, parts)}}


def variables(webhook: Webhook, parts: Parts) -> dict[str, object]:
    """What the assistant knows before it says a word, as the prompt's variables; empty text for what is not known."""
    known = _context(webhook, parts)
    return {
        "shop_name": parts.ports.shops.current().shop.name,
        "caller_is_known": "yes" if known.get("isReturningCustomer") else "no",
        "caller_name": known.get("customerName") or "",
        "caller_usual": known.get("mostOrderedItem") or "",
        "caller_needs_person": known.get("needsPerson") or "",
        "greeting": known.get("greetingSuggestion") or "",
    }


def _context(webhook: Webhook, parts: Parts) -> dict[str, object]:
    if not webhook.key or not webhook.caller:
        return {}
    asked = Webhook(TOOL_CALLS, webhook.key, webhook.caller, (ToolCall("", CONTEXT_TOOL, {}),))
    try:
        told = answer(asked, parts.ports)
    except (StoreUnavailable, TooManyCalls, AnotherCaller):
        # A caller who is not recognised can still order.
        return {}
    return dict(orjson.loads(told[0].body)) if told and told[0].ok else {}


def destination(parts: Parts) -> dict[str, object]:
    """The shop's own number, to which a caller who wants a person is put through."""
    shop = parts.ports.shops.current().shop
    number = shop.transfer_to or shop.phone
    if not number:
        return {"error": NO_DESTINATION}
    return {
        "destination": {"type": "number", "number": number},
        "message": {"type": "request-start", "content": PUTTING_THROUGH},
    }
