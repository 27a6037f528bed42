"""The server goes away while it commits: nobody hears that nothing was changed before that is known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import redis
from sqlalchemy import Connection, event, text

from benchmarks.outage import standing_still
from kebabalab.db.connection import Database
from kebabalab.db.encoding import milliseconds
from kebabalab.db.migrate import upgrade
from kebabalab.db.redis_sessions import RedisSessions, Turn, Update
from kebabalab.db.sessions import Visit
from kebabalab.db.settling import settle
from kebabalab.models.call import CallState, PlaceOrder
from kebabalab.models.errors import OutcomeUnknown, StoreUnavailable
from tests.contracts.placing import CALLER, DAY, NOW, an_answer, an_order, in_cart
from tests.contracts.postgres import execute, new_database, own_server, postgres_server
from tests.contracts.redis_server import shared_redis
from tests.contracts.stores import LIFETIME, RedisStore, SqlStore


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with postgres_server() as server, new_database(server) as made:
        database = Database(made)
        upgrade(database)
        database.close()
        yield made


@pytest.fixture(scope="module")
def redis_url() -> Iterator[str]:
    with shared_redis() as found:
        redis.Redis.from_url(found).flushdb()
        yield found


@pytest.fixture
def live(redis_url: str) -> Iterator[RedisSessions]:
    sessions = RedisSessions(redis_url, round(LIFETIME.total_seconds() * 1000))
    yield sessions
    sessions.close()


@pytest.fixture(params=("postgresql", "postgresql and redis"))
def store(request: pytest.FixtureRequest, url: str) -> Iterator[SqlStore]:
    database = Database(url)
    with_redis = request.param.endswith("redis")
    yield RedisStore(database, live=request.getfixturevalue("live")) if with_redis else SqlStore(database)
    database.close()


@pytest.fixture
def key(request: pytest.FixtureRequest) -> str:
    """A call of the test's own."""
    return f"call:{request.node.name}"


def go_away(store: SqlStore, url: str, *, kept: bool) -> None:
    """Have the server end the connection at the next commit: just after it has kept all, or just before."""
    left = [1]

    def cut(connection: Connection) -> None:
        if not left:
            return
        left.clear()
        held = connection.connection.dbapi_connection
        assert held is not None
        pid = held.info.backend_pid
        if kept:
            held.commit()
            # There must be something left whose commit can fail.
            held.execute("SELECT 1")
        execute(url, f"SELECT pg_terminate_backend({pid}, 5000)")

    event.listen(store.database.engine, "commit", cut)


def order(store: SqlStore, key: str, *ids: str) -> None:
    """Place an order and put one more thing in the cart, in one message with tool calls of these ids."""
    with ordering(store, key, *ids):
        return


@contextmanager
def ordering(store: SqlStore, key: str, *ids: str) -> Iterator[None]:
    """The same, to be committed when this ends."""
    with store.calls.open(key, CALLER, NOW) as opened:
        placed = replace(an_order(opened.next_number(DAY)), call_key=key)
        state = replace(in_cart(opened.state, "roll"), placed=placed)
        opened.save(state, [an_answer(one) for one in ids], (PlaceOrder(placed),))
        yield


def kept_of(store: SqlStore, key: str) -> tuple[int, int, int]:
    """How many orders of the call, things in its cart, and answers there are."""
    with store.calls.open(key, CALLER, NOW) as opened:
        lines, answers = len(opened.state.cart.lines), len(opened.answered(["t1", "t2"]))
    return sum(one.call_key == key for one in store.orders()), lines, answers


def test_what_was_kept_is_answered_as_kept(store: SqlStore, url: str, key: str) -> None:
    with ordering(store, key, "t1", "t2"):
        go_away(store, url, kept=True)
    assert kept_of(store, key) == (1, 1, 2)


def test_what_was_not_kept_is_known_not_to_be(store: SqlStore, url: str, key: str) -> None:
    with pytest.raises(StoreUnavailable) as raised, ordering(store, key, "t1"):
        go_away(store, url, kept=False)
    assert not isinstance(raised.value, OutcomeUnknown)
    assert kept_of(store, key) == (0, 0, 0)
    order(store, key, "t2")
    assert kept_of(store, key) == (1, 1, 1)


