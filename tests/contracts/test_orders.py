"""What every store promises of orders: placed once, numbered without a hole, changed with a record of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kebabalab.models.call import CallState, PlaceOrder
from kebabalab.models.errors import NoSuchOrder, OrderExists, StatusNotPossible
from kebabalab.models.order import Order, OrderNumber, PastOrder, Status
from tests.contracts.placing import CALLER, DAY, NOW, OTHER, after, amended, an_order, place, place_in
from tests.contracts.stores import Store

TOMORROW = DAY + dt.timedelta(days=1)
ANA = "staff:ana"


def history(store: Store, phone: str = CALLER, limit: int = 10) -> tuple[PastOrder, ...]:
    with store.calls.open("call:looking", phone, NOW) as opened:
        return opened.history(phone, limit)


def waiting(store: Store, now: dt.datetime = NOW) -> int:
    with store.calls.open("call:looking", CALLER, now) as opened:
        return opened.waiting_orders()


def test_an_order_is_kept_as_it_was_placed(store: Store) -> None:
    order = place(store.calls)
    assert store.orders() == (order,)


def test_the_placing_of_an_order_is_its_first_event(store: Store) -> None:
    order = place(store.calls)
    (event,) = store.events(order.number.id)
    assert (event.who, event.what, event.at, event.after) == ("caller", "placed", NOW, "received, total 6.50")


def test_numbers_count_up_from_one(store: Store) -> None:
    assert [place(store.calls, f"call:{n}").number.display for n in range(3)] == ["#001", "#002", "#003"]


def test_each_business_day_counts_for_itself(store: Store) -> None:
    days = (DAY, TOMORROW, DAY, TOMORROW)
    placed = [place(store.calls, f"call:{n}", day) for n, day in enumerate(days)]
    assert [order.number.id for order in placed] == ["20261123-001", "20261124-001", "20261123-002", "20261124-002"]


def test_a_number_that_was_only_looked_at_is_still_the_next(store: Store) -> None:
    for _ in range(2):
        with store.calls.open("call:a", CALLER, NOW) as opened:
            assert opened.next_number(DAY) == OrderNumber(DAY, 1)


def test_a_failed_attempt_leaves_no_hole_and_no_order(store: Store) -> None:
    place(store.calls, "call:a")
    with pytest.raises(OrderExists), store.calls.open("call:b", CALLER, NOW) as opened:
        opened.save(opened.state, (), (PlaceOrder(place_in(opened)),))
    assert place(store.calls, "call:c").number.display == "#002"
    assert len(store.orders()) == len(store.texts()) == 2
    assert store.events("20261123-002") != ()


def test_a_number_is_never_given_twice_even_if_somebody_tries(store: Store) -> None:
    first = place(store.calls)
    again = replace(an_order(first.number, OTHER), call_key="call:b")
    with pytest.raises(OrderExists), store.calls.open("call:b", OTHER, NOW) as opened:
        opened.save(opened.state, (), (PlaceOrder(again),))
    assert store.orders() == (first,)
    assert history(store, OTHER) == ()


def test_a_changed_order_takes_the_place_of_the_one_before(store: Store) -> None:
    order = place(store.calls)
    change = amended(order, "all the nuts")
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(opened.state, (), (change,))
    assert store.orders() == (change.order,)
    assert store.events(order.number.id)[1:] == (change.event,)


def test_a_changed_order_keeps_its_place_in_the_kitchen(store: Store) -> None:
    order = place(store.calls)
    store.change_status(order.number.id, Status.PREPARING, ANA, NOW)
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(opened.state, (), (amended(order, "all the nuts"),))
    assert [one.status for one in store.orders()] == [Status.PREPARING]


def test_an_order_that_was_never_placed_can_not_be_changed(store: Store) -> None:
    with pytest.raises(NoSuchOrder), store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(opened.state, (), (amended(an_order(OrderNumber(DAY, 1)), "nuts"),))
    assert store.orders() == ()


def test_every_change_of_state_is_recorded_with_its_time_and_who_made_it(store: Store) -> None:
    order = place(store.calls)
    steps = (Status.PREPARING, Status.READY, Status.COLLECTED)
    for minute, status in enumerate(steps, start=1):
        store.change_status(order.number.id, status, ANA, after(minutes=minute))
    told = [(event.at, event.who, event.what, event.before, event.after) for event in store.events(order.number.id)[1:]]
    assert told == [
        (after(minutes=1), ANA, "status", "received", "preparing"),
        (after(minutes=2), ANA, "status", "preparing", "ready"),
        (after(minutes=3), ANA, "status", "ready", "collected"),
    ]


def test_a_state_that_can_not_follow_is_refused(store: Store) -> None:
    order = place(store.calls)
    with pytest.raises(StatusNotPossible):
        store.change_status(order.number.id, Status.COLLECTED, ANA, NOW)
    assert store.orders() == (order,)
    assert len(store.events(order.number.id)) == 1


def test_the_state_that_an_order_has_already_is_no_change(store: Store) -> None:
    order = place(store.calls)
    assert store.change_status(order.number.id, Status.RECEIVED, ANA, NOW) == order
    assert len(store.events(order.number.id)) == 1


def test_an_order_that_does_not_exist_has_no_state(store: Store) -> None:
    with pytest.raises(NoSuchOrder):
        store.change_status("20261123-001", Status.READY, ANA, NOW)
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.placed_status("20261123-001") is None


def test_how_far_the_kitchen_is_can_be_seen_from_the_call(store: Store) -> None:
    order = place(store.calls)
    store.change_status(order.number.id, Status.PREPARING, ANA, NOW)
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.placed_status(order.number.id) is Status.PREPARING


def test_how_often_an_order_was_written_can_be_seen_from_the_call(store: Store) -> None:
    order = place(store.calls)
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert (opened.placed_revision(order.number.id), opened.placed_revision("20261123-009")) == (1, None)
        opened.save(opened.state, (), (amended(order, "nuts"),))
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.placed_revision(order.number.id) == 2


def test_a_caller_s_history_is_their_own_newest_first(store: Store) -> None:
    for minute, phone in enumerate((CALLER, OTHER, CALLER, CALLER)):
        place(store.calls, f"call:{minute}", phone=phone, at=after(minutes=minute))
    assert [past.number.number for past in history(store)] == [4, 3, 1]
    assert [past.number.number for past in history(store, limit=2)] == [4, 3]
    assert [past.number.number for past in history(store, OTHER)] == [2]


def test_a_past_order_tells_what_a_conversation_needs(store: Store) -> None:
    order = place(store.calls)
    assert history(store) == (
        PastOrder(order.number, Status.RECEIVED, NOW, "Ana O’Brien", 650, 2, order.lines, order.quote),
    )


def test_a_cancelled_order_is_no_history(store: Store) -> None:
    first, second = place(store.calls, "call:a"), place(store.calls, "call:b", at=after(minutes=1))
    store.change_status(second.number.id, Status.CANCELLED, ANA, NOW)
    assert [past.number for past in history(store)] == [first.number]
    with store.calls.open("call:c", CALLER, NOW) as opened:
        assert opened.order_count(CALLER) == 1


def test_a_withheld_number_has_no_history(store: Store) -> None:
    place(store.calls, phone="")
    assert history(store, "") == ()
    with store.calls.open("call:b", "", NOW) as opened:
        assert opened.order_count("") == 0


def test_the_kitchen_has_to_make_what_is_received_or_in_preparation(store: Store) -> None:
    orders = [place(store.calls, f"call:{n}") for n in range(4)]
    assert waiting(store) == 4
    for order, states in zip(
        orders, ((Status.PREPARING,), (Status.PREPARING, Status.READY), (Status.CANCELLED,), ()), strict=True
    ):
        for state in states:
            store.change_status(order.number.id, state, ANA, NOW)
    assert waiting(store) == 2


def test_an_order_for_tomorrow_keeps_nobody_waiting_now(store: Store) -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        order = an_order(opened.next_number(DAY), pickup=after(hours=24))
        opened.save(opened.state, (), (PlaceOrder(order),))
    assert (waiting(store), waiting(store, after(hours=23))) == (0, 1)


def test_an_order_that_nobody_ever_marked_keeps_nobody_waiting_for_ever(store: Store) -> None:
    place(store.calls)
    assert (waiting(store, after(minutes=40)), waiting(store, after(minutes=50))) == (1, 0)


def test_two_orders_of_one_call_are_two_orders(store: Store) -> None:
    def again(order: Order) -> CallState:
        with store.calls.open("call:a", CALLER, NOW) as opened:
            assert opened.state.placed == order
            place_in(opened)
            return opened.state

    again(place(store.calls))
    assert [order.number.number for order in store.orders()] == [1, 2]
