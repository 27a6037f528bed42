"""Two servers side by side on PostgreSQL and Redis: whichever gets a message, the call goes on."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import orjson
import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from tests.contracts.postgres import new_database, postgres_server
from tests.contracts.redis_server import shared_redis
from tests.e2e.conftest import MONDAY_EVENING
from tests.e2e.wire import Call
from tests.vaults import KEY

CALLERS = 20


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TemporaryServer, TemporaryServer]]:
    folders = [tmp_path_factory.mktemp("node") for _ in range(2)]
    with postgres_server() as server, new_database(server) as database, shared_redis() as redis_url:
        url = database.replace("postgresql+psycopg", "postgresql")
        settings = {"DATABASE_URL": url, "REDIS_URL": redis_url, "DATA_KEYS": KEY}
        at = ["--at", MONDAY_EVENING]
        with serving(folders[0], settings, at) as first, serving(folders[1], settings, at) as second:
            yield first, second


def turn_about(nodes: tuple[TemporaryServer, TemporaryServer], call_id: str, caller: str) -> list[dict[str, Any]]:
    """An order, each message of which goes to the other node."""
    asked: list[tuple[str, object]] = [
        ("quickAddItem", {"description": "a large lamb kebab with garlic"}),
        ("quickAddItem", {"description": "two cokes"}),
        ("editCartItem", {"itemIndex": 1, "modifications": {"quantity": 3}}),
        ("setPickupTime", {"requestedTime": "in half an hour"}),
        ("createOrder", {"customerName": "Ana"}),
    ]
    calls = [Call(node.url, caller, call_id) for node in nodes]
    return [calls[n % 2].send(one).results[0] for n, one in enumerate(asked)]


def orders(node: TemporaryServer) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = orjson.loads(node.command("orders", "--json"))
    return found


def test_the_messages_of_a_call_can_go_to_either(nodes: tuple[TemporaryServer, TemporaryServer]) -> None:
    results = turn_about(nodes, "turn-about", "+61491570006")
    assert [result["ok"] for result in results] == [True] * 5
    assert results[-1]["total"] == 25.5
    assert len([one for one in orders(nodes[0]) if one["orderNumber"] == results[-1]["orderNumber"]]) == 1


def test_a_message_that_is_repeated_to_the_other_is_carried_out_once(
    nodes: tuple[TemporaryServer, TemporaryServer],
) -> None:
    first, second = (Call(node.url, "+61491570156", "repeated") for node in nodes)
    said = ("quickAddItem", {"description": "a large lamb kebab"})
    once = first.send(said, ids=("same",)).results
    assert second.send(said, ids=("same",)).results == once
    assert second.send(("getCartState", {})).results[0]["cartSize"] == 1


def test_callers_at_once_on_both_are_numbered_without_a_hole(nodes: tuple[TemporaryServer, TemporaryServer]) -> None:
    before = len(orders(nodes[0]))
    with ThreadPoolExecutor(CALLERS) as threads:
        done = list(
            threads.map(lambda n: turn_about(nodes[:: 1 if n % 2 else -1], f"many-{n}", "+61491570157"), range(CALLERS))
        )
    assert all(result["ok"] for results in done for result in results)
    numbers = sorted(int(results[-1]["displayOrderNumber"].lstrip("#")) for results in done)
    assert numbers == list(range(before + 1, before + CALLERS + 1))
