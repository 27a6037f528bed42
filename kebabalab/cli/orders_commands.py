"""`kebabalab orders`: what was ordered, as a table for a person or as JSON for a program; its changes are next door."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import click
import orjson
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kebabalab.app import open_database
from kebabalab.cli.orders_changes import amend, history, status
from kebabalab.cli.settings import load, stop
from kebabalab.config import Settings
from kebabalab.db.migrate import revision
from kebabalab.db.orders import OrderBook
from kebabalab.gateways.clock import SystemClock
from kebabalab.gateways.shop_files import load as load_shop
from kebabalab.logs import masked
from kebabalab.models.errors import ShopFilesBroken, StoreUnavailable
from kebabalab.models.order import Order, OrderLine
from kebabalab.models.quote import Quote
from kebabalab.models.shop import Shop
from kebabalab.rules.hours import business_day

Row = dict[str, object]


@click.group(invoke_without_command=True, commands=[status, amend, history])
@click.option("--today", is_flag=True, help="Only those of the business day that is now.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: one list, the newest order first.")
@click.option("--show-phones", is_flag=True, help="Print phone numbers whole.")
@click.option("--last", type=click.IntRange(1, 10_000), default=100, show_default=True, help="How many at most.")
@click.pass_context
def orders(context: click.Context, today: bool, as_json: bool, show_phones: bool, last: int) -> None:
    """List orders, the newest first; or change one, with one of the commands below."""
    if context.invoked_subcommand is not None:
        return
    settings = load()
    shop = _shop(settings)
    try:
        found = _found(settings, shop, last, today=today)
    except StoreUnavailable as down:
        raise click.ClickException(f"The orders can't be read ({down}). `kebabalab doctor` says what to do.") from None
    rows = [row(order, shop.zone, show_phone=show_phones) for order in found]
    if as_json:
        click.echo(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode())
    else:
        print_orders(rows, Console(highlight=False))


def row(order: Order, zone: ZoneInfo, *, show_phone: bool) -> Row:
    """An order as it is listed; money in the shop's currency, times on the shop's clock."""
    return {
        "orderNumber": order.number.id,
        "displayOrderNumber": order.number.display,
        "status": str(order.status),
        "placedAt": order.placed_at.astimezone(zone).isoformat(timespec="seconds"),
        "readyAt": order.pickup.at.astimezone(zone).isoformat(timespec="seconds"),
        "asap": order.pickup.asap,
        "customerName": order.customer_name,
        "phone": order.phone if show_phone else masked(order.phone),
        "notes": order.notes,
        "itemCount": order.item_count,
        "items": [_item(line, order.quote) for line in order.lines],
        "surcharge": order.quote.surcharge.amount,
        "gst": order.quote.tax.amount,
        "total": order.quote.total.amount,
        "revision": order.revision,
        "call": order.call_key,
    }


def _item(sold: OrderLine, quote: Quote) -> Row:
    priced = quote.line(sold.line.line_id)
    total = priced.total if priced else None
    return {
        "quantity": sold.line.quantity,
        "name": sold.name,
        "details": list(sold.details),
        "lineTotal": total.amount if total is not None else None,
    }


def _shop(settings: Settings) -> Shop:
    try:
        return load_shop(settings.shop_folder).shop
    except ShopFilesBroken as broken:
        stop(list(broken.problems))


def _found(settings: Settings, shop: Shop, last: int, *, today: bool) -> Sequence[Order]:
    database = open_database(settings)
    try:
        if not revision(database)[0]:
            return ()
        book = OrderBook(database)
        if today:
            return book.of_day(business_day(shop.hours, shop.zone, SystemClock().now()))[:last]
        return book.latest(last)
    finally:
        database.close()


def print_orders(rows: Sequence[Row], console: Console) -> None:
    """Print listed orders as a table."""
    if not rows:
        console.print("No orders.")
        return
    table = Table("number", "placed", "ready", "status", "name", "phone", "order", "total", box=None)
    for shown in rows:
        items = shown["items"]
        lines = [_line(item) for item in items] if isinstance(items, list) else []
        notes = [f"Note: {shown['notes']}"] if shown["notes"] else []
        table.add_row(
            f"{shown['displayOrderNumber']}\n{str(shown['orderNumber'])[:8]}",
            str(shown["placedAt"])[11:16],
            str(shown["readyAt"])[11:16],
            str(shown["status"]),
            escape(str(shown["customerName"])),
            str(shown["phone"]),
            escape("\n".join([*lines, *notes])),
            f"{shown['total']:.2f}",
        )
    console.print(table)


def _line(item: Row) -> str:
    details = item["details"]
    added = f" ({', '.join(details)})" if isinstance(details, list) and details else ""
    return f"{item['quantity']} x {item['name']}{added}"
