"""Amends: lines forgotten, swapped, taken back or made deals, because of what was said later."""

from __future__ import annotations

from collections.abc import Iterable

from kebabalab.language.chunks import Chunk
from kebabalab.language.deal_sides import gather_sides, side_meant
from kebabalab.language.drafts import Draft
from kebabalab.language.english import Role
from kebabalab.language.lines import Lines
from kebabalab.language.names import NounPhrase, Part, has_deal
from kebabalab.language.references import referred


def give_up(lines: Lines, phrase: NounPhrase) -> bool:
    """Swap X for: the line X goes when the other one is named, a deal keeps its side; whether there is an X."""
    lines.given_up = referred(lines.drafts, phrase, phrase.parts[-1])
    side = side_meant(lines.drafts, phrase, lines.lexicon) if lines.given_up is None else None
    if side is not None:
        lines.turn([side])
        lines.swapping = True
    return lines.given_up is not None or side is not None


def drop(lines: Lines, phrase: NounPhrase | None) -> None:
    """Forget the X: the latest line that it names goes; the last line where none is named."""
    known = lines.last
    if phrase is not None:
        known = referred(lines.drafts, phrase, phrase.parts[-1]) or referred(lines.drafts, phrase, Part())
    _forget(lines, known)


def _forget(lines: Lines, known: Draft | None) -> None:
    lines.drafts = [draft for draft in lines.drafts if draft is not known]
    lines.turn(lines.drafts[-1:])


def count_each(lines: Lines, line: Draft, ahead: list[Chunk]) -> bool:
    """ "Two Xs, no, one large, one small": as many as are named, each with its choice. `ahead` begins with the number.

    Whether it is so.
    """
    said = [one for one in ahead if one.role not in (Role.FILLER, Role.AND, Role.COMMA)][:4]
    counts = [one.role is Role.NUMBER or one.role is Role.ARTICLE for one in said]
    choices = [bool(one.entry.values) and not one.entry.items for one in said]
    if counts != [True, False, True, False] or choices != [False, True, False, True]:
        return False
    line.uncounted = True
    lines.split(line, ahead[0].number)
    return True


def drop_called(lines: Lines, one: Chunk) -> bool:
    """ "An X, no wait, no X", where X is a choice that the item is called by: the line goes; whether there is one."""
    called = [draft for draft in lines.drafts if draft.chunk.entry.implies and draft.chunk.words == one.words]
    known = called[-1] if called else None
    if known is not None:
        _forget(lines, known)
    return known is not None


def end_deals(drafts: Iterable[Draft]) -> None:
    """These lines are no deals any more."""
    for draft in drafts:
        draft.deals, draft.sides = (), []


def make_deal(lines: Lines, one: Chunk, count: int) -> None:
    """As a meal: the lines at hand become deals, else the nearest that can, else so many of those that follow."""
    able = [draft for draft in lines.targets if has_deal(lines.lexicon, draft.heads, one)]
    if not able:
        able = [draft for draft in reversed(lines.drafts) if has_deal(lines.lexicon, draft.heads, one)][:1]
    for draft in able:
        draft.deals, draft.deal_chunk = one.entry.deals, one
        lines.drafts = gather_sides(draft, lines.drafts, lines.lexicon)
    lines.deal_ahead, lines.deals_left = (one, count) if not able else (None, 0)
    lines.targets = able or lines.targets
