"""Make the menu from menu.yaml, noting every mistake that the file has."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from kebabalab.gateways.forms import fill
from kebabalab.gateways.menu_checks import check_menu
from kebabalab.gateways.menu_forms import DealForm, ItemForm, MenuForm
from kebabalab.gateways.menu_groups import Offer, deciders, group
from kebabalab.gateways.menu_prices import price
from kebabalab.gateways.yaml_places import Loc, Mistakes, Tree, nearest, quoted, read
from kebabalab.models.menu import Deal, Item, Menu, Side

_BRACED = re.compile(r"\{([^{}]*)\}")
Broken = dict[str, frozenset[str]]


def load_menu(path: Path, mistakes: Mistakes) -> Menu | None:
    """The menu of this file; None, and every mistake noted, where it has any."""
    tree, raw = read(path, mistakes)
    if tree is None:
        return None
    form = fill(MenuForm, tree, mistakes)
    if form is None:
        return None
    maker = _Maker(form, mistakes, _left_out(tree, form))
    items = tuple(maker.item(item_id, item) for item_id, item in form.items.items())
    sides = tuple(maker.side(side_id) for side_id in form.sides if form.sides[side_id].item in form.items)
    deals = tuple(maker.deal(deal_id, deal, items) for deal_id, deal in form.deals.items() if deal.main in form.items)
    maker.references()
    version = hashlib.sha256(raw).hexdigest()[:12]
    menu = Menu(version, items, sides, deals, maker.categories())
    check_menu(menu, mistakes)
    return None if mistakes.found else menu


def _left_out(tree: Tree, form: MenuForm) -> Broken:
    """The entries that the file has but that could not be read: what refers to them is not wrong."""
    left_out: Broken = {}
    for section in ("groups", "items", "sides", "deals"):
        written = tree.get(section) if isinstance(tree, dict) else None
        keys = written if isinstance(written, dict) else {}
        left_out[section] = frozenset(keys) - frozenset(getattr(form, section))
    return left_out


class _Maker:
    """Makes the parts of a menu from its form."""

    def __init__(self, form: MenuForm, mistakes: Mistakes, left_out: Broken) -> None:
        self._form = form
        self._mistakes = mistakes
        self._left_out = left_out

    def categories(self) -> tuple[str, ...]:
        """The categories in the owner's order, else as the items come."""
        return self._form.categories or tuple(dict.fromkeys(item.category for item in self._form.items.values()))

    def item(self, item_id: str, form: ItemForm) -> Item:
        """One item with its groups."""
        loc: Loc = ("items", item_id)
        offers = self._offers(loc, form)
        decided = deciders(item_id, offers)
        self._templates(loc, form, decided.offered)
        if self._form.categories and form.category not in self._form.categories:
            self._unknown((*loc, "category"), "category", form.category, self._form.categories)
        return Item(
            id=item_id,
            category=form.category,
            title=form.title,
            plural=form.plural or f"{form.title}s",
            price=price(form.price, (*loc, "price"), decided, self._mistakes, exact=True),
            said=form.said,
            groups=tuple(group(offer, decided, self._mistakes) for offer in offers),
            allergens=form.allergens,
            diets=form.diets,
            available=form.available,
        )

    def _offers(self, loc: Loc, form: ItemForm) -> list[Offer]:
        offers: list[Offer] = []
        for name, said in form.groups.items():
            at = (*loc, "groups", name)
            if name not in self._form.groups:
                if name not in self._left_out["groups"]:
                    self._unknown(at, "group", name, self._form.groups)
                continue
            offer = Offer(name, self._form.groups[name], said, at)
            if any(other.id == offer.id for other in offers):
                self._mistakes.add(at, f'the item has two groups whose field is "{offer.id}"; keep one of them')
                continue
            offers.append(offer)
        return offers

    def _templates(self, loc: Loc, form: ItemForm, fields: Iterable[str]) -> None:
        for key, template in (("title", form.title), ("plural", form.plural or "")):
            for field in _BRACED.findall(template):
                if field not in fields:
                    self._unknown((*loc, key), "single group in this item", field, fields)

    def side(self, side_id: str) -> Side:
        """One side; its item is known."""
        form = self._form.sides[side_id]
        return Side(side_id, form.item, dict(form.fields), dict(form.usual))

    def deal(self, deal_id: str, form: DealForm, items: tuple[Item, ...]) -> Deal:
        """One deal; its main item is known."""
        loc: Loc = ("deals", deal_id)
        main = form.main
        offers = [
            Offer(name, self._form.groups[name], said, ("items", main, "groups", name))
            for name, said in self._form.items[main].groups.items()
            if name in self._form.groups
        ]
        for key, template in (("title", form.title), ("plural", form.plural or "")):
            for field in _BRACED.findall(template):
                if field != "main":
                    self._unknown((*loc, key), "word in a deal's title", field, ("main",))
        return Deal(
            id=deal_id,
            name=form.name,
            main=main,
            sides={side: dict(options) for side, options in form.sides.items()},
            price=price(form.price, (*loc, "price"), deciders(main, offers), self._mistakes, exact=True),
            said=form.said,
            title=form.title,
            plural=form.plural or f"{form.title}s",
        )

    def references(self) -> None:
        """Note every side's item, deal's main item and deal's side that does not exist."""
        form = self._form
        for side_id, side in form.sides.items():
            self._refer(("sides", side_id, "item"), "items", side.item)
        for deal_id, deal in form.deals.items():
            self._refer(("deals", deal_id, "main"), "items", deal.main)
            for side_id in deal.sides:
                self._refer(("deals", deal_id, "with", side_id), "sides", side_id)

    def _refer(self, loc: Loc, section: str, name: str) -> None:
        known = getattr(self._form, section)
        if name not in known and name not in self._left_out[section]:
            self._unknown(loc, section.removesuffix("s"), name, known)

    def _unknown(self, loc: Loc, what: str, name: str, known: Iterable[str]) -> None:
        listed = tuple(known)
        hint = nearest(name, listed) or (f"; known: {quoted(listed)}" if listed else "")
        self._mistakes.add(loc, f'there is no {what} "{name}"{hint}')
