"""What is kept of phone numbers, counted for a conversation: blocked, opted out, not fetched, texted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    ScalarSelect,
    Table,
    TextClause,
    bindparam,
    func,
    select,
)

from kebabalab.db.encoding import milliseconds
from kebabalab.db.tables import IS_OF_CALLER, STANDS, blocked_callers, opt_outs, orders, outbox
from kebabalab.db.vault import vault_of
from kebabalab.models.facts import NumberFacts
from kebabalab.models.order import Status

_MARKS: BindParameter[list[str]] = bindparam("marks", expanding=True)
_SINCE: BindParameter[int] = bindparam("since")


def _count(table: Table, *those: ColumnElement[bool] | TextClause) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(*those).scalar_subquery()


# Filtered, so that the number is what the rows are found by: of all orders that nobody fetched there are many.
_NO_SHOWS = select(func.count().filter(orders.c.status == str(Status.NO_SHOW))).where(
    orders.c.phone_mark.in_(_MARKS), STANDS
)
_OF_NUMBER = select(
    _count(blocked_callers, blocked_callers.c.phone_mark.in_(_MARKS)).label("blocked"),
    _count(opt_outs, opt_outs.c.phone_mark.in_(_MARKS)).label("opted_out"),
    _NO_SHOWS.scalar_subquery().label("no_shows"),
    _count(outbox, outbox.c.recipient_mark.in_(_MARKS), outbox.c.queued_at >= _SINCE, IS_OF_CALLER).label("texts"),
)
_TEXTS = select(func.count()).select_from(outbox).where(outbox.c.queued_at >= _SINCE, IS_OF_CALLER)


def of_numbers(connection: Connection, phones: Iterable[str], since: dt.datetime) -> dict[str, NumberFacts]:
    """What is kept of each of these E.164 numbers; texts are those that were queued since then."""
    return {phone: _of_number(connection, phone, since) for phone in phones if phone}


def texts_since(connection: Connection, since: dt.datetime) -> int:
    """How many texts to callers were queued since then."""
    return connection.execute(_TEXTS, {"since": milliseconds(since)}).scalar_one()


def _of_number(connection: Connection, phone: str, since: dt.datetime) -> NumberFacts:
    values = {"marks": vault_of(connection).marks(phone), "since": milliseconds(since)}
    row = connection.execute(_OF_NUMBER, values).one()
    return NumberFacts(
        blocked=row.blocked > 0, no_shows=row.no_shows, wants_no_texts=row.opted_out > 0, texts=row.texts
    )
