"""Deal parts: lines that a cart holds already, and that become the sides of a deal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kebabalab.models.cart import Cart
from kebabalab.models.item import Choices, Heard, ItemRequest, LineItem, Mention
from kebabalab.models.menu import Deal, Menu, Side
from kebabalab.rules.choosing import as_deal, change
from kebabalab.rules.openness import is_open


@dataclass(frozen=True, slots=True)
class Wish:
    """A deal to make: `wanted` is what was said of its sides, by side id; `buying` whether missing sides are added."""

    deal: Deal
    wanted: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    buying: bool = True


@dataclass(frozen=True, slots=True)
class Portion:
    """Some pieces of a line as a deal, and how many pieces of which lines each of them takes."""

    line: LineItem
    takes: Mapping[str, int]


def portions(cart: Cart, line: LineItem, wish: Wish, menu: Menu) -> Iterator[Portion]:
    """The line's pieces as deals, one portion for all that get their sides from the same lines of the cart.

    Pieces that no side is at hand for get new ones where the wish is buying, and are left out else.
    Raises NotOnTheMenu.
    """
    left = line.quantity
    while left:
        givers = _givers(cart, line, wish, menu)
        if not wish.buying and len(givers) < len(wish.deal.sides):
            return
        takes = Counter(giver.line_id for giver in givers.values())
        held = {one.line_id: one.quantity for one in cart.lines}
        count = min([left, *(held[line_id] // each for line_id, each in takes.items())])
        yield Portion(_made(replace(line, quantity=count), wish, givers, menu), takes)
        cart = taken(cart, takes, count)
        left -= count


def taken(cart: Cart, takes: Mapping[str, int], count: int) -> Cart:
    """The cart less what so many pieces take of its lines."""
    for line_id, each in takes.items():
        place = cart.index_of(line_id)
        if place is None:
            continue
        left = cart.lines[place].quantity - each * count
        cart = cart.with_line(replace(cart.lines[place], quantity=left)) if left else cart.without(line_id)
    return cart


def _givers(cart: Cart, line: LineItem, wish: Wish, menu: Menu) -> dict[str, LineItem]:
    """The line that gives each side, as it becomes the side; sides that the cart has none for are absent."""
    found: dict[str, LineItem] = {}
    used: Counter[str] = Counter()
    for side_id in wish.deal.sides:
        side = menu.side(side_id)
        if side is None:
            continue
        fitting = [
            one
            for one in cart.lines
            if one.line_id != line.line_id and used[one.line_id] < one.quantity and _fits(one, side, wish, menu)
        ]
        # What the deal itself names comes before what another deal with the same sides would take.
        best = next((one for one in fitting if _has(one, wish.deal.sides[side_id])), None)
        giver = best or (fitting[0] if fitting and wish.buying else None)
        if giver is not None:
            used[giver.line_id] += 1
            found[side_id] = change(giver, wish.wanted.get(side_id, ()), menu) if wish.wanted.get(side_id) else giver
    return found


def _fits(line: LineItem, side: Side, wish: Wish, menu: Menu) -> bool:
    """Whether a line can be the side: as it was asked for, and in a deal that is sold."""
    if line.item != side.item or line.is_deal or is_open(line, menu):
        return False
    said = wish.wanted.get(side.id, ())
    # What nobody spoke of gives way to what is asked for now.
    if not all(line.one(mention.group) in mention.options or mention.group in line.assumed for mention in said):
        return False
    alike = (deal for deal in menu.deals_of(wish.deal.main) if set(deal.sides) == set(wish.deal.sides))
    return any(_has(line, deal.sides[side.id]) for deal in alike)


def _has(line: LineItem, options: Mapping[str, str]) -> bool:
    return all(line.one(group) == option for group, option in options.items())


def _made(line: LineItem, wish: Wish, givers: Mapping[str, LineItem], menu: Menu) -> LineItem:
    """The line as the deal, with the givers' choices for its sides."""
    requests = []
    for side_id in wish.deal.sides:
        side = menu.side(side_id)
        if side is not None and side_id in givers:
            kept = givers[side_id].choices.items()
            said = tuple(Mention(group, (choices[0].option,)) for group, choices in kept if choices)
            requests.append(ItemRequest(side.item, mentions=said, heard=_heard(givers[side_id], side)))
        elif side is not None:
            requests.append(ItemRequest(side.item, mentions=wish.wanted.get(side_id, ())))
    made = as_deal(line, wish.deal.id, menu, tuple(requests))
    for side_id, giver in givers.items():
        side = menu.side(side_id)
        names = {group: name for name, group in side.fields.items()} if side is not None else {}
        assumed = [name for group, name in names.items() if group in giver.assumed]
        spoken = [name for name in made.assumed if name not in names.values()]
        sides: Mapping[str, Choices] = {**made.sides, side_id: giver.choices}
        made = replace(made, sides=sides, assumed=(*spoken, *assumed))
    return made


def _heard(giver: LineItem, side: Side) -> tuple[Heard, ...]:
    """The words that the giver's choices came from, under the fields that they have on the deal."""
    names = {group: name for name, group in side.fields.items()}
    return tuple(replace(heard, field=names[heard.field]) for heard in giver.heard if heard.field in names)
