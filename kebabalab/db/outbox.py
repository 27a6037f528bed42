"""The outbox: texts that wait to be sent, claimed by one worker at a time.

A claim is written before anything is sent, and says that from now on nobody knows whether the text went out. Only an
outcome takes that back. A worker that dies between the carrier's yes and its own commit so leaves a text in doubt, and
whoever claims it next asks the carrier before sending it again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Text, bindparam, case, func, select, update

from kebabalab.db.connection import Database
from kebabalab.db.encoding import instant, milliseconds
from kebabalab.db.engines import make_last
from kebabalab.db.tables import IS_PENDING, IS_REFERRED, outbox
from kebabalab.db.vault_columns import TEXTS

PENDING, SENT, DEAD, SKIPPED, REPLACED = "pending", "sent", "dead", "skipped", "replaced"
LONGEST_PROBLEM = 500
_DUE = (
    select(
        outbox.c.id,
        outbox.c.kind,
        outbox.c.recipient,
        outbox.c.body,
        outbox.c.order_id,
        outbox.c.call_key,
        outbox.c.attempts,
        outbox.c.claim,
        outbox.c.expires_at,
        outbox.c.doubt_since,
    )
    .where(IS_PENDING, outbox.c.due_at <= bindparam("now"))
    .order_by(outbox.c.due_at, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(
        due_at=bindparam("until"),
        claim=outbox.c.claim + 1,
        doubt_since=func.coalesce(outbox.c.doubt_since, bindparam("now")),
    )
)
_SENT = (
    update(outbox)
    .where(outbox.c.id == bindparam("text"), outbox.c.state != SENT)
    .values(
        state=SENT,
        sent_at=bindparam("at"),
        problem="",
        doubt_since=None,
        reference=bindparam("sid"),
        attempts=outbox.c.attempts + 1,
    )
)


def as_it_ended(state: ColumnElement[str]) -> ColumnElement[str]:
    """The state to set; REPLACED for DEAD where a later text says otherwise, so that nobody sends it again."""
    return case(((state == DEAD) & outbox.c.superseded_at.is_not(None), REPLACED), else_=state)


# Only by whoever claimed it last: a worker that was away for longer than its lease has no say any more.
_NOT_SENT = (
    update(outbox)
    .where(outbox.c.id == bindparam("text"), outbox.c.claim == bindparam("token"), IS_PENDING)
    .values(
        state=as_it_ended(bindparam("into", type_=Text())),
        due_at=bindparam("due"),
        problem=bindparam("why"),
        attempts=outbox.c.attempts + bindparam("tries"),
        doubt_since=bindparam("doubt"),
    )
)
_TAKEN = select(outbox.c.reference).where(outbox.c.reference.in_(bindparam("sids", expanding=True)), IS_REFERRED)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A text that was claimed. `attempts` counts the tries before this one; `recipient` is "" for the shop itself.

    `token` is the claim's own; `doubt_since` is when a try began of which nobody knows how it ended, None for none.
    """

    id: int
    kind: str
    recipient: str
    body: str
    order_id: str
    attempts: int
    token: int
    expires_at: dt.datetime
    doubt_since: dt.datetime | None
    call_key: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """When and why a text is tried again. `tried` counts as an attempt; `doubt_since` as in Waiting."""

    problem: str
    again_at: dt.datetime
    tried: bool = True
    doubt_since: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Outbox:
    """The texts of a database. Every method raises StoreUnavailable."""

    database: Database

    def claim(self, now: dt.datetime, most: int, lease: dt.timedelta) -> tuple[Waiting, ...]:
        """Take texts that are due; nobody else gets them until the lease ends, should this worker die."""
        with self.database.transaction() as connection:
            found = connection.execute(_DUE, {"now": milliseconds(now), "most": most}).mappings()
            rows = [TEXTS.open(connection, row) for row in found]
            if rows:
                # A claim that a power cut takes back would have the text sent twice.
                make_last(connection)
                values = {
                    "ids": [row["id"] for row in rows],
                    "until": milliseconds(now + lease),
                    "now": milliseconds(now),
                }
                connection.execute(_CLAIM, values)
        return tuple(
            Waiting(
                row["id"],
                row["kind"],
                row["recipient"],
                row["body"],
                row["order_id"],
                row["attempts"],
                row["claim"] + 1,
                instant(row["expires_at"]),
                instant(row["doubt_since"]) if row["doubt_since"] is not None else None,
                row["call_key"],
            )
            for row in rows
        )

    def sent(self, text: Waiting, reference: str, now: dt.datetime) -> None:
        """The text has gone out under the carrier's reference, whoever else may have claimed it since."""
        with self.database.transaction() as connection:
            make_last(connection)
            connection.execute(_SENT, {"text": text.id, "at": milliseconds(now), "sid": reference})

    def later(self, text: Waiting, why: Later) -> None:
        """It did not go out, or nobody knows; try again then."""
        self._not_sent(text, PENDING, why)

    def back(self, texts: Sequence[Waiting], at: dt.datetime) -> None:
        """These were claimed and not tried: they wait again, as they did before."""
        # Each by itself: whoever changes an order locks the texts of it in an order of its own.
        for text in texts:
            self._not_sent(text, PENDING, Later("", at, tried=False, doubt_since=text.doubt_since))

    def dead(self, text: Waiting, problem: str, now: dt.datetime) -> None:
        """It will not go out; it is kept for staff to see, with the doubt that the text as given still has."""
        self._not_sent(text, DEAD, Later(problem, now, doubt_since=text.doubt_since))

    def skipped(self, text: Waiting, why: str, now: dt.datetime) -> None:
        """Nobody wants it, and nobody needs to see that."""
        self._not_sent(text, SKIPPED, Later(why, now, tried=False))

    def taken(self, references: Collection[str]) -> frozenset[str]:
        """Those of the carrier's references that belong to a text which is known to be sent."""
        if not references:
            return frozenset()
        with self.database.reading() as connection:
            return frozenset(connection.execute(_TAKEN, {"sids": list(references)}).scalars())

    def _not_sent(self, text: Waiting, into: str, why: Later) -> None:
        said = {"order_id": text.order_id, "call_key": text.call_key, "problem": why.problem[:LONGEST_PROBLEM]}
        values = {
            "text": text.id,
            "token": text.token,
            "into": into,
            "due": milliseconds(why.again_at),
            # What a carrier complains of is often the number.
            "why": TEXTS.close_with(self.database.vault, said)["problem"],
            "tries": int(why.tried),
            "doubt": milliseconds(why.doubt_since) if why.doubt_since is not None else None,
        }
        with self.database.transaction() as connection:
            connection.execute(_NOT_SENT, values)
