"""The cart as the assistant sees it: each line with every field of the menu (contract, A cart line)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kebabalab.language import say
from kebabalab.models.call import CallState
from kebabalab.models.facts import Facts
from kebabalab.models.item import Choices, LineItem
from kebabalab.models.menu import Group, GroupKind, Item, Menu
from kebabalab.models.money import Money
from kebabalab.models.quote import Quote
from kebabalab.rules import choosing
from kebabalab.tools.outcome import Reply
from kebabalab.tools.quoting import quote_cart


def line(index: int, shown: LineItem, menu: Menu, quote: Quote) -> dict[str, object]:
    """One line. `price` and `lineTotal` are dollars, None while something is needed."""
    item = menu.item(shown.item)
    priced = quote.line(shown.line_id)
    return {
        "index": index,
        "itemId": shown.item,
        "category": item.category if item is not None else None,
        "name": say.title(shown, menu),
        **_groups(shown, item, menu),
        "quantity": shown.quantity,
        "is_combo": shown.is_deal,
        **side_fields(shown, menu),
        "price": _amount(priced.unit if priced is not None else None),
        "lineTotal": _amount(priced.total if priced is not None else None),
        "needs": needs(shown, menu),
        "assumed": list(shown.assumed),
    }


def cart(state: CallState, menu: Menu, quote: Quote) -> list[dict[str, object]]:
    """All lines, in the order in which they were added."""
    return [line(index, shown, menu, quote) for index, shown in enumerate(state.cart.lines)]


def running(state: CallState, facts: Facts) -> Reply:
    """What every answer about the cart carries, so that nobody has to ask for it.

    `needs` are those of all lines, each with the line's index; `assumed` the fields that nobody spoke of on any line;
    `total` leaves out the lines that still need something.
    """
    quote = quote_cart(state, facts)
    lines = cart(state, facts.menu, quote)
    return {
        "cart": lines,
        "itemCount": state.cart.item_count,
        "total": quote.total.amount,
        "needs": indexed_needs(enumerate(state.cart.lines), facts.menu),
        "assumed": assumed(state.cart.lines),
    }


def needs(shown: LineItem, menu: Menu) -> list[dict[str, object]]:
    """The choices that the line still has open: field, options, and the question to ask."""
    return [
        {"field": need.field, "options": list(need.options), "ask": need.ask} for need in choosing.needs(shown, menu)
    ]


def indexed_needs(lines: Iterable[tuple[int, LineItem]], menu: Menu) -> list[dict[str, object]]:
    """The open choices of these lines, each with the index of its line."""
    return [{"index": index, **need} for index, shown in lines for need in needs(shown, menu)]


def assumed(lines: Sequence[LineItem]) -> list[str]:
    """The fields that nobody spoke of on any of these lines, each once."""
    return list(dict.fromkeys(field for shown in lines for field in shown.assumed))


def side_fields(shown: LineItem, menu: Menu) -> dict[str, object]:
    """What a deal's sides are, by field: None for each that the line has no part in."""
    fields: dict[str, object] = {}
    for side in menu.sides:
        choices = shown.sides.get(side.id, {})
        for field, group in side.fields.items():
            fields[field] = _one(choices, group)
    return fields


def value_of(shown: LineItem, group: Group) -> object:
    """What the line holds of a group of its item: a list, true or false, or one option; None while it is open."""
    if group.kind is GroupKind.MANY:
        return [str(choice) for choice in shown.choices.get(group.id, ())]
    if group.kind is GroupKind.FLAG:
        taken = shown.one(group.id)
        return taken == "yes" if taken else None
    return _one(shown.choices, group.id)


def _groups(shown: LineItem, item: Item | None, menu: Menu) -> dict[str, object]:
    """The groups that every line shows, then the others of the item."""
    own = {group.id: group for group in item.groups} if item is not None else {}
    common = _on_every_line(menu)
    fields = {
        group_id: value_of(shown, own[group_id]) if group_id in own else _absent(group, shown, own)
        for group_id, group in common.items()
    }
    return {**fields, **{group.id: value_of(shown, group) for group in own.values() if group.id not in common}}


def _on_every_line(menu: Menu) -> dict[str, Group]:
    """The groups that the menu wants on every line, in the order in which its items name them."""
    found: dict[str, Group] = {}
    for item in menu.items:
        for group in item.groups:
            if group.on_every_line:
                found.setdefault(group.id, group)
    return found


def _absent(group: Group, shown: LineItem, own: Mapping[str, Group]) -> object:
    """The value of a group that the item does not have: a flag may be sold there as an option among several."""
    if group.kind is GroupKind.MANY:
        return []
    if group.kind is GroupKind.FLAG and any(one.option(group.id) is not None for one in own.values()):
        return any(choice.option == group.id for one in own for choice in shown.choices.get(one, ()))
    return None


def _one(choices: Choices, group_id: str) -> str | None:
    taken = choices.get(group_id, ())
    return str(taken[0]) if taken else None


def _amount(amount: Money | None) -> float | None:
    return amount.amount if amount is not None else None
