"""Connections: an engine for SQLite or PostgreSQL, and one transaction that commits whole or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from kebabalab.models.errors import StoreUnavailable

BUDGET_SECONDS = 3  # of the 20 that VAPI waits
_SQLITE = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # a confirmed order survives a power cut
    f"PRAGMA busy_timeout = {BUDGET_SECONDS * 1000}",
    "PRAGMA temp_store = MEMORY",
)
_POSTGRES = f"-c statement_timeout={BUDGET_SECONDS * 1000} -c lock_timeout={BUDGET_SECONDS * 1000}"


class Database:
    """An engine, and the lock by which the threads of one process write to SQLite one after the other."""

    def __init__(self, url: str) -> None:
        """Prepare a connection; nothing is opened yet. An SQLite file's folder is made. Raises StoreUnavailable."""
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = self._sqlite() if self.is_sqlite else self._server()
        # Two threads that wait for SQLite's own lock sleep and poll; waiting here costs nothing.
        self._writer = threading.Lock() if self.is_sqlite else nullcontext()

    def _sqlite(self) -> Engine:
        if self.url.database and self.url.database != ":memory:":
            try:
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreUnavailable(f"its folder can't be made: {error.strerror}") from None
        engine = create_engine(self.url, connect_args={"timeout": BUDGET_SECONDS, "check_same_thread": False})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_immediate)
        return engine

    def _server(self) -> Engine:
        return create_engine(
            self.url,
            pool_size=8,
            max_overflow=8,
            pool_timeout=BUDGET_SECONDS,
            pool_pre_ping=True,
            pool_recycle=1800,
            connect_args={"connect_timeout": BUDGET_SECONDS, "options": _POSTGRES},
        )

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back whole on any exception. Raises StoreUnavailable."""
        try:
            with self._writer, self.engine.begin() as connection:
                yield connection
        except (DBAPIError, PoolTimeout) as error:
            raise StoreUnavailable(type(error).__name__) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with, that holds nobody up. Raises StoreUnavailable."""
        try:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                yield connection
        except (DBAPIError, PoolTimeout) as error:
            raise StoreUnavailable(type(error).__name__) from error

    def ping(self) -> None:
        """Ask the database for a sign of life. Raises StoreUnavailable."""
        with self.reading() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _prepare_sqlite(connection: Any, record: object) -> None:
    # Transactions are begun by hand: the driver would begin them late, and not as writers.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _SQLITE:
        cursor.execute(pragma)
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
