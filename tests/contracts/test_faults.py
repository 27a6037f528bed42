"""A database that is busy, cut off or broken: waited for where that helps, else named, and nothing is half done."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.purge import purge_calls
from kebabalab.models.call import CallRecord, QueueText
from kebabalab.models.errors import OutcomeUnknown, StoreUnavailable
from tests.contracts.placing import CALLER, NOW, after, an_answer, in_cart, place_in
from tests.contracts.postgres import execute
from tests.contracts.stores import LIFETIME, SqlStore, emptied

SHORT = 0.3


@contextlib.contextmanager
def locked(file: Path) -> Iterator[sqlite3.Connection]:
    """Somebody else writes to the file for as long as this lasts."""
    with contextlib.closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database file that is up to date."""
    made = tmp_path / "calls.db"
    database = Database(f"sqlite:///{made}")
    upgrade(database)
    database.close()
    return made


@pytest.fixture
def impatient(file: Path) -> Iterator[SqlStore]:
    """A store that waits for a moment only."""
    database = Database(f"sqlite:///{file}", SHORT)
    yield SqlStore(database)
    database.close()


def keep(store: SqlStore, item: str = "roll") -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(in_cart(opened.state, item), (), ())


def items_of(store: SqlStore) -> list[str]:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        return [line.item for line in opened.state.cart.lines]


def test_a_file_that_others_write_to_for_too_long_is_unavailable_and_then_works_again(
    impatient: SqlStore, file: Path
) -> None:
    with locked(file), pytest.raises(StoreUnavailable, match="SQLITE_BUSY"):
        keep(impatient)
    assert items_of(impatient) == []


def test_a_file_that_is_busy_for_a_moment_is_waited_for(file: Path) -> None:
    patient = SqlStore(Database(f"sqlite:///{file}", 30))
    with locked(file) as other:
        threading.Timer(0.2, other.execute, ["COMMIT"]).start()
        keep(patient)
    assert items_of(patient) == ["roll"]
    patient.database.close()


def test_a_thread_that_waits_too_long_for_another_is_told_so(impatient: SqlStore) -> None:
    with impatient.database.transaction(), pytest.raises(StoreUnavailable, match="others are writing"):
        keep(impatient)
    assert items_of(impatient) == []


def test_reading_waits_for_no_writer(impatient: SqlStore, file: Path) -> None:
    with impatient.calls.open("call:a", CALLER, NOW) as opened:
        order = place_in(opened)
    with locked(file):
        assert impatient.orders() == (order,)
        impatient.database.ping()


def test_a_disk_that_is_full_is_unavailable_and_nothing_is_half_there(impatient: SqlStore) -> None:
    keep(impatient)
    with impatient.database.engine.connect() as connection:
        size = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.rollback()
    fill(impatient, size)
    with pytest.raises(StoreUnavailable, match="SQLITE_FULL"):
        keep_much(impatient)
    fill(impatient, 1_000_000)
    assert items_of(impatient) == ["roll"]
    assert impatient.orders() == ()
    keep_much(impatient)
    assert len(impatient.orders()) == 1


def fill(store: SqlStore, pages: int) -> None:
    """Let the file grow no further than this."""
    store.database.engine.dispose()
    with store.database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.rollback()


def keep_much(store: SqlStore) -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        place_in(opened)
        opened.save(opened.state, [an_answer(f"t{n}", "x" * 10_000) for n in range(50)], ())


def test_a_disk_that_fails_after_a_commit_is_no_disk_on_which_nothing_was_changed(
    impatient: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutcomeUnknown), impatient.calls.open("call:a", CALLER, NOW) as opened:
        place_in(opened)
    # By the ids of its answers it is found out that it was kept.
    with impatient.calls.open("call:b", CALLER, NOW) as opened:
        opened.save(opened.state, [an_answer("t1")], [QueueText("menu", CALLER, "Our menu")])
    assert (len(impatient.orders()), len(impatient.texts())) == (1, 2)


