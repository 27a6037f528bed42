"""Backups that a server makes by itself, and the predecessor's orders brought over: as an owner does it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from tests.contracts.postgres import new_database, postgres_server
from tests.e2e.conftest import MONDAY_EVENING
from tests.e2e.wire import Call
from tests.vaults import KEY

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
        "created_at": "2025-10-12 18:05:11", "order_number": "1",
    }  # fmt: skip
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            # As it was, but for UNIQUE: older files were made without it.
            "CREATE TABLE orders (order_number TEXT, customer_name TEXT, customer_phone TEXT, cart_json TEXT,"
            " subtotal REAL, gst REAL, total REAL, ready_at TEXT, notes TEXT, status TEXT, created_at TEXT)"
        )
        for row in rows:
            whole = {**usual, **row}
            marks = ", ".join("?" * len(whole))
            connection.execute(f"INSERT INTO orders ({', '.join(whole)}) VALUES ({marks})", tuple(whole.values()))
        connection.commit()
    return path


@pytest.fixture
def server(own_folder: Path) -> Iterator[TemporaryServer]:
    with serving(own_folder, {}, ["--at", MONDAY_EVENING]) as running:
        yield running


def import_report(server: TemporaryServer, file: Path, *options: str) -> dict[str, Any]:
    report: dict[str, Any] = orjson.loads(server.command("db", "import-prototype", str(file), "--json", *options))
    return report


def stored(server: TemporaryServer) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = orjson.loads(server.command("orders", "--json"))
    return found


def refusal(server: TemporaryServer, *arguments: str) -> str:
    """What a command that must fail says."""
    run = subprocess.run(
        [sys.executable, "-m", "kebabalab", *arguments],
        cwd=server.folder,
        env=dict(server.environment),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run
    assert "Traceback" not in run.stderr
    return run.stderr


def test_an_old_customer_is_known_and_has_their_usual(server: TemporaryServer, own_folder: Path) -> None:
    file = prototype(own_folder / "old.db", [{"order_number": "KB-20251012-007"}])
    assert import_report(server, file) == {
        "dry_run": False, "read": 1, "imported": 1, "known": 0, "unreadable": [], "remarks": [],
    }  # fmt: skip
    call = Call(server.url, CALLER)
    context = call.tool("getCallerSmartContext")
    assert (context["isReturningCustomer"], context["customerName"], context["orderCount"]) == (True, "José", 1)
    assert context["orderHistory"][0]["orderNumber"] == "20251012-007"
    again = call.tool("repeatLastOrder")
    assert again["unavailable"] == []
    (line,) = again["cart"]
    assert (line["name"], line["quantity"], line["salads"], line["sauces"], line["extras"]) == (
        "Large Lamb Kebab", 2, ["lettuce"], ["extra garlic"], ["cheese"],
    )  # fmt: skip
    call.tool("setPickupTime", requestedTime="in half an hour")
    assert call.tool("createOrder")["ok"]
    old = next(order for order in stored(server) if order["orderNumber"] == "20251012-007")
    assert (old["total"], old["status"]) == (33.0, "collected")
    assert "KB-20251012-007" in server.command("orders", "history", "20251012-007")


def test_what_is_not_sold_any_more_is_named_when_it_is_ordered_again(server: TemporaryServer, own_folder: Path) -> None:
    import_report(server, prototype(own_folder / "old.db", [{"cart_json": json.dumps([KEBAB, GONE])}]))
    again = Call(server.url, CALLER).tool("repeatLastOrder")
    assert [line["name"] for line in again["cart"]] == ["Large Lamb Kebab"]
    assert "Dragon wrap" in str(again["unavailable"])


def test_orders_without_a_phone_number_are_nobodys_history(server: TemporaryServer, own_folder: Path) -> None:
    import_report(server, prototype(own_folder / "old.db", [{"customer_phone": None}]))
    withheld = Call(server.url, "").tool("getCallerSmartContext")
    assert (withheld["isReturningCustomer"], withheld["orderHistory"]) == (False, [])


def test_a_second_import_changes_nothing_and_a_dry_run_writes_nothing(
    server: TemporaryServer, own_folder: Path
) -> None:
    rows: list[dict[str, Any]] = [{"order_number": f"#{n:03d}"} for n in (1, 2, 2)]
    file = prototype(own_folder / "old.db", [*rows, {"order_number": None}, {"order_number": None}])
    dry = import_report(server, file, "--dry-run")
    assert (dry["imported"], dry["known"]) == (5, 0)
    assert stored(server) == []
    real = import_report(server, file)
    assert {**dry, "dry_run": False} == real
    before = server.command("orders", "--json")
    for options in ((), ("--dry-run",)):
        assert import_report(server, file, *options)["known"] == 5
    assert server.command("orders", "--json") == before
    assert sorted(order["orderNumber"] for order in stored(server)) == [f"20251012-{n:03d}" for n in range(1, 6)]


def test_a_dry_run_makes_no_database(own_folder: Path, server: TemporaryServer) -> None:
    file = prototype(own_folder / "old.db", [{"order_number": "1"}])
    run = subprocess.run(
        [sys.executable, "-m", "kebabalab", "db", "import-prototype", str(file), "--dry-run"],
        env={**server.environment, "DATABASE_URL": f"sqlite:///{own_folder / 'none' / 'calls.db'}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "1 could be imported" in run.stdout
    assert not (own_folder / "none").exists()


def test_what_can_not_be_kept_is_named_and_the_rest_goes_on(server: TemporaryServer, own_folder: Path) -> None:
    rows = [
        {"order_number": "A1", "cart_json": "[{"},
        {"order_number": "A2", "cart_json": json.dumps([MEAL, GONE, "x"])},
        {"order_number": "A3", "customer_phone": None, "customer_name": "?", "status": "weird"},
        {"order_number": "A4", "created_at": "last week", "ready_at": None},
        {"order_number": "B2", "total": 18.345, "status": "cancelled", "created_at": "2025-10-12 19:00"},
        {"order_number": "A5", "total": None},
        {"order_number": b"\xffA\x006", "customer_name": b"\x00", "notes": b"\xff\x00", "status": None},
    ]
    report = import_report(server, prototype(own_folder / "old.db", rows))
    assert (report["read"], report["imported"]) == (7, 4)
    assert [(one["row"], one["order"]) for one in report["unreadable"]] == [(1, "A1"), (4, "A4"), (6, "A5")]
    remarks = {one["row"]: one["says"] for one in report["remarks"]}
    assert any("Dragon wrap" in remark for remark in remarks[2])
    assert {"no name", "no valid phone number"} <= set(remarks[3])
    # The other order that was called 2 on that day got the day's next number.
    assert remarks[5] == ["another order of that day has its number: it is now #004"]
    orders = {order["orderNumber"]: order for order in stored(server)}
    assert orders["20251012-002"]["total"] == 33.0
    assert (orders["20251012-004"]["total"], orders["20251012-004"]["status"]) == (18.35, "cancelled")
    assert "20251012-006" in orders


def test_an_order_that_is_still_to_be_collected_is_in_the_kitchen(server: TemporaryServer, own_folder: Path) -> None:
    later = "2099-11-23T18:30:00+11:00"
    import_report(server, prototype(own_folder / "old.db", [{"status": "pending", "ready_at": later}]))
    assert [order["status"] for order in stored(server)] == ["received"]


def test_a_file_that_is_none_of_the_predecessors_is_refused_in_words(server: TemporaryServer, own_folder: Path) -> None:
    (own_folder / "none #1?.db").write_text("no database")
    assert "not a database" in refusal(server, "db", "import-prototype", str(own_folder / "none #1?.db"))
    assert "no table orders" in refusal(server, "db", "import-prototype", str(empty(own_folder / "empty.db")))


def empty(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE others (order_number TEXT)")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Two databases of one kind, as an owner writes them."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'one.db'}", f"sqlite:///{tmp_path / 'other.db'}"
        return
    with postgres_server() as server, new_database(server) as one, new_database(server) as other:
        first, second = (url.replace("postgresql+psycopg", "postgresql") for url in (one, other))
        yield first, second


def placed(server: TemporaryServer, caller: str) -> str:
    """The number of an order placed by a call of its own; for tomorrow, so that any number fits the kitchen."""
    call = Call(server.url, caller)
    call.send(("quickAddItem", {"description": "two cokes"}), ("setPickupTime", {"requestedTime": "tomorrow at 6 pm"}))
    number: str = call.tool("createOrder", customerName="Ana")["orderNumber"]
    return number


def test_a_backup_made_while_callers_order_is_whole_and_another_server_goes_on_from_it(
    urls: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, elsewhere = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")
    (folder / "key").touch()
    key = str(folder / "key")
    settings = {"DATABASE_URL": urls[0], "BACKUP_KEY_FILE": key, "DATA_KEYS": KEY}
    at = ["--at", MONDAY_EVENING, "--workers", "2"]
    done, numbers = threading.Event(), list[str]()
    with serving(folder, settings, at) as server:
        (folder / "key").unlink()
        server.command("db", "new-key", key)

        def order() -> None:
            while not done.is_set():
                numbers.append(placed(server, CALLER))

        callers = [threading.Thread(target=order) for _ in range(4)]
        for caller in callers:
            caller.start()
        try:
            while len(numbers) < 20:
                assert any(caller.is_alive() for caller in callers), server.log
                time.sleep(0.02)
            before = set(numbers)
            server.command("db", "backup", "--to", str(folder / "backups"))
        finally:
            done.set()
            for caller in callers:
                caller.join()
        open_call = Call(server.url, "+61491570156")
        open_call.tool("quickAddItem", description="a large lamb kebab")
        (loaded,) = (folder / "backups").glob("*.kbk")
        assert "a restore of it works" in server.command("db", "verify", str(loaded))
        server.command("db", "backup", "--to", str(folder / "last"))
        (last,) = (folder / "last").glob("*.kbk")
        everything = server.command("orders", "--json", "--show-phones", "--last", "10000")
        # What was confirmed before the backup began is in it; what is in it was once confirmed.
        server.command("db", "restore", str(loaded), "--to", urls[1])
        assert before <= orders_in(server, urls[1]) <= set(numbers)
        assert "holds orders" in refusal(server, "db", "restore", str(last), "--to", urls[1])
        server.command("db", "restore", str(last), "--to", urls[1], "--force")
    with serving(elsewhere, {**settings, "DATABASE_URL": urls[1]}, at) as other:
        assert other.command("orders", "--json", "--show-phones", "--last", "10000") == everything
        assert Call(other.url, "+61491570156", open_call.id).tool("getCartState")["cartSize"] == 1
        assert Call(other.url, CALLER).tool("getCallerSmartContext")["orderCount"] == len(numbers)
        assert placed(other, CALLER) == f"20261123-{len(numbers) + 1:03d}"


def orders_in(server: TemporaryServer, url: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-m", "kebabalab", "orders", "--json", "--last", "10000"],
        cwd=server.folder,
        env={**server.environment, "DATABASE_URL": url},
        stdout=subprocess.PIPE,
        check=True,
    )
    return {order["orderNumber"] for order in orjson.loads(run.stdout)}


def test_a_server_backs_up_by_itself_once_for_all_its_processes(own_folder: Path) -> None:
    settings = {"BACKUP_DIR": str(own_folder / "backups")}
    with serving(own_folder, settings, ["--at", MONDAY_EVENING, "--workers", "2"]) as server:
        ends = time.monotonic() + 20
        while "backup made" not in server.log:
            assert time.monotonic() < ends, server.log
            time.sleep(0.1)
        placed(server, CALLER)
    (made,) = (own_folder / "backups").glob("*.kbk")
    assert server.log.count("backup made") == 1
    assert "all of it is there" in server.command("db", "verify", str(made), "--quick")
    made.write_bytes(made.read_bytes()[:-10])
    assert "its end is missing" in refusal(server, "db", "verify", str(made))


def test_a_backup_that_fails_is_in_the_log_and_disturbs_no_call(own_folder: Path) -> None:
    (own_folder / "backups").write_text("a file where the folder should be")
    with serving(own_folder, {"BACKUP_DIR": str(own_folder / "backups")}, ["--at", MONDAY_EVENING]) as server:
        ends = time.monotonic() + 20
        while "backup failed" not in server.log:
            assert time.monotonic() < ends, server.log
            time.sleep(0.1)
        assert placed(server, CALLER) == "20261123-001"


def test_migrating_says_from_where_to_where_and_does_nothing_twice(own_folder: Path, server: TemporaryServer) -> None:
    url = f"sqlite:///{own_folder / 'new.db'}"

    def migrated() -> str:
        command = [sys.executable, "-m", "kebabalab", "db", "migrate"]
        return subprocess.run(
            command, env={**server.environment, "DATABASE_URL": url}, stdout=subprocess.PIPE, text=True, check=True
        ).stdout

    assert "from step none to" in migrated()
    assert "is up to date" in migrated()
