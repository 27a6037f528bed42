"""Connections: one transaction that commits whole or not at all, on SQLite or PostgreSQL."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import Connection, RootTransaction, event, make_url, text
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from kebabalab.db.breaker import Breaker
from kebabalab.db.engines import (
    BUDGET_SECONDS,
    LOG_FILE,
    MUST_LAST,
    READING,
    postgres_engine,
    sqlite_engine,
    write_through,
)
from kebabalab.db.impatient import take_time
from kebabalab.db.vault import IN_CONNECTION, NO_VAULT, Vault
from kebabalab.models.errors import OutcomeUnknown, StoreUnavailable

FIRST_PAUSE, LONGEST_PAUSE = 0.02, 0.5
# What no waiting mends: a mistake in the SQL, a file that is no database.
_LASTING = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Started(Generic[T]):
    """A transaction that has begun, and what its first step read."""

    connection: Connection
    transaction: RootTransaction
    read: T


class Database:
    """A database, and the lock by which the threads of one process write to SQLite one after the other."""

    def __init__(self, url: str, budget: float = BUDGET_SECONDS, vault: Vault = NO_VAULT) -> None:
        """Prepare a connection; nothing is opened yet. An SQLite file's folder is made. Raises StoreUnavailable.

        `budget` is how many seconds a transaction may take to begin, and to wait for others later. `vault` seals and
        opens what is known of callers.
        """
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = sqlite_engine(self.url, budget) if self.is_sqlite else postgres_engine(self.url, budget)
        self.vault = vault
        event.listen(self.engine, "connect", lambda _held, record: record.info.update({IN_CONNECTION: vault}))
        self._budget = budget
        # A file that others write to is busy, not gone.
        self._breaker = None if self.is_sqlite else Breaker()
        # Threads that wait for SQLite's own lock sleep and poll; waiting here costs nothing.
        self._writer = threading.Lock() if self.is_sqlite else None

    @contextmanager
    def transaction(self, patience: float | None = None) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back whole on any exception.

        Raises StoreUnavailable; as OutcomeUnknown when the server went away during the commit.
        `patience` is how many seconds it may take to begin, where that is not the budget; each step may then take long.
        """
        with self.starting_with(_nothing, patience) as started:
            yield started.connection

    @contextmanager
    def starting_with(self, first: Callable[[Connection], T], patience: float | None = None) -> Iterator[Started[T]]:
        """One transaction whose first step, a read or a lock, is tried again with it when it can't begin yet.

        Nothing is tried again once the caller has it: what happened after that only the caller knows. Raises
        StoreUnavailable; as OutcomeUnknown when the server went away during the commit, or the disk fails after it.
        """
        if patience is not None:
            first = _unhurried(first)
        patience = self._budget if patience is None else patience
        ends = time.monotonic() + patience
        with self._watched(), _trouble_named():
            with self._turn(patience):
                started = self._begin(first, ends)
                info = started.connection.info
                with closing(started.connection), _doubt_named(started.transaction):
                    yield started
            # After the turn: others may write meanwhile, and one writing through serves them too.
            if info.pop(MUST_LAST, False) and LOG_FILE in info:
                write_through(info[LOG_FILE])

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with, that holds nobody up. Raises StoreUnavailable."""
        with (
            self._watched(),
            _trouble_named(),
            self.engine.connect().execution_options(**{READING: True}) as connection,
        ):
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees one moment, for as long as it takes, and holds nobody up. Raises StoreUnavailable."""
        with self._watched(), _trouble_named(), self.engine.connect() as connection:
            if self.is_sqlite:
                connection = connection.execution_options(**{READING: True})
            else:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
                take_time(connection)
                for setting in ("statement_timeout", "idle_in_transaction_session_timeout"):
                    connection.execute(text(f"SET LOCAL {setting} = 0"))
            yield connection

    def ping(self) -> None:
        """Ask the database for a sign of life. Raises StoreUnavailable."""
        with self.reading() as connection:
            connection.execute(text("SELECT 1"))

    def tidy(self, *, whole: bool = False) -> int:
        """Fold SQLite's log back into its file, so that no writer has to; 0, as nothing is left to do at once.

        For the background: writers go on meanwhile. With `whole` the log is emptied as well, if nobody is at work at
        that moment. Raises StoreUnavailable.
        """
        if self.is_sqlite:
            with _trouble_named(), closing(self.engine.raw_connection()) as held:
                mode = "TRUNCATE" if whole else "PASSIVE"
                held.cursor().execute(f"PRAGMA wal_checkpoint({mode})").close()
        return 0

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def _watched(self) -> AbstractContextManager[None]:
        return self._breaker.watching() if self._breaker is not None else nullcontext()

    @contextmanager
    def _turn(self, seconds: float) -> Iterator[None]:
        if self._writer is None:
            yield
            return
        if not self._writer.acquire(timeout=seconds):
            raise StoreUnavailable("others are writing for too long")
        try:
            yield
        finally:
            self._writer.release()

    def _begin(self, first: Callable[[Connection], T], ends: float) -> Started[T]:
        pause = FIRST_PAUSE
        while True:
            try:
                return self._begun(first)
            except (DBAPIError, PoolTimeout) as error:
                # Nodes that wait for the same thing must not all come back at the same moment.
                wait = random.uniform(pause / 2, pause)  # noqa: S311
                if not _may_pass(error) or time.monotonic() + wait > ends:
                    raise
            time.sleep(wait)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _begun(self, first: Callable[[Connection], T]) -> Started[T]:
        connection = self.engine.connect()
        try:
            connection.info.pop(MUST_LAST, None)
            transaction = connection.begin()
            return Started(connection, transaction, first(connection))
        except BaseException:
            connection.close()
            raise


def _nothing(_connection: Connection) -> None:
    return None


def _unhurried(first: Callable[[Connection], T]) -> Callable[[Connection], T]:
    def taking_time(connection: Connection) -> T:
        take_time(connection)
        return first(connection)

    return taking_time


def _may_pass(error: DBAPIError | PoolTimeout) -> bool:
    if isinstance(error, PoolTimeout):
        return True
    code = getattr(error.orig, "sqlite_errorcode", None)
    return isinstance(error, OperationalError | InterfaceError) and (code is None or code & 0xFF not in _LASTING)


@contextmanager
def _trouble_named() -> Iterator[None]:
    """StoreUnavailable for whatever the database could not do; what must not be stored at all goes through as it is."""
    try:
        yield
    except (IntegrityError, DataError):
        raise
    except (DBAPIError, PoolTimeout) as error:
        raise StoreUnavailable(_named(error)) from error
    except sqlite3.Error as error:
        raise StoreUnavailable(type(error).__name__) from error


@contextmanager
def _doubt_named(transaction: RootTransaction) -> Iterator[None]:
    """The transaction, committed at the end. Raises OutcomeUnknown when the server goes away meanwhile."""
    is_committing = False
    try:
        with transaction:
            yield
            is_committing = True
    except DBAPIError as error:
        if is_committing and error.connection_invalidated:
            raise OutcomeUnknown(_named(error)) from error
        raise


def _named(error: DBAPIError | PoolTimeout) -> str:
    """What went wrong, without the values that a statement was run with."""
    if isinstance(error, PoolTimeout):
        return "all connections are in use"
    if error.statement is None:
        return str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
    return str(getattr(error.orig, "sqlite_errorname", None) or type(error.orig).__name__)
