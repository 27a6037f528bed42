"""Eaters: what is ordered for both of us, for each of us, and what is said of mine."""

from __future__ import annotations

from dataclasses import replace

from kebabalab.language.chunks import Chunk
from kebabalab.language.drafts import Draft
from kebabalab.language.english import Role
from kebabalab.language.lines import Lines

_WE = frozenset(("we", "were", "wed", "weve", "well", "us"))
_MINE = frozenset(("mine", "my 1"))
_ENDS = frozenset((Role.AND, Role.COMMA, Role.STOP, Role.ORDER))


def counted(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with "we both want an X" as two of them, and "no Y on mine" as said of one."""
    made: list[Chunk] = []
    for_both = named = False
    chunks = _one_of_each(chunks)
    for place, one in enumerate(chunks):
        named = (named or one.role is Role.MENU) and one.role is not Role.STOP
        if one.role is Role.BOTH and not named:
            before, ahead = made[-1:], chunks[place + 1 : place + 2]
            lists = any(one.role is Role.ARTICLE for one in ahead)  # "give us both an X and a Y"
            for_both = not lists and any(one.words.split()[-1] in _WE for one in (*before, *ahead))
        elif one.role is Role.STOP:
            for_both = False
        elif one.role is Role.ARTICLE and for_both:
            one = replace(one, role=Role.NUMBER, words="2", number=2)
        elif one.words in _MINE:
            is_of_line = made and made[-1].role is Role.ON
            one = replace(one, role=Role.NUMBER if is_of_line else Role.FILLER, words="1", number=1)
        made.append(one)
    return made


def _one_of_each(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with "one of each, X and Y" as "one X and one Y"."""
    place = next((n for n in range(2, len(chunks)) if _says_of_each(chunks, n)), None)
    if place is None:
        return chunks
    made = chunks[: place - 2]
    number = chunks[place - 2]
    begins = True
    for end in range(place + 1, len(chunks)):
        one = chunks[end]
        if one.role is Role.MENU:
            made += [replace(number), one] if begins else [one]
            begins = False
        elif one.role is Role.AND or one.role is Role.COMMA:
            made.append(one)
            begins = True
        elif one.role is not Role.FILLER and one.role is not Role.THE and one.role is not Role.OF:
            return made + chunks[end:]
    return made


def _says_of_each(chunks: list[Chunk], place: int) -> bool:
    """Whether "one of each" ends here, before a list."""
    if chunks[place].role is not Role.EACH or chunks[place - 1].role is not Role.OF:
        return False
    ahead = chunks[place + 1 : place + 4]
    return chunks[place - 2].role is Role.NUMBER and any(one.role is Role.MENU for one in ahead)


def one_for_each(lines: Lines, ahead: list[Chunk]) -> bool:
    """ "Two Xs and a Y each": as many Ys as Xs were named before. Whether it is so.

    `ahead` is what follows "each": where something is said of the Xs or Ys themselves, it counts nothing.
    """
    line = lines.last
    following = next((one.role for one in ahead if one.role is not Role.FILLER), Role.STOP)
    if line is None or line.quantity != 1 or not line.counted or lines.latest or following not in _ENDS:
        return False
    place = next(n for n, draft in enumerate(lines.drafts) if draft is line)
    eaters = _alike(lines.drafts[:place])
    if eaters > 1:
        line.quantity = eaters
    return eaters > 1


def _alike(before: list[Draft]) -> int:
    """How many there are of the thing that was named last, in lines one behind the other."""
    count = 0
    for draft in reversed(before):
        if not set(draft.heads) & set(before[-1].heads):
            break
        count += draft.quantity
    return count
