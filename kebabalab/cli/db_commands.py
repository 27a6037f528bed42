"""`kebabalab db`: back the database up, check and restore backups, bring it up to date."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from kebabalab.app import shown
from kebabalab.cli.prototype_command import import_prototype
from kebabalab.cli.settings import load
from kebabalab.cli.store import database_of, progress_bar
from kebabalab.config import Settings
from kebabalab.db import backup as backups
from kebabalab.db.backup_file import BackupBroken, new_key, one_at_a_time, read_key
from kebabalab.db.migrate import revision, upgrade
from kebabalab.db.vault_register import registered

FOLDER = Path("var/backups")


@click.group()
def db() -> None:
    """Back up, check, restore and bring up to date what the server keeps."""


db.add_command(import_prototype)


@db.command()
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), help="Folder.  [BACKUP_DIR, else var/backups]")
@click.option("--keep", type=click.IntRange(1), help="Delete all but the newest so many.  [BACKUP_KEEP]")
def backup(to: Path | None, keep: int | None) -> None:
    """Write a backup of the database, while the server runs."""
    settings = load()
    folder, key = to or settings.backup_dir or FOLDER, key_of(settings)
    with database_of(settings, must_exist=True) as database, one_at_a_time(folder, waits=True):
        with progress_bar("backing up", backups.count_rows(database)) as step:
            made = backups.backup(database, folder, dt.datetime.now(dt.UTC), key, step)
        click.echo(f"{made} ({made.stat().st_size:,} bytes, {'not ' if key is None else ''}encrypted)")
        for old in backups.rotate(folder, keep or settings.backup_keep):
            click.echo(f"deleted {old.name}")


@db.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--quick", is_flag=True, help="Read it only: don't restore it into a database that is thrown away.")
def verify(file: Path, quick: bool) -> None:
    """Read a backup from its first byte to its last, and try a restore of it. Exit code 1 when it can't be restored."""
    key = key_of(load())
    try:
        with progress_bar("reading", None) as step:
            contents = backups.verify(file, key, step)
        if not quick:
            with progress_bar("trying a restore", sum(contents.rows.values())) as step:
                backups.rehearse(file, key, step)
    except BackupBroken as broken:
        raise click.ClickException(f"{file}: {broken}") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'the disk'}: {error.strerror}") from None
    tried = "" if quick else ", and a restore of it works"
    click.echo(f"{file}: made {contents.made_at}, tables at step {contents.revision}, all of it is there{tried}")
    for table, count in contents.rows.items():
        click.echo(f"  {count:>9,}  {table}")


@db.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--to", help="Address of the database.  [DATABASE_URL]")
@click.option("--force", is_flag=True, help="Drop the orders that the database holds.")
def restore(file: Path, to: str | None, force: bool) -> None:
    """Put a backup in place of what a database holds: all of it or nothing. Stop the server first.

    The database can be of the other kind than the one that was backed up: SQLite and PostgreSQL take each other's.
    """
    settings = load(database_url=to)
    where, key = shown(settings.database_url), key_of(settings)
    try:
        with database_of(settings) as database, progress_bar("restoring", None) as step:
            contents = backups.restore(file, database, key, force, step)
            with database.reading() as connection:
                needed = registered(connection)
    except BackupBroken as broken:
        raise click.ClickException(f"{file}: {broken}; nothing was restored") from None
    except backups.NotEmpty:
        raise click.ClickException(
            f"{where} holds orders; nothing was restored. Name an empty database with --to, or drop its orders with "
            "--force."
        ) from None
    rows = sum(contents.rows.values())
    click.echo(f"{where} holds what was backed up on {contents.made_at}: {rows:,} rows")
    if needed:
        click.echo(f"What it holds of callers needs the data key {', '.join(sorted(needed))}: docs/PRIVACY.md")


@db.command()
def migrate() -> None:
    """Bring the database up to date. `serve` does this by itself."""
    settings = load()
    with database_of(settings) as database:
        before, needed = revision(database)
        upgrade(database)
    where = shown(settings.database_url)
    if before == needed:
        click.echo(f"{where} is up to date (step {needed})")
    else:
        click.echo(f"{where}: from step {before or 'none'} to {needed}")


@db.command("new-key")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def make_key(file: Path) -> None:
    """Write a new key for backups to FILE. Keep a copy of it elsewhere: without it they can't be read."""
    try:
        new_key(file)
    except FileExistsError:
        raise click.ClickException(f"{file} is there already; a key is never written over") from None
    except OSError as error:
        raise click.ClickException(f"{file} can't be written: {error.strerror}") from None
    click.echo(f"{file} holds a new key. Set BACKUP_KEY_FILE to it, and keep a copy away from this machine.")


def key_of(settings: Settings) -> bytes | None:
    """The key of backups; None where they are not encrypted. Exits where it can't be read."""
    if settings.backup_key_file is None:
        return None
    try:
        return read_key(settings.backup_key_file)
    except BackupBroken as broken:
        raise click.ClickException(str(broken)) from None
