"""Noun phrases: where an item starts, how many of it, and which choices stand before its name."""

from __future__ import annotations

import itertools

from kebabalab.language.chunks import NOTHING, Chunk
from kebabalab.language.corrections import COPULAS
from kebabalab.language.drafts import Draft, filled, fits, is_single, opens
from kebabalab.language.english import CONTAINERS, HESITATIONS, USUAL_WORDS, Role
from kebabalab.language.lexicon import Lexicon
from kebabalab.language.names import NounPhrase, Part, finished, has_deal, heads_of
from kebabalab.language.references import SAYS
from kebabalab.models.menu import GroupKind

_SKIPPED = frozenset(
    (Role.FILLER, Role.OF, Role.THEM, Role.ALSO, Role.TIMES, Role.ONLY, Role.UNIT, Role.ORDER, Role.HALF)
)
# "One is red, one is white": "one" is a number, as in "one red, one white".
_COPULAS = COPULAS | {"is", "be", "to be", "will", "should"}
_JOINS = frozenset((Role.AND, Role.COMMA, Role.OR))


def noun_phrase(chunks: list[Chunk], place: int, lexicon: Lexicon, last: Draft | None) -> NounPhrase | None:
    """Read a noun phrase that starts here; None where none does. `last` is the line that was named before."""
    # "For the" says by itself nothing but that.
    parts = [Part(definite=place > 0 and chunks[place - 1].words == "for the")]
    for here in range(place, len(chunks)):
        one = chunks[here]
        if one.role is Role.NUMBER or one.role is Role.ARTICLE or one.words == "ones":
            pronoun = _pronoun(chunks, here, parts[-1], last, lexicon)
            if pronoun is not None:
                return finished(NounPhrase(parts, pronoun, one, here + 1, pronoun=True), chunks, lexicon)
            if not _count(parts, one):
                return None
        elif one.role is Role.MENU:
            if one.words.startswith("the "):
                parts[-1].definite = True
            if _is_head(chunks, here, parts[-1], lexicon, last):
                named = NounPhrase(parts, heads_of(one), one, here + 1)
                whole = finished(named, chunks, lexicon) if _deal_fits(parts[-1], one, lexicon) else None
                return whole if whole is not None and whole.heads else None
            if not _describe(parts[-1], one) and not _says_its_group(parts[-1], one):
                return None
        elif not _pass(parts, chunks, here):
            return None
    return None


def _count(parts: list[Part], one: Chunk) -> bool:
    """Take a number or an article in; False where it can't stand here."""
    if parts[-1].values or parts[-1].unknown:
        # "One small one large X" are two arms; "large two X" is nothing.
        if parts[-1].number is None:
            return False
        parts.append(Part())
    part = parts[-1]
    if part.deal is not None:
        return False  # "two deals, one X": it is one of the two
    if one.role is Role.ARTICLE and part.number is not None:
        return False  # "one normal, a Y"
    if one.role is Role.NUMBER:
        part.number = one.number
    elif part.number is None and one.role is Role.ARTICLE:
        part.number = 1
    return True


def _describe(part: Part, one: Chunk) -> bool:
    """Take a choice or a deal in that stands before the name; False where it is neither."""
    if one.entry.values:
        part.values.append(one)
    elif one.entry.deals and part.deal is None:
        part.deal = one
    else:
        return False
    return True


def _says_its_group(part: Part, one: Chunk) -> bool:
    """Whether "size" stands behind a size: it says nothing more."""
    return bool(part.values) and any(group in one.entry.groups for group, _ in part.values[-1].entry.values)


def _pass(parts: list[Part], chunks: list[Chunk], here: int) -> bool:
    """Go on over what joins or says nothing; False where the phrase ends without a name."""
    one, part = chunks[here], parts[-1]
    if one.role is Role.THE:
        if part.values:
            return False  # "one red one white the red one with Y"
        part.definite = True
        if len(parts) > 1 and chunks[here - 1].role is Role.OF and chunks[here - 2].role is Role.NUMBER:
            return False  # "two X, one of the X" speaks of those
    elif one.role in _JOINS:
        if part.empty:
            return False
        if part.values:
            parts.append(Part())
        elif part.number is not None and part.deal is None and (one.role is Role.AND or _counts(chunks, here + 1)):
            return False  # "two, and a Y" are no two Ys
    elif one.role is Role.UNKNOWN:
        # An unknown word right before a name only describes it, and so does a singular one behind "two".
        ahead = chunks[here + 1] if here + 1 < len(chunks) else one
        if not ahead.entry.items and not _describes_several(part, chunks, here):
            return False
        part.unknown.append(one)
    return one.role in _SKIPPED or one.role in _JOINS or one.role in (Role.THE, Role.UNKNOWN)


