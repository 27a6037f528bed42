"""What every store promises of a call: kept as it was saved, shared with nobody, gone in its time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kebabalab.db.promises import MOST_BYTES
from kebabalab.models.call import Answer, CallRecord, CallState, QueueText
from kebabalab.models.errors import CallTooLarge, TooManyCalls
from kebabalab.models.order import Pickup
from tests.contracts.placing import CALLER, NOW, OTHER, after, amended, an_answer, in_cart, place
from tests.contracts.stores import LIFETIME, NewStore, Store

JUST_IN_TIME, TOO_LATE = NOW + LIFETIME, NOW + LIFETIME + dt.timedelta(milliseconds=1)


def keep(store: Store, *items: str, key: str = "call:a", now: dt.datetime = NOW) -> CallState:
    """Put items in a call's cart, beside those that are there."""
    with store.calls.open(key, CALLER, now) as opened:
        state = in_cart(opened.state, *items)
        opened.save(state, (), ())
    return state


def items_of(
    store: Store, key: str = "call:a", now: dt.datetime = NOW, sent_at: dt.datetime | None = None
) -> list[str]:
    with store.calls.open(key, CALLER, now, sent_at) as opened:
        return [line.item for line in opened.state.cart.lines]


def save_and_fail(store: Store, text: QueueText) -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(in_cart(opened.state, "soup"), [an_answer("t1")], (text,))
        raise ZeroDivisionError


def ended(at: dt.datetime, key: str = "call:a") -> CallRecord:
    return CallRecord(key, at, "ended")


def test_a_new_call_has_nothing_but_its_key_and_caller(store: Store) -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.state == CallState("call:a", CALLER)


def test_a_withheld_number_is_no_number(store: Store) -> None:
    with store.calls.open("call:a", "", NOW) as opened:
        assert opened.state.caller == ""


def test_what_was_saved_comes_back_equal(store: Store) -> None:
    placed = place(store.calls)
    with store.calls.open("call:a", CALLER, NOW) as opened:
        saved = replace(
            in_cart(opened.state, "roll", "soup"),
            pickup=Pickup(after(minutes=40), asap=True),
            customer_name="Nguyễn",
            numbers=(CALLER, OTHER),
            texts_sent=2,
            texted=("menu_link +61491570006",),
        )
        opened.save(saved, (), ())
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.state == saved
        assert opened.state.placed == placed


def test_a_call_that_was_only_looked_at_is_new_again(store: Store) -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        in_cart(opened.state, "roll")
    assert items_of(store) == []


def test_an_exception_leaves_nothing_of_what_was_written(store: Store) -> None:
    keep(store, "roll")
    text = QueueText("receipt", CALLER, "Receipt")
    with pytest.raises(ZeroDivisionError):
        save_and_fail(store, text)
    assert items_of(store) == ["roll"]
    assert store.texts() == ()
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.answered(["t1"]) == {}


def test_calls_share_nothing(store: Store) -> None:
    keep(store, "roll", key="call:a")
    keep(store, "soup", key="call:b")
    keep(store, "pie", key="chat:a")
    assert [items_of(store, key) for key in ("call:a", "call:b", "chat:a", "call:c")] == [
        ["roll"],
        ["soup"],
        ["pie"],
        [],
    ]


def test_a_call_is_kept_for_its_lifetime_after_its_last_use(store: Store) -> None:
    keep(store, "roll")
    keep(store, "soup", now=after(minutes=20))
    assert items_of(store, now=after(minutes=50)) == ["roll", "soup"]


def test_at_the_end_of_its_lifetime_a_call_is_still_there(store: Store) -> None:
    keep(store, "roll")
    assert items_of(store, now=JUST_IN_TIME) == ["roll"]


def test_after_its_lifetime_a_call_begins_anew_with_its_answers_forgotten(store: Store) -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(in_cart(opened.state, "roll"), [an_answer("t1")], ())
    with store.calls.open("call:a", OTHER, TOO_LATE) as opened:
        assert opened.state == CallState("call:a", OTHER)
        assert opened.answered(["t1"]) == {}
        # The same id can be answered again.
        opened.save(opened.state, [an_answer("t1", "new")], ())


def test_fifty_long_lines_and_their_order_fit(store: Store) -> None:
    order = place(store.calls)
    lines = [replace(line, heard=()) for line in in_cart(CallState("x"), *["roll of many words " * 20] * 50).cart.lines]
    with store.calls.open("call:a", CALLER, NOW) as opened:
        sold = tuple(replace(order.lines[0], line=line, details=("a long detail",) * 12) for line in lines)
        full = replace(in_cart(opened.state, *["roll"] * 50), placed=replace(order, lines=sold))
        opened.save(full, (), ())
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.state == full


def test_a_call_that_is_too_large_is_refused_and_stays_as_it_was(store: Store) -> None:
    keep(store, "roll")
    # Text that can't be made smaller.
    noise = "".join(chr(33 + n * n * n % 90) + chr(200 + n * 7919 % 50_000) for n in range(MOST_BYTES))
    with pytest.raises(CallTooLarge), store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(replace(opened.state, customer_name=noise), (), ())
    assert items_of(store) == ["roll"]


def test_when_all_places_are_taken_only_new_calls_are_refused(new_store: NewStore) -> None:
    store = new_store(2)
    keep(store, "roll", key="call:a")
    keep(store, "soup", key="call:b")
    with pytest.raises(TooManyCalls), store.calls.open("call:c", CALLER, NOW):
        pass
    assert items_of(store, "call:a") == ["roll"]