def test_what_has_no_id_to_look_for_stays_unknown(store: SqlStore, url: str, key: str) -> None:
    with pytest.raises(OutcomeUnknown), ordering(store, key, ""):
        go_away(store, url, kept=True)
    assert kept_of(store, key)[0] == 1


def test_a_message_that_only_read_is_answered(store: SqlStore, url: str, key: str) -> None:
    with store.calls.open(key, CALLER, NOW) as opened:
        go_away(store, url, kept=False)
        found = opened.history(CALLER, 1)
    assert len(found) <= 1


def test_a_call_that_could_not_be_looked_up_was_not_changed(url: str, live: RedisSessions, key: str) -> None:
    store = RedisStore(Database(url), live=live)
    go_away(store, url, kept=False)
    with pytest.raises(StoreUnavailable) as raised:
        order(store, key, "t1")
    assert not isinstance(raised.value, OutcomeUnknown)
    order(store, key, "t1")
    assert kept_of(store, key) == (1, 1, 1)
    store.database.close()


def test_a_server_that_stays_away_leaves_it_unknown(url: str, key: str) -> None:
    gone = Database("postgresql+psycopg://nobody@/none?host=/nowhere", 0.2)
    with pytest.raises(OutcomeUnknown):
        settle(gone, Visit(key, CALLER, NOW), ["t1"], patience=0.5)


class LosesAnswers(RedisSessions):
    """Redis, which does what it is told and does not live to say so, the first so many times."""

    losses = 0

    def _write(self, turn: Turn, update: Update) -> bool:
        is_set = super()._write(turn, update)
        if self.losses:
            self.losses -= 1
            raise StoreUnavailable("lost")
        return is_set


@pytest.fixture
def losing(redis_url: str) -> Iterator[LosesAnswers]:
    sessions = LosesAnswers(redis_url, round(LIFETIME.total_seconds() * 1000))
    yield sessions
    sessions.close()


def an_update(key: str, before: int, item: str, tool_call_id: str) -> Update:
    state = in_cart(CallState(key, CALLER), item)
    return Update(before, before + 1, state, [an_answer(tool_call_id)], milliseconds(NOW), None, False)


def test_a_cart_that_redis_kept_without_saying_so_is_kept(losing: LosesAnswers, key: str) -> None:
    losing.losses = 2
    with losing.turn(key) as turn:
        losing.save_for_sure(turn, an_update(key, 0, "roll", "t1"))
    kept = losing.read(key)
    assert kept.version == 1
    assert list(losing.answered(key, ["t1"])) == ["t1"]


def test_a_cart_that_redis_may_have_kept_is_not_called_unchanged(losing: LosesAnswers, key: str) -> None:
    losing.losses = 1
    with losing.turn(key) as turn, pytest.raises(OutcomeUnknown):
        losing.save_for_sure(turn, an_update(key, 0, "roll", "t1"), patience=0.0)


def test_a_cart_that_was_kept_before_another_node_changed_it_is_kept(losing: LosesAnswers, key: str) -> None:
    first, second = an_update(key, 0, "roll", "t1"), an_update(key, 1, "soup", "t2")
    with losing.turn(key) as turn:
        losing.losses = 1
        with pytest.raises(OutcomeUnknown):
            losing.save_for_sure(turn, first, patience=0.0)
        losing.save(Turn(key, "another"), second)
        losing.losses = 1
        losing.save_for_sure(turn, first)
    assert losing.read(key).version == 2


def test_a_server_that_hangs_is_unavailable_and_then_works_again(key: str) -> None:
    with own_server() as server:
        database = Database(server.url, 0.2)
        upgrade(database)
        store = SqlStore(database)
        order(store, key, "t1")
        with standing_still(server.pid), pytest.raises(StoreUnavailable):
            order(store, key, "t2")
        assert kept_of(store, key) == (1, 1, 1)
        database.close()


def test_what_may_take_long_is_not_cut_off(url: str) -> None:
    database = Database(url, 0.1)
    with database.transaction(patience=5.0) as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_sleep(1.5)"))
    with database.snapshot() as connection:
        connection.execute(text("SELECT pg_sleep(1.5)"))
    with pytest.raises(StoreUnavailable), database.transaction() as connection:
        connection.execute(text("SELECT pg_sleep(1.5)"))
    database.close()
