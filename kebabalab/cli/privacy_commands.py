"""`kebabalab privacy`: show a person what is kept of them, and clear it when they ask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
import orjson

from kebabalab.app import live_calls
from kebabalab.cli.settings import load, stop
from kebabalab.cli.store import database_of
from kebabalab.config import Settings
from kebabalab.db.connection import Database
from kebabalab.db.migrate import is_current
from kebabalab.db.privacy import StillToCome, forget
from kebabalab.db.privacy import export as kept_of
from kebabalab.gateways.clock import SystemClock
from kebabalab.gateways.shop_files import load as load_shop
from kebabalab.logs import masked
from kebabalab.models.errors import PhoneRefused, ShopFilesBroken
from kebabalab.models.order import OrderEvent
from kebabalab.validators import people


@click.group()
def privacy() -> None:
    """Show a person what is kept of them, and clear it when they ask."""


@privacy.command()
@click.argument("phone")
def export(phone: str) -> None:
    """Print as JSON all that is kept of PHONE: orders, texts, calls."""
    with _opened(phone) as (_settings, database, number):
        found = kept_of(database, number)
    click.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())


@privacy.command(name="forget")
@click.argument("phone")
@click.option("--yes", is_flag=True, help="Don't ask whether this is meant.")
@click.option("--by", default="", metavar="NAME", help="Who does it, for the orders' history.")
def forget_one(phone: str, yes: bool, by: str) -> None:
    """Clear all that is kept of PHONE. Orders stay with what was sold, without name, number and notes.

    That they want no texts is kept, as it has to be; and that they are blocked, without what was noted of it.
    """
    who = " ".join(by.split())[:60]
    with _opened(phone) as (settings, database, number):
        if not yes:
            click.confirm(f"Clear all that is kept of {masked(number)}? This can't be undone.", abort=True)
        event = OrderEvent("", SystemClock().now(), f"staff:{who}" if who else "staff", "forgotten")
        try:
            gone, keys = forget(database, number, event)
        except StillToCome as waiting:
            raise click.ClickException(
                f"{waiting} is still to be fetched: cancel it first, or wait until it is. Nothing was cleared."
            ) from None
        live = live_calls(settings, database.vault)
        if live is not None:
            live.forget(keys)
            live.close()
    click.echo(f"Cleared: {gone['orders']} orders, {gone['calls']} calls, {gone['texts']} texts of {masked(number)}.")
    click.echo("Backups made until now still hold them, encrypted, until they are rotated out.")


@contextmanager
def _opened(phone: str) -> Iterator[tuple[Settings, Database, str]]:
    """The settings, the database, and the number as E.164; a line that says what is wrong with any of them."""
    settings = load()
    try:
        country = load_shop(settings.shop_folder).shop.country
        number = people.phone(phone, country)
    except ShopFilesBroken as broken:
        stop(list(broken.problems))
    except PhoneRefused:
        raise click.UsageError(f"{phone} is no phone number.") from None
    with database_of(settings, must_exist=True, keys=True) as database:
        if not is_current(database):
            raise click.ClickException("The database is not up to date: the next `kebabalab serve` sees to that.")
        yield settings, database, number
