"""Each tool as VAPI wants it: the bodies for POST /tool, which the assistant holds as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kebabalab.models.menu import Menu
from kebabalab.models.shop import Shop
from kebabalab.tools.definitions import Definition, definitions
from kebabalab.tools.registry import TOOLS

Body = dict[str, object]

TIMEOUT_SECONDS = 20
SLOW_AFTER_MILLISECONDS = 3000
ONE_MOMENT = "One moment, please."
END_CALL, TRANSFER_CALL = "endCall", "transferCall"
# VAPI says "hold on a sec" and the like before every tool that brings no message of its own.
_SILENT: Body = {"type": "request-start", "content": ""}
# All that VAPI's own schema of a tool's parameters has a place for.
_KEYWORDS = ("type", "description", "properties", "required", "items", "enum")
# Filled in by VAPI from the phone network and merged in last: a model can neither see nor set them.
STATIC_PARAMETERS = (("caller_number", "{{customer.number}}"), ("call_id", "{{call.id}}"))


@dataclass(frozen=True, slots=True)
class Connection:
    """Where VAPI finds this server, and the id of the credential that it proves itself with, "" for none."""

    url: str
    credential_id: str = ""

    @property
    def server(self) -> Body:
        """The `server` of a body."""
        credential = {"credentialId": self.credential_id} if self.credential_id else {}
        return {"url": self.url, "timeoutSeconds": TIMEOUT_SECONDS, **credential}


def tool_bodies(shop: Shop, menu: Menu, connection: Connection) -> dict[str, Body]:
    """Every tool by its name: the registry's, and VAPI's own for hanging up and putting through."""
    bodies = {defined.name: _body(defined, connection) for defined in definitions(menu)}
    # A result does not hang up: in the assistant VAPI's own tool stands under this name.
    bodies[END_CALL] = {"type": "endCall"}
    if puts_through(shop):
        # With no destinations VAPI asks the server for one (transfer-destination-request).
        bodies[TRANSFER_CALL] = {"type": "transferCall", "destinations": [], "messages": [_SILENT]}
    return bodies


def puts_through(shop: Shop) -> bool:
    """Whether there is a number that a caller can be put through to."""
    return bool(shop.transfer_to or shop.phone)


def _body(defined: Definition, connection: Connection) -> Body:
    return {
        "type": "function",
        "async": False,
        "function": {
            "name": defined.name,
            "description": defined.description,
            "parameters": _narrowed(defined.parameters),
            "strict": False,
        },
        "server": connection.server,
        "messages": _messages(defined.name),
        "parameters": [{"key": key, "value": value} for key, value in STATIC_PARAMETERS],
    }


def _messages(name: str) -> list[Body]:
    """Silence while it works, a word where it takes long; never a request-complete: it would be said over a failure."""
    delayed: Body = {
        "type": "request-response-delayed",
        "content": ONE_MOMENT,
        "timingMilliseconds": SLOW_AFTER_MILLISECONDS,
    }
    return [_SILENT, delayed] if TOOLS[name].reads else [_SILENT]


def _narrowed(schema: Mapping[str, object]) -> Body:
    """A schema without the keywords that VAPI does not know; the server checks what they said anyway."""
    kept: Body = {keyword: schema[keyword] for keyword in _KEYWORDS if keyword in schema}
    items, properties = kept.get("items"), kept.get("properties")
    if isinstance(items, Mapping):
        kept["items"] = _narrowed(items)
    if isinstance(properties, Mapping):
        kept["properties"] = {name: _narrowed(field) for name, field in properties.items()}
    return kept
