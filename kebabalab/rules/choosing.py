"""Choosing: what was asked for, and the menu, make a line, or what the line still needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Choices, Heard, ItemRequest, LineItem, Mark, Mention, Need
from kebabalab.models.menu import Deal, Group, GroupKind, Item, Menu, Side
from kebabalab.rules.helpings import Taken, decide
from kebabalab.rules.openness import open_groups, side_field
from kebabalab.rules.sides import as_fixed, check_sides


def choose(request: ItemRequest, menu: Menu) -> LineItem:
    """The line that a request makes on this menu: the usual where nothing was said, `assumed` naming those groups.

    Its line_id is "": the cart gives one. Raises NotOnTheMenu for an item, an option or a deal that is not sold now.
    """
    item = _item(request.item, menu)
    said = _by_group(item, request.mentions)
    taken = {group.id: decide(group, said[group.id]) for group in item.groups}
    line = LineItem(
        "",
        item.id,
        request.quantity,
        _choices(taken),
        {group: one.excluded for group, one in taken.items() if one.excluded},
        assumed=tuple(group for group, one in taken.items() if one.assumed),
        heard=_heard(request),
        between=_between(taken),
    )
    if not request.deal:
        return line
    line = as_deal(line, request.deal, menu, request.sides)
    check_sides(line, menu)
    return line


def change(line: LineItem, mentions: Sequence[Mention], menu: Menu) -> LineItem:
    """The line with some things changed and the rest as it was, what was refused before too.

    A mention's group is a group of the line's item, or a side's field ("drink_brand"). Raises NotOnTheMenu.
    """
    item = _item(line.item, menu)
    own = [mention for mention in mentions if item.group(mention.group) is not None]
    others = [mention for mention in mentions if item.group(mention.group) is None]
    said = _by_group(item, own)
    taken = {group.id: decide(group, said[group.id], _before(line, group.id)) for group in item.groups}
    spoken = {group for group, several in said.items() if several} | {mention.group for mention in others}
    changed = replace(
        line,
        choices=_choices(taken),
        excluded={group: one.excluded for group, one in taken.items() if one.excluded},
        assumed=tuple(name for name in line.assumed if name not in spoken),
        heard=line.heard + tuple(mention.heard for mention in mentions if mention.heard is not None),
        between=_between(taken) | {name: one for name, one in line.between.items() if name not in taken},
    )
    for mention in others:
        changed = _side_changed(changed, mention, menu)
    return changed


def as_deal(line: LineItem, deal_id: str, menu: Menu, sides: tuple[ItemRequest, ...] = ()) -> LineItem:
    """The line as a deal, every choice of it kept; "" takes the deal off. Raises NotOnTheMenu.

    `sides` are what was said of them, one request for each; of a deal that it is already the line keeps what it can.
    """
    fields = {field for side in menu.sides for field in side.fields}
    kept = tuple(name for name in line.assumed if name not in fields)
    if not deal_id:
        return replace(line, sides={}, assumed=kept)
    deal = next((one for one in menu.deals_of(line.item) if one.id == deal_id), None)
    if deal is None:
        raise NotOnTheMenu(deal_id)
    said = list(sides)
    names = {field for side_id in deal.sides if (side := menu.side(side_id)) for field in side.fields}
    held = {side_id: choices for side_id, choices in line.sides.items() if side_id in deal.sides}
    made = replace(line, sides=held, assumed=tuple(one for one in line.assumed if one in kept or one in names))
    for side_id, fixed in deal.sides.items():
        side = menu.side(side_id)
        if side is None:
            raise NotOnTheMenu(side_id)
        request = next((one for one in said if one.item == side.item), ItemRequest(side.item))
        # Each is said of one side: "a deal with an X and a Y" where both sides are the same kind of thing.
        said = [one for one in said if one is not request]
        meant = as_fixed(request, fixed, _item(side.item, menu))
        made = _with_side(made, side, fixed, meant, menu)
    if said:
        raise NotOnTheMenu(f"{deal.name} with {_plain_title(_item(said[0].item, menu))}")
    return replace(made, sides={side_id: made.sides[side_id] for side_id in deal.sides})


def needs(line: LineItem, menu: Menu) -> tuple[Need, ...]:
    """The choices that the line still has open, its sides' among them (ordering rules, What words mean, 4)."""
    return tuple(_need(field, group, line) for field, group in open_groups(line, menu))


def deal_named(item_id: str, menu: Menu, deal_ids: Iterable[str] = ()) -> Deal | None:
    """The first deal of an item, or the first of those named; None where it has none."""
    wanted = tuple(deal_ids)
    return next((deal for deal in menu.deals_of(item_id) if not wanted or deal.id in wanted), None)


def _need(field: str, group: Group, line: LineItem) -> Need:
    """The question of an open choice: between what the caller named, where that is so; else the menu's own."""
    sold = [option for option in group.options if option.available]
    two = [option for option in sold if option.id in line.between.get(field, ())]
    if len(two) > 1:
        *others, last = (option.name for option in two)
        named = f"{', '.join(others)} or {last}?"
        return Need(field, tuple(option.id for option in two), named[:1].upper() + named[1:])
    left = tuple(option.id for option in sold if option.id not in line.excluded.get(field, ()))
    asked = group.ask or f"Which {group.name.lower()} would you like?"
    return Need(field, left or tuple(option.id for option in sold), asked)


