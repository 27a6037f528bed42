"""A call's own rows in SQL: its state, locked while a message is answered, and the answers that were given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from kebabalab.db.encoding import instant, milliseconds, pack, unpack
from kebabalab.db.promises import MOST_BYTES, Use
from kebabalab.db.statements import InsertIfMissing
from kebabalab.db.tables import calls, tool_answers
from kebabalab.db.vault import vault_of
from kebabalab.db.vault_columns import ANSWERS, CALLS
from kebabalab.models.call import Answer, CallState
from kebabalab.models.errors import CallTooLarge, TooManyCalls

_MAKE = InsertIfMissing(calls, {"state": b"", "used_at": 0, "closed_at": None, "version": 0})
_READ = (
    select(calls.c.state, calls.c.used_at, calls.c.closed_at, calls.c.version)
    .where(calls.c.key == bindparam("key"))
    .with_for_update()
)
_LIVE = select(func.count()).where(calls.c.used_at >= bindparam("since"), calls.c.closed_at.is_(None))
_SAVE = (
    update(calls)
    .where(calls.c.key == bindparam("call"))
    .values(
        caller_mark=bindparam("who"), state=bindparam("packed"), used_at=bindparam("now"), closed_at=bindparam("closed")
    )
)
_SET_VERSION = update(calls).where(calls.c.key == bindparam("call")).values(version=bindparam("new"))
_CLOSE = (
    update(calls).where(calls.c.key == bindparam("call"), calls.c.closed_at.is_(None)).values(closed_at=bindparam("at"))
)
_ANSWER = insert(tool_answers)
_OF_CALL = select(tool_answers).where(tool_answers.c.call_key == bindparam("call"))
_ANSWERED = _OF_CALL.where(tool_answers.c.tool_call_id == bindparam("id"))
_ALL_ANSWERED = _OF_CALL.where(tool_answers.c.tool_call_id.in_(bindparam("ids", expanding=True)))
_FORGET_ANSWERS = delete(tool_answers).where(tool_answers.c.call_key == bindparam("call"))


@dataclass(frozen=True, slots=True)
class Visit:
    """A message that comes for a call: when it arrived, and when it was sent, None where it does not say."""

    key: str
    caller: str
    now: dt.datetime
    sent_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A call as it was found. `closed_at` is set for a message that was on its way when the call ended."""

    state: CallState
    closed_at: int | None = None


@dataclass(frozen=True, slots=True)
class Sessions:
    """Sessions of a lifetime, so many at once."""

    lifetime: dt.timedelta
    most: int

    def claim(self, connection: Connection, visit: Visit) -> Session:
        """The call, its row locked; a fresh one when it is new, expired or ended. Raises TooManyCalls."""
        row = _locked_row(connection, visit)
        if row is not None:
            use = Use(instant(row.used_at), instant(row.closed_at) if row.closed_at is not None else None)
            if row.state and use.holds(visit.sent_at, visit.now, self.lifetime):
                return Session(_state(connection, visit.key, row.state), row.closed_at)
            if row.state and use.is_expired(visit.now, self.lifetime):
                forget_answers(connection, visit.key)
        # Never its own row: that was never used, has expired, or has ended.
        since = milliseconds(visit.now - self.lifetime)
        if connection.execute(_LIVE, {"since": since}).scalar_one() >= self.most:
            raise TooManyCalls
        return Session(CallState(visit.key, visit.caller))


@dataclass(frozen=True, slots=True)
class Anchor:
    """A call as SQL has it beside Redis: the state that was committed with its latest order, None where there is none.

    `used_at` and `closed_at` are as they are kept; `version` says which copy is the newer one.
    """

    state: CallState | None
    used_at: int
    closed_at: int | None
    version: int


def claim_anchor(connection: Connection, visit: Visit) -> Anchor:
    """The call's row, made if there is none, and nobody else's until the transaction ends."""
    row = _locked_row(connection, visit)
    if row is None:
        return Anchor(None, 0, None, 0)
    state = _state(connection, visit.key, row.state) if row.state else None
    return Anchor(state, row.used_at, row.closed_at, row.version)


def set_version(connection: Connection, key: str, version: int) -> None:
    """Say which version of the call the row has."""
    connection.execute(_SET_VERSION, {"call": key, "new": version})


def forget_answers(connection: Connection, key: str) -> None:
    """Drop the answers that were given in a call."""
    connection.execute(_FORGET_ANSWERS, {"call": key})


def save(connection: Connection, state: CallState, closed_at: int | None, now: dt.datetime) -> None:
    """Write the state of a call that was claimed. Raises CallTooLarge."""
    packed = pack(state)
    if len(packed) > MOST_BYTES:
        raise CallTooLarge
    sealed = CALLS.close(connection, {"key": state.key, "state": packed})["state"]
    who = vault_of(connection).mark(state.caller)
    row = {"call": state.key, "who": who, "packed": sealed, "now": milliseconds(now), "closed": closed_at}
    connection.execute(_SAVE, row)


def close(connection: Connection, key: str, at: int) -> None:
    """Mark a call as ended; the first end counts."""
    connection.execute(_CLOSE, {"call": key, "at": at})


def answered(connection: Connection, key: str, tool_call_ids: Sequence[str]) -> dict[str, Answer]:
    """The stored answers of those ids that were answered before."""
    ids = [one for one in tool_call_ids if one]
    if not ids:
        return {}
    if len(ids) == 1:
        found = connection.execute(_ANSWERED, {"call": key, "id": ids[0]})
    else:
        found = connection.execute(_ALL_ANSWERED, {"call": key, "ids": ids})
    rows = [ANSWERS.open(connection, row) for row in found.mappings()]
    return {row["tool_call_id"]: Answer(row["tool_call_id"], row["name"], row["ok"], row["body"]) for row in rows}


def keep_answers(connection: Connection, key: str, answers: Sequence[Answer], now: dt.datetime) -> None:
    """Keep the answers that have an id: a second one of the same id can't be stored."""
    rows = [
        {
            "call_key": key,
            "tool_call_id": one.tool_call_id,
            "name": one.name,
            "ok": one.ok,
            "body": one.body,
            "answered_at": milliseconds(now),
        }
        for one in answers
        if one.tool_call_id
    ]
    if rows:
        connection.execute(_ANSWER, [ANSWERS.close(connection, row) for row in rows])


def _locked_row(connection: Connection, visit: Visit) -> Row[bytes, int, int | None, int] | None:
    """The call's row, None when it was made just now. Either way nobody else has it until the transaction ends."""
    while True:
        row = connection.execute(_READ, {"key": visit.key}).one_or_none()
        if row is not None:
            return row
        who = vault_of(connection).mark(visit.caller)
        if _MAKE(connection, {"key": visit.key, "caller_mark": who, "opened_at": milliseconds(visit.now)}):
            return None
        # Another message of the call made it in between; and it may be cleared before this one reads it.


def _state(connection: Connection, key: str, kept: bytes) -> CallState:
    return unpack(CALLS.open(connection, {"key": key, "state": kept})["state"])
