"""A backup holds what one moment saw, is known to be whole, and comes back whole, in either kind of database."""

from __future__ import annotations

import base64
import datetime as dt
import errno
import hashlib
import os
import random
import struct
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from kebabalab.db import backup as backups
from kebabalab.db.backup_file import (
    CHUNK,
    MAGIC,
    BackupBroken,
    BackupWriter,
    Header,
    new_key,
    one_at_a_time,
    read_key,
    read_lines,
)
from kebabalab.db.connection import Database
from kebabalab.db.migrate import is_current, upgrade
from kebabalab.db.staff import StaffBook
from kebabalab.db.staff_sessions import StaffSessions, begin
from kebabalab.models.call import CallRecord
from kebabalab.models.errors import StoreUnavailable, WrongPassword
from kebabalab.models.staff import Lifetimes, Role
from tests.contracts.placing import CALLER, NOW, an_answer, in_cart, place
from tests.contracts.postgres import new_database
from tests.contracts.stores import SqlStore
from tests.vaults import VAULT

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
        database = Database(f"sqlite:///{tmp_path / 'elsewhere.db'}", vault=VAULT)
        yield database
        database.close()
        return
    with new_database(request.getfixturevalue("postgres")) as url:
        database = Database(url, vault=VAULT)
        yield database
        database.close()


def test_who_was_signed_in_when_it_was_made_is_not_when_it_is_restored(
    database: Database, elsewhere: Database, tmp_path: Path
) -> None:
    lifetimes = Lifetimes(*[dt.timedelta(days=1)] * 4)
    before, after = StaffSessions(database, lifetimes), StaffSessions(elsewhere, lifetimes)
    StaffBook(database).add("ana", Role.OWNER, "hash", NOW)
    with database.transaction() as connection:
        session = begin(connection, "ana", None, NOW)
    code = before.new_code("Back", "staff:ana", NOW).text
    tablet = before.redeem(before.new_code("Front", "staff:ana", NOW).text, NOW)
    backups.restore(backups.backup(database, tmp_path, NOW), elsewhere)
    assert [before.find(one, NOW) is None for one in (session, tablet)] == [False, False]
    assert [after.find(one, NOW) is None for one in (session, tablet)] == [True, True]
    assert after.devices() == ()
    with pytest.raises(WrongPassword):
        after.redeem(code, NOW)
    assert StaffBook(elsewhere).password("ana") == "hash"


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
    own = tmp_path / "kebabalab-before-the-move.kbk"
    own.write_bytes(made[0].read_bytes())
    assert backups.rotate(tmp_path, 9) == []
    assert backups.rotate(tmp_path, 3) == made[:1]
    assert sorted(tmp_path.glob("*.kbk")) == [*made[1:], own]
    assert backups.newest(tmp_path) == NOW + dt.timedelta(hours=3)
    assert backups.newest(tmp_path / "none") is None


def test_a_backup_is_due_when_the_newest_is_old_or_from_the_future_or_there_is_none(
    store: SqlStore, tmp_path: Path
) -> None:
    day = dt.timedelta(hours=24)
    assert backups.due(tmp_path, NOW, day)
    backups.backup(store.database, tmp_path, NOW)
    assert not backups.due(tmp_path, NOW + dt.timedelta(hours=23), day)
    assert backups.due(tmp_path, NOW + day, day)
    assert backups.due(tmp_path, NOW - dt.timedelta(hours=1), day)


def test_two_backups_of_one_second_are_both_kept(store: SqlStore, tmp_path: Path) -> None:
    first = backups.backup(store.database, tmp_path, NOW)
    place(store.calls, "call:between")
    second = backups.backup(store.database, tmp_path, NOW)
    assert [backups.verify(one).rows["orders"] for one in (first, second)] == [2, 3]
    assert backups.rotate(tmp_path, 1) == [first]


