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
from kebabalab.gateways.yaml_places import Loc, Mistakes, meant, read
from kebabalab.models.menu import Item, Menu


def load_menu(path: Path, mistakes: Mistakes) -> Menu | None:
    """The menu of this file; None, and every mistake noted, where it has any."""
    tree, raw = read(path, mistakes)
    form = None if tree is None else fill(MenuForm, tree, mistakes)
    if form is None:
        return None
    for name, written in form.groups.items():
        check_group(name, written, mistakes)
    offers = {item_id: _offers(item_id, form, mistakes) for item_id in form.items}
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
    # What refers to an item that is itself wrong may well be right.
    sure = {item.id: item for item in items if _is_whole(form.items[item.id], offers[item.id])}
    check_sides(form, sure, mistakes)
    check_deals(form, sure, menu, mistakes)
    return None if mistakes.found else menu


def _is_whole(written: ItemForm, offers: tuple[Offer, ...]) -> bool:
    """Whether every group that the item names is known and has something to choose."""
    return len(offers) == len(written.groups) and all(offer.offered for offer in offers)


def _offers(item_id: str, form: MenuForm, mistakes: Mistakes) -> tuple[Offer, ...]:
    """The groups that an item offers."""
    found: list[Offer] = []
    for name, said in form.items[item_id].groups.items():
        loc: Loc = ("items", item_id, "groups", name)
        if name in form.groups:
            offer = Offer(name, form.groups[name], said, loc)
            if any(other.id == offer.id for other in found):
                mistakes.add(loc, f'the item has two groups whose field is "{offer.id}"; keep one of them')
            found.append(offer)
        elif ("groups", name) not in mistakes.lines:
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
    if not _is_whole(written, offers):
        return
    for key, template in (("title", written.title), ("plural", written.plural or "")):
        for field in braced(template):
            if field not in singles:
                mistakes.add((*loc, key), f'the item has no single choice "{field}"{meant(field, singles)}')
