"""A backup holds what one moment saw, is known to be whole, and comes back whole, in either kind of database."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kebabalab.db import backup as backups
from kebabalab.db.backup_file import BackupBroken, new_key, one_at_a_time, read_key
from kebabalab.db.connection import Database
from kebabalab.db.migrate import is_current, upgrade
from kebabalab.models.call import CallRecord
from kebabalab.models.errors import StoreUnavailable
from tests.contracts.placing import CALLER, NOW, an_answer, in_cart, place
from tests.contracts.postgres import new_database
from tests.contracts.stores import SqlStore

KEY, OTHER_KEY = bytes(range(32)), bytes(32)


@pytest.fixture
def store(database: Database) -> SqlStore:
    """A store with two orders, a call that goes on and a report."""
    store = SqlStore(database)
    place(store.calls, "call:a")
    place(store.calls, "call:b")
    with store.calls.open("call:c", CALLER, NOW) as opened:
        opened.save(in_cart(opened.state, "roll"), [an_answer("t1")], ())
    store.calls.record(CallRecord("call:a", NOW, "ended", transcript="Grüße"))
    return store


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of either kind."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'elsewhere.db'}")
        yield database
        database.close()
        return
    with new_database(request.getfixturevalue("postgres")) as url:
        database = Database(url)
        yield database
        database.close()


def everything(store: SqlStore) -> tuple[object, ...]:
    orders = store.orders()
    return orders, [store.events(one.number.id) for one in orders], store.texts(), store.record("call:a")


@pytest.mark.parametrize("key", (None, KEY), ids=["plain", "encrypted"])
def test_what_was_backed_up_comes_back_in_either_kind(
    store: SqlStore, elsewhere: Database, tmp_path: Path, key: bytes | None
) -> None:
    made = backups.backup(store.database, tmp_path / "backups", NOW, key)
    backups.restore(made, elsewhere, key)
    restored = SqlStore(elsewhere)
    assert everything(restored) == everything(store)
    assert is_current(elsewhere)
    with restored.calls.open("call:c", CALLER, NOW) as opened:
        assert [line.item for line in opened.state.cart.lines] == ["roll"]
        assert set(opened.answered(["t1"])) == {"t1"}


def test_orders_go_on_counting_in_what_was_restored(store: SqlStore, elsewhere: Database, tmp_path: Path) -> None:
    backups.restore(backups.backup(store.database, tmp_path, NOW), elsewhere)
    restored = SqlStore(elsewhere)
    place(restored.calls, "call:d")
    assert [order.number.number for order in restored.orders()] == [1, 2, 3]
    assert len(restored.texts()) == 3


def test_a_backup_under_load_is_of_one_moment(store: SqlStore, tmp_path: Path) -> None:
    done = threading.Event()

    def order() -> None:
        n = 0
        while not done.is_set():
            place(store.calls, f"call:load{n}")
            n += 1

    thread = threading.Thread(target=order)
    thread.start()
    try:
        found = [backups.verify(backups.backup(store.database, tmp_path / str(n), NOW)).rows for n in range(5)]
    finally:
        done.set()
        thread.join()
    for rows in found:
        assert rows["orders"] == rows["order_lines"] == rows["outbox"] == rows["order_events"]


def test_a_database_with_orders_is_not_written_over_unless_that_is_said(store: SqlStore, tmp_path: Path) -> None:
    made = backups.backup(store.database, tmp_path, NOW)
    before = everything(store)
    place(store.calls, "call:later")
    with pytest.raises(backups.NotEmpty):
        backups.restore(made, store.database)
    assert len(store.orders()) == 3
    backups.restore(made, store.database, force=True)
    assert everything(store) == before


@pytest.mark.parametrize("key", (None, KEY), ids=["plain", "encrypted"])
@pytest.mark.parametrize("place_in_it", (0.0, 0.1, 0.5, 0.9, 0.999))
def test_one_altered_byte_anywhere_is_noticed(
    store: SqlStore, tmp_path: Path, key: bytes | None, place_in_it: float
) -> None:
    made = backups.backup(store.database, tmp_path, NOW, key)
    whole = bytearray(made.read_bytes())
    whole[int(place_in_it * len(whole))] ^= 0x01
    made.write_bytes(whole)
    with pytest.raises(BackupBroken):
        backups.verify(made, key)


@pytest.mark.parametrize("key", (None, KEY), ids=["plain", "encrypted"])
@pytest.mark.parametrize("left", (0.0, 0.3, 0.99))
def test_a_missing_end_is_noticed(store: SqlStore, tmp_path: Path, key: bytes | None, left: float) -> None:
    made = backups.backup(store.database, tmp_path, NOW, key)
    whole = made.read_bytes()
    made.write_bytes(whole[: int(left * len(whole))])
    with pytest.raises(BackupBroken):
        backups.verify(made, key)


def test_what_is_broken_changes_nothing_where_it_was_to_go(
    store: SqlStore, elsewhere: Database, tmp_path: Path
) -> None:
    made = backups.backup(store.database, tmp_path, NOW)
    made.write_bytes(made.read_bytes()[:-20])
    upgrade(elsewhere)
    place(SqlStore(elsewhere).calls)
    with pytest.raises(BackupBroken):
        backups.restore(made, elsewhere, force=True)
    assert len(SqlStore(elsewhere).orders()) == 1


def test_an_encrypted_backup_needs_its_own_key_and_shows_nothing(store: SqlStore, tmp_path: Path) -> None:
    made = backups.backup(store.database, tmp_path, NOW, KEY)
    with pytest.raises(BackupBroken, match="encrypted"):
        backups.verify(made)
    with pytest.raises(BackupBroken, match="another key"):
        backups.verify(made, OTHER_KEY)
    assert made.stat().st_mode & 0o077 == 0
    assert CALLER.encode() not in made.read_bytes()


def test_a_key_is_for_its_owner_and_never_written_over(tmp_path: Path) -> None:
    new_key(tmp_path / "key")
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    assert len(read_key(tmp_path / "key")) == 32
    with pytest.raises(FileExistsError):
        new_key(tmp_path / "key")
    (tmp_path / "short").write_text("c2hvcnQ=")
    with pytest.raises(BackupBroken):
        read_key(tmp_path / "short")


def test_the_newest_backups_are_kept(store: SqlStore, tmp_path: Path) -> None:
    made = [backups.backup(store.database, tmp_path, NOW + dt.timedelta(hours=n)) for n in range(4)]
    assert backups.expired(tmp_path, 3) == made[:1]
    assert backups.expired(tmp_path, 9) == []
    assert backups.newest(tmp_path) == NOW + dt.timedelta(hours=3)
    assert backups.newest(tmp_path / "none") is None


def test_a_backup_that_fails_leaves_no_file(store: SqlStore, tmp_path: Path) -> None:
    def fail(_rows: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        backups.backup(store.database, tmp_path / "b", NOW, None, fail)
    assert list((tmp_path / "b").iterdir()) == []


def test_an_old_database_is_brought_up_to_date_before_it_is_backed_up(empty_url: str, tmp_path: Path) -> None:
    database = Database(empty_url)
    upgrade(database, "0001")
    with pytest.raises(StoreUnavailable):
        backups.backup(database, tmp_path, NOW)
    database.close()


def test_of_several_processes_one_makes_the_backup(tmp_path: Path) -> None:
    with one_at_a_time(tmp_path) as first, one_at_a_time(tmp_path) as second:
        assert (first, second) == (True, False)
