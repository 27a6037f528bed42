"""Openness: which choices of a line are still to be made."""

from __future__ import annotations

from collections.abc import Iterator

from kebabalab.models.item import LineItem
from kebabalab.models.menu import Group, Menu


def open_groups(line: LineItem, menu: Menu) -> Iterator[tuple[str, Group]]:
    """Each required group without a choice, with the field that it is called on the line; a deal's sides' too."""
    item = menu.item(line.item)
    if item is None:
        return
    for group in item.groups:
        if group.required and not line.choices.get(group.id):
            yield group.id, group
    for side_id, choices in line.sides.items():
        side = menu.side(side_id)
        sold = menu.item(side.item) if side is not None else None
        if side is None or sold is None:
            continue
        names = {group: name for name, group in side.fields.items()}
        for group in sold.groups:
            if group.required and not choices.get(group.id):
                yield names.get(group.id, f"{side_id}_{group.id}"), group


def is_open(line: LineItem, menu: Menu) -> bool:
    """Whether the line still needs a choice: it has no price, and no order can be made of it."""
    return next(open_groups(line, menu), None) is not None
