"""The server starts whole or says why not, and stops without cutting anyone off."""

from __future__ import annotations

import contextlib
import http.client
import json
import signal
import sqlite3
import threading
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kebabalab.cli.temporary_server import ServerDidNotStart, TemporaryServer, serving, stop
from tests.e2e.wire import Call, Reply, post, send

SHOP = Path(__file__).resolve().parents[2] / "shops" / "kebabalab"
FICTION = (570006, 570156, 570157, 570158, 570159, 570110, 570313, 570737, 571266, 571491)
EVENING = ("--at", "2026-11-23 18:00")


def order(call: Call) -> str:
    """A whole order; its number."""
    call.tool("quickAddItem", description="one ayran")
    call.tool("setPickupTime", requestedTime="in half an hour")
    placed = call.tool("createOrder", customerName="Sam")
    assert placed["ok"], placed
    return str(placed["orderNumber"])


def test_it_says_that_it_is_alive_and_that_it_is_ready(server: TemporaryServer) -> None:
    assert send(server.url, path="/health").json == {"status": "ok"}
    ready = send(server.url, path="/ready")
    assert (ready.status, ready.json) == (200, {"ready": True, "reasons": []})


def test_it_is_alive_but_not_ready_while_the_store_is_of_another_version(own_folder: Path) -> None:
    with serving(own_folder, {}) as server:
        with contextlib.closing(sqlite3.connect(own_folder / "calls.db")) as store, store:
            store.execute("UPDATE alembic_version SET version_num = 'another'")
        ready = send(server.url, path="/ready")
        assert send(server.url, path="/health").status == 200
    assert (ready.status, ready.json) == (503, {"ready": False, "reasons": ["store_not_up_to_date"]})


