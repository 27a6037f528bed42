"""Who may call the webhook: shared secrets and HMACs, over the raw bytes, in constant time (contract)."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

OLDEST_SECONDS = 300
MILLISECONDS_FROM = 10**11


class Headers(Protocol):
    """A request's headers; names match in any case."""

    def get(self, name: str, default: str, /) -> str:
        """The header's value, or the default."""
        ...


class Refusal(StrEnum):
    """Why a request may not come in; for the log and the metrics, never for the sender."""

    NONE = ""
    MISSING = "missing"
    WRONG = "wrong"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class SharedSecret:
    """A secret sent as it is in one of `headers`, each name with the prefix that its value must have."""

    secrets: tuple[bytes, ...]
    headers: tuple[tuple[str, str], ...] = (("X-Vapi-Secret", ""), ("Authorization", "Bearer "))

    def check(self, headers: Headers, _body: bytes, _now: dt.datetime) -> Refusal:
        """NONE when one of the headers holds one of the secrets."""
        given = [
            value.removeprefix(prefix)
            for name, prefix in self.headers
            if (value := headers.get(name, "")) and value.startswith(prefix)
        ]
        # VAPI sends an empty header where no credential is attached.
        given = [value for value in given if value]
        if not given:
            return Refusal.MISSING
        return Refusal.NONE if any(_same(_bytes(value), self.secrets) for value in given) else Refusal.WRONG


@dataclass(frozen=True, slots=True)
class Hmac:
    """A keyed digest of TIMESTAMP.BODY, or of the body alone where `timestamp_header` is empty."""

    secrets: tuple[bytes, ...]
    algorithm: str = "sha256"
    header: str = "x-signature"
    prefix: str = ""
    encoding: str = "hex"
    timestamp_header: str = "x-timestamp"

    def check(self, headers: Headers, body: bytes, now: dt.datetime) -> Refusal:
        """NONE when the signature is of this body and not older than OLDEST_SECONDS; `now` is aware."""
        given = headers.get(self.header, "")
        if not given:
            return Refusal.MISSING
        if not given.startswith(self.prefix):
            return Refusal.WRONG
        signed = body
        if self.timestamp_header:
            timestamp = headers.get(self.timestamp_header, "")
            signed = _bytes(timestamp) + b"." + body
            if not timestamp:
                return Refusal.MISSING
            if not _is_fresh(timestamp, now):
                return Refusal.STALE
        expected = tuple(self._encoded(secret, signed) for secret in self.secrets if secret)
        signature = given.removeprefix(self.prefix)
        if self.encoding == "hex":
            signature = signature.lower()
        return Refusal.NONE if _same(_bytes(signature), expected) else Refusal.WRONG

    def _encoded(self, secret: bytes, signed: bytes) -> bytes:
        digest = hmac.new(secret, signed, getattr(hashlib, self.algorithm)).digest()
        return digest.hex().encode() if self.encoding == "hex" else base64.b64encode(digest)


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets a request in when one of `ways` does; with none everyone comes in, and only loopback is listened on."""

    ways: tuple[SharedSecret | Hmac, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether no authentication is configured."""
        return not self.ways

    def refusal(self, headers: Headers, body: bytes, now: dt.datetime) -> Refusal:
        """NONE when the request may come in, else the most telling reason why not."""
        refusals = [way.check(headers, body, now) for way in self.ways]
        if not refusals or Refusal.NONE in refusals:
            return Refusal.NONE
        return next((refusal for refusal in refusals if refusal != Refusal.MISSING), Refusal.MISSING)


def _same(given: bytes, expected: tuple[bytes, ...]) -> bool:
    # Every secret is compared, whichever matches: the time taken tells nothing.
    same = False
    for secret in expected:
        same |= hmac.compare_digest(given, secret)
    return same


def _bytes(header: str) -> bytes:
    """A header's bytes as they came: WSGI hands them over read as Latin-1."""
    return header.encode("latin-1", "replace")


def _is_fresh(timestamp: str, now: dt.datetime) -> bool:
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 16):
        return False
    seconds = int(timestamp) / 1000 if int(timestamp) >= MILLISECONDS_FROM else int(timestamp)
    return abs(now.timestamp() - seconds) <= OLDEST_SECONDS
