"""Staff block a number, see who is blocked with numbers masked, and take a number off the list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kebabalab.cli import main
from kebabalab.db.block_list import BlockList
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from tests.vaults import with_own_keys

CALLER = "+61491570156"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database with nothing in it, which is the one that is set."""
    url = f"sqlite:///{tmp_path / 'callers.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    held = with_own_keys(url)
    upgrade(held)
    yield held
    held.close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["callers", *arguments], env={"COLUMNS": "200"})


def blocked(database: Database) -> list[tuple[str, str]]:
    return [(one.phone, one.why) for one in BlockList(database).listed()]


def test_a_number_is_blocked_as_it_is_dialled_here(database: Database) -> None:
    done = run("block", "0491 570 156", "--why", "never  came\n twice")
    assert (done.exit_code, done.output) == (0, "*********156 is blocked.\n")
    assert blocked(database) == [(CALLER, "never came twice")]


def test_who_is_blocked_twice_is_on_the_list_once(database: Database) -> None:
    run("block", CALLER)
    assert "was blocked already" in run("block", CALLER, "--why", "rang all night").output
    assert blocked(database) == [(CALLER, "rang all night")]


def test_a_number_that_nobody_can_have_is_blocked_all_the_same(database: Database) -> None:
    assert run("block", "+61 000 000 0000").exit_code == 0
    assert blocked(database) == [("+610000000000", "")]


def test_a_number_is_taken_off_the_list(database: Database) -> None:
    run("block", CALLER)
    assert run("unblock", "0491570156").output == "*********156 can order again.\n"
    assert run("unblock", "0491570156").output == "*********156 was not blocked.\n"
    assert blocked(database) == []


@pytest.mark.usefixtures("database")
def test_the_list_masks_numbers_unless_asked() -> None:
    assert run("list").output == "Nobody is blocked.\n"
    run("block", CALLER, "--why", f"[bold] also rings as {CALLER}")
    listed = run("list", "--json").output + run("list").output
    assert CALLER not in listed
    assert "[bold] also rings" in listed
    (row,) = json.loads(run("list", "--json", "--show-phones").output)
    assert (row["phone"], row["why"]) == (CALLER, f"[bold] also rings as {CALLER}")
    assert CALLER in run("list", "--show-phones").output


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("command", ("block", "unblock"))
def test_what_is_no_number_is_said_to_be_none(command: str) -> None:
    done = run(command, "the tall one")
    assert done.exit_code == 2
    assert "the tall one is no phone number." in done.output


def test_without_a_database_none_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    done = run("list")
    assert done.exit_code == 1
    assert "is not there" in done.output
    assert not (tmp_path / "none.db").exists()
