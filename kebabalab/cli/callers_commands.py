"""`kebabalab callers`: the block list, numbers of which only a person takes orders."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click
import orjson
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kebabalab.cli.settings import load, stop
from kebabalab.cli.store import database_of
from kebabalab.config import E164
from kebabalab.db.block_list import BlockList
from kebabalab.db.migrate import is_current
from kebabalab.gateways.clock import SystemClock
from kebabalab.gateways.shop_files import load as load_shop
from kebabalab.logs import masked
from kebabalab.models.errors import PhoneRefused, ShopFilesBroken
from kebabalab.models.shop import Shop
from kebabalab.validators import people

LONGEST_WHY = 200


@dataclass(frozen=True, slots=True)
class Desk:
    """The shop, and its block list."""

    shop: Shop
    block_list: BlockList

    def number(self, words: str) -> str:
        """The number as E.164; also one that is not valid, as callers who are a nuisance show any number."""
        try:
            return people.phone(words, self.shop.country)
        except PhoneRefused:
            bare = "".join(char for char in words if char not in " ()-.")
            if E164.fullmatch(bare):
                return bare
            raise click.UsageError(f"{words} is no phone number.") from None


@click.group()
def callers() -> None:
    """Have a person take the orders of a number, and no longer the assistant."""


@callers.command()
@click.argument("phone")
@click.option("--why", default="", help="For staff; the caller is not told.")
def block(phone: str, why: str) -> None:
    """Block PHONE: its orders are put to a person, and no texts are sent to it. Questions are answered."""
    with _opened() as desk:
        number = desk.number(phone)
        new = desk.block_list.block(number, " ".join(why.split())[:LONGEST_WHY], SystemClock().now())
    click.echo(f"{masked(number)} is blocked." if new else f"{masked(number)} was blocked already; noted anew.")


@callers.command()
@click.argument("phone")
def unblock(phone: str) -> None:
    """Take PHONE off the block list."""
    with _opened() as desk:
        number = desk.number(phone)
        known = desk.block_list.unblock(number)
    click.echo(f"{masked(number)} {'can order again' if known else 'was not blocked'}.")


@callers.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one list, the number first that was blocked first.")
@click.option("--show-phones", is_flag=True, help="Print phone numbers whole.")
def list_(as_json: bool, show_phones: bool) -> None:
    """List the numbers that are blocked, since when, and why."""
    with _opened() as desk:
        zone = desk.shop.zone
        found = desk.block_list.listed()
    rows = [
        {
            "phone": one.phone if show_phones else masked(one.phone),
            "since": one.since.astimezone(zone).isoformat(timespec="seconds"),
            "why": one.why if show_phones else masked(one.why),
        }
        for one in found
    ]
    if as_json:
        click.echo(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode())
    elif not rows:
        click.echo("Nobody is blocked.")
    else:
        table = Table("phone", "since", "why", box=None)
        for row in rows:
            table.add_row(row["phone"], row["since"][:16].replace("T", " "), escape(row["why"]))
        Console(highlight=False).print(table)


@contextmanager
def _opened() -> Iterator[Desk]:
    """The shop and its block list; a line that says what is wrong where either can't be used."""
    settings = load()
    try:
        shop = load_shop(settings.shop_folder).shop
    except ShopFilesBroken as broken:
        stop(list(broken.problems))
    with database_of(settings, must_exist=True, keys=True) as database:
        if not is_current(database):
            raise click.ClickException("The database is not up to date: the next `kebabalab serve` sees to that.")
        yield Desk(shop, BlockList(database))
