"""Texts as staff see them and send them again, and what the carrier reports of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Text, bindparam, func, select, update

from kebabalab.db.connection import Database
from kebabalab.db.encoding import instant, milliseconds
from kebabalab.db.outbox import DEAD, LONGEST_PROBLEM, PENDING, SENT, as_it_ended
from kebabalab.db.tables import IS_DEAD, IS_PENDING, outbox
from kebabalab.db.vault_columns import TEXTS
from kebabalab.models.texts import worth_sending_for

Row = dict[str, Any]

_COLUMNS = (
    outbox.c.id, outbox.c.kind, outbox.c.recipient, outbox.c.body, outbox.c.order_id, outbox.c.state,
    outbox.c.attempts, outbox.c.queued_at, outbox.c.sent_at, outbox.c.problem, outbox.c.delivery, outbox.c.call_key,
)  # fmt: skip
_LATEST = select(*_COLUMNS).order_by(outbox.c.id.desc()).limit(bindparam("most"))
_DEAD = _LATEST.where(IS_DEAD)
_THE_DEAD = (
    select(outbox.c.id, outbox.c.kind, outbox.c.recipient, outbox.c.order_id, outbox.c.call_key)
    .where(IS_DEAD)
    .with_for_update()
)
_NEW_DEAD = _THE_DEAD.where(outbox.c.queued_at >= bindparam("since"))
_SOME_DEAD = _THE_DEAD.where(outbox.c.id.in_(bindparam("ids", expanding=True)))
_WAITING = select(func.count()).select_from(outbox).where(IS_PENDING)
_LATE = _WAITING.where(outbox.c.queued_at < bindparam("before"))
_GIVEN_UP = select(func.count()).select_from(outbox).where(IS_DEAD, outbox.c.queued_at >= bindparam("since"))
_AGAIN = (
    update(outbox)
    .where(outbox.c.id == bindparam("text"))
    .values(
        state=PENDING,
        attempts=0,
        due_at=bindparam("now"),
        expires_at=bindparam("until"),
        problem="",
        reference="",
        delivery="",
    )
)
_ONE = (
    select(outbox.c.state, outbox.c.reference, outbox.c.delivery, outbox.c.sent_at)
    .where(outbox.c.id == bindparam("text"))
    .with_for_update()
)
_REPORTED = (
    update(outbox)
    .where(outbox.c.id == bindparam("text"))
    .values(
        state=as_it_ended(bindparam("into", type_=Text())),
        reference=bindparam("sid"),
        delivery=bindparam("now_is"),
        problem=bindparam("why"),
        sent_at=bindparam("at"),
        doubt_since=None,
    )
)
# Reports come out of order: none takes back what a later one has told.
_RANK: Mapping[str, int] = MappingProxyType(
    {"accepted": 1, "scheduled": 1, "queued": 1, "sending": 2, "sent": 3, "failed": 4, "undelivered": 4, "canceled": 4,
     "delivered": 5, "read": 6}
)  # fmt: skip
# Nobody wants to hear today that last week's order is ready.
ALL_SINCE = dt.timedelta(hours=24)
# By then a try or two has failed.
LATE_AFTER = dt.timedelta(minutes=2)
NOT_DELIVERED = frozenset({"failed", "undelivered", "canceled"})


@dataclass(frozen=True, slots=True)
class TextSeen:
    """A text as it is listed. `recipient` is "" for the shop; `delivery` is the carrier's word, "" for none yet."""

    id: int
    kind: str
    recipient: str
    body: str
    order_id: str
    state: str
    attempts: int
    queued_at: dt.datetime
    sent_at: dt.datetime | None
    problem: str
    delivery: str


