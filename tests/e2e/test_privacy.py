"""Keys and a person's data, as an owner handles them by command beside a running server."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from kebabalab.config import names
from tests.e2e.conftest import MONDAY_EVENING
from tests.e2e.wire import Call
from tests.vaults import KEY

CALLER, OTHER = "+61491570006", "+61491570156"
LATER = "tomorrow at 6 pm"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TemporaryServer]:
    # Commands go by the machine's own time: what is ordered here is still to come by that, too.
    today = dt.datetime.now(dt.UTC).date()
    monday = today + dt.timedelta(days=7 - today.weekday())
    with serving(tmp_path, {}, ["--at", f"{monday} 18:00"]) as running:
        yield running


def order(server: TemporaryServer, caller: str, name: str) -> str:
    call = Call(server.url, caller)
    call.send(("quickAddItem", {"description": "two cokes"}), ("setPickupTime", {"requestedTime": LATER}))
    number: str = call.tool("createOrder", customerName=name, notes="ring twice")["orderNumber"]
    return number


def run(server: TemporaryServer, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return kebabalab(server.folder, *arguments, **{**server.environment, **settings})


def kebabalab(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in names()}
    command = [sys.executable, "-m", "kebabalab", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env={**kept, **settings},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_a_person_is_shown_what_is_kept_and_then_forgotten(server: TemporaryServer) -> None:
    number = order(server, CALLER, "Zebedee")
    order(server, OTHER, "Florence")
    shown = json.loads(run(server, "privacy", "export", "0491 570 006").stdout)
    assert [one["customer_name"] for one in shown["orders"]] == ["Zebedee"]
    assert "Florence" not in json.dumps(shown)
    refused = run(server, "privacy", "forget", CALLER, "--yes")
    assert (refused.returncode, number in refused.stderr) == (1, True)
    run(server, "orders", "status", number, "collected")
    run(server, "orders", "status", number, "cancelled")
    done = run(server, "privacy", "forget", CALLER, "--yes", "--by", "Ana")
    assert done.returncode == 0, done.stderr
    assert "Cleared: 1 orders" in done.stdout
    assert CALLER not in done.stdout
    again = json.loads(run(server, "privacy", "export", CALLER).stdout)
    assert [again[name] for name in ("orders", "texts", "calls", "liveCalls")] == [[]] * 4
    assert "forgotten" in run(server, "orders", "history", number).stdout
    assert Call(server.url, CALLER).tool("getCallerSmartContext")["orderCount"] == 0
    assert Call(server.url, OTHER).tool("getCallerSmartContext")["orderCount"] == 1


def test_nobody_is_forgotten_by_accident(server: TemporaryServer) -> None:
    order(server, CALLER, "Zebedee")
    assert run(server, "privacy", "forget", CALLER).returncode == 1
    assert run(server, "privacy", "forget", "nobody", "--yes").returncode == 2
    assert len(json.loads(run(server, "privacy", "export", CALLER).stdout)["orders"]) == 1


def test_keys_are_rotated_with_a_restart_and_no_call_is_lost(tmp_path: Path) -> None:
    call_id = "a-long-call"
    with serving(tmp_path, {}, ["--at", MONDAY_EVENING]) as server:
        order(server, CALLER, "Zebedee")
        Call(server.url, CALLER, call_id).tool("quickAddItem", description="two cokes")
        assert "has a new key" in run(server, "keys", "new", "--add").stdout
    file = tmp_path / "calls.db.key"
    assert file.stat().st_mode & 0o777 == 0o600
    newest, oldest = file.read_text().split()
    with serving(tmp_path, {}, ["--at", MONDAY_EVENING]) as server:
        rotated = run(server, "keys", "rotate")
        assert "everything is encrypted with the key" in rotated.stdout, rotated.stderr
        assert Call(server.url, CALLER, call_id).tool("getCartState")["itemCount"] == 2
    file.write_text(f"{newest}\n")
    with serving(tmp_path, {}, ["--at", MONDAY_EVENING]) as server:
        assert Call(server.url, CALLER, call_id).tool("getCartState")["itemCount"] == 2
        assert Call(server.url, CALLER).tool("getCallerSmartContext")["orderCount"] == 1
    file.write_text(f"{oldest}\n")
    refused = kebabalab(tmp_path, "serve", DATABASE_URL=f"sqlite:///{tmp_path / 'calls.db'}")
    assert refused.returncode == 1
    assert "which is not among those that are set" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_what_an_owner_kept_readable_is_encrypted_once_they_want_it_so(tmp_path: Path) -> None:
    with serving(tmp_path, {"ENCRYPTION": "off"}, ["--at", MONDAY_EVENING]) as server:
        order(server, CALLER, "Zebedee")
        assert "warn  encryption: OFF" in run(server, "doctor", "--offline").stdout
    with serving(tmp_path, {"DATA_KEYS": KEY}, ["--at", MONDAY_EVENING]) as server:
        assert run(server, "keys", "rotate").returncode == 0
        assert "ok    encryption: on" in run(server, "doctor", "--offline").stdout
        assert Call(server.url, CALLER).tool("getCallerSmartContext")["orderCount"] == 1
    files = [one for one in tmp_path.iterdir() if one.name.startswith("calls.db")]
    assert files
    assert [one.name for one in files if b"Zebedee" in one.read_bytes() or b"570006" in one.read_bytes()] == []


def test_the_doctor_says_which_key_is_missing(tmp_path: Path) -> None:
    with serving(tmp_path, {}, ["--at", MONDAY_EVENING]) as server:
        order(server, CALLER, "Zebedee")
        (tmp_path / "calls.db.key").rename(tmp_path / "kept")
        gone = run(server, "doctor", "--offline")
        assert "fail  encryption: the key file" in gone.stdout
        assert "fail  encryption: the key" in run(server, "doctor", "--offline", DATA_KEYS=KEY).stdout
        assert not (tmp_path / "calls.db.key").exists()
        assert KEY not in gone.stdout
