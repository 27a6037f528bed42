"""Backups: all rows of a database as one moment saw them, checked, and restored into SQLite or PostgreSQL."""

from __future__ import annotations

import base64
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from kebabalab.db.backup_file import SUFFIX, BackupBroken, BackupWriter, read_header, read_lines
from kebabalab.db.connection import Database
from kebabalab.db.migrate import revision, upgrade
from kebabalab.db.tables import metadata, orders
from kebabalab.models.errors import StoreUnavailable

BATCH = 500
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


def backup(
    database: Database, folder: Path, now: dt.datetime, key: bytes | None = None, progress: Progress | None = None
) -> Path:
    """Write a backup into the folder while others go on writing. Returns its path. Raises StoreUnavailable, OSError."""
    current, needed = revision(database)
    if current != needed:
        raise StoreUnavailable("it is not up to date: run `kebabalab db migrate` first")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"kebabalab-{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}{SUFFIX}"
    counts: Counter[str] = Counter()
    with BackupWriter(path, now.isoformat(), current, key) as file, database.snapshot() as connection:
        for table in metadata.sorted_tables:
            # Its own kind of text is none to the writer of JSON.
            name = str(table.name)
            file.write({"table": name, "columns": [str(column.name) for column in table.columns]})
            with closing(connection.execution_options(yield_per=BATCH).execute(select(table))) as rows:
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
            connection.execute(select(func.count()).select_from(table)).scalar_one() for table in metadata.sorted_tables
        )


def verify(path: Path, key: bytes | None = None) -> Contents:
    """Read a backup from its first byte to its last. Raises BackupBroken."""
    header = read_header(path)
    counts: Counter[str] = Counter()
    for table, _row in _rows(path, key):
        counts[table] += 1
    return Contents(header.made_at, header.revision, counts)


def restore(
    path: Path, database: Database, key: bytes | None = None, force: bool = False, progress: Progress | None = None
) -> Contents:
    """Put what a backup holds into an empty database, all of it or nothing, and bring it up to date.

    With `force` orders that are there are dropped. Raises BackupBroken, NotEmpty, StoreUnavailable.
    """
    contents = verify(path, key)
    current, _needed = revision(database)
    if current:
        if not force and _has_orders(database):
            raise NotEmpty
        if current != contents.revision:
            raise NotEmpty
    else:
        upgrade(database, contents.revision)
    with database.transaction(patience=60.0) as connection:
        _emptied(connection)
        for table, rows in _batches(path, key):
            connection.execute(insert(table), rows)
            if progress is not None:
                progress(len(rows))
        if not database.is_sqlite:
            _count_on(connection)
    upgrade(database)
    return contents


def expired(folder: Path, keep: int) -> list[Path]:
    """The backups in a folder beyond the newest so many."""
    return sorted(folder.glob(f"kebabalab-*{SUFFIX}"))[: -keep or None]


def newest(folder: Path) -> dt.datetime | None:
    """When the newest backup in a folder was made; None where there is none."""
    names = sorted(folder.glob(f"kebabalab-*{SUFFIX}"))
    if not names:
        return None
    return dt.datetime.strptime(names[-1].stem.removeprefix("kebabalab-"), "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)


def _rows(path: Path, key: bytes | None) -> Iterator[tuple[str, Row]]:
    """Every row with its table. Raises BackupBroken, also when the counts at the end are others."""
    counts: Counter[str] = Counter()
    table, columns = "", list[str]()
    ended = False
    for line in read_lines(path, key):
        if isinstance(line, list):
            counts[table] += 1
            yield table, dict(zip(columns, map(_unpacked, line), strict=True))
        elif isinstance(line, dict) and "table" in line:
            table, columns = line["table"], line["columns"]
        elif isinstance(line, dict):
            ended = line.get("end") == counts
    if not ended:
        raise BackupBroken("it does not hold as many rows as it says")


def _batches(path: Path, key: bytes | None) -> Iterator[tuple[Table, list[Row]]]:
    held: list[Row] = []
    last = ""
    for name, row in _rows(path, key):
        if held and (name != last or len(held) >= BATCH):
            yield metadata.tables[last], held
            held = []
        last = name
        held.append(row)
    if held:
        yield metadata.tables[last], held


def _has_orders(database: Database) -> bool:
    with database.reading() as connection:
        return connection.execute(select(orders.c.id).limit(1)).first() is not None


def _emptied(connection: Connection) -> None:
    for table in reversed(metadata.sorted_tables):
        if connection.dialect.has_table(connection, table.name):
            connection.execute(table.delete())


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL's counters go on behind the rows that were restored."""
    for table in metadata.sorted_tables:
        for column in table.primary_key:
            if column.autoincrement is True:
                highest = f"SELECT max({column.name}) FROM {table.name}"  # noqa: S608
                named = f"pg_get_serial_sequence('{table.name}', '{column.name}')"
                connection.execute(text(f"SELECT setval({named}, coalesce(({highest}), 0) + 1, false)"))


def _packed(value: object) -> object:
    return {"b": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _unpacked(value: object) -> object:
    return base64.b64decode(value["b"]) if isinstance(value, dict) else value
