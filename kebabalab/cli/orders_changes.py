"""`kebabalab orders status | amend | history`: what staff change of an order, and every change that it has had."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import click
import orjson
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kebabalab.app import open_database
from kebabalab.cli.settings import load, stop
from kebabalab.db.connection import Database
from kebabalab.db.migrate import is_current
from kebabalab.db.orders import OrderBook
from kebabalab.gateways.clock import SystemClock
from kebabalab.gateways.shop_files import load as load_shop
from kebabalab.language.say import listing
from kebabalab.logs import masked
from kebabalab.models import errors
from kebabalab.models.facts import Facts
from kebabalab.models.order import Order, OrderNumber, Status
from kebabalab.models.order_change import By, OrderChange
from kebabalab.rules.hours import business_day
from kebabalab.rules.orders import can_become
from kebabalab.tools.ports import ShopData
from kebabalab.tools.staff_changes import Amendment, amended, explained, told, with_status

NUMBER = re.compile(r"#?(\d{1,4})")
BY = click.option("--by", default="", metavar="NAME", help="Who does it, for the order's history.")
REASON = click.option("--reason", default="", help="Why; with a cancelled order the caller is told.")
NO_TEXT = click.option("--no-text", is_flag=True, help="Don't text the caller.")


@dataclass(frozen=True, slots=True)
class Counter:
    """The shop, and its orders."""

    held: ShopData
    book: OrderBook
    facts: Facts

    def id_of(self, words: str) -> str:
        """The id of the order that is named by its id, or by its number of the business day that is now."""
        found = NUMBER.fullmatch(words.strip())
        if found is None:
            return words.strip()
        day = business_day(self.held.shop.hours, self.held.shop.zone, self.facts.now)
        return OrderNumber(day, int(found[1])).id

    def change(self, words: str, decide: Callable[[Order], OrderChange | None]) -> Order:
        """Change the order that is named; a line that says why not, where it can't be."""
        try:
            return self.book.change(self.id_of(words), decide, self.facts.now)
        except errors.NoSuchOrder as absent:
            raise click.ClickException(f"There is no order {absent.order_id}.") from None
        except errors.StatusNotPossible as refused:
            raise click.ClickException(_possible(refused)) from None
        except errors.OrderingError as refused:
            raise click.ClickException(_worded(refused)) from None


@click.command()
@click.argument("order")
@click.argument("state", type=click.Choice([str(one) for one in Status if one is not Status.RECEIVED]))
@BY
@REASON
@NO_TEXT
def status(order: str, state: str, by: str, reason: str, no_text: bool) -> None:
    """Say how far an ORDER is ("20261123-047", or "047" for today's).

    The caller gets a text when it is ready or cancelled, the kitchen when it is cancelled.
    """
    with _opened() as counter:
        who = _by(by, reason, counter)

        def decide(found: Order) -> OrderChange | None:
            change = with_status(found, Status(state), who)
            return told(change, counter.held.shop, who, caller=not no_text) if change else None

        done = counter.change(order, decide)
    click.echo(f"{done.number.display} of {done.customer_name} is {done.status}.")


