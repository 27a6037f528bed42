"""What compares a store with what callers were told finds each kind of fault: else its zeros would say nothing."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import text

from benchmarks.audit import (
    ANSWERS,
    CARTS,
    DOUBLED,
    HALF,
    LOST,
    NUMBERS,
    TEXTS,
    UNTOLD,
    Findings,
    Store,
    audit,
    audit_carts,
    read,
)
from benchmarks.callers import Callers, Told
from benchmarks.servers import SQLITE, server_on, store
from kebabalab.db.connection import Database
from tests.e2e.wire import Call
from tests.vaults import VAULT

COPIED = "INSERT INTO orders SELECT {} FROM orders WHERE id = '{}'"


@dataclass(frozen=True)
class Evening:
    """What callers were told by a server that nothing happened to, and its database."""

    told: list[Told]
    url: str
    file: Path

    @property
    def order(self) -> Told:
        """A call that placed an order which nothing comes after, and wants a text of it."""
        return next(one for one in self.told if is_plain(one))

    @property
    def last(self) -> Told:
        """The call with the highest number."""
        return max(self.told, key=lambda one: one.order)


def is_plain(told: Told) -> bool:
    """Whether a call ended with an order of several lines that was not changed, and a text of it."""
    return told.finished and told.wants_text and len(told.cart) > 1 and not told.amended


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    folder = tmp_path_factory.mktemp("evening")
    with store(SQLITE, folder) as stores, server_on(stores, folder, 1) as server:
        callers = Callers(server.url, seed=1, pause=0.0)
        with callers.calling(4):
            while sum(map(is_plain, list(callers.told))) < 10:
                time.sleep(0.01)
        yield Evening(callers.told, server.url, stores.file)


@pytest.fixture
def after(evening: Evening, tmp_path: Path) -> Callable[..., Findings]:
    """What is found once somebody has tampered with a copy of the database."""

    def tampered(*statements: str) -> Findings:
        copy = tmp_path / "calls.db"
        source = Database(f"sqlite:///{evening.file}", vault=VAULT)
        with source.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.connection.cursor().execute(f"VACUUM INTO '{copy}'")
        source.close()
        held = Database(f"sqlite:///{copy}", vault=VAULT)
        with held.transaction() as connection:
            for statement in statements:
                connection.execute(text(statement))
        found = audit(evening.told, read(held))
        held.close()
        return found

    return tampered


def test_nothing_is_found_where_nothing_happened(evening: Evening, after: Callable[..., Findings]) -> None:
    found = after()
    audit_carts(evening.told, evening.url, found)
    assert found.is_right, found.report()
    assert found.confirmed >= 10
    assert found.carts == len(evening.told)


def test_an_order_that_is_gone_is_lost(evening: Evening, after: Callable[..., Findings]) -> None:
    assert after(f"DELETE FROM orders WHERE id = '{evening.order.order}'").faults[LOST] == 1


def test_an_order_under_two_numbers_is_doubled(evening: Evening, after: Callable[..., Findings]) -> None:
    columns = "'second', shop_id, business_day, 999, call_key, status, revision, customer_name, phone_mark, notes, "
    columns += "item_count, subtotal_cents, surcharge_cents, tax_cents, total_cents, pickup_at, placed_at, "
    columns += "menu_version, fingerprint, document, cleared_at"
    found = after(COPIED.format(columns, evening.order.order))
    assert (found.faults[DOUBLED], found.faults[NUMBERS]) == (1, 2)


@pytest.mark.parametrize(
    "statement",
    (
        "UPDATE orders SET total_cents = total_cents + 1 WHERE id = '{}'",
        "UPDATE orders SET item_count = item_count + 1 WHERE id = '{}'",
        "UPDATE order_lines SET quantity = quantity + 1 WHERE order_id = '{}' AND position = 0",
        "DELETE FROM order_events WHERE order_id = '{}'",
    ),
)
def test_an_order_that_is_not_as_it_was_told_is_half_there(
    statement: str, evening: Evening, after: Callable[..., Findings]
) -> None:
    assert after(statement.format(evening.order.order)).faults == Counter({HALF: 1})


def test_an_order_without_its_last_line_is_half_there(evening: Evening, after: Callable[..., Findings]) -> None:
    missing = f"DELETE FROM order_lines WHERE order_id = '{evening.order.order}' AND position = 1"
    assert after(missing).faults[HALF] == 2, "the lines, and their sum"


def test_an_order_that_nobody_was_told_of_is_found(evening: Evening, after: Callable[..., Findings]) -> None:
    found = after(f"UPDATE orders SET call_key = 'call:nobody' WHERE id = '{evening.order.order}'")
    assert (found.faults[UNTOLD], found.faults[LOST]) == (1, 1)


def test_a_number_that_is_left_out_is_found(evening: Evening, after: Callable[..., Findings]) -> None:
    found = after(f"UPDATE orders SET number = 999 WHERE id = '{evening.last.order}'")
    assert found.faults == Counter({NUMBERS: 1})


def test_a_counter_that_is_ahead_is_found(after: Callable[..., Findings]) -> None:
    assert after("UPDATE day_counters SET last_number = last_number + 1").faults == Counter({NUMBERS: 1})


@pytest.mark.parametrize(
    "statement",
    (
        "DELETE FROM outbox WHERE order_id = '{}' AND kind = 'ticket'",
        "DELETE FROM outbox WHERE order_id = '{}' AND kind = 'confirmation'",
        "INSERT INTO outbox (kind, recipient, body, order_id, call_key, state, attempts, due_at, queued_at, problem) "
        "SELECT kind, recipient, body, order_id, call_key, state, attempts, due_at, queued_at, problem FROM outbox "
        "WHERE order_id = '{}' AND kind = 'confirmation'",
        "UPDATE outbox SET state = 'dead' WHERE order_id = '{}' AND kind = 'confirmation'",
        "UPDATE outbox SET state = 'replaced' WHERE order_id = '{}' AND kind = 'ticket'",
    ),
)
def test_a_text_too_few_or_too_many_is_found(statement: str, evening: Evening, after: Callable[..., Findings]) -> None:
    assert after(statement.format(evening.order.order)).faults == Counter({TEXTS: 1})


def test_a_number_told_to_two_callers_is_found(evening: Evening) -> None:
    database = Database(f"sqlite:///{evening.file}", vault=VAULT)
    found = audit([*evening.told, replace(evening.order, id="another")], read(database))
    database.close()
    assert (found.faults[NUMBERS], found.faults[LOST]) == (1, 1)


def test_a_cart_that_is_another_than_was_answered_is_found(evening: Evening) -> None:
    told = Told("changed", "+61491570006", pieces=1, finished=True)
    call = Call(evening.url, told.caller, told.id)
    told.heard(call.tool("quickAddItem", description="a water"))
    call.tool("quickAddItem", description="a water")
    found = Findings()
    audit_carts([told], evening.url, found)
    assert found.faults == Counter({CARTS: 1})


def test_a_thing_that_was_added_twice_is_noticed_when_it_is_answered() -> None:
    told = Told("a", "+61491570006", pieces=1)
    told.heard({"message": "Added.", "cart": [{}, {}], "itemCount": 2})
    assert audit([told], Store({}, {}, {}, {}, [])).faults == Counter({ANSWERS: 1})
