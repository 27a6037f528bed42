"""The assistant and the phone number as VAPI wants them: the bodies for POST /assistant and PATCH /phone-number."""

from __future__ import annotations

from dataclasses import dataclass

from kebabalab.models.shop import Shop
from kebabalab.tools.context_tools import welcome
from kebabalab.tools.ports import ShopData
from kebabalab.tools.vapi_keyterms import keyterms
from kebabalab.tools.vapi_prompt import GOODBYE, prompt
from kebabalab.tools.vapi_tools import Body, Connection, puts_through, tool_bodies

# VAPI's default sends eleven kinds, many of them several times a second.
SERVER_MESSAGES = ("tool-calls", "status-update", "end-of-call-report", "transfer-destination-request")
LONGEST_CALL_SECONDS = 600
LONGEST_NAME = 40
STILL_THERE = "Are you still there?"
SILENCE_SECONDS = 10
MOST_TIMES_ASKED = 3
# A long order is read back in one turn; VAPI's 250 would cut it off.
MOST_TOKENS_A_TURN = 500


@dataclass(frozen=True, slots=True)
class Provided:
    """One of VAPI's providers, and the model or voice of it."""

    provider: str
    id: str


GPT = Provided("openai", "gpt-4.1")
ELLIOT = Provided("vapi", "Elliot")


def assistant_body(data: ShopData, connection: Connection, model: Provided = GPT, voice: Provided = ELLIOT) -> Body:
    """The assistant with its tools inside, complete as it is."""
    shop = data.shop
    return {
        "name": shop.name[:LONGEST_NAME],
        "firstMessage": welcome(shop),
        "firstMessageMode": "assistant-speaks-first",
        "model": {
            "provider": model.provider,
            "model": model.id,
            "temperature": 0.2,
            "maxTokens": MOST_TOKENS_A_TURN,
            "messages": [{"role": "system", "content": prompt(shop, puts_through(shop))}],
            "tools": list(tool_bodies(shop, data.menu, connection).values()),
        },
        "transcriber": {
            "provider": "deepgram",
            "model": "nova-3",
            "language": shop.languages[0],
            "numerals": True,
            "keyterm": list(keyterms(data.menu)),
        },
        "voice": _voice(voice),
        "backgroundSound": "off",
        "serverMessages": list(SERVER_MESSAGES),
        "server": _retried(connection),
        "endCallPhrases": [GOODBYE],
        "maxDurationSeconds": LONGEST_CALL_SECONDS,
        "hooks": [_when_silent()],
        # Recording a call needs the caller's consent in much of the world; the transcript is kept without it.
        "artifactPlan": {"recordingEnabled": False},
    }


def phone_number_body(shop: Shop, connection: Connection, provider: str) -> Body:
    """The phone number, which asks the server for its assistant: so it is greeted by name who has called before.

    When the server does not answer, calls go to the shop's own phone.
    """
    fallback = {"fallbackDestination": {"type": "number", "number": shop.transfer_to}} if shop.transfer_to else {}
    return {
        "provider": provider,
        "name": shop.name[:LONGEST_NAME],
        "assistantId": None,
        "server": connection.server,
        **fallback,
    }


def _voice(voice: Provided) -> Body:
    return {
        "provider": voice.provider,
        "voiceId": voice.id,
        # The newer of the two generations that VAPI's own voices come in.
        **({"version": "2"} if voice.provider == ELLIOT.provider else {}),
    }


def _retried(connection: Connection) -> Body:
    """The server for reports, which may come late: a restart must not lose how a call ended."""
    return {
        **connection.server,
        "backoffPlan": {
            "type": "exponential",
            "maxRetries": 3,
            "baseDelaySeconds": 1,
            "excludedStatusCodes": [400, 401, 403, 404, 413, 422],
        },
    }


def _when_silent() -> Body:
    return {
        "on": "customer.speech.timeout",
        "name": "still_there",
        "options": {
            "timeoutSeconds": SILENCE_SECONDS,
            "triggerMaxCount": MOST_TIMES_ASKED,
            "triggerResetMode": "onUserSpeech",
        },
        "do": [{"type": "say", "exact": STILL_THERE}],
    }
