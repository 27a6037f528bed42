"""Wrong tries at the staff's door: counted before each, so that many at once are no more than many in a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from kebabalab.db.connection import Database
from kebabalab.db.encoding import milliseconds
from kebabalab.db.staff_sessions import hash_of
from kebabalab.db.statements import InsertIfMissing
from kebabalab.db.tables import staff_tries
from kebabalab.models.errors import TooManyTries
from kebabalab.models.staff import FORGOTTEN_AFTER, Patience

_SOME = select(staff_tries).where(staff_tries.c.mark.in_(bindparam("marks", expanding=True)))
_LOCKED = _SOME.order_by(staff_tries.c.mark).with_for_update()
_ADD = InsertIfMissing(staff_tries, {"failures": 0, "last_at": 0, "until": 0})
_SET = (
    update(staff_tries)
    .where(staff_tries.c.mark == bindparam("the_mark"))
    .values(failures=bindparam("so_many"), last_at=bindparam("at"), until=bindparam("then"))
)
_DROP = delete(staff_tries).where(staff_tries.c.mark == bindparam("the_mark"))


OF_ONE = Patience()


@dataclass(frozen=True, slots=True)
class Tried:
    """Somebody or something that tries: its kind ("account", "source", "browser") and its name."""

    kind: str
    name: str
    patience: Patience = OF_ONE


@dataclass(frozen=True, slots=True)
class Tries:
    """The tries that a database remembers. Every method raises StoreUnavailable."""

    database: Database

    def count(self, several: Sequence[Tried], now: dt.datetime) -> None:
        """Count one try of each, wrong until `forgive` says otherwise. Raises TooManyTries, and counts none then."""
        marks = [self._mark(one) for one in several]
        with self.database.reading() as connection:
            # Who floods does not get to write.
            _refuse(connection.execute(_SOME, {"marks": marks}).all(), now)
        with self.database.transaction() as connection:
            # In one order, so that no two wait for each other.
            for mark in sorted(marks):
                _ADD(connection, {"mark": mark})
            rows = connection.execute(_LOCKED, {"marks": marks}).all()
            _refuse(rows, now)
            held = {row.mark: row for row in rows}
            for mark, one in zip(marks, several, strict=True):
                is_fresh = milliseconds(now - FORGOTTEN_AFTER) < held[mark].last_at
                failures = (held[mark].failures if is_fresh else 0) + 1
                _set(connection, mark, failures, now, now + one.patience.pause(failures))

    def forgive(self, several: Sequence[Tried], now: dt.datetime) -> None:
        """The last try was right: accounts and browsers begin anew; an address gets back that try alone.

        Otherwise whoever has one account could try others for ever.
        """
        with self.database.transaction() as connection:
            for mark, one in sorted((self._mark(one), one) for one in several):
                if one.kind != "source":
                    connection.execute(_DROP, {"the_mark": mark})
                elif row := connection.execute(_LOCKED, {"marks": [mark]}).one_or_none():
                    _set(connection, mark, max(0, row.failures - 1), now, now)

    def forget(self, kind: str, name: str) -> bool:
        """Forget all tries of one; whether there were any."""
        with self.database.transaction() as connection:
            return connection.execute(_DROP, {"the_mark": self._mark(Tried(kind, name))}).rowcount > 0

    def _mark(self, one: Tried) -> str:
        # What was typed as a name may have been a password.
        return self.database.vault.mark(hash_of(f"{one.kind}:{one.name}"))


def _refuse(rows: Sequence[Row[tuple[str, int, int, int]]], now: dt.datetime) -> None:
    wait = max((row.until for row in rows), default=0) - milliseconds(now)
    if wait > 0:
        raise TooManyTries(dt.timedelta(milliseconds=wait))


def _set(connection: Connection, mark: str, failures: int, now: dt.datetime, until: dt.datetime) -> None:
    values = {"the_mark": mark, "so_many": failures, "at": milliseconds(now), "then": milliseconds(until)}
    connection.execute(_SET, values)
