"""The commands that a person types: what they print, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, free_port
from kebabalab.config import names
from tests.e2e.wire import Call

ROOT = Path(__file__).resolve().parents[2]
SIMPLE_ORDER = ROOT / "examples" / "calls" / "simple_order.json"
PHONE = "+61491570159"


def kebabalab(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command in this folder with these settings alone."""
    known = names()
    environment = {name: value for name, value in os.environ.items() if name not in known}
    command = [sys.executable, "-m", "kebabalab", *arguments]
    return subprocess.run(
        command, cwd=folder, env={**environment, **settings}, capture_output=True, text=True, check=False, timeout=120
    )


def placed(server: TemporaryServer, caller: str = PHONE) -> str:
    """An order on that server; its number."""
    call = Call(server.url, caller=caller)
    call.tool("quickAddItem", description="two ayran")
    call.tool("setPickupTime", requestedTime="in half an hour")
    return str(call.tool("createOrder", customerName="Sam", notes="at the door")["orderNumber"])


def test_help_names_every_command(tmp_path: Path) -> None:
    run = kebabalab(tmp_path, "--help")
    assert run.returncode == 0
    assert [
        name
        for name in ("serve", "call", "demo", "orders", "texts", "doctor", "menu")
        if f"  {name} " not in run.stdout
    ] == []


@pytest.mark.parametrize(
    "command", ("serve", "call", "demo", "orders", "texts", "doctor", "menu", "settings", "worker")
)
def test_every_command_explains_itself(command: str, tmp_path: Path) -> None:
    run = kebabalab(tmp_path, command, "--help")
    assert run.returncode == 0
    assert run.stdout.startswith(f"Usage: python -m kebabalab {command}")


def test_a_command_that_there_is_not_is_refused(tmp_path: Path) -> None:
    run = kebabalab(tmp_path, "fly")
    assert run.returncode == 2
    assert "No such command 'fly'" in run.stderr


def test_the_demo_is_a_conversation_that_ends_in_an_order_number(tmp_path: Path) -> None:
    run = kebabalab(tmp_path, "demo")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Caller     Hi, can I get" in run.stdout
    assert "Assistant  Thank you, Sam. Order number one is placed." in run.stdout
    assert "#001" in run.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_call_that_goes_otherwise_than_recorded_is_told_and_fails(tmp_path: Path) -> None:
    recorded = json.loads(SIMPLE_ORDER.read_bytes())
    recorded["steps"][1]["expect"] = [{"total": 1.0}]
    recorded["stored"][0]["total"] = 2.0
    (tmp_path / "wrong.json").write_text(json.dumps(recorded))
    run = kebabalab(tmp_path, "call", "wrong.json")
    assert run.returncode == 1
    assert "not as expected: step 2: answer[0].total is 18.5, not 1.0" in run.stdout
    assert "not as expected: stored[0].total is 18.5, not 2.0" in run.stdout


def test_a_call_can_be_played_twice_against_a_server_that_runs(server: TemporaryServer, tmp_path: Path) -> None:
    recorded = json.loads(SIMPLE_ORDER.read_bytes())
    for step in recorded["steps"]:
        step["expect"] = []
    (tmp_path / "call.json").write_text(json.dumps(recorded))
    runs = [kebabalab(tmp_path, "call", "call.json", "--url", server.url) for _ in range(2)]
    assert [run.returncode for run in runs] == [0, 0]
    assert runs[0].stdout.split("Order number")[1][:12] != runs[1].stdout.split("Order number")[1][:12]


