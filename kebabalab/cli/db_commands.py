"""`kebabalab db`: back the database up, check and restore backups, bring it up to date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from kebabalab.app import shown
from kebabalab.cli.settings import load
from kebabalab.config import Settings
from kebabalab.db import backup as backups
from kebabalab.db.backup_file import BackupBroken, new_key, read_header, read_key
from kebabalab.db.connection import Database
from kebabalab.db.migrate import revision, upgrade
from kebabalab.models.errors import StoreUnavailable

FOLDER = Path("var/backups")


@click.group()
def db() -> None:
    """Back up, check, restore and bring up to date what the server keeps."""


@db.command()
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), help="Folder.  [BACKUP_DIR, else var/backups]")
@click.option("--keep", type=click.IntRange(1), help="Delete all but the newest so many.  [BACKUP_KEEP]")
def backup(to: Path | None, keep: int | None) -> None:
    """Write a backup of the database, while the server runs."""
    settings = load()
    folder = to or settings.backup_dir or FOLDER
    with _database(settings) as database, _progress("backing up", backups.count_rows(database)) as step:
        made = backups.backup(database, folder, dt.datetime.now(dt.UTC), key_of(settings), step)
    click.echo(f"{made} ({made.stat().st_size:,} bytes{'' if settings.backup_key_file else ', not encrypted'})")
    for old in backups.expired(folder, keep or settings.backup_keep):
        old.unlink()
        click.echo(f"deleted {old.name}")


@db.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def verify(file: Path) -> None:
    """Read a backup from its first byte to its last. Exit code 1 when it could not be restored."""
    try:
        contents = backups.verify(file, key_of(load()))
    except BackupBroken as broken:
        raise click.ClickException(f"{file}: {broken}") from None
    click.echo(f"{file}: made {contents.made_at}, tables at step {contents.revision}, all of it is there")
    for table, count in contents.rows.items():
        click.echo(f"  {count:>9,}  {table}")


@db.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--to", help="Address of the database.  [DATABASE_URL]")
@click.option("--force", is_flag=True, help="Drop the orders that the database holds.")
def restore(file: Path, to: str | None, force: bool) -> None:
    """Put a backup into a database: all of it or nothing. Stop the server first.

    The database can be of the other kind than the one that was backed up: SQLite and PostgreSQL take each other's.
    """
    settings = load(database_url=to)
    try:
        read_header(file)
        with _database(settings) as database, _progress("restoring", None) as step:
            contents = backups.restore(file, database, key_of(settings), force, step)
    except BackupBroken as broken:
        raise click.ClickException(f"{file}: {broken}; nothing was restored") from None
    except backups.NotEmpty:
        says = f"{shown(settings.database_url)} holds orders, or tables of another version; nothing was restored."
        raise click.ClickException(
            f"{says} Name an empty database with --to, or drop its orders with --force."
        ) from None
    rows = sum(contents.rows.values())
    click.echo(f"{shown(settings.database_url)} holds what was backed up on {contents.made_at}: {rows:,} rows")


@db.command()
def migrate() -> None:
    """Bring the database up to date. `serve` does this by itself."""
    settings = load()
    with _database(settings) as database:
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
    click.echo(f"{file} holds a new key. Set BACKUP_KEY_FILE to it, and keep a copy away from this machine.")


def key_of(settings: Settings) -> bytes | None:
    """The key of backups; None where they are not encrypted. Exits where it can't be read."""
    if settings.backup_key_file is None:
        return None
    try:
        return read_key(settings.backup_key_file)
    except BackupBroken as broken:
        raise click.ClickException(str(broken)) from None


@contextmanager
def _database(settings: Settings) -> Iterator[Database]:
    try:
        database = Database(settings.database_url)
        yield database
        database.close()
    except StoreUnavailable as down:
        raise click.ClickException(f"{shown(settings.database_url)} can't be used: {down}") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'the disk'}: {error.strerror}") from None


@contextmanager
def _progress(what: str, rows: int | None) -> Iterator[backups.Progress]:
    """A bar on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,} rows"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(what, total=rows)
        yield lambda count: bar.advance(task, count)
