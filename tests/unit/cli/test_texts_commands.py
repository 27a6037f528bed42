"""Staff see what became of texts, with numbers masked, and send those again that were given up."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kebabalab.cli import main
from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.outbox import Outbox
from kebabalab.db.texts_book import TextsBook
from kebabalab.gateways.clock import SystemClock
from kebabalab.models.call import QueueText
from tests.vaults import with_own_keys

TO, OTHER = "+61491570156", "+61491570157"
LEASE = dt.timedelta(minutes=1)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Three texts: one sent, one given up, one given up whose receiver wants no texts."""
    url = f"sqlite:///{tmp_path / 'texts.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    held, now = with_own_keys(url), SystemClock().now()
    upgrade(held)
    with SqlCalls(held, LEASE, 10).open("call:a", TO, now) as opened:
        numbered = QueueText("ticket", "", f"#047 [bold] for Sam {TO}", "20261123-047")
        opened.save(opened.state, (), (numbered, QueueText("receipt", TO, "b"), QueueText("receipt", OTHER, "c")))
    outbox = Outbox(held)
    sent, dead, barred = outbox.claim(now, 10, LEASE)
    outbox.sent(sent, "SM1", now)
    outbox.dead(dead, "Twilio answered 400, code 21211", now)
    outbox.dead(barred, "opted out", now)
    OptOuts(held).add(OTHER, now)
    yield held
    held.close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["texts", *arguments], env={"COLUMNS": "200"})


def states(database: Database) -> list[str]:
    return [text.state for text in TextsBook(database).latest(10)]


@pytest.mark.usefixtures("database")
def test_texts_are_listed_newest_first_with_every_number_masked() -> None:
    listed = run("list", "--json")
    assert [(text["id"], text["state"], text["to"]) for text in json.loads(listed.output)] == [
        (3, "dead", "*********157"),
        (2, "dead", "*********156"),
        (1, "sent", "the shop"),
    ]
    assert TO not in listed.output + run("list").output


@pytest.mark.usefixtures("database")
def test_the_table_shows_what_was_given_up_and_why() -> None:
    shown = run("list", "--dead").output
    assert "code 21211" in shown
    assert "opted out" in shown
    assert "#047" not in shown


@pytest.mark.usefixtures("database")
def test_what_a_text_holds_is_shown_as_it_is() -> None:
    assert "#047 [bold] for Sam" in run("list").output


def test_one_text_is_sent_again(database: Database) -> None:
    done = run("resend", "2")
    assert (done.exit_code, done.output) == (0, "1 text will be sent again.\n")
    assert states(database) == ["dead", "pending", "sent"]


def test_all_that_were_given_up_are_sent_again_but_to_who_wants_none(database: Database) -> None:
    done = run("resend", "--all-dead")
    assert done.exit_code == 0
    assert "Left alone, as they want no texts: *********157" in done.output
    assert states(database) == ["dead", "pending", "sent"]


def test_what_was_not_given_up_is_not_sent_again(database: Database) -> None:
    done = run("resend", "1", "99")
    assert done.exit_code == 1
    assert "Not sent again: 1, 99." in done.output
    assert states(database) == ["dead", "dead", "sent"]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("arguments", ((), ("--all-dead", "2")), ids=("nothing", "both"))
def test_what_to_send_again_must_be_said(arguments: tuple[str, ...]) -> None:
    done = run("resend", *arguments)
    assert done.exit_code == 2
    assert "Give the ids of texts, or --all-dead." in done.output


def test_a_number_that_wants_texts_again_gets_them(database: Database) -> None:
    assert run("allow", "0491 570 157").output == "*********157 is texted again.\n"
    assert OptOuts(database).among([OTHER]) == frozenset()
    assert run("allow", OTHER).output == "*********157 was not opted out here.\n"
    assert run("allow", "12").exit_code == 2


def test_a_database_that_is_not_there_yet_is_said_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    listed = run("list")
    assert listed.exit_code == 1
    assert "`kebabalab serve` sees to that" in listed.output
