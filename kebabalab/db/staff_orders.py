"""What staff look at: the orders that are to be made or fetched about now, and the texts that were given up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select

from kebabalab.db.connection import Database
from kebabalab.db.encoding import milliseconds, order_of
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.tables import orders
from kebabalab.db.texts_book import TextsBook
from kebabalab.db.vault_columns import ORDERS
from kebabalab.models.order import Order, Status
from kebabalab.models.staff import UnsentText

# An order of yesterday evening that nobody has fetched is no news any more.
BEHIND = dt.timedelta(hours=18)
OPEN = (Status.RECEIVED, Status.PREPARING, Status.READY)
MOST_OPEN, MOST_DONE = 300, 60
_SOME = select(orders.c.id, orders.c.document, orders.c.status).where(
    orders.c.status.in_(bindparam("several", expanding=True)), orders.c.pickup_at > bindparam("since")
)
_OPEN = _SOME.order_by(orders.c.pickup_at, orders.c.id).limit(MOST_OPEN)
_DONE = _SOME.where(orders.c.pickup_at <= bindparam("until")).order_by(orders.c.pickup_at.desc()).limit(MOST_DONE)


@dataclass(frozen=True, slots=True)
class Board:
    """The orders of a database as the kitchen needs them. Every method raises StoreUnavailable."""

    database: Database

    def orders(self, now: dt.datetime) -> tuple[Order, ...]:
        """Those that are open, the first to be fetched first; then those of these hours that are done, backwards."""
        done = [str(status) for status in Status if status not in OPEN]
        since, until = milliseconds(now - BEHIND), milliseconds(now + BEHIND)
        with self.database.reading() as connection:
            rows = [
                *connection.execute(_OPEN, {"several": list(map(str, OPEN)), "since": since}).mappings(),
                *connection.execute(_DONE, {"several": done, "since": since, "until": until}).mappings(),
            ]
            opened = [(ORDERS.open(connection, row)["document"], Status(row["status"])) for row in rows]
        return tuple(replace(order_of(document), status=status) for document, status in opened)


@dataclass(frozen=True, slots=True)
class UnsentTexts:
    """The texts of a database that were given up. Every method raises StoreUnavailable."""

    database: Database

    def latest(self, most: int) -> tuple[UnsentText, ...]:
        """The latest, newest first."""
        found = TextsBook(self.database).latest(most, dead=True)
        return tuple(
            UnsentText(one.id, one.kind, one.recipient, one.body, one.order_id, one.queued_at, one.problem)
            for one in found
        )

    def resend(self, text: int, now: dt.datetime) -> bool:
        """Have one sent again; whether it will be: not to a number that wants no texts, nor what is untrue by now."""
        book, asked = TextsBook(self.database), {text}
        barred = OptOuts(self.database).among(book.recipients_of_dead(asked, now))
        return text in book.resend(asked, now, barred)
