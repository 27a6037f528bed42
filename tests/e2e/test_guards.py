"""Over real HTTP: who is blocked, never came, has sent STOP or orders nonsense is led to a person or told plainly."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.texts_book import TextsBook
from kebabalab.gateways.clock import SystemClock
from tests.e2e.conftest import MONDAY_EVENING
from tests.e2e.wire import Call, post
from tests.vaults import with_own_keys

SHOP = Path(__file__).resolve().parents[2] / "shops" / "kebabalab"
LIMITS = {
    "  pieces: 100 ": "  pieces: 12 ",
    "  no_shows: 3 ": "  no_shows: 2 ",
    "  texts_per_number: 100 ": "  texts_per_number: 3 ",
}
CALLER, OTHER, THIRD = "+61491570006", "+61491570156", "+61491570157"
ON_THE_WAY = "The link to our menu is on its way by text."


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The first shop, with narrower limits."""
    folder = shutil.copytree(SHOP, tmp_path / "shop")
    text = (folder / "shop.yaml").read_text(encoding="utf-8")
    for usual, narrow in LIMITS.items():
        assert usual in text
        text = text.replace(usual, narrow)
    (folder / "shop.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the server keeps its database."""
    made = tmp_path / "server"
    made.mkdir()
    return made


@pytest.fixture
def server(folder: Path, shop: Path) -> Iterator[TemporaryServer]:
    with serving(folder, {}, ["--at", MONDAY_EVENING], shop) as running:
        yield running


def order(server: TemporaryServer, caller: str, words: str = "a coke", **said: object) -> dict[str, Any]:
    """What createOrder answers in a call of its own."""
    call = Call(server.url, caller)
    asked = (("quickAddItem", {"description": words}), ("setPickupTime", {"requestedTime": "in an hour"}))
    assert all(result["ok"] for result in call.send(*asked).results)
    return call.tool("createOrder", customerName="Ana", **said)


def put_to_a_person(reply: dict[str, Any]) -> bool:
    return not reply["ok"] and reply["message"].endswith("I'll put you through.") and "transferCall" in reply["error"]


def test_a_number_is_blocked_and_unblocked_by_command_while_the_server_runs(server: TemporaryServer) -> None:
    server.command("callers", "block", "0491 570 006", "--why", "rang all night")
    call = Call(server.url, CALLER)
    assert "transferCall" in call.tool("getCallerSmartContext")["needsPerson"]
    assert call.tool("checkOpen")["isOpen"]
    assert put_to_a_person(order(server, CALLER))
    assert put_to_a_person(call.tool("sendMenuLink"))
    assert order(server, OTHER)["ok"]
    assert server.command("orders", "--json").count('"displayOrderNumber"') == 1
    server.command("callers", "unblock", CALLER)
    assert order(server, CALLER)["displayOrderNumber"] == "#002"


def test_whoever_is_put_to_a_person_is_put_through_to_the_shop(server: TemporaryServer) -> None:
    server.command("callers", "block", CALLER)
    call = Call(server.url, CALLER)
    assert put_to_a_person(order(server, CALLER))
    answer = post(server.url, call.message("transfer-destination-request")).json
    assert answer["destination"]["number"] == "+61370101234"


def test_who_did_not_come_twice_is_put_to_a_person_until_they_have_come(server: TemporaryServer) -> None:
    placed = [order(server, CALLER)["orderNumber"] for _ in range(2)]
    for number in placed:
        server.command("orders", "status", number, "no_show", "--by", "Ana")
    assert put_to_a_person(order(server, CALLER))
    server.command("orders", "status", placed[1], "collected")
    assert order(server, CALLER)["ok"]


def test_an_order_of_too_many_things_is_put_to_a_person_and_can_be_made_smaller(server: TemporaryServer) -> None:
    call = Call(server.url, OTHER)
    call.send(
        ("quickAddItem", {"description": "12 cokes and a water"}), ("setPickupTime", {"requestedTime": "at 8 pm"})
    )
    assert put_to_a_person(call.tool("createOrder", customerName="Ana"))
    assert call.tool("removeCartItem", itemIndex=1)["ok"]
    assert call.tool("createOrder", customerName="Ana")["ok"]


def test_a_number_gets_so_many_texts_a_day_also_from_a_server_that_was_restarted(
    server: TemporaryServer, folder: Path, shop: Path
) -> None:
    assert [Call(server.url, CALLER).tool("sendMenuLink")["ok"] for _ in range(2)] == [True, True]
    server.process.terminate()
    server.process.wait(20)
    with serving(folder, {}, ["--at", MONDAY_EVENING], shop) as again:
        assert Call(again.url, CALLER).tool("sendMenuLink")["message"] == ON_THE_WAY
        refused = Call(again.url, CALLER).tool("sendMenuLink")
        assert (refused["ok"], refused["message"]) == (False, "Sorry, I can't send any more texts today.")
        stands = order(again, CALLER)
        assert stands["ok"]
        assert stands["message"].endswith("Sorry, I can't send any more texts today.")
        assert Call(again.url, THIRD).tool("sendMenuLink")["message"] == ON_THE_WAY


def test_who_has_sent_stop_is_told_and_gets_nothing(server: TemporaryServer, folder: Path) -> None:
    database = with_own_keys(f"sqlite:///{folder / 'calls.db'}")
    OptOuts(database).add(CALLER, SystemClock().now())
    refused = Call(server.url, CALLER).tool("sendMenuLink")
    assert "has asked us for no more texts" in refused["message"]
    stands = order(server, CALLER)
    assert stands["ok"]
    assert stands["message"].endswith("Sorry, I can't send a text, because this number has asked us for no more texts.")
    kinds = [text.kind for text in TextsBook(database).latest(10)]
    database.close()
    assert kinds == ["ticket"]
