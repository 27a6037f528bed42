"""The menu as values: items, their groups of options, deals and their sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kebabalab.models.money import Money


class GroupKind(StrEnum):
    """How many options of a group a line may hold; a flag is a plain yes or no."""

    ONE = "one"
    MANY = "many"
    FLAG = "flag"


class Naming(StrEnum):
    """What naming options of a group does to the usual: stands in its place, or comes on top."""

    REPLACES = "replaces"
    ADDS = "adds"


@dataclass(frozen=True, slots=True)
class Price:
    """An amount, or one amount for each option of the group `by` ("" where it is the same for all).

    `amounts` is keyed by the option's id, by "" where `by` is "".
    """

    by: str
    amounts: Mapping[str, Money]

    @classmethod
    def fixed(cls, amount: Money) -> Price:
        """The same amount whatever is chosen."""
        return cls("", {"": amount})

    def when(self, chosen: str) -> Money | None:
        """The amount when `chosen` is the option taken in group `by`; None if that is not sold."""
        return self.amounts.get(chosen if self.by else "")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen in a group. `extra` is the price of an extra helping, None if none is sold.

    `said` are the spoken forms, the name among them; a first "=" says that the id is not one of them (it may be another
    option's word). `mixes` are the options of the group that name this one when they are said together.
    """

    id: str
    name: str
    price: Price
    said: tuple[str, ...] = ()
    extra: Price | None = None
    in_the_lot: bool = False
    allergens: tuple[str, ...] = ()
    diets: tuple[str, ...] = ()
    available: bool = True
    mixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A set of options as one item offers it.

    `said` are the words for the group itself ("no ..."); `usual` what is given when nothing is said;
    `emptied_by_plain` whether "plain" takes all of it off; `names_item` whether naming an option names the
    item ("two of those"); `on_every_line` whether every cart line shows the field even where it has no such group;
    `light` whether a smaller helping can be asked for; `parts` whether an option can go on one half of the item.
    A flag has the options "yes" and "no".
    """

    id: str
    name: str
    kind: GroupKind
    options: tuple[Option, ...]
    required: bool = False
    usual: tuple[str, ...] = ()
    ask: str = ""
    said: tuple[str, ...] = ()
    naming: Naming = Naming.REPLACES
    light: bool = False
    emptied_by_plain: bool = False
    names_item: bool = False
    on_every_line: bool = False
    parts: bool = False

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or None."""
        return next((option for option in self.options if option.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is sold. `title` and `plural` are templates over the ids of its single groups.

    For example `title="{size} {filling} Roll"`; parts not chosen yet drop out.
    """

    id: str
    category: str
    title: str
    plural: str
    price: Price
    said: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    allergens: tuple[str, ...] = ()
    diets: tuple[str, ...] = ()
    available: bool = True

    def group(self, group_id: str) -> Group | None:
        """The group with this id as this item offers it, or None."""
        return next((group for group in self.groups if group.id == group_id), None)


@dataclass(frozen=True, slots=True)
class Side:
    """What a deal can hold beside its main item.

    `fields` maps the cart line's field to the side item's group ({"drink_brand": "brand"});
    `usual` is what is given when the caller names nothing, by group.
    """

    id: str
    item: str
    fields: Mapping[str, str]
    usual: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Deal:
    """A main item with sides at one price; `sides` maps a side's id to the options it must have, by group.

    Where the same words name several deals of an item, the one that comes first in the menu is meant.
    """

    id: str
    name: str
    main: str
    sides: Mapping[str, Mapping[str, str]]
    price: Price
    said: tuple[str, ...] = ()
    title: str = "{main} Meal"
    plural: str = "{main} Meals"


@dataclass(frozen=True, slots=True)
class Menu:
    """All that a shop sells. `version` is the hash of the menu's file: orders refer to it."""

    version: str
    items: tuple[Item, ...]
    sides: tuple[Side, ...] = ()
    deals: tuple[Deal, ...] = ()
    categories: tuple[str, ...] = ()
    _items: Mapping[str, Item] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_items", {item.id: item for item in self.items})

    def item(self, item_id: str) -> Item | None:
        """The item with this id, or None when the menu does not have it."""
        return self._items.get(item_id)

    def side(self, side_id: str) -> Side | None:
        """The side with this id, or None."""
        return next((side for side in self.sides if side.id == side_id), None)

    def deals_of(self, item_id: str) -> tuple[Deal, ...]:
        """The deals whose main item this is, in the menu's order."""
        return tuple(deal for deal in self.deals if deal.main == item_id)
