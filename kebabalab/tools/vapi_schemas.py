"""What each tool takes, as JSON schema for VAPI: the argument models, with the menu's own choices as enums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel
from pydantic.alias_generators import to_camel

from kebabalab.models.menu import Group, GroupKind, Menu
from kebabalab.tools.vapi_names import item_name
from kebabalab.validators import schemas

Schema = dict[str, object]
Fields = dict[str, Schema]

# All that VAPI's schema of a tool's parameters knows; it may refuse the rest.
_KNOWN = ("type", "description", "items", "properties", "required", "enum")


def parameters(arguments: type[BaseModel], menu: Menu) -> Schema:
    """The schema of a tool's arguments, always an object; `enum`s hold texts only, as VAPI wants them."""
    schema = _plain(arguments.model_json_schema(by_alias=True))
    own = _fields_of(schema)
    if arguments is schemas.AddMultipleItemsToCart:
        own["items"] = {**own["items"], "items": _item(menu)}
    elif arguments is schemas.EditCartItem:
        own["modifications"] = {**own["modifications"], "properties": _changes(menu)}
    elif arguments is schemas.ConvertItemsToMeals:
        own.update({to_camel(field): shown for field, shown in _sides(menu).items()})
    required = schema.get("required")
    return {"type": "object", "properties": own, **({"required": required} if required else {})}


def _item(menu: Menu) -> Schema:
    """One item: its words, or what it is and what was chosen of each of the menu's groups."""
    fields = _fields_of(_plain(schemas.ItemToAdd.model_json_schema(by_alias=True)))
    # The whole menu, sold out or not: that changes by the hour, and the server says it.
    names = _unique(item_name(item) for item in menu.items)
    held = {item.category for item in menu.items}
    fields["category"] = {**fields["category"], "enum": [one for one in menu.categories if one in held]}
    fields["name"] = {**fields["name"], "enum": names}
    return {"type": "object", "properties": {**fields, **_groups(menu)}}


def _changes(menu: Menu) -> Fields:
    """What can change on a line: its choices, what a deal comes with, how many."""
    return {**_groups(menu), **_sides(menu), "quantity": {"type": "integer"}}


def _groups(menu: Menu) -> Fields:
    """Each group under its name; where items offer different options of it, all of them."""
    found: dict[str, list[Group]] = {}
    for item in menu.items:
        for group in item.groups:
            found.setdefault(group.id, []).append(group)
    return {name: _field(groups) for name, groups in found.items()}


def _sides(menu: Menu) -> Fields:
    """What can be chosen of the deals' sides, by the cart line's field."""
    found: dict[str, list[Group]] = {}
    for side in menu.sides:
        item = menu.item(side.item)
        for field, group_id in side.fields.items():
            group = item.group(group_id) if item is not None else None
            if group is not None:
                found.setdefault(field, []).append(group)
    return {name: _field(groups) for name, groups in found.items()}


def _field(groups: Iterable[Group]) -> Schema:
    """The values of one field, whichever item has it."""
    groups = tuple(groups)
    if all(group.kind is GroupKind.FLAG for group in groups):
        return {"type": "boolean"}
    choice: Schema = {"type": "string", "enum": _unique(value for group in groups for value in _values(group))}
    return {"type": "array", "items": choice} if groups[0].kind is GroupKind.MANY else choice


def _values(group: Group) -> Iterator[str]:
    """Each option, and the helpings of it that the menu has, as a cart line shows them."""
    for option in group.options:
        yield option.id
        if option.extra is not None:
            yield f"extra {option.id}"
        if group.light:
            yield f"light {option.id}"


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _fields_of(schema: Schema) -> Fields:
    own = schema.get("properties")
    return dict(own) if isinstance(own, dict) else {}


def _plain(schema: Mapping[str, object]) -> Schema:
    """A schema of pydantic's in the few words that VAPI knows: what may be null is left out instead."""
    options = schema.get("anyOf")
    if isinstance(options, list):
        shown = next(option for option in options if option.get("type") != "null")
        return _plain({**schema, "anyOf": None, **shown})
    plain: Schema = {key: schema[key] for key in _KNOWN if key in schema}
    if isinstance(plain.get("items"), Mapping):
        plain["items"] = _plain(plain["items"])  # type: ignore[arg-type]
    own = plain.get("properties")
    if isinstance(own, Mapping):
        plain["properties"] = {name: _plain(field) for name, field in own.items()}
    return plain
