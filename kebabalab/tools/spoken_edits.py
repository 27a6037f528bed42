"""A change of the cart in a caller's words: "make it large", "no ... and extra ...", "actually make that two"."""

from __future__ import annotations

import re
from dataclasses import replace

from kebabalab.language.edits import PartEdit, understand_edit
from kebabalab.models.cart import Cart, check_quantity
from kebabalab.models.errors import BadArguments, NotOnTheMenu
from kebabalab.models.item import LineItem, Mark, Mention
from kebabalab.models.menu import GroupKind, Menu
from kebabalab.rules.choosing import as_deal, change, choose
from kebabalab.rules.deals import convert
from kebabalab.tools.facts import Facts
from kebabalab.validators.shapes import whole

_COURTESY = re.compile(r"\b(?:please|instead|thanks|actually|of (?:them|those|these|it|that))\b|[.,!?]", re.IGNORECASE)
_QUANTITY = re.compile(r"^\s*(?:quantity(?: of| to)?\s+)?(?P<number>.+)$", re.IGNORECASE)


def spoken(cart: Cart, line: LineItem, words: str, facts: Facts) -> Cart:
    """The cart as these words change it; `line` is the one they are about where they name no other.

    Raises NotOnTheMenu for words that no line has a place for, BadArguments for words that change nothing,
    QuantityOutOfRange, CartFull; then nothing is done.
    """
    number = _number(words)
    if number is not None:
        check_quantity(number)
        return cart.with_line(replace(line, quantity=number))
    edit = understand_edit(words, cart.lines, line, facts.menu, facts.lexicon)
    if edit.added.refused:
        check_quantity(edit.added.refused[0])
    if edit.added.not_understood:
        lost = edit.added.not_understood[0]
        raise NotOnTheMenu(lost.words, lost.nearest)
    changed = cart
    for one in cart.lines:
        parts = edit.lines.get(one.line_id, (PartEdit(one.quantity),))
        if not parts and one.line_id not in edit.swapped:
            raise BadArguments(("description takes a line off: call removeCartItem for that",))
        if not parts:
            changed = changed.without(one.line_id)  # "swap the X for a Y": the Y is added below
            continue
        first, *others = (_as_said(one, part, facts.menu) for part in parts)
        held = len(changed.lines)
        changed = changed.with_line(first).add(others)
        made = (first, *changed.lines[held:])
        for each, part in zip(made, parts, strict=True):
            changed = _as_deal(changed, each, part, facts.menu) if part.deal else changed
    changed = changed.add(choose(request, facts.menu) for request in edit.added.requests)
    if changed == cart:
        raise BadArguments(("description says nothing of what changes on this line; removeCartItem takes a line off",))
    return changed


def _as_said(line: LineItem, part: PartEdit, menu: Menu) -> LineItem:
    """The line, or so many of it, with what was said of it."""
    said = line
    if part.mentions:
        said = change(said, _replacing(part.mentions, line, menu), menu)
    return replace(said, quantity=part.quantity)


def _as_deal(cart: Cart, line: LineItem, part: PartEdit, menu: Menu) -> Cart:
    """The cart with a line as the deal that was said; sides that the cart holds as lines become the deal's."""
    if line.is_deal:
        return cart.with_line(as_deal(line, part.deal, menu, part.sides))
    wanted: dict[str, tuple[Mention, ...]] = {}
    deal = next(one for one in menu.deals_of(line.item) if one.id == part.deal)
    left = list(part.sides)
    for side_id in deal.sides:
        side = menu.side(side_id)
        said = next((one for one in left if side is not None and one.item == side.item), None)
        if said is not None:
            left.remove(said)
            wanted[side_id] = said.mentions
    return convert(cart, (line.line_id,), menu, wanted, part.deal).cart


def _replacing(mentions: tuple[Mention, ...], line: LineItem, menu: Menu) -> tuple[Mention, ...]:
    """ "only" and "just" empty the list that they speak of first."""
    item = menu.item(line.item)
    several = {group.id for group in item.groups if group.kind is GroupKind.MANY} if item is not None else set()
    only = dict.fromkeys(one.group for one in mentions if one.mark is Mark.ONLY and one.group in several)
    return (*(Mention(group, (), Mark.NONE) for group in only), *mentions)


def _number(words: str) -> int | None:
    """How many of the line are wanted, where that is all that is said ("2 please"); else None."""
    told = _QUANTITY.match(" ".join(_COURTESY.sub(" ", words).split()))
    try:
        number = whole(told["number"]) if told is not None else None
    except ValueError:
        return None
    return number if isinstance(number, int) else None
