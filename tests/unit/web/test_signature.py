"""Only who knows a secret comes in, and no request is good for long."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import itertools

import pytest

from kebabalab.web.signature import Gate, Hmac, Refusal, SharedSecret

NOW = dt.datetime(2026, 11, 27, 6, 0, tzinfo=dt.UTC)
BODY = b'{"message":{"type":"hang"}}'
SECRET, OTHER = b"a-secret-of-the-shop", b"the-next-secret"
SECOND = int(NOW.timestamp())


def refusal(way: SharedSecret | Hmac, headers: dict[str, str], body: bytes = BODY) -> Refusal:
    return Gate((way,)).refusal(headers, body, NOW)


def signed(
    timestamp: str = str(SECOND), body: bytes = BODY, key: bytes = SECRET, algorithm: str = "sha256"
) -> dict[str, str]:
    digest = hmac.new(key, timestamp.encode() + b"." + body, algorithm).hexdigest()
    return {"x-signature": digest, "x-timestamp": timestamp}


def test_with_nothing_configured_the_gate_is_open() -> None:
    assert Gate().is_open
    assert Gate().refusal({}, BODY, NOW) == Refusal.NONE


@pytest.mark.parametrize(
    "headers", ({"X-Vapi-Secret": SECRET.decode()}, {"Authorization": f"Bearer {SECRET.decode()}"})
)
def test_the_secret_comes_in_by_either_header(headers: dict[str, str]) -> None:
    assert refusal(SharedSecret((SECRET,)), headers) == Refusal.NONE


@pytest.mark.parametrize("secret", (SECRET, OTHER))
def test_while_a_secret_is_replaced_both_come_in(secret: bytes) -> None:
    assert refusal(SharedSecret((SECRET, OTHER)), {"X-Vapi-Secret": secret.decode()}) == Refusal.NONE


@pytest.mark.parametrize(
    "headers",
    (
        {},
        {"X-Vapi-Secret": ""},
        {"Authorization": ""},
        {"Authorization": "Bearer "},
        {"Authorization": SECRET.decode()},
        {"Authorization": f"Basic {SECRET.decode()}"},
        {"X-Signature": SECRET.decode()},
    ),
)
def test_a_secret_that_is_missing_or_empty_or_elsewhere_stays_out(headers: dict[str, str]) -> None:
    assert refusal(SharedSecret((SECRET,)), headers) == Refusal.MISSING


@pytest.mark.parametrize(
    "given", (SECRET.decode()[:-1], SECRET.decode() + "x", SECRET.decode().upper(), "é", "\x00", ",")
)
def test_a_wrong_secret_stays_out(given: str) -> None:
    assert refusal(SharedSecret((SECRET, OTHER)), {"X-Vapi-Secret": given}) == Refusal.WRONG


def test_an_empty_secret_in_the_settings_matches_nothing() -> None:
    assert refusal(SharedSecret((b"",)), {"X-Vapi-Secret": ""}) != Refusal.NONE
    assert refusal(Hmac((b"",)), signed(key=b"")) == Refusal.WRONG


def test_a_wrong_secret_in_one_header_does_not_spoil_the_right_one_in_the_other() -> None:
    headers = {"X-Vapi-Secret": "wrong", "Authorization": f"Bearer {SECRET.decode()}"}
    assert refusal(SharedSecret((SECRET,)), headers) == Refusal.NONE


def test_another_header_and_prefix_can_be_set() -> None:
    way = SharedSecret((SECRET,), (("X-Shop-Key", "Key "),))
    assert refusal(way, {"X-Shop-Key": f"Key {SECRET.decode()}"}) == Refusal.NONE
    assert refusal(way, {"X-Shop-Key": SECRET.decode()}) == Refusal.MISSING
    assert refusal(way, {"X-Vapi-Secret": SECRET.decode()}) == Refusal.MISSING


def test_a_secret_of_any_letters_comes_in_as_its_bytes_arrive() -> None:
    as_wsgi_reads_it = "schlüssel".encode().decode("latin-1")
    assert refusal(SharedSecret(("schlüssel".encode(),)), {"X-Vapi-Secret": as_wsgi_reads_it}) == Refusal.NONE


@pytest.mark.parametrize("algorithm", ("sha256", "sha1", "sha512"))
def test_a_signature_of_time_and_body_comes_in(algorithm: str) -> None:
    assert refusal(Hmac((SECRET,), algorithm), signed(algorithm=algorithm)) == Refusal.NONE


@pytest.mark.parametrize("key", (SECRET, OTHER))
def test_while_a_key_is_replaced_signatures_of_both_come_in(key: bytes) -> None:
    assert refusal(Hmac((SECRET, OTHER)), signed(key=key)) == Refusal.NONE


def test_the_time_of_signing_can_be_in_milliseconds() -> None:
    assert refusal(Hmac((SECRET,)), signed(timestamp=str(SECOND * 1000 + 7))) == Refusal.NONE


@pytest.mark.parametrize(("age", "known"), ((300, Refusal.NONE), (301, Refusal.STALE), (-300, Refusal.NONE)))
def test_a_signature_is_good_for_five_minutes(age: int, known: Refusal) -> None:
    assert refusal(Hmac((SECRET,)), signed(timestamp=str(SECOND - age))) == known


def test_a_signature_from_the_future_stays_out() -> None:
    assert refusal(Hmac((SECRET,)), signed(timestamp=str(SECOND + 301))) == Refusal.STALE


@pytest.mark.parametrize("timestamp", ("soon", "-5", "1e9", "٣", "9" * 30, " ", "0x10"))
def test_a_time_that_is_no_time_stays_out(timestamp: str) -> None:
    digest = hmac.new(SECRET, timestamp.encode("latin-1", "replace") + b"." + BODY, hashlib.sha256).hexdigest()
    assert refusal(Hmac((SECRET,)), {"x-signature": digest, "x-timestamp": timestamp}) == Refusal.STALE


@pytest.mark.parametrize("absent", ("x-signature", "x-timestamp"))
def test_a_signature_without_its_parts_stays_out(absent: str) -> None:
    headers = {name: value for name, value in signed().items() if name != absent}
    assert refusal(Hmac((SECRET,)), headers) == Refusal.MISSING


def test_a_signature_of_another_body_stays_out() -> None:
    assert refusal(Hmac((SECRET,)), signed(), BODY + b" ") == Refusal.WRONG


def test_a_signature_of_another_time_stays_out() -> None:
    assert refusal(Hmac((SECRET,)), {**signed(), "x-timestamp": str(SECOND - 1)}) == Refusal.WRONG


def test_a_signature_by_another_key_stays_out() -> None:
    assert refusal(Hmac((SECRET,)), signed(key=b"guessed")) == Refusal.WRONG


def test_a_truncated_signature_stays_out() -> None:
    headers = signed()
    headers["x-signature"] = headers["x-signature"][:32]
    assert refusal(Hmac((SECRET,)), headers) == Refusal.WRONG


def test_a_signature_in_another_encoding_stays_out() -> None:
    headers = signed()
    headers["x-signature"] = base64.b64encode(bytes.fromhex(headers["x-signature"])).decode()
    assert refusal(Hmac((SECRET,)), headers) == Refusal.WRONG


def test_a_signature_in_capitals_is_the_same_signature() -> None:
    headers = signed()
    headers["x-signature"] = headers["x-signature"].upper()
    assert refusal(Hmac((SECRET,)), headers) == Refusal.NONE


def test_a_signature_can_be_in_base64_with_a_prefix_in_another_header() -> None:
    digest = hmac.new(SECRET, f"{SECOND}.".encode() + BODY, hashlib.sha1).digest()
    way = Hmac((SECRET,), "sha1", "x-shop-signature", "sha1=", "base64")
    headers = {"x-shop-signature": "sha1=" + base64.b64encode(digest).decode(), "x-timestamp": str(SECOND)}
    assert refusal(way, headers) == Refusal.NONE
    without = {**headers, "x-shop-signature": base64.b64encode(digest).decode()}
    assert refusal(way, without) == Refusal.WRONG


def test_by_setting_the_body_alone_is_signed() -> None:
    way = Hmac((SECRET,), timestamp_header="")
    assert refusal(way, {"x-signature": hmac.new(SECRET, BODY, hashlib.sha256).hexdigest()}) == Refusal.NONE
    assert refusal(way, signed()) == Refusal.WRONG


def test_with_secret_and_signature_configured_either_comes_in() -> None:
    gate = Gate((SharedSecret((OTHER,)), Hmac((SECRET,))))
    assert gate.refusal(signed(), BODY, NOW) == Refusal.NONE
    assert gate.refusal({"X-Vapi-Secret": OTHER.decode()}, BODY, NOW) == Refusal.NONE


def test_of_two_ways_the_more_telling_refusal_is_named() -> None:
    gate = Gate((SharedSecret((OTHER,)), Hmac((SECRET,))))
    assert gate.refusal(signed(timestamp=str(SECOND - 900)), BODY, NOW) == Refusal.STALE


def test_no_header_at_all_comes_in_for_no_combination_of_ways() -> None:
    ways = (SharedSecret((SECRET,)), Hmac((SECRET,)), SharedSecret((b"",)), Hmac((b"",)))
    for count in (1, 2, 3):
        for some in itertools.combinations(ways, count):
            assert Gate(some).refusal({}, BODY, NOW) != Refusal.NONE
