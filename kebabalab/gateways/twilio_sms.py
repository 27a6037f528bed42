"""Texts through Twilio's API, and each of its answers taken for what it is.

Twilio takes no key by which it would know a text that it was given before. What it may have taken without our hearing
so is therefore looked up in its list of messages, by receiver, words and time, before it is given again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from kebabalab.gateways.sms import Fate, Outgoing, TextNotSent

if TYPE_CHECKING:
    from twilio.http.response import Response
    from twilio.rest import Client

SECONDS_TO_ANSWER = 10.0
TWILIO_API = "https://api.twilio.com"
CALLBACK_PATH = "/twilio/status"
LONGEST_VALIDITY = 14_400
LOOKED_AT_ONCE, MOST_LOOKED_AT = 100, 1000
# Its clock and ours differ, and it tells whole seconds.
SLACK = dt.timedelta(seconds=30)
OPTED_OUT = 21610
# https://www.twilio.com/docs/api/errors: no credentials, or an account that is closed or suspended.
ACCOUNT_REFUSED = frozenset({20003, 20005})
TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class TwilioAccount:
    """Whose texts they are; `base_url` is another address where Twilio's API is answered, for tests.

    `public_url` is where Twilio reaches this server to tell what became of a text, "" for nowhere; `seconds` is how
    long an answer is waited for.
    """

    sid: str
    token: str
    sender: str
    base_url: str = TWILIO_API
    public_url: str = ""
    seconds: float = SECONDS_TO_ANSWER


class TwilioSender:
    """Sends texts through Twilio's API; for one thread at a time."""

    def __init__(self, account: TwilioAccount) -> None:
        self._account = account
        self._client: Client | None = None
        self._waits: list[str] = []

    def send(self, text: Outgoing) -> str:
        """Send one text. Returns Twilio's id of it. Raises TextNotSent."""
        optional: dict[str, object] = {}
        if self._account.public_url:
            optional["status_callback"] = f"{self._account.public_url}{CALLBACK_PATH}?text={text.id}"
        # What Twilio itself can't hand on in time, it drops.
        worth = max(1, min(LONGEST_VALIDITY, round(text.worth.total_seconds())))
        with self._failures_named():
            message = self._connected().messages.create(
                to=text.to, from_=self._account.sender, body=text.body, validity_period=worth, **optional
            )
        if not message.sid:
            raise TextNotSent("Twilio's answer has no id", Fate.UNKNOWN)
        return str(message.sid)

    def find(self, text: Outgoing, since: dt.datetime) -> tuple[str, ...]:
        """Twilio's ids of messages to this number with these words since then (see Sender)."""
        found: list[str] = []
        with self._failures_named():
            # By receiver only: Twilio's filter by time leaves out what it has taken and not yet handed on.
            listed = self._connected().messages.stream(to=text.to, limit=MOST_LOOKED_AT, page_size=LOOKED_AT_ONCE)
            for message in listed:
                if message.date_created is None or message.date_created < since - SLACK:
                    break
                # A trial account's texts begin with words of Twilio's.
                if (message.body or "").endswith(text.body):
                    found.append(str(message.sid))
        return tuple(reversed(found))

    @contextmanager
    def _failures_named(self) -> Iterator[None]:
        """TextNotSent for whatever goes wrong in between."""
        from requests.exceptions import ConnectionError as NotConnected
        from requests.exceptions import ConnectTimeout, RequestException
        from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
        from urllib3.exceptions import MaxRetryError, NewConnectionError

        self._waits.clear()
        try:
            yield
        except (TwilioRestException, TwilioServiceException) as refused:
            _refuse(refused.status, refused.code, self._waits[-1] if self._waits else "")
        except RequestException as failed:
            cause = failed.args[0] if failed.args else None
            unsent = isinstance(failed, ConnectTimeout) or (
                isinstance(failed, NotConnected)
                and isinstance(cause, MaxRetryError)
                and isinstance(cause.reason, NewConnectionError)
            )
            fate = Fate.LATER if unsent else Fate.UNKNOWN
            raise TextNotSent(f"Twilio not reached: {type(failed).__name__}", fate) from None
        except (TwilioException, ValueError) as failed:
            raise TextNotSent(f"Twilio not understood: {type(failed).__name__}", Fate.UNKNOWN) from None

    def _connected(self) -> Client:
        if self._client is None:
            self._client = _client(self._account, self._waits)
        return self._client


def _refuse(status: int, code: int | None, wait: str) -> NoReturn:
    """Raise TextNotSent for an answer that is no yes (https://www.twilio.com/docs/api/errors)."""
    reason = f"Twilio answered {status}, code {code}"
    if status == TOO_MANY:
        # Documented as not processed, and as safe to try again.
        raise TextNotSent(reason, Fate.ALL_WAIT, _seconds(wait)) from None
    if status == 401 or code in ACCOUNT_REFUSED:
        raise TextNotSent(reason, Fate.ALL_REFUSED) from None
    if code == OPTED_OUT:
        raise TextNotSent(reason, Fate.OPTED_OUT) from None
    if status == 408 or not 400 <= status <= 499:
        # Something between us and Twilio may have given up on a request that went on behind it.
        raise TextNotSent(reason, Fate.UNKNOWN) from None
    raise TextNotSent(reason, Fate.NEVER) from None


def _seconds(wait: str) -> dt.timedelta | None:
    """A Retry-After header in seconds; a date, which Twilio does not send, is as none."""
    return dt.timedelta(seconds=min(int(wait), 3600)) if wait.isascii() and wait.isdigit() else None


def _client(account: TwilioAccount, waits: list[str]) -> Client:
    # Loading the library takes longer than answering a call: only who sends texts waits for it.
    from twilio.http.http_client import TwilioHttpClient
    from twilio.rest import Client

    class Listening(TwilioHttpClient):  # type: ignore[misc]
        """Notes how long an answer tells us to wait, which the library's exceptions leave out."""

        def request(self, *arguments: object, **named: object) -> Response:
            answer = super().request(*arguments, **named)
            waits.append(str((answer.headers or {}).get("Retry-After", "")))
            return answer

    client = Client(account.sid, account.token, http_client=Listening(timeout=account.seconds))
    client.api.base_url = account.base_url
    return client


def is_from_twilio(token: str, url: str, form: object, signature: str) -> bool:
    """Whether Twilio signed this request: `url` as Twilio was given it, `form` what was posted (a MultiDict)."""
    from twilio.request_validator import RequestValidator

    return bool(signature) and bool(RequestValidator(token).validate(url, form, signature))
