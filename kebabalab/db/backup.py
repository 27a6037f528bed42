"""Backups: all rows of a database as one moment saw them, checked, and restored into SQLite or PostgreSQL."""

from __future__ import annotations

import base64
import datetime as dt
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, MetaData, Table, column, func, insert, inspect, select, table, text
from sqlalchemy.exc import DataError, IntegrityError, ProgrammingError

from kebabalab.db.backup_file import SUFFIX, BackupBroken, BackupWriter, read_header, read_lines
from kebabalab.db.connection import Database
from kebabalab.db.engines import make_last
from kebabalab.db.migrate import is_current, knows, revision_in, take_turn, upgrade_in
from kebabalab.db.staff import end_all
from kebabalab.db.tables import metadata, orders
from kebabalab.models.errors import StoreUnavailable

BATCH = 500
PATIENCE_SECONDS = 60.0
VERSIONS = "alembic_version"
_MADE = re.compile(r"kebabalab-(\d{8}T\d{6}Z)(?:-\d+)?")
_STAMP = "%Y%m%dT%H%M%SZ"
Progress = Callable[[int], None]
Row = dict[str, Any]


class NotEmpty(Exception):
    """A database that holds orders already and was not to be written over."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds: when it was made, the tables' version, and how many rows of each table."""

    made_at: str
    revision: str
    rows: Mapping[str, int]


class Batch(NamedTuple):
    """Rows of one table, as they are to be inserted."""

    table: str
    columns: tuple[str, ...]
    rows: list[Row]


def backup(
    database: Database, folder: Path, now: dt.datetime, key: bytes | None = None, progress: Progress | None = None
) -> Path:
    """Write a backup into the folder while others go on writing. Returns its path. Raises StoreUnavailable, OSError.

    Whatever step the tables are at, they are kept as they are.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    counts: Counter[str] = Counter()
    with database.snapshot() as connection:
        _check(connection)
        step = revision_in(connection)
        if not knows(step):
            raise StoreUnavailable(f"it was last used by a newer version: step {step}" if step else "it has no tables")
        path = _free(folder, now)
        with BackupWriter(path, now.isoformat(), step, key) as file:
            for one in _tables(connection):
                name = str(one.name)
                file.write({"table": name, "columns": [str(column.name) for column in one.columns]})
                with closing(connection.execution_options(yield_per=BATCH).execute(select(one))) as rows:
                    for row in rows:
                        file.write([_packed(value) for value in row])
                        counts[name] += 1
                        if progress is not None:
                            progress(1)
            file.write({"end": dict(counts)})
    return path


def count_rows(database: Database) -> int:
    """How many rows a backup will have. Raises StoreUnavailable."""
    with database.reading() as connection:
        return sum(
            connection.execute(select(func.count()).select_from(one)).scalar_one() for one in _tables(connection)
        )


def verify(path: Path, key: bytes | None = None, progress: Progress | None = None) -> Contents:
    """Read a backup from its first byte to its last. Raises BackupBroken."""
    header = read_header(path)
    counts: Counter[str] = Counter()
    for batch in _batches(path, key):
        counts[batch.table] += len(batch.rows)
        if progress is not None:
            progress(len(batch.rows))
    if not knows(header.revision):
        raise BackupBroken(f"a newer version of Kebabalab made it (step {header.revision}): use that version, or newer")
    return Contents(header.made_at, header.revision, counts)


def rehearse(path: Path, key: bytes | None = None, progress: Progress | None = None) -> None:
    """Restore a backup into a database that is thrown away, and look at what became of it. Raises BackupBroken."""
    with tempfile.TemporaryDirectory(prefix="kebabalab-") as folder:
        scratch = Database(f"sqlite:///{folder}/rehearsal.db")
        try:
            restore(path, scratch, key, progress=progress)
            with scratch.reading() as connection:
                _check(connection)
                if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
                    raise BackupBroken("rows of it belong to others that it does not hold")
        except StoreUnavailable as failed:
            raise BackupBroken(f"it can be read but not restored: {failed}") from failed
        finally:
            scratch.close()


def restore(
    path: Path, database: Database, key: bytes | None = None, force: bool = False, progress: Progress | None = None
) -> Contents:
    """Put what a backup holds in place of what a database does, all of it or nothing, and bring it up to date.

    Orders that are there are dropped only with `force`. Raises BackupBroken, NotEmpty, StoreUnavailable.
    """
    contents = verify(path, key)
    is_current(database)
    with database.transaction(PATIENCE_SECONDS) as connection:
        take_turn(connection)
        make_last(connection)
        if not force and _has_orders(connection):
            raise NotEmpty
        _drop(connection)
        upgrade_in(connection, contents.revision)
        for batch in _batches(path, key):
            _insert(connection, batch)
            if progress is not None:
                progress(len(batch.rows))
        upgrade_in(connection)
        # A tablet that was lost since, or somebody who left, must not be let in again.
        end_all(connection)
        if not database.is_sqlite:
            _count_on(connection)
    return contents


def due(folder: Path, now: dt.datetime, every: dt.timedelta) -> bool:
    """Whether the newest backup in a folder is that old, or there is none."""
    last = newest(folder)
    # One from the future was made before the machine's clock was put right.
    return last is None or not dt.timedelta(0) <= now - last < every


def rotate(folder: Path, keep: int) -> list[Path]:
    """Delete the backups beyond the newest so many, and only what is named as we name them. Raises OSError."""
    old = _made(folder)[: -keep or None]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def newest(folder: Path) -> dt.datetime | None:
    """When the newest backup in a folder was made; None where there is none."""
    made = _made(folder)
    return _stamp(made[-1]) if made else None


def _made(folder: Path) -> list[Path]:
    """Our backups in a folder, the oldest first."""
    return sorted(
        (path for path in folder.glob(f"*{SUFFIX}") if _MADE.fullmatch(path.stem)),
        key=lambda path: (_stamp(path), len(path.stem), path.stem),
    )


def _stamp(path: Path) -> dt.datetime:
    found = _MADE.fullmatch(path.stem)
    assert found is not None  # noqa: S101
    return dt.datetime.strptime(found[1], _STAMP).replace(tzinfo=dt.UTC)


def _free(folder: Path, now: dt.datetime) -> Path:
    """A name by the time that nothing has yet: a backup never takes the place of another."""
    stem = f"kebabalab-{now.astimezone(dt.UTC):{_STAMP}}"
    path, n = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        n += 1
        path = folder / f"{stem}-{n}{SUFFIX}"
    return path


def _tables(connection: Connection) -> list[Table]:
    """Our tables as the database has them, those that others refer to first."""
    found = MetaData()
    names = set(inspect(connection).get_table_names()) & set(metadata.tables)
    found.reflect(connection, only=sorted(names))
    return list(found.sorted_tables)


def _check(connection: Connection) -> None:
    """A file that is damaged must not take the place of an older backup that is not. Raises StoreUnavailable."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(text("PRAGMA quick_check(1)")).scalar_one()
        if found != "ok":
            raise StoreUnavailable(f"it is damaged: {found}")


