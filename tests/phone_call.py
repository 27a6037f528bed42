"""A phone call against the real tools and the first shop's real menu, on the store that lives in memory."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kebabalab.db.memory import MemoryCalls
from kebabalab.gateways.shop_files import load
from kebabalab.models.call import CallState, ToolCall
from kebabalab.models.menu import Menu
from kebabalab.tools.dispatch import answer
from kebabalab.tools.lexicons import Lexicons
from kebabalab.tools.ports import Holidays, Ports, ShopData, own_dates
from kebabalab.validators.vapi import Webhook
from tests.sandwich_bar import MENU, SHOP

CALLER = "+61491570006"
# A Monday evening.
NOW = dt.datetime(2026, 11, 23, 18, 0, tzinfo=ZoneInfo("Australia/Melbourne"))
SANDWICH_BAR = ShopData(SHOP, MENU)
LEXICONS = {"kebabs": Lexicons(), "sandwiches": Lexicons()}

Reply = dict[str, Any]


@cache
def kebab_shop() -> ShopData:
    """The first shop, read once."""
    return load(Path(__file__).parents[1] / "shops" / "kebabalab")


@dataclass
class FixedShop:
    """A shop whose data a test can change."""

    data: ShopData

    def current(self) -> ShopData:
        return self.data


@dataclass
class FixedClock:
    """A clock that a test moves."""

    at: dt.datetime = NOW

    def now(self) -> dt.datetime:
        return self.at.astimezone(dt.UTC)


def a_store() -> MemoryCalls:
    return MemoryCalls(dt.timedelta(minutes=30), 1000)


@dataclass
class PhoneCall:
    """One call: the tools that the assistant uses in it, each through a message of its own or several in one."""

    key: str = "call:a"
    caller: str = CALLER
    shop: FixedShop = field(default_factory=lambda: FixedShop(kebab_shop()))
    clock: FixedClock = field(default_factory=FixedClock)
    store: MemoryCalls = field(default_factory=a_store)
    holidays: Holidays = own_dates
    ids: itertools.count[int] = field(default_factory=itertools.count)

    @property
    def ports(self) -> Ports:
        known = LEXICONS["sandwiches" if self.shop.data.menu.version == MENU.version else "kebabs"]
        return Ports(self.store, self.shop, self.clock, self.holidays, known)

    def message(self, *calls: ToolCall) -> list[Reply]:
        """The replies to one message, each with `_ok` as the answer says it and `_line` as it went out."""
        answers = answer(Webhook("tool-calls", self.key, self.caller, calls), self.ports)
        return [{**json.loads(one.body), "_ok": one.ok, "_line": one.body, "_id": one.tool_call_id} for one in answers]

    def tools(self, *calls: tuple[str, dict[str, Any]]) -> list[Reply]:
        """The replies to several tool calls in one message."""
        return self.message(*(ToolCall(f"{self.key}-{next(self.ids)}", name, args) for name, args in calls))

    def tool(self, name: str, **args: Any) -> Reply:
        """The reply to one tool call."""
        return self.tools((name, args))[0]

    def add(self, words: str) -> Reply:
        return self.tool("quickAddItem", description=words)

    def edit(self, index: int = 0, **changes: Any) -> Reply:
        return self.tool("editCartItem", itemIndex=index, modifications=changes)

    @property
    def cart(self) -> list[dict[str, Any]]:
        """The cart's lines as they are now."""
        return list(self.tool("getCartState")["cart"])

    @property
    def names(self) -> list[str]:
        return [f"{line['quantity']} {line['name']}" for line in self.cart]

    @property
    def state(self) -> CallState:
        """The state as it is stored."""
        with self.store.open(self.key, self.caller, self.clock.now()) as opened:
            return opened.state

    def sell(self, menu: Menu) -> None:
        """From now on the shop has this menu."""
        self.shop.data = replace(self.shop.data, menu=menu)


def a_sandwich_call(**given: Any) -> PhoneCall:
    """A call to the small shop of tests.sandwich_bar."""
    return PhoneCall(shop=FixedShop(SANDWICH_BAR), **given)