def _describes_several(part: Part, chunks: list[Chunk], here: int) -> bool:
    """Whether "two big red Xs" goes on at "big", which the menu does not know."""
    if (part.number or 0) < 2 or part.values or chunks[here].words.endswith("s"):
        return False
    menu = itertools.takewhile(lambda one: one.role is Role.MENU, chunks[here + 1 :])
    return any(one.entry.items and one.words.endswith("s") for one in menu)


def _counts(chunks: list[Chunk], place: int) -> bool:
    return place < len(chunks) and chunks[place].role in (Role.NUMBER, Role.ARTICLE)


def _deal_fits(part: Part, one: Chunk, lexicon: Lexicon) -> bool:
    part.deal = one if one.entry.deals else part.deal
    return part.deal is None or has_deal(lexicon, heads_of(one), part.deal)


def _pronoun(
    chunks: list[Chunk], place: int, part: Part, last: Draft | None, lexicon: Lexicon
) -> tuple[str, ...] | None:
    """The items that "one" stands for in "a large one", None where it is a number."""
    behind = next((one for one in chunks[place + 1 :] if one.words not in _COPULAS), None)
    follower = behind.role if behind is not None else Role.STOP
    if chunks[place].words not in ("1", "ones") or last is None or (follower is Role.MENU and not part.definite):
        return None
    several = chunks[place].words == "1" and (part.number or 1) > 1
    if last.quantity > 1 and chunks[place + 1 : place + 2] and chunks[place + 1].words in USUAL_WORDS:
        return None  # "two X, one with Y, one normal"
    says = follower in SAYS or follower is Role.ON
    if several or follower is Role.OF or (says and part.number is None and not part.definite):
        return None  # "two X, one Y", "two with an X, one with a Y", without the commas
    # "The little one" of what has no sizes is somebody's child.
    return last.heads if any(fits(lexicon, last.heads, value) for value in part.values) else None


def _is_head(chunks: list[Chunk], place: int, part: Part, lexicon: Lexicon, last: Draft | None) -> bool:
    one = chunks[place]
    if not (one.entry.items or one.entry.implies):
        return False
    if not one.entry.values:
        return True
    # A word that is both a choice and an item ("with an X", "an X"): a name right behind it settles it.
    heads = heads_of(one)
    chosen = {group for value in part.values for group, _ in value.entry.values} & lexicon.single_groups
    for follower in chunks[place + 1 :]:
        if chosen & {group for group, _ in follower.entry.values}:
            break  # "large X large Y": the second size begins another
        if follower.role is Role.MENU and (follower.entry.items or follower.entry.implies):
            if not set(heads_of(follower)) & set(heads) and fits(lexicon, heads_of(follower), one):
                return False
            break
        if follower.role is not Role.MENU and follower.role not in (Role.FILLER, Role.HALF):
            break
    choice = bool(one.entry.items) and last is not None and fits(lexicon, last.heads, one) is not None
    if choice and last is not None and any(_doubles(last, value, lexicon) for value in part.values):
        choice = False  # "large X, large Y": a second size is another item's
    if choice and (
        part.number is None or (last is not None and not part.values and opens(lexicon, last, part.number, one))
    ):
        return False
    if one.entry.items and not one.entry.implies and part.values:
        return all(fits(lexicon, heads, value) for value in part.values)
    if one.entry.items and part.number is None and last is None:
        return not any(_head_ahead(chunks, place))
    return True


def _doubles(draft: Draft, value: Chunk, lexicon: Lexicon) -> bool:
    """Whether a choice of one is made a second time."""
    found = fits(lexicon, draft.heads, value)
    return found is not None and is_single(found) and filled(lexicon, draft, found[0].group)


def _head_ahead(chunks: list[Chunk], place: int) -> list[bool]:
    ahead = chunks[place + 1 : place + 2]
    return [bool(one.entry.items) for one in ahead if one.role is Role.MENU]


