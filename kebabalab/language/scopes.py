"""Scopes: words that say which of the lines, or how much of one, the next words are about."""

from __future__ import annotations

from kebabalab.language.chunks import Chunk
from kebabalab.language.drafts import Draft, fits, is_single
from kebabalab.language.english import Role
from kebabalab.language.lines import Lines
from kebabalab.language.references import SAYS, inherit, speaks_of_some, takes

_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def widen(lines: Lines, role: Role) -> None:
    """Both, each: what follows is said of several lines."""
    lines.targets, lines.left = _several(lines, role), False


def spread(lines: Lines, role: Role) -> None:
    """On both: what was said since the last pause is said of several lines."""
    reached = _several(lines, role)
    several = [said for draft, said in lines.latest if not is_single(fits(lines.lexicon, draft.heads, said.chunk))]
    # "One X, one Y, Z on both": what only one can be taken of stays where it was said.
    for said in several or [said for _, said in lines.latest]:
        for draft in reached:
            if not any(one is said for one in draft.said) and takes(draft, said, lines.lexicon):
                draft.said.append(said)
    lines.targets = reached


def take_some(lines: Lines, count: int, ahead: Chunk, counted: bool, joined: bool) -> bool:
    """Some of the line before ("one with", "two of them no"), or one more like it ("and a small X")."""
    line = lines.rest or lines.last
    if line is None:
        return False
    speaks, single = speaks_of_some(ahead, line, lines.lexicon, counted)
    if not speaks:
        return False
    several = lines.rest is not None or line.quantity > 1
    if several and 0 < count <= line.quantity and (counted or single):
        lines.split(line, count)
        return True
    if single or (counted and joined and ahead.role in SAYS):
        _another(lines, line, count, keep=not single)
        return True
    return False


def turn_to_other(lines: Lines, words: str) -> None:
    """The other one, the rest; the first, the second."""
    said = words.split()
    last = lines.last
    if lines.rest is not None:
        lines.before = lines.latest[-1][1] if lines.latest else None
        lines.rest.splitting = False
        lines.turn([lines.rest])
    elif last is not None and last.quantity > 1:
        lines.split(last, 1)
    elif last is not None:
        place = next((place for word, place in _ORDINALS.items() if word in said), -1)
        alike = [draft for draft in lines.drafts if set(draft.heads) & set(last.heads)]
        if 0 <= place < len(alike):
            lines.turn([alike[place]])
        elif "other" in said:
            lines.turn([d for d in alike if not any(d is one for one in lines.targets)][-1:] or lines.targets)


def _several(lines: Lines, role: Role) -> list[Draft]:
    last = lines.last
    if last is None:
        return []
    groups = _groups(lines, last)
    alike = [draft for draft in lines.drafts if _groups(lines, draft) & groups]
    if role is Role.BOTH:
        return [last] if last.quantity == 2 and lines.rest is None else alike[-2:]
    return alike


def _groups(lines: Lines, draft: Draft) -> set[str]:
    return {group for head in draft.heads for group in lines.lexicon.kinds[head].slots}


def _another(lines: Lines, line: Draft, count: int, keep: bool) -> None:
    made = Draft(line.heads, line.chunk, count, True)
    if keep:
        inherit(made, line, lines.lexicon, singles_only=True)
    lines.drafts.append(made)
    lines.turn([made])
