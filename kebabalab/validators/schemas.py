"""The arguments of the tools around the cart. Descriptions are product text: the assistant's model reads them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

from kebabalab.validators.arguments import changes, tidied
from kebabalab.validators.shapes import decoded, flag, place, places, text, whole

LONGEST_TEXT = 2000
MOST_ITEMS = 50

Text = Annotated[str, Field(max_length=LONGEST_TEXT), BeforeValidator(text)]
SaidText = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT), BeforeValidator(text)]
Whole = Annotated[int, BeforeValidator(whole)]
Place = Annotated[int, BeforeValidator(place)]
Places = Annotated[tuple[int, ...] | None, BeforeValidator(places)]
Flag = Annotated[bool, BeforeValidator(flag)]


class Arguments(BaseModel):
    """What every tool's arguments have in common: camelCase outside, keys that no tool knows are not looked at."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="ignore", frozen=True)


class NoArguments(Arguments):
    """For tools that need to be told nothing."""


class QuickAddItem(Arguments):
    """One sentence of the caller's."""

    description: SaidText = Field(
        description="What the caller asked for, in their own words and whole: quantities, sizes, what is on it and "
        "what is not. Several items in one sentence are fine."
    )

    @model_validator(mode="before")
    @classmethod
    def _only_words(cls, data: object) -> object:
        return _under_its_name(data, "description")


_NESTED_CHOICES = ("options", "choices", "properties", "details", "customizations", "modifications", "modifiers")
_OTHER_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("item", "item_name", "product", "product_name", "item_id", "type"),
        "quantity": ("qty", "count", "amount"),
    }
)


class ItemToAdd(Arguments):
    """One item, by its parts or in words. What can be chosen depends on the menu: further keys are its groups."""

    model_config = ConfigDict(extra="allow")

    description: Text = Field(default="", description="The item in the caller's words, instead of the single fields.")
    category: Text = Field(default="", description="The category that the item is in.")
    name: Text = Field(default="", description="The item's name, where its category holds several.")
    quantity: Whole | None = Field(default=None, description="How many, 1 to 50.")

    @model_validator(mode="before")
    @classmethod
    def _one_shape(cls, data: object) -> object:
        row = dict(data) if isinstance(data, dict) else {}
        for key in _NESTED_CHOICES:
            inner = decoded(row.get(key))
            if isinstance(inner, dict):
                row = {**{name: value for name, value in row.items() if name != key}, **tidied(inner)}
        for name, others in _OTHER_NAMES.items():
            given = [row.pop(key) for key in others if isinstance(row.get(key), str | int | float)]
            if given:
                row.setdefault(name, given[0])
        return row

    @property
    def choices(self) -> dict[str, object]:
        """Everything else that was given, by field."""
        return dict(self.model_extra or {})


class AddMultipleItemsToCart(Arguments):
    """Several items at once. Each is checked on its own, so that one bad item does not cost the good ones."""

    items: Annotated[tuple[dict[str, object], ...], Field(min_length=1, max_length=MOST_ITEMS)] = Field(
        description="The items, each with its category and what was chosen, or with a description in words."
    )

    @model_validator(mode="before")
    @classmethod
    def _as_list(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        given = decoded(data.get("items", data))
        rows = given if isinstance(given, list) else [given]
        return {"items": [_row(decoded(row)) for row in rows if rows != [{}]]}


class RemoveCartItem(Arguments):
    """Which line, and how many of it."""

    item_index: Place = Field(description="The line's index as getCartState shows it, counted from 0.")
    quantity: Whole | None = Field(default=None, description="How many to take off; left out, the whole line.")

    @model_validator(mode="before")
    @classmethod
    def _index(cls, data: object) -> object:
        return _indexed(data)


class EditCartItem(Arguments):
    """Which line, and everything that changes on it, in one call."""

    item_index: Place = Field(description="The line's index as getCartState shows it, counted from 0.")
    modifications: dict[str, object] = Field(
        default_factory=dict,
        description="Everything that changes on this line, by field as the cart line shows it: any of its choices, "
        "its quantity, and what a meal comes with. A list replaces the whole list; add and remove before a list's name "
        "change single entries.",
    )
    description: Text = Field(default="", description="The change in the caller's words, instead of modifications.")

    @model_validator(mode="before")
    @classmethod
    def _one_shape(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        indexed = _indexed(data)
        found, spoken = changes(indexed, frozenset({"item_index"}))
        place_given = {"item_index": indexed["item_index"]} if "item_index" in indexed else {}
        return {**place_given, "modifications": found, "description": ", ".join(spoken)}


class ConvertItemsToMeals(Arguments):
    """Which lines, and what the deal's sides shall be: further keys are the fields of the menu's sides."""

    model_config = ConfigDict(extra="allow")

    item_indices: Places = Field(
        default=None, description="The lines' indices; left out, every line that can be a meal."
    )

    @model_validator(mode="before")
    @classmethod
    def _index(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        row = dict(data)
        given = [row.pop(key) for key in ("item_index", "indices", "items", "index") if key in row]
        return {"item_indices": given[0], **row} if given else row

    @property
    def wanted(self) -> dict[str, object]:
        """What was said of the sides, by the cart line's field; nothing for what was not."""
        return {field: value for field, value in (self.model_extra or {}).items() if value not in ("", None)}


def _under_its_name(data: object, field: str) -> object:
    """The one text that was given, whatever its key, under the name that it should have."""
    if isinstance(data, dict) and field not in data and len(data) == 1:
        return {field: next(iter(data.values()))}
    return data


def _indexed(data: object) -> dict[str, object]:
    """The line's index under its name, whatever models call it."""
    row = dict(data) if isinstance(data, dict) else {}
    for key in ("index", "line_index", "item", "line"):
        if "item_index" not in row and key in row:
            row["item_index"] = row.pop(key)
    return row


def _row(row: object) -> dict[str, object]:
    if isinstance(row, dict):
        inner = decoded(row.get("item"))
        return (
            {**{key: value for key, value in row.items() if key != "item"}, **inner} if isinstance(inner, dict) else row
        )
    return {} if row is None else {"description": row}
