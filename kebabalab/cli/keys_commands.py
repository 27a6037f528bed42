"""`kebabalab keys`: make a key for what is kept of callers, and encrypt everything with the newest."""

from __future__ import annotations

import click

from kebabalab.app import key_source, prepare
from kebabalab.cli.settings import load
from kebabalab.cli.store import database_of, progress_bar
from kebabalab.db.vault_keys import new_key, read_file, write_keys
from kebabalab.db.vault_rotation import count_stale, rotate
from kebabalab.models.errors import KeyMissing


@click.group()
def keys() -> None:
    """Make a key for what is kept of callers, and encrypt everything with the newest."""


@keys.command()
@click.option("--add", is_flag=True, help="Put it before the others in the key file, instead of printing it.")
def new(add: bool) -> None:
    """Print a new key, for DATA_KEYS or a key file. Keep a copy away from this machine: nothing replaces it."""
    if not add:
        click.echo(new_key())
        return
    file = key_source(load()).in_use
    if file is None:
        raise click.ClickException("The keys are in DATA_KEYS, not in a file: put the new one before them there.")
    try:
        if file.exists():
            # What is no key must not be kept among them.
            read_file(file)
        before = file.read_text(encoding="ascii").split() if file.exists() else []
        write_keys(file, [new_key(), *before], over=True)
    except KeyMissing as wrong:
        raise click.ClickException(f"{wrong}.") from None
    click.echo(f"{file} has a new key. Keep a copy of it, restart the server, then run `kebabalab keys rotate`.")


@keys.command(name="rotate")
def rotate_all() -> None:
    """Encrypt every row that has another key than the newest, or none. The server can run meanwhile.

    It has to know the new key already. A rotation that was broken off is simply begun again. With ENCRYPTION=off
    everything is kept readable from then on.
    """
    settings = load()
    with database_of(settings, must_exist=True, keys=True) as database:
        prepare(database)
        with progress_bar("encrypting", count_stale(database)) as step:
            done = rotate(database, step)
        newest, others = database.vault.newest, database.vault.ids
    if newest is None:
        click.echo(f"{done:,} rows were changed: nothing is encrypted any more.")
        return
    click.echo(f"{done:,} rows were changed: everything is encrypted with the key {newest.id}.")
    if older := sorted(others - {newest.id}):
        live = ", once the calls that are live now have ended" if settings.redis_url else ""
        click.echo(f"No row needs {', '.join(older)} any more{live}: take it out of DATA_KEYS or the key file.")
        click.echo("Backups that were made until now still need it: keep a copy for as long as you keep those.")