def test_what_is_in_flight_at_sigterm_is_finished(own_folder: Path) -> None:
    with serving(own_folder, {}, EVENING) as server:
        call = Call(server.url)
        # Whoever holds the store's write lock keeps the request in flight for as long as we like.
        writer = sqlite3.connect(own_folder / "calls.db", isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        replies: list[Reply] = []
        sender = threading.Thread(
            target=lambda: replies.append(call.send(("quickAddItem", {"description": "one ayran"})))
        )
        sender.start()
        wait_until_in_flight(server)
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        assert replies == []
        writer.execute("ROLLBACK")
        writer.close()
        sender.join()
        assert stop(server.process) == 0
    assert [result["ok"] for result in replies[0].results] == [True]


def wait_until_in_flight(server: TemporaryServer) -> None:
    """Requests sent after it are answered by other threads; by then it has been taken up."""
    for _ in range(5):
        assert send(server.url, path="/health").status == 200
        time.sleep(0.02)


def test_a_cart_outlives_a_restart(own_folder: Path) -> None:
    with serving(own_folder, {}, EVENING) as server:
        before = Call(server.url)
        before.tool("quickAddItem", description="three ayran")
    with serving(own_folder, {}, EVENING) as server:
        assert Call(server.url, id=before.id).tool("getCartState")["itemCount"] == 3


def test_a_cart_outlives_a_crash(own_folder: Path) -> None:
    with serving(own_folder, {}, EVENING) as server:
        before = Call(server.url)
        before.tool("quickAddItem", description="three ayran")
        server.process.kill()
        server.process.wait()
        wait_until_silent(server)
    with serving(own_folder, {}, EVENING) as server:
        assert Call(server.url, id=before.id).tool("getCartState")["itemCount"] == 3


def wait_until_silent(server: TemporaryServer) -> None:
    """The processes of a server whose supervisor was killed end by themselves."""
    with contextlib.suppress(OSError):
        for _ in range(200):
            send(server.url, path="/health")
            time.sleep(0.1)
        pytest.fail("the server's processes outlived their supervisor")


def test_callers_at_once_on_several_processes_get_a_number_each_without_holes(own_folder: Path) -> None:
    with serving(own_folder, {}, [*EVENING, "--workers", "2"]) as server:
        calls = [Call(server.url, caller=f"+61491{n}") for n in FICTION]
        with ThreadPoolExecutor(8) as callers:
            numbers = sorted(callers.map(order, calls))
        listed = json.loads(server.command("orders", "--json"))
    assert numbers == [f"20261123-{n:03}" for n in range(1, 11)]
    assert sorted(held["orderNumber"] for held in listed) == numbers


def test_one_connection_serves_many_requests(server: TemporaryServer) -> None:
    where = urllib.parse.urlsplit(server.url)
    connection = http.client.HTTPConnection(where.hostname or "", where.port)
    body = json.dumps(Call(server.url).message("hang"))
    for _ in range(3):
        connection.request("POST", "/webhook", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (200, b"{}")
    connection.close()


def test_the_end_of_a_call_closes_its_cart(server: TemporaryServer) -> None:
    call = Call(server.url)
    call.tool("quickAddItem", description="one ayran")
    ended = call.message("end-of-call-report", endedReason="customer-ended-call", timestamp=int(time.time() * 1000))
    assert post(server.url, ended).json == {}
    assert call.tool("getCartState")["isEmpty"] is True


def test_a_message_delivered_twice_is_answered_twice_and_carried_out_once(server: TemporaryServer) -> None:
    call = Call(server.url)
    asked = ("quickAddItem", {"description": "one ayran"})
    first, second = call.send(asked, ids=("t1",)), call.send(asked, ids=("t1",))
    assert first.json == second.json
    assert call.tool("getCartState")["itemCount"] == 1


def test_what_is_counted_names_tools_and_types_and_nobody(server: TemporaryServer) -> None:
    Call(server.url).tool("checkOpen")
    Call(server.url).send(("a_tool_of_an_attacker", {}))
    page = send(server.url, path="/metrics").body.decode()
    assert 'kebabalab_tool_calls_total{ok="yes",tool="checkOpen"}' in page
    assert 'kebabalab_tool_calls_total{ok="no",tool="unknown"}' in page
    assert 'kebabalab_webhooks_total{type="tool-calls"}' in page
    assert "attacker" not in page


def test_texts_are_counted_for_whoever_looks_after_them(server: TemporaryServer) -> None:
    page = send(server.url, path="/metrics").body.decode()
    assert 'kebabalab_texts{state="given_up"} 0.0' in page


def test_what_is_counted_is_not_for_those_behind_a_proxy(server: TemporaryServer) -> None:
    assert send(server.url, path="/metrics", headers={"X-Forwarded-For": "192.0.2.1"}).status == 404


def test_origins_that_are_configured_may_call(own_folder: Path) -> None:
    asking = {"Access-Control-Request-Method": "POST"}
    with serving(own_folder, {"ALLOWED_ORIGINS": "https://shop.example"}) as server:
        ours = send(server.url, "OPTIONS", headers={"Origin": "https://shop.example", **asking})
        others = send(server.url, "OPTIONS", headers={"Origin": "https://evil.example", **asking})
        health = send(server.url, path="/health", headers={"Origin": "https://shop.example"})
    assert ours.headers["access-control-allow-origin"] == "https://shop.example"
    assert "access-control-allow-origin" not in others.headers | health.headers


def test_the_machines_own_name_can_be_listened_on(own_folder: Path) -> None:
    with serving(own_folder, {"HOST": "localhost"}) as server:
        assert send(server.url, path="/ready").status == 200


@pytest.mark.parametrize(
    ("settings", "arguments", "said"),
    (
        ({"LOG_LEVEL": "loud"}, (), "LOG_LEVEL: must be"),
        ({"VAPI_WEBHOK_SECRET": "x"}, (), "did you mean VAPI_WEBHOOK_SECRET?"),
        ({"SHOP_DIR": "/nowhere"}, (), "/nowhere"),
        ({"DATABASE_URL": "postgresql://u:secret@127.0.0.1:1/n", "ENCRYPTION": "off"}, (), "database can't be used"),
        ({"DATABASE_URL": "postgresql://u:secret@127.0.0.1:1/n"}, (), "set DATA_KEYS to what"),
        ({"DATABASE_URL": "sqlite:////dev/null/calls.db"}, (), "database can't be used"),
        ({}, ("--at", "yesterday"), "--at: 'yesterday' is no time"),
        ({}, ("--port", "many"), "--port"),
    ),
)
def test_a_server_that_cannot_start_says_why_in_a_line(
    own_folder: Path, settings: dict[str, str], arguments: tuple[str, ...], said: str
) -> None:
    with pytest.raises(ServerDidNotStart) as stopped, serving(own_folder, settings, arguments):
        pass
    assert said in str(stopped.value)
    assert "Traceback" not in str(stopped.value)
    assert "secret" not in str(stopped.value)


def test_a_port_that_is_taken_is_named(server: TemporaryServer, own_folder: Path) -> None:
    port = server.url.rsplit(":", 1)[1]
    with pytest.raises(ServerDidNotStart) as stopped, serving(own_folder, {}, ("--port", port)):
        pass
    assert str(stopped.value) == f"PORT: can't listen on 127.0.0.1:{port}: Address already in use\n"


def test_a_shop_with_mistakes_is_not_served_and_each_is_named(own_folder: Path) -> None:
    shop = own_folder / "shop"
    shop.mkdir()
    (shop / "menu.yaml").write_text("items: {}\n")
    (shop / "shop.yaml").write_text((SHOP / "shop.yaml").read_text(encoding="utf-8") + "\ncolour: red\n", "utf-8")
    with pytest.raises(ServerDidNotStart) as stopped, serving(own_folder, {}, shop=shop):
        pass
    assert "menu.yaml" in str(stopped.value)
    assert "colour" in str(stopped.value)
    assert "Traceback" not in str(stopped.value)
