"""Everything that changes on a line, read at once: either all of it can be done or nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kebabalab.models.cart import Cart, check_quantity
from kebabalab.models.errors import BadArguments, NotAChoice
from kebabalab.models.item import LineItem, Mark, Mention
from kebabalab.models.menu import Group, GroupKind, Item, Menu
from kebabalab.rules.choosing import change
from kebabalab.rules.sides import deal_of
from kebabalab.tools.cart_view import side_fields, value_of
from kebabalab.tools.entry_fields import not_a_choice, plain_name, side_group
from kebabalab.tools.facts import Facts
from kebabalab.tools.field_values import Read, group_named, option_named, read_value, read_values, truth
from kebabalab.tools.spoken_edits import spoken
from kebabalab.validators.schemas import EditCartItem
from kebabalab.validators.shapes import decoded, texts, whole

# What the server alone decides: a model that sets them would set a price.
_FIXED = frozenset(
    "price line_total total unit_price subtotal cost discount name title category item_id id index line_id "
    "is_combo combo is_meal meal is_deal deal needs assumed cart".split()
)
_ADD, _REMOVE = ("add", "plus"), ("remove", "delete", "without", "exclude")


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be done with a line: mentions of its groups and its deal's fields, and how many of it, 0 as before."""

    mentions: tuple[Mention, ...] = ()
    quantity: int = 0

    def __add__(self, other: Edit) -> Edit:
        return Edit(self.mentions + other.mentions, other.quantity or self.quantity)


def edited(cart: Cart, line: LineItem, args: EditCartItem, facts: Facts) -> Cart:
    """The cart with everything changed on the line that was asked for, and on others that were named.

    Raises BadArguments, NotAChoice, NotOnTheMenu, QuantityOutOfRange, CartFull; then nothing of it is done.
    """
    item = facts.menu.item(line.item)
    if item is None or not (args.modifications or args.description):
        raise BadArguments(("modifications is missing: say what changes on this line, by field",))
    edit = Edit()
    for field, value in args.modifications.items():
        if not _says_nothing(value):
            edit += _edit(field, value, line, item, facts)
    if not edit.mentions and not edit.quantity and not args.description:
        raise BadArguments(("modifications says nothing of what changes on this line",))
    changed = change(line, edit.mentions, facts.menu) if edit.mentions else line
    changed = replace(changed, quantity=edit.quantity) if edit.quantity else changed
    after = cart.with_line(changed)
    if args.description:
        after = spoken(after, changed, args.description, facts)
    for one in after.lines:
        if one not in cart.lines:
            _check_deal(one, facts.menu)
            after = after.with_line(_reheard(one))
    return after


def _reheard(line: LineItem) -> LineItem:
    """The line with the latest words for each choice: a line that is changed many times stays as small as it is."""
    return replace(line, heard=tuple({(heard.field, heard.value): heard for heard in line.heard}.values()))


def changes_between(before: LineItem, after: LineItem, menu: Menu) -> list[dict[str, object]]:
    """Each field that differs, with what it was and what it is."""
    then, now = _fields(before, menu), _fields(after, menu)
    return [
        {"field": name, "from": then.get(name), "to": value} for name, value in now.items() if then.get(name) != value
    ]


def _fields(line: LineItem, menu: Menu) -> dict[str, object]:
    item = menu.item(line.item)
    groups = {group.id: value_of(line, group) for group in item.groups} if item is not None else {}
    return {**groups, "quantity": line.quantity, **side_fields(line, menu)}


def _edit(field: str, value: object, line: LineItem, item: Item, facts: Facts) -> Edit:
    """One field's change. Raises BadArguments, NotAChoice, QuantityOutOfRange."""
    value = decoded(value)
    if field in ("quantity", "qty", "count", "amount"):
        return Edit(quantity=_quantity(value))
    if field in _FIXED and item.group(field) is None:
        raise BadArguments((f"{field} can't be set: it follows from the item and its choices",))
    try:
        mentions = tuple(_mentions(field, value, line, item, facts))
    except ValueError as wrong:
        raise BadArguments((f"{field} {wrong}",)) from None
    return Edit(mentions)


def _mentions(field: str, value: object, line: LineItem, item: Item, facts: Facts) -> Iterator[Mention]:
    """What one field says. Raises ValueError for a value of no such shape, BadArguments, NotAChoice."""
    verb, rest = _verb(field)
    if verb and item.group(field) is None:
        yield from _listed(verb, rest, texts(value), item, facts)
        return
    side = _side(field, value, line, facts.menu)
    if side is not None:
        yield _of_side(side[0], side[1], str(value), item, facts)
        return
    if isinstance(value, bool):
        yield _of_truth(field, value, item)
        return
    group = group_named(field, item)
    if group is None:
        raise BadArguments((f"{field} is no field of the {plain_name(item)}",))
    if isinstance(value, dict) and group.kind is GroupKind.MANY and _is_add_and_remove(value):
        for name, inner in value.items():
            yield from _listed(_verb(name)[0], group.id, texts(inner), item, facts)
        return
    yield from _set(group, texts(value), field, item, facts)


