"""`kebabalab staff`: who may open the pages for staff, and which tablets are paired."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import click
import orjson
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kebabalab.app import prepare, staff_lifetimes
from kebabalab.cli.settings import load
from kebabalab.cli.store import database_of
from kebabalab.config import Settings
from kebabalab.db.connection import Database
from kebabalab.db.passwords import Passwords
from kebabalab.db.staff import StaffBook
from kebabalab.db.staff_sessions import StaffSessions
from kebabalab.db.staff_tries import Tries
from kebabalab.gateways.clock import SystemClock
from kebabalab.models import errors
from kebabalab.models.staff import LONGEST_PASSWORD, Role, device_name, new_password, staff_name
from kebabalab.web.limits import counted_as

ROLES = click.Choice([str(role) for role in Role])
FROM_STDIN = click.option("--password-stdin", is_flag=True, help="Read the password from standard input, one line.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON: one list.")


@click.group()
def staff() -> None:
    """Say who may open the pages for staff, and pair the kitchen's tablets."""


@staff.command()
@click.argument("name")
@click.option("--role", type=ROLES, required=True, help="The kitchen sees the orders, the owner everything.")
@FROM_STDIN
def add(name: str, role: str, password_stdin: bool) -> None:
    """Add an account for NAME. The password is asked for."""
    with _opened() as (_settings, database):
        kept, book = _name(name), StaffBook(database)
        if kept in {account.name for account in book.accounts()}:
            raise click.ClickException(
                f"{kept} has an account already; `kebabalab staff password {kept}` sets a new password."
            )
        password = _password(kept, from_stdin=password_stdin)
        try:
            book.add(kept, Role(role), Passwords().hash(password), SystemClock().now())
        except errors.StaffExists:
            raise click.ClickException(f"{kept} has an account already.") from None
    click.echo(f"{kept} can sign in as {role}.")


@staff.command(name="list")
@AS_JSON
def list_(as_json: bool) -> None:
    """List the accounts, with their roles and how many sessions each has open."""
    with _opened() as (_settings, database):
        found = StaffBook(database).accounts()
    rows = [
        {"name": one.name, "role": str(one.role), "since": f"{one.since:%Y-%m-%d}", "sessions": one.sessions}
        for one in found
    ]
    _print(rows, "Nobody has an account yet: `kebabalab staff add NAME --role owner` adds one.", as_json=as_json)


@staff.command()
@click.argument("name")
def remove(name: str) -> None:
    """Remove the account of NAME; who is signed in with it is signed out."""
    with _opened() as (_settings, database), _known(name):
        StaffBook(database).remove(_name(name))
    click.echo(f"{_name(name)} can't sign in any more.")


@staff.command()
@click.argument("name")
@FROM_STDIN
def password(name: str, password_stdin: bool) -> None:
    """Set another password for NAME, who is signed out everywhere."""
    with _opened() as (_settings, database), _known(name):
        kept, book = _name(name), StaffBook(database)
        if not book.password(kept):
            raise errors.NoSuchStaff(kept)
        book.set_password(kept, Passwords().hash(_password(kept, from_stdin=password_stdin)))
    click.echo(f"{kept} has another password, and is signed out everywhere.")


@staff.command()
@click.argument("name", required=False)
@click.option("--address", help="Forget the wrong tries from this address.")
def unlock(name: str | None, address: str | None) -> None:
    """Forget the wrong passwords that were tried for NAME, or from an address: the next try waits for nothing."""
    if not name and not address:
        raise click.UsageError("Say whom to unlock: a NAME, or --address.")
    with _opened() as (_settings, database):
        tries = Tries(database)
        for kind, what in (("account", _name(name) if name else ""), ("source", counted_as(address or ""))):
            if what:
                done = tries.forget(kind, what)
                click.echo(f"{what} {'is unlocked' if done else 'was not locked'}.")
        if name:
            tries.forget("change", _name(name))


