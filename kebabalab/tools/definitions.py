"""The tools as a model is told of them: JSON schemas from the registry, with the menu's own choices in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic.alias_generators import to_camel

from kebabalab.models.cart import MAX_QUANTITY
from kebabalab.models.menu import Group, GroupKind, Menu
from kebabalab.tools.item_names import item_name
from kebabalab.tools.registry import TOOLS, ToolSpec
from kebabalab.validators.schemas import AddMultipleItemsToCart, ConvertItemsToMeals, EditCartItem, ItemToAdd

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Definition:
    """One tool: its name, what it is for, and its parameters as JSON schema."""

    name: str
    description: str
    parameters: Schema


def definitions(menu: Menu) -> tuple[Definition, ...]:
    """Every tool for this menu, in the registry's order (contract, What VAPI is given)."""
    return tuple(Definition(spec.name, spec.description, parameters(spec, menu)) for spec in TOOLS.values())


def parameters(spec: ToolSpec, menu: Menu) -> Schema:
    """The arguments of one tool, its closed choices as enums."""
    schema = plain(spec.arguments.model_json_schema(by_alias=True))
    properties: Schema = schema.setdefault("properties", {})
    if spec.arguments is AddMultipleItemsToCart:
        properties["items"]["items"] = _item(menu)
    elif spec.arguments is EditCartItem:
        properties["modifications"] |= {"type": "object", "properties": _modifications(menu)}
    elif spec.arguments is ConvertItemsToMeals:
        sides = ((to_camel(field), group) for field, group in side_groups(menu))
        properties |= {name: {**_of(group), "description": "Left out, the usual one."} for name, group in sides}
    return {name: schema[name] for name in ("type", "properties", "required") if name in schema}


def plain(schema: Schema) -> Schema:
    """A schema without what a model has no use for: titles, defaults, and null beside what is optional anyway."""
    kept: Schema = {}
    for name, value in schema.items():
        if name in ("title", "default", "additionalProperties", "maxLength", "minLength"):
            continue
        if name == "anyOf":
            kept |= next(plain(one) for one in value if one.get("type") != "null")
        elif name == "properties":
            kept[name] = {inner: plain(one) for inner, one in value.items()}
        else:
            kept[name] = plain(value) if isinstance(value, dict) else value
    return kept


def groups_of(menu: Menu) -> dict[str, list[Group]]:
    """The groups of all items, by the field that they are on a cart line, in the menu's order."""
    found: dict[str, list[Group]] = {}
    for item in menu.items:
        for group in item.groups:
            found.setdefault(group.id, []).append(group)
    return found


def side_groups(menu: Menu) -> Iterator[tuple[str, list[Group]]]:
    """The fields that a deal's sides have on a cart line, each with the group behind it."""
    for side in menu.sides:
        item = menu.item(side.item)
        for field, group_id in side.fields.items():
            group = item.group(group_id) if item is not None else None
            if group is not None:
                yield field, [group]


def _item(menu: Menu) -> Schema:
    own = plain(ItemToAdd.model_json_schema(by_alias=True))["properties"]
    own["category"]["enum"] = list(menu.categories)
    own["name"]["enum"] = list(dict.fromkeys(item_name(item) for item in menu.items if item.available))
    own["quantity"] |= {"minimum": 1, "maximum": MAX_QUANTITY}
    choices = {field: _of(groups) for field, groups in groups_of(menu).items()}
    return {"type": "object", "properties": {**own, **choices}}


def _modifications(menu: Menu) -> Schema:
    fields: Schema = {"quantity": {"type": "integer", "minimum": 1, "maximum": MAX_QUANTITY}}
    for field, groups in groups_of(menu).items():
        fields[field] = _of(groups)
        if groups[0].kind is GroupKind.MANY:
            fields[to_camel(f"add_{field}")] = fields[to_camel(f"remove_{field}")] = _texts(groups)
    return fields | {field: _of(groups) for field, groups in side_groups(menu)}


def _of(groups: list[Group]) -> Schema:
    """The schema of one field: true or false, one of the options, or a list in which helpings are open."""
    if groups[0].kind is GroupKind.FLAG:
        return {"type": "boolean"}
    if groups[0].kind is GroupKind.ONE:
        return {"type": "string", "enum": _options(groups)}
    return _texts(groups) | {"description": _helpings(groups)}


def _texts(groups: list[Group]) -> Schema:
    return {"type": "array", "items": {"type": "string"}, "description": f"Any of: {', '.join(_options(groups))}."}


def _helpings(groups: list[Group]) -> str:
    extra = ["extra"] if any(option.extra is not None for group in groups for option in group.options) else []
    light = ["light"] if any(group.light for group in groups) else []
    words = " or ".join((*extra, *light, "no"))
    return f"Any of: {', '.join(_options(groups))}. The word {words} may stand before one. ['none'] for none of them."


def _options(groups: list[Group]) -> list[str]:
    available: Mapping[str, None] = dict.fromkeys(
        option.id for group in groups for option in group.options if option.available
    )
    return list(available)
