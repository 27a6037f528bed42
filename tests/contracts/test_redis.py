"""What Redis and SQL promise together: a crash, a lost Redis or a slow node between them loses and doubles nothing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import redis

from kebabalab.db.breaker import Breaker
from kebabalab.db.connection import Database
from kebabalab.db.redis_calls import RedisCalls
from kebabalab.db.redis_sessions import RedisSessions, Turn, Update
from kebabalab.models.call import CallRecord, PlaceOrder
from kebabalab.models.errors import StoreUnavailable
from kebabalab.tools.ports import OpenedCall
from tests.contracts.placing import CALLER, DAY, NOW, an_answer, an_order, in_cart, place
from tests.contracts.redis_server import NoRedis, RedisServer, redis_server
from tests.contracts.stores import LIFETIME, RedisStore
from tests.vaults import VAULT

LIFETIME_MS = round(LIFETIME.total_seconds() * 1000)


class Dies(Exception):
    """The node died here."""


class DiesBeforeRedis(RedisSessions):
    """Live calls of a node that dies between SQL's commit and Redis."""

    def save(self, turn: Turn, update: Update) -> None:
        raise Dies


class DiesBeforeSql(RedisSessions):
    """Live calls of a node that dies just before SQL's commit."""

    def mark_pending(self, turn: Turn, before: int, version: int) -> None:
        super().mark_pending(turn, before, version)
        raise Dies


@pytest.fixture
def server() -> Iterator[RedisServer]:
    try:
        with redis_server() as running:
            yield running
    except NoRedis as missing:
        pytest.fail(str(missing))


@pytest.fixture
def store(database: Database, live: RedisSessions) -> RedisStore:
    return RedisStore(database, live=live)


def items(store: RedisStore) -> list[str]:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        return [line.item for line in opened.state.cart.lines]


def keep(store: RedisStore, item: str) -> None:
    with store.calls.open("call:a", CALLER, NOW) as opened:
        opened.save(in_cart(opened.state, item), [an_answer(f"t-{item}")], ())


def order_in(opened: OpenedCall, answer: str = "order") -> None:
    order = an_order(opened.next_number(DAY))
    opened.save(replace(in_cart(opened.state, "soup"), placed=order), [an_answer(answer)], (PlaceOrder(order),))


def order_and_die(store: RedisStore, live: RedisSessions) -> None:
    with pytest.raises(Dies), RedisCalls(live, store.database, LIFETIME, 1000).open("call:a", CALLER, NOW) as opened:
        order_in(opened)


def numbers(store: RedisStore) -> list[int]:
    return [order.number.number for order in store.orders()]


def test_an_order_whose_node_died_before_redis_knew_is_found_once(store: RedisStore, redis_url: str) -> None:
    keep(store, "roll")
    order_and_die(store, DiesBeforeRedis(redis_url, LIFETIME_MS, vault=VAULT))
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.state.placed is not None
        assert [line.item for line in opened.state.cart.lines] == ["roll", "soup"]
        assert set(opened.answered(["order", "t-roll"])) == {"order", "t-roll"}
        opened.save(in_cart(opened.state, "tea"), [an_answer("t-tea")], ())
    assert items(store) == ["roll", "soup", "tea"]
    assert numbers(store) == [1]


def test_an_order_whose_node_died_before_sql_knew_is_not_there(store: RedisStore, redis_url: str) -> None:
    keep(store, "roll")
    order_and_die(store, DiesBeforeSql(redis_url, LIFETIME_MS, vault=VAULT))
    assert items(store) == ["roll"]
    assert numbers(store) == []
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.answered(["order"]) == {}
        order_in(opened)
    assert numbers(store) == [1]


def test_a_first_message_whose_node_died_before_sql_knew_leaves_nothing(store: RedisStore, redis_url: str) -> None:
    order_and_die(store, DiesBeforeSql(redis_url, LIFETIME_MS, vault=VAULT))
    assert items(store) == []
    assert numbers(store) == []


def test_an_order_and_its_answers_outlive_a_redis_that_lost_everything(store: RedisStore, redis_url: str) -> None:
    keep(store, "roll")
    with store.calls.open("call:a", CALLER, NOW) as opened:
        order_in(opened)
    redis.Redis.from_url(redis_url).flushdb()
    with store.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.state.placed is not None
        assert set(opened.answered(["order"])) == {"order"}
        opened.save(in_cart(opened.state, "tea"), (), ())
    assert items(store) == ["roll", "soup", "tea"]


def slowly(store: RedisStore, redis_url: str, work: Callable[[OpenedCall], None]) -> None:
    """Do it so slowly that the turn is over and another node has had the call meanwhile."""
    with store.calls.open("call:a", CALLER, NOW) as slow:
        redis.Redis.from_url(redis_url).delete("kebabalab:lock:call:a")
        keep(store, "tea")
        work(slow)