@staff.command(name="sign-out")
@click.argument("name", required=False)
@click.option("--all", "everybody", is_flag=True, help="Everybody, paired devices too: they must be paired again.")
def sign_out(name: str | None, everybody: bool) -> None:
    """Sign NAME out everywhere, or everybody."""
    if bool(name) == everybody:
        raise click.UsageError("Give a NAME, or --all.")
    with _opened() as (_settings, database), _known(name or ""):
        book = StaffBook(database)
        ended = book.sign_out(_name(name)) if name else book.sign_out_all()
    click.echo(f"{ended} {'session' if ended == 1 else 'sessions'} ended.")


@staff.command()
@click.option("--name", default="Kitchen", show_default=True, help="What the tablet is called, for orders' history.")
def pair(name: str) -> None:
    """Print a code that pairs one tablet for the kitchen, so that nobody types a password there."""
    try:
        device = device_name(name)
    except errors.DeviceNameRefused:
        raise click.UsageError("A device's name has 1 to 40 characters.") from None
    with _opened() as (settings, database):
        sessions = StaffSessions(database, staff_lifetimes(settings))
        code = sessions.new_code(device, "command", SystemClock().now())
    click.echo(f"{code.shown} pairs {device!r}, once, within ten minutes.")
    click.echo(f"On the tablet, open {settings.public_url or f'http://{settings.host}:{settings.port}'}/staff/pair")


@staff.group()
def devices() -> None:
    """See the paired devices, and remove one."""


@devices.command(name="list")
@AS_JSON
def list_devices(as_json: bool) -> None:
    """List the paired devices."""
    with _opened() as (settings, database):
        found = StaffSessions(database, staff_lifetimes(settings)).devices()
    rows = [
        {
            "id": one.id,
            "name": one.name,
            "pairedBy": one.paired_by,
            "since": f"{one.since:%Y-%m-%d}",
            "seen": f"{one.seen_at:%Y-%m-%d %H:%M}" if one.seen_at else None,
        }
        for one in found
    ]
    _print(rows, "No device is paired: `kebabalab staff pair` prints a code for one.", as_json=as_json)


@devices.command(name="remove")
@click.argument("device")
def remove_device(device: str) -> None:
    """Unpair the DEVICE with this id."""
    with _opened() as (settings, database):
        if not StaffSessions(database, staff_lifetimes(settings)).remove_device(device):
            raise click.ClickException(f"No device has the id {device}: `kebabalab staff devices list` shows them.")
    click.echo(f"{device} is not paired any more.")


@contextmanager
def _opened() -> Iterator[tuple[Settings, Database]]:
    settings = load()
    with database_of(settings, keys=True) as database:
        # Accounts are often made before the first start.
        prepare(database)
        yield settings, database


@contextmanager
def _known(name: str) -> Iterator[None]:
    try:
        yield
    except errors.NoSuchStaff:
        raise click.ClickException(f"Nobody has the name {name}: `kebabalab staff list` shows who there is.") from None


def _name(written: str) -> str:
    try:
        return staff_name(written)
    except errors.StaffNameRefused:
        raise click.UsageError("A name has 2 to 30 letters, digits, dots or dashes, and begins with no dash.") from None


def _password(name: str, *, from_stdin: bool) -> str:
    """The password that was typed, twice the same, or came in; asked again while it can't be set."""
    if from_stdin:
        try:
            return new_password(sys.stdin.readline(4 * LONGEST_PASSWORD).rstrip("\r\n"), name)
        except errors.PasswordRefused as refused:
            raise click.UsageError(str(refused)) from None
    while True:
        typed = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        try:
            return new_password(typed, name)
        except errors.PasswordRefused as refused:
            click.echo(str(refused), err=True)


def _print(rows: Sequence[Mapping[str, object]], none: str, *, as_json: bool) -> None:
    if as_json:
        click.echo(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode())
    elif not rows:
        click.echo(none)
    else:
        table = Table(*rows[0], box=None)
        for row in rows:
            table.add_row(*(escape(str(value if value is not None else "signed out")) for value in row.values()))
        Console(highlight=False).print(table)
