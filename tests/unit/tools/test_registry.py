"""The registry is the product: every tool that assistants rely on, described, and reading no more than it needs."""

from __future__ import annotations

import pytest

from kebabalab.models.errors import UnknownTool
from kebabalab.tools.registry import TOOLS, Reads, ToolSpec, tool_named

NAMES = (
    "checkOpen getCallerSmartContext quickAddItem addMultipleItemsToCart getCartState removeCartItem clearCart "
    "editCartItem priceCart convertItemsToMeals getOrderSummary setPickupTime estimateReadyTime createOrder "
    "repeatLastOrder sendMenuLink sendReceipt endCall"
).split()
SPECS = pytest.mark.parametrize("spec", TOOLS.values(), ids=list(TOOLS))


def test_every_tool_of_the_contract_is_there_and_no_other() -> None:
    assert list(TOOLS) == NAMES


@SPECS
def test_a_tool_is_described_to_the_model_in_sentences(spec: ToolSpec) -> None:
    assert 20 < len(spec.description) < 600
    assert spec.description.endswith(".")


@SPECS
def test_every_argument_of_a_tool_is_described_under_its_name_in_camel_case(spec: ToolSpec) -> None:
    properties = spec.arguments.model_json_schema(by_alias=True).get("properties", {})
    assert all("_" not in name and detail["description"] for name, detail in properties.items())


@pytest.mark.parametrize(
    ("name", "arguments"),
    (
        ("quickAddItem", ["description"]),
        ("addMultipleItemsToCart", ["items"]),
        ("removeCartItem", ["itemIndex", "quantity"]),
        ("editCartItem", ["itemIndex", "modifications", "description"]),
        ("setPickupTime", ["requestedTime"]),
        ("createOrder", ["customerName", "customerPhone", "notes", "sendSMS"]),
        ("repeatLastOrder", ["phoneNumber"]),
        ("sendReceipt", ["phoneNumber"]),
        ("endCall", ["reason"]),
    ),
)
def test_the_arguments_are_those_of_the_contract(name: str, arguments: list[str]) -> None:
    assert list(TOOLS[name].arguments.model_json_schema(by_alias=True)["properties"]) == arguments


def test_only_an_order_takes_a_number_and_runs_last() -> None:
    assert [spec.name for spec in TOOLS.values() if Reads.NUMBER in spec.reads or spec.last] == ["createOrder"]


@pytest.mark.parametrize(
    ("asked", "nearest"), (("getCart", "getCartState"), ("add_item_quick", ""), ("", ""), ("x" * 10_000, ""))
)
def test_an_unknown_name_is_refused_with_the_nearest_where_there_is_one(asked: str, nearest: str) -> None:
    with pytest.raises(UnknownTool) as refused:
        tool_named(asked)
    assert (refused.value.nearest, len(refused.value.name) <= 60) == (nearest, True)
