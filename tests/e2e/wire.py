"""Speaks to a server over real HTTP, as VAPI does and as attackers do."""

from __future__ import annotations

import http.client
import json
import urllib.parse
import uuid
from dataclasses import dataclass, field
from typing import Any

CALLER = "+61491570156"


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def results(self) -> list[dict[str, Any]]:
        """The result object of each row; a row is well formed or this fails."""
        return [result_of(row) for row in self.json["results"]]


def result_of(row: dict[str, Any]) -> dict[str, Any]:
    """A row's result object; `ok` agrees with the key that it stands under, and it is one line of text."""
    (key,) = {"result", "error"} & row.keys()
    assert len(row[key].splitlines()) == 1
    held: dict[str, Any] = json.loads(row[key])
    assert held["ok"] is (key == "result")
    assert held["message"]
    return held


def send(
    url: str, method: str = "GET", path: str = "/webhook", body: bytes = b"", headers: dict[str, str] | None = None
) -> Reply:
    """One request on a connection of its own."""
    where = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=30)
    try:
        connection.request(method, path, body or None, headers or {})
        answer = connection.getresponse()
        return Reply(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    finally:
        connection.close()


def post(url: str, body: object, headers: dict[str, str] | None = None) -> Reply:
    """One message, as bytes or as what JSON is made of."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return send(url, "POST", body=raw, headers={"Content-Type": "application/json", **(headers or {})})


@dataclass(frozen=True)
class Call:
    """One phone call to a server."""

    url: str
    caller: str = CALLER
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    headers: dict[str, str] = field(default_factory=dict)

    def message(self, kind: str, **fields: Any) -> dict[str, Any]:
        """A message of this call."""
        call: dict[str, Any] = {"id": self.id, "type": "inboundPhoneCall"}
        if self.caller:
            call["customer"] = {"number": self.caller}
        return {"message": {"type": kind, "call": call, **fields}}

    def send(self, *asked: tuple[str, object], ids: tuple[str, ...] = ()) -> Reply:
        """Several tool calls in one message."""
        calls = [
            {
                "id": ids[n] if ids else uuid.uuid4().hex,
                "type": "function",
                "function": {"name": name, "arguments": arguments},
            }
            for n, (name, arguments) in enumerate(asked)
        ]
        return post(self.url, self.message("tool-calls", toolCallList=calls), self.headers)

    def tool(self, name: str, **arguments: object) -> dict[str, Any]:
        """One tool call; its result object."""
        (result,) = self.send((name, arguments)).results
        return result
