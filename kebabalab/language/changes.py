"""The steps of the reading that change what was said before, or say it again."""

from __future__ import annotations

from dataclasses import replace

from kebabalab.language import amends, scopes
from kebabalab.language.chunks import Chunk
from kebabalab.language.corrections import COPULAS
from kebabalab.language.english import Role
from kebabalab.language.names import NounPhrase
from kebabalab.language.naming import Naming
from kebabalab.language.noun_phrases import noun_phrase
from kebabalab.language.references import referred
from kebabalab.models.item import Mark


class Changing(Naming):
    """Swaps, corrections, cancellations, repeats."""

    def swap(self, one: Chunk) -> None:
        """Instead of X, swap X for Y: X is off; a line that is named goes when the other one comes."""
        phrase = noun_phrase(self.chunks, self.place, self.lexicon, self.lines.last) if one.role is Role.SWAP else None
        if phrase is not None:
            self.place, self.fixing = phrase.end, Role.FIX
            if not amends.give_up(self.lines, phrase):
                self.lines.leave()
                self.lines.not_understood(phrase.head)
        else:
            self.marks.take(Mark.NOT, instead=True)

    def fix(self, one: Chunk) -> None:
        """Sorry, actually, make it: what follows replaces what was said, unless it is joined on."""
        if self.corrects(one):
            self.lines.relisting = False
            if one.words in COPULAS and len(self.lines.targets) == 1 and self._item_ahead():
                self.lines.given_up = self.lines.targets[0]  # "the X should be a Y"
            self.fixing = Role.FIX if one.role is Role.CANCEL else one.role
        self.marks.clear()

    def _item_ahead(self) -> bool:
        return noun_phrase(self.chunks, self.place, self.lexicon, None) is not None

    def cancel(self, one: Chunk) -> None:
        """Forget the X: the line goes, or the choice."""
        self.marks.clear()
        self.fixing = None
        phrase = noun_phrase(self.chunks, self.place, self.lexicon, self.lines.last)
        ahead = self.ahead()
        if phrase is None and ahead.entry.deals:
            amends.end_deals(one for one in self.lines.drafts if set(one.deals) & set(ahead.entry.deals))
            self.place = self.chunks.index(ahead) + 1
        elif phrase is not None and not self._names_line(one, phrase):
            self.fix(one)  # "never mind, an X": it comes in the place of what was said
        elif phrase is not None:
            amends.drop(self.lines, phrase)
            self.place = phrase.end
        elif ahead.role is Role.NOT:
            return  # "cancel that, no X": X is off, and the line stays
        elif ahead.entry.values:
            self.marks.take(Mark.NOT)
        else:
            amends.drop(self.lines, None)

    def _names_line(self, one: Chunk, phrase: NounPhrase) -> bool:
        """Whether "forget the X" speaks of what was ordered."""
        named = one.words.endswith(" the") or phrase.parts[-1].definite
        return named or referred(self.lines.drafts, phrase, phrase.parts[-1]) is not None

    def times(self, one: Chunk) -> None:
        """Times two, x 2."""
        ahead = self.ahead()
        if ahead.role is Role.NUMBER and self.lines.last is not None:
            self.lines.last.quantity = ahead.number
            self.place = self.chunks.index(ahead) + 1

    def same(self) -> None:
        """The same again; the same salad; "the same size in a Y" is a Y of that size."""
        ahead = self.chunks[self.place : self.place + 2]
        groups = ahead[0].entry.groups if ahead and not ahead[0].entry.items else ()
        if not groups:
            if self.join not in (None, Role.WITH) or not scopes.take_over_all(self.lines):
                self.lines.repeat()
            return
        self.place += 1
        if ahead[1:] and ahead[1].role is Role.ON and ahead[1].words.endswith(" a"):
            self.chunks[self.place] = replace(ahead[1], role=Role.ARTICLE)
            before, self.join = len(self.lines.drafts), Role.AND
            if not self.item(self.place) or len(self.lines.drafts) == before:
                return
        scopes.take_over(self.lines, groups)

    def half(self, one: Chunk) -> None:
        """Half of them: as many of the line before as the rest."""
        scopes.take_half(self.lines, self.ahead())
