"""Openness: which choices of a line are still to be made."""

from __future__ import annotations

from collections.abc import Iterator

from kebabalab.models.item import Choices, LineItem
from kebabalab.models.menu import Group, GroupKind, Item, Menu, Side


def open_groups(line: LineItem, menu: Menu) -> Iterator[tuple[str, Group]]:
    """Each group that is to be chosen yet, with the field that it is called on the line; a deal's sides' too."""
    item = menu.item(line.item)
    if item is None:
        return
    for group in item.groups:
        if _is_open(group, item, line.choices):
            yield group.id, group
    for side_id, choices in line.sides.items():
        side = menu.side(side_id)
        sold = menu.item(side.item) if side is not None else None
        if side is None or sold is None:
            continue
        for group in sold.groups:
            if _is_open(group, sold, choices):
                yield side_field(side, group.id), group


def side_field(side: Side, group: str) -> str:
    """What a choice of a deal's side is called on the line."""
    return next((name for name, one in side.fields.items() if one == group), f"{side.id}_{group}")


def is_open(line: LineItem, menu: Menu) -> bool:
    """Whether the line still needs a choice: it has no price, and no order can be made of it."""
    return next(open_groups(line, menu), None) is not None


def _is_open(group: Group, item: Item, choices: Choices) -> bool:
    """Whether a choice is missing that must be made, or that was left between two."""
    taken = choices.get(group.id)
    if taken:
        return False
    # A single choice that is absent was left open; none of it is an empty one.
    left_open = group.kind is GroupKind.ONE and taken is None
    return left_open or group.required or group.id == item.price.by