def test_a_backup_that_fails_leaves_no_file(store: SqlStore, tmp_path: Path) -> None:
    def fail(_rows: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        backups.backup(store.database, tmp_path / "b", NOW, None, fail)
    assert list((tmp_path / "b").iterdir()) == []


def test_a_full_disk_leaves_no_file(store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            backups.backup(store.database, tmp_path / "b", NOW)
    assert list((tmp_path / "b").iterdir()) == []


def test_what_a_killed_backup_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "kebabalab-20261123T070000Z-00c0ffee.partial").write_bytes(b"half")
    with one_at_a_time(tmp_path):
        assert list(tmp_path.glob("*.partial")) == []


def test_a_damaged_database_is_not_backed_up(tmp_path: Path) -> None:
    file = tmp_path / "calls.db"
    database = Database(f"sqlite:///{file}")
    upgrade(database)
    for n in range(50):
        place(SqlStore(database).calls, f"call:{n}")
    database.close()
    whole = bytearray(file.read_bytes())
    whole[5 * 4096 : 6 * 4096] = os.urandom(4096)
    file.write_bytes(whole)
    damaged = Database(f"sqlite:///{file}")
    with pytest.raises(StoreUnavailable):
        backups.backup(damaged, tmp_path / "b", NOW)
    damaged.close()
    assert list((tmp_path / "b").iterdir()) == []


def test_a_database_without_tables_is_not_backed_up(empty_url: str, tmp_path: Path) -> None:
    database = Database(empty_url)
    with pytest.raises(StoreUnavailable):
        backups.backup(database, tmp_path, NOW)
    database.close()


def an_old_backup(url: str, folder: Path) -> Path:
    """A backup of a database that an older version left behind, with one text."""
    old = Database(url)
    upgrade(old, "0001")
    with old.transaction() as connection:
        connection.execute(
            text(
                "INSERT INTO outbox (kind, recipient, body, order_id, call_key, state, attempts, due_at, queued_at,"
                " problem) VALUES ('menu', '+61491570006', 'Grüße', '', 'c', 'pending', 1, 5, 5, '')"
            )
        )
    made = backups.backup(old, folder, NOW)
    old.close()
    return made


@pytest.mark.parametrize("force", (False, True))
def test_a_backup_of_an_older_version_is_brought_up_to_date_wherever_it_goes(
    empty_url: str, elsewhere: Database, tmp_path: Path, force: bool
) -> None:
    made = an_old_backup(empty_url, tmp_path)
    upgrade(elsewhere)
    restored = SqlStore(elsewhere)
    if force:
        place(restored.calls)
    backups.restore(made, elsewhere, force=force)
    assert is_current(elsewhere)
    assert [(one.kind, one.body) for one in restored.texts()] == [("menu", "Grüße")]
    assert restored.orders() == ()


def written(path: Path, *lines: object, revision: str = "0003") -> Path:
    with BackupWriter(path, NOW.isoformat(), revision, None) as file:
        for line in lines:
            file.write(line)
    return path


def test_a_backup_of_a_newer_version_says_so(tmp_path: Path, elsewhere: Database) -> None:
    made = written(tmp_path / "new.kbk", {"end": {}}, revision="9999")
    with pytest.raises(BackupBroken, match="newer version"):
        backups.verify(made)
    with pytest.raises(BackupBroken, match="newer version"):
        backups.restore(made, elsewhere)


OPT_OUTS = {"table": "opt_outs", "columns": ["phone", "since"]}


@pytest.mark.parametrize(
    "lines",
    (
        ([CALLER, 1], {"end": {"": 1}}),
        (OPT_OUTS, [CALLER, 1], {"end": {"opt_outs": 2}}),
        (OPT_OUTS, [CALLER, 1]),
        (OPT_OUTS, [CALLER], {"end": {"opt_outs": 1}}),
        (OPT_OUTS, {"end": {}}, [CALLER, 1]),
        (OPT_OUTS, "what", {"end": {}}),
    ),
    ids=["no table", "too few rows", "no end", "too few columns", "after the end", "no row"],
)
def test_what_no_backup_of_ours_holds_is_refused(tmp_path: Path, lines: tuple[object, ...]) -> None:
    with pytest.raises(BackupBroken):
        backups.verify(written(tmp_path / "odd.kbk", *lines))


@pytest.mark.parametrize(
    "lines",
    (
        (OPT_OUTS, [CALLER, 1], [CALLER, 2], {"end": {"opt_outs": 2}}),
        ({"table": "opt_outs", "columns": ["phone", "when"]}, [CALLER, 1], {"end": {"opt_outs": 1}}),
        ({"table": "pizzas", "columns": ["phone"]}, [CALLER], {"end": {"pizzas": 1}}),
        (OPT_OUTS, [CALLER, None], {"end": {"opt_outs": 1}}),
    ),
    ids=["twice", "another column", "another table", "nothing where something must be"],
)
def test_rows_that_do_not_fit_leave_the_database_as_it_was(
    store: SqlStore, tmp_path: Path, lines: tuple[object, ...]
) -> None:
    made = written(tmp_path / "odd.kbk", *lines)
    before = everything(store)
    with pytest.raises((BackupBroken, StoreUnavailable)):
        backups.restore(made, store.database, force=True)
    assert everything(store) == before
    with pytest.raises(BackupBroken):
        backups.rehearse(made)


def test_a_restore_can_be_tried_without_a_database(store: SqlStore, tmp_path: Path) -> None:
    made = backups.backup(store.database, tmp_path, NOW, KEY)
    seen: list[int] = []
    backups.rehearse(made, KEY, seen.append)
    assert sum(seen) == sum(backups.verify(made, KEY).rows.values())


def test_rows_that_belong_to_nothing_are_found_when_a_restore_is_tried(tmp_path: Path) -> None:
    columns = ["order_id", "at", "who", "what", "before", "after"]
    event = ["20261123-001", 1, "caller", "placed", "", ""]
    end = {"end": {"order_events": 1}}
    with pytest.raises(BackupBroken):
        backups.rehearse(written(tmp_path / "odd.kbk", {"table": "order_events", "columns": columns}, event, end))


@pytest.mark.parametrize("key", (None, KEY), ids=["plain", "encrypted"])
def test_any_altered_byte_is_noticed_and_never_a_surprise(tmp_path: Path, key: bytes | None) -> None:
    rows = [[f"+6149157{n:04d}", n] for n in range(40)]
    with BackupWriter(tmp_path / "a.kbk", NOW.isoformat(), "0003", key) as file:
        for line in (OPT_OUTS, *rows, {"end": {"opt_outs": len(rows)}}):
            file.write(line)
    whole = (tmp_path / "a.kbk").read_bytes()
    assert backups.verify(tmp_path / "a.kbk", key).rows == {"opt_outs": 40}
    altered = tmp_path / "b.kbk"
    for place_in_it in range(len(whole)):
        for flip in (0x01, 0x20, 0x80):
            altered.write_bytes(whole[:place_in_it] + bytes([whole[place_in_it] ^ flip]) + whole[place_in_it + 1 :])
            with pytest.raises(BackupBroken):
                backups.verify(altered, key)


def test_of_several_processes_one_makes_the_backup(tmp_path: Path) -> None:
    with one_at_a_time(tmp_path) as first, one_at_a_time(tmp_path) as second:
        assert (first, second) == (True, False)


@pytest.mark.parametrize("key", (None, KEY), ids=["in clear", "encrypted"])
def test_a_backup_can_be_read_whatever_its_length(tmp_path: Path, key: bytes | None) -> None:
    """What the packer holds back at the end may be more than what is left of a chunk."""
    noise = random.Random(7)
    for length in range(CHUNK - 8 * 8_192, CHUNK + 8 * 8_192, 4_096):
        lines = [base64.b64encode(noise.randbytes(1_024)).decode() for _ in range(length // 1_024)]
        path = tmp_path / f"{length}.kbk"
        with BackupWriter(path, "2026-11-23T00:00:00+00:00", "0001", key) as file:
            for line in lines:
                file.write(line)
        assert list(read_lines(path, key)) == lines, length


def test_a_backup_whose_last_chunk_is_longer_than_the_others_is_read(tmp_path: Path) -> None:
    """As versions before the one that this was mended in wrote them."""
    noise, path = random.Random(7), tmp_path / "older.kbk"
    lines = [noise.randbytes(512).hex() for _ in range(600)]
    packed = zlib.compress(b"".join(f'"{line}"\n'.encode() for line in lines))
    assert CHUNK + 64 < len(packed) < 2 * CHUNK
    header, frame = Header("2026-11-23T00:00:00+00:00", "0001").as_line(), struct.pack(">BI", True, len(packed))
    path.write_bytes(MAGIC + header + frame + packed + hashlib.sha256(header + frame + packed).digest())
    assert list(read_lines(path, None)) == lines
