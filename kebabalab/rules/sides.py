"""Sides: which deal a line is, and the items beside its main one."""

from __future__ import annotations

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Choices, LineItem
from kebabalab.models.menu import Deal, Item, Menu


def deal_of(line: LineItem, menu: Menu) -> Deal | None:
    """The deal that a line's item and sides make; None for a line that is none, or whose sides fit none."""
    if not line.is_deal:
        return None
    for deal in menu.deals_of(line.item):
        if set(deal.sides) == set(line.sides) and all(
            _chosen(line.sides[side], group) == option
            for side, fixed in deal.sides.items()
            for group, option in fixed.items()
        ):
            return deal
    return None


def side_items(line: LineItem, menu: Menu) -> tuple[tuple[Item, Choices], ...]:
    """The items of a deal's sides with what was chosen of each. Raises NotOnTheMenu for a side that is not sold."""
    found = []
    for side_id, choices in line.sides.items():
        side = menu.side(side_id)
        item = menu.item(side.item) if side is not None else None
        if item is None:
            raise NotOnTheMenu(side_id)
        found.append((item, choices))
    return tuple(found)


def _chosen(choices: Choices, group: str) -> str:
    taken = choices.get(group, ())
    return taken[0].option if taken else ""
