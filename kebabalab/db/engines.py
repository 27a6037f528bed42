"""Engines: how SQLite and PostgreSQL are opened, and what every connection is told first."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from kebabalab.db.impatient import be_impatient
from kebabalab.models.errors import OutcomeUnknown, StoreUnavailable

BUDGET_SECONDS = 3.0  # of the 20 that VAPI waits
# Threads that serve, and those that work beside them.
CONNECTIONS = 16
LONGEST_WAIT = 1.0  # at a time: a transaction tries again until its budget is spent
READING = "kebabalab_reading"
LOG_FILE, MUST_LAST = "kebabalab_log_file", "kebabalab_must_last"

_SQLITE = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    # What is deleted or written over does not stay readable in the file.
    "PRAGMA secure_delete = ON",
    # The log is folded back by Database.tidy; a writer does it only where nobody else has for a long time.
    "PRAGMA wal_autocheckpoint = 8000",
)
# A machine that dies in the middle of a transaction must not hold its locks for long.
_POSTGRES = "-c statement_timeout={} -c idle_in_transaction_session_timeout=10000"
_HUNG = {"tcp_user_timeout": 5000, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3}


def sqlite_engine(url: URL, budget: float) -> Engine:
    """An engine for an SQLite file, whose folder is made. Raises StoreUnavailable."""
    # A "file:" address is SQLite's own way to say how a file is opened; whoever uses it knows where it is.
    if url.database and url.database != ":memory:" and not url.database.startswith("file:"):
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(f"its folder can't be made: {error.strerror}") from None
    engine = create_engine(
        url,
        pool_size=CONNECTIONS,
        max_overflow=CONNECTIONS,
        pool_timeout=budget,
        connect_args={"timeout": min(budget, LONGEST_WAIT), "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def postgres_engine(url: URL, budget: float) -> Engine:
    """An engine for a PostgreSQL server: a dead or hung one is noticed within `budget` seconds."""
    engine = create_engine(
        url,
        pool_size=CONNECTIONS // 2,
        max_overflow=CONNECTIONS // 2,
        pool_timeout=budget,
        pool_pre_ping=True,
        pool_recycle=1800,
        connect_args={
            # With the look at an old connection before it, inside the budget; libpq takes less than two for two.
            "connect_timeout": max(2, round(budget) - 1),
            "application_name": "kebabalab",
            "options": _POSTGRES.format(round(budget * 1000)),
            **_HUNG,
        },
    )
    be_impatient(engine, budget)
    return engine


def make_last(connection: Connection) -> None:
    """Have this transaction survive a power cut once it is committed: for what somebody was told is done.

    PostgreSQL sees to it by itself. SQLite's own way is set for a connection before a transaction begins, when nobody
    knows yet what it will hold; so its log is written through to the disk after the commit instead (`write_through`).
    """
    connection.info[MUST_LAST] = True


def write_through(log_file: str) -> None:
    """Have the disk keep SQLite's log as it is now. Raises OutcomeUnknown: what is in it was committed before.

    This is what `synchronous = FULL` does at each commit. SQLite takes no locks on its log, so that opening and closing
    it here releases none.
    """
    try:
        opened = os.open(log_file, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as error:
        raise OutcomeUnknown(f"its log can't be written through: {error.strerror}") from error


def _prepare_sqlite(connection: Any, record: Any) -> None:
    # Transactions are begun by hand: the driver would begin them late, and not as writers.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _SQLITE:
        cursor.execute(pragma)
    has_log = _keep_log(cursor)
    cursor.execute(f"PRAGMA synchronous = {'NORMAL' if has_log else 'FULL'}")
    if has_log:
        file = next(row[2] for row in cursor.execute("PRAGMA database_list") if row[1] == "main")
        record.info[LOG_FILE] = f"{file}-wal"
    cursor.close()


def _keep_log(cursor: sqlite3.Cursor) -> bool:
    """Have the file keep a log; whether it does. Raises sqlite3.OperationalError when others hold it for too long.

    SQLite waits for nobody while it changes this, so that nodes which open a new file together must try again.
    """
    ends = time.monotonic() + BUDGET_SECONDS
    while True:
        try:
            return bool(cursor.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > ends:
                raise
        time.sleep(random.uniform(0.005, 0.05))  # noqa: S311


def _begin_sqlite(connection: Connection) -> None:
    reads = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
