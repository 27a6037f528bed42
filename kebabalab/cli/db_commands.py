"""`kebabalab db`: back the database up, check and restore backups, bring it up to date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import click
import orjson
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from kebabalab.app import shown
from kebabalab.cli.settings import load
from kebabalab.config import Settings
from kebabalab.db import backup as backups
from kebabalab.db.backup_file import BackupBroken, new_key, read_header, read_key
from kebabalab.db.connection import Database
from kebabalab.db.migrate import revision, upgrade
from kebabalab.db.prototype import NoPrototype, count_old, keep_old, read_old
from kebabalab.gateways.shop_files import load as load_shop
from kebabalab.language.lexicon import build_lexicon
from kebabalab.models.errors import StoreUnavailable
from kebabalab.tools.facts import Facts
from kebabalab.tools.old_orders import OldOrder, Unreadable, imported

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


@db.command("import-prototype")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Read and report, write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def import_prototype(file: Path, dry_run: bool, as_json: bool) -> None:
    """Bring over the orders of the predecessor's SQLite FILE, so that old callers have their usual.

    Their money stays as it was; their lines become today's where the menu still has them. Importing twice changes
    nothing.
    """
    settings = load()
    report = ImportReport()
    try:
        with _database(settings) as database, _progress("importing", count_old(file)) as step:
            upgrade(database)
            facts = _facts(settings)
            for old in read_old(file):
                _import(old, facts, None if dry_run else database, report)
                step(1)
    except NoPrototype as wrong:
        raise click.ClickException(str(wrong)) from None
    if as_json:
        click.echo(orjson.dumps(asdict(report), option=orjson.OPT_INDENT_2).decode())
        return
    verb = "could be imported" if dry_run else "imported"
    click.echo(f"{report.imported} orders {verb}, {report.known} there already, {len(report.unreadable)} unreadable")
    for number, why in report.unreadable.items():
        click.echo(f"  {number}: not imported: {why}")
    for number, remarks in report.remarks.items():
        click.echo(f"  {number}: {'; '.join(remarks)}")


@dataclass(slots=True)
class ImportReport:
    """What became of old orders: counts, and by old number what could not be kept as it was."""

    imported: int = 0
    known: int = 0
    unreadable: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, list[str]] = field(default_factory=dict)


def _import(old: OldOrder, facts: Facts, database: Database | None, report: ImportReport) -> None:
    try:
        found = imported(old, facts)
    except Unreadable as why:
        report.unreadable[old.order_number] = str(why)
        return
    kept = keep_old(database, found.order) if database is not None else found.order
    if kept is None:
        report.known += 1
        return
    report.imported += 1
    remarks = list(found.remarks)
    if kept.number != found.order.number:
        remarks.append(f"is now {kept.number.id}")
    if remarks:
        report.remarks[old.order_number] = remarks


def _facts(settings: Settings) -> Facts:
    data = load_shop(settings.shop_folder)
    return Facts(dt.datetime.now(dt.UTC), data.menu, data.shop, lexicon=build_lexicon(data.menu))
