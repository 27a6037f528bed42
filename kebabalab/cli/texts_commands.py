"""`kebabalab texts`: the texts that went out, wait or were given up, and sending those again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from zoneinfo import ZoneInfo

import click
import orjson
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kebabalab.app import open_database
from kebabalab.cli.settings import load, stop
from kebabalab.config import Settings
from kebabalab.db.connection import Database
from kebabalab.db.migrate import is_current
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.texts_book import TextsBook, TextSeen
from kebabalab.gateways.clock import SystemClock
from kebabalab.gateways.shop_files import load as load_shop
from kebabalab.logs import masked
from kebabalab.models.errors import PhoneRefused, ShopFilesBroken, StoreUnavailable
from kebabalab.models.shop import Shop
from kebabalab.validators import people

SHOWN_BODY = 60
Row = dict[str, object]


@click.group()
def texts() -> None:
    """See texts, and send those again that were given up."""


@texts.command(name="list")
@click.option("--dead", is_flag=True, help="Only those that were given up.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one list, the newest text first.")
@click.option("--last", type=click.IntRange(1, 10_000), default=50, show_default=True, help="How many at most.")
def list_(dead: bool, as_json: bool, last: int) -> None:
    """List texts, the newest first, with what became of each. Phone numbers are masked."""
    with _opened() as (shop, database):
        found = TextsBook(database).latest(last, dead=dead)
    rows = [_row(text, shop.zone) for text in found]
    if as_json:
        click.echo(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode())
    else:
        _print(rows, Console(highlight=False))


@texts.command()
@click.argument("ids", type=int, nargs=-1)
@click.option("--all-dead", is_flag=True, help="All texts of the last 24 hours that were given up.")
def resend(ids: Sequence[int], all_dead: bool) -> None:
    """Send texts again that were given up, by their ids in the list.

    A number that wants no texts is left alone. Of a text that may have gone out Twilio is asked first.
    """
    if bool(ids) == all_dead:
        raise click.UsageError("Give the ids of texts, or --all-dead.")
    asked = None if all_dead else set(ids)
    with _opened() as (_shop, database):
        book = TextsBook(database)
        now = SystemClock().now()
        barred = OptOuts(database).among(book.recipients_of_dead(asked, now))
        again = book.resend(asked, now, barred)
    click.echo(f"{len(again)} {'text' if len(again) == 1 else 'texts'} will be sent again.")
    if barred:
        click.echo("Left alone, as they want no texts: " + ", ".join(masked(number) for number in sorted(barred)))
    left = sorted((asked or set()) - again)
    if left:
        listed = ", ".join(map(str, left))
        click.echo(f"Not sent again: {listed}. Only texts that were given up can be, and only where they are wanted.")
        raise click.exceptions.Exit(1)


@texts.command()
@click.argument("number")
def allow(number: str) -> None:
    """Text a number again that asked for no more texts, once its owner has sent START to the shop's number."""
    with _opened() as (shop, database):
        try:
            phone = people.phone(number, shop.country)
        except PhoneRefused:
            raise click.UsageError(f"{number} is no phone number.") from None
        known = OptOuts(database).drop(phone)
    click.echo(f"{masked(phone)} {'is texted again' if known else 'was not opted out here'}.")


@contextmanager
def _opened() -> Iterator[tuple[Shop, Database]]:
    """The shop and its database; a line that says what is wrong where either can't be used."""
    settings = load()
    shop = _checked(settings)
    database: Database | None = None
    try:
        database = open_database(settings)
        if not is_current(database):
            raise click.ClickException("The database is not up to date: the next `kebabalab serve` sees to that.")
        yield shop, database
    except StoreUnavailable as down:
        raise click.ClickException(f"The texts can't be read ({down}). `kebabalab doctor` says what to do.") from None
    finally:
        if database is not None:
            database.close()


def _checked(settings: Settings) -> Shop:
    try:
        return load_shop(settings.shop_folder).shop
    except ShopFilesBroken as broken:
        stop(list(broken.problems))


def _row(text: TextSeen, zone: ZoneInfo) -> Row:
    """A text as it is listed, times on the shop's clock, every phone number masked."""
    return {
        "id": text.id,
        "kind": text.kind,
        "to": masked(text.recipient) or "the shop",
        "order": text.order_id,
        "state": text.state,
        "delivery": text.delivery,
        "attempts": text.attempts,
        "queuedAt": text.queued_at.astimezone(zone).isoformat(timespec="seconds"),
        "sentAt": text.sent_at.astimezone(zone).isoformat(timespec="seconds") if text.sent_at else None,
        "problem": text.problem,
        "text": masked(text.body),
    }


def _print(rows: Sequence[Row], console: Console) -> None:
    if not rows:
        console.print("No texts.")
        return
    table = Table("id", "queued", "kind", "to", "order", "state", "tries", "problem", "text", box=None)
    for row in rows:
        state = f"{row['state']}, {row['delivery']}" if row["delivery"] else row["state"]
        first = str(row["text"]).splitlines()[0][:SHOWN_BODY] if row["text"] else ""
        queued = str(row["queuedAt"])[:16].replace("T", " ")
        cells = (row["id"], queued, row["kind"], row["to"], row["order"], state, row["attempts"], row["problem"], first)
        table.add_row(*(escape(str(cell)) for cell in cells))
    console.print(table)
