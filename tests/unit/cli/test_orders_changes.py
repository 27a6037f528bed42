"""Staff say how far an order is, change it and see its history from the command line."""

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
from kebabalab.db.orders import OrderBook
from kebabalab.db.texts_book import TextsBook
from kebabalab.gateways.clock import SystemClock
from kebabalab.models.order import Order, Status
from tests.phone_call import FixedClock, PhoneCall
from tests.vaults import with_own_keys

CALLER = "+61491570156"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """One order, of two lines, as a call placed it on the first shop's menu."""
    url = f"sqlite:///{tmp_path / 'orders.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    held = with_own_keys(url)
    upgrade(held)
    now = SystemClock().now()
    # In the middle of an evening whenever the test runs, so that the shop is open.
    evening = FixedClock(now.replace(hour=8, minute=0, second=0, microsecond=0))
    call = PhoneCall(caller=CALLER, clock=evening, store=SqlCalls(held, dt.timedelta(hours=1), 10))  # type: ignore[arg-type]
    call.add("a large lamb kebab")
    call.add("two ayran")
    call.tool("setPickupTime", requestedTime="in half an hour")
    assert call.tool("createOrder", customerName="Sam", notes="at the door")["ok"]
    yield held
    held.close()


def the_order(database: Database) -> Order:
    (order,) = OrderBook(database).latest(2)
    return order


def run(database: Database, command: str, *arguments: str) -> Result:
    order = the_order(database).number.id
    return CliRunner().invoke(main, ["orders", command, order, *arguments], env={"COLUMNS": "300"})


def waiting(database: Database) -> list[str]:
    return [str(text.kind) for text in TextsBook(database).latest(20) if text.state == "pending"]


def test_an_order_goes_through_the_kitchen_and_the_caller_hears_when_it_is_ready(database: Database) -> None:
    assert run(database, "status", "preparing", "--by", "Ana").output == "#001 of Sam is preparing.\n"
    assert run(database, "status", "ready").output == "#001 of Sam is ready.\n"
    assert the_order(database).status is Status.READY
    assert waiting(database) == ["ready", "ticket"]


def test_a_cancelled_order_is_told_to_caller_and_kitchen_with_the_reason(database: Database) -> None:
    run(database, "status", "cancelled", "--by", "Ana", "--reason", "no gas")
    texts = {str(text.kind): text.body for text in TextsBook(database).latest(2)}
    assert "is cancelled. no gas" in texts["cancelled"]
    assert "CANCELLED" in texts["ticket"]
    assert waiting(database) == ["cancelled", "ticket"]


def test_the_caller_can_be_left_alone(database: Database) -> None:
    run(database, "status", "cancelled", "--no-text")
    assert "cancelled" not in waiting(database)


def test_a_state_that_can_not_follow_is_refused_with_those_that_can(database: Database) -> None:
    refused = run(database, "status", "ready")
    assert refused.exit_code == 1
    assert "is received, so it can't become ready: it can become preparing, no_show or cancelled." in refused.output
    run(database, "status", "cancelled")
    assert "nothing can follow that" in run(database, "status", "preparing").output


def test_a_line_is_taken_out_and_the_price_explained(database: Database) -> None:
    done = run(database, "amend", "--line", "2", "--remove", "--by", "Ana")
    assert done.output.splitlines() == [
        "1 x Large Lamb Kebab: 15.00 (large lamb Kebab 15.00)",
        "#001 of Sam: 22.00 before, 15.00 now.",
    ]
    assert waiting(database) == ["changed", "ticket"]


def test_a_quantity_and_the_notes_are_changed(database: Database) -> None:
    run(database, "amend", "--line", "2", "--quantity", "1", "--note", "ring the bell", "--no-text")
    order = the_order(database)
    assert (order.item_count, order.notes, order.quote.total.cents) == (2, "ring the bell", 1850)
    assert waiting(database) == ["ticket", "confirmation"]


def test_what_changes_nothing_says_so(database: Database) -> None:
    assert run(database, "amend", "--note", "at the door").output == "#001 is like that already.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    (
        ((), 2, "Say what to change"),
        (("--line", "1"), 2, "Give --line with --quantity or with --remove."),
        (("--quantity", "1"), 2, "Give --line with --quantity or with --remove."),
        (("--line", "1", "--quantity", "1", "--remove"), 2, "Give --line with --quantity or with --remove."),
        (("--line", "9", "--remove"), 1, "It has 2 lines."),
        (("--note", "x" * 301), 1, "Notes have at most 300 characters"),
    ),
)
def test_a_change_that_can_not_be_made_says_why(
    database: Database, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = run(database, "amend", *arguments)
    assert (done.exit_code, said in done.output) == (code, True), done.output


def test_an_order_is_not_emptied_but_cancelled(database: Database) -> None:
    run(database, "amend", "--line", "2", "--remove")
    assert "cancel it instead" in run(database, "amend", "--line", "1", "--remove").output


def test_an_order_in_the_kitchen_is_not_changed(database: Database) -> None:
    run(database, "status", "preparing")
    assert "it can be cancelled" in run(database, "amend", "--line", "2", "--remove").output


def test_the_history_tells_every_change_with_who_and_when(database: Database) -> None:
    run(database, "amend", "--line", "2", "--quantity", "1", "--by", "Ana")
    run(database, "status", "preparing", "--by", "Ben")
    rows = json.loads(run(database, "history", "--json").output)
    assert [(row["who"], row["what"]) for row in rows] == [
        ("caller", "placed"),
        ("staff:Ana", "amended"),
        ("staff:Ben", "status"),
    ]
    assert "3 items, 22.00" in rows[1]["before"]
    assert "2 items, 18.50" in rows[1]["after"]
    assert (rows[2]["before"], rows[2]["after"]) == ("received", "preparing")
    assert all(dt.datetime.fromisoformat(row["at"]).tzinfo for row in rows)
    assert "staff:Ben" in run(database, "history").output


@pytest.mark.parametrize("command", (("status", "20200101-001", "ready"), ("history", "20200101-001")))
@pytest.mark.usefixtures("database")
def test_an_order_that_there_is_not_is_said_in_a_line(command: tuple[str, ...]) -> None:
    done = CliRunner().invoke(main, ["orders", *command])
    assert (done.exit_code, "There is no order 20200101-001." in done.output) == (1, True)


def test_orders_are_still_listed_without_a_command(database: Database) -> None:
    listed = CliRunner().invoke(main, ["orders", "--json"])
    assert [order["orderNumber"] for order in json.loads(listed.output)] == [the_order(database).number.id]
