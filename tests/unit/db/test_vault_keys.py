"""Keys come from the settings or a file; SQLite's own is made once, for its owner only, and never replaced."""

from __future__ import annotations

import base64
import threading
from pathlib import Path

import pytest

from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.vault_keys import KeySource, make_vault, new_key, read_file, write_keys
from kebabalab.db.vault_register import register
from kebabalab.gateways.clock import SystemClock
from kebabalab.models.errors import KeyMissing

POSTGRES = "postgresql+psycopg://nobody@/none"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "calls.db"


def started(source: KeySource) -> None:
    """What a server does with its keys when it starts."""
    database = Database(source.url, vault=make_vault(source))
    try:
        upgrade(database)
        register(database, SystemClock().now())
    finally:
        database.close()


def test_the_first_start_on_sqlite_makes_a_key_file_for_its_owner_only(file: Path) -> None:
    started(KeySource(f"sqlite:///{file}"))
    made = Path(f"{file}.key")
    assert made.stat().st_mode & 0o777 == 0o600
    before = made.read_text()
    started(KeySource(f"sqlite:///{file}"))
    assert made.read_text() == before


def test_servers_that_start_together_have_one_key(file: Path) -> None:
    source, found = KeySource(f"sqlite:///{file}"), list[frozenset[str]]()
    threads = [threading.Thread(target=lambda: found.append(make_vault(source).ids)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1
    assert [one.name for one in file.parent.iterdir()] == ["calls.db.key"]


def test_a_key_file_that_is_lost_stops_the_start_and_no_other_is_made(file: Path) -> None:
    source = KeySource(f"sqlite:///{file}")
    started(source)
    lost = Path(f"{file}.key")
    lost.unlink()
    with pytest.raises(KeyMissing, match=r"calls\.db\.key is gone"):
        started(source)
    assert not lost.exists()


def test_another_key_stops_the_start_and_names_the_one_that_is_missing(file: Path) -> None:
    one, other = new_key(), new_key()
    started(KeySource(f"sqlite:///{file}", [one]))
    (needed,) = make_vault(KeySource(f"sqlite:///{file}", [one])).ids
    with pytest.raises(KeyMissing, match=needed):
        started(KeySource(f"sqlite:///{file}", [other]))
    started(KeySource(f"sqlite:///{file}", [other, one]))


def test_encryption_can_not_be_left_without_the_key(file: Path) -> None:
    one = new_key()
    started(KeySource(f"sqlite:///{file}", [one]))
    with pytest.raises(KeyMissing):
        started(KeySource(f"sqlite:///{file}", seals=False))
    started(KeySource(f"sqlite:///{file}", [one], seals=False))


def test_with_encryption_off_no_key_is_made(file: Path) -> None:
    started(KeySource(f"sqlite:///{file}", seals=False))
    assert not Path(f"{file}.key").exists()


def test_postgresql_without_a_key_says_what_to_set() -> None:
    with pytest.raises(KeyMissing, match="set DATA_KEYS to what `kebabalab keys new` prints"):
        make_vault(KeySource(POSTGRES))
    assert make_vault(KeySource(POSTGRES, seals=False)).newest is None


def test_the_first_key_that_is_set_is_the_newest() -> None:
    one, other = new_key(), new_key()
    vault = make_vault(KeySource(POSTGRES, [one, other]))
    assert vault.newest is not None
    assert vault.ids > {vault.newest.id} == make_vault(KeySource(POSTGRES, [one])).ids


@pytest.mark.parametrize("text", ("", "secret", base64.urlsafe_b64encode(bytes(31)).decode(), "ü" * 44, "!" * 44))
def test_what_is_no_key_is_refused_and_not_repeated(text: str, tmp_path: Path) -> None:
    with pytest.raises(KeyMissing) as refused:
        make_vault(KeySource(POSTGRES, [text]) if text else KeySource(POSTGRES, file=tmp_path / "none"))
    assert not text or text not in str(refused.value)


@pytest.mark.parametrize("content", (b"", b"\n", b"secret\n", b"\xff\xfe"))
def test_a_file_without_keys_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "keys").write_bytes(content)
    with pytest.raises(KeyMissing, match="keys"):
        make_vault(KeySource(POSTGRES, file=tmp_path / "keys"))


def test_a_key_is_put_before_the_others_in_a_file(tmp_path: Path) -> None:
    one, other = new_key(), new_key()
    write_keys(tmp_path / "keys", [one])
    write_keys(tmp_path / "keys", [other])
    first = read_file(tmp_path / "keys")
    write_keys(tmp_path / "keys", [other, one], over=True)
    both = read_file(tmp_path / "keys")
    assert [key.secret for key in both[1:]] == [key.secret for key in first]


def test_a_folder_that_can_not_be_written_to_is_named() -> None:
    with pytest.raises(KeyMissing, match="can't be written"):
        make_vault(KeySource("sqlite:////dev/null/calls.db"))
