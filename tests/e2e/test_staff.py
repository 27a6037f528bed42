"""Staff work on a real server: accounts by command, a tablet by a code, orders from the phone to the counter."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from tests.e2e.conftest import MONDAY_EVENING
from tests.e2e.wire import Call

CALLER = "+61491570006"
SECRET, OTHER_SECRET = "four words in a row", "other words in a row"
TOKEN = re.compile(r'name="csrf" value="([^"]*)"')


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TemporaryServer]:
    with serving(tmp_path, {}, ["--at", MONDAY_EVENING]) as running:
        yield running


def staff(server: TemporaryServer, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kebabalab", "staff", *arguments],
        cwd=server.folder,
        env={**os.environ, **server.environment},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


def add(server: TemporaryServer, name: str, role: str) -> None:
    done = staff(server, "add", name, "--role", role, "--password-stdin", typed=f"{SECRET}\n")
    assert done.returncode == 0, done.stderr


class Browser:
    """A browser that keeps its cookies and the last form's token."""

    def __init__(self, url: str) -> None:
        self.client = httpx.Client(base_url=url, headers={"Origin": url}, timeout=30)
        self.token = ""

    def get(self, path: str) -> httpx.Response:
        return self._looked_at(self.client.get(path))

    def post(self, path: str, **form: str) -> httpx.Response:
        return self._looked_at(self.client.post(path, data={"csrf": self.token, **form}))

    def sign_in(self, name: str, password: str = SECRET) -> int:
        self.get("/staff/sign-in")
        status = self.post("/staff/sign-in", name=name, password=password).status_code
        self.get("/staff/account")
        return status

    def _looked_at(self, answer: httpx.Response) -> httpx.Response:
        found = TOKEN.search(answer.text)
        self.token = found[1] if found else self.token
        return answer


NewBrowser = Callable[[], Browser]


@pytest.fixture
def browser(server: TemporaryServer) -> Iterator[NewBrowser]:
    """Makes browsers, and closes them at the end."""
    made: list[Browser] = []

    def new() -> Browser:
        made.append(Browser(server.url))
        return made[-1]

    yield new
    for one in made:
        one.client.close()


def an_order(server: TemporaryServer) -> str:
    call = Call(server.url, CALLER)
    call.send(("quickAddItem", {"description": "two cokes"}), ("setPickupTime", {"requestedTime": "7 pm"}))
    number: str = call.tool("createOrder", customerName="Zebedee", notes="ring twice")["orderNumber"]
    return number


def test_an_order_goes_from_the_phone_over_the_tablet_to_the_counter(
    server: TemporaryServer, browser: NewBrowser
) -> None:
    add(server, "ana", "owner")
    add(server, "kim", "kitchen")
    order, kim, tablet = an_order(server), browser(), browser()
    assert kim.sign_in("kim") == 303
    shown = kim.get("/staff/orders").text
    assert "Zebedee" in shown
    assert "ring twice" in shown
    assert CALLER not in shown
    code = staff(server, "pair", "--name", "Front tablet").stdout.split()[0]
    tablet.get("/staff/pair")
    assert tablet.post("/staff/pair", code=code).status_code == 303
    tablet.get("/staff/orders")
    assert kim.post(f"/staff/orders/{order}/status", state="preparing").status_code == 303
    assert tablet.post(f"/staff/orders/{order}/status", state="ready").status_code == 303
    (found,) = json.loads(server.command("orders", "--json"))
    assert found["status"] == "ready"
    history = json.loads(server.command("orders", "history", order, "--json"))
    assert [(one["who"], one["after"]) for one in history if one["what"] == "status"] == [
        ("staff:kim", "preparing"),
        ("device:Front tablet", "ready"),
    ]
    assert any(one["kind"] == "ready" for one in json.loads(server.command("texts", "list", "--json")))


def test_what_is_done_by_command_holds_at_once(server: TemporaryServer, browser: NewBrowser) -> None:
    add(server, "ana", "owner")
    owner, tablet = browser(), browser()
    assert owner.sign_in("ana") == 303
    code = re.search(r'class="code">([^<]+)<', owner.post("/staff/owner/codes", device="Back").text)
    assert code is not None
    tablet.get("/staff/pair")
    assert tablet.post("/staff/pair", code=code[1]).status_code == 303
    assert tablet.get("/staff/orders").status_code == 200
    (device,) = json.loads(staff(server, "devices", "list", "--json").stdout)
    assert (device["name"], device["pairedBy"]) == ("Back", "staff:ana")
    assert staff(server, "devices", "remove", device["id"]).returncode == 0
    assert tablet.get("/staff/orders").status_code == 303
    assert staff(server, "password", "ana", "--password-stdin", typed=f"{OTHER_SECRET}\n").returncode == 0
    assert owner.get("/staff/orders").status_code == 303
    assert owner.sign_in("ana") == 401
    assert owner.sign_in("ana", OTHER_SECRET) == 303
    assert staff(server, "sign-out", "ana").stdout == "1 session ended.\n"
    assert owner.get("/staff/orders").status_code == 303
    assert staff(server, "remove", "ana").returncode == 0
    assert owner.sign_in("ana", OTHER_SECRET) == 401


def test_who_is_locked_out_is_let_in_again_by_command(server: TemporaryServer, browser: NewBrowser) -> None:
    add(server, "ana", "owner")
    stranger = browser()
    codes = [stranger.sign_in("ana", "a wrong password") for _ in range(9)]
    assert codes[:5] == [401] * 5
    assert 429 in codes[5:]
    assert staff(server, "unlock", "ana").stdout == "ana is unlocked.\n"
    assert staff(server, "unlock", "--address", "127.0.0.1").stdout == "127.0.0.1 is unlocked.\n"
    assert stranger.sign_in("ana") == 303


def test_the_log_names_no_password_code_or_what_was_typed_as_a_name(
    server: TemporaryServer, browser: NewBrowser
) -> None:
    add(server, "ana", "owner")
    owner, tablet = browser(), browser()
    assert owner.sign_in("typed-in-the-wrong-field", "a wrong password") == 401
    assert owner.sign_in("ana") == 303
    code = staff(server, "pair").stdout.split()[0]
    tablet.get("/staff/pair")
    tablet.post("/staff/pair", code=code)
    tablet.post("/staff/pair", code=code)
    assert "sign-in refused" in server.log
    secrets = ("typed-in-the-wrong-field", "a wrong password", SECRET, code, code.replace("-", ""))
    for secret in (*secrets, *owner.client.cookies.values(), *tablet.client.cookies.values()):
        assert secret not in server.log
