"""In every way to prove who one is, with one secret or two, only the very proof comes in, in its time, for one thing.

How each way works by itself: tests/unit/web/test_signature.py; over HTTP: tests/e2e/test_authentication.py.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import hmac
import itertools
import json
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from kebabalab.app import gate
from kebabalab.cli.temporary_server import TemporaryServer, serving
from kebabalab.config import from_environment
from kebabalab.web import signature
from kebabalab.web.signature import Gate, Refusal
from tests.e2e.wire import Call, post

NOW = dt.datetime(2026, 11, 27, 6, 0, tzinfo=dt.UTC)
BODY = b'{"message":{"type":"hang"}}'
NEW, OLD = "the-secret-of-this-month", "the-secret-of-last-month"
Headers = dict[str, str]
Change = Callable[[str], str | None]


@dataclass(frozen=True)
class Way:
    """One way to prove who one is: what is set for it, and the header that carries the proof."""

    name: str
    settings: dict[str, str]
    header: str
    prefix: str = ""
    algorithm: str = ""
    encoding: str = "hex"
    timed: bool = True

    def headers(self, secret: str = NEW, at: dt.datetime = NOW, body: bytes = BODY) -> Headers:
        """What a sender who knows the secret sends."""
        if not self.algorithm:
            return {self.header: self.prefix + secret}
        time = str(int(at.timestamp()))
        signed = time.encode() + b"." + body if self.timed else body
        digest = hmac.new(secret.encode(), signed, self.algorithm).digest()
        proof = digest.hex() if self.encoding == "hex" else base64.b64encode(digest).decode()
        return {self.header: self.prefix + proof} | ({"x-timestamp": time} if self.timed else {})

    def gate(self, *secrets: str) -> Gate:
        """The gate of a server with these settings and secrets."""
        name = "VAPI_WEBHOOK_HMAC_SECRET" if self.algorithm else "VAPI_WEBHOOK_SECRET"
        settings = {**self.settings, name: ",".join(secrets)}
        return gate(from_environment({one.lower(): value for one, value in settings.items()}, Path("/nowhere/.env")))


def signed_ways() -> Iterator[Way]:
    for algorithm, encoding, timed in itertools.product(("sha256", "sha1", "sha512"), ("hex", "base64"), (True, False)):
        payload = "timestamp.body" if timed else "body"
        settings = {
            "VAPI_WEBHOOK_HMAC_ALGORITHM": algorithm,
            "VAPI_WEBHOOK_HMAC_ENCODING": encoding,
            "VAPI_WEBHOOK_HMAC_PAYLOAD": payload,
        }
        way = Way(f"{algorithm} {encoding} {payload}", settings, "x-signature", "", algorithm, encoding, timed)
        yield way
        prefixed = {**settings, "VAPI_WEBHOOK_HMAC_PREFIX": f"{algorithm}="}
        yield replace(way, name=f"{way.name} prefix", settings=prefixed, prefix=f"{algorithm}=")


OTHER_HEADER = {"VAPI_WEBHOOK_SECRET_HEADER": "X-Shop-Key", "VAPI_WEBHOOK_SECRET_PREFIX": "Token"}
WAYS = (
    Way("secret", {}, "X-Vapi-Secret"),
    Way("bearer", {}, "Authorization", "Bearer "),
    Way("another header", OTHER_HEADER, "X-Shop-Key", "Token "),
    *signed_ways(),
)
SIGNED = [way for way in WAYS if way.algorithm]
TIMED = [way for way in SIGNED if way.timed]


def raw_bytes(proof: str) -> str:
    try:
        return bytes.fromhex(proof).decode("latin-1")
    except ValueError:
        return base64.b64encode(proof.encode()).decode() + "="


def other_code(proof: str) -> str:
    """Hex as base64, and base64 as hex."""
    try:
        return base64.b64encode(bytes.fromhex(proof)).decode()
    except ValueError:
        pass
    try:
        return base64.b64decode(proof, validate=True).hex()
    except binascii.Error:
        return urllib.parse.quote(proof) + "%20"


# What is done to the proof, its prefix left as it is. None: there is no such header.
CHANGES: dict[str, Change] = {
    "missing": lambda _proof: None,
    "empty": lambda _proof: "",
    "a blank": lambda _proof: " ",
    "another first letter": lambda proof: ("b" if proof[0] == "a" else "a") + proof[1:],
    "another letter inside": lambda proof: proof[:5] + ("b" if proof[5] == "a" else "a") + proof[6:],
    "backwards": lambda proof: proof[::-1],
    "without its end": lambda proof: proof[:-1],
    "without its beginning": lambda proof: proof[1:],
    "half": lambda proof: proof[: len(proof) // 2],
    "one letter": lambda proof: proof[0],
    "longer": lambda proof: proof + proof[-1],
    "twice": lambda proof: proof + proof,
    "a list": lambda proof: f"{proof},{proof}",
    "with blanks": lambda proof: f" {proof} ",
    "with a line's end": lambda proof: f"{proof}\n",
    "quoted": lambda proof: f'"{proof}"',
    "in base64": lambda proof: base64.b64encode(proof.encode()).decode(),
    "in hex": lambda proof: proof.encode().hex(),
    "percent-encoded": lambda proof: "".join(f"%{ord(char):02X}" for char in proof),
    "its bytes in the other code": other_code,
    "its bytes": raw_bytes,
    "wide letters": lambda proof: "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in proof),
    "two secrets": lambda _proof: f"{NEW},{OLD}",
    "the secret's digest": lambda _proof: hashlib.sha256(NEW.encode()).hexdigest(),
    "a zero byte": lambda proof: f"{proof}\x00",
}


def refusal(held: Gate, headers: Headers, at: dt.datetime = NOW, body: bytes = BODY) -> Refusal:
    return held.refusal(headers, body, at)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_of_two_secrets_either_comes_in_and_a_third_does_not(way: Way) -> None:
    both = way.gate(NEW, OLD)
    assert refusal(both, way.headers(NEW)) == refusal(both, way.headers(OLD)) == Refusal.NONE
    assert refusal(both, way.headers("the-secret-of-nobody")) == Refusal.WRONG
    assert refusal(way.gate(NEW), way.headers(OLD)) == Refusal.WRONG


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("secrets", ((NEW,), (OLD, NEW)), ids=("one secret", "two"))
def test_a_proof_that_is_changed_in_any_way_stays_out(way: Way, change: Change, secrets: tuple[str, ...]) -> None:
    held, right = way.gate(*secrets), way.headers()
    assert refusal(held, right) == Refusal.NONE
    proof = change(right[way.header].removeprefix(way.prefix))
    rest = {name: value for name, value in right.items() if name != way.header}
    changed = rest if proof is None else {**rest, way.header: way.prefix + proof}
    assert refusal(held, changed) in {Refusal.MISSING, Refusal.WRONG}


@pytest.mark.parametrize("way", [way for way in WAYS if way.prefix], ids=lambda way: way.name)
def test_a_proof_without_its_prefix_stays_out(way: Way) -> None:
    right = way.headers()
    bare = {**right, way.header: right[way.header].removeprefix(way.prefix)}
    assert refusal(way.gate(NEW), bare) != Refusal.NONE


@pytest.mark.parametrize("way", SIGNED, ids=lambda way: way.name)
@pytest.mark.parametrize("body", (b"", BODY[:-1], BODY + b"\n", BODY.replace(b"hang", b"hank"), BODY * 2), ids=range(5))
def test_a_signature_is_good_for_no_other_bytes(way: Way, body: bytes) -> None:
    assert refusal(way.gate(NEW), way.headers(), body=body) == Refusal.WRONG


@pytest.mark.parametrize("way", TIMED, ids=lambda way: way.name)
def test_a_signature_is_good_for_no_other_time(way: Way) -> None:
    held, sent = way.gate(NEW), way.headers()
    later = NOW + dt.timedelta(seconds=301)
    assert refusal(held, sent, at=later) == Refusal.STALE
    assert refusal(held, sent, at=NOW - dt.timedelta(seconds=301)) == Refusal.STALE
    # The same signature, said to be of now.
    assert refusal(held, {**sent, "x-timestamp": str(int(later.timestamp()))}, at=later) == Refusal.WRONG
    assert refusal(held, {name: value for name, value in sent.items() if name != "x-timestamp"}) == Refusal.MISSING


@pytest.mark.parametrize("way", SIGNED, ids=lambda way: way.name)
def test_the_key_of_signatures_is_no_secret_to_send(way: Way) -> None:
    for header in ("X-Vapi-Secret", "x-signature", "Authorization"):
        for value in (NEW, f"Bearer {NEW}", way.prefix + NEW):
            assert refusal(way.gate(NEW), {**way.headers(), "x-signature": "", header: value}) != Refusal.NONE


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_what_comes_in_is_decided_by_the_comparison_in_constant_time_alone(
    way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = way.gate(OLD, NEW)
    monkeypatch.setattr(signature.hmac, "compare_digest", lambda _given, _expected: False)
    assert refusal(held, way.headers()) == Refusal.WRONG
    compared: list[bytes] = []
    monkeypatch.setattr(
        signature.hmac, "compare_digest", lambda _given, expected: bool(compared.append(expected)) or True
    )
    assert refusal(held, way.headers("the-secret-of-nobody")) == Refusal.NONE
    # Both are compared, also where the first is the one: the time tells nothing of which it was.
    assert len(set(compared)) == 2


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TemporaryServer]:
    with serving(tmp_path_factory.mktemp("signed"), {"VAPI_WEBHOOK_HMAC_SECRET": f"{NEW},{OLD}"}) as running:
        yield running


WAY = next(way for way in WAYS if way.name == "sha256 hex timestamp.body")


def message(call: Call, name: str, tool_call: str, **arguments: Any) -> bytes:
    asked = {"id": tool_call, "name": name, "arguments": arguments}
    return json.dumps(call.message("tool-calls", toolCallList=[asked])).encode()


def headers_now(body: bytes) -> Headers:
    return WAY.headers(at=dt.datetime.now(dt.UTC), body=body)


def test_a_recorded_message_sent_again_and_again_is_answered_alike_and_changes_nothing(signed: TemporaryServer) -> None:
    call = Call(signed.url)
    body = message(call, "quickAddItem", "t1", description="two ayran")
    headers = headers_now(body)
    answers = {post(signed.url, body, headers).body for _ in range(4)}
    assert len(answers) == 1
    look = message(call, "getCartState", "t2")
    assert post(signed.url, look, headers_now(look)).results[0]["itemCount"] == 2


def test_with_a_recorded_signature_nothing_else_can_be_asked_for(signed: TemporaryServer) -> None:
    call = Call(signed.url)
    recorded = headers_now(message(call, "quickAddItem", "t1", description="two ayran"))
    for body in (message(call, "quickAddItem", "t2", description="two ayran"), message(call, "clearCart", "t1"), b""):
        assert post(signed.url, body, recorded).status == 401
