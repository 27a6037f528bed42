"""No query reads through a table that grows: each finds its rows by an index, however many there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event

from kebabalab.db.block_list import BlockList
from kebabalab.db.connection import Database
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.orders import OrderBook
from kebabalab.db.outbox import Later, Outbox
from kebabalab.db.privacy import Keeping, clear_old
from kebabalab.db.purge import purge_calls
from kebabalab.db.texts_book import Report, TextsBook
from kebabalab.models.call import CallRecord
from kebabalab.models.order import Status
from tests.contracts.placing import CALLER, DAY, NOW, after, amended, an_answer, place
from tests.contracts.stores import LIFETIME, SqlStore

Run = tuple[str, object]


@contextmanager
def listening(database: Database) -> Iterator[list[Run]]:
    """Every query that is run, with its values."""
    heard: list[Run] = []

    def hear(
        _connection: object, _cursor: object, statement: str, values: object, _context: object, many: bool
    ) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            heard.append((statement, values[0] if many and isinstance(values, list) else values))

    event.listen(database.engine, "before_cursor_execute", hear)
    yield heard
    event.remove(database.engine, "before_cursor_execute", hear)


def do_everything(database: Database) -> None:
    """All that is ever asked of the store."""
    store, book, outbox = SqlStore(database), OrderBook(database), Outbox(database)
    order = place(store.calls)
    with store.calls.open("call:a", CALLER, after(minutes=1)) as opened:
        opened.answered(["t1"])
        opened.answered(["t1", "t2"])
        opened.history(CALLER, 20)
        opened.order_count(CALLER)
        opened.waiting_orders()
        opened.placed_status(order.number.id)
        opened.placed_revision(order.number.id)
        opened.numbers([CALLER], after(hours=-24))
        opened.texts_since(after(hours=-24))
        opened.next_number(DAY)
        opened.save(opened.state, [an_answer("t1")], (amended(order, "nuts"),))
    store.calls.record(CallRecord("call:a", NOW, "in-progress"))
    store.calls.record(CallRecord("call:a", NOW, "ended"))
    with store.calls.open("call:a", CALLER, after(hours=1)):
        pass
    (text, *_rest) = outbox.claim(NOW, 10, LIFETIME)
    outbox.later(text, Later("busy", NOW))
    outbox.sent(text, "SM1", NOW)
    outbox.taken(["SM1"])
    opt_outs, texts = OptOuts(database), TextsBook(database)
    opt_outs.among([CALLER])
    opt_outs.drop(CALLER)
    block_list = BlockList(database)
    block_list.block(CALLER, "rang all night", NOW)
    block_list.unblock(CALLER)
    outbox.dead(text, "no such number", NOW)
    texts.recipients_of_dead([text.id], NOW)
    texts.latest(10)
    texts.latest(10, dead=True)
    texts.report(Report(text.id, "SM1", "undelivered"), NOW)
    texts.resend([text.id], NOW)
    texts.resend(None, NOW)
    book.change_status(order.number.id, Status.PREPARING, "staff:ana", NOW)
    book.latest(10)
    book.of_day(DAY)
    book.of_call("call:a")
    book.one(order.number.id)
    book.events(order.number.id)
    purge_calls(database, NOW + dt.timedelta(days=1), LIFETIME)
    clear_old(database, NOW + dt.timedelta(days=400), Keeping(365, 30, 30))


def plan(connection: Connection, run: Run, *, is_sqlite: bool) -> str:
    """How the database would run a query."""
    statement, values = run
    explain = "EXPLAIN QUERY PLAN" if is_sqlite else "EXPLAIN"
    rows = connection.exec_driver_sql(f"{explain} {statement}", values).all()  # type: ignore[arg-type]
    # A row of nothing but other queries is no table.
    return "\n".join(str(row[-1]) for row in rows if row[-1] != "SCAN CONSTANT ROW")


def is_no_further(statement: str, how: str) -> bool:
    """Whether a table is read in the order of an index, and so no further than asked for; or an index of a few rows."""
    from_the_end = "ORDER BY outbox.id DESC" in statement and "LIMIT" in statement and "TEMP B-TREE" not in how
    return from_the_end or "ix_orders_placed_at" in how or "ix_outbox_dead" in how


def test_every_query_finds_its_rows_by_an_index(database: Database) -> None:
    with listening(database) as heard:
        do_everything(database)
    scan = "SCAN" if database.is_sqlite else "Seq Scan"
    with database.engine.connect() as connection:
        if not database.is_sqlite:
            # It would read small tables whole, and rightly.
            connection.exec_driver_sql("SET enable_seqscan = off")
        plans = {run[0]: plan(connection, run, is_sqlite=database.is_sqlite) for run in heard}
        connection.rollback()
    through = {statement: how for statement, how in plans.items() if scan in how and not is_no_further(statement, how)}
    assert len(plans) > 20
    assert through == {}


@pytest.mark.parametrize("asked", ("history", "count"))
def test_what_was_cancelled_is_not_even_looked_at(database: Database, asked: str) -> None:
    with listening(database) as heard, SqlStore(database).calls.open("call:a", CALLER, NOW) as opened:
        if asked == "history":
            opened.history(CALLER, 20)
        else:
            opened.order_count(CALLER)
    with database.engine.connect() as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql("SET enable_seqscan = off")
        how = plan(connection, heard[-1], is_sqlite=database.is_sqlite)
        connection.rollback()
    assert "ix_orders_phone" in how


def test_what_is_counted_of_a_number_is_counted_in_indexes(database: Database) -> None:
    with listening(database) as heard, SqlStore(database).calls.open("call:a", CALLER, NOW) as opened:
        opened.numbers([CALLER], NOW)
        opened.texts_since(NOW)
    of_number, of_all = heard[-2:]
    with database.engine.connect() as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql("SET enable_seqscan = off")
        how = plan(connection, of_number, is_sqlite=database.is_sqlite)
        in_all = plan(connection, of_all, is_sqlite=database.is_sqlite)
        connection.rollback()
    assert [one for one in ("ix_orders_phone", "ix_outbox_recipient") if one not in how] == []
    assert "ix_outbox_of_callers" in in_all
