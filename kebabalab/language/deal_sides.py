"""Deal sides: what is named beside a deal and belongs to it ("a meal with a small X")."""

from __future__ import annotations

from kebabalab.language.drafts import Draft
from kebabalab.language.lexicon import Lexicon


def side_items(deal: Draft, lexicon: Lexicon) -> list[str]:
    """The items that the deal can hold beside its main one; none for a draft that is no deal."""
    deals = [one for head in deal.heads for one in lexicon.kinds[head].deals if one in deal.deals]
    return list(lexicon.deal_sides[deals[0]].values()) if deals else []


def take_side(deal: Draft, side: Draft, drafts: list[Draft], lexicon: Lexicon) -> bool:
    """Let the deal take the draft as its side if it has room; whether it did. May add a draft to the list."""
    item = next((head for head in side.heads if head in side_items(deal, lexicon)), None)
    if item is None or side.quantity not in (1, deal.quantity):
        return False
    side.heads = (item,)
    taken = [one for one in deal.sides if one.heads == side.heads]
    rest = [one for one in deal.sides if one.heads != side.heads]
    if len(taken) < side_items(deal, lexicon).count(item):
        deal.sides.append(side)
        return True
    if any(one.inherited for one in taken):
        deal.sides = [*rest, side]
        return True
    # "Two meals, with an X and a Y": one each.
    if deal.quantity > 1 and side.quantity == 1 and taken[-1].quantity == 1:
        other = deal.copy(1)
        other.sides = [*rest, side]
        deal.quantity -= 1
        drafts.append(other)
        return True
    return False


def gather_sides(deal: Draft, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts less those that were named after the item, before "as a meal", and are the deal's sides now."""
    place = next(n for n, draft in enumerate(drafts) if draft is deal)
    kept = drafts[: place + 1]
    for draft in drafts[place + 1 :]:
        if draft.deals or not take_side(deal, draft, kept, lexicon):
            kept.append(draft)
    return kept