@click.command()
@click.argument("order")
@click.option("--line", type=click.IntRange(1), help="Which of its lines, counted from 1.")
@click.option("--quantity", type=click.IntRange(0, 50), help="How many of that line from now on; 0 takes it out.")
@click.option("--remove", is_flag=True, help="Take that line out.")
@click.option("--note", help='Other notes for the kitchen; "none" for none.')
@BY
@REASON
@NO_TEXT
def amend(order: str, line: int | None, quantity: int | None, remove: bool, note: str | None, **said: object) -> None:
    """Change an ORDER until the kitchen has begun: a line's quantity, or its notes.

    It is priced again by today's menu, with the explanation printed. The kitchen and the caller are told.
    """
    if (line is None) != (quantity is None and not remove) or (quantity is not None and remove):
        raise click.UsageError("Give --line with --quantity or with --remove.")
    if line is None and note is None:
        raise click.UsageError("Say what to change: --line with --quantity or --remove, or --note.")
    wish = Amendment(None if line is None else line - 1, quantity or 0, note)
    with _opened() as counter:
        who = _by(str(said["by"]), str(said["reason"]), counter)
        before: list[Order] = []

        def decide(found: Order) -> OrderChange | None:
            before.append(found)
            return amended(found, wish, who, counter.facts, caller=not said["no_text"])

        done = counter.change(order, decide)
    if done.revision == before[0].revision:
        click.echo(f"{done.number.display} is like that already.")
        return
    for row in explained(done.quote, done.lines):
        click.echo(row)
    if done.quote.surcharge:
        click.echo(f"{done.quote.surcharge_label}: {done.quote.surcharge}")
    if done.quote.menu_version != before[0].quote.menu_version:
        click.echo("The menu has changed since the order was placed: these are today's prices.")
    click.echo(
        f"{done.number.display} of {done.customer_name}: {before[0].quote.total} before, {done.quote.total} now."
    )


@click.command()
@click.argument("order")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one list, the oldest change first.")
def history(order: str, as_json: bool) -> None:
    """Show every change of an ORDER: when, by whom, what, and how it was before and after."""
    with _opened() as counter:
        order_id, zone = counter.id_of(order), counter.held.shop.zone
        events = counter.book.events(order_id)
    if not events:
        raise click.ClickException(f"There is no order {order_id}.")
    rows = [
        {
            "at": event.at.astimezone(zone).isoformat(timespec="seconds"),
            "who": event.who,
            "what": event.what,
            "before": masked(event.before),
            "after": masked(event.after),
        }
        for event in events
    ]
    if as_json:
        click.echo(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode())
        return
    table = Table("when", "who", "what", "before", "after", box=None)
    for row in rows:
        table.add_row(
            row["at"][:19].replace("T", " "), *(escape(row[name]) for name in ("who", "what", "before", "after"))
        )
    Console(highlight=False).print(table)


@contextmanager
def _opened() -> Iterator[Counter]:
    """The shop and its orders; a line that says what is wrong where either can't be used."""
    settings = load()
    try:
        held = load_shop(settings.shop_folder)
    except errors.ShopFilesBroken as broken:
        stop(list(broken.problems))
    zone: ZoneInfo = held.shop.zone
    database: Database | None = None
    try:
        database = open_database(settings)
        if not is_current(database):
            raise click.ClickException("The database is not up to date: the next `kebabalab serve` sees to that.")
        now = SystemClock().now().astimezone(zone)
        yield Counter(held, OrderBook(database), Facts(now, held.menu, held.shop))
    except errors.StoreUnavailable as down:
        raise click.ClickException(f"The orders can't be used ({down}). `kebabalab doctor` says what to do.") from None
    finally:
        if database is not None:
            database.close()


def _by(name: str, reason: str, counter: Counter) -> By:
    who = " ".join(name.split())[:60]
    return By(f"staff:{who}" if who else "staff", counter.facts.now, " ".join(reason.split())[:200])


def _possible(refused: errors.StatusNotPossible) -> str:
    after = [str(one) for one in Status if can_become(Status(refused.before), one)]
    can = f"it can become {listing(after, 'or')}" if after else "nothing can follow that"
    return f"{refused.order_id} is {refused.before}, so it can't become {refused.after}: {can}."


def _worded(refused: errors.OrderingError) -> str:
    match refused:
        case errors.KitchenHasBegun(display):
            return f"{display} is no longer only received, so it can't be changed; it can be cancelled."
        case errors.CartEmpty():
            return "Nothing would be left of it: cancel it instead, with `kebabalab orders status ORDER cancelled`."
        case errors.NoSuchLine(_, count):
            return f"It has {count} {'line' if count == 1 else 'lines'}."
        case errors.NotOnTheMenu(words):
            return f"The menu has no price for {words} any more: take that line out as well, or put it on the menu."
        case errors.NotesRefused():
            return "Notes have at most 300 characters on one line."
        case _:
            return f"It can't be changed like that ({type(refused).__name__})."
