"""The file of a backup: a header that anybody can read, then compressed lines in chunks, encrypted with a key if given.

A chunk says whether it is the last one, and each is sealed with its place and the header (AES-GCM): what was cut off,
swapped or altered is noticed. Without a key a checksum at the end does the same against accidents.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import os
import secrets
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"KEBABALAB-BACKUP-1\n"
SUFFIX, PARTIAL = ".kbk", ".partial"
CHUNK = 256 * 1024
# Older versions put what the packer held back into the last chunk, however long it became.
LONGEST_CHUNK = 2 * CHUNK
KEY_BYTES, SALT_BYTES = 32, 8
_FRAME = struct.Struct(">BI")


class BackupBroken(Exception):
    """A backup that can't be read; the text says why, for whoever needs it now."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a backup says of itself. `salt` is part of each chunk's nonce, "" where nothing is encrypted."""

    made_at: str
    revision: str
    salt: str = ""

    @property
    def is_encrypted(self) -> bool:
        """Whether a key is needed to read it."""
        return bool(self.salt)

    def as_line(self) -> bytes:
        """The header as it stands in the file."""
        return orjson.dumps({"made_at": self.made_at, "revision": self.revision, "salt": self.salt}) + b"\n"


class BackupWriter:
    """Writes lines to a file that is there whole or not at all: under another name until it is all on the disk."""

    def __init__(self, path: Path, made_at: str, revision: str, key: bytes | None) -> None:
        salt = secrets.token_hex(SALT_BYTES) if key is not None else ""
        self._path, self._partial = path, path.with_name(f"{path.stem}-{secrets.token_hex(4)}{PARTIAL}")
        self._header = Header(made_at, revision, salt).as_line()
        self._seal = _Seal(key, salt, self._header)
        self._packer = zlib.compressobj(6)
        self._held = bytearray()
        self._digest = hashlib.sha256(self._header)
        # For nobody else's eyes, from its first byte on.
        self._file: BinaryIO = os.fdopen(os.open(self._partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self._file.write(MAGIC + self._header)

    def __enter__(self) -> BackupWriter:
        return self

    def write(self, line: object) -> None:
        """Add a line."""
        self._hold(self._packer.compress(orjson.dumps(line) + b"\n"))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            if error is None:
                self._end()
                self._partial.replace(self._path)
                _sync_folder(self._path.parent)
        finally:
            # What a full disk left unwritten is written by nobody.
            with suppress(OSError):
                self._file.close()
            self._partial.unlink(missing_ok=True)

    def _end(self) -> None:
        self._hold(self._packer.flush())
        self._put(bytes(self._held), last=True)
        self._file.write(self._digest.digest())
        self._file.flush()
        os.fsync(self._file.fileno())

    def _hold(self, packed: bytes) -> None:
        self._held += packed
        while len(self._held) >= CHUNK:
            self._put(bytes(self._held[:CHUNK]), last=False)
            del self._held[:CHUNK]

    def _put(self, piece: bytes, *, last: bool) -> None:
        sealed = self._seal.close(piece, last)
        frame = _FRAME.pack(last, len(sealed))
        self._digest.update(frame + sealed)
        self._file.write(frame + sealed)


def read_header(path: Path) -> Header:
    """What a backup says of itself. Raises BackupBroken."""
    try:
        with path.open("rb") as file:
            return _header(file)[0]
    except OSError as error:
        raise BackupBroken(f"{path} can't be read: {error.strerror}") from error


def read_lines(path: Path, key: bytes | None) -> Iterator[object]:
    """The lines of a backup, the last one only when all of it was right. Raises BackupBroken."""
    try:
        with path.open("rb") as file:
            yield from _lines(file, key)
    except OSError as error:
        raise BackupBroken(f"{path} can't be read: {error.strerror}") from error


def _header(file: BinaryIO) -> tuple[Header, bytes]:
    if file.read(len(MAGIC)) != MAGIC:
        raise BackupBroken("this is no backup of Kebabalab, or its beginning is missing")
    line = file.readline(4096)
    try:
        said = orjson.loads(line)
        header = Header(str(said["made_at"]), str(said["revision"]), str(said["salt"]))
        salt = bytes.fromhex(header.salt)
    except (ValueError, TypeError, KeyError) as error:
        raise BackupBroken("its beginning was altered") from error
    if len(salt) not in (0, SALT_BYTES):
        raise BackupBroken("its beginning was altered")
    return header, line


def _lines(file: BinaryIO, key: bytes | None) -> Iterator[object]:
    header, line = _header(file)
    if header.is_encrypted and key is None:
        raise BackupBroken("it is encrypted: name the key file with BACKUP_KEY_FILE")
    seal = _Seal(key if header.is_encrypted else None, header.salt, line)
    digest, unpacker, rest = hashlib.sha256(line), zlib.decompressobj(), b""
    last = False
    while not last:
        last, sealed, frame = _chunk(file)
        digest.update(frame + sealed)
        *whole, rest = (rest + _unpacked(unpacker, seal.open(sealed, last))).split(b"\n")
        for one in whole:
            yield _read(one)
    if file.read() != digest.digest() or rest or not unpacker.eof:
        raise BackupBroken("it was altered, or its end is missing")


def _chunk(file: BinaryIO) -> tuple[bool, bytes, bytes]:
    """Whether it is the last one, what it holds, and the frame that says so."""
    frame = file.read(_FRAME.size)
    if len(frame) < _FRAME.size:
        raise BackupBroken("its end is missing")
    last, length = _FRAME.unpack(frame)
    sealed = file.read(length) if length <= LONGEST_CHUNK else b""
    if len(sealed) != length:
        raise BackupBroken("its end is missing or it was altered")
    return bool(last), sealed, frame


def _read(line: bytes) -> object:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BackupBroken("it was altered") from error


def _unpacked(unpacker: zlib._Decompress, piece: bytes) -> bytes:
    try:
        return unpacker.decompress(piece)
    except zlib.error as error:
        raise BackupBroken("it was altered") from error


class _Seal:
    """Encrypts chunks one after the other, or leaves them as they are where there is no key."""

    def __init__(self, key: bytes | None, salt: str, header: bytes) -> None:
        self._cipher = AESGCM(key) if key is not None else None
        self._salt, self._header, self._count = bytes.fromhex(salt), header, 0

    def close(self, piece: bytes, last: bool) -> bytes:
        """The chunk as it is kept."""
        return piece if self._cipher is None else self._cipher.encrypt(self._nonce(), piece, self._with(last))

    def open(self, sealed: bytes, last: bool) -> bytes:
        """The chunk as it was. Raises BackupBroken."""
        if self._cipher is None:
            return sealed
        try:
            return self._cipher.decrypt(self._nonce(), sealed, self._with(last))
        except InvalidTag as error:
            raise BackupBroken("it was made with another key, or it was altered") from error

    def _nonce(self) -> bytes:
        self._count += 1
        return self._salt + self._count.to_bytes(4, "big")

    def _with(self, last: bool) -> bytes:
        return self._header + bytes([last])


def new_key(path: Path) -> None:
    """Write a new key to a file that must not be there yet, readable by its owner only. Raises FileExistsError."""
    text = base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(text)


def read_key(path: Path) -> bytes:
    """The key in a file. Raises BackupBroken."""
    try:
        key = base64.urlsafe_b64decode(path.read_bytes().strip())
    except (OSError, ValueError) as error:
        raise BackupBroken(f"the key file {path} can't be read") from error
    if len(key) != KEY_BYTES:
        raise BackupBroken(f"{path} holds no key: `kebabalab db new-key` makes one")
    return key


@contextmanager
def one_at_a_time(folder: Path, *, waits: bool = False) -> Iterator[bool]:
    """Whether no other process of this machine is at work in the folder, and none will be until the context ends.

    With `waits` it begins when the other one has done. What a killed one has left half written is deleted.
    Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            for left in folder.glob(f"*{PARTIAL}"):
                left.unlink(missing_ok=True)
            yield True


def _sync_folder(folder: Path) -> None:
    """Have the disk keep the file's new name."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
