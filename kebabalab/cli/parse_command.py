"""`kebabalab parse`: what a sentence is understood as, and which words said so."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kebabalab.cli.settings import load as load_settings
from kebabalab.gateways.shop_files import load
from kebabalab.language import say
from kebabalab.language.lexicon import build_lexicon
from kebabalab.language.understand import Understanding, understand
from kebabalab.models.errors import NotOnTheMenu, ShopFilesBroken
from kebabalab.models.item import LineItem
from kebabalab.rules.choosing import choose
from kebabalab.rules.pricing import quote
from kebabalab.tools import cart_view
from kebabalab.tools.ports import ShopData


@click.command()
@click.argument("words", metavar='"WORDS"')
@click.option("--shop", metavar="DIR", type=click.Path(path_type=Path), help="The shop's folder (else SHOP_DIR).")
@click.option("--explain", is_flag=True, help="Show the words behind every line and choice, with their characters.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def parse(words: str, shop: Path | None, *, explain: bool, as_json: bool) -> None:
    """Show the lines that a caller's WORDS become on the shop's menu.

    Exit code 1 when nothing was ordered by them.
    """
    data = _loaded(shop)
    understood = understand(words, build_lexicon(data.menu))
    lines = _lines(understood, data)
    shown = _shown(lines, data)
    if as_json:
        click.echo(json.dumps(_as_json(understood, lines, shown), ensure_ascii=False, indent=2))
    else:
        _print(understood, lines, shown, data, explain=explain)
    sys.exit(0 if lines else 1)


def _loaded(shop: Path | None) -> ShopData:
    try:
        return load(shop or load_settings().shop_dir)
    except ShopFilesBroken as broken:
        click.echo(str(broken), err=True)
        sys.exit(2)


def _lines(understood: Understanding, data: ShopData) -> list[LineItem]:
    lines = []
    for number, request in enumerate(understood.requests, start=1):
        try:
            lines.append(replace(choose(request, data.menu), line_id=f"l{number}"))
        except NotOnTheMenu as missing:
            click.echo(f"not sold now: {missing.words}", err=True)
    return lines


def _shown(lines: list[LineItem], data: ShopData) -> list[dict[str, object]]:
    quoted = quote(lines, data.menu, data.shop.tax)
    return [cart_view.line(number, line, data.menu, quoted) for number, line in enumerate(lines)]


def _as_json(understood: Understanding, lines: list[LineItem], shown: list[dict[str, object]]) -> dict[str, object]:
    heard = [
        [{"field": h.field, "value": h.value, "words": h.words, "start": h.start, "end": h.end} for h in line.heard]
        for line in lines
    ]
    return {
        "lines": [{**line, "heard": said} for line, said in zip(shown, heard, strict=True)],
        "notUnderstood": [{"words": one.words, "nearest": list(one.nearest)} for one in understood.not_understood],
        "refusedQuantities": list(understood.refused),
    }


def _print(
    understood: Understanding, lines: list[LineItem], shown: list[dict[str, object]], data: ShopData, *, explain: bool
) -> None:
    console = Console(highlight=False)
    table = Table("quantity", "line", "assumed", "still to ask", "each")
    for line, wire in zip(lines, shown, strict=True):
        needs = wire["needs"]
        asks = [str(need["ask"]) for need in needs] if isinstance(needs, list) else []
        details = ", ".join(say.details(line, data.menu))
        name = say.title(line, data.menu)
        price = wire["price"]
        table.add_row(
            str(line.quantity),
            escape(f"{name}: {details}" if details else name),
            ", ".join(line.assumed),
            "\n".join(asks),
            f"{price:.2f}" if isinstance(price, float) else "",
        )
    if lines:
        console.print(table)
    else:
        console.print("Nothing was ordered.")
    for one in understood.not_understood:
        near = f" (nearest: {', '.join(one.nearest)})" if one.nearest else ""
        console.print(escape(f"not understood: {one.words}{near}"))
    for quantity in understood.refused:
        console.print(f"refused: a quantity of {quantity}")
    if explain and lines:
        console.print(_explained(lines))


def _explained(lines: list[LineItem]) -> Table:
    table = Table("line", "field", "value", "words", "characters")
    for number, line in enumerate(lines, start=1):
        for heard in line.heard:
            table.add_row(str(number), heard.field, heard.value, escape(heard.words), f"{heard.start}-{heard.end}")
    return table
