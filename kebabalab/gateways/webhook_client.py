"""Sends messages to a webhook as VAPI does: for recorded calls, demos and checks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    import httpx

# VAPI waits this long for tools.
SECONDS_TO_ANSWER = 20


class WebhookFailed(Exception):
    """The server was not reached or did not answer as one that speaks the contract; the text says which."""


@dataclass
class WebhookClient:
    """Posts messages to the server at `url`, with the shared secret when there is one."""

    url: str
    secret: str = ""
    _client: httpx.Client | None = field(default=None, repr=False)

    def post(self, body: dict[str, object]) -> dict[str, object]:
        """The server's answer to this body. Raises WebhookFailed for anything but 200 with an object."""
        import httpx

        if self._client is None:
            self._client = httpx.Client(timeout=SECONDS_TO_ANSWER)
        headers = {"Content-Type": "application/json", **({"X-Vapi-Secret": self.secret} if self.secret else {})}
        try:
            answer = self._client.post(f"{self.url.rstrip('/')}/webhook", content=orjson.dumps(body), headers=headers)
        except httpx.HTTPError as error:
            raise WebhookFailed(f"{self.url} was not reached: {type(error).__name__}") from None
        if answer.status_code != 200:
            raise WebhookFailed(f"{self.url} answered {answer.status_code}: {answer.text[:200]}")
        try:
            read = orjson.loads(answer.content)
        except orjson.JSONDecodeError:
            read = None
        if not isinstance(read, dict):
            raise WebhookFailed(f"{self.url} answered something else than JSON: {answer.text[:200]}")
        return read

    def is_ready(self) -> bool:
        """Whether the server says that it can take calls."""
        import httpx

        try:
            return httpx.get(f"{self.url.rstrip('/')}/ready", timeout=2).status_code == 200
        except httpx.HTTPError:
            return False

    def close(self) -> None:
        """Give the connection back."""
        if self._client is not None:
            self._client.close()
            self._client = None
