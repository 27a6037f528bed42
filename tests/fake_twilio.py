"""A Twilio of our own on this machine: its Messages API over real HTTP, and its bad days, by a seed.

What it answers follows https://www.twilio.com/docs/messaging/api/message-resource and .../docs/api/errors: paths,
credentials, form fields, the message as JSON, an error as {code, message, more_info, status}, 429 with Retry-After, the
list of messages by receiver with the newest first. A signed status callback goes to the address given with a message.
"""

from __future__ import annotations

import base64
import datetime as dt
import email.utils
import http.client
import json
import random
import threading
import time
import urllib.parse
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from twilio.request_validator import RequestValidator

SID, TOKEN, FROM = "AC00000000000000000000000000000001", "a-token-of-tests", "+61255501234"
PAGE = 50
LONGEST_BODY = 1600
Answer = tuple[int, dict[str, Any], dict[str, str]]


@dataclass(frozen=True)
class Troubles:
    """How often, of all requests to send, each thing goes wrong; shares of one, together at most one.

    `dropped` closes the connection and takes nothing; `lost` takes the message and closes it; `late` takes it and
    answers after `slow` seconds; `error` and `unavailable` are answered 500 and 503, of which `taken` take it all the
    same; `busy` is 429.
    """

    dropped: float = 0.0
    lost: float = 0.0
    late: float = 0.0
    error: float = 0.0
    unavailable: float = 0.0
    busy: float = 0.0
    taken: float = 0.0
    slow: float = 0.0
    retry_after: int = 1


@dataclass(frozen=True)
class Message:
    """A message that was taken."""

    sid: str
    to: str
    body: str
    form: dict[str, str]
    at: dt.datetime
    moment: float


@dataclass
class FakeTwilio:
    """What it was given and how it behaves. `listed_after` is how many seconds a message is missing from the list.

    `when_taken` is called with the count of messages at the moment when one more was taken, before that is answered.
    """

    troubles: Troubles = Troubles()
    seed: int = 1
    listed_after: float = 0.0
    opted_out: set[str] = field(default_factory=set)
    invalid: set[str] = field(default_factory=set)
    landlines: set[str] = field(default_factory=set)
    refuses_account: bool = False
    taken: list[Message] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    calls_back: bool = False
    when_taken: Callable[[int], None] | None = None

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)
        self._lock = threading.Lock()
        self._of: dict[str, list[Message]] = {}
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def bodies(self) -> list[str]:
        """What arrived, in its order."""
        with self._lock:
            return [message.body for message in self.taken]

    def bad_day(self) -> str:
        """What goes wrong with this request, "" for nothing."""
        with self._lock:
            at = self._random.random()
            for name in ("dropped", "lost", "late", "error", "unavailable", "busy"):
                share = getattr(self.troubles, name)
                if at < share:
                    return name
                at -= share
            return ""

    def also_taken(self) -> bool:
        with self._lock:
            return self._random.random() < self.troubles.taken

    def count(self, what: str) -> None:
        with self._lock:
            self.asked[what] += 1

    def take(self, form: dict[str, str]) -> Message:
        with self._lock:
            sid = f"SM{len(self.taken) + 1:032x}"
            message = Message(sid, form["To"], form["Body"], form, dt.datetime.now(dt.UTC), time.monotonic())
            self.taken.append(message)
            self._of.setdefault(message.to, []).append(message)
            count = len(self.taken)
        if self.when_taken is not None:
            self.when_taken(count)
        if self.calls_back and "StatusCallback" in form:
            threading.Thread(target=self.call_back, args=(message, "sent"), daemon=True).start()
        return message

    def call_back(self, message: Message, status: str, code: str = "") -> int:
        """Tell the message's address of its status, signed; the answer's status."""
        form = {
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "MessageStatus": status,
            "SmsStatus": status,
            "To": message.to,
            "From": message.form["From"],
            "AccountSid": SID,
            "ApiVersion": "2010-04-01",
            **({"ErrorCode": code} if code else {}),
        }
        return signed_post(message.form["StatusCallback"], form)

    def refusal(self, form: dict[str, str]) -> Answer | None:
        """Why this message is refused, None when it is not."""
        to, body = form.get("To", ""), form.get("Body", "")
        if not to:
            return error(400, 21604, "A 'To' phone number is required.")
        if not form.get("From"):
            return error(400, 21603, "A 'From' phone number is required.")
        if not body:
            return error(400, 21602, "Message body is required.")
        if len(body) > LONGEST_BODY:
            return error(400, 21617, "The concatenated message body exceeds the 1600 character limit")
        if to in self.invalid or not (to.startswith("+") and to[1:].isdigit()):
            return error(400, 21211, f"The 'To' number {to} is not a valid phone number.")
        if to in self.landlines:
            return error(400, 21614, f"'To' number: {to}, is not a valid mobile number")
        if to in self.opted_out:
            return error(400, 21610, "Attempt to send to unsubscribed recipient")
        return None

    def listed(self, query: dict[str, str]) -> dict[str, Any]:
        """A page of the messages, the newest first."""
        size, page = int(query.get("PageSize", PAGE)), int(query.get("Page", 0))
        now = time.monotonic()
        with self._lock:
            found = list(self._of.get(query["To"], ()) if "To" in query else self.taken)
        visible = [one for one in reversed(found) if now - one.moment >= self.listed_after]
        shown, more = visible[page * size : (page + 1) * size], len(visible) > (page + 1) * size
        here = f"/2010-04-01/Accounts/{SID}/Messages.json"
        further = urllib.parse.urlencode(
            {**query, "Page": page + 1, "PageToken": f"PA{shown[-1].sid}" if shown else ""}
        )
        return {
            "messages": [resource(one) for one in shown],
            "page": page,
            "page_size": size,
            "next_page_uri": f"{here}?{further}" if more else None,
            "uri": here,
        }


