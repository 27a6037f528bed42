"""Over real HTTP, only who proves to be VAPI gets in, and an open server listens to its own machine alone."""

from __future__ import annotations

import hashlib
import hmac
import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kebabalab.cli.temporary_server import ServerDidNotStart, TemporaryServer, serving
from tests.e2e.wire import Call, post, send

OLD, NEW, KEY = "the-secret-of-last-month", "the-secret-of-this-month", "the-key-for-signatures"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TemporaryServer]:
    """A server with two secrets, as while one replaces the other, and a key for signatures."""
    settings = {"VAPI_WEBHOOK_SECRET": f"{OLD},{NEW}", "VAPI_WEBHOOK_HMAC_SECRET": KEY}
    with serving(tmp_path_factory.mktemp("guarded"), settings, ["--at", "2026-11-23 18:00"]) as running:
        yield running


def body_of(call: Call) -> bytes:
    asked = {"id": "t1", "name": "quickAddItem", "arguments": {"description": "two ayran"}}
    return json.dumps(call.message("tool-calls", toolCallList=[asked])).encode()


def signed(body: bytes, at: float, key: str = KEY) -> dict[str, str]:
    timestamp = str(int(at))
    digest = hmac.new(key.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return {"x-signature": digest, "x-timestamp": timestamp}


@pytest.mark.parametrize("secret", (OLD, NEW))
@pytest.mark.parametrize(("header", "prefix"), (("X-Vapi-Secret", ""), ("Authorization", "Bearer ")))
def test_either_secret_comes_in_by_either_header(
    guarded: TemporaryServer, secret: str, header: str, prefix: str
) -> None:
    reply = post(guarded.url, body_of(Call(guarded.url)), {header: prefix + secret})
    assert (reply.status, reply.results[0]["ok"]) == (200, True)


def test_a_signed_message_comes_in(guarded: TemporaryServer) -> None:
    body = body_of(Call(guarded.url))
    assert post(guarded.url, body, signed(body, time.time())).status == 200


@pytest.mark.parametrize(
    "headers",
    (
        {},
        {"X-Vapi-Secret": ""},
        {"X-Vapi-Secret": "guessed"},
        {"X-Vapi-Secret": f"{OLD},{NEW}"},
        {"X-Vapi-Secret": OLD[:-1]},
        {"Authorization": f"Basic {NEW}"},
        {"Authorization": "Bearer "},
        {"x-signature": "0" * 64},
        {"x-signature": "0" * 64, "x-timestamp": "soon"},
    ),
    ids=range(9),
)
def test_who_proves_nothing_is_told_nothing_and_changes_nothing(
    guarded: TemporaryServer, headers: dict[str, str]
) -> None:
    call = Call(guarded.url)
    reply = post(guarded.url, body_of(call), headers)
    assert (reply.status, reply.json) == (401, {"error": "unauthorized"})
    assert Call(guarded.url, id=call.id, headers={"X-Vapi-Secret": NEW}).tool("getCartState")["isEmpty"] is True


def test_an_old_signature_stays_out(guarded: TemporaryServer) -> None:
    body = body_of(Call(guarded.url))
    assert post(guarded.url, body, signed(body, time.time() - 301)).status == 401


def test_the_signature_of_another_body_stays_out(guarded: TemporaryServer) -> None:
    headers = signed(body_of(Call(guarded.url)), time.time())
    assert post(guarded.url, body_of(Call(guarded.url)), headers).status == 401


def test_a_body_that_is_no_json_is_not_read_before_it_may_come_in(guarded: TemporaryServer) -> None:
    assert post(guarded.url, b"{").status == 401
    assert post(guarded.url, b"{", {"X-Vapi-Secret": NEW}).status == 400


def test_a_refusal_is_logged_with_its_reason_and_counted(guarded: TemporaryServer) -> None:
    post(guarded.url, b"{}", {"X-Vapi-Secret": "guessed-by-somebody"})
    lines = [json.loads(line) for line in guarded.log.splitlines() if line.startswith("{")]
    assert any(line["event"] == "webhook refused" and line["reason"] == "wrong" for line in lines)
    assert "guessed-by-somebody" not in guarded.log
    assert b'kebabalab_refused_total{reason="wrong"}' in send(guarded.url, path="/metrics").body


def test_health_needs_no_secret(guarded: TemporaryServer) -> None:
    assert send(guarded.url, path="/health").json == {"status": "ok"}


def test_the_log_holds_no_secret(guarded: TemporaryServer) -> None:
    assert [secret for secret in (OLD, NEW, KEY) if secret in guarded.log] == []


def test_another_header_and_form_of_signature_can_be_set(tmp_path: Path) -> None:
    settings = {
        "VAPI_WEBHOOK_SECRET": NEW,
        "VAPI_WEBHOOK_SECRET_HEADER": "X-Shop-Key",
        "VAPI_WEBHOOK_SECRET_PREFIX": "Token",
        "VAPI_WEBHOOK_HMAC_SECRET": KEY,
        "VAPI_WEBHOOK_HMAC_ALGORITHM": "sha512",
        "VAPI_WEBHOOK_HMAC_HEADER": "X-Shop-Signature",
        "VAPI_WEBHOOK_HMAC_PREFIX": "sha512=",
        "VAPI_WEBHOOK_HMAC_PAYLOAD": "body",
    }
    with serving(tmp_path, settings) as server:
        body = body_of(Call(server.url))
        digest = hmac.new(KEY.encode(), body, hashlib.sha512).hexdigest()
        answered = [
            post(server.url, body, headers).status
            for headers in (
                {"X-Shop-Key": f"Token {NEW}"},
                {"X-Shop-Signature": f"sha512={digest}"},
                {"X-Shop-Key": NEW},
                {"X-Shop-Signature": digest},
            )
        ]
    assert answered == [200, 200, 401, 401]


def test_too_many_requests_are_refused_without_touching_those_who_may(tmp_path: Path) -> None:
    with serving(tmp_path, {"VAPI_WEBHOOK_SECRET": NEW, "RATE_LIMIT": "3/hour"}) as server:
        strangers = [post(server.url, b"{}", {"X-Vapi-Secret": "guess"}) for _ in range(5)]
        known = [post(server.url, body_of(Call(server.url)), {"X-Vapi-Secret": NEW}) for _ in range(4)]
    assert [reply.status for reply in strangers] == [401, 401, 401, 429, 429]
    assert [reply.status for reply in known] == [200, 200, 200, 429]
    assert known[-1].headers["retry-after"] == "10"


@pytest.mark.parametrize("host", ("0.0.0.0", "::"))
def test_an_open_server_refuses_to_listen_beyond_its_machine(tmp_path: Path, host: str) -> None:
    with pytest.raises(ServerDidNotStart, match="set VAPI_WEBHOOK_SECRET"), serving(tmp_path, {"HOST": host}):
        pass


def test_a_pretended_time_is_for_this_machine_alone(tmp_path: Path) -> None:
    settings = {"HOST": "0.0.0.0", "VAPI_WEBHOOK_SECRET": NEW}
    with pytest.raises(ServerDidNotStart, match="--at"), serving(tmp_path, settings, ["--at", "2026-11-23 18:00"]):
        pass


def test_a_guarded_server_listens_beyond_its_machine(tmp_path: Path) -> None:
    with serving(tmp_path, {"HOST": "0.0.0.0", "VAPI_WEBHOOK_SECRET": NEW}) as server:
        assert send(server.url, path="/ready").status == 200
        assert isinstance(server.process, subprocess.Popen)
