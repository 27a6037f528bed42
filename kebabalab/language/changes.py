"""Changes of what was said: lines forgotten, swapped, corrected or made deals, and the steps that do so."""

from __future__ import annotations

from kebabalab.language.chunks import Chunk
from kebabalab.language.deal_sides import gather_sides, side_meant
from kebabalab.language.english import Role
from kebabalab.language.lines import Lines
from kebabalab.language.names import NounPhrase, Part, has_deal
from kebabalab.language.noun_phrases import noun_phrase
from kebabalab.language.references import referred
from kebabalab.language.standing import Standing
from kebabalab.models.item import Mark


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
    lines.drafts = [draft for draft in lines.drafts if draft is not known]
    lines.turn(lines.drafts[-1:])


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


class Changing(Standing):
    """The steps of the reading that change what was said before."""

    def swap(self, one: Chunk) -> None:
        """Instead of X, swap X for Y: X is off; a line that is named goes when the other one comes."""
        phrase = noun_phrase(self.chunks, self.place, self.lexicon, self.lines.last) if one.role is Role.SWAP else None
        if phrase is not None:
            self.place, self.fixing = phrase.end, Role.FIX
            if not give_up(self.lines, phrase):
                self.lines.leave()
                self.lines.not_understood(phrase.head)
        else:
            self.marks.take(Mark.NOT, instead=True)

    def fix(self, one: Chunk) -> None:
        """Sorry, actually, make it: what follows replaces what was said, unless it is joined on."""
        if self.corrects(one):
            self.fixing = one.role
        self.marks.clear()

    def cancel(self, one: Chunk) -> None:
        """Forget the X: the line goes, or the choice."""
        self.marks.clear()
        self.fixing = None
        phrase = noun_phrase(self.chunks, self.place, self.lexicon, self.lines.last)
        ahead = self.ahead()
        if phrase is None and ahead.entry.deals:
            for draft in self.lines.drafts:
                if set(draft.deals) & set(ahead.entry.deals):
                    draft.deals, draft.sides = (), []
            self.place = self.chunks.index(ahead) + 1
        elif phrase is not None:
            drop(self.lines, phrase)
            self.place = phrase.end
        elif self.ahead().entry.values:
            self.marks.take(Mark.NOT)
        else:
            drop(self.lines, None)

    def times(self, one: Chunk) -> None:
        """Times two, x 2."""
        ahead = self.ahead()
        if ahead.role is Role.NUMBER and self.lines.last is not None:
            self.lines.last.quantity = ahead.number
            self.place = self.chunks.index(ahead) + 1
