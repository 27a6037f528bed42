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

_OUT = select(opt_outs.c.phone).where(opt_outs.c.phone.in_(bindparam("phones", expanding=True)))
_ADD = InsertIfMissing(opt_outs, {})
_DROP = delete(opt_outs).where(opt_outs.c.phone == bindparam("number"))


@dataclass(frozen=True, slots=True)
class OptOuts:
    """Who wants no texts. Every method raises StoreUnavailable."""

    database: Database

    def among(self, phones: Collection[str]) -> frozenset[str]:
        """Those of these E.164 numbers that want no texts."""
        if not phones:
            return frozenset()
        with self.database.reading() as connection:
            return frozenset(connection.execute(_OUT, {"phones": list(phones)}).scalars())

    def add(self, phone: str, now: dt.datetime) -> None:
        """This number wants none from now on."""
        with self.database.transaction() as connection:
            _ADD(connection, {"phone": phone, "since": milliseconds(now)})

    def drop(self, phone: str) -> bool:
        """This number wants them again; whether it did not before."""
        with self.database.transaction() as connection:
            return connection.execute(_DROP, {"number": phone}).rowcount == 1
