"""Every shape in which models were seen to send arguments has its one meaning; the rest is refused by name."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.models.errors import BadArguments
from kebabalab.validators.arguments import changes, check, snake, tidied
from kebabalab.validators.schemas import (
    AddMultipleItemsToCart,
    ConvertItemsToMeals,
    EditCartItem,
    ItemToAdd,
    QuickAddItem,
    RemoveCartItem,
)

SIZE_LARGE = {"size": "large"}


def read_or_refused(schema: type[Any], raw: dict[str, Any]) -> object:
    try:
        return check(schema, raw)
    except BadArguments as refused:
        return refused


def problems(schema: type[Any], raw: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(BadArguments) as refused:
        check(schema, raw)
    return refused.value.problems


@pytest.mark.parametrize(
    "raw",
    (
        pytest.param({"modifications": {"size": "large"}}, id="an object"),
        pytest.param({"modifications": '{"size": "large"}'}, id="JSON in a string"),
        pytest.param({"modifications": [{"property": "size", "value": "large"}]}, id="property and value"),
        pytest.param({"modifications": [{"name": "size", "newValue": "large"}]}, id="name and newValue"),
        pytest.param({"modifications": [{"field": "size", "value": "large"}]}, id="field and value"),
        pytest.param({"modifications": [{"key": "size", "new_value": "large"}]}, id="key and new_value"),
        pytest.param({"modifications": {"field": "size", "value": "large"}}, id="one such object, no list"),
        pytest.param({"modifications": '[{"property": "size", "value": "large"}]'}, id="such a list in a string"),
        pytest.param({"modifications": [["size", "large"]]}, id="a list of pairs"),
        pytest.param({"modifications": [{"size": "large"}]}, id="a list of objects"),
        pytest.param({"modifications": {"size": {"value": "large"}}}, id="a value in an object"),
        pytest.param({"modifications": {"size": {"from": "small", "to": "large"}}}, id="from and to"),
        pytest.param({"modifications": {"properties": {"size": "large"}}}, id="nested under properties"),
        pytest.param({"properties": {"size": "large"}}, id="properties in place of modifications"),
        pytest.param({"size": "large"}, id="at the top level"),
        pytest.param({"Size": "large"}, id="with another case"),
        pytest.param({"modifications": {"size": "large", "protein": None}}, id="null is absent"),
        pytest.param({"modifications": "size: large"}, id="a string that names the field"),
        pytest.param({"size": "large", "modifications": {"size": "large"}}, id="said twice the same"),
    ),
)
def test_a_change_of_a_line_is_read_in_every_shape(raw: dict[str, Any]) -> None:
    args = check(EditCartItem, {"itemIndex": 0, **raw})
    assert (args.modifications, args.description) == (SIZE_LARGE, "")


@pytest.mark.parametrize(
    ("raw", "words"),
    (
        ({"modifications": "make it large"}, "make it large"),
        ({"description": "make it large"}, "make it large"),
        ({"modifications": ["no x", "extra y"]}, "no x, extra y"),
        ({"modifications": {"description": "make it large"}}, "make it large"),
    ),
)
def test_words_in_place_of_fields_are_what_the_caller_said(raw: dict[str, Any], words: str) -> None:
    assert check(EditCartItem, {"itemIndex": 0, **raw}).description == words


def test_camel_case_and_snake_case_name_the_same_field() -> None:
    args = check(EditCartItem, {"item_index": "1", "modifications": {"chipsSize": "large", "drink_brand": "x"}})
    assert (args.item_index, args.modifications) == (1, {"chips_size": "large", "drink_brand": "x"})


@pytest.mark.parametrize(
    ("key", "name"),
    (("itemIndex", "item_index"), ("sendSMS", "send_sms"), ("Item Index", "item_index"), ("item-index", "item_index")),
)
def test_a_key_has_one_name_however_it_is_spelt(key: str, name: str) -> None:
    assert snake(key) == name


def test_arguments_wrapped_in_one_more_object_are_unwrapped() -> None:
    assert tidied({"parameters": '{"arguments": {"itemIndex": 1}}'}) == {"item_index": 1}


def test_vapis_static_parameters_are_no_arguments() -> None:
    raw = {"itemIndex": 0, "size": "large", "caller_number": "+61491570006", "call_id": "c"}
    assert check(EditCartItem, raw).modifications == SIZE_LARGE


def test_a_field_given_twice_with_different_values_is_refused_by_name() -> None:
    raw = {"itemIndex": 0, "size": "small", "modifications": {"size": "large"}}
    assert problems(EditCartItem, raw) == ("size is given twice, with different values",)


@pytest.mark.parametrize(
    ("schema", "raw", "problem"),
    (
        (EditCartItem, {"size": "large"}, "itemIndex is missing"),
        (RemoveCartItem, {}, "itemIndex is missing"),
        (RemoveCartItem, {"itemIndex": -1}, "itemIndex must not be negative: lines are counted from 0"),
        (RemoveCartItem, {"itemIndex": 0, "quantity": "some"}, "quantity must be a whole number"),
        (QuickAddItem, {}, "description is missing"),
        (QuickAddItem, {"description": None}, "description is missing"),
        (QuickAddItem, {"description": "  "}, "description is empty"),
        (QuickAddItem, {"description": {"a": 1}}, "description must be text"),
        (QuickAddItem, {"description": "x" * 2001}, "description is longer than 2000 characters"),
        (AddMultipleItemsToCart, {"items": []}, "items is empty"),
        (AddMultipleItemsToCart, {}, "items is empty"),
        (AddMultipleItemsToCart, {"items": [{}] * 51}, "items is longer than 50"),
        (ItemToAdd, {"quantity": "lots"}, "quantity must be a whole number"),
    ),
)
def test_what_can_not_be_read_is_refused_by_the_name_of_the_argument(
    schema: type[Any], raw: dict[str, Any], problem: str
) -> None:
    assert problems(schema, raw) == (problem,)


def test_every_wrong_argument_is_named_at_once() -> None:
    found = problems(RemoveCartItem, {"itemIndex": "x", "quantity": "y"})
    assert [one.split(" ")[0] for one in found] == ["itemIndex", "quantity"]


def test_a_refusal_repeats_nothing_of_what_was_sent() -> None:
    found = problems(RemoveCartItem, {"itemIndex": "DROP TABLE orders"})
    assert "DROP" not in "".join(found)


def test_items_are_read_from_a_list_a_string_or_a_single_item() -> None:
    one = {"category": "a", "quantity": 2}
    for raw in ({"items": [one]}, {"items": '[{"category": "a", "quantity": 2}]'}, {"items": one}, dict(one)):
        assert check(AddMultipleItemsToCart, raw).items == (one,)


def test_an_item_given_as_words_is_its_description() -> None:
    assert check(AddMultipleItemsToCart, {"items": ["two of these"]}).items == ({"description": "two of these"},)


def test_an_item_keeps_the_choices_that_a_menu_may_know() -> None:
    item = check(ItemToAdd, {"category": "a", "saltType": "none", "sauces": ["x"], "cheese": None})
    assert item.choices == {"salt_type": "none", "sauces": ["x"]}


def test_lines_for_meals_are_read_from_one_index_or_several() -> None:
    read = [check(ConvertItemsToMeals, raw).item_indices for raw in ({"itemIndices": "0, 1"}, {"itemIndex": 1}, {})]
    assert read == [(0, 1), (1,), None]


def test_only_what_was_said_of_a_meals_sides_is_wanted() -> None:
    args = check(ConvertItemsToMeals, {"drinkBrand": "x", "chipsSize": "", "itemIndex": 0})
    assert args.wanted == {"drink_brand": "x"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
keys = st.sampled_from(["itemIndex", "modifications", "description", "items", "quantity", "properties"]) | st.text()


@given(
    st.sampled_from(
        [EditCartItem, RemoveCartItem, QuickAddItem, AddMultipleItemsToCart, ConvertItemsToMeals, ItemToAdd]
    ),
    st.dictionaries(keys, json_values, max_size=5),
)
def test_any_json_is_read_or_refused(schema: type[Any], raw: dict[str, Any]) -> None:
    assert isinstance(read_or_refused(schema, raw), schema | BadArguments)


def nested(depth: int) -> dict[str, Any]:
    return {"changes": nested(depth - 1)} if depth else SIZE_LARGE


def test_changes_are_found_inside_changes_to_a_depth_and_refused_beyond_it() -> None:
    assert changes(nested(4), frozenset()) == (SIZE_LARGE, ())
    for raw in (nested(6), {"changes": [[[[[[SIZE_LARGE]]]]]]}, {"changes": json.dumps(nested(6))}):
        with pytest.raises(BadArguments, match="nested too deeply"):
            changes(raw, frozenset())
