"""What is old, or whose owner asks, is cleared: what was sold stays, who it was for goes, others lose nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kebabalab.db.connection import Database
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.orders import OrderBook
from kebabalab.db.privacy import Keeping, StillToCome, clear_old, export, forget
from kebabalab.models.call import CallRecord
from kebabalab.models.order import Order, OrderEvent, Status
from tests.contracts.placing import CALLER, DAY, NOW, OTHER, after, amended, an_answer, place, place_in
from tests.contracts.stores import SqlStore
from tests.contracts.test_rotation import raw

ALL = Keeping(365, 30, 30)
LATER = after(days=400)
BY = OrderEvent("", after(days=1), "staff:ana", "forgotten")


@pytest.fixture
def store(database: Database) -> SqlStore:
    """An order of each of two callers, what was said in it, and a report of each call."""
    store = SqlStore(database)
    for key, phone in (("call:a", CALLER), ("call:b", OTHER)):
        with store.calls.open(key, phone, NOW) as opened:
            order = place_in(opened, DAY, phone)
        with store.calls.open(key, phone, NOW) as opened:
            opened.save(opened.state, [an_answer("t1")], (amended(order, "ring twice"),))
        OrderBook(database).change_status(order.number.id, Status.PREPARING, "staff:ana", NOW)
        store.calls.record(CallRecord(key, NOW, "ended", "hung up", phone, "It is Ana", "Ana", '["Ana"]', 0.1, 60.0))
    return store


def order_of(store: SqlStore, key: str) -> Order:
    (order,) = OrderBook(store.database).of_call(key)
    return order


def test_an_old_order_keeps_what_was_sold_and_loses_who_it_was_for(store: SqlStore) -> None:
    before = order_of(store, "call:a")
    assert clear_old(store.database, LATER, ALL)["orders"] == 2
    bare = replace(before, customer_name="", phone="", notes="", fingerprint="")
    assert order_of(store, "call:a") == bare
    assert (bare.lines, bare.quote) == (before.lines, before.quote)


def test_its_history_keeps_what_happened_and_nothing_that_anybody_wrote(store: SqlStore) -> None:
    clear_old(store.database, LATER, ALL)
    events = store.events(order_of(store, "call:a").number.id)
    assert [(one.who, one.what, one.before, one.after) for one in events] == [
        ("caller", "placed", "", "received, total 6.50"),
        ("caller", "amended", "", ""),
        ("staff:ana", "status", "received", "preparing"),
        ("system", "cleared", "", ""),
    ]


def test_an_old_call_keeps_what_it_cost_and_loses_what_was_said(store: SqlStore) -> None:
    assert clear_old(store.database, LATER, ALL)["calls"] == 2
    record = store.record("call:a")
    assert record is not None
    assert record == CallRecord("call:a", NOW, "ended", "hung up", cost=0.1, duration_seconds=60.0)


def test_old_texts_are_gone(store: SqlStore) -> None:
    assert clear_old(store.database, LATER, ALL)["texts"] == 2
    assert store.texts() == ()


def test_a_caller_whose_orders_were_cleared_is_not_known_any_more(store: SqlStore) -> None:
    clear_old(store.database, LATER, ALL)
    with store.calls.open("call:c", CALLER, NOW) as opened:
        assert opened.history(CALLER, 5) == ()
        assert opened.order_count(CALLER) == 0


def test_what_is_younger_stays(store: SqlStore) -> None:
    orders, texts, record = store.orders(), store.texts(), store.record("call:a")
    assert clear_old(store.database, after(days=29), ALL) == {"orders": 0, "calls": 0, "texts": 0}
    assert (store.orders(), store.texts(), store.record("call:a")) == (orders, texts, record)


def test_nothing_is_cleared_where_everything_is_to_be_kept(store: SqlStore) -> None:
    assert clear_old(store.database, LATER, Keeping(0, 0, 0)) == {"orders": 0, "calls": 0, "texts": 0}


def test_what_was_cleared_is_not_cleared_again(store: SqlStore) -> None:
    clear_old(store.database, LATER, ALL)
    assert clear_old(store.database, LATER, ALL) == {"orders": 0, "calls": 0, "texts": 0}


def test_many_are_cleared_in_one_go(database: Database) -> None:
    store = SqlStore(database)
    for n in range(205):
        place(store.calls, f"call:{n}")
        store.calls.record(CallRecord(f"call:{n}", NOW, "ended", caller=CALLER))
    assert clear_old(database, LATER, ALL) == {"orders": 205, "calls": 205, "texts": 205}


def test_a_report_that_comes_after_the_clearing_is_cleared_in_its_turn(store: SqlStore) -> None:
    clear_old(store.database, LATER, ALL)
    store.calls.record(CallRecord("call:a", NOW, "ended", transcript="It is Ana"))
    assert clear_old(store.database, LATER, ALL)["calls"] == 1


def test_a_person_is_shown_all_that_is_kept_of_them(store: SqlStore) -> None:
    OptOuts(store.database).add(CALLER, NOW)
    found = json.loads(json.dumps(export(store.database, CALLER)))
    (order,), (text,), (call,), (live,) = (found[name] for name in ("orders", "texts", "calls", "liveCalls"))
    assert (order["customer_name"], order["notes"], order["phone"]) == ("Ana O’Brien", "ring twice", CALLER)
    assert [event["what"] for event in order["events"]] == ["placed", "amended", "status"]
    assert (text["recipient"], text["body"]) == (CALLER, "Order #001")
    assert (call["transcript"], call["summary"], call["messages"]) == ("It is Ana", "Ana", '["Ana"]')
    assert live["state"]["caller"] == CALLER
    assert found["wantsNoTextsSince"] == NOW.isoformat()


def test_a_person_is_shown_nothing_of_others(store: SqlStore) -> None:
    assert OTHER not in json.dumps(export(store.database, CALLER))
    nobody = export(store.database, "+61491570157")
    assert [nobody[name] for name in ("orders", "texts", "calls", "liveCalls", "wantsNoTextsSince")] == [[]] * 4 + [
        None
    ]


def test_a_person_who_is_forgotten_is_in_no_order_text_or_call(store: SqlStore) -> None:
    cleared, keys = forget(store.database, CALLER, BY)
    assert (cleared, keys) == ({"orders": 1, "calls": 1, "texts": 1}, ["call:a"])
    found = export(store.database, CALLER)
    assert [found[name] for name in ("orders", "texts", "calls", "liveCalls")] == [[]] * 4
    order = order_of(store, "call:a")
    assert (order.customer_name, order.phone, order.notes, order.item_count) == ("", "", "", 2)


def test_forgetting_is_noted_without_the_number(store: SqlStore) -> None:
    forget(store.database, CALLER, BY)
    last = store.events(order_of(store, "call:a").number.id)[-1]
    assert (last.who, last.what, last.at, last.before, last.after) == ("staff:ana", "forgotten", BY.at, "", "")


def test_forgetting_one_person_leaves_the_others(store: SqlStore) -> None:
    before = order_of(store, "call:b"), store.record("call:b"), export(store.database, OTHER)
    forget(store.database, CALLER, BY)
    assert (order_of(store, "call:b"), store.record("call:b"), export(store.database, OTHER)) == before


def test_whoever_ordered_for_another_number_is_cleared_with_it(database: Database) -> None:
    store = SqlStore(database)
    with store.calls.open("call:a", CALLER, NOW) as opened:
        place_in(opened, DAY, OTHER)
    store.calls.record(CallRecord("call:a", NOW, "ended", caller=CALLER, transcript="for Ana"))
    forget(database, OTHER, BY)
    record = store.record("call:a")
    assert record is not None
    assert record.transcript == ""


def test_an_order_that_is_still_to_be_fetched_is_not_forgotten(store: SqlStore) -> None:
    before = raw(store.database)
    with pytest.raises(StillToCome, match="20261123-001"):
        forget(store.database, CALLER, replace(BY, at=NOW))
    assert raw(store.database) == before


def test_an_order_that_nobody_came_for_does_not_wait_any_more(store: SqlStore) -> None:
    OrderBook(store.database).change_status(order_of(store, "call:a").number.id, Status.NO_SHOW, "staff:ana", NOW)
    assert forget(store.database, CALLER, replace(BY, at=NOW))[0]["orders"] == 1


def test_that_somebody_wants_no_texts_is_not_forgotten(store: SqlStore) -> None:
    OptOuts(store.database).add(CALLER, NOW)
    forget(store.database, CALLER, BY)
    assert OptOuts(store.database).among([CALLER]) == {CALLER}
