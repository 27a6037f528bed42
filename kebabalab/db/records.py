"""Call records: what VAPI reports of a call, merged as it comes, in whatever order."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, insert, select, update

from kebabalab.db.encoding import milliseconds
from kebabalab.db.tables import call_records, calls
from kebabalab.models.call import CallRecord

ENDED = "ended"
_READ = select(call_records).where(call_records.c.key == bindparam("record")).with_for_update()
_UPDATE = update(call_records).where(call_records.c.key == bindparam("record"))
_CLOSE = (
    update(calls)
    .where(calls.c.key == bindparam("record"), calls.c.closed_at.is_(None))
    .values(closed_at=bindparam("at"))
)


def merge(connection: Connection, record: CallRecord) -> None:
    """Add what this report says to what is known of the call; a report that says nothing of a thing leaves it."""
    row = connection.execute(_READ, {"record": record.key}).mappings().one_or_none()
    said = {
        "caller": record.caller,
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
    moment = milliseconds(record.at)
    if row is None:
        connection.execute(insert(call_records), {"key": record.key, "reported_at": moment, **said})
    else:
        known: dict[str, object] = {name: value for name, value in said.items() if value not in ("", None)}
        # A call that has ended does not ring again because an older message came late.
        if row["status"] == ENDED:
            known.pop("status", None)
        if known:
            known["reported_at"] = max(moment, row["reported_at"])
            connection.execute(_UPDATE.values(known), {"record": record.key})
    if record.status == ENDED:
        connection.execute(_CLOSE, {"record": record.key, "at": moment})
