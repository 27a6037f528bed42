"""Sending texts: through Twilio, or to the log where there is no account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import structlog

if TYPE_CHECKING:
    from twilio.rest import Client

log = structlog.get_logger()

SECONDS_TO_ANSWER = 10
TWILIO_API = "https://api.twilio.com"
# Numbers that can't be texted, senders that may not, refused content: the same text fails again.
FIRST_LASTING_ERROR, LAST_LASTING_ERROR = 400, 499
TRY_LATER = frozenset({408, 429})


class TextNotSent(Exception):
    """A text did not go out. `lasting` when trying again is of no use; `reason` is short and names nobody."""

    def __init__(self, reason: str, *, lasting: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.lasting = lasting


class Sender(Protocol):
    """Whoever sends texts."""

    def send(self, to: str, body: str) -> str:
        """Send one text to an E.164 number. Returns the carrier's reference. Raises TextNotSent."""
        ...


class ConsoleSender:
    """Writes texts to the log: nothing leaves this machine."""

    def send(self, to: str, body: str) -> str:
        """Log the text; the number is masked there."""
        log.info("text not sent: no Twilio credentials", to=to, body=body)
        return "console"


@dataclass(frozen=True, slots=True)
class TwilioAccount:
    """Whose texts they are; `base_url` is another address where Twilio's API is answered, for tests."""

    sid: str
    token: str
    sender: str
    base_url: str = TWILIO_API


class TwilioSender:
    """Sends texts through Twilio's API."""

    def __init__(self, account: TwilioAccount) -> None:
        self._account = account
        self._client: Client | None = None

    def send(self, to: str, body: str) -> str:
        """Send one text. Returns Twilio's id of it. Raises TextNotSent."""
        from requests.exceptions import RequestException
        from twilio.base.exceptions import TwilioException, TwilioRestException

        try:
            message = self._connected().messages.create(to=to, from_=self._account.sender, body=body)
        except TwilioRestException as refused:
            lasting = FIRST_LASTING_ERROR <= refused.status <= LAST_LASTING_ERROR and refused.status not in TRY_LATER
            raise TextNotSent(f"Twilio answered {refused.status}, code {refused.code}", lasting=lasting) from None
        except (TwilioException, RequestException) as failed:
            raise TextNotSent(f"Twilio not reached: {type(failed).__name__}", lasting=False) from None
        return str(message.sid)

    def _connected(self) -> Client:
        if self._client is None:
            self._client = _client(self._account)
        return self._client


def _client(account: TwilioAccount) -> Client:
    # Loading the library takes longer than answering a call: only who sends texts waits for it.
    from twilio.http.http_client import TwilioHttpClient
    from twilio.rest import Client

    client = Client(account.sid, account.token, http_client=TwilioHttpClient(timeout=SECONDS_TO_ANSWER))
    client.api.base_url = account.base_url
    return client
