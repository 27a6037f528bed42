"""The vault: what is kept of callers is sealed on its way into a store and opened on its way out.

A sealed value is `kv1.<key id>.<nonce and AES-256-GCM>`, so that a row says which key it needs. What is empty stays so,
and what was kept before there was a key is read as it is.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection

from kebabalab.models.errors import KeyMissing

KEY_BYTES, ID_BYTES, NONCE_BYTES, MARK_BYTES = 32, 4, 12, 16
PREFIX = "kv1."
IN_CONNECTION = "kebabalab_vault"
_TEXT = re.compile(r"kv1\.([0-9a-f]{8})\.([A-Za-z0-9_-]{38,}={0,2})")
_BYTES = re.compile(rb"kv1\.([0-9a-f]{8})\.", re.DOTALL)


@dataclass(frozen=True)
class DataKey:
    """A secret of 32 bytes, and what is derived from it: its id, a cipher, and the key of marks."""

    secret: bytes = field(repr=False)
    id: str = field(init=False)
    cipher: AESGCM = field(init=False, repr=False)
    mark_key: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", _derived(self.secret, b"id", ID_BYTES).hex())
        object.__setattr__(self, "cipher", AESGCM(_derived(self.secret, b"seal", KEY_BYTES)))
        object.__setattr__(self, "mark_key", _derived(self.secret, b"mark", KEY_BYTES))


class Vault:
    """Seals with the first of its keys and opens with any. With `seals` off, or without a key, nothing is sealed."""

    def __init__(self, keys: Sequence[DataKey] = (), *, seals: bool = True) -> None:
        self._keys = {key.id: key for key in keys}
        self._ids = {key.id.encode(): key for key in keys}
        self.newest = keys[0] if keys and seals else None

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its keys."""
        return frozenset(self._keys)

    @property
    def prefix(self) -> str:
        """How everything begins that it seals now; of what it leaves as it is, "" ."""
        return f"{PREFIX}{self.newest.id}." if self.newest is not None else ""

    def seal(self, text: str, place: str) -> str:
        """The text as it is kept at this place: nowhere else can it be opened."""
        if not text or self.newest is None:
            return text
        sealed = base64.urlsafe_b64encode(_sealed(self.newest, text.encode(), place)).decode()
        return f"{PREFIX}{self.newest.id}.{sealed}"

    def open(self, kept: str, place: str) -> str:
        """The text that is kept at this place. Raises KeyMissing."""
        found = _TEXT.fullmatch(kept) if kept.startswith(PREFIX) else None
        if found is None:
            return kept
        return _opened(self._keys.get(found[1]), found[1], base64.urlsafe_b64decode(found[2]), place).decode()

    def seal_bytes(self, content: bytes, place: str) -> bytes:
        """As `seal`, for what is no text."""
        if not content or self.newest is None:
            return content
        return f"{PREFIX}{self.newest.id}.".encode() + _sealed(self.newest, content, place)

    def open_bytes(self, kept: bytes, place: str) -> bytes:
        """As `open`, for what is no text. Raises KeyMissing."""
        found = _BYTES.match(kept)
        if found is None:
            return kept
        return _opened(self._ids.get(found[1]), found[1].decode(), kept[found.end() :], place)

    def mark(self, number: str) -> str:
        """What a phone number's rows are found by: a keyed hash, the same wherever it stands; "" for no number."""
        return _mark(self.newest, number) if number and self.newest is not None else number

    def marks(self, number: str) -> list[str]:
        """All that the rows of a number may be found by: its mark by each key, and itself in rows of before."""
        return [*(_mark(key, number) for key in self._keys.values()), number] if number else []


# Of whoever only counts, moves or clears rows; it opens nothing that is sealed.
NO_VAULT = Vault()


def vault_of(connection: Connection) -> Vault:
    """The vault of the database that this connection leads to."""
    vault = connection.info.get(IN_CONNECTION, NO_VAULT)
    assert isinstance(vault, Vault)  # noqa: S101
    return vault


def _derived(secret: bytes, purpose: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, None, b"kebabalab data " + purpose).derive(secret)


def _sealed(key: DataKey, content: bytes, place: str) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + key.cipher.encrypt(nonce, content, place.encode())


def _opened(key: DataKey | None, key_id: str, sealed: bytes, place: str) -> bytes:
    if key is None:
        raise KeyMissing(f"it was encrypted with the key {key_id}, which is not among those that are set")
    try:
        return key.cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.encode())
    except InvalidTag as error:
        raise KeyMissing(f"{place.partition(':')[0]} was altered, or moved here from another row") from error


def _mark(key: DataKey, number: str) -> str:
    return hmac.digest(key.mark_key, number.encode(), hashlib.sha256)[:MARK_BYTES].hex()
