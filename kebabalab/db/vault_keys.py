"""Where data keys come from: the settings, a file, or one that is made beside SQLite's file at the first start."""

from __future__ import annotations

import base64
import os
import secrets
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import make_url

from kebabalab.db.connection import Database
from kebabalab.db.vault import KEY_BYTES, DataKey, Vault
from kebabalab.db.vault_register import registered
from kebabalab.models.errors import KeyMissing

SUFFIX = ".key"


@dataclass(frozen=True, slots=True)
class KeySource:
    """What the settings say of keys: in words, newest first; a file with one a line; or nothing. `seals`: encrypt."""

    url: str
    listed: Sequence[str] = field(default=(), repr=False)
    file: Path | None = None
    seals: bool = True

    @property
    def own_file(self) -> Path | None:
        """The key file beside an SQLite file; None where there is no such file."""
        url = make_url(self.url)
        if url.get_backend_name() != "sqlite" or not url.database:
            return None
        return Path(f"{url.database}{SUFFIX}")

    @property
    def in_use(self) -> Path | None:
        """The file that keys are read from; None where the settings hold them themselves."""
        return None if self.listed else self.file or self.own_file


def make_vault(source: KeySource) -> Vault:
    """The vault that these keys make; a missing key file of SQLite's is made, where nothing needs an older one.

    Raises KeyMissing with what to do.
    """
    if source.listed:
        return Vault([read_key(one, "DATA_KEYS") for one in source.listed], seals=source.seals)
    file = source.in_use
    if file is None:
        if source.seals:
            raise KeyMissing(
                "what is known of callers is kept encrypted, and there is no key: set DATA_KEYS to what `kebabalab "
                "keys new` prints, or DATA_KEY_FILE to a file that holds it (ENCRYPTION=off keeps everything readable)"
            )
        return Vault(seals=False)
    if not file.exists():
        if source.file is not None:
            raise KeyMissing(f"DATA_KEY_FILE: {file} is not there; `kebabalab keys new` prints a key to put into it")
        if not source.seals:
            return Vault(seals=False)
        check_none_needed(source.url, file)
        write_keys(file, [new_key()])
    return Vault(read_file(file), seals=source.seals)


def new_key() -> str:
    """A new key, as it is written: 32 random bytes in urlsafe base64."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def read_key(text: str, where: str) -> DataKey:
    """A key as it is written. Raises KeyMissing, naming where it stands and nothing of it."""
    try:
        secret = base64.b64decode(text.strip().encode(), altchars=b"-_", validate=True)
    except ValueError:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise KeyMissing(f"{where} holds something that is no key: `kebabalab keys new` prints one")
    return DataKey(secret)


def read_file(path: Path) -> list[DataKey]:
    """The keys in a file, the newest first. Raises KeyMissing."""
    try:
        lines = path.read_text(encoding="ascii").split()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        raise KeyMissing(f"the key file {path} can't be read: {why}") from error
    if not lines:
        raise KeyMissing(f"the key file {path} is empty: `kebabalab keys new` prints a key")
    return [read_key(line, str(path)) for line in lines]


def write_keys(path: Path, keys: Sequence[str], *, over: bool = False) -> None:
    """Write keys to a file for its owner only, whole or not at all; one that is there is left, unless `over`.

    Raises KeyMissing.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Made with mode 0600.
        opened, partial = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        try:
            with os.fdopen(opened, "w", encoding="ascii") as file:
                file.write("".join(f"{key}\n" for key in keys))
                file.flush()
                os.fsync(file.fileno())
            if over:
                Path(partial).replace(path)
            else:
                # Of several that start together, one makes it.
                os.link(partial, path)
        except FileExistsError:
            pass
        finally:
            Path(partial).unlink(missing_ok=True)
    except OSError as error:
        raise KeyMissing(f"the key file {path} can't be written: {error.strerror}") from error


def check_none_needed(url: str, file: Path) -> None:
    """A key that is lost must not be replaced by one that opens nothing. Raises KeyMissing."""
    if not Path(str(make_url(url).database)).exists():
        return
    database = Database(url)
    try:
        with database.reading() as connection:
            needed = registered(connection)
    finally:
        database.close()
    if needed:
        ids = ", ".join(sorted(needed))
        raise KeyMissing(f"the key file {file} is gone, and what is kept needs it (key {ids}): bring back your copy")