@dataclass(frozen=True, slots=True)
class Report:
    """What the carrier says became of a text: its own reference and word for it, and its error code, "" for none."""

    text: int
    reference: str
    delivery: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class TextsBook:
    """The texts of a database, for whoever looks after them. Every method raises StoreUnavailable."""

    database: Database

    def latest(self, most: int, *, dead: bool = False) -> tuple[TextSeen, ...]:
        """The latest texts, newest first; only those that were given up, if asked for."""
        with self.database.reading() as connection:
            rows = connection.execute(_DEAD if dead else _LATEST, {"most": most}).mappings()
            return tuple(_seen(TEXTS.open(connection, row)) for row in rows)

    def counts(self, now: dt.datetime) -> dict[str, int]:
        """How many texts are `waiting`, how many of them are `late`, and how many were `given_up` in 24 hours."""
        with self.database.reading() as connection:
            return {
                "waiting": connection.execute(_WAITING).scalar_one(),
                "late": connection.execute(_LATE, {"before": milliseconds(now - LATE_AFTER)}).scalar_one(),
                "given_up": connection.execute(_GIVEN_UP, {"since": milliseconds(now - ALL_SINCE)}).scalar_one(),
            }

    def resend(self, ids: Collection[int] | None, now: dt.datetime, barred: Collection[str] = ()) -> frozenset[int]:
        """Have texts that were given up sent again, None for all of the last 24 hours; the ids of those that will be.

        `barred` are numbers that are left alone. A text that may have gone out is looked up before it is sent.
        """
        with self.database.transaction() as connection:
            rows = _dead_rows(connection, ids, now)
            again = [row for row in rows if row["recipient"] not in barred]
            values = [
                {
                    "text": row["id"],
                    "now": milliseconds(now),
                    "until": milliseconds(now + worth_sending_for(row["kind"])),
                }
                for row in again
            ]
            if values:
                connection.execute(_AGAIN, values)
        return frozenset(row["id"] for row in again)

    def recipients_of_dead(self, ids: Collection[int] | None, now: dt.datetime) -> frozenset[str]:
        """The numbers that texts which were given up would have gone to; `ids` as in resend."""
        with self.database.reading() as connection:
            return frozenset(row["recipient"] for row in _dead_rows(connection, ids, now))

    def report(self, report: Report, now: dt.datetime) -> bool:
        """Keep what the carrier reports; whether it was of one of our texts and told anything new.

        A report of a text that nobody knew to be sent says that it was: so the worker that sent it need not have lived
        to write that down. One that was not delivered is given up, for staff to see.
        """
        rank = _RANK.get(report.delivery, 0)
        with self.database.transaction() as connection:
            row = connection.execute(_ONE, {"text": report.text}).one_or_none()
            if row is None or not rank or row.reference not in ("", report.reference):
                return False
            if rank <= _RANK.get(row.delivery, 0):
                return False
            lost = report.delivery in NOT_DELIVERED
            values = {
                "text": report.text,
                "into": DEAD if lost else SENT,
                "sid": report.reference,
                "now_is": report.delivery,
                "why": f"{report.delivery}, code {report.code or 'unknown'}"[:LONGEST_PROBLEM] if lost else "",
                "at": row.sent_at or milliseconds(now),
            }
            connection.execute(_REPORTED, values)
        return True


def _dead_rows(connection: Connection, ids: Collection[int] | None, now: dt.datetime) -> list[Row]:
    if ids is None:
        found = connection.execute(_NEW_DEAD, {"since": milliseconds(now - ALL_SINCE)})
    elif ids:
        found = connection.execute(_SOME_DEAD, {"ids": list(ids)})
    else:
        return []
    return [TEXTS.open(connection, row) for row in found.mappings()]


def _seen(row: Row) -> TextSeen:
    return TextSeen(
        row["id"],
        row["kind"],
        row["recipient"],
        row["body"],
        row["order_id"],
        row["state"],
        row["attempts"],
        instant(row["queued_at"]),
        instant(row["sent_at"]) if row["sent_at"] is not None else None,
        row["problem"],
        row["delivery"],
    )