def test_a_call_that_expired_takes_no_place_and_needs_one_to_begin_anew(new_store: NewStore) -> None:
    store = new_store(1)
    keep(store, "roll", key="call:a")
    keep(store, "soup", key="call:b", now=TOO_LATE)
    with pytest.raises(TooManyCalls), store.calls.open("call:a", CALLER, TOO_LATE):
        pass


def test_a_call_that_ended_takes_no_place(new_store: NewStore) -> None:
    store = new_store(1)
    keep(store, "roll", key="call:a")
    store.calls.record(ended(after(minutes=1)))
    assert items_of(store, "call:b", after(minutes=2)) == []


def test_the_answer_to_a_tool_call_is_kept_by_its_id(store: Store) -> None:
    first, second = an_answer("t1", '{"ok":true,"n":"ü"}'), Answer("t2", "no such tool " * 50, ok=False, body="{}")
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(opened.state, [first, second], ())
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.answered(["t1", "t2", "t3"]) == {"t1": first, "t2": second}
        assert opened.answered(["t2"]) == {"t2": second}
        assert opened.answered(["t3"]) == opened.answered([]) == {}


def test_an_answer_without_an_id_is_not_kept(store: Store) -> None:
    for _ in range(2):
        with store.calls.open("call:a", CALLER, NOW) as opened:
            opened.save(opened.state, [an_answer("")], ())
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.answered([""]) == {}


def test_the_same_tool_call_id_in_another_call_is_another_tool_call(store: Store) -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(opened.state, [an_answer("t1")], ())
    with store.calls.open("call:b", CALLER, NOW) as opened:
        assert opened.answered(["t1"]) == {}
        opened.save(opened.state, [an_answer("t1", "other")], ())
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.answered(["t1"]) == {"t1": an_answer("t1")}


def test_a_call_that_ended_begins_anew_and_its_answers_stay(store: Store) -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(in_cart(opened.state, "roll"), [an_answer("t1")], ())
    store.calls.record(ended(after(minutes=1)))
    with store.calls.open("call:a", CALLER, after(minutes=2)) as opened:
        assert opened.state.cart.lines == ()
        assert opened.answered(["t1"]) == {"t1": an_answer("t1")}


def test_a_message_sent_before_the_end_finds_its_call_however_late_it_comes(store: Store) -> None:
    keep(store, "roll")
    store.calls.record(ended(after(minutes=5)))
    assert items_of(store, now=after(minutes=6), sent_at=after(minutes=4)) == ["roll"]
    assert items_of(store, now=after(minutes=6), sent_at=after(minutes=5.5)) == []
    assert items_of(store, now=after(minutes=6)) == []


def test_a_late_message_does_not_bring_a_call_back_to_life(store: Store) -> None:
    keep(store, "roll")
    store.calls.record(ended(after(minutes=5)))
    with store.calls.open("call:a", CALLER, after(minutes=6), after(minutes=4)) as opened:
        opened.save(in_cart(opened.state, "soup"), (), ())
    assert items_of(store, now=after(minutes=7)) == []
    assert items_of(store, now=after(minutes=7), sent_at=after(minutes=4.5)) == ["roll", "soup"]


def test_a_call_that_begins_anew_after_its_end_goes_on_as_any_other(store: Store) -> None:
    keep(store, "roll")
    store.calls.record(ended(after(minutes=1)))
    keep(store, "soup", now=after(minutes=2))
    assert items_of(store, now=after(minutes=3)) == ["soup"]


def test_the_end_of_a_call_that_nobody_knows_is_kept_and_ends_no_other(store: Store) -> None:
    keep(store, "roll")
    store.calls.record(ended(NOW, "call:unknown"))
    assert store.record("call:unknown") == ended(NOW, "call:unknown")
    assert items_of(store) == ["roll"]


def test_reports_of_a_call_add_up_and_say_nothing_away(store: Store) -> None:
    store.calls.record(CallRecord("call:a", NOW, "in-progress", caller=CALLER, started_at="2026-11-23T07:00:00+00:00"))
    store.calls.record(
        CallRecord(
            "call:a", after(minutes=3), "ended", ended_reason="customer-ended-call", transcript="AI: Hello\nUser: Hi",
            summary="Said hello.", messages="[]", cost=0.12, duration_seconds=180.5,
        )
    )  # fmt: skip
    store.calls.record(CallRecord("call:a", after(minutes=2), "in-progress"))
    assert store.record("call:a") == CallRecord(
        "call:a", after(minutes=3), "ended", "customer-ended-call", CALLER, "AI: Hello\nUser: Hi", "Said hello.", "[]",
        0.12, 180.5, "2026-11-23T07:00:00+00:00",
    )  # fmt: skip


def test_a_status_of_any_length_is_kept(store: Store) -> None:
    store.calls.record(CallRecord("call:a", NOW, "a status that nobody has thought of yet " * 20))
    found = store.record("call:a")
    assert found is not None
    assert found.status.startswith("a status that nobody")


def test_a_report_changes_no_cart(store: Store) -> None:
    keep(store, "roll")
    store.calls.record(CallRecord("call:a", NOW, "in-progress"))
    assert items_of(store) == ["roll"]


def test_a_text_waits_once_the_call_is_saved(store: Store) -> None:
    order = place(store.calls)
    ticket = QueueText("ticket", "", "For the kitchen", order.number.id)
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(opened.state, (), (amended(order, "none"), ticket))
    confirmation = QueueText("confirmation", CALLER, f"Order {order.number.display}", order.number.id)
    assert store.texts() == (confirmation, ticket)