def test_a_file_that_may_not_be_written_is_unavailable_and_can_still_be_read(file: Path, tmp_path: Path) -> None:
    store = SqlStore(Database(f"sqlite:///file:{file}?mode=ro&uri=true", SHORT))
    with pytest.raises(StoreUnavailable, match="SQLITE_READONLY"):
        keep(store)
    assert store.orders() == ()
    store.database.close()


def test_a_file_that_is_no_database_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "calls.db").write_text("not a database, but long enough to be looked at as if it were one" * 100)
    database = Database(f"sqlite:///{tmp_path / 'calls.db'}", 30)
    with pytest.raises(StoreUnavailable, match="not a database"):
        upgrade(database)


def test_a_folder_that_can_not_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(StoreUnavailable, match="folder can't be made"):
        Database(f"sqlite:///{tmp_path / 'taken' / 'inner' / 'calls.db'}")


def test_a_database_without_tables_is_unavailable(tmp_path: Path) -> None:
    store = SqlStore(Database(f"sqlite:///{tmp_path / 'calls.db'}", 30))
    with pytest.raises(StoreUnavailable, match="SQLITE_ERROR"):
        keep(store)
    store.database.close()


def test_a_server_that_does_not_answer_is_unavailable(tmp_path: Path) -> None:
    database = Database(f"postgresql+psycopg://nobody@/none?host={tmp_path}", SHORT)
    with pytest.raises(StoreUnavailable, match="failed"):
        SqlCalls(database, LIFETIME, 10).record(CallRecord("call:a", NOW, "ended"))
    with pytest.raises(StoreUnavailable):
        database.ping()


@pytest.fixture
def served(_shared_postgres: Database, postgres: str) -> Iterator[SqlStore]:
    """A store on the server, with connections of its own."""
    url = _shared_postgres.url.render_as_string(hide_password=False)
    database = Database(url, SHORT)
    yield SqlStore(database)
    database.close()
    emptied(_shared_postgres)


def cut_all(postgres: str) -> None:
    """Cut every connection to the server but this one, as a restart does."""
    execute(postgres, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kebabalab'")


def test_a_connection_that_was_cut_between_messages_is_replaced(served: SqlStore, postgres: str) -> None:
    keep(served)
    cut_all(postgres)
    assert items_of(served) == ["roll"]


def test_a_connection_that_is_cut_in_the_middle_leaves_nothing_and_is_replaced(served: SqlStore, postgres: str) -> None:
    keep(served)
    with pytest.raises(StoreUnavailable):
        place_while_cut(served, postgres)
    assert items_of(served) == ["roll"]
    assert served.orders() == ()
    with served.calls.open("call:b", CALLER, NOW) as opened:
        assert place_in(opened).number.display == "#001"


def place_while_cut(store: SqlStore, postgres: str) -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        place_in(opened)
        cut_all(postgres)


def test_a_call_that_another_machine_holds_for_too_long_is_unavailable(served: SqlStore) -> None:
    keep(served)
    with served.calls.open("call:a", CALLER, NOW), pytest.raises(StoreUnavailable, match="QueryCanceled"):
        items_of(served)
    assert items_of(served) == ["roll"]


def test_a_call_that_is_in_use_is_not_cleared_whatever_its_age(served: SqlStore) -> None:
    keep(served)
    late = after(hours=1)
    with served.calls.open("call:a", CALLER, late) as opened:
        assert purge_calls(served.database, late, LIFETIME) == 0
        opened.save(in_cart(opened.state, "soup"), (), ())
    with served.calls.open("call:a", CALLER, late) as opened:
        assert [line.item for line in opened.state.cart.lines] == ["soup"]


def test_a_machine_that_holds_one_call_holds_up_no_other(served: SqlStore) -> None:
    with served.calls.open("call:b", CALLER, NOW):
        keep(served)
    assert items_of(served) == ["roll"]
