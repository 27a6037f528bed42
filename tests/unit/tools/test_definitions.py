"""What the model is told of the tools comes from the registry and the menu, so that they can't drift apart."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from kebabalab.tools.definitions import Definition, definitions
from kebabalab.tools.registry import TOOLS
from tests.phone_call import kebab_shop
from tests.sandwich_bar import MENU

KEBABS = {one.name: one for one in definitions(kebab_shop().menu)}
ALL = pytest.mark.parametrize("defined", KEBABS.values(), ids=list(KEBABS))


def item_fields(menu_definitions: tuple[Definition, ...]) -> dict[str, Any]:
    found = next(one for one in menu_definitions if one.name == "addMultipleItemsToCart")
    return dict(found.parameters["properties"]["items"]["items"]["properties"])


def test_every_tool_is_defined() -> None:
    assert list(KEBABS) == list(TOOLS)


@ALL
def test_a_definition_is_a_valid_schema_of_an_object_and_small(defined: Definition) -> None:
    jsonschema.Draft202012Validator.check_schema(defined.parameters)
    assert defined.parameters["type"] == "object"
    assert len(json.dumps(defined.parameters)) < 12_000


@ALL
def test_a_definition_says_nothing_of_defaults_or_titles(defined: Definition) -> None:
    assert not {'"title"', '"default"', '"anyOf"'} & {
        word.split(":")[0] for word in json.dumps(defined.parameters).split(" ")
    }


@pytest.mark.parametrize(
    ("name", "arguments"),
    (
        (
            "addMultipleItemsToCart",
            "category size protein salads sauces extras cheese quantity brand salt_type description",
        ),
        ("convertItemsToMeals", "itemIndices drinkBrand chipsSize chipsSalt"),
        ("editCartItem", "itemIndex modifications"),
    ),
)
def test_the_contracts_arguments_are_all_there(name: str, arguments: str) -> None:
    properties = KEBABS[name].parameters["properties"]
    given = item_fields(tuple(KEBABS.values())) if name == "addMultipleItemsToCart" else properties
    assert set(arguments.split()) <= set(given)


def test_a_closed_choice_is_an_enum_of_the_menu() -> None:
    fields = item_fields(tuple(KEBABS.values()))
    assert fields["size"]["enum"] == ["small", "large"]
    assert fields["protein"]["enum"] == ["lamb", "chicken", "mixed", "falafel", "vegetarian", "vegan"]
    assert fields["cheese"] == {"type": "boolean"}


def test_an_edit_names_every_list_and_every_side_of_the_menu() -> None:
    fields = KEBABS["editCartItem"].parameters["properties"]["modifications"]["properties"]
    assert {"addSauces", "removeSauces", "addSalads", "chips_size", "chips_salt", "drink_brand", "quantity"} <= set(
        fields
    )


def test_what_is_sold_out_is_not_offered() -> None:
    menu = kebab_shop().menu
    cans = [item for item in menu.items if item.id == "can"]
    brand = cans[0].groups[0]
    gone = replace(brand, options=tuple(replace(one, available=one.id != "solo") for one in brand.options))
    items = tuple(replace(item, groups=(gone,)) if item.id == "can" else item for item in menu.items)
    assert "solo" not in item_fields(definitions(replace(menu, items=items)))["brand"]["enum"]


def test_another_menu_has_its_own_fields() -> None:
    fields = item_fields(definitions(MENU))
    assert {"filling", "greens", "dressings", "butter"} <= set(fields)
    assert not {"protein", "salads"} & set(fields)
