"""What a conversation costs when the shop has sold a million orders, against the same with a thousand.

    python -m benchmarks.growth [--orders 1000000] [--store sqlite|postgresql] [--json]

Both databases are made by the program's own writing of orders, with as many callers as a twentieth of the orders. Then
each question is asked of the small and of the large one in turn, so that a noisy machine disturbs both alike; a ratio
is that of the medians. The aim is 1.5 at most.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from rich.progress import track

from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.effects import write_effect
from kebabalab.db.migrate import upgrade
from kebabalab.db.orders import OrderBook
from kebabalab.gateways.shop_files import load
from kebabalab.models.call import PlaceOrder, ToolCall
from kebabalab.models.order import Order, OrderNumber, Status
from kebabalab.tools import dispatch
from kebabalab.tools.ports import Ports, ShopData
from kebabalab.validators.vapi import Webhook
from tests.contracts.placing import an_order
from tests.contracts.postgres import new_database, postgres_server
from tests.vaults import VAULT

SHOP = Path(__file__).parents[1] / "shops" / "kebabalab"
SMALL, LARGE = 1_000, 1_000_000
A_DAY = 400  # orders
TIMES = 200
BATCH = 5_000
NOW = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)
LIFETIME = dt.timedelta(minutes=30)


def main() -> None:
    """Print the medians and their ratios, as a table or as JSON."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--orders", type=int, default=LARGE, help="orders in the large database")
    options.add_argument("--store", choices=("sqlite", "postgresql"), default="sqlite")
    options.add_argument("--json", action="store_true", help="print JSON")
    given = options.parse_args()
    with ExitStack() as stack:
        small, large = (stack.enter_context(database) for database in (stores(given.store), stores(given.store)))
        fill(small, SMALL)
        fill(large, given.orders)
        found = compared(Asked(small), Asked(large))
    if given.json:
        print(json.dumps({"store": given.store, "orders": given.orders, **found}, indent=2))
        return
    print(f"{given.store}: milliseconds with {SMALL:,} and with {given.orders:,} orders")
    for name, (few, many, ratio) in found.items():
        print(f"{name:28} {few:8.3f} {many:8.3f}   {ratio:5.2f}")


@contextmanager
def stores(kind: str) -> Iterator[Database]:
    """An empty database that is up to date."""
    with ExitStack() as stack:
        if kind == "sqlite":
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="kebabalab-growth-"))
            url = f"sqlite:///{folder}/orders.db"
        else:
            url = stack.enter_context(new_database(stack.enter_context(postgres_server())))
        database = Database(url, 30.0, VAULT)
        stack.callback(database.close)
        upgrade(database)
        yield database


def fill(database: Database, count: int) -> None:
    """Place so many orders, 400 a day up to yesterday; those of today wait in the kitchen."""
    numbers = range(count)
    for start in track(range(0, count, BATCH), description=f"{count:,} orders"):
        with database.transaction() as connection:
            for n in numbers[start : start + BATCH]:
                write_effect(connection, PlaceOrder(order(n, count)), f"call:{n}", NOW)
    database.tidy()


def order(n: int, count: int) -> Order:
    """The n-th order of so many."""
    days_ago, number = divmod(count - 1 - n, A_DAY)
    at = NOW - dt.timedelta(days=days_ago + 1, seconds=10 * number)
    waits = days_ago == 0 and number < 10
    phone = phone_of(n % max(1, count // 20))
    named = OrderNumber((NOW - dt.timedelta(days=days_ago + 1)).date(), A_DAY - number)
    made = an_order(named, phone, at, (NOW if waits else at) + dt.timedelta(minutes=20))
    return replace(made, status=Status.RECEIVED if waits else Status.COLLECTED, call_key=f"call:{n}")


def phone_of(caller: int) -> str:
    """A number that nobody has, one for each caller."""
    return f"+6155550{caller:06d}"


class Asked:
    """What is asked of a database: by tools, as in a call, and by staff."""

    def __init__(self, database: Database) -> None:
        self._book = OrderBook(database)
        data = load(SHOP)
        self._ports = Ports(SqlCalls(database, LIFETIME, 10**6), _Shops(data), _Clock())
        self._calls = 0

    def context(self) -> None:
        """Who is calling, and what did they have last?"""
        self._tools(("getCallerSmartContext", {}))

    def create_order(self) -> None:
        """A whole order, from the first word to its number."""
        self._tools(
            ("quickAddItem", {"description": "a large lamb kebab and a coke"}),
            ("setPickupTime", {"requestedTime": "tomorrow at noon"}),
            ("createOrder", {"customerName": "Ana"}),
        )

    def latest(self) -> None:
        """The list that staff look at."""
        assert len(self._book.latest(50)) == 50

    def _tools(self, *asked: tuple[str, dict[str, object]]) -> None:
        self._calls += 1
        calls = tuple(ToolCall(f"t{n}", name, arguments) for n, (name, arguments) in enumerate(asked))
        webhook = Webhook("tool-calls", f"call:new{self._calls}", phone_of(random.randrange(50)), calls)
        answers = dispatch.answer(webhook, self._ports)
        assert all(answer.ok for answer in answers), answers


def compared(small: Asked, large: Asked) -> dict[str, tuple[float, float, float]]:
    """For each question the medians in milliseconds, and their ratio."""
    found = {}
    for name in ("context", "create_order", "latest"):
        few, many = [], []
        for _ in range(TIMES):
            few.append(seconds(getattr(small, name)))
            many.append(seconds(getattr(large, name)))
        medians = 1000 * statistics.median(few), 1000 * statistics.median(many)
        found[name] = (*medians, medians[1] / medians[0])
    return found


def seconds(work: Callable[[], None]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


class _Clock:
    def now(self) -> dt.datetime:
        return NOW


class _Shops:
    def __init__(self, data: ShopData) -> None:
        self._data = data

    def current(self) -> ShopData:
        return self._data


if __name__ == "__main__":
    main()
