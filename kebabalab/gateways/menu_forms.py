"""The shape of menu.yaml: groups, items, sides and deals as an owner writes them."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from kebabalab.gateways.forms import FREE, Amount, AsKeys, Form, Id, OptionId, Text, Words, Yes, amounts_of

_BRACED = re.compile(r"\{([^{}]*)\}")
_AMOUNT = re.compile(r"\d+(\.\d*)?")


class PriceForm(Form):
    """An amount, or an amount for each option of a group; `by` is the group where the options leave it open."""

    by: str = ""
    amounts: dict[str, Amount]


def _option(value: object) -> object:
    """An option in short: nothing, its price, or how it is said."""
    if value is None:
        return {}
    if isinstance(value, str):
        return {"price": value} if value == FREE or _AMOUNT.fullmatch(value) else {"said": value}
    return {"said": value} if isinstance(value, list) else value


Price = Annotated[PriceForm, BeforeValidator(amounts_of)]
Extra = Annotated[PriceForm | None, BeforeValidator(lambda value: None if value == "none" else amounts_of(value))]


class OptionForm(Form):
    """One option; what is not written comes from its group."""

    name: Text | None = None
    price: Price | None = None
    extra: Extra = None
    said: Words = ()
    mixes: Words = ()
    allergens: Words = ()
    diets: Words = ()
    available: Yes = True


Options = Annotated[dict[OptionId, Annotated[OptionForm, BeforeValidator(_option)]], AsKeys]


class GroupForm(Form):
    """A set of options, written once for all the items that offer it."""

    kind: Literal["one", "many", "flag"]
    options: Options = Field(default_factory=dict)
    field: Id | None = None
    name: Text | None = None
    required: Yes = False
    ask: Text | None = None
    said: Words = ()
    usual: Words = ()
    the_lot: Words = ()
    naming: Literal["replaces", "adds"] = "replaces"
    price: Price | None = None
    extra: Extra = None
    light: Yes = False
    emptied_by_plain: Yes = False
    names_item: Yes = False
    on_every_line: Yes = False
    parts: Yes = False


class OfferForm(Form):
    """What one item makes of a group: only some of its options, another usual, other prices."""

    only: Words | None = None
    without: Words = ()
    usual: Words | None = None
    required: Yes | None = None
    ask: Text | None = None
    changes: Options = Field(default_factory=dict)


def _offer(value: object) -> object:
    return {} if value is None else value


class ItemForm(Form):
    """Something that is sold."""

    category: Id
    title: Text
    plural: Text | None = None
    said: Annotated[Words, Field(min_length=1)]
    price: Price
    groups: Annotated[dict[str, Annotated[OfferForm, BeforeValidator(_offer)]], AsKeys] = Field(default_factory=dict)
    allergens: Words = ()
    diets: Words = ()
    available: Yes = True


class SideForm(Form):
    """What a deal can hold beside its main item."""

    item: Text
    fields: Annotated[dict[Id, Text], AsKeys] = Field(default_factory=dict)
    usual: Annotated[dict[str, Text], AsKeys] = Field(default_factory=dict)


class DealForm(Form):
    """A main item with sides at one price; `main` can name several items that have the deal alike."""

    name: Text
    main: Annotated[Words, Field(min_length=1)]
    sides: Annotated[dict[str, Annotated[dict[str, Text], AsKeys]], AsKeys] = Field(alias="with", min_length=1)
    price: Price
    said: Words = ()
    title: Text = "{main} Meal"
    plural: Text | None = None


class MenuForm(Form):
    """A whole menu.yaml."""

    categories: Words = ()
    groups: Annotated[dict[Id, GroupForm], AsKeys] = Field(default_factory=dict)
    items: Annotated[dict[Id, ItemForm], AsKeys]
    sides: Annotated[dict[Id, SideForm], AsKeys] = Field(default_factory=dict)
    deals: Annotated[dict[Id, DealForm], AsKeys] = Field(default_factory=dict)


def braced(template: str) -> tuple[str, ...]:
    """The words in braces of a title."""
    return tuple(_BRACED.findall(template))
