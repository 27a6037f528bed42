"""What VAPI reports of a call: `status-update` and `end-of-call-report` as a CallRecord."""

from __future__ import annotations

import datetime as dt

import orjson

from kebabalab.models.call import CallRecord
from kebabalab.models.errors import BadMessage
from kebabalab.validators.json_in import bounded, mapping, number, rows, text

LONGEST_TEXT = 200_000
LONGEST_MESSAGES = 500_000
# Epoch seconds stay below this until the year 5138; milliseconds are beyond it since 1973.
MILLISECONDS_FROM = 10**11
# A transcript's turn is kept as who, what and when: the prompt, word timings and addresses are not.
KEPT_OF_A_TURN = ("role", "message", "secondsFromStart", "name", "toolCalls", "toolCallId", "result")


def call_record(message: dict[str, object], key: str, caller: str, received: dt.datetime) -> CallRecord:
    """The record of a status or of the end. `at` is the message's own time, `received` where it has none."""
    artifact, analysis = mapping(message.get("artifact")), mapping(message.get("analysis"))
    ended = message.get("type") == "end-of-call-report"
    return CallRecord(
        key=key,
        at=timestamp(message.get("timestamp")) or received,
        status="ended" if ended else text(message.get("status")),
        ended_reason=text(message.get("endedReason"))[:200],
        caller=caller,
        transcript=_either(message, artifact, "transcript") if ended else "",
        summary=_either(message, analysis, "summary") if ended else "",
        messages=_messages(message, artifact) if ended else "",
        cost=number(message.get("cost")),
        duration_seconds=_duration(message),
        started_at=_iso(message.get("startedAt")),
        ended_at=_iso(message.get("endedAt")),
    )


def timestamp(value: object) -> dt.datetime | None:
    """Epoch seconds, epoch milliseconds or an ISO string as an aware time in UTC; None for anything else."""
    try:
        if isinstance(value, str):
            read = dt.datetime.fromisoformat(value)
            return (read if read.tzinfo else read.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
        seconds = number(value)
        if seconds is None:
            return None
        return dt.datetime.fromtimestamp(seconds / 1000 if seconds >= MILLISECONDS_FROM else seconds, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _either(first: dict[str, object], second: dict[str, object], name: str) -> str:
    return (text(first.get(name)) or text(second.get(name)))[:LONGEST_TEXT]


def _messages(message: dict[str, object], artifact: dict[str, object]) -> str:
    turns = [turn for turn in rows(artifact.get("messages") or message.get("messages")) if turn.get("role") != "system"]
    kept = [{name: turn[name] for name in KEPT_OF_A_TURN if name in turn} for turn in turns]
    try:
        written = orjson.dumps(bounded(kept)).decode()
    except (BadMessage, orjson.JSONEncodeError):
        return ""
    # Half a JSON text is of no use to anyone; the transcript is still there.
    return written if len(written) <= LONGEST_MESSAGES else ""


def _duration(message: dict[str, object]) -> float | None:
    seconds, milliseconds = number(message.get("durationSeconds")), number(message.get("durationMs"))
    return seconds if seconds is not None or milliseconds is None else milliseconds / 1000


def _iso(value: object) -> str:
    moment = timestamp(value)
    return moment.isoformat() if moment else ""