@pytest.mark.parametrize(
    ("arguments", "said"),
    (
        (("call", "absent.json"), "absent.json: No such file"),
        (("call", str(ROOT / "pyproject.toml")), "pyproject.toml: line 1"),
        (("call", str(SIMPLE_ORDER), "--url", f"http://127.0.0.1:{free_port()}"), "was not reached"),
        (("serve", "--shop", "nowhere"), "nowhere"),
    ),
    ids=range(4),
)
def test_a_mistake_of_the_users_is_a_line_and_no_traceback(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    run = kebabalab(tmp_path, *arguments)
    assert run.returncode in {1, 2}
    assert said in run.stderr
    assert "Traceback" not in run.stderr


def test_orders_are_listed_for_programs_with_their_phones_masked(server: TemporaryServer) -> None:
    number = placed(server)
    (order,) = [held for held in json.loads(server.command("orders", "--json")) if held["orderNumber"] == number]
    assert (order["customerName"], order["status"], order["notes"]) == ("Sam", "received", "at the door")
    assert (order["total"], order["itemCount"]) == (7.0, 2)
    assert [(item["quantity"], item["name"], item["lineTotal"]) for item in order["items"]] == [(2, "Ayran", 7.0)]
    assert PHONE not in json.dumps(order)
    assert order["phone"].endswith("159")


def test_orders_are_listed_for_people(server: TemporaryServer) -> None:
    number = placed(server)
    shown = server.command("orders")
    assert f"#{number[-3:]}" in shown
    assert "2 x Ayran" in shown
    assert PHONE not in shown


def test_phones_are_shown_to_who_asks_for_them(server: TemporaryServer) -> None:
    placed(server)
    assert PHONE in server.command("orders", "--json", "--show-phones")


def test_without_a_database_there_are_no_orders(tmp_path: Path) -> None:
    run = kebabalab(tmp_path, "orders")
    assert (run.returncode, run.stdout) == (0, "No orders.\n")


def test_an_untouched_machine_has_nothing_that_fails(tmp_path: Path) -> None:
    run = kebabalab(tmp_path, "doctor", "--offline", PORT=str(free_port()))
    assert run.returncode == 0, run.stdout
    assert "fail" not in run.stdout
    assert "warn  authentication: off" in run.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_finds_a_server_that_runs(server: TemporaryServer) -> None:
    shown = server.command("doctor", "--offline")
    assert "can be written to and is up to date" in shown
    assert f"one runs at {server.url} and is ready" in shown


@pytest.mark.parametrize(
    ("settings", "said"),
    (
        ({"PORT": "many"}, "fail  settings: PORT: must be a whole number"),
        ({"SHOP_DIR": "/nowhere"}, "fail  shop: /nowhere"),
        ({"HOST": "0.0.0.0"}, "fail  authentication: HOST: 0.0.0.0"),
        ({"DATABASE_URL": "postgresql://u:hidden@127.0.0.1:1/n"}, "fail  database: postgresql+psycopg://u:***@"),
        ({"DATABASE_URL": "sqlite:////dev/null/x.db"}, "fail  database: sqlite:////dev/null/x.db can't be made"),
        ({"VAPI_API_KEY": "hidden", "VAPI_BASE_URL": "http://127.0.0.1:1"}, "fail  VAPI: its API: not reached"),
    ),
    ids=range(6),
)
def test_the_doctor_says_what_fails_and_shows_no_secret(settings: dict[str, str], said: str, tmp_path: Path) -> None:
    run = kebabalab(tmp_path, "doctor", **settings)
    assert run.returncode == 1
    assert said in run.stdout
    assert "hidden" not in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


def test_the_doctor_warns_of_what_is_weak(tmp_path: Path) -> None:
    settings = {"VAPI_WEBHOOK_HMAC_SECRET": "short", "VAPI_WEBHOOK_HMAC_PAYLOAD": "body", "PORT": str(free_port())}
    run = kebabalab(tmp_path, "doctor", "--offline", **settings)
    assert "ok    authentication: on: sha256 signature" in run.stdout
    assert "fewer than 16 characters" in run.stdout
    assert "without a time are good for ever" in run.stdout


def test_the_doctor_says_that_nobody_tells_which_texts_arrived(tmp_path: Path) -> None:
    settings = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t", "TWILIO_FROM": "+61255501234"}
    told = kebabalab(tmp_path, "doctor", "--offline", PUBLIC_URL="https://line.example", **settings)
    untold = kebabalab(tmp_path, "doctor", "--offline", **settings)
    assert "Set PUBLIC_URL" in untold.stdout
    assert "Set PUBLIC_URL" not in told.stdout


def test_the_example_of_settings_is_what_the_command_prints(tmp_path: Path) -> None:
    assert kebabalab(tmp_path, "settings").stdout == (ROOT / ".env.example").read_text(encoding="utf-8")
