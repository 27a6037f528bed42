"""What must hold across a menu's items: fields that a cart line can hold, words that mean one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kebabalab.gateways.menu_forms import MenuForm
from kebabalab.gateways.menu_groups import Offer
from kebabalab.gateways.yaml_places import Loc, Mistakes
from kebabalab.language.tokens import words_of
from kebabalab.models.menu import Group, GroupKind, Item

# A cart line has these fields already (the contract with VAPI).
TAKEN = frozenset("index itemId category name quantity is_combo price lineTotal needs assumed".split())

Named = dict[tuple[str, ...], tuple[str, Loc]]


def check_items(form: MenuForm, mistakes: Mistakes) -> None:
    """Note an empty menu, fields that clash, and items that nobody could tell apart."""
    if not form.items and not mistakes.found:
        mistakes.add(("items",), "nothing is sold; add an item")
    kinds: dict[str, tuple[str, str]] = {}
    for name, group in form.groups.items():
        field, loc = group.field or name, ("groups", name)
        if field in TAKEN:
            mistakes.add(loc, f'a cart line has a "{field}" already; give the group another `field`')
        first, kind = kinds.setdefault(field, (name, group.kind))
        if kind != group.kind:
            problem = f'it shares the field "{field}" with "{first}", which is `kind: {kind}`; make both the same kind'
            mistakes.add(loc, problem)
    titles: dict[str, str] = {}
    for item_id, item in form.items.items():
        first_item = titles.setdefault(item.title.casefold(), item_id)
        if first_item != item_id:
            mistakes.add(("items", item_id, "title"), f'"{first_item}" has the same title; tell them apart')
        if not re.search(r"\w", re.sub(r"\{\w*\}", "", item.title)):
            # With its choices still open it would have no name at all.
            mistakes.add(("items", item_id, "title"), "the title has no word of its own; add one beside the choices")
        _check_spoken(item.said, ("items", item_id, "said"), mistakes)
    for deal_id, deal in form.deals.items():
        _check_spoken(deal.said, ("deals", deal_id, "said"), mistakes)


def check_words(item: Item, offers: Sequence[Offer], mistakes: Mistakes) -> None:
    """Note words that mean two things on one item: nobody could be understood who says them."""
    named: Named = {}
    for offer, group in zip(offers, item.groups, strict=True):
        for meaning, said, loc in _meanings(offer, group):
            for phrase in said:
                words = words_of(phrase)
                known, first = named.setdefault(words, (meaning, loc))
                if known != meaning:
                    there = mistakes.lines.get(mistakes.place(first), 0)
                    problem = f'"{phrase}" is also said for {known} of "{item.id}" (line {there}); keep it in one place'
                    mistakes.add(loc, problem)
    for group_id, form, loc in ((offer.name, offer.group, ("groups", offer.name)) for offer in offers):
        _check_spoken(form.said, (*loc, "said"), mistakes)
        for option_id, option in form.options.items():
            name = option.name or option_id
            _check_spoken((name, *option.said), ("groups", group_id, "options", option_id, "said"), mistakes)


def _meanings(offer: Offer, group: Group) -> list[tuple[str, tuple[str, ...], Loc]]:
    """What can be meant on this group: each with its spoken forms and the place where they are written."""
    loc: Loc = ("groups", offer.name)
    found: list[tuple[str, tuple[str, ...], Loc]] = [(f'the group "{group.id}"', group.said, (*loc, "said"))]
    if group.kind is GroupKind.FLAG:
        return found
    for option in group.options:
        spoken = tuple(phrase for phrase in option.said if phrase != "=")
        changed = (*offer.loc, "changes", option.id)
        place = changed if option.id in offer.said.changes else (*loc, "options", option.id)
        found.append((f'"{option.id}" in "{group.id}"', spoken, (*place, "said")))
    return found


def _check_spoken(said: Sequence[str], loc: Loc, mistakes: Mistakes) -> None:
    for phrase in said:
        if not words_of(phrase):
            mistakes.add(loc, f'"{phrase}" holds no word that can be said; write letters or digits')
