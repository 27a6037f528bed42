"""The tool bodies that VAPI is given: complete, in VAPI's own words, and nothing in them that the server refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kebabalab.gateways.shop_files import load
from kebabalab.models.menu import Group, GroupKind, Item
from kebabalab.tools.item_names import item_name
from kebabalab.tools.lexicons import Lexicons
from kebabalab.tools.ports import Ports, ShopData
from kebabalab.tools.registry import TOOLS
from kebabalab.tools.vapi_tools import STATIC_PARAMETERS, Connection, tool_bodies
from kebabalab.validators import vapi_tool_calls
from tests.phone_call import FixedShop, PhoneCall, kebab_shop
from tests.sandwich_bar import MENU, SHOP

ROOT = Path(__file__).parents[3]
CONNECTION = Connection("https://shop.example/webhook", "0199c0de-0000-7000-8000-0000000000ee")
# The keywords of VAPI's own schema (JsonSchema in its OpenAPI document); it may refuse a body with others.
KEYWORDS = {"type", "description", "items", "properties", "required", "enum"}


@cache
def trattoria() -> ShopData:
    return load(ROOT / "tests" / "shops" / "trattoria")


def bodies_of(data: ShopData) -> dict[str, Any]:
    return tool_bodies(data.shop, data.menu, CONNECTION)


SHOPS = {"kebabalab": kebab_shop(), "trattoria": trattoria()}
EACH_SHOP = pytest.mark.parametrize("data", SHOPS.values(), ids=list(SHOPS))
FUNCTIONS = {
    f"{shop}-{name}": body
    for shop, data in SHOPS.items()
    for name, body in bodies_of(data).items()
    if body["type"] == "function"
}
EACH_FUNCTION = pytest.mark.parametrize("body", FUNCTIONS.values(), ids=list(FUNCTIONS))


@EACH_SHOP
def test_every_tool_of_the_registry_is_given(data: ShopData) -> None:
    assert [name for name in bodies_of(data) if name != "transferCall"] == list(TOOLS)


@EACH_FUNCTION
def test_a_tools_parameters_are_a_valid_json_schema_of_an_object(body: dict[str, Any]) -> None:
    schema = body["function"]["parameters"]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["type"] == "object"


@EACH_FUNCTION
def test_a_tools_schema_has_a_type_everywhere_and_no_word_that_vapi_does_not_know(body: dict[str, Any]) -> None:
    for schema in schemas_in(body["function"]["parameters"]):
        assert "type" in schema
        assert set(schema) <= KEYWORDS
        assert all(isinstance(value, str) for value in schema.get("enum", ()))


def schemas_in(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for inner in (*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])):
        yield from schemas_in(inner)


@EACH_FUNCTION
def test_a_tool_is_asked_on_this_server_and_waited_for(body: dict[str, Any]) -> None:
    assert (body["type"], body["async"], body["function"]["strict"]) == ("function", False, False)
    assert body["server"] == {
        "url": "https://shop.example/webhook",
        "timeoutSeconds": 20,
        "credentialId": "0199c0de-0000-7000-8000-0000000000ee",
    }


def test_without_a_credential_none_is_named() -> None:
    body: Any = tool_bodies(SHOP, MENU, Connection("https://shop.example/webhook"))["quickAddItem"]
    assert body["server"] == {"url": "https://shop.example/webhook", "timeoutSeconds": 20}


@EACH_FUNCTION
def test_a_tool_starts_in_silence_and_vapi_says_nothing_when_it_is_done(body: dict[str, Any]) -> None:
    said = {message["type"]: message["content"] for message in body["messages"]}
    assert said["request-start"] == ""
    assert "request-complete" not in said


def test_only_what_reads_from_the_store_may_take_so_long_that_a_word_is_said() -> None:
    delayed = {
        body["function"]["name"]
        for body in FUNCTIONS.values()
        if any(message["type"] == "request-response-delayed" for message in body["messages"])
    }
    assert delayed == {name for name, spec in TOOLS.items() if spec.reads}
    assert "createOrder" in delayed


@EACH_FUNCTION
def test_the_caller_and_the_call_come_from_the_phone_network_and_not_from_the_model(body: dict[str, Any]) -> None:
    assert body["parameters"] == [
        {"key": "caller_number", "value": "{{customer.number}}"},
        {"key": "call_id", "value": "{{call.id}}"},
    ]
    assert not {"caller_number", "call_id"} & set(body["function"]["parameters"]["properties"])


def test_what_vapi_adds_to_the_arguments_is_what_the_server_takes_out_of_them() -> None:
    assert {key for key, _ in STATIC_PARAMETERS} == vapi_tool_calls.STATIC_PARAMETERS


def test_the_assistant_hangs_up_with_vapis_own_tool() -> None:
    assert bodies_of(kebab_shop())["endCall"] == {"type": "endCall"}


def test_a_caller_is_put_through_to_whom_the_server_says() -> None:
    assert bodies_of(kebab_shop())["transferCall"] == {
        "type": "transferCall",
        "destinations": [],
        "messages": [{"type": "request-start", "content": ""}],
    }


def test_a_shop_without_a_phone_puts_nobody_through() -> None:
    assert "transferCall" not in tool_bodies(replace(SHOP, phone="", transfer_to=""), MENU, CONNECTION)


@EACH_SHOP
def test_the_closed_choices_of_an_item_are_the_menus(data: ShopData) -> None:
    fields = item_fields(data)
    assert fields["category"]["enum"] == list(data.menu.categories)
    assert set(fields["name"]["enum"]) == {item_name(item) for item in data.menu.items}
    for group in groups(data, GroupKind.ONE):
        told = set(fields[group.id]["enum"])
        assert {option.id for option in group.options} <= told
        assert told == {option.id for one in groups(data) if one.id == group.id for option in one.options}


@EACH_SHOP
def test_every_item_that_vapi_is_told_of_can_be_ordered_by_its_name(data: ShopData) -> None:
    for item in data.menu.items:
        assert ordered(data, item) == item.id


@EACH_SHOP
def test_every_choice_that_vapi_is_told_of_is_taken(data: ShopData) -> None:
    refused = [
        (item.id, group.id, value)
        for item in data.menu.items
        for group in item.groups
        for value in values(group)
        if not taken(data, item, group, value)
    ]
    assert refused == []


def item_fields(data: ShopData) -> dict[str, Any]:
    body = bodies_of(data)["addMultipleItemsToCart"]
    return dict(body["function"]["parameters"]["properties"]["items"]["items"]["properties"])


def groups(data: ShopData, *kinds: GroupKind) -> list[Group]:
    return [group for item in data.menu.items for group in item.groups if not kinds or group.kind in kinds]


def values(group: Group) -> Iterator[object]:
    """What the schema says that may stand in a group."""
    if group.kind is GroupKind.FLAG:
        yield from (True, False)
        return
    for option in group.options:
        yield option.id
        if group.kind is GroupKind.MANY and option.extra is not None:
            yield f"extra {option.id}"
        if group.kind is GroupKind.MANY and group.light:
            yield f"light {option.id}"


def taken(data: ShopData, item: Item, group: Group, value: object) -> bool:
    """Whether the line has the value when the item was ordered with it, and when it was changed to it afterwards."""
    given = [value] if group.kind is GroupKind.MANY else value
    call = a_call(data)
    ordered_so = add(call, item, **{group.id: given})
    changed = a_call(data)
    add(changed, item)
    reply = changed.edit(**{group.id: given})
    return not ordered_so["notUnderstood"] and reply["ok"] and has(call, group, value) and has(changed, group, value)


def has(call: PhoneCall, group: Group, value: object) -> bool:
    held = call.cart[0][group.id]
    return value in held if isinstance(held, list) else bool(held == value)


def ordered(data: ShopData, item: Item) -> object:
    call = a_call(data)
    add(call, item)
    return call.cart[0]["itemId"]


def add(call: PhoneCall, item: Item, **chosen: object) -> dict[str, Any]:
    entry = {"category": item.category, "name": item_name(item), **chosen}
    return call.tool("addMultipleItemsToCart", items=[json.loads(json.dumps(entry))])


class CallTo(PhoneCall):
    """A call to a shop of files."""

    lexicons = Lexicons()

    @property
    def ports(self) -> Ports:
        return Ports(self.store, self.shop, self.clock, lexicons=self.lexicons)


def a_call(data: ShopData) -> PhoneCall:
    return CallTo(shop=FixedShop(data))
