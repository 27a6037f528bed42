"""Deals: what lines could become together, what that saves, and making it so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kebabalab.models.cart import Cart
from kebabalab.models.item import ItemRequest, LineItem, Mention
from kebabalab.models.menu import Deal, Menu, Side
from kebabalab.models.money import ZERO, Money
from kebabalab.models.quote import Suggestion
from kebabalab.models.shop import Tax
from kebabalab.rules.choosing import as_deal
from kebabalab.rules.openness import is_open
from kebabalab.rules.pricing import quote, quote_line
from kebabalab.rules.sides import deal_of, side_items

__all__ = ["Converted", "convert", "deal_of", "suggestions"]


@dataclass(frozen=True, slots=True)
class Converted:
    """A cart after lines became deals: how many pieces did, and what the same things would have cost singly more."""

    cart: Cart
    count: int
    savings: Money
    line_ids: tuple[str, ...] = ()


def suggestions(lines: Sequence[LineItem], menu: Menu, tax: Tax) -> tuple[Suggestion, ...]:
    """The deals that lines of the cart make with others that are there already, the best saving first.

    A deal is only suggested for what the caller has ordered: nothing is added to reach it.
    """
    found: list[Suggestion] = []
    for line in lines:
        if line.is_deal or is_open(line, menu):
            continue
        best = max(
            (one for deal in menu.deals_of(line.item) if (one := _suggestion(lines, line, deal, menu, tax))),
            key=lambda one: one.saves,
            default=None,
        )
        if best is not None:
            found.append(best)
    return tuple(sorted(found, key=lambda one: -one.saves.cents))


def convert(
    cart: Cart, line_ids: Sequence[str], menu: Menu, wanted: Mapping[str, tuple[Mention, ...]], deal_id: str = ""
) -> Converted:
    """Make deals of lines, every choice of them kept; sides that the cart holds as lines become the deal's.

    `wanted` are mentions by side id, of the side item's groups. Lines that are deals already, or that no deal is for,
    stay. `savings` is what the deals' parts cost singly less what the deals cost. Raises NotOnTheMenu.
    """
    count, savings, made = 0, ZERO, []
    for line_id in line_ids:
        place = cart.index_of(line_id)
        line = cart.lines[place] if place is not None else None
        deal = _deal_for(line, menu, deal_id) if line is not None and not line.is_deal else None
        if line is None or deal is None:
            continue
        cart, turned = _turn(cart, line, deal, menu, wanted)
        for one in turned:
            count += one.quantity
            savings += _parts(one, menu) - (quote_line(one, menu).total or ZERO) if not is_open(one, menu) else ZERO
            made.append(one.line_id)
    return Converted(cart, count, savings, tuple(made))


def _deal_for(line: LineItem, menu: Menu, deal_id: str) -> Deal | None:
    deals = menu.deals_of(line.item)
    return next((deal for deal in deals if deal.id == deal_id), deals[0] if deals and not deal_id else None)


def _turn(
    cart: Cart, line: LineItem, deal: Deal, menu: Menu, wanted: Mapping[str, tuple[Mention, ...]]
) -> tuple[Cart, list[LineItem]]:
    """Turn one line into deals; it is split where the cart holds sides for some of its pieces only."""
    turned: list[LineItem] = []
    rest = line
    while rest.quantity:
        sides, count = _sides_at_hand(cart, rest, deal, menu, wanted)
        cart = _less(cart, {line_id: count for line_id, _ in sides if line_id})
        whole = as_deal(replace(rest, quantity=count), deal.id, menu, tuple(request for _, request in sides))
        if count == rest.quantity:
            cart = cart.with_line(whole)
            return cart, [*turned, whole]
        rest = replace(rest, quantity=rest.quantity - count)
        cart = cart.with_line(rest).add([whole])
        turned.append(cart.lines[-1])
    return cart, turned


def _sides_at_hand(
    cart: Cart, line: LineItem, deal: Deal, menu: Menu, wanted: Mapping[str, tuple[Mention, ...]]
) -> tuple[list[tuple[str, ItemRequest]], int]:
    """The line that gives each side ("" for none) with the side as a request, and for how many pieces it is enough."""
    found: list[tuple[str, ItemRequest]] = []
    count = line.quantity
    for side_id in deal.sides:
        side = menu.side(side_id)
        if side is None:
            continue
        said = wanted.get(side_id, ())
        giver = _giver(cart, side, said, menu)
        if giver is None:
            found.append(("", ItemRequest(side.item, mentions=said)))
            continue
        count = min(count, giver.quantity)
        kept = tuple(Mention(group, (one.option,)) for group, taken in giver.choices.items() for one in taken)
        found.append((giver.line_id, ItemRequest(side.item, mentions=kept)))
    return found, count


def _giver(cart: Cart, side: Side, said: tuple[Mention, ...], menu: Menu) -> LineItem | None:
    """A line of the cart that can be the side: no deal, nothing open, and as it was asked for."""
    for line in cart.lines:
        fits = all(line.one(mention.group) in mention.options for mention in said)
        if line.item == side.item and fits and not line.is_deal and not is_open(line, menu):
            return line
    return None


def _less(cart: Cart, counts: Mapping[str, int]) -> Cart:
    for line_id, count in counts.items():
        place = cart.index_of(line_id)
        if place is None:
            continue
        line = cart.lines[place]
        left = line.quantity - count
        cart = cart.without(line_id) if left <= 0 else cart.with_line(replace(line, quantity=left))
    return cart


def _suggestion(lines: Sequence[LineItem], line: LineItem, deal: Deal, menu: Menu, tax: Tax) -> Suggestion | None:
    cart = Cart(tuple(lines), len(lines) + 1)
    sides, _ = _sides_at_hand(cart, line, deal, menu, {})
    if len(sides) != len(deal.sides) or not all(line_id for line_id, _ in sides):
        return None
    # One piece is enough to say what one deal saves; more of them are taken as far as all the parts are there.
    after, turned = _turn(cart, line, deal, menu, {})
    whole = [one for one in turned if deal_of(one, menu) is not None]
    if len(whole) != len(turned):
        return None
    saves = quote(lines, menu, tax).total - quote(after.lines, menu, tax).total
    if saves.cents <= 0:
        return None
    return Suggestion(deal.id, deal.name, (line.line_id, *(line_id for line_id, _ in sides)), saves)


def _parts(line: LineItem, menu: Menu) -> Money:
    """What the deal's parts cost singly."""
    singly = quote_line(replace(line, sides={}), menu).total or ZERO
    for item, choices in side_items(line, menu):
        singly += quote_line(LineItem("", item.id, line.quantity, choices), menu).total or ZERO
    return singly
