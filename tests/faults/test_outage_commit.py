"""The server goes away while it commits: nobody hears that nothing was changed before that is known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import redis
from sqlalchemy import Connection, event

from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.redis_sessions import RedisSessions
from kebabalab.db.sessions import Visit
from kebabalab.db.settling import settle
from kebabalab.models.call import PlaceOrder
from kebabalab.models.errors import OutcomeUnknown, StoreUnavailable
from tests.contracts.placing import CALLER, DAY, NOW, an_answer, an_order, in_cart
from tests.contracts.postgres import execute, new_database, postgres_server
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
def live() -> Iterator[RedisSessions]:
    with shared_redis() as found:
        redis.Redis.from_url(found).flushdb()
        sessions = RedisSessions(found, round(LIFETIME.total_seconds() * 1000))
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
