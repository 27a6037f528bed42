"""Sides: which deal a line is, the items beside its main one, and what these are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Choice, Choices, ItemRequest, LineItem
from kebabalab.models.menu import Deal, Item, Menu, Option


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


def check_sides(line: LineItem, menu: Menu) -> None:
    """Raise NotOnTheMenu for a deal whose sides no deal of the item has; `nearest` are those that it can have.

    Sides with a choice still open may come right yet.
    """
    alike = [deal for deal in menu.deals_of(line.item) if set(deal.sides) == set(line.sides)]
    if not alike or any(all(_agrees(deal, side, line) for side in line.sides) for deal in alike):
        return
    # Where each side is sold, but not with the other, the first is named.
    wrong = [one for one in line.sides if not any(_agrees(deal, one, line) for deal in alike)] or list(line.sides)
    side = menu.side(wrong[0])
    item = menu.item(side.item) if side is not None else None
    if item is None:
        raise NotOnTheMenu(wrong[0])
    choices = line.sides[wrong[0]]
    can_be = [{**choices, **{g: (Choice(o),) for g, o in deal.sides[wrong[0]].items()}} for deal in alike]
    nearest = dict.fromkeys(titled(item, one) for one in can_be)
    raise NotOnTheMenu(f"{alike[0].name} with {titled(item, choices)}", tuple(nearest))


def as_fixed(request: ItemRequest, fixed: Mapping[str, str], item: Item) -> ItemRequest:
    """What was said of a deal's side, less exact words for what it always has taken as that.

    "The deal with a bottle", where it comes with the big bottle: all words of the one name are in the other.
    """
    mentions = []
    for mention in request.mentions:
        group = item.group(mention.group)
        always = group.option(fixed[mention.group]) if group is not None and mention.group in fixed else None
        options = [group.option(one) for one in mention.options] if group is not None else []
        if always is not None and all(one is not None and _words(one) <= _words(always) for one in options):
            mention = replace(mention, options=(always.id,) if options else ())
        mentions.append(mention)
    return replace(request, mentions=tuple(mentions))


def _words(option: Option) -> set[str]:
    return set(option.name.lower().split())


def titled(item: Item, choices: Choices) -> str:
    """The item's title with what was chosen in it; what is open drops out."""
    words = item.title
    for group in item.groups:
        taken = choices.get(group.id, ())
        option = group.option(taken[0].option) if taken else None
        words = words.replace("{" + group.id + "}", option.name if option is not None else "")
    return " ".join(words.split())


def _agrees(deal: Deal, side_id: str, line: LineItem) -> bool:
    """Whether a side is what the deal has, as far as it is chosen."""
    return all(_chosen(line.sides[side_id], g) in ("", option) for g, option in deal.sides[side_id].items())


def _chosen(choices: Choices, group: str) -> str:
    taken = choices.get(group, ())
    return taken[0].option if taken else ""
