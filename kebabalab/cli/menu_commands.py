"""`kebabalab menu check` and `kebabalab menu show`: the shop's files, held against what they must be, and read out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kebabalab.cli.settings import load as load_settings
from kebabalab.gateways.shop_files import load
from kebabalab.models.errors import ShopFilesBroken
from kebabalab.models.menu import Deal, Group, GroupKind, Item, Menu, Option, Price
from kebabalab.models.money import Money
from kebabalab.tools.ports import ShopData

FOLDER = click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))


@click.group()
def menu() -> None:
    """Check and show the menu of the shop in DIR (SHOP_DIR where it is left out)."""


@menu.command()
@FOLDER
def check(folder: Path | None) -> None:
    """Name every mistake in menu.yaml and shop.yaml, with its line and what to do.

    Exit code 1 when there is any.
    """
    data = _loaded(folder)
    sold = data.menu
    counts = f"{_count(len(sold.items), 'item')}, {_count(len(sold.deals), 'deal')}"
    click.echo(f"ok: {counts}, menu version {sold.version}")


@menu.command()
@FOLDER
def show(folder: Path | None) -> None:
    """Print what the shop sells, what can be chosen, and what it costs."""
    data = _loaded(folder)
    console = Console(highlight=False)
    console.print(f"[bold]{escape(data.shop.name)}[/bold], prices in {data.shop.currency}, version {data.menu.version}")
    for category in data.menu.categories:
        items = [item for item in data.menu.items if item.category == category]
        if items:
            console.print(_items_table(category, items))
    if data.menu.deals:
        console.print(_deals_table(data.menu))
    console.print("* is given when nothing is said of it; + is what a choice adds to the price.")


def _loaded(folder: Path | None) -> ShopData:
    """The shop's data; with mistakes, each is printed and the command ends with 1."""
    try:
        return load(folder if folder is not None else load_settings().shop_dir)
    except ShopFilesBroken as broken:
        for problem in broken.problems:
            click.echo(problem, err=True)
        found = _count(len(broken.problems), "mistake")
        click.echo(f"{found} found; a server goes on with the menu that it has", err=True)
        sys.exit(1)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=escape(title.replace("_", " ")), title_justify="left", title_style="bold", expand=True)
    for column, ratio in zip(columns, (4, 2, 8), strict=True):
        table.add_column(column, ratio=ratio)
    return table


def _items_table(category: str, items: Iterable[Item]) -> Table:
    table = _table(category, "item", "price", "choices")
    for item in items:
        words = " ".join(word for word in item.title.split() if "{" not in word)
        name = words if words != words.lower() else item.id.replace("_", " ")
        choices = "\n".join(_choices(group) for group in item.groups)
        table.add_row(escape(name + _sold_out(item)), escape(_price(item.price)), escape(choices))
    return table


def _deals_table(sold: Menu) -> Table:
    table = _table("deals", "deal", "price", "holds")
    for deal in sold.deals:
        table.add_row(escape(deal.name), escape(_price(deal.price)), escape(", ".join(_parts(deal, sold))))
    return table


def _parts(deal: Deal, sold: Menu) -> Iterator[str]:
    """What a deal holds, in words."""
    yield deal.main.replace("_", " ")
    for side_id, options in deal.sides.items():
        side = sold.side(side_id)
        usual = {**side.usual, **options} if side is not None else options
        yield " ".join((*(value if key in options else f"{value}*" for key, value in usual.items()), side_id))


def _choices(group: Group) -> str:
    """One group in a line: its options, the usual marked, what costs more, which helpings there are."""
    if group.kind is GroupKind.FLAG:
        given = group.usual or ("no",)
        words = (f"{option.id}{'*' if option.id in given else ''}{_more(option)}" for option in group.options)
        return f"{group.name}: {', '.join(words)}"
    extras = {_short(option.extra) for option in group.options if option.extra is not None}
    helpings = [f"extra {' or '.join(sorted(extras))}"] if extras else []
    if group.light:
        helpings.append("light free")
    note = f" ({', '.join(helpings)})" if helpings else ""
    return f"{group.name}: {', '.join(_option(option, group) for option in group.options)}{note}"


def _option(option: Option, group: Group) -> str:
    usual = "*" if option.id in group.usual else ""
    return f"{option.name}{usual}{_more(option)}{_sold_out(option)}"


def _more(option: Option) -> str:
    return f" +{_short(option.price)}" if any(option.price.amounts.values()) else ""


def _short(price: Price) -> str:
    """A price in few words: 2.00, or 1.50/2.00 by size."""
    return "/".join(_amount(amount) for amount in price.amounts.values()) + (f" by {price.by}" if price.by else "")


def _sold_out(sold: Item | Option) -> str:
    return "" if sold.available else " (sold out)"


def _price(price: Price) -> str:
    if not price.by:
        return _amount(price.amounts[""])
    return "\n".join(f"{option} {_amount(amount)}" for option, amount in price.amounts.items())


def _amount(amount: Money) -> str:
    return str(amount) if amount else "free"