def _rows(path: Path, key: bytes | None) -> Iterator[tuple[str, tuple[str, ...], list[Any]]]:
    """Every row with its table and columns. Raises BackupBroken, also when the counts at the end are others."""
    counts: Counter[str] = Counter()
    name, columns = "", tuple[str, ...]()
    ended = False
    for line in read_lines(path, key):
        match line:
            case list() if len(line) == len(columns) and not ended:
                counts[name] += 1
                yield name, columns, line
            case {"table": str(name), "columns": [*names]} if not ended:
                columns = tuple(map(str, names))
            case {"end": said} if not ended:
                ended = said == counts
            case _:
                raise BackupBroken("it was altered")
    if not ended:
        raise BackupBroken("it does not hold as many rows as it says")


def _batches(path: Path, key: bytes | None) -> Iterator[Batch]:
    held = Batch("", (), [])
    for name, columns, row in _rows(path, key):
        if held.rows and (name != held.table or len(held.rows) >= BATCH):
            yield held
            held = Batch(name, columns, [])
        if not held.rows:
            held = Batch(name, columns, [])
        held.rows.append({one: _unpacked(value) for one, value in zip(columns, row, strict=True)})
    if held.rows:
        yield held


def _insert(connection: Connection, batch: Batch) -> None:
    target = table(batch.table, *map(column, batch.columns))
    try:
        connection.execute(insert(target), batch.rows)
    except (IntegrityError, DataError, ProgrammingError) as error:
        raise BackupBroken(f"its rows of {batch.table} don't fit ({type(error).__name__})") from error


def _has_orders(connection: Connection) -> bool:
    there = inspect(connection).has_table(orders.name)
    return there and connection.execute(select(orders.c.id).limit(1)).first() is not None


def _drop(connection: Connection) -> None:
    for one in reversed(_tables(connection)):
        one.drop(connection)
    connection.execute(text(f"DROP TABLE IF EXISTS {VERSIONS}"))


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL's counters go on behind the rows that were restored."""
    for one in metadata.sorted_tables:
        for key in one.primary_key:
            if key.autoincrement is True:
                highest = f"SELECT max({key.name}) FROM {one.name}"  # noqa: S608
                named = f"pg_get_serial_sequence('{one.name}', '{key.name}')"
                connection.execute(text(f"SELECT setval({named}, coalesce(({highest}), 0) + 1, false)"))


def _packed(value: object) -> object:
    return {"b": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _unpacked(value: object) -> object:
    return base64.b64decode(value["b"]) if isinstance(value, dict) else value