def _item(item_id: str, menu: Menu) -> Item:
    """The item, if it can be had today: with nothing left of a choice that must be made it can't."""
    item = menu.item(item_id)
    if item is None:
        raise NotOnTheMenu(item_id)
    gone = any(group.required and not any(option.available for option in group.options) for group in item.groups)
    if not item.available or gone:
        raise NotOnTheMenu(_plain_title(item))
    return item


def _plain_title(item: Item) -> str:
    return " ".join(word for word in item.title.split() if "{" not in word)


def _between(taken: Mapping[str, Taken]) -> dict[str, tuple[str, ...]]:
    return {name: one.between for name, one in taken.items() if one.between}


def _before(line: LineItem, group: str) -> Taken:
    """What the line has of a group of its item."""
    held = line.choices.get(group)
    return Taken(held, line.excluded.get(group, ()), between=line.between.get(group, ()))


def _choices(taken: Mapping[str, Taken]) -> Choices:
    return {group: one.choices for group, one in taken.items() if one.choices is not None}


def _by_group(item: Item, mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    """The mentions of each of the item's groups, in the order in which they were said. Raises NotOnTheMenu."""
    by_group: dict[str, list[Mention]] = {group.id: [] for group in item.groups}
    for mention in mentions:
        if mention.group not in by_group:
            raise NotOnTheMenu(mention.group)
        moved = _moved(mention, item)
        by_group[moved.group].append(moved)
    return by_group


def _moved(mention: Mention, item: Item) -> Mention:
    """An extra helping that one group does not sell is the same option of another group, where that has it."""
    group = item.group(mention.group)
    if mention.mark is not Mark.EXTRA or group is None or len(mention.options) != 1 or group.kind is not GroupKind.MANY:
        return mention
    option = group.option(mention.options[0])
    if option is None or option.extra is not None:
        return mention
    for other in item.groups:
        if other.id != group.id and other.kind is GroupKind.MANY and other.option(mention.options[0]) is not None:
            return replace(mention, group=other.id, mark=Mark.PLAIN)
    return mention


def _with_side(line: LineItem, side: Side, fixed: Mapping[str, str], request: ItemRequest, menu: Menu) -> LineItem:
    """The line with one side of its deal: what was said of it, what the deal fixes, what it was before, its usual."""
    item = _item(side.item, menu)
    said = _by_group(item, request.mentions)
    held = line.sides.get(side.id)
    # What the deal itself fixes comes before the side's usual: "the deal with the big one".
    given = dict(fixed) if held is not None else {**_usual(side, item), **fixed}
    names = {group: field for field, group in side.fields.items()}
    taken: dict[str, Taken] = {}
    assumed = [one for one in line.assumed if one not in side.fields]
    for group in item.groups:
        default = [Mention(group.id, (given[group.id],))] if group.id in given else []
        named = side_field(side, group.id)
        kept = Taken(held.get(group.id), between=line.between.get(named, ())) if held is not None else None
        taken[group.id] = decide(group, said[group.id] or default, kept)
        unsaid = taken[group.id].assumed or bool(default) or names.get(group.id) in line.assumed
        if group.id in names and not said[group.id] and taken[group.id].choices and unsaid:
            assumed.append(names[group.id])
    return replace(
        line,
        sides={**line.sides, side.id: _choices(taken)},
        assumed=tuple(assumed),
        heard=line.heard + tuple(replace(one, field=names.get(one.field, one.field)) for one in _heard(request)),
        between=_side_between(line, side, taken),
    )


def _usual(side: Side, item: Item) -> dict[str, str]:
    """What the side is when nothing is said, as far as it can be had today."""
    options = {group.id: {option.id for option in group.options if option.available} for group in item.groups}
    return {group: option for group, option in side.usual.items() if option in options.get(group, ())}


def _side_changed(line: LineItem, mention: Mention, menu: Menu) -> LineItem:
    side = next((side for side_id in line.sides if (side := menu.side(side_id)) and mention.group in side.fields), None)
    group_id = side.fields[mention.group] if side is not None else ""
    group = _item(side.item, menu).group(group_id) if side is not None else None
    if side is None or group is None:
        raise NotOnTheMenu(mention.group)
    choices = line.sides[side.id]
    kept = Taken(choices.get(group_id), between=line.between.get(mention.group, ()))
    taken = {group_id: decide(group, [replace(mention, group=group_id)], kept)}
    others = {name: one for name, one in choices.items() if name != group_id}
    sides = {**line.sides, side.id: {**others, **_choices(taken)}}
    return replace(line, sides=sides, between=_side_between(line, side, taken))


def _side_between(line: LineItem, side: Side, taken: Mapping[str, Taken]) -> dict[str, tuple[str, ...]]:
    """What the line leaves open between options, with these choices of a side decided."""
    decided = {side_field(side, group): one for group, one in taken.items()}
    return _between(decided) | {name: one for name, one in line.between.items() if name not in decided}


def _heard(request: ItemRequest) -> tuple[Heard, ...]:
    return request.heard + tuple(mention.heard for mention in request.mentions if mention.heard is not None)
