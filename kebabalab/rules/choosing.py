"""Choosing: what was asked for, and the menu, make a line, or what the line still needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Choices, Heard, ItemRequest, LineItem, Mark, Mention, Need
from kebabalab.models.menu import Deal, Group, GroupKind, Item, Menu, Side
from kebabalab.rules.helpings import Taken, decide
from kebabalab.rules.openness import open_groups


def choose(request: ItemRequest, menu: Menu) -> LineItem:
    """The line that a request makes on this menu: the usual where nothing was said, `assumed` naming those groups.

    Its line_id is "": the cart gives one. Raises NotOnTheMenu for an item or option that is not sold now.
    """
    item = _item(request.item, menu)
    taken = _taken(item, request.mentions, {})
    line = LineItem(
        "",
        item.id,
        request.quantity,
        {group: one.choices for group, one in taken.items() if one.choices is not None},
        {group: one.excluded for group, one in taken.items() if one.excluded},
        assumed=tuple(group for group, one in taken.items() if one.assumed),
        heard=_heard(request),
    )
    return as_deal(line, request.deal, menu, request.sides) if request.deal else line


def change(line: LineItem, mentions: Sequence[Mention], menu: Menu) -> LineItem:
    """The line with some things changed and the rest as it was.

    A mention's group is a group of the line's item, or a side's field ("drink_brand"). Raises NotOnTheMenu.
    """
    item = _item(line.item, menu)
    own = [mention for mention in mentions if item.group(mention.group) is not None]
    fields = {field: side for side_id in line.sides if (side := menu.side(side_id)) for field in side.fields}
    for mention in mentions:
        if mention not in own and mention.group not in fields:
            raise NotOnTheMenu(mention.group)
    taken = _taken(item, own, line.choices)
    spoken = {mention.group for mention in mentions}
    changed = replace(
        line,
        choices={group: one.choices for group, one in taken.items() if one.choices is not None},
        excluded={**line.excluded, **{group: taken[group].excluded for group in spoken if group in taken}},
        assumed=tuple(name for name in line.assumed if name not in spoken),
        heard=line.heard + tuple(mention.heard for mention in mentions if mention.heard is not None),
    )
    for mention in mentions:
        if mention not in own:
            changed = _change_side(changed, fields[mention.group], mention, menu)
    return changed


def as_deal(line: LineItem, deal_id: str, menu: Menu, sides: tuple[ItemRequest, ...] = ()) -> LineItem:
    """The line as a deal, every choice of it kept; "" takes the deal off. Raises NotOnTheMenu."""
    names = {field for side in menu.sides for field in side.fields}
    kept = tuple(name for name in line.assumed if name not in names)
    if not deal_id:
        return replace(line, sides={}, assumed=kept)
    deal = next((one for one in menu.deals_of(line.item) if one.id == deal_id), None)
    if deal is None:
        raise NotOnTheMenu(deal_id)
    chosen: dict[str, Choices] = {}
    assumed: list[str] = list(kept)
    heard = line.heard
    for side_id, fixed in deal.sides.items():
        side = menu.side(side_id)
        if side is None:
            raise NotOnTheMenu(side_id)
        said = next((one for one in sides if one.item == side.item), None)
        chosen[side_id], missing = _side(side, dict(fixed), said, menu)
        assumed += missing
        heard += _heard(said) if said is not None else ()
    return replace(line, sides=chosen, assumed=tuple(assumed), heard=heard)


def needs(line: LineItem, menu: Menu) -> tuple[Need, ...]:
    """The choices that the line still has open, its sides' among them (ordering rules, What words mean, 4)."""
    return tuple(_need(field, group) for field, group in open_groups(line, menu))


def deal_named(item_id: str, menu: Menu, deal_ids: Iterable[str] = ()) -> Deal | None:
    """The first deal of an item, or the first of those named; None where it has none."""
    wanted = tuple(deal_ids)
    return next((deal for deal in menu.deals_of(item_id) if not wanted or deal.id in wanted), None)


def _need(field: str, group: Group) -> Need:
    return Need(field, tuple(option.id for option in group.options if option.available), group.ask)


def _item(item_id: str, menu: Menu) -> Item:
    item = menu.item(item_id)
    if item is None:
        raise NotOnTheMenu(item_id)
    if not item.available:
        raise NotOnTheMenu(" ".join(word for word in item.title.split() if "{" not in word))
    return item


def _taken(item: Item, mentions: Sequence[Mention], before: Choices) -> dict[str, Taken]:
    """What is taken of each group. `before` holds the choices of a line that is being changed, {} for a new one."""
    by_group: dict[str, list[Mention]] = {group.id: [] for group in item.groups}
    for mention in mentions:
        if mention.group not in by_group:
            raise NotOnTheMenu(mention.group)
        moved = _moved(mention, item)
        by_group[moved.group].append(moved)
    return {
        group.id: decide(group, by_group[group.id], before.get(group.id) if before else None, fresh=not before)
        for group in item.groups
    }


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


def _side(side: Side, fixed: dict[str, str], said: ItemRequest | None, menu: Menu) -> tuple[Choices, list[str]]:
    """The choices of a deal's side, and the fields that nobody spoke of."""
    item = _item(side.item, menu)
    spoken = {mention.group for mention in said.mentions} if said is not None else set()
    mentions = list(said.mentions) if said is not None else []
    # What the deal itself fixes comes before the side's usual: "the deal with the big one".
    defaults = {**side.usual, **fixed}
    mentions += [Mention(group, (option,)) for group, option in defaults.items() if group not in spoken]
    taken = _taken(item, mentions, {})
    names = {group: field for field, group in side.fields.items()}
    open_fields = [
        names[group]
        for group, one in taken.items()
        if group in names and group not in spoken and one.choices and (one.assumed or group in defaults)
    ]
    return {group: one.choices for group, one in taken.items() if one.choices is not None}, open_fields


def _change_side(line: LineItem, side: Side, mention: Mention, menu: Menu) -> LineItem:
    group = side.fields[mention.group]
    item = _item(side.item, menu)
    taken = _taken(item, [replace(mention, group=group)], line.sides[side.id])
    choices = {name: one.choices for name, one in taken.items() if one.choices is not None}
    return replace(line, sides={**line.sides, side.id: choices})


def _heard(request: ItemRequest) -> tuple[Heard, ...]:
    return request.heard + tuple(mention.heard for mention in request.mentions if mention.heard is not None)
