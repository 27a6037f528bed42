"""Which data keys some row may need: written before a key is first used, looked at before a server starts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import Connection, bindparam, delete, inspect, select

from kebabalab.db.connection import Database
from kebabalab.db.encoding import milliseconds
from kebabalab.db.statements import InsertIfMissing
from kebabalab.db.tables import data_keys
from kebabalab.db.vault import Vault
from kebabalab.db.vault_columns import place
from kebabalab.models.errors import KeyMissing

# Stands for rows that nothing was sealed in.
PLAIN = "plain"
_PROOF = "this key opens what it sealed"
_ALL = select(data_keys.c.id, data_keys.c.proof)
_ADD = InsertIfMissing(data_keys, {})
_DROP = delete(data_keys).where(data_keys.c.id.in_(bindparam("ids", expanding=True)))


def registered(connection: Connection) -> frozenset[str]:
    """The ids of the keys that some row may need; none where the database has no such table yet."""
    if not inspect(connection).has_table(data_keys.name):
        return frozenset()
    return frozenset(connection.execute(select(data_keys.c.id)).scalars()) - {PLAIN}


def register(database: Database, now: dt.datetime) -> None:
    """Make sure that every key which some row may need is there, and note the one that is written with from now on.

    Raises KeyMissing, StoreUnavailable.
    """
    vault = database.vault
    writes = vault.newest.id if vault.newest is not None else PLAIN
    with database.reading() as connection:
        known = {row.id: row.proof for row in connection.execute(_ALL)}
    if lost := missing(vault, known):
        raise KeyMissing(
            f"it holds what was encrypted with the key {', '.join(lost)}, which is not among those that are set: add "
            "it to DATA_KEYS or to the key file, behind the newest"
        )
    for key_id, proof in known.items():
        if key_id != PLAIN:
            vault.open(proof, place("data_keys.proof", key_id))
    if writes not in known:
        proof = vault.seal(_PROOF, place("data_keys.proof", writes)) if writes != PLAIN else ""
        with database.transaction() as connection:
            _ADD(connection, {"id": writes, "proof": proof, "since": milliseconds(now)})


def missing(vault: Vault, needed: Collection[str]) -> list[str]:
    """The ids of those keys that are not in the vault."""
    return sorted(set(needed) - vault.ids - {PLAIN})


def is_plain(database: Database) -> bool:
    """Whether there may be rows that nothing was sealed in. Raises StoreUnavailable."""
    with database.reading() as connection:
        return PLAIN in connection.execute(select(data_keys.c.id)).scalars()


def state(database: Database) -> tuple[list[str], bool]:
    """The ids of keys that rows need and that are missing, and whether rows may be plain. Raises StoreUnavailable."""
    with database.reading() as connection:
        if not inspect(connection).has_table(data_keys.name):
            return [], False
        known = set(connection.execute(select(data_keys.c.id)).scalars())
    return missing(database.vault, known), PLAIN in known


def release(connection: Connection, ids: Collection[str]) -> None:
    """Note that no row needs these keys any more."""
    if ids:
        connection.execute(_DROP, {"ids": list(ids)})
