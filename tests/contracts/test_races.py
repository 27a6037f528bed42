"""What every store promises when things happen at once: in threads, in processes, on several machines."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from typing import TypeVar

from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.orders import OrderBook
from kebabalab.models.call import CallRecord
from kebabalab.models.errors import KitchenHasBegun, StatusNotPossible
from kebabalab.models.order import Status
from tests.contracts.placing import CALLER, DAY, NOW, amended, an_answer, in_cart, place
from tests.contracts.stores import LIFETIME, SqlStore, Store

T = TypeVar("T")

CALLS = 50
PROCESSES, ORDERS_EACH = 4, 10


def at_once(work: Callable[[int], T], times: int) -> list[T]:
    """Do the work so many times, begun by as many threads at the same moment."""
    together = threading.Barrier(times)

    def begin(n: int) -> T:
        together.wait()
        return work(n)

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(begin, range(times)))


def test_fifty_calls_that_order_at_once_get_the_numbers_one_to_fifty(store: Store) -> None:
    placed = at_once(lambda n: place(store.calls, f"call:{n}").number.number, CALLS)
    assert sorted(placed) == list(range(1, CALLS + 1))
    assert [order.number.number for order in store.orders()] == list(range(1, CALLS + 1))
    assert len(store.texts()) == CALLS


def test_attempts_that_fail_among_others_leave_no_hole(store: Store) -> None:
    def order(n: int) -> None:
        if n % 3:
            place(store.calls, f"call:{n}")
            return
        try:
            place_and_fail(store, f"call:{n}")
        except ZeroDivisionError:
            return

    at_once(order, 20)
    count = sum(1 for n in range(20) if n % 3)
    assert [order.number.number for order in store.orders()] == list(range(1, count + 1))


def place_and_fail(store: Store, key: str) -> None:
    with store.calls.open(key, CALLER, NOW) as opened:
        opened.next_number(DAY)
        opened.save(in_cart(opened.state, "roll"), [an_answer("t1")], ())
        raise ZeroDivisionError


def test_messages_of_one_call_at_once_lose_no_change(store: Store) -> None:
    def add(n: int) -> None:
        with store.calls.open("call:a", CALLER, NOW) as opened:
            opened.save(in_cart(opened.state, f"item{n}"), [an_answer(f"t{n}")], ())

    at_once(add, 12)
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert sorted(line.item for line in opened.state.cart.lines) == sorted(f"item{n}" for n in range(12))
        assert len({line.line_id for line in opened.state.cart.lines}) == 12
        assert len(opened.answered([f"t{n}" for n in range(12)])) == 12


def test_messages_of_one_call_to_several_nodes_at_once_lose_no_change(database: Database) -> None:
    nodes = [Database(database.url.render_as_string(hide_password=False), 30, database.vault) for _ in range(4)]

    def add(n: int) -> None:
        with SqlStore(nodes[n % len(nodes)]).calls.open("call:a", CALLER, NOW) as opened:
            opened.save(in_cart(opened.state, f"item{n}"), [an_answer(f"t{n}")], ())

    at_once(add, 12)
    at_once(lambda n: add(12 + n), 12)
    with SqlStore(database).calls.open("call:a", CALLER, NOW) as opened:
        assert sorted(line.item for line in opened.state.cart.lines) == sorted(f"item{n}" for n in range(24))
    for node in nodes:
        node.close()


def test_one_message_delivered_many_times_at_once_is_carried_out_once(store: Store) -> None:
    def deliver(_n: int) -> str:
        with store.calls.open("call:a", CALLER, NOW) as opened:
            known = opened.answered(["t1"])
            if known:
                return known["t1"].body
            number = opened.next_number(DAY)
            answer = an_answer("t1", number.id)
            opened.save(in_cart(opened.state, "roll"), [answer], ())
            return answer.body

    assert set(at_once(deliver, 8)) == {"20261123-001"}
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert len(opened.state.cart.lines) == 1


def test_the_first_reports_of_a_call_at_once_are_all_kept(store: Store) -> None:
    first = CallRecord("call:a", NOW, "in-progress")
    said = [
        replace(first, summary="Said hello."),
        replace(first, transcript="Hi"),
        replace(first, ended_reason="hung-up"),
        replace(first, caller=CALLER),
    ] * 3
    at_once(lambda n: store.calls.record(said[n]), len(said))
    assert store.record("call:a") == CallRecord("call:a", NOW, "in-progress", "hung-up", CALLER, "Hi", "Said hello.")


def test_the_kitchen_begins_before_a_change_or_after_it_and_never_in_between(store: Store) -> None:
    orders = [place(store.calls, f"call:{n}") for n in range(8)]

    def change(n: int) -> None:
        with store.calls.open(f"call:{n}", CALLER, NOW) as opened:
            if opened.placed_status(orders[n].number.id) is not Status.RECEIVED:
                raise KitchenHasBegun(orders[n].number.display)
            changed = amended(orders[n], "changed")
            opened.save(replace(opened.state, placed=changed.order), (), (changed,))

    def begin(n: int) -> None:
        store.change_status(orders[n].number.id, Status.PREPARING, "staff:ana", NOW)

    def either(n: int) -> None:
        try:
            (begin if n % 2 else change)(n // 2)
        except KitchenHasBegun:
            return

    at_once(either, 2 * len(orders))
    for order in store.orders():
        happened = [event.what for event in store.events(order.number.id)]
        assert order.status is Status.PREPARING
        assert happened in (["placed", "amended", "status"], ["placed", "status"])
        assert (order.notes == "changed") is ("amended" in happened)


def test_of_two_who_set_a_state_at_once_one_is_recorded(store: Store) -> None:
    order = place(store.calls)

    def set_either(n: int) -> bool:
        try:
            store.change_status(order.number.id, (Status.PREPARING, Status.CANCELLED)[n % 2], f"staff:{n}", NOW)
        except StatusNotPossible:
            return False
        return True

    at_once(set_either, 6)
    happened = store.events(order.number.id)[1:]
    assert [event.before for event in happened] == ["received", *(event.after for event in happened[:-1])]
    assert store.orders()[0].status == happened[-1].after


def test_several_processes_that_start_at_once_number_their_orders_together(empty_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager, ProcessPoolExecutor(PROCESSES, context) as processes:
        together = manager.Barrier(PROCESSES)
        started = processes.map(start_and_place, [empty_url] * PROCESSES, [together] * PROCESSES)
        placed = [number for numbers in started for number in numbers]
    everything = list(range(1, PROCESSES * ORDERS_EACH + 1))
    assert sorted(placed) == everything
    database = Database(empty_url)
    assert sorted(order.number.number for order in OrderBook(database).of_day(DAY)) == everything
    database.close()


def start_and_place(url: str, together: threading.Barrier) -> Sequence[int]:
    """What a node does: bring the database up to date, then take orders."""
    database = Database(url, budget=30)
    together.wait()
    upgrade(database)
    calls = SqlCalls(database, LIFETIME, 1000)
    key = f"call:{multiprocessing.current_process().pid}"
    numbers = [place(calls, f"{key}-{n}", at=NOW + dt.timedelta(seconds=n)).number.number for n in range(ORDERS_EACH)]
    database.close()
    return numbers
