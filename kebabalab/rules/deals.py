"""Deals: what lines could become together, what that saves, and making it so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kebabalab.models.cart import Cart
from kebabalab.models.item import LineItem, Mention
from kebabalab.models.menu import Deal, Menu
from kebabalab.models.money import Money
from kebabalab.models.quote import Suggestion
from kebabalab.models.shop import Tax
from kebabalab.rules.deal_parts import Portion, Wish, portions, taken
from kebabalab.rules.openness import is_open
from kebabalab.rules.pricing import quote
from kebabalab.rules.sides import deal_of, side_items

__all__ = ["Converted", "convert", "deal_of", "suggestions"]

_UNTAXED = Tax("", 0, 1)  # differences of prices are the same with and without


@dataclass(frozen=True, slots=True)
class Converted:
    """A cart after lines became deals.

    `count` pieces did, on the lines `line_ids`; `savings` is what the same things cost singly less what they cost now.
    """

    cart: Cart
    count: int
    savings: Money
    line_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Chance:
    """A line of the cart, a deal that it could be, and the cents that each piece would save if no other line took
    its sides.
    """

    line_id: str
    deal: Deal
    saves_each: int


def suggestions(lines: Sequence[LineItem], menu: Menu, tax: Tax) -> tuple[Suggestion, ...]:
    """The deals that lines of the cart make with others that are there already, the best saving first.

    Nothing is added to reach a deal, and no piece is counted in two of them: all of them can be had together. Of three
    pieces with one side beside them, one is in the deal.
    """
    cart = Cart(tuple(lines))
    # By piece, not by line: two cheap deals must not take the sides of one good one.
    chances = sorted(_chances(cart, menu, tax), key=lambda one: -one.saves_each)
    found: list[Suggestion] = []
    for chance in chances:
        place = cart.index_of(chance.line_id)
        if place is None:
            continue
        line = cart.lines[place]
        made = _at_hand(cart, line, chance.deal, menu)
        saves = _saved([portion.line for portion in made], menu, tax)
        if saves.cents <= 0:
            continue
        givers = dict.fromkeys(line_id for portion in made for line_id in portion.takes)
        found.append(Suggestion(chance.deal.id, chance.deal.name, (line.line_id, *givers), saves))
        for portion in made:
            cart = taken(cart, {**portion.takes, line.line_id: 1}, portion.line.quantity)
    return tuple(sorted(found, key=lambda one: -one.saves.cents))


def convert(
    cart: Cart, line_ids: Sequence[str], menu: Menu, wanted: Mapping[str, tuple[Mention, ...]], deal_id: str = ""
) -> Converted:
    """Make deals of lines, every choice of them kept; sides that the cart holds as lines become the deal's.

    `wanted` are mentions by side id, of the side item's groups; `deal_id` the deal, "" for the first of the item.
    Lines that are deals already, or that no deal is for, stay. Where the cart holds sides for some of a line's pieces
    only, the others get new ones, on a line of their own if they differ. Raises NotOnTheMenu.
    """
    made: list[str] = []
    for line_id in line_ids:
        place = cart.index_of(line_id)
        line = cart.lines[place] if place is not None else None
        deal = _deal_for(line, menu, deal_id) if line is not None and not line.is_deal else None
        if line is None or deal is None:
            continue
        cart, turned = _turned(cart, line, Wish(deal, wanted), menu)
        made += turned
    lines = [line for line in cart.lines if line.line_id in made]
    # A deal with a choice still open, or with sides that none has, is no saving yet.
    priced = [line for line in lines if not is_open(line, menu) and deal_of(line, menu) is not None]
    return Converted(cart, sum(line.quantity for line in lines), _saved(priced, menu, _UNTAXED), tuple(made))


def _deal_for(line: LineItem, menu: Menu, deal_id: str) -> Deal | None:
    deals = menu.deals_of(line.item)
    return next((deal for deal in deals if deal.id == deal_id), deals[0] if deals and not deal_id else None)


def _turned(cart: Cart, line: LineItem, wish: Wish, menu: Menu) -> tuple[Cart, list[str]]:
    """The cart with one line as deals, and the ids of these: alike they stay one line."""
    alike: list[LineItem] = []
    for portion in portions(cart, line, wish, menu):
        cart = taken(cart, portion.takes, portion.line.quantity)
        place = next((n for n, one in enumerate(alike) if one.sides == portion.line.sides), None)
        if place is None:
            alike.append(portion.line)
            continue
        assumed = dict.fromkeys((*alike[place].assumed, *portion.line.assumed))
        together = alike[place].quantity + portion.line.quantity
        alike[place] = replace(alike[place], quantity=together, assumed=tuple(assumed))
    cart = cart.with_line(alike[0])
    before = len(cart.lines)
    cart = cart.add(alike[1:])
    return cart, [line.line_id, *(one.line_id for one in cart.lines[before:])]


def _chances(cart: Cart, menu: Menu, tax: Tax) -> Iterator[_Chance]:
    for line in cart.lines:
        if line.is_deal or is_open(line, menu):
            continue
        for deal in menu.deals_of(line.item):
            made = [portion.line for portion in _at_hand(cart, line, deal, menu)]
            saves = _saved(made, menu, tax).cents
            if saves > 0:
                yield _Chance(line.line_id, deal, saves // sum(one.quantity for one in made))


def _at_hand(cart: Cart, line: LineItem, deal: Deal, menu: Menu) -> tuple[Portion, ...]:
    """As many pieces of the line as the cart holds all the sides for, as this very deal."""
    made = portions(cart, line, Wish(deal, buying=False), menu)
    return tuple(portion for portion in made if deal_of(portion.line, menu) == deal)


def _saved(deals: Sequence[LineItem], menu: Menu, tax: Tax) -> Money:
    """What the parts cost as single lines less what they cost as deals."""
    singly = [part for line in deals for part in _parts(line, menu)]
    return quote(singly, menu, tax).subtotal - quote(deals, menu, tax).subtotal


def _parts(line: LineItem, menu: Menu) -> list[LineItem]:
    """The deal's main item and sides as lines of their own."""
    sides = (LineItem("", item.id, line.quantity, choices) for item, choices in side_items(line, menu))
    return [replace(line, sides={}), *sides]
