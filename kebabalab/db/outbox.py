"""The outbox: texts that wait to be sent, claimed by one worker at a time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from kebabalab.db.connection import Database
from kebabalab.db.encoding import milliseconds
from kebabalab.db.tables import outbox

PENDING, SENT, DEAD = "pending", "sent", "dead"
_DUE = (
    select(outbox.c.id, outbox.c.kind, outbox.c.recipient, outbox.c.body, outbox.c.order_id, outbox.c.attempts)
    .where(outbox.c.state == PENDING, outbox.c.due_at <= bindparam("now"))
    .order_by(outbox.c.due_at, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(due_at=bindparam("until"), attempts=outbox.c.attempts + 1)
)
_END = (
    update(outbox)
    .where(outbox.c.id == bindparam("text"), outbox.c.state == PENDING)
    .values(state=bindparam("into"), due_at=bindparam("due"), sent_at=bindparam("sent"), problem=bindparam("why"))
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
    """The texts of a database."""

    database: Database

    def claim(self, now: dt.datetime, most: int, lease: dt.timedelta) -> tuple[Waiting, ...]:
        """Take texts that are due; nobody else gets them until the lease ends, should this worker die."""
        with self.database.transaction() as connection:
            rows = connection.execute(_DUE, {"now": milliseconds(now), "most": most}).all()
            if rows:
                ids = [row.id for row in rows]
                connection.execute(_CLAIM, {"ids": ids, "until": milliseconds(now + lease)})
        return tuple(Waiting(*row) for row in rows)

    def sent(self, text_id: int, now: dt.datetime) -> None:
        """The text has gone out."""
        self._end(text_id, SENT, now, sent=now)

    def failed(self, text_id: int, problem: str, again_at: dt.datetime) -> None:
        """It did not go out; try again then."""
        self._end(text_id, PENDING, again_at, why=problem)

    def dead(self, text_id: int, problem: str, now: dt.datetime) -> None:
        """It will not go out; it is kept for staff to see."""
        self._end(text_id, DEAD, now, why=problem)

    def _end(self, text_id: int, into: str, due: dt.datetime, sent: dt.datetime | None = None, why: str = "") -> None:
        values = {
            "text": text_id,
            "into": into,
            "due": milliseconds(due),
            "sent": milliseconds(sent) if sent is not None else None,
            "why": why[:500],
        }
        with self.database.transaction() as connection:
            connection.execute(_END, values)
