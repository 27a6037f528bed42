"""Calls that nobody uses any more are cleared, with their answers and nothing else."""

from __future__ import annotations

from kebabalab.db.connection import Database
from kebabalab.db.purge import BATCH, purge_calls
from kebabalab.models.call import CallRecord
from tests.contracts.placing import CALLER, NOW, after, an_answer, place
from tests.contracts.stores import LIFETIME, SqlStore, filled


def count(database: Database, table: str) -> int:
    with database.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def use(store: SqlStore, key: str, minute: float) -> None:
    with store.calls.open(key, CALLER, after(minutes=minute)) as opened:
        opened.save(opened.state, [an_answer(f"t{minute}")], ())


def test_calls_go_after_their_lifetime_with_their_answers(database: Database) -> None:
    store = SqlStore(database)
    use(store, "call:old", 0)
    use(store, "call:used", 0)
    use(store, "call:used", 20)
    assert purge_calls(database, after(minutes=31), LIFETIME) == 1
    assert (count(database, "calls"), count(database, "tool_answers")) == (1, 2)


def test_nothing_goes_before_its_time(database: Database) -> None:
    use(SqlStore(database), "call:a", 0)
    assert purge_calls(database, NOW + LIFETIME, LIFETIME) == 0
    assert count(database, "calls") == 1


def test_orders_and_reports_stay(database: Database) -> None:
    store = SqlStore(database)
    order = place(store.calls)
    store.calls.record(CallRecord("call:a", NOW, "ended"))
    assert purge_calls(database, after(days=365), LIFETIME) == 1
    assert store.orders() == (order,)
    assert store.record("call:a") == CallRecord("call:a", NOW, "ended")


def test_a_call_that_was_only_looked_at_goes(database: Database) -> None:
    with SqlStore(database).calls.open("call:a", CALLER, NOW):
        pass
    assert purge_calls(database, NOW, LIFETIME) == 1


def test_more_than_one_batch_goes(database: Database) -> None:
    row = {"caller_mark": "", "state": b"", "opened_at": 0, "used_at": 0, "closed_at": None}
    filled(database, {"calls": [{"key": f"call:{n}", **row} for n in range(2 * BATCH + 1)]})
    assert purge_calls(database, NOW, LIFETIME) == 2 * BATCH + 1
    assert count(database, "calls") == 0
