"""What the fields of an entry say of one item, when items are ordered by their parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kebabalab.language.tokens import words_of
from kebabalab.language.understand import read_item, read_mentions
from kebabalab.models.errors import NotAChoice
from kebabalab.models.item import ItemRequest, Mention
from kebabalab.models.menu import GroupKind, Item, Menu
from kebabalab.tools.facts import Facts
from kebabalab.tools.field_values import Read, group_named, read_value, read_values, truth
from kebabalab.validators.shapes import flag, texts

_DEALS = ("is_combo", "combo", "is_meal", "meal", "is_deal", "deal")
_REMARKS = ("notes", "note", "instructions", "special_instructions", "customizations", "modifications", "modifiers")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of an entry, read against an item.

    `stray` are the values that have no place on it; `wrong` the values that it needs otherwise; `sides` the mentions of
    a deal's sides, by the side's id.
    """

    item: Item
    mentions: tuple[Mention, ...] = ()
    stray: tuple[str, ...] = ()
    wrong: tuple[NotAChoice, ...] = ()
    sides: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    wants_deal: bool = False

    @property
    def fit(self) -> int:
        """How well the item fits: what it takes of what was given, less what it does not."""
        return len(self.mentions) - len(self.wrong) - len(self.stray)

    def side_requests(self, menu: Menu) -> tuple[ItemRequest, ...]:
        """What was said of the deal's sides, as requests of their items."""
        found = [(menu.side(side_id), mentions) for side_id, mentions in self.sides.items()]
        return tuple(ItemRequest(side.item, mentions=mentions) for side, mentions in found if side is not None)


def read_fields(item: Item, choices: Mapping[str, object], facts: Facts) -> Fields:
    """Every field of an entry read against this item. Raises ValueError for a value that is no list of texts."""
    fields = Fields(item)
    for name, value in choices.items():
        fields = _with_field(fields, name, value, facts)
    if fields.sides and not fields.wants_deal:
        # A deal changes the price: it is made when it was asked for, not because a field was filled in.
        lost = tuple(str(value) for name, value in choices.items() if side_group(name, item, facts.menu) is not None)
        return replace(fields, stray=fields.stray + lost, sides={})
    return fields


def not_a_choice(value: str, name: str, item: Item) -> NotAChoice:
    """The refusal of a value that a field of this item does not have, with those that it has."""
    group = group_named(name, item)
    options = tuple(one.name for one in group.options if one.available) if group is not None else ()
    return NotAChoice(plain_name(item), name, value[:60], options)


def plain_name(item: Item) -> str:
    """The item's name without what can be chosen, as it is said."""
    words = [word for word in item.title.split() if "{" not in word]
    return " ".join(word.lower() if word.istitle() else word for word in words) or item.id.replace("_", " ")


def side_group(name: str, item: Item, menu: Menu) -> tuple[str, Item, str] | None:
    """The side that a field of a cart line belongs to: its id, its item, and the item's group."""
    if item.group(name) is not None:
        return None
    for side in menu.sides:
        sold = menu.item(side.item)
        if name in side.fields and sold is not None:
            return side.id, sold, side.fields[name]
    return None


def _with_field(fields: Fields, name: str, value: object, facts: Facts) -> Fields:
    if name in _DEALS:
        return replace(fields, wants_deal=fields.wants_deal or _is_true(value))
    side = side_group(name, fields.item, facts.menu)
    if side is not None:
        return _with_side(fields, side, name, str(value), facts)
    read = _of_field(name, value, fields.item, facts)
    group = group_named(name, fields.item)
    if read.unknown and group is not None and group.kind is GroupKind.ONE:
        wrong = not_a_choice(read.unknown[0], name, fields.item)
        return replace(fields, wrong=(*fields.wrong, wrong), mentions=fields.mentions + read.mentions)
    return replace(fields, mentions=fields.mentions + read.mentions, stray=fields.stray + read.unknown)


def _with_side(fields: Fields, side: tuple[str, Item, str], name: str, value: str, facts: Facts) -> Fields:
    side_id, sold, group_id = side
    group = sold.group(group_id)
    read = read_value(value, group, sold, facts.lexicon) if group is not None else Read(unknown=(value,))
    if read.unknown:
        options = tuple(one.name for one in group.options if one.available) if group is not None else ()
        return replace(fields, wrong=(*fields.wrong, NotAChoice(plain_name(fields.item), name, value[:60], options)))
    return replace(fields, sides={**fields.sides, side_id: fields.sides.get(side_id, ()) + read.mentions})


def _of_field(name: str, value: object, item: Item, facts: Facts) -> Read:
    """What one field says of the item; values that have no place on it are unknown."""
    if isinstance(value, bool):
        return _of_truth(value, name, item, facts.menu)
    values = texts(value)
    group = group_named(name, item)
    if group is not None:
        return read_values(values, group, item, facts.lexicon)
    if name not in _REMARKS and not _is_field(name, facts.menu):
        return Read()
    read = Read()
    for one in values:
        read += _anywhere(one, item, facts)
    return read


def _of_truth(value: bool, name: str, item: Item, menu: Menu) -> Read:
    mention = truth(value, name, item)
    if mention is None:
        return Read(unknown=(name.replace("_", " "),) if value and _is_field(name, menu) else ())
    group = item.group(mention.group)
    # A "false" for what is not given anyway is a form filled in, not a caller's "without".
    given = value or (group is not None and group.kind is GroupKind.FLAG)
    return Read((mention,) if given else ())


def _anywhere(value: str, item: Item, facts: Facts) -> Read:
    """A value that no group of the item was named for, read as a caller's words about the item."""
    if item.id in read_item(value, facts.lexicon) or _is_in_its_name(value, item):
        return Read()
    mentions, unknown = read_mentions(value, item.id, facts.lexicon)
    return Read(mentions, unknown) if mentions or unknown else Read(unknown=(value,))


def _is_in_its_name(value: str, item: Item) -> bool:
    """Whether these are words that the item is called by anyway: its volume, its kind."""
    asked = words_of(value)
    names = [words_of(name) for name in (item.title, *item.said)]
    return bool(asked) and any(
        name[start : start + len(asked)] == asked for name in names for start in range(len(name) - len(asked) + 1)
    )


def _is_true(value: object) -> bool:
    """Whether a deal is asked for: yes, or named."""
    try:
        return flag(value) is True
    except ValueError:
        return isinstance(value, str) and bool(value)


def _is_field(name: str, menu: Menu) -> bool:
    sides = any(name in side.fields for side in menu.sides)
    return sides or any(group_named(name, item) is not None for item in menu.items)
