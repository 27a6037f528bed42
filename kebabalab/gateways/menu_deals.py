"""Sides and deals of menu.yaml: made from their forms, and held to what a deal promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kebabalab.gateways.menu_forms import DealForm, MenuForm, braced
from kebabalab.gateways.menu_groups import Offer, deciders
from kebabalab.gateways.menu_prices import PLUS, above, price
from kebabalab.gateways.yaml_places import Loc, Mistakes, meant
from kebabalab.models.menu import Deal, Group, GroupKind, Item, Menu, Side
from kebabalab.models.money import Money, total

MAIN = "main"


def sides(form: MenuForm) -> tuple[Side, ...]:
    """What deals can hold beside their main item; those whose item is not sold are left to the checks."""
    return tuple(
        Side(side_id, side.item, dict(side.fields), dict(side.usual))
        for side_id, side in form.sides.items()
        if side.item in form.items
    )


def deals(
    form: MenuForm, items: Sequence[Item], offers: Mapping[str, tuple[Offer, ...]], mistakes: Mistakes
) -> tuple[Deal, ...]:
    """The deals; one that several items have alike is a deal for each of them."""
    sold = {item.id: item for item in items}
    made: list[Deal] = []
    for deal_id, main, deal in _each(form):
        loc: Loc = ("deals", deal_id, "price")
        if set(deal.price.amounts) == {PLUS}:
            costs = above(sold[main].price, deal.price.amounts[PLUS])
        else:
            costs = price(deal.price, loc, deciders(main, offers[main]), mistakes, exact=True)
        made.append(
            Deal(
                id=deal_id if len(deal.main) == 1 else f"{deal_id}_{main}",
                name=deal.name,
                main=main,
                sides={side: dict(options) for side, options in deal.sides.items()},
                price=costs,
                said=deal.said,
                title=deal.title,
                plural=deal.plural or f"{deal.title}s",
            )
        )
    return tuple(made)


def _each(form: MenuForm) -> Iterator[tuple[str, str, DealForm]]:
    """Each deal's id with each main item of it that is sold."""
    for deal_id, deal in form.deals.items():
        yield from ((deal_id, main, deal) for main in deal.main if main in form.items)


def check_sides(form: MenuForm, sure: Mapping[str, Item], mistakes: Mistakes) -> None:
    """Note sides of what is not sold, fields of no group, and choices that nobody could be asked for.

    `sure` are the items that nothing is wrong with.
    """
    lines_fields = {group.field or name for name, group in form.groups.items()}
    fields: dict[str, str] = {}
    for side_id, side in form.sides.items():
        loc: Loc = ("sides", side_id)
        if ("items", side.item) not in mistakes.lines:
            mistakes.add((*loc, "item"), _unknown("item", side.item, form.items))
        item = sure.get(side.item)
        if item is None:
            continue
        for field, group_id in side.fields.items():
            first = fields.setdefault(field, side_id)
            if first != side_id or field in lines_fields:
                mistakes.add((*loc, "fields", field), f'"{field}" is the name of another choice; give it its own name')
            if item.group(group_id) is None:
                mistakes.add((*loc, "fields", field), _unknown("group", group_id, _ids(item.groups), of=item.id))
        _check_options(side.usual, item, (*loc, "usual"), mistakes)
        named = set(side.fields.values())
        for group in item.groups if named <= set(_ids(item.groups)) else ():
            if group.required and not group.usual and group.id not in named:
                name = f"{side_id}_{group.id}"
                problem = f"nobody can be asked for the {group.id}; name it on the line, fields: {{{name}: {group.id}}}"
                mistakes.add(loc, problem)


def check_deals(form: MenuForm, sure: Mapping[str, Item], menu: Menu, mistakes: Mistakes) -> None:
    """Note deals of what is not sold, titles with unknown words, and deals that cost more than their parts."""
    for deal_id, deal in form.deals.items():
        loc: Loc = ("deals", deal_id)
        for main in deal.main:
            if ("items", main) not in mistakes.lines:
                mistakes.add((*loc, "main"), _unknown("item", main, form.items))
        for key, template in (("title", deal.title), ("plural", deal.plural or "")):
            if any(word != MAIN for word in braced(template)):
                mistakes.add((*loc, key), f"only {{{MAIN}}}, the main item's title, can stand in braces here")
        for side_id, options in deal.sides.items():
            if ("sides", side_id) not in mistakes.lines:
                mistakes.add((*loc, "with", side_id), _unknown("side", side_id, form.sides))
            side = menu.side(side_id)
            item = sure.get(side.item) if side is not None else None
            if item is not None:
                _check_options(options, item, (*loc, "with", side_id), mistakes)
    # Sums over what is broken would only add to the confusion.
    if not mistakes.found:
        for deal_id, made in _made(form, menu):
            _check_worth(made, menu, ("deals", deal_id, "price"), mistakes)


def _made(form: MenuForm, menu: Menu) -> Iterator[tuple[str, Deal]]:
    """Each deal of the menu with the id that it has in the file."""
    return zip((deal_id for deal_id, _, _ in _each(form)), menu.deals, strict=True)


def _check_options(options: Mapping[str, str], item: Item, loc: Loc, mistakes: Mistakes) -> None:
    for group_id, option_id in options.items():
        group = item.group(group_id)
        if group is None:
            mistakes.add((*loc, group_id), _unknown("group", group_id, _ids(item.groups), of=item.id))
        elif group.option(option_id) is None:
            known = tuple(option.id for option in group.options)
            mistakes.add((*loc, group_id), _unknown("option", option_id, known, of=group.id))


def _check_worth(deal: Deal, menu: Menu, loc: Loc, mistakes: Mistakes) -> None:
    """Note a deal that is dearer than its parts at their cheapest (ordering rules, Money)."""
    main = menu.item(deal.main)
    parts = [(menu.side(side_id), options) for side_id, options in deal.sides.items()]
    beside = [
        cheapest(item, options)
        for side, options in parts
        if side is not None and (item := menu.item(side.item)) is not None
    ]
    if main is None:
        return
    for option, amount in deal.price.amounts.items():
        alone = total([cheapest(main, {deal.price.by: option} if deal.price.by else {}), *beside])
        if amount > alone:
            of = f" for {option}" if option else ""
            problem = f"{amount}{of} is more than its parts cost by themselves, {alone}; lower it"
            mistakes.add((*loc, "amounts", option), problem)


def cheapest(item: Item, fixed: Mapping[str, str]) -> Money:
    """The least that an item can cost with these options of its groups, nothing taken that is not required."""
    by = item.price.by
    return min(
        total([amount, *(_least(group, {**fixed, by: option}, by) for group in _asked(item))])
        for option, amount in item.price.amounts.items()
        if fixed.get(by, option) == option
    )


def _least(group: Group, fixed: Mapping[str, str], by: str) -> Money:
    """What the group adds at least, the option of group `by` being decided."""
    return min(
        option.price.amounts[fixed[by]] if by and option.price.by == by else min(option.price.amounts.values())
        for option in group.options
        if fixed.get(group.id, option.id) == option.id
    )


def _asked(item: Item) -> tuple[Group, ...]:
    """The groups of which every line has exactly one option."""
    return tuple(group for group in item.groups if group.kind is GroupKind.ONE and group.required)


def _ids(groups: Iterable[Group]) -> tuple[str, ...]:
    return tuple(group.id for group in groups)


def _unknown(what: str, name: str, known: Iterable[str], of: str = "") -> str:
    where = f' of "{of}"' if of else ""
    return f'there is no {what} "{name}"{where}{meant(name, known)}'
