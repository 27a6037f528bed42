"""Prices of menu.yaml: an amount, or an amount for each option of the group that decides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kebabalab.gateways.menu_forms import PriceForm
from kebabalab.gateways.yaml_places import Loc, Mistakes, meant, quoted
from kebabalab.models.menu import Price
from kebabalab.models.money import ZERO, Money

NOTHING = Price.fixed(ZERO)
PLUS = "plus"  # a deal's price as so much more than its main item alone


@dataclass(frozen=True, slots=True)
class Deciders:
    """What can decide prices on one item: the options it offers in each single group that is always answered.

    `all_options` has the ones besides that the item does not offer, but whose prices a shared group may name.
    """

    item: str
    offered: Mapping[str, tuple[str, ...]]
    all_options: Mapping[str, tuple[str, ...]]


def price(form: PriceForm, loc: Loc, deciders: Deciders, mistakes: Mistakes, *, exact: bool) -> Price:
    """The price that the form says; `exact` forbids amounts for options that the item does not offer."""
    amounts = form.amounts
    if set(amounts) == {""}:
        return Price("", dict(amounts))
    if not amounts:
        mistakes.add(loc, "there is no amount here; write one like 3.50")
        return NOTHING
    group = form.by or _decider(amounts, deciders)
    if group not in deciders.offered:
        mistakes.add((*loc, "by") if form.by else loc, _no_decider(group, deciders))
        return NOTHING
    offered = deciders.offered[group]
    for option in amounts:
        known = offered if exact else deciders.all_options[group]
        if option not in known:
            mistakes.add(
                (*loc, "amounts", option),
                f'"{option}" is no {group} of "{deciders.item}"{meant(option, known)}',
            )
    # An amount that is written but can't be read is a mistake of its own.
    missing = [option for option in offered if option not in amounts and (*loc, option) not in mistakes.lines]
    if missing:
        mistakes.add(loc, f'no price for {quoted(missing)} of "{deciders.item}"; add one for each {group} that it has')
    return Price(group, {option: amounts[option] for option in offered if option in amounts})


def _decider(amounts: Mapping[str, object], deciders: Deciders) -> str:
    """The group whose options the keys are, or most of them."""
    shared = {group: len(amounts.keys() & set(options)) for group, options in deciders.all_options.items()}
    best = max(shared, key=lambda group: shared[group], default="")
    return best if best and shared[best] else ""


def _no_decider(group: str, deciders: Deciders) -> str:
    if not deciders.offered:
        return f'nothing that always has one answer is chosen on "{deciders.item}"; write one amount'
    groups = quoted(deciders.offered)
    if group:
        return f'"{group}" does not decide prices on "{deciders.item}"{meant(group, deciders.offered)}'
    return f'the amounts are for no options of "{deciders.item}"; write one amount, or one for each option of {groups}'


def above(base: Price, more: Money) -> Price:
    """So much more than another price, whatever is chosen."""
    return Price(base.by, {option: amount + more for option, amount in base.amounts.items()})