def arms(phrase: NounPhrase, lexicon: Lexicon, last: Draft | None, rest: Draft | None = None) -> list[Part] | None:
    """The arms that become lines of their own, or None where the phrase does not start here after all.

    `rest` is what is left of a line that is being split.

    "a ham and a beef roll" are two; "ham and beef roll" is one with both.
    """
    parts = [part for part in phrase.parts if not part.empty or part.definite]
    if not parts:
        return phrase.parts[-1:]
    if len(parts) > 1 and rest is not None and parts[0].number is not None and parts[0].number <= rest.quantity:
        return None  # "two Xs, one with oats and one small, and a large Y"
    for part in parts[:-1]:
        if not all(fits(lexicon, phrase.heads, value) for value in part.values) or not part.values:
            return None
        # "mustard and large rolls": what is no choice of one belongs to what went before.
        single = any(is_single(fits(lexicon, phrase.heads, value)) for value in part.values)
        if part.number is None and not single and (last is not None or parts[-1].number is not None):
            return None
    if len(parts) > 1 and _separate(parts, phrase, lexicon):
        _share(parts, phrase, lexicon)
        return parts
    if len(parts) > 1:
        joined = Part(parts[0].number, parts[0].definite, deal=parts[-1].deal)
        for part in parts:
            joined.values += part.values
            joined.unknown += part.unknown
        return [joined]
    return parts


def _share(parts: list[Part], phrase: NounPhrase, lexicon: Lexicon) -> None:
    """ "A small and a large red one": what stands behind the choice that sets the arms apart is said of all of them."""

    *others, last = parts
    chosen = [_chosen(part.values, phrase, lexicon) for part in parts]
    shared = set.intersection(*(set(one) for one in chosen))
    apart = {group for group in shared if len({one[group] for one in chosen}) > 1}
    found = [set(_chosen([value], phrase, lexicon)) for value in last.values]
    place = next((n for n, groups in enumerate(found) if groups & apart), len(found))
    for part, its in zip(others, chosen, strict=False):
        if set(its) <= apart:
            behind = zip(last.values[place + 1 :], found[place + 1 :], strict=True)
            part.values += [value for value, groups in behind if not groups & set(its)]


def _chosen(values: list[Chunk], phrase: NounPhrase, lexicon: Lexicon) -> dict[str, str]:
    """The options of these values, by group."""
    found = [fits(lexicon, phrase.heads, value) for value in values]
    return {one[0].group: one[1] for one in found if one is not None}


def _separate(parts: list[Part], phrase: NounPhrase, lexicon: Lexicon) -> bool:
    if any(part.number is not None for part in parts[1:]):
        return True
    groups: list[dict[str, set[str]]] = []
    for part in parts:
        chosen: dict[str, set[str]] = {}
        for found in (fits(lexicon, phrase.heads, value) for value in part.values):
            if found is not None and found[0].kind is GroupKind.ONE:
                chosen.setdefault(found[0].group, set()).add(found[1])
        groups.append(chosen)
    clashing = {group for one in groups[1:] for group in one if group in groups[0]}
    for group in clashing:
        options = {option for one in groups for option in one.get(group, ())}
        mixes = next(
            (lexicon.kinds[head].slots[group].mixes for head in phrase.heads if group in lexicon.kinds[head].slots), {}
        )
        # Also "X and Y mixed", where the word for both is said beside them.
        if not any(options - {whole} <= mixed for mixed, whole in mixes.items()):
            return True
    return False


def not_on_the_menu(
    chunks: list[Chunk], place: int, at_hand: Draft | None, lexicon: Lexicon
) -> tuple[Chunk, int] | None:
    """A phrase of choices with a name that is not sold ("a large pancake"), and the place after it; None for none."""
    counted, values = False, 0
    for ahead in range(place, len(chunks)):
        one = chunks[ahead]
        if one.role is Role.MENU and one.entry.values and not one.entry.items and not one.entry.implies:
            values += 1
            if at_hand is not None and not counted and not is_single(fits(lexicon, at_hand.heads, one)):
                return None
        elif one.role in (Role.NUMBER, Role.ARTICLE) and not values:
            counted = True
        elif one.role is Role.UNKNOWN and values:
            words = " ".join(each.words for each in chunks[place : ahead + 1])
            return Chunk(Role.UNKNOWN, NOTHING, words, chunks[place].start, one.end), ahead + 1
        elif values and one.words not in HESITATIONS and one.words not in CONTAINERS:
            return None  # "a large, by a quarter to seven"
        elif one.role is not Role.FILLER and one.role is not Role.THE:
            return None
    return None
