"""Deal sides: what is named beside a deal and belongs to it ("a meal with a small X")."""

from __future__ import annotations

import itertools
from dataclasses import replace

from kebabalab.language.drafts import Draft, Said, fits, is_single
from kebabalab.language.kinds import is_of_kind, names_kind
from kebabalab.language.lexicon import Lexicon
from kebabalab.language.names import NounPhrase
from kebabalab.language.references import inherit, takes


def side_items(deal: Draft, lexicon: Lexicon) -> list[str]:
    """The items that the deal can hold beside its main one; none for a draft that is no deal."""
    deals = [one for head in deal.heads for one in lexicon.kinds[head].deals if one in deal.deals]
    return list(lexicon.deal_sides[deals[0]].values()) if deals else []


def take_side(deal: Draft, side: Draft, drafts: list[Draft], lexicon: Lexicon) -> bool:
    """Let the deal take the draft as its side if it has room; whether it did. May add a draft to the list."""
    item = next((head for head in side.heads if head in side_items(deal, lexicon)), None)
    if item is None or side.quantity not in (1, deal.quantity):
        return False
    if side.sentence != deal.sentence and not _agrees_with_any(side, deal, lexicon):
        return False  # "a meal. A small Y", where it comes with a large one
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
    if deal.quantity > 1 and side.quantity == 1 == taken[-1].quantity and side.sentence == deal.sentence:
        other = deal.copy(1)
        other.sides = [*rest, side]
        deal.quantity -= 1
        drafts.append(other)
        return True
    return False


def unnamed_side(deals: list[Draft], said: Said, lexicon: Lexicon) -> list[Draft]:
    """The side of a deal at hand that was not named yet and is what is spoken of ("no X on the Y"), if there is one."""
    for deal in deals:
        for item in side_items(deal, lexicon):
            side = Draft((item,), deal.deal_chunk or deal.chunk)
            named = any(item in one.heads for one in deal.sides)
            if said.chunk.entry.values and not named and takes(side, said, lexicon):
                deal.sides.append(side)
                return [side]
    return []


def side_meant(drafts: list[Draft], phrase: NounPhrase, lexicon: Lexicon) -> Draft | None:
    """The side of a deal that "the X" speaks of, whether or not it was named before."""
    for deal in reversed(drafts):
        for item in side_items(deal, lexicon):
            if item in phrase.heads:
                known = next((side for side in deal.sides if item in side.heads), None)
                if known is None:
                    known = Draft((item,), phrase.head)
                    deal.sides.append(known)
                known.said += [Said(value) for value in phrase.after]
                return known
    return None


def waits(deal: Draft, drafts: list[Draft], phrase: NounPhrase, lexicon: Lexicon) -> bool:
    """Whether a deal still waits for this side, with nothing but small things named since."""
    place = next(n for n, draft in enumerate(drafts) if draft is deal)
    small = not any(lexicon.kinds[head].deals for draft in drafts[place + 1 :] for head in draft.heads)
    return small and not any(set(side.heads) & set(phrase.heads) for side in deal.sides)


def side_for_each(drafts: list[Draft], named: Draft) -> None:
    """ "Two of the deal with an X each": none of them takes another instead."""
    for deal in drafts:
        if any(side is named for side in deal.sides):
            for side in deal.sides:
                side.quantity = deal.quantity


