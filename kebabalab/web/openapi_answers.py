"""What each route takes and answers, as OpenAPI has it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

Json = dict[str, Any]

REQUEST_ID: Json = {"description": "The request's id, which the log's lines carry too.", "schema": {"type": "string"}}
RETRY_AFTER: Json = {"description": "Seconds to wait.", "schema": {"type": "integer"}}
REFUSALS: Mapping[int, str] = MappingProxyType(
    {
        400: "No message, no form, or nothing that is known.",
        401: "The sender did not prove to be one of those that are known.",
        403: "Not for whoever asks.",
        404: "There is no such thing, or not for whoever asks.",
        405: "This path is asked in another way.",
        408: "The request did not come in time.",
        409: "Somebody was faster. Nothing was changed.",
        413: "The request is too large.",
        415: "The body is compressed. Send it as it is.",
        429: "Too many requests from this address.",
        503: "The server or its store has too much to do, or is away. Try again.",
    }
)
SECURITY_SCHEMES: Json = {
    "secret": {"type": "apiKey", "in": "header", "name": "X-Vapi-Secret"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "signature": {
        "type": "apiKey",
        "in": "header",
        "name": "x-signature",
        "description": "HMAC (sha256, sha1, sha512; hex or base64) of TIMESTAMP.BODY, with TIMESTAMP in x-timestamp.",
    },
    "twilio": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Twilio-Signature",
        "description": "Twilio's signature of address and form, made with the account's token.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "kebabalab",
        "description": "Given at sign-in; __Host-kebabalab over https.",
    },
}
HTML: Json = {"text/html": {"schema": {"type": "string"}}}
# Each of them alone is enough; none of them where the server listens to its own machine and has no secret.
VAPI: list[Json] = [{"secret": []}, {"bearer": []}, {"signature": []}, {}]


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _answer(what: str, content: Json | None = None, *, waits: bool = False) -> Json:
    headers = {"X-Request-Id": REQUEST_ID} | ({"Retry-After": RETRY_AFTER} if waits else {})
    return {"description": what, "headers": headers} | ({"content": content} if content else {})


def _json(name: str) -> Json:
    return {"application/json": {"schema": _ref(name)}}


def _refusals(*statuses: int, kind: str = "Error") -> Json:
    """The answers of these statuses, said once for all routes: `kind` is Error or Page."""
    return {str(status): {"$ref": f"#/components/responses/{kind}{status}"} for status in statuses}


def shared() -> Json:
    """The answers to which routes refer."""
    errors = {f"Error{one}": _answer(said, _json("Error"), waits=one == 429) for one, said in REFUSALS.items()}
    pages = {f"Page{one}": _answer(said, HTML, waits=one == 429) for one, said in REFUSALS.items()}
    # What can't be the address of a page is not answered with one.
    pages["Page404"] = _answer(REFUSALS[404], HTML | _json("Error"))
    return errors | pages


def _form(*required: str, **fields: Json) -> Json:
    schema = {"type": "object", "properties": fields, "required": list(required)}
    return {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": schema}}}


_WORDS: Json = {"type": "string"}
_TWILIO: Json = {"tags": ["Twilio"], "security": [{"twilio": []}]}

OPERATIONS: Mapping[str, Json] = MappingProxyType(
    {
        "webhook.webhook": {
            "tags": ["VAPI"],
            "security": VAPI,
            "requestBody": {"required": True, "content": _json("Envelope")},
            "responses": {"200": _answer("The answer to the message, by its type.", _json("WebhookAnswer"))}
            | _refusals(400, 401, 405, 408, 413, 415, 429, 503),
        },
        "openapi.openapi": {
            "tags": ["Running"],
            "security": VAPI,
            "responses": {
                "200": _answer("This description.", {"application/json": {"schema": {"type": "object"}}}),
            }
            | _refusals(401, 405, 408, 413, 429, 503),
        },
        "health.health": {
            "tags": ["Running"],
            "security": [],
            "responses": {"200": _answer("The process is alive.", _json("Health"))} | _refusals(405, 408, 413, 503),
        },
        "health.ready": {
            "tags": ["Running"],
            "security": [],
            "responses": _refusals(405, 408, 413)
            | {
                "200": _answer("Store and shop can be used.", _json("Readiness")),
                "503": _answer(
                    "They can't, and why; or the server has too much to do.",
                    {"application/json": {"schema": {"anyOf": [_ref("Readiness"), _ref("Error")]}}},
                ),
            },
        },
        "health.metrics": {
            "tags": ["Running"],
            "security": [],
            "responses": {"200": _answer("Prometheus's text format.", {"text/plain": {"schema": _WORDS}})}
            | _refusals(404, 405, 408, 413, 503),
        },
        "twilio.status": {
            **_TWILIO,
            "parameters": [
                {
                    "name": "text",
                    "in": "query",
                    "required": True,
                    "description": "Our id of the text.",
                    "schema": {"type": "string", "pattern": "^[0-9]{1,18}$"},
                }
            ],
            "requestBody": _form(
                "MessageSid",
                MessageSid={"type": "string", "minLength": 1},
                MessageStatus=_WORDS,
                ErrorCode=_WORDS,
                To=_WORDS,
            ),
            "responses": {"204": _answer("Heard.")} | _refusals(400, 403, 405, 408, 413, 429, 503),
        },
        "twilio.message": {
            **_TWILIO,
            "requestBody": _form(From=_WORDS, Body=_WORDS, OptOutType=_WORDS),
            "responses": {"200": _answer("Heard; nothing is texted back.", {"text/xml": {"schema": _WORDS}})}
            | _refusals(400, 403, 405, 408, 413, 429, 503),
        },
        "staff_door.static": {
            "tags": ["Staff"],
            "security": [],
            "responses": {
                "200": _answer("What a page looks like.", {"text/css": {"schema": _WORDS}, "image/*": {"schema": {}}}),
                "304": {"description": "It has not changed."},
            }
            | _refusals(400, 404, 405, 413, 503, kind="Page")
            | _refusals(408),
        },
    }
)


def page(method: str) -> Json:
    """What is said of a page for staff: it is for people, and its forms hold what the page with the form says."""
    statuses = (400, 401, 403, 404, 405, 409, 413, 429, 503) if method == "POST" else (400, 403, 404, 405, 413, 503)
    operation: Json = {
        "tags": ["Staff"],
        "security": [{"session": []}],
        "responses": {"200": _answer("The page.", HTML), "303": _answer("Go on to another page.", HTML)}
        | _refusals(*statuses, kind="Page")
        | _refusals(408),
    }
    if method == "POST":
        operation["requestBody"] = _form(
            "csrf", csrf={"type": "string", "description": "As the page with the form says."}
        )
    return operation
