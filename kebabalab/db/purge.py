"""Purge: calls that nobody uses any more, and the answers that were kept for them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import bindparam, delete, select

from kebabalab.db.connection import Database
from kebabalab.db.encoding import milliseconds
from kebabalab.db.tables import calls, tool_answers

BATCH = 200
_OLD = select(calls.c.key).where(calls.c.used_at < bindparam("before")).limit(BATCH)
_ANSWERS = delete(tool_answers).where(tool_answers.c.call_key.in_(bindparam("keys", expanding=True)))
_CALLS = delete(calls).where(calls.c.key.in_(bindparam("keys", expanding=True)), calls.c.used_at < bindparam("before"))


def purge_calls(database: Database, now: dt.datetime, lifetime: dt.timedelta) -> int:
    """Delete the calls that were not used for their lifetime, in small batches; how many there were."""
    gone = 0
    before = milliseconds(now - lifetime)
    while True:
        with database.transaction() as connection:
            keys = list(connection.execute(_OLD, {"before": before}).scalars())
            if not keys:
                return gone
            connection.execute(_ANSWERS, {"keys": keys})
            connection.execute(_CALLS, {"keys": keys, "before": before})
            gone += len(keys)
