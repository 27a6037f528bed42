"""Accounts and paired devices are looked after by command; no password is ever on a command line or printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kebabalab.cli import main
from kebabalab.db.connection import Database
from kebabalab.db.passwords import Passwords
from kebabalab.db.staff import StaffBook
from kebabalab.db.staff_sessions import begin
from kebabalab.gateways.clock import SystemClock
from tests.vaults import with_own_keys

SECRET, OTHER_SECRET = "four words in a row", "other words in a row"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database that is not there yet."""
    url = f"sqlite:///{tmp_path / 'staff.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    held = with_own_keys(url)
    yield held
    held.close()


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["staff", *arguments], input=typed, env={"COLUMNS": "200"})


def add(name: str = "ana", role: str = "owner") -> Result:
    return run("add", name, "--role", role, "--password-stdin", typed=f"{SECRET}\n")


def fits(database: Database, name: str, password: str) -> bool:
    return Passwords().fits(StaffBook(database).password(name), password)


def sign_in(database: Database, name: str) -> None:
    with database.transaction() as connection:
        begin(connection, name, None, SystemClock().now())


def sessions() -> list[tuple[str, int]]:
    return [(one["name"], one["sessions"]) for one in json.loads(run("list", "--json").stdout)]


def test_an_account_is_added_before_the_first_start_with_the_password_that_was_typed_twice(database: Database) -> None:
    done = run("add", "Ana", "--role", "owner", typed=f"{SECRET}\n{SECRET}\n")
    assert done.exit_code == 0, done.output
    assert SECRET not in done.output
    assert fits(database, "ana", SECRET)


def test_a_weak_password_is_asked_for_again_and_from_a_program_refused(database: Database) -> None:
    typed = run("add", "ana", "--role", "owner", typed=f"short\nshort\n{SECRET}\n{SECRET}\n")
    assert (typed.exit_code, "at least 10" in typed.output) == (0, True)
    assert fits(database, "ana", SECRET)
    piped = run("add", "kim", "--role", "kitchen", "--password-stdin", typed="short\n")
    assert (piped.exit_code, "at least 10" in piped.output) == (2, True)
    assert sessions() == [("ana", 0)]


@pytest.mark.parametrize("name", ("", "a", "-ana", "ana kim", "../ana", "<b>ana", "x" * 31))
@pytest.mark.usefixtures("database")
def test_what_is_no_name_is_refused(name: str) -> None:
    assert run("add", "--role", "owner", "--password-stdin", "--", name, typed=f"{SECRET}\n").exit_code == 2
    assert sessions() == []


@pytest.mark.usefixtures("database")
def test_a_name_is_taken_once_however_it_is_written() -> None:
    assert add().exit_code == 0
    again = add("ANA", "kitchen")
    assert (again.exit_code, "staff password ana" in again.output) == (1, True)


def test_another_password_signs_out_everywhere(database: Database) -> None:
    add()
    sign_in(database, "ana")
    assert run("password", "ana", "--password-stdin", typed=f"{OTHER_SECRET}\n").exit_code == 0
    assert fits(database, "ana", OTHER_SECRET)
    assert sessions() == [("ana", 0)]


def test_people_are_signed_out_by_name_and_all_together(database: Database) -> None:
    add()
    add("kim", "kitchen")
    for name in ("ana", "kim", "kim"):
        sign_in(database, name)
    assert run("sign-out", "kim").output == "2 sessions ended.\n"
    assert sessions() == [("ana", 1), ("kim", 0)]
    assert run("sign-out", "--all").output == "1 session ended.\n"
    assert run("sign-out").exit_code == 2


@pytest.mark.usefixtures("database")
def test_a_removed_account_is_gone_and_who_is_not_there_is_named() -> None:
    add()
    assert run("remove", "ana").exit_code == 0
    for command in (("remove", "ana"), ("sign-out", "ana"), ("password", "ana", "--password-stdin")):
        missing = run(*command, typed=f"{SECRET}\n")
        assert (missing.exit_code, "Nobody has the name ana" in missing.output) == (1, True)
    assert "Nobody has an account yet" in run("list").output


@pytest.mark.usefixtures("database")
def test_unlocking_says_whether_there_was_a_lock() -> None:
    add()
    assert run("unlock", "ana").output == "ana was not locked.\n"
    assert run("unlock", "--address", "192.0.2.1").output == "192.0.2.1 was not locked.\n"
    assert run("unlock").exit_code == 2


@pytest.mark.usefixtures("database")
def test_a_code_is_printed_with_where_it_is_typed() -> None:
    done = run("pair", "--name", "Front tablet")
    assert re.match(r"[2-9A-Z]{4}-[2-9A-Z]{4} pairs 'Front tablet'", done.output)
    assert "http://127.0.0.1:8000/staff/pair" in done.output
    assert run("pair", "--name", " ").exit_code == 2


def staff_lines(**settings: str) -> list[str]:
    done = CliRunner().invoke(main, ["doctor", "--offline"], env=settings)
    return [line.strip() for line in done.output.splitlines() if "  staff: " in line]


@pytest.mark.usefixtures("database")
def test_the_doctor_says_who_there_is_and_warns_of_cookies_that_can_be_read() -> None:
    add()
    add("kim", "kitchen")
    there = "ok    staff: 1 of 2 accounts are an owner's, 0 tablets are paired"
    beyond = {"HOST": "0.0.0.0", "VAPI_WEBHOOK_SECRET": "x" * 32}
    assert staff_lines() == [there]
    assert staff_lines(**beyond)[1] == "warn  staff: whoever shares the network may read their cookies"
    assert staff_lines(**beyond, PUBLIC_URL="https://line.example") == [there]


@pytest.mark.usefixtures("database")
def test_devices_are_listed_and_an_unknown_one_is_not_removed() -> None:
    assert "No device is paired" in run("devices", "list").output
    assert run("devices", "remove", "nothing").exit_code == 1
