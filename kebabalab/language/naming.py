"""The step of the reading that names an item: where it starts, and whether it is a new line, an old one, or none."""

from __future__ import annotations

from kebabalab.language import amends, scopes
from kebabalab.language.drafts import fits, is_single
from kebabalab.language.english import Role
from kebabalab.language.names import NounPhrase, Part
from kebabalab.language.noun_phrases import arms, not_on_the_menu, noun_phrase
from kebabalab.language.references import referred
from kebabalab.language.standing import Standing
from kebabalab.models.item import Mark


class Naming(Standing):
    """Reads items."""

    def item(self, place: int) -> bool:
        """Read an item that starts here, if one does."""
        phrase = noun_phrase(self.chunks, place, self.lexicon, self.lines.rest or self.lines.last)
        if phrase is None and self.join is Role.STOP and self.begins_with_single(place):
            phrase = noun_phrase(self.chunks, place, self.lexicon, None)  # "... A large Y", where Y is also a choice
        if phrase is None:
            return self._unknown_item(place)
        parts = arms(phrase, self.lexicon, self.lines.last, self.lines.rest)
        if parts is None or self._is_on_last(phrase) or not self._may_start(place, phrase, len(parts)):
            return False
        self.place = phrase.end
        if self.marks.is_fresh(Mark.NOT):
            definite = parts[0].definite or self.chunks[place - 1].words.endswith(" the")
            if (self.fixing is not None or definite) and len(parts) == 1:
                amends.drop(self.lines, phrase)  # "an X, actually no X", "leave out the X"
                self.fixing = None
            self.marks.clear()  # "no X": nothing of it is ordered
            return True
        if len(parts) == 1 and self._only_so_many(place, phrase, parts[0]):
            self.after_name()
            return True
        replaced = self.fixing
        if replaced is Role.OOPS and any(one.role is Role.ALSO for one in self.chunks[phrase.end : phrase.end + 2]):
            replaced = None
        if (
            self.join is Role.OR
            and replaced is None
            and len(parts) == 1
            and scopes.leave_open(self.lines, phrase, parts[0])
        ):
            self.after_name()
            return True
        alone = self.fixing is not None and self.marks.is_fresh(Mark.ONLY)
        known = self.lines.add(phrase, parts, replaced, on=self.on, join=self.join)
        if known and parts[0].deal is not None:
            amends.make_deal(self.lines, parts[0].deal, 1)  # "make the Xs meals"
        elif known and alone:
            amends.end_deals(self.lines.targets)  # "actually just the X"
        self.after_name(replaced if known else None)
        return True

    def _only_so_many(self, place: int, phrase: NounPhrase, part: Part) -> bool:
        """Whether "I only want one X" says how many there are to be of a line of the cart; then there are."""
        only = any(one.role is Role.ONLY for one in self.chunks[max(0, place - 3) : place])
        known = referred(self.lines.drafts, phrase, part) if only and part.number else None
        if known is None or not known.line or part.number is None:
            return False
        known.quantity = part.number
        self.lines.turn([known])
        return True

    def _may_start(self, place: int, phrase: NounPhrase, count: int) -> bool:
        one = self.chunks[place]
        if one.role is not Role.MENU or one is phrase.head or not self.lines.targets:
            return True
        found = fits(self.lexicon, self.lines.targets[-1].heads, one)
        if found is None:
            return True
        if fits(self.lexicon, phrase.heads, one) is None and one in phrase.parts[0].values:
            return False  # "on a Y and an X": Y is said of what was named before
        behind = phrase.parts[0].values[1:2] if self.join is None else []
        if behind and not self.lines.filled(found[0].group) and self.lines.filled(self.lines.group_of(behind[0])):
            return False  # "a large X thin crust large Y": the crust is of X
        if self.join in (None, Role.WITH, Role.AND) and self._goes_with_last(phrase, found[0].group):
            return False  # "a large X thin crust and small Y"
        if not is_single(found):
            whole = len(phrase.parts) == 1 and one in phrase.parts[0].values
            if whole and self.join in (Role.AND, Role.COMMA) and not self._lists(place):
                return True  # "an X and salted Y"
            return self.join is Role.STOP and count == 1
        return count == 1 or self.join in scopes.SEPARATORS or self.lines.filled(found[0].group)

    def _lists(self, place: int) -> bool:
        """Whether the last word of the menu before this place was one of several choices: a list goes on with it."""
        before = next((one for one in reversed(self.chunks[:place]) if one.role is Role.MENU), None)
        found = fits(self.lexicon, self.lines.target_heads(), before) if before is not None else None
        return found is not None and not is_single(found)

    def _is_on_last(self, phrase: NounPhrase) -> bool:
        """Whether "on a thin crust and a large Y" speaks first of the line before, which has no crust yet."""
        first, *others = phrase.parts
        if not (self.on and self.join is None and others and first.values and self.lines.targets):
            return False
        found = [fits(self.lexicon, self.lines.targets[-1].heads, one) for one in first.values]
        return all(one is not None and is_single(one) and not self.lines.filled(one[0].group) for one in found)

    def _unknown_item(self, place: int) -> bool:
        """Choices with a name that the menu does not have ("a large pancake") order nothing."""
        targets = self.lines.targets
        if self.join is Role.WITH or (targets and self.join not in scopes.SEPARATORS and self.join is not Role.ORDER):
            return False
        found = not_on_the_menu(self.chunks, place, targets[-1] if targets else None, self.lexicon)
        if found is None:
            return False
        name, self.place = found
        self.lines.leave()
        self.lines.not_understood(name)
        self.join = None
        return True

    def _goes_with_last(self, phrase: NounPhrase, group: str) -> bool:
        """Whether what stands before the first "and" of a phrase is a choice that the line before has still to make."""
        first, *others = phrase.parts
        if first.number is not None or not others:
            return False
        if self.lines.filled(group):
            return (
                self.took_over(group) and self.join is not Role.AND
            )  # "two large Xs, one with Y and one small and a small Z"
        return self.join is Role.WITH or not any(
            group == made for part in others for one in part.values for made, _ in one.entry.values
        )
