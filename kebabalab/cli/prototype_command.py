"""`kebabalab db import-prototype`: the predecessor's orders, brought over, with a report of what could not be."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field
from pathlib import Path

import click
import orjson

from kebabalab.app import prepare
from kebabalab.cli.settings import load, stop
from kebabalab.cli.store import database_of, exists, progress_bar
from kebabalab.config import Settings
from kebabalab.db.connection import Database
from kebabalab.db.migrate import is_current
from kebabalab.db.prototype import NoPrototype, Rehearsal, count_old, keep_old, read_old
from kebabalab.gateways.shop_files import load as load_shop
from kebabalab.language.lexicon import build_lexicon
from kebabalab.models.errors import ShopFilesBroken
from kebabalab.tools.facts import Facts
from kebabalab.tools.old_orders import OldOrder, Unreadable, imported


@dataclass(frozen=True, slots=True)
class Finding:
    """What there is to say of an old order: its row of the file, counted from 1, its old number, and what."""

    row: int
    order: str
    says: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """What became of old orders: counts, those that could not be read, and what of others is not as it was."""

    dry_run: bool
    read: int = 0
    imported: int = 0
    known: int = 0
    unreadable: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)


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
    facts, report = _facts(settings), Report(dry_run)
    try:
        total = count_old(file)
        if dry_run and not exists(settings):
            _bring_over(file, total, facts, None, report)
        else:
            with database_of(settings, keys=not dry_run) as database:
                if not dry_run:
                    prepare(database)
                else:
                    is_current(database)
                _bring_over(file, total, facts, database, report)
    except NoPrototype as wrong:
        done = f" {report.imported} orders before that were imported." if report.imported and not dry_run else ""
        raise click.ClickException(f"{wrong}.{done}") from None
    if as_json:
        click.echo(orjson.dumps(asdict(report), option=orjson.OPT_INDENT_2).decode())
    else:
        _print(report)


def _bring_over(file: Path, total: int, facts: Facts, database: Database | None, report: Report) -> None:
    rehearsal = Rehearsal(database)
    with progress_bar("importing", total) as step:
        for old in read_old(file):
            report.read += 1
            try:
                found = imported(old, facts)
            except Unreadable as why:
                report.unreadable.append(Finding(report.read, old.order_number, (str(why),)))
                step(1)
                continue
            if report.dry_run or database is None:
                kept = rehearsal.keep(found.order)
            else:
                kept = keep_old(database, old, found.order)
            if kept is None:
                report.known += 1
            else:
                report.imported += 1
                _remark(report, old, found.remarks, (found.order.number.number, kept.number.number))
            step(1)


def _remark(report: Report, old: OldOrder, remarks: tuple[str, ...], numbers: tuple[int, int]) -> None:
    before, after = numbers
    if before != after:
        why = "another order of that day has its number" if before else "it has no number of a day"
        remarks = (*remarks, f"{why}: it is now #{after:03d}")
    if old.copy > 1:
        remarks = (*remarks, "another row has the same number and time")
    if remarks:
        report.remarks.append(Finding(report.read, old.order_number, remarks))


def _print(report: Report) -> None:
    verb = "could be imported" if report.dry_run else "imported"
    click.echo(
        f"{report.read} orders read: {report.imported} {verb}, {report.known} there already, "
        f"{len(report.unreadable)} unreadable"
    )
    for title, findings in (("not imported", report.unreadable), ("not quite as it was", report.remarks)):
        for one in findings:
            click.echo(f"  {title}: row {one.row}, order {one.order or 'without a number'}: {'; '.join(one.says)}")


def _facts(settings: Settings) -> Facts:
    try:
        data = load_shop(settings.shop_folder)
    except ShopFilesBroken as broken:
        stop([f"{settings.shop_folder}: {problem}" for problem in broken.problems])
    return Facts(dt.datetime.now(data.shop.zone), data.menu, data.shop, lexicon=build_lexicon(data.menu))