def told_apart(drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts without "three pies" where a plum pie and two apple pies follow: these are the three.

    They take over what only one can be chosen of, and the deal.
    """
    if not any(draft.quantity > 1 for draft in drafts):
        return drafts
    kept: list[Draft] = []
    taken: list[Draft] = []
    for place, draft in enumerate(drafts):
        of_it = _of_kind(names_kind(draft, lexicon), drafts[place + 1 :], lexicon)
        sums = list(itertools.accumulate(one.quantity for one in of_it))
        if draft.quantity in sums[1:] and not draft.sides and not of_it[0].begun:
            named = of_it[: sums.index(draft.quantity) + 1]
            for one in named:
                several = [said for said in draft.said if not is_single(fits(lexicon, draft.heads, said.chunk))]
                shared = [replace(said, inherited=True) for said in several if takes(one, said, lexicon)]
                # Of another item only what one can be chosen of is taken over by itself.
                one.said = one.said if set(one.heads) & set(draft.heads) else shared + one.said
                inherit(one, draft, lexicon, singles_only=False)
            if draft.deals:
                taken += _share_deal(draft, named, drafts[place + 1 + len(named) :], lexicon)
            continue
        if not any(draft is one for one in taken):
            kept.append(draft)
    return kept


def _share_deal(whole: Draft, named: list[Draft], ahead: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The sides that stand behind "two meals, one X, one Y, both with a Z": each of the two takes its own."""
    for one in named:
        one.deals, one.deal_chunk = one.deals or whole.deals, one.deal_chunk or whole.deal_chunk
    sides = itertools.takewhile(lambda one: one.with_before, ahead)
    return [side for side in sides if all(take_side(one, replace(side), [], lexicon) for one in named)]


def replaces_kind(drafts: list[Draft], made: Draft, lexicon: Lexicon) -> bool:
    """Whether "an X pie" says which pie a "pie deal with" it is of; then it takes the deal over."""
    last = drafts[-1] if drafts else None
    if last is None or not last.deals or last.sides or made.deals or last.quantity != made.quantity:
        return False
    kind = names_kind(last, lexicon)
    if not kind or not is_of_kind(made.heads[0], kind, lexicon):
        return False
    inherit(made, last, lexicon, singles_only=True)
    made.deals, made.deal_chunk = last.deals, last.deal_chunk
    return True


def _of_kind(kind: str, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts of this kind of thing that come first."""
    return list(itertools.takewhile(lambda one: is_of_kind(one.heads[0], kind, lexicon), drafts))


def imply_deals(drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts with "an X with a Y and a Z" as the deal of these, where a Y or Z is left to the shop.

    Who names each of them has chosen single things; who says "with a Y and a Z" of no kind has asked for the deal.
    """
    kept: list[Draft] = []
    for place, draft in enumerate(drafts):
        if any(draft is side for one in kept for side in one.sides):
            continue
        kept.append(draft)
        behind = list(itertools.takewhile(lambda one: one.with_before, drafts[place + 1 :]))
        if draft.deals or len(behind) < 2:
            continue
        deal = _deal_of(draft, behind, lexicon)
        if deal and any(not one.said for one in behind):
            draft.deals, draft.deal_chunk, draft.sides = (deal,), behind[0].chunk, behind
    return kept


def _deal_of(draft: Draft, sides: list[Draft], lexicon: Lexicon) -> str:
    """The first deal that has just these sides, as they were named; each side is then no more than that item."""
    for deal in lexicon.kinds[draft.heads[0]].deals:
        left = dict(lexicon.deal_sides[deal])
        taken = []
        for side in sides:
            fitting = (one for one, item in left.items() if item in side.heads and _agrees(side, deal, one, lexicon))
            name = next(fitting, None)
            if name is None or side.quantity not in (1, draft.quantity):
                break
            taken.append(left.pop(name))
        if not left and len(taken) == len(sides):
            for side, item in zip(sides, taken, strict=True):
                side.heads = (item,)
            return deal
    return ""


def _agrees_with_any(side: Draft, deal: Draft, lexicon: Lexicon) -> bool:
    """Whether one of the deals that are meant can hold the side as it was named."""
    meant = [one for head in deal.heads for one in lexicon.kinds[head].deals if one in deal.deals]
    return any(
        item in side.heads and _agrees(side, one, name, lexicon)
        for one in meant
        for name, item in lexicon.deal_sides[one].items()
    )


def _agrees(side: Draft, deal: str, name: str, lexicon: Lexicon) -> bool:
    """Whether nothing was said of a side that the deal has otherwise: a can, where it comes with a bottle."""
    fixed = lexicon.deal_fixed.get(deal, {}).get(name, {})
    found = (fits(lexicon, (lexicon.deal_sides[deal][name],), said.chunk) for said in side.said)
    return all(fixed.get(one[0].group, one[1]) == one[1] for one in found if one is not None)


def gather_sides(deal: Draft, drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts less those that were named after the item, before "as a meal", and are the deal's sides now."""
    place = next(n for n, draft in enumerate(drafts) if draft is deal)
    kept = drafts[: place + 1]
    for draft in drafts[place + 1 :]:
        if draft.deals or not take_side(deal, draft, kept, lexicon):
            kept.append(draft)
    return kept
