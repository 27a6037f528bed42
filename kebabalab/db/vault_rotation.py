"""Rotation: every row sealed anew with the newest key, in batches, beside servers that go on.

A row says itself which key it has, so that a rotation which was broken off is simply begun again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import orjson
from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Table,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    tuple_,
    update,
)

from kebabalab.db.connection import Database
from kebabalab.db.encoding import unpack
from kebabalab.db.statements import InsertIfMissing
from kebabalab.db.tables import blocked_callers, call_records, data_keys, opt_outs
from kebabalab.db.vault import PREFIX, Vault, vault_of
from kebabalab.db.vault_columns import ALL, Sealed
from kebabalab.db.vault_register import PLAIN, is_plain, release

BATCH = 100
# Whoever answers callers gets its turn between two batches.
PAUSE_SECONDS = 0.01
Row = dict[str, Any]
Progress = Callable[[int], None]


def _itself(column: str, mark: str) -> Callable[[Row], str]:
    # A number of before, when there was no other column for it, is its own mark.
    return lambda row: row[column] or (row[mark] if row[mark].startswith("+") else "")


# Which column finds a table's rows by a number, and where in the row that number is.
_MARKS: Mapping[str, tuple[str, Callable[[Row], str]]] = MappingProxyType(
    {
        "calls": ("caller_mark", lambda row: unpack(row["state"]).caller if row["state"] else ""),
        "orders": ("phone_mark", lambda row: str(orjson.loads(row["document"])["phone"])),
        "outbox": ("recipient_mark", lambda row: row["recipient"]),
        "opt_outs": ("phone_mark", _itself("phone", "phone_mark")),
        "blocked_callers": ("phone_mark", lambda row: row["phone"]),
        "call_records": ("caller_mark", _itself("caller", "caller_mark")),
    }
)
_NUMBERS = MappingProxyType({"opt_outs": opt_outs.c.phone, "call_records": call_records.c.caller})
# Their mark is their key.
_KEYED: Mapping[str, InsertIfMissing] = MappingProxyType(
    {table.name: InsertIfMissing(table, {}) for table in (opt_outs, blocked_callers)}
)


def rotate(database: Database, progress: Progress | None = None, *, only_plain: bool = False) -> int:
    """Seal every row that has another key than the newest, or with `only_plain` none; how many there were.

    Without a key to seal with (ENCRYPTION=off) every row is opened for good. At the end no row needs an older key, as
    long as no other server writes with one. Raises KeyMissing, StoreUnavailable.
    """
    done = 0
    while found := sum(_table(database, one, progress, only_plain) for one in ALL):
        done += found
    vault = database.vault
    with database.transaction() as connection:
        stays = vault.newest.id if vault.newest is not None else PLAIN
        known = set(connection.execute(select(data_keys.c.id)).scalars())
        release(connection, {PLAIN} if only_plain else known - {stays})
    database.tidy(whole=True)
    return done


def seal_plain(database: Database) -> int:
    """Seal what was kept before there was a key, if there may be any; how many rows that were."""
    if database.vault.newest is None or not is_plain(database):
        return 0
    return rotate(database, only_plain=True)


def count_stale(database: Database) -> int:
    """How many rows a rotation has to do. Raises StoreUnavailable."""
    with database.reading() as connection:
        return sum(
            connection.execute(
                select(func.count()).select_from(one.table).where(_is_stale(one, database.vault, False))
            ).scalar_one()
            for one in ALL
        )


def _table(database: Database, sealed: Sealed, progress: Progress | None, only_plain: bool) -> int:
    keys = list(sealed.table.primary_key)
    stale = _is_stale(sealed, database.vault, only_plain)
    rows = select(sealed.table).where(stale).order_by(*keys).limit(BATCH).with_for_update(skip_locked=True)
    done, last = 0, None
    while True:
        query = rows if last is None else rows.where(tuple_(*keys) > tuple_(*last))
        with database.transaction() as connection:
            found = connection.execute(query).mappings().all()
            if found:
                _seal_anew(connection, sealed, [dict(row) for row in found])
        done += len(found)
        if progress is not None:
            progress(len(found))
        if len(found) < BATCH:
            return done
        last = [found[-1][key.name] for key in keys]
        time.sleep(PAUSE_SECONDS)


def _seal_anew(connection: Connection, sealed: Sealed, rows: list[Row]) -> None:
    vault, written = vault_of(connection), []
    for row in rows:
        opened = sealed.open(connection, row)
        if sealed.table.name in _MARKS:
            mark, number_in = _MARKS[sealed.table.name]
            number = number_in(opened)
            if sealed.table.name in _NUMBERS:
                opened[_NUMBERS[sealed.table.name].name] = number
            opened[mark] = vault.mark(number)
        written.append(sealed.close(connection, opened))
    if sealed.table.name in _KEYED:
        _write_keyed(connection, sealed.table, rows, written)
        return
    keys = [key.name for key in sealed.table.primary_key]
    columns = [*sealed.columns, *([_MARKS[sealed.table.name][0]] if sealed.table.name in _MARKS else [])]
    statement = (
        update(sealed.table)
        .where(*(sealed.table.c[name] == bindparam(f"is_{name}") for name in keys))
        .values({name: bindparam(f"to_{name}") for name in columns})
    )
    connection.execute(
        statement,
        [
            {**{f"is_{name}": row[name] for name in keys}, **{f"to_{name}": row[name] for name in columns}}
            for row in written
        ],
    )


def _write_keyed(connection: Connection, table: Table, before: list[Row], after: list[Row]) -> None:
    """Rows whose mark is their key: perhaps the new one is there already."""
    gone = [row["phone_mark"] for row in before]
    connection.execute(delete(table).where(table.c.phone_mark.in_(gone)))
    for row in after:
        _KEYED[table.name](connection, row)


def _is_stale(sealed: Sealed, vault: Vault, only_plain: bool) -> ColumnElement[bool]:
    """The rows of a table that a rotation has to do."""
    table, wanted = sealed.table, PREFIX if only_plain or vault.newest is None else vault.prefix
    parts = []
    for name in sealed.columns:
        column = table.c[name]
        is_bytes = isinstance(column.type, LargeBinary)
        begins = func.substr(column, 1, len(wanted), type_=column.type)
        if vault.newest is None:
            parts.append(begins == (wanted.encode() if is_bytes else wanted))
        else:
            parts.append(and_(column != (b"" if is_bytes else ""), begins != (wanted.encode() if is_bytes else wanted)))
    if table.name in _NUMBERS and vault.newest is not None:
        parts.append(and_(_NUMBERS[table.name] == "", table.c[_MARKS[table.name][0]] != ""))
    return or_(*parts)
