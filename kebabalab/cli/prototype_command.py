"""`kebabalab db import-prototype`: the predecessor's orders, brought over, with a report of what could not be."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field
from pathlib import Path

import click
import orjson

from kebabalab.cli.settings import load
from kebabalab.cli.store import database_of, progress_bar
from kebabalab.config import Settings
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.prototype import NoPrototype, count_old, keep_old, read_old
from kebabalab.gateways.shop_files import load as load_shop
from kebabalab.language.lexicon import build_lexicon
from kebabalab.tools.facts import Facts
from kebabalab.tools.old_orders import OldOrder, Unreadable, imported


@click.command("import-prototype")
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
        with database_of(settings) as database, progress_bar("importing", count_old(file)) as step:
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
