"""The block list: numbers that only a person of the shop takes orders of, until they are taken off it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select

from kebabalab.db.connection import Database
from kebabalab.db.encoding import instant, milliseconds
from kebabalab.db.engines import make_last
from kebabalab.db.statements import InsertIfMissing
from kebabalab.db.tables import blocked_callers
from kebabalab.db.vault_columns import BLOCKED

_ADD = InsertIfMissing(blocked_callers, {})
_DROP = delete(blocked_callers).where(blocked_callers.c.phone_mark.in_(bindparam("marks", expanding=True)))
_ALL = select(blocked_callers).order_by(blocked_callers.c.since, blocked_callers.c.phone_mark)


@dataclass(frozen=True, slots=True)
class Blocked:
    """A number on the list, E.164, since when, and why in staff's words, "" where they gave none."""

    phone: str
    since: dt.datetime
    why: str


@dataclass(frozen=True, slots=True)
class BlockList:
    """The block list of a database. Every method raises StoreUnavailable."""

    database: Database

    def block(self, phone: str, why: str, now: dt.datetime) -> bool:
        """Put an E.164 number on the list, in place of what was said of it before; whether it was not there yet."""
        vault = self.database.vault
        row = {"phone_mark": vault.mark(phone), "since": milliseconds(now), "phone": phone, "why": why}
        with self.database.transaction() as connection:
            make_last(connection)
            # Perhaps it is there by the mark of an older key.
            known = connection.execute(_DROP, {"marks": vault.marks(phone)}).rowcount > 0
            _ADD(connection, BLOCKED.close_with(vault, row))
        return not known

    def unblock(self, phone: str) -> bool:
        """Take an E.164 number off the list; whether it was there."""
        with self.database.transaction() as connection:
            make_last(connection)
            return connection.execute(_DROP, {"marks": self.database.vault.marks(phone)}).rowcount > 0

    def listed(self) -> tuple[Blocked, ...]:
        """All that are on it, the oldest first. Raises KeyMissing."""
        with self.database.reading() as connection:
            rows = [BLOCKED.open(connection, row) for row in connection.execute(_ALL).mappings()]
        return tuple(Blocked(row["phone"], instant(row["since"]), row["why"]) for row in rows)