def test_a_node_that_was_too_slow_changes_nothing(store: RedisStore, redis_url: str) -> None:
    keep(store, "roll")
    with pytest.raises(StoreUnavailable):
        slowly(store, redis_url, lambda slow: slow.save(in_cart(slow.state, "soup"), (), ()))
    assert items(store) == ["roll", "tea"]


def test_a_node_that_was_too_slow_to_order_has_not_ordered(store: RedisStore, redis_url: str) -> None:
    keep(store, "roll")
    with pytest.raises(StoreUnavailable):
        slowly(store, redis_url, order_in)
    assert items(store) == ["roll", "tea"]
    assert numbers(store) == []


def test_when_redis_is_gone_nothing_is_half_done_and_all_goes_on_when_it_is_back(
    database: Database, server: RedisServer
) -> None:
    store = RedisStore(database, live=RedisSessions(server.url, LIFETIME_MS, 1.0, VAULT))
    keep(store, "roll")
    server.stop()
    with pytest.raises(StoreUnavailable):
        keep(store, "soup")
    server.start()
    wait_until_it_answers(store)
    assert items(store) == ["roll"]
    keep(store, "tea")
    assert items(store) == ["roll", "tea"]


def test_an_order_stands_though_redis_went_while_it_was_placed(database: Database, server: RedisServer) -> None:
    store = RedisStore(database, live=RedisSessions(server.url, LIFETIME_MS, 1.0, VAULT))
    keep(store, "roll")

    class LosesRedis(RedisSessions):
        def save(self, turn: Turn, update: Update) -> None:
            server.stop(hard=True)
            super().save(turn, update)

    calls = RedisCalls(LosesRedis(server.url, LIFETIME_MS, 1.0, VAULT), database, LIFETIME, 1000)
    with calls.open("call:a", CALLER, NOW) as opened:
        order_in(opened)
    server.start()
    # Its turn was not given back: another node waits until it is over.
    patient = RedisStore(database, live=RedisSessions(server.url, LIFETIME_MS, 30, VAULT))
    with patient.calls.open("call:a", CALLER, NOW) as opened:
        assert opened.state.placed is not None
        assert set(opened.answered(["order"])) == {"order"}
    assert numbers(store) == [1]


def wait_until_it_answers(store: RedisStore) -> None:
    ends = time.monotonic() + 10
    while True:
        try:
            store.live.ping()
            return
        except StoreUnavailable:
            assert time.monotonic() < ends
            time.sleep(0.05)


def test_a_call_that_has_ended_is_over_in_redis_as_well(store: RedisStore) -> None:
    keep(store, "roll")
    store.calls.record(CallRecord("call:a", NOW, "ended"))
    with store.calls.open("call:a", CALLER, NOW.replace(hour=8)) as opened:
        assert opened.state.cart.lines == ()


def test_a_breaker_refuses_at_once_after_failures_in_a_row_and_lets_one_try() -> None:
    breaker = Breaker(failures=2, pause=0.05)
    asked = []

    def ask(fails: bool) -> None:
        with breaker.watching():
            asked.append(fails)
            if fails:
                raise StoreUnavailable("gone")

    for _ in range(5):
        with pytest.raises(StoreUnavailable):
            ask(True)
    assert len(asked) == 3  # two failures, and one try
    time.sleep(0.06)
    ask(False)
    ask(False)
    assert asked[-2:] == [False, False]


def test_a_breaker_forgets_failures_that_are_not_in_a_row() -> None:
    breaker = Breaker(failures=2, pause=60)
    for fails in (True, False, True, False, True):
        try:
            with breaker.watching():
                if fails:
                    raise StoreUnavailable("gone")
        except StoreUnavailable:
            continue
    with breaker.watching():
        pass


def test_messages_of_one_call_wait_for_each_other(store: RedisStore) -> None:
    inside: list[str] = []

    def message(item: str) -> None:
        with store.calls.open("call:a", CALLER, NOW) as opened:
            inside.append(f"in {item}")
            opened.save(in_cart(opened.state, item), (), ())
            inside.append(f"out {item}")

    threads = [threading.Thread(target=message, args=(str(n),)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(
        first.removeprefix("in") == last.removeprefix("out")
        for first, last in zip(inside[::2], inside[1::2], strict=True)
    )
    assert sorted(items(store)) == [str(n) for n in range(6)]


def test_orders_of_several_calls_count_up_without_a_hole(store: RedisStore) -> None:
    for n in range(5):
        place(store.calls, f"call:{n}")
    assert numbers(store) == [1, 2, 3, 4, 5]
