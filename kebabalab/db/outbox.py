"""The outbox: texts that wait to be sent, claimed by one worker at a time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from kebabalab.db.connection import Database
from kebabalab.db.encoding import milliseconds
from kebabalab.db.engines import make_last
from kebabalab.db.tables import IS_PENDING, outbox

PENDING, SENT, DEAD = "pending", "sent", "dead"
LONGEST_PROBLEM = 500
_DUE = (
    select(outbox.c.id, outbox.c.kind, outbox.c.recipient, outbox.c.body, outbox.c.order_id, outbox.c.attempts)
    .where(IS_PENDING, outbox.c.due_at <= bindparam("now"))
    .order_by(outbox.c.due_at, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(due_at=bindparam("until"), attempts=outbox.c.attempts + 1)
)
_SENT = (
    update(outbox)
    .where(outbox.c.id == bindparam("text"), outbox.c.state != SENT)
    .values(state=SENT, sent_at=bindparam("at"), problem="")
)
# Only by whoever claimed it last: a worker that was away for longer than its lease has no say any more.
_NOT_SENT = (
    update(outbox)
    .where(outbox.c.id == bindparam("text"), outbox.c.attempts == bindparam("attempt"), IS_PENDING)
    .values(state=bindparam("into"), due_at=bindparam("due"), problem=bindparam("why"))
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A text that was claimed. `attempts` counts the tries before this one; `recipient` is "" for the shop itself."""

    id: int
    kind: str
    recipient: str
    body: str
    order_id: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Outbox:
    """The texts of a database. Every method raises StoreUnavailable."""

    database: Database

    def claim(self, now: dt.datetime, most: int, lease: dt.timedelta) -> tuple[Waiting, ...]:
        """Take texts that are due; nobody else gets them until the lease ends, should this worker die."""
        with self.database.transaction() as connection:
            rows = connection.execute(_DUE, {"now": milliseconds(now), "most": most}).all()
            if rows:
                ids = [row.id for row in rows]
                connection.execute(_CLAIM, {"ids": ids, "until": milliseconds(now + lease)})
        return tuple(Waiting(*row) for row in rows)

    def sent(self, text: Waiting, now: dt.datetime) -> None:
        """The text has gone out, whoever else may have claimed it since."""
        with self.database.transaction() as connection:
            make_last(connection)
            connection.execute(_SENT, {"text": text.id, "at": milliseconds(now)})

    def failed(self, text: Waiting, problem: str, again_at: dt.datetime) -> None:
        """It did not go out; try again then."""
        self._not_sent(text, PENDING, again_at, problem)

    def dead(self, text: Waiting, problem: str, now: dt.datetime) -> None:
        """It will not go out; it is kept for staff to see."""
        self._not_sent(text, DEAD, now, problem)

    def _not_sent(self, text: Waiting, into: str, due: dt.datetime, why: str) -> None:
        values = {
            "text": text.id,
            "attempt": text.attempts + 1,
            "into": into,
            "due": milliseconds(due),
            "why": why[:LONGEST_PROBLEM],
        }
        with self.database.transaction() as connection:
            connection.execute(_NOT_SENT, values)