def _set(group: Group, values: list[str], field: str, item: Item, facts: Facts) -> Iterator[Mention]:
    """A group set to what is named; a list is replaced whole, unless all that is said is what to leave off."""
    read = read_values(values, group, item, facts.lexicon)
    if read.unknown:
        raise not_a_choice(read.unknown[0], field, item)
    taken = any(mention.mark in (Mark.PLAIN, Mark.EXTRA, Mark.LIGHT, Mark.ONLY) for mention in read.mentions)
    if group.kind is GroupKind.MANY and (taken or not values):
        yield Mention(group.id, (), Mark.NONE)
    yield from read.mentions


def _listed(verb: str, name: str, values: list[str], item: Item, facts: Facts) -> Iterator[Mention]:
    """Entries added to a list or taken off it; with no list named, off or on whichever has them."""
    group = group_named(name, item) if name else None
    if name and group is None:
        raise BadArguments((f"{verb}_{name}: the {plain_name(item)} has no {name.replace('_', ' ')}",))
    groups = (group,) if group is not None else tuple(one for one in item.groups if one.kind is not GroupKind.ONE)
    for value in values:
        reads = [read_value(value, one, item, facts.lexicon) for one in groups]
        read = next((one for one in reads if one.mentions and not one.unknown), Read(unknown=(value,)))
        if read.unknown:
            raise not_a_choice(value, name or groups[0].id if groups else name, item)
        for mention in read.mentions:
            yield replace(mention, mark=Mark.NOT) if verb == "remove" and mention.options else mention


def _of_truth(field: str, value: bool, item: Item) -> Mention:
    mention = truth(value, field, item)
    if mention is None:
        raise BadArguments((f"{field} is no field of the {plain_name(item)}",))
    return mention


def _of_side(field: str, group: Group, value: str, item: Item, facts: Facts) -> Mention:
    """A choice of the deal's side, under its field on the line."""
    side = side_group(field, item, facts.menu)
    read = read_value(value, group, side[1], facts.lexicon) if side is not None else Read(unknown=(value,))
    if read.unknown or not read.mentions:
        options = tuple(one.name for one in group.options if one.available)
        raise NotAChoice(plain_name(item), field, value[:60], options)
    return replace(read.mentions[-1], group=field)


def _side(field: str, value: object, line: LineItem, menu: Menu) -> tuple[str, Group] | None:
    """The field and group of a deal's side that this field means: by its name, or by the side's with a fitting value.

    Raises BadArguments where the line is no deal with such a side.
    """
    item = menu.item(line.item)
    if item is not None and group_named(field, item) is not None:
        return None
    for side in menu.sides:
        sold = menu.item(side.item)
        if sold is None:
            continue
        named = [(name, sold.group(group)) for name, group in side.fields.items()]
        fitting = [
            (name, group) for name, group in named if group is not None and _means(field, name, side.id, group, value)
        ]
        if fitting and side.id not in line.sides:
            raise BadArguments((f"{field} is for deals, and this line is none: call convertItemsToMeals first",))
        if fitting:
            return fitting[0]
    return None


def _means(field: str, name: str, side_id: str, group: Group, value: object) -> bool:
    """Whether a field is this one of a side, or the side itself with a value that this one has."""
    return field == name or (
        field == side_id and isinstance(value, str) and option_named(value.casefold(), group) is not None
    )


def _verb(field: str) -> tuple[str, str]:
    """ "add_x" and "x_add" are ("add", "x"); ("", "") where a field says no such thing."""
    for verb, words in (("add", _ADD), ("remove", _REMOVE)):
        for word in words:
            if field == word:
                return verb, ""
            if field.startswith(f"{word}_"):
                return verb, field.removeprefix(f"{word}_")
            if field.endswith(f"_{word}"):
                return verb, field.removesuffix(f"_{word}")
    return "", ""


def _is_add_and_remove(value: Mapping[str, object]) -> bool:
    return bool(value) and all(_verb(name) in (("add", ""), ("remove", "")) for name in value)


def _quantity(value: object) -> int:
    try:
        found = whole(value)
    except ValueError as wrong:
        raise BadArguments((f"quantity {wrong}",)) from None
    quantity = found if isinstance(found, int) else 0
    check_quantity(quantity)
    return quantity


def _check_deal(line: LineItem, menu: Menu) -> None:
    """Refuse sides that no deal of the item has. Raises NotAChoice with what the deals do have."""
    item = menu.item(line.item)
    if item is None or not line.is_deal or deal_of(line, menu) is not None:
        return
    for deal in menu.deals_of(line.item):
        if set(deal.sides) != set(line.sides):
            continue
        for side_id, fixed in deal.sides.items():
            side = menu.side(side_id)
            for group, option in fixed.items():
                taken = line.sides[side_id].get(group, ())
                if side is not None and taken and taken[0].option != option:
                    field = next((name for name, one in side.fields.items() if one == group), group)
                    raise NotAChoice(f"{plain_name(item)} deal", field, taken[0].option, (option,))


def _says_nothing(value: object) -> bool:
    """An empty text says nothing; an empty list takes everything off."""
    return value is None or (isinstance(value, str) and not value.strip())
