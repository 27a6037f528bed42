"""Backups that a server makes by itself, and the predecessor's orders brought over: as an owner does it."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from tests.e2e.conftest import MONDAY_EVENING
from tests.e2e.wire import Call

CALLER = "+61491570006"
KEBAB = {
    "category": "kebabs", "name": "Large Lamb Kebab", "size": "large", "protein": "lamb", "salads": ["lettuce"],
    "sauces": ["extra garlic"], "extras": ["cheese"], "quantity": 2, "price": 16.5, "lineTotal": 33.0,
}  # fmt: skip
MEAL = {
    "category": "hsp", "name": "Small Chicken HSP Combo", "size": "small", "protein": "chicken", "quantity": 1,
    "is_combo": True, "drink_brand": "sprite", "price": 17.0,
}  # fmt: skip
GONE = {"category": "wraps", "name": "Dragon wrap", "quantity": 1, "price": 9.0}


def prototype(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    """A file as the predecessor left it."""
    usual = {
        "customer_name": "José", "customer_phone": "0491 570 006", "cart_json": json.dumps([KEBAB]), "subtotal": 30.0,
        "gst": 3.0, "total": 33.0, "ready_at": "2025-10-12T18:30:00", "notes": None, "status": "completed",
        "created_at": "2025-10-12 18:05:11",
    }  # fmt: skip
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TABLE orders (order_number TEXT UNIQUE, customer_name TEXT, customer_phone TEXT, cart_json TEXT,"
            " subtotal REAL, gst REAL, total REAL, ready_at TEXT, notes TEXT, status TEXT, created_at TEXT)"
        )
        for row in rows:
            whole = {**usual, **row}
            marks = ", ".join("?" * len(whole))
            connection.execute(f"INSERT INTO orders ({', '.join(whole)}) VALUES ({marks})", tuple(whole.values()))
        connection.commit()
    return path


@pytest.fixture
def server(own_folder: Path) -> Any:
    settings = {"BACKUP_DIR": str(own_folder / "backups")}
    with serving(own_folder, settings, ["--at", MONDAY_EVENING]) as running:
        yield running


def import_report(server: TemporaryServer, file: Path, *options: str) -> dict[str, Any]:
    report: dict[str, Any] = orjson.loads(server.command("db", "import-prototype", str(file), "--json", *options))
    return report


def test_an_old_customer_is_known_and_has_their_usual(server: TemporaryServer, own_folder: Path) -> None:
    file = prototype(own_folder / "old.db", [{"order_number": "KB-20251012-007"}])
    assert import_report(server, file) == {"imported": 1, "known": 0, "unreadable": {}, "remarks": {}}
    call = Call(server.url, CALLER)
    context = call.send(("getCallerSmartContext", {})).results[0]
    assert context["isReturningCustomer"] is True
    again = call.send(("repeatLastOrder", {})).results[0]
    assert again["unavailable"] == []
    (line,) = again["cart"]
    assert (line["name"], line["quantity"], line["salads"], line["sauces"], line["extras"]) == (
        "Large Lamb Kebab", 2, ["lettuce"], ["extra garlic"], ["cheese"],
    )  # fmt: skip
    (order,) = orjson.loads(server.command("orders", "--json"))
    assert (order["orderNumber"], order["total"], order["status"]) == ("20251012-007", 33.0, "collected")


def test_a_second_import_changes_nothing_and_a_dry_run_writes_nothing(
    server: TemporaryServer, own_folder: Path
) -> None:
    file = prototype(own_folder / "old.db", [{"order_number": f"#{n:03d}"} for n in range(1, 4)])
    assert import_report(server, file, "--dry-run")["imported"] == 3
    assert orjson.loads(server.command("orders", "--json")) == []
    assert import_report(server, file)["imported"] == 3
    before = server.command("orders", "--json")
    assert import_report(server, file)["known"] == 3
    assert server.command("orders", "--json") == before


def test_what_can_not_be_kept_is_named_and_the_rest_goes_on(server: TemporaryServer, own_folder: Path) -> None:
    rows = [
        {"order_number": "A1", "cart_json": "[{"},
        {"order_number": "A2", "cart_json": json.dumps([MEAL, GONE, "x"])},
        {"order_number": "A3", "customer_phone": None, "customer_name": "?", "status": "weird"},
        {"order_number": "A4", "created_at": "last week"},
        {"order_number": "B2", "total": 18.345, "status": "cancelled"},
    ]
    report = import_report(server, prototype(own_folder / "old.db", rows))
    assert report["imported"] == 3
    assert set(report["unreadable"]) == {"A1", "A4"}
    assert any("Dragon wrap" in remark for remark in report["remarks"]["A2"])
    assert {"no name", "no valid phone number"} <= set(report["remarks"]["A3"])
    orders = {order["orderNumber"]: order for order in orjson.loads(server.command("orders", "--json"))}
    assert orders["20251012-002"]["total"] == 33.0
    # The other order that was called 2 on that day got the day's next number.
    assert report["remarks"]["B2"] == ["is now 20251012-004"]
    assert (orders["20251012-004"]["total"], orders["20251012-004"]["status"]) == (18.35, "cancelled")


def test_a_file_that_is_none_of_the_predecessors_is_refused_in_words(server: TemporaryServer, own_folder: Path) -> None:
    (own_folder / "none.db").write_text("no database")
    with pytest.raises(Exception, match="exit status 1"):
        server.command("db", "import-prototype", str(own_folder / "none.db"))


def test_a_server_backs_up_by_itself_and_another_one_goes_on_from_that(
    server: TemporaryServer, own_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ends = time.monotonic() + 20
    while not list((own_folder / "backups").glob("*.kbk")):
        assert time.monotonic() < ends, server.log
        time.sleep(0.1)
    call = Call(server.url, CALLER)
    call.send(("quickAddItem", {"description": "two cokes"}))
    call.send(("setPickupTime", {"requestedTime": "in half an hour"}))
    assert call.send(("createOrder", {"customerName": "Ana"})).results[0]["ok"]
    server.command("db", "backup", "--to", str(own_folder / "mine"))
    (made,) = (own_folder / "mine").glob("*.kbk")
    assert "all of it is there" in server.command("db", "verify", str(made))
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    server.command("db", "restore", str(made), "--to", f"sqlite:///{elsewhere / 'calls.db'}")
    with serving(elsewhere, {}, ["--at", MONDAY_EVENING]) as other:
        assert orjson.loads(other.command("orders", "--json")) == orjson.loads(server.command("orders", "--json"))
        # The call itself goes on, too.
        assert Call(other.url, CALLER, call.id).send(("getCartState", {})).results[0]["cartSize"] == 1
