"""Call records: what VAPI reports of a call, merged as it comes, in whatever order."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from kebabalab.db import sessions
from kebabalab.db.encoding import milliseconds
from kebabalab.db.statements import InsertIfMissing, values_of
from kebabalab.db.tables import call_records
from kebabalab.db.vault import vault_of
from kebabalab.db.vault_columns import RECORDS
from kebabalab.models.call import CallRecord

ENDED = "ended"
_MAKE = InsertIfMissing(call_records, {"cleared_at": None})
_READ = select(call_records).where(call_records.c.key == bindparam("record")).with_for_update()
_UPDATE = update(call_records).where(call_records.c.key == bindparam("the_key")).values(values_of(call_records, "key"))


def merge(connection: Connection, record: CallRecord) -> None:
    """Add what this report says to what is known of the call; a report that says nothing of a thing leaves it."""
    moment = milliseconds(record.at)
    said: dict[str, object] = {
        "caller": record.caller,
        "caller_mark": vault_of(connection).mark(record.caller),
        "status": record.status,
        "ended_reason": record.ended_reason,
        "transcript": record.transcript,
        "summary": record.summary,
        "messages": record.messages,
        "cost": record.cost,
        "duration_seconds": record.duration_seconds,
        "started_at": record.started_at,
        "ended_at": record.ended_at,
    }
    said = RECORDS.close(connection, {"key": record.key, **said})
    known = _locked_row(connection, record.key, {**said, "reported_at": moment})
    if known is not None:
        connection.execute(_UPDATE, {f"the_{name}": value for name, value in _merged(known, said, moment).items()})
    if record.status == ENDED:
        sessions.close(connection, record.key, moment)


def _merged(known: RowMapping, said: dict[str, object], moment: int) -> dict[str, object]:
    news = {name: value for name, value in said.items() if value not in ("", None)}
    # A call that has ended does not ring again because an older message came late.
    if known["status"] == ENDED:
        news.pop("status", None)
    # What was cleared before may now hold something again.
    return {**known, **news, "reported_at": max(moment, known["reported_at"]), "cleared_at": None}


def _locked_row(connection: Connection, key: str, said: dict[str, object]) -> RowMapping | None:
    """What is known of the call, locked; None when this is the first report of it, which is then written."""
    while True:
        row = connection.execute(_READ, {"record": key}).mappings().one_or_none()
        if row is not None or _MAKE(connection, said):
            return row
