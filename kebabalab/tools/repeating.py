"""An earlier order on today's menu: what is still sold as it was, and the names of what is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kebabalab.language import say
from kebabalab.models.item import Choice, Choices, LineItem
from kebabalab.models.menu import Group, GroupKind, Item, Menu
from kebabalab.models.order import OrderLine
from kebabalab.rules import deals


@dataclass(frozen=True, slots=True)
class Again:
    """What an earlier line is today: `line` is None when its item is gone; `lost` names what is not sold any more."""

    line: LineItem | None
    lost: tuple[str, ...] = ()


def again(past: OrderLine, menu: Menu) -> Again:
    """The line as it can be had today, its choices kept; what decides price or dish is left open, never guessed."""
    item = menu.item(past.line.item)
    if item is None or not item.available:
        return Again(None, (past.name,))
    kept, lost = _kept(item, past.line.choices)
    excluded = {
        group.id: tuple(option for option in past.line.excluded[group.id] if group.option(option))
        for group in item.groups
        if group.id in past.line.excluded
    }
    fields = {group.id for group in item.groups} | {field for side in menu.sides for field in side.fields}
    line = replace(
        past.line,
        line_id="",
        choices=kept,
        excluded=excluded,
        assumed=tuple(field for field in past.line.assumed if field in fields),
        heard=(),
    )
    if past.line.is_deal:
        line, without = _deal(line, past.name, menu)
        lost = (*lost, *without)
    name = say.title(line, menu)
    return Again(line, tuple(one if one == past.name else f"{one} on the {name}" for one in lost))


def _deal(line: LineItem, name: str, menu: Menu) -> tuple[LineItem, tuple[str, ...]]:
    """The line with its sides as they are sold today; without them, and the deal named, where it is gone."""
    sides: dict[str, Choices] = {}
    lost: tuple[str, ...] = ()
    for side_id, choices in line.sides.items():
        side = menu.side(side_id)
        item = menu.item(side.item) if side is not None else None
        if item is None or not item.available:
            return replace(line, sides={}), (name,)
        sides[side_id], gone = _kept(item, choices)
        lost += gone
    today = replace(line, sides=sides)
    return (today, lost) if deals.deal_of(today, menu) is not None else (replace(line, sides={}), (name,))


def _kept(item: Item, before: Choices) -> tuple[Choices, tuple[str, ...]]:
    """The choices that the item still offers, and the names of the others."""
    groups: Mapping[str, Group] = {group.id: group for group in item.groups}
    kept: dict[str, tuple[Choice, ...]] = {}
    lost: list[str] = []
    for group_id, taken in before.items():
        group = groups.get(group_id)
        sold = tuple(choice for choice in taken if group is not None and _sold(group, choice))
        lost += [_named(group, choice) for choice in taken if choice not in sold]
        # A single choice that is gone is open again; of several the rest stays.
        if group is not None and (sold or not taken or group.kind is GroupKind.MANY):
            kept[group_id] = sold
    return kept, tuple(lost)


def _sold(group: Group, choice: Choice) -> bool:
    option = group.option(choice.option)
    if option is None or not option.available:
        return False
    return choice.helping != "extra" or option.extra is not None


def _named(group: Group | None, choice: Choice) -> str:
    option = group.option(choice.option) if group is not None else None
    name = option.name if option is not None else choice.option.replace("_", " ")
    return f"{choice.helping} {name}".strip()
