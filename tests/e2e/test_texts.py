"""Texts go to Twilio's API as it documents them; here it is answered by a server of our own."""

from __future__ import annotations

import base64
import json
import threading
import urllib.parse
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from kebabalab.cli.temporary_server import free_port
from kebabalab.gateways.sms import TextNotSent, TwilioAccount, TwilioSender

TO, FROM = "+61491570156", "+61255501234"
BODY = "Order 047 is ready at 6:15 PM."


class Twilio(BaseHTTPRequestHandler):
    """Answers like Twilio's API: `status` and `reply` are set by the test."""

    status: ClassVar[int] = 201
    reply: ClassVar[dict[str, object]] = {"sid": "SM0001"}
    asked: ClassVar[list[tuple[str, str, dict[str, str]]]] = []

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in urllib.parse.parse_qs(sent).items()}
        self.asked.append((self.path, self.headers["Authorization"], form))
        answer = json.dumps(self.reply).encode()
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


@pytest.fixture
def twilio() -> Iterator[tuple[type[Twilio], TwilioSender]]:
    handler = type("Handler", (Twilio,), {"asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield handler, TwilioSender(TwilioAccount("AC1", "token", FROM, f"http://127.0.0.1:{server.server_port}"))
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_text_is_posted_to_the_account_with_its_credentials(twilio: tuple[type[Twilio], TwilioSender]) -> None:
    handler, sender = twilio
    assert sender.send(TO, BODY) == "SM0001"
    credentials = base64.b64encode(b"AC1:token").decode()
    assert handler.asked == [
        ("/2010-04-01/Accounts/AC1/Messages.json", f"Basic {credentials}", {"To": TO, "From": FROM, "Body": BODY})
    ]


@pytest.mark.parametrize(("status", "lasting"), ((400, True), (404, True), (429, False), (500, False), (503, False)))
def test_a_refusal_tells_whether_to_try_again(
    twilio: tuple[type[Twilio], TwilioSender], status: int, lasting: bool
) -> None:
    handler, sender = twilio
    handler.status, handler.reply = (
        status,
        {"code": 21211, "message": f"The number {TO} is not valid", "status": status},
    )
    with pytest.raises(TextNotSent) as refused:
        sender.send(TO, BODY)
    assert refused.value.lasting is lasting
    assert str(status) in refused.value.reason
    assert TO not in refused.value.reason


def test_an_api_that_is_not_there_can_be_tried_again() -> None:
    sender = TwilioSender(TwilioAccount("AC1", "token", FROM, f"http://127.0.0.1:{free_port()}"))
    with pytest.raises(TextNotSent) as failed:
        sender.send(TO, BODY)
    assert not failed.value.lasting
