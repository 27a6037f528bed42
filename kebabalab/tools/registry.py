"""The product on one page: every tool by its name, what it takes, and what must be read for it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from kebabalab.models.call import CallState
from kebabalab.models.errors import UnknownTool
from kebabalab.tools.cart_tools import (
    add_multiple_items_to_cart,
    clear_cart,
    edit_cart_item,
    get_cart_state,
    quick_add_item,
    remove_cart_item,
)
from kebabalab.tools.context_tools import check_open, end_call, get_caller_smart_context
from kebabalab.tools.facts import Facts
from kebabalab.tools.order_tools import create_order, estimate_ready_time, repeat_last_order, set_pickup_time
from kebabalab.tools.outcome import Outcome
from kebabalab.tools.pricing_tools import convert_items_to_meals, get_order_summary, price_cart
from kebabalab.tools.text_tools import send_menu_link, send_receipt
from kebabalab.validators import schemas, schemas_orders


class Reads(Enum):
    """What a tool needs from the store beside the call itself; nothing else is read for it."""

    HISTORY = auto()  # the caller's orders
    WAITING = auto()  # how many orders the kitchen has still to make
    NUMBER = auto()  # the number that the next order gets
    PHONES = auto()  # what is kept of the phone numbers of the caller, and of whom an order or a text is for
    TEXTS = auto()  # how many texts callers got in a day


# A tool takes the state, its own arguments and the facts, and gives back an outcome; it raises OrderingError to refuse.
Run = Callable[[CallState, Any, Facts], Outcome]


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """One tool. `last` runs after all other calls of its message (contract, The webhook).

    `amends`: it may change the order that the call has placed.
    """

    name: str
    run: Run
    arguments: type[BaseModel]
    reads: frozenset[Reads] = frozenset()
    last: bool = False
    amends: bool = False

    @property
    def description(self) -> str:
        """What the assistant's model is told of the tool: the docstring of its function."""
        return " ".join((inspect.getdoc(self.run) or "").split())


def _reading(*reads: Reads) -> frozenset[Reads]:
    return frozenset(reads)


_SPECS = (
    # Who calls, and whether we are open
    ToolSpec("checkOpen", check_open, schemas_orders.NoArguments),
    ToolSpec(
        "getCallerSmartContext",
        get_caller_smart_context,
        schemas_orders.NoArguments,
        _reading(Reads.HISTORY, Reads.PHONES),
    ),
    # The cart
    ToolSpec("quickAddItem", quick_add_item, schemas.QuickAddItem, amends=True),
    ToolSpec("addMultipleItemsToCart", add_multiple_items_to_cart, schemas.AddMultipleItemsToCart, amends=True),
    ToolSpec("getCartState", get_cart_state, schemas.NoArguments),
    ToolSpec("removeCartItem", remove_cart_item, schemas.RemoveCartItem, amends=True),
    ToolSpec("clearCart", clear_cart, schemas.NoArguments),
    ToolSpec("editCartItem", edit_cart_item, schemas.EditCartItem, amends=True),
    # What it costs
    ToolSpec("priceCart", price_cart, schemas.NoArguments),
    ToolSpec("convertItemsToMeals", convert_items_to_meals, schemas.ConvertItemsToMeals, amends=True),
    ToolSpec("getOrderSummary", get_order_summary, schemas.NoArguments),
    # When, and the order itself
    ToolSpec("setPickupTime", set_pickup_time, schemas_orders.SetPickupTime, _reading(Reads.WAITING), amends=True),
    ToolSpec("estimateReadyTime", estimate_ready_time, schemas_orders.NoArguments, _reading(Reads.WAITING)),
    ToolSpec("createOrder", create_order, schemas_orders.CreateOrder, _reading(*Reads), last=True),
    ToolSpec(
        "repeatLastOrder", repeat_last_order, schemas_orders.RepeatLastOrder, _reading(Reads.HISTORY), amends=True
    ),
    # Texts, and goodbye
    ToolSpec("sendMenuLink", send_menu_link, schemas_orders.SendText, _reading(Reads.PHONES, Reads.TEXTS)),
    ToolSpec("sendReceipt", send_receipt, schemas_orders.SendText, _reading(Reads.HISTORY, Reads.PHONES, Reads.TEXTS)),
    ToolSpec("endCall", end_call, schemas_orders.EndCall),
)

TOOLS: Mapping[str, ToolSpec] = MappingProxyType({spec.name: spec for spec in _SPECS})
_LONGEST_NAME = 60


def _bare(name: str) -> str:
    """A name without what models vary: case, underscores, hyphens."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


_BY_BARE_NAME: Mapping[str, ToolSpec] = MappingProxyType({_bare(name): spec for name, spec in TOOLS.items()})


def tool_named(name: str) -> ToolSpec:
    """The tool of this name, also as quick_add_item or QuickAddItem. Raises UnknownTool with the nearest name."""
    exact = TOOLS.get(name) or _BY_BARE_NAME.get(_bare(name[:_LONGEST_NAME]))
    if exact is not None:
        return exact
    close = get_close_matches(_bare(name[:_LONGEST_NAME]), list(_BY_BARE_NAME), n=1)
    raise UnknownTool(name[:_LONGEST_NAME], _BY_BARE_NAME[close[0]].name if close else "")


def runs_last(names: Iterable[str]) -> list[bool]:
    """Which of these tools run after the others of their message."""
    specs = [TOOLS.get(name) or _BY_BARE_NAME.get(_bare(name[:_LONGEST_NAME])) for name in names]
    return [spec is not None and spec.last for spec in specs]
