"""Make the menu from menu.yaml, noting every mistake that the file has."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kebabalab.gateways.forms import fill
from kebabalab.gateways.menu_checks import check_items, check_words
from kebabalab.gateways.menu_deals import check_deals, check_sides, deals, sides
from kebabalab.gateways.menu_forms import ItemForm, MenuForm, braced
from kebabalab.gateways.menu_groups import Offer, check_group, deciders, group
from kebabalab.gateways.menu_prices import price
from kebabalab.gateways.yaml_places import Loc, Mistakes, Tree, meant, read
from kebabalab.models.menu import Item, Menu


def load_menu(path: Path, mistakes: Mistakes) -> Menu | None:
    """The menu of this file; None, and every mistake noted, where it has any."""
    tree, raw = read(path, mistakes)
    form = None if tree is None else fill(MenuForm, tree, mistakes)
    if form is None:
        return None
    left_out = _left_out(tree, form)
    for name, written in form.groups.items():
        check_group(name, written, mistakes)
    offers = {item_id: _offers(item_id, form, left_out, mistakes) for item_id in form.items}
    items = tuple(_item(item_id, form, offers[item_id], mistakes) for item_id in form.items)
    menu = Menu(
        version=hashlib.sha256(raw).hexdigest()[:12],
        items=items,
        sides=sides(form),
        deals=deals(form, items, offers, mistakes),
        categories=form.categories or tuple(dict.fromkeys(item.category for item in items)),
    )
    check_items(form, mistakes)
    for item_offers, item in zip(offers.values(), items, strict=True):
        check_words(item, item_offers, mistakes)
    check_sides(form, menu, left_out, mistakes)
    check_deals(form, menu, left_out, mistakes)
    return None if mistakes.found else menu


def _left_out(tree: Tree, form: MenuForm) -> frozenset[str]:
    """The ids of entries that the file has but that could not be read: what refers to them is not wrong."""
    sections = tree if isinstance(tree, dict) else {}
    written = {key for section in sections.values() if isinstance(section, dict) for key in section}
    return frozenset(written) - {*form.groups, *form.items, *form.sides, *form.deals}


def _offers(item_id: str, form: MenuForm, left_out: frozenset[str], mistakes: Mistakes) -> tuple[Offer, ...]:
    """The groups that an item offers."""
    found: list[Offer] = []
    for name, said in form.items[item_id].groups.items():
        loc: Loc = ("items", item_id, "groups", name)
        if name in form.groups:
            offer = Offer(name, form.groups[name], said, loc)
            if any(other.id == offer.id for other in found):
                mistakes.add(loc, f'the item has two groups whose field is "{offer.id}"; keep one of them')
            found.append(offer)
        elif name not in left_out:
            mistakes.add(loc, f'there is no group "{name}"{meant(name, form.groups)}')
    return tuple(found)


def _item(item_id: str, form: MenuForm, offers: tuple[Offer, ...], mistakes: Mistakes) -> Item:
    written = form.items[item_id]
    decided = deciders(item_id, offers)
    _check_item(("items", item_id), written, form.categories, offers, mistakes)
    return Item(
        id=item_id,
        category=written.category,
        title=written.title,
        plural=written.plural or f"{written.title}s",
        price=price(written.price, ("items", item_id, "price"), decided, mistakes, exact=True),
        said=written.said,
        groups=tuple(group(offer, decided, mistakes) for offer in offers),
        allergens=written.allergens,
        diets=written.diets,
        available=written.available,
    )


def _check_item(
    loc: Loc, written: ItemForm, categories: tuple[str, ...], offers: tuple[Offer, ...], mistakes: Mistakes
) -> None:
    """Note a category that is not listed, and a word in braces that no single choice of the item fills."""
    if categories and written.category not in categories:
        problem = f'there is no category "{written.category}"{meant(written.category, categories)}'
        mistakes.add((*loc, "category"), problem)
    singles = tuple(offer.id for offer in offers if offer.group.kind == "one")
    for key, template in (("title", written.title), ("plural", written.plural or "")):
        for field in braced(template):
            if field not in singles:
                mistakes.add((*loc, key), f'the item has no single choice "{field}"{meant(field, singles)}')