def resource(message: Message) -> dict[str, Any]:
    """A message as the API shows it."""
    moment = email.utils.format_datetime(message.at.replace(microsecond=0))
    return {
        "sid": message.sid,
        "account_sid": SID,
        "to": message.to,
        "from": message.form["From"],
        "body": message.body,
        "status": "queued",
        "date_created": moment,
        "date_updated": moment,
        "date_sent": None,
        "direction": "outbound-api",
        "error_code": None,
        "error_message": None,
        "num_segments": "1",
        "num_media": "0",
        "price": None,
        "price_unit": "AUD",
        "api_version": "2010-04-01",
        "messaging_service_sid": None,
        "uri": f"/2010-04-01/Accounts/{SID}/Messages/{message.sid}.json",
        "subresource_uris": {},
    }


def error(status: int, code: int, words: str, **headers: str) -> Answer:
    """An error as the API shows it."""
    about = f"https://www.twilio.com/docs/errors/{code}"
    return status, {"code": code, "message": words, "more_info": about, "status": status}, headers


def signed_post(url: str, form: dict[str, str], token: str = TOKEN) -> int:
    """Post as Twilio does, signed with this token; the answer's status."""
    return post(url, form, RequestValidator(token).compute_signature(url, form))


def post(url: str, form: dict[str, str], signature: str) -> int:
    """Post a form with this signature, none when it is empty; the answer's status."""
    where = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=15)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if signature:
        headers["X-Twilio-Signature"] = signature
    try:
        path = f"{where.path}?{where.query}" if where.query else where.path
        connection.request("POST", path, urllib.parse.urlencode(form), headers)
        return connection.getresponse().status
    finally:
        connection.close()


class _Handler(BaseHTTPRequestHandler):
    """One connection to the fake."""

    protocol_version = "HTTP/1.1"
    fake: ClassVar[FakeTwilio]

    def do_POST(self) -> None:
        fake = self.fake
        text = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        form = {name: values[0] for name, values in urllib.parse.parse_qs(text).items()}
        refused = self._stopped("Messages.json")
        if refused is not None:
            self._answer(refused)
            return
        trouble = fake.bad_day()
        fake.count(trouble or "well")
        if trouble == "busy":
            words = "Too Many Requests"
            self._answer(error(429, 20429, words, **{"Retry-After": str(fake.troubles.retry_after)}))
            return
        if trouble == "dropped":
            self._hang_up()
            return
        refused = fake.refusal(form)
        if refused is not None:
            self._answer(refused)
            return
        if trouble in ("error", "unavailable"):
            if fake.also_taken():
                fake.count("taken and answered with an error")
                fake.take(form)
            status = 500 if trouble == "error" else 503
            self._answer(error(status, 20500 if status == 500 else 20503, "Internal Server Error"))
            return
        message = fake.take(form)
        if trouble == "lost":
            self._hang_up()
            return
        if trouble == "late":
            time.sleep(fake.troubles.slow)
        self._answer((201, resource(message), {}))

    def do_GET(self) -> None:
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
        refused = self._stopped("Messages.json")
        self.fake.count("looked up")
        self._answer(refused or (200, self.fake.listed(query), {}))

    def _stopped(self, resource_name: str) -> Answer | None:
        expected = "Basic " + base64.b64encode(f"{SID}:{TOKEN}".encode()).decode()
        if self.fake.refuses_account or self.headers.get("Authorization") != expected:
            self.fake.count("not let in")
            return error(401, 20003, "Authenticate")
        path = urllib.parse.urlsplit(self.path).path
        if path != f"/2010-04-01/Accounts/{SID}/{resource_name}":
            return error(404, 20404, f"The requested resource {path} was not found")
        return None

    def _answer(self, answer: Answer) -> None:
        status, body, headers = answer
        raw = json.dumps(body).encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw)
        except OSError:
            # Whoever asked was killed, or waited no longer.
            self.close_connection = True

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.close()

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A worker that was killed leaves a broken connection behind: that is what it is for."""


@contextmanager
def twilio(fake: FakeTwilio | None = None) -> Iterator[FakeTwilio]:
    """A running fake, on a free port of this machine."""
    fake = fake or FakeTwilio()
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"fake": fake}))
    fake.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
