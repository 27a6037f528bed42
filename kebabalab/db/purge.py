"""Purge: calls that nobody uses any more, and the answers that were kept for them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import bindparam, delete, select

from kebabalab.db.connection import Database
from kebabalab.db.encoding import milliseconds
from kebabalab.db.tables import calls

BATCH = 200
# Those that somebody is using right now are left: they will not be old any more.
_OLD = select(calls.c.key).where(calls.c.used_at < bindparam("before")).limit(BATCH).with_for_update(skip_locked=True)
# Their answers go with them.
_FORGET = delete(calls).where(calls.c.key.in_(bindparam("keys", expanding=True)))


def purge_calls(database: Database, now: dt.datetime, lifetime: dt.timedelta) -> int:
    """Delete the calls that were not used for their lifetime, in small batches; how many there were.

    Raises StoreUnavailable.
    """
    gone = 0
    while True:
        with database.transaction() as connection:
            keys = list(connection.execute(_OLD, {"before": milliseconds(now - lifetime)}).scalars())
            if keys:
                connection.execute(_FORGET, {"keys": keys})
        gone += len(keys)
        if len(keys) < BATCH:
            return gone
