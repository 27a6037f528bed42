"""Price a cart. The only module that adds up money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Choice, Choices, LineItem
from kebabalab.models.menu import Deal, Group, Item, Menu, Price
from kebabalab.models.money import ZERO, Money, total
from kebabalab.models.quote import LineQuote, PriceStep, Quote
from kebabalab.models.shop import Tax
from kebabalab.rules.openness import is_open
from kebabalab.rules.sides import deal_of, side_items, titled


@dataclass(frozen=True, slots=True)
class Surcharge:
    """A surcharge on the whole cart in whole percent, with the words it is shown under."""

    label: str
    percent: int


def quote(lines: Sequence[LineItem], menu: Menu, tax: Tax, surcharge: Surcharge | None = None) -> Quote:
    """What the lines cost, each with the steps that gave its price (ordering rules, Money).

    A line that still needs a choice has no price and is left out of the totals. Raises NotOnTheMenu for a line that the
    menu has no price for.
    """
    quotes = tuple(quote_line(line, menu) for line in lines)
    subtotal = total([one.total for one in quotes if one.total is not None])
    added = Money(rounded(subtotal.cents * surcharge.percent, 100)) if surcharge is not None else ZERO
    whole = subtotal + added
    return Quote(
        quotes,
        subtotal,
        added,
        surcharge.label if surcharge is not None else "",
        Money(rounded(whole.cents * tax.numerator, tax.denominator)),
        whole,
        menu.version,
    )


def quote_line(line: LineItem, menu: Menu) -> LineQuote:
    """What one line costs: base or deal, options, helpings, then the quantity. Raises NotOnTheMenu."""
    if is_open(line, menu):
        return LineQuote(line.line_id, line.quantity, None, None, ())
    item = _item(line.item, menu)
    steps = _deal_steps(line, item, menu) if line.is_deal else _single_steps(item, line.choices)
    unit = total([step.amount for step in steps])
    return LineQuote(line.line_id, line.quantity, unit, unit * line.quantity, steps)


def rounded(numerator: int, denominator: int) -> int:
    """The quotient in whole cents, halves up."""
    return (2 * numerator + denominator) // (2 * denominator)


def _single_steps(item: Item, choices: Choices) -> tuple[PriceStep, ...]:
    base = _amount(item.price, choices, item.title)
    return (PriceStep("base", titled(item, choices), base), *_option_steps(item, choices))


def _deal_steps(line: LineItem, item: Item, menu: Menu) -> tuple[PriceStep, ...]:
    """The deal's price for main and sides, or the parts' where that is less; what is charged on top stays on top."""
    deal = deal_of(line, menu)
    if deal is None:
        raise NotOnTheMenu(titled(item, line.choices))
    parts = [PriceStep("base", titled(item, line.choices), _amount(item.price, line.choices, item.title))]
    extras = list(_option_steps(item, line.choices))
    for side, choices in side_items(line, menu):
        parts.append(PriceStep("side", titled(side, choices), _amount(side.price, choices, side.title)))
        extras += _option_steps(side, choices)
    together = total([step.amount for step in parts])
    price = _amount(deal.price, line.choices, deal.name)
    if together < price:
        return (*parts, *extras)
    return (PriceStep("deal", _deal_label(deal, item, line.choices), price), *extras)


def _option_steps(item: Item, choices: Choices) -> tuple[PriceStep, ...]:
    """One step for each choice that costs something: the option itself, then its extra helping."""
    known = {group.id for group in item.groups}
    for group_id, taken in choices.items():
        # A choice that the menu no longer knows would cost nothing.
        if taken and group_id not in known:
            raise NotOnTheMenu(taken[0].option)
    return tuple(step for group in item.groups for step in _group_steps(group, choices) if step.amount)


def _group_steps(group: Group, choices: Choices) -> Iterator[PriceStep]:
    """An option on both halves, with different helpings, is one portion: it is charged once, and so is its extra."""
    taken = choices.get(group.id, ())
    for option_id in dict.fromkeys(choice.option for choice in taken):
        option = group.option(option_id)
        if option is None:
            raise NotOnTheMenu(option_id)
        yield PriceStep("option", option.name, _amount(option.price, choices, option.name))
        if Choice(option_id, "extra") not in (replace(choice, part="") for choice in taken):
            continue
        if option.extra is None:
            raise NotOnTheMenu(f"extra {option.name}")
        yield PriceStep("helping", f"extra {option.name}", _amount(option.extra, choices, option.name))


def _amount(price: Price, choices: Choices, name: str) -> Money:
    """The amount of a price for what was chosen. Raises NotOnTheMenu: an unknown variant is never free."""
    taken = choices.get(price.by, ()) if price.by else ()
    amount = price.when(taken[0].option if taken else "")
    if amount is None:
        raise NotOnTheMenu(" ".join(word for word in (taken[0].option if taken else "", name) if word))
    return amount


def _item(item_id: str, menu: Menu) -> Item:
    item = menu.item(item_id)
    if item is None:
        raise NotOnTheMenu(item_id.replace("_", " "))
    return item


def _deal_label(deal: Deal, item: Item, choices: Choices) -> str:
    return deal.title.replace("{main}", titled(item, choices))
