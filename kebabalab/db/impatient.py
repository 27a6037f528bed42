"""A connection to PostgreSQL that does not wait for ever: a server that hangs takes statements and answers none.

The server's own `statement_timeout` says nothing then, and the network says that all is well.
"""

from __future__ import annotations

import time
from typing import Any

import psycopg
from psycopg.abc import RV, PQGen
from psycopg.rows import TupleRow
from sqlalchemy import Connection, Engine, event

# Beyond what the server itself allows a statement: where it is well, it is the one to say so.
SECONDS_BEYOND = 0.5
# An old connection is asked for a sign of life before it is used; one that hangs is not worth the budget.
SECONDS_TO_PING = 1.0
SECONDS_BETWEEN_LOOKS = 0.1


class ImpatientConnection(psycopg.Connection[TupleRow]):
    """A connection that is closed when one answer takes longer than `longest` seconds; None waits for ever."""

    longest: float | None = None

    def wait(self, gen: PQGen[RV], interval: float = SECONDS_BETWEEN_LOOKS, timeout: float | None = None) -> RV:
        """What psycopg waits with for everything but connecting. Raises psycopg.OperationalError."""
        most = self.longest if timeout is None else timeout
        began = time.monotonic()
        try:
            return super().wait(gen, interval, most)
        except psycopg.OperationalError:
            if most is not None and time.monotonic() - began >= most:
                # Whatever comes now would be taken for the answer to something else.
                self.pgconn.finish()
            raise


def be_impatient(engine: Engine, budget: float) -> None:
    """Have every connection of the engine give up on a server that does not answer, a while after `budget` seconds."""

    def connect(_dialect: object, _record: object, args: Any, named: dict[str, Any]) -> ImpatientConnection:
        made = ImpatientConnection.connect(*args, **named)
        made.longest = budget + SECONDS_BEYOND
        return made

    def hand_out(held: Any, _record: object, _proxy: object) -> None:
        held.longest = budget + SECONDS_BEYOND

    def take_back(held: Any, _record: object) -> None:
        if held is not None:
            held.longest = min(budget, SECONDS_TO_PING)

    event.listen(engine, "do_connect", connect)
    # After the sign of life.
    event.listen(engine, "checkout", hand_out)
    event.listen(engine, "checkin", take_back)


def take_time(connection: Connection) -> None:
    """Let this connection wait as long as it takes, until it is given back."""
    held: Any = connection.connection.dbapi_connection
    if isinstance(held, ImpatientConnection):
        held.longest = None
