"""References: which line a phrase speaks of, and what a line takes over from another."""

from __future__ import annotations

from dataclasses import replace

from kebabalab.language.chunks import Chunk
from kebabalab.language.drafts import Draft, Said, filled, fits, is_single
from kebabalab.language.english import Role
from kebabalab.language.lexicon import Lexicon
from kebabalab.language.names import NounPhrase, Part, has_deal
from kebabalab.models.item import Mark


def referred(drafts: list[Draft], phrase: NounPhrase, part: Part) -> Draft | None:
    """The latest line that "the X" can speak of."""
    values = (*part.values, *phrase.after)
    for draft in reversed(drafts):
        if set(draft.heads) & set(phrase.heads) and all(_holds(draft, value) for value in values):
            return draft
    return None


def _holds(draft: Draft, value: Chunk) -> bool:
    return any(set(said.chunk.entry.values) & set(value.entry.values) for said in draft.said)


def described(last: Draft | None, phrase: NounPhrase, part: Part, lexicon: Lexicon) -> Draft | None:
    """The line that "one" only describes further ("an X, a large one"): it takes the choices in."""
    if last is None or last.quantity != 1:
        return None
    # "My own, a large pizza": the name once more, with more of it.
    again = last.heads == phrase.heads and not last.said and not last.counted and part.number is None
    if not phrase.pronoun and not again:
        return None
    found = [fits(lexicon, last.heads, value) for value in part.values]
    if any(one is None or filled(lexicon, last, one[0].group) for one in found):
        return None
    last.said += [Said(value) for value in part.values]
    return last


def replaced(last: Draft, made: Draft, fixing: Role, lexicon: Lexicon) -> bool:
    """Whether a correction puts the new line in the place of the last one."""
    if fixing is Role.FIX or set(last.heads) & set(made.heads):
        return True
    groups = [{group for head in draft.heads for group in lexicon.kinds[head].slots} for draft in (last, made)]
    return fixing is Role.OOPS and bool(groups[0] & groups[1])


def inherit(made: Draft, old: Draft, lexicon: Lexicon, *, singles_only: bool) -> None:
    """Let a line keep of another what was not said anew; with `singles_only` just the choices of one.

    Of another item it keeps the choices of one that it has as well: "a large X, sorry, Y" is a large Y.
    """
    if not set(old.heads) & set(made.heads):
        if singles_only:
            return
        singles_only = True
    if not singles_only:
        if not made.counted:
            made.quantity, made.counted = old.quantity, old.counted
        if not made.deals:
            made.deals, made.deal_chunk = old.deals, old.deal_chunk
    kept = []
    for said in old.said:
        found = fits(lexicon, made.heads, said.chunk)
        anew = found is not None and filled(lexicon, made, found[0].group)
        if not anew and (is_single(found) or not singles_only):
            kept.append(replace(said, inherited=True))
    made.said = kept + made.said


def takes(draft: Draft, said: Said, lexicon: Lexicon) -> bool:
    """Whether what is said has a place in the draft."""
    slots = [slot for head in draft.heads for slot in lexicon.kinds[head].slots.values()]
    if said.chunk.role is not Role.MENU:
        return any(slot.has_lot if said.mark is Mark.ALL else slot.emptied_by_plain for slot in slots)
    if said.chunk.entry.values:
        return fits(lexicon, draft.heads, said.chunk) is not None
    return any(slot.group in said.chunk.entry.groups for slot in slots)


def crowded(draft: Draft, said: Said, lexicon: Lexicon) -> bool:
    """Whether a choice of one has been made already that what is said would double."""
    found = fits(lexicon, draft.heads, said.chunk)
    return found is not None and is_single(found) and filled(lexicon, draft, found[0].group)


def alike(lexicon: Lexicon, heads: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether these are different items of one kind: with several choices, and all of them the same."""
    slots = [set(lexicon.kinds[one[0]].slots) for one in (heads, others)]
    return heads[0] != others[0] and len(slots[0]) > 1 and slots[0] == slots[1]


def same_group(draft: Draft, one: Said, group: str, lexicon: Lexicon) -> bool:
    """Whether something said of the draft belongs to this group."""
    found = fits(lexicon, draft.heads, one.chunk)
    return found is not None and found[0].group == group


def speaks_of_some(ahead: Chunk, draft: Draft, lexicon: Lexicon, counted: bool) -> tuple[bool, bool]:
    """Whether the next words can be about some of a line, and whether they make a choice of one."""
    found = fits(lexicon, draft.heads, ahead) if ahead.entry.values else None
    single = is_single(found)
    deal = bool(ahead.entry.deals) and not ahead.entry.items and has_deal(lexicon, draft.heads, ahead)
    return single or ahead.role in SAYS or (counted and (found is not None or deal)), single


SAYS = frozenset((Role.WITH, Role.NOT, Role.EXTRA, Role.LIGHT, Role.ONLY, Role.PLAIN, Role.ALL, Role.EXCEPT))
