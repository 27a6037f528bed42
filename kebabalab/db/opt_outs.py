"""Numbers whose owners have asked for no more texts, until they ask for them again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select

from kebabalab.db.connection import Database
from kebabalab.db.encoding import milliseconds
from kebabalab.db.statements import InsertIfMissing
from kebabalab.db.tables import opt_outs
from kebabalab.db.vault_columns import OPT_OUTS

_OUT = select(opt_outs.c.phone_mark).where(opt_outs.c.phone_mark.in_(bindparam("marks", expanding=True)))
_ADD = InsertIfMissing(opt_outs, {})
_DROP = delete(opt_outs).where(opt_outs.c.phone_mark.in_(bindparam("marks", expanding=True)))


@dataclass(frozen=True, slots=True)
class OptOuts:
    """Who wants no texts. Every method raises StoreUnavailable."""

    database: Database

    def among(self, phones: Collection[str]) -> frozenset[str]:
        """Those of these E.164 numbers that want no texts."""
        by_mark = {mark: phone for phone in phones for mark in self.database.vault.marks(phone)}
        if not by_mark:
            return frozenset()
        with self.database.reading() as connection:
            return frozenset(by_mark[mark] for mark in connection.execute(_OUT, {"marks": list(by_mark)}).scalars())

    def add(self, phone: str, now: dt.datetime) -> None:
        """This number wants none from now on."""
        vault = self.database.vault
        row = OPT_OUTS.close_with(vault, {"phone_mark": vault.mark(phone), "phone": phone, "since": milliseconds(now)})
        with self.database.transaction() as connection:
            # Perhaps it is there by the mark of an older key.
            if connection.execute(_OUT, {"marks": vault.marks(phone)}).first() is None:
                _ADD(connection, row)

    def drop(self, phone: str) -> bool:
        """This number wants them again; whether it did not before."""
        with self.database.transaction() as connection:
            return connection.execute(_DROP, {"marks": self.database.vault.marks(phone)}).rowcount > 0
