"""Lines: what a noun phrase adds to the drafts, or which of them it speaks of."""

from __future__ import annotations

from dataclasses import replace

from kebabalab.language.chunks import Chunk
from kebabalab.language.deal_sides import replaces_kind, side_meant, take_side, waits
from kebabalab.language.drafts import Draft, Said, filled, fits, opens
from kebabalab.language.english import PHRASES, Role
from kebabalab.language.kinds import FEWEST, is_of_kind, names_kind
from kebabalab.language.names import NounPhrase, Part, has_deal
from kebabalab.language.references import alike, crowded, described, inherit, referred, replaced, takes
from kebabalab.language.targets import Targets
from kebabalab.models.item import Mark


class Lines(Targets):
    """The lines of an order while it is read."""

    def add(self, phrase: NounPhrase, parts: list[Part], fixing: Role | None, *, on: bool, join: Role | None) -> bool:
        """Add the lines that a noun phrase names, or turn to the line that it refers to; whether it referred."""
        part = parts[0]
        anew = join is Role.STOP
        if fixing is not None and self._counted_anew(phrase, parts):
            return True
        fixing = None if self.relisting else fixing
        if len(parts) == 1 and self.wide and self._tells_kind(phrase, part):
            return True
        if len(parts) == 1 and self.given_up is None:
            known = self._known(phrase, part, join, on=on)
            if known is not None:
                self._turn_to(known, on)
                return True
            definite = part.definite and part.number is None
            if definite and on and self.lexicon.has_cart and (self.orphans or self.homeless or self.latest):
                self.take_back()
                self.leave()  # "no X on the Y" orders no Y: which one is meant is asked
                self.not_understood(phrase.head)
                self.orphans = []
                return False
            if not (anew and phrase.by_name) and self._portion(phrase, part, join, on=on):
                return False
            if self._side(phrase, part, fixing):
                self.swapping = False
                return False
            if self.swapping:
                self.leave()  # a deal is not lost over a side that it can't have
                self.not_understood(phrase.head)
                return False
        bare = len(parts) == 1 and part.number is None and not part.values
        if join is Role.WITH and bare and self.last is not None and alike(self.lexicon, self.last.heads, phrase.heads):
            # "An X pie with Y", where Y is another pie: it is no choice, but may be two by its name.
            choices = self._choices_named(phrase.head)
            for one in choices:
                self.say(Said(one))
            if not choices:
                self.not_understood(phrase.head)
            return False
        moved = self.take_back() if on and join is None and self.latest and not part.definite else []
        self._fill_up(phrase, parts)
        made = [self.draft(phrase, one) for one in parts]
        made[0].said += moved  # "no X on a Y"
        goes_on = join is Role.AND and self.last is not None and self.last.with_before
        for draft in made:
            draft.with_before = join is Role.WITH or goes_on
            draft.begun = join in (Role.STOP, Role.AND)
        self._place(made, fixing)
        return False

    def _choices_named(self, one: Chunk) -> list[Chunk]:
        """The choices of the line at hand that an item's name is made of ("plums and pears"); none where it is not."""
        found: list[Chunk] = []
        start = one.start
        for word in one.words.split():
            node = self.lexicon.trie.after.get(word)
            entry = node.entry if node is not None else None
            end = start + len(word)
            if entry is not None and entry.values:
                found.append(Chunk(Role.MENU, replace(entry, items=(), implies=()), word, start, end))
            elif PHRASES.get(word) is not Role.AND:
                return []
            start = end + 1
        fitting = all(fits(self.lexicon, self.target_heads(), choice) is not None for choice in found)
        return found if fitting and len(found) > 1 else []

    def _tells_kind(self, phrase: NounPhrase, part: Part) -> bool:
        """Whether "two pies, both plum" says which pies they are."""
        last = self.last
        if last is None or last.quantity < FEWEST or part.number is not None or part.definite or part.deal is not None:
            return False
        if not is_of_kind(phrase.heads[0], names_kind(last, self.lexicon), self.lexicon):
            return False
        last.heads, last.chunk = phrase.heads, phrase.head
        last.said += [Said(value) for value in (*part.values, *phrase.after)]
        self._turn_to(last, on=False)
        return True

    def _known(self, phrase: NounPhrase, part: Part, join: Role | None, *, on: bool) -> Draft | None:
        """The line that "the X" speaks of, or that "one" describes further."""
        if part.definite and part.number is None:
            return (
                self._side_at_hand(phrase)
                or referred(self.drafts, phrase, part)
                or described(self.last, phrase, part, self.lexicon)
                or side_meant(self.drafts, phrase, self.lexicon)
            )
        describes = join is None and part.number in (None, 1)
        bare = not (part.values or part.unknown or part.deal or phrase.after)
        if describes and bare and (part.number is None or on):
            named = self.side or self.last
            if named is not None and named.chunk.entry.implies and set(named.heads) & set(phrase.heads):
                return named  # "a Y for a snack", where Y says that it is one
        return described(self.last, phrase, part, self.lexicon) if describes else None

    def _counted_anew(self, phrase: NounPhrase, parts: list[Part]) -> bool:
        """Whether "an X and a Y, no, two Xs and two Ys" gives a line of several another number."""
        part = parts[0]
        known = referred(self.drafts, phrase, part) if len(parts) == 1 and len(self.drafts) > 1 else None
        if known is None or part.number is None or not (part.values or phrase.after) or part.deal:
            return False
        known.quantity, self.relisting = part.number, True
        self._turn_to(known, on=False)
        return True

    def _fill_up(self, phrase: NounPhrase, parts: list[Part]) -> None:
        """ "Four cans, two X, one Y, one Z": of what is left of the cans nothing is, where Z is something else of the
        kind.
        """
        rest, kinds = self.rest, self.lexicon.kinds
        if rest is None or len(parts) != 1 or parts[0].number != rest.quantity or set(rest.heads) & set(phrase.heads):
            return
        if kinds[rest.heads[0]].category == kinds[phrase.heads[0]].category and not rest.said:
            self.drafts = [draft for draft in self.drafts if draft is not rest]

    def _place(self, made: list[Draft], fixing: Role | None) -> None:
        old = self.given_up or self.last
        if old is not None and fixing is not None:
            if self.given_up is not None or replaced(old, made[0], fixing, self.lexicon):
                inherit(made[0], old, self.lexicon, singles_only=False)
                made[0].line = old.line if set(made[0].heads) & set(old.heads) else ""
                self.drafts = [draft for draft in self.drafts if draft is not old]
            if self.given_up is not None and old.line:
                self.swapped.add(old.line)
            self.given_up = None
        if len(made) == 1 and made[0].with_before and replaces_kind(self.drafts, made[0], self.lexicon):
            self.drafts.pop()
        self.drafts += made
        self.at_hand = None
        self.turn(made)
        # What does not all fit the first item was said of something else, which was not understood.
        fitting = all(takes(made[0], said, self.lexicon) for said in self.orphans)
        for said in self.orphans:
            if fitting and not crowded(made[0], said, self.lexicon):
                self.say(said)
            elif not fitting and said.mark is not Mark.NOT and said.chunk.entry.values:
                self.not_understood(said.chunk)
        self.orphans = self.orphans if self.orphans_stay else []
        self.orphans_stay, self.orphans_taken = False, self.orphans_stay

    def draft(self, phrase: NounPhrase, part: Part) -> Draft:
        """The draft that one arm of a noun phrase makes."""
        counted = part.number is not None
        draft = Draft(phrase.heads, phrase.head, 1 if part.number is None else part.number, counted)
        draft.sentence = self.sentence
        draft.said = [Said(value) for value in (*part.values, *phrase.after)]
        deal = part.deal or self.deal_ahead
        if deal is not None and has_deal(self.lexicon, phrase.heads, deal):
            draft.deals, draft.deal_chunk = deal.entry.deals, deal
            if deal is self.deal_ahead:
                several = not counted and phrase.head.words.endswith("s")
                draft.quantity = max(1, self.deals_left) if several else draft.quantity
                self.deals_left -= draft.quantity
            self.deal_ahead = self.deal_ahead if self.deals_left > 0 else None
        if phrase.pronoun and self.last is not None:
            inherit(draft, self.last, self.lexicon, singles_only=True)
        for one in part.unknown:
            self.not_understood(one)
        return draft

    def _portion(self, phrase: NounPhrase, part: Part, join: Role | None, *, on: bool) -> bool:
        """Let "three X" be some of "six", where X is the choice that is open, and "in an X" that; whether it is so."""
        side = next((draft for draft in self.targets if not any(draft is one for one in self.drafts)), None)
        named_by_choice = bool(phrase.head.entry.implies) and phrase.after == [phrase.head] and not part.values
        if not named_by_choice:
            return False
        if side is not None and set(side.heads) & set(phrase.heads):
            said = fits(self.lexicon, side.heads, phrase.head)
            if said is not None and not filled(self.lexicon, side, said[0].group):
                self.say(Said(phrase.head))
                return True
        line = self.rest or self.last
        if line is None or not set(line.heads) & set(phrase.heads):
            return False
        said = fits(self.lexicon, line.heads, phrase.head)
        # "An X in a can", "an X, please, can".
        behind = on or (part.number is None and line is self.last and join is not Role.AND)
        if behind and part.number is None and said is not None and not filled(self.lexicon, line, said[0].group):
            self.say(Said(phrase.head))
            return True
        if not opens(self.lexicon, line, part.number, phrase.head) or part.number is None:
            return False
        self.split(line, part.number)
        self.say(Said(phrase.head))
        return True

    def _side(self, phrase: NounPhrase, part: Part, fixing: Role | None) -> bool:
        """Let the deal at hand take the item as its side; whether it did."""
        deals = [draft for draft in reversed(self.drafts) if draft.deals]
        deal = next((one for one in deals if self._at_hand(one)), None)
        deal = deal or next((one for one in deals if waits(one, self.drafts, phrase, self.lexicon)), None)
        if deal is None or part.deal is not None:
            return False
        if fixing is not None:
            deal.sides = [side for side in deal.sides if not set(side.heads) & set(phrase.heads)]
        ahead = self.deal_ahead, self.deals_left
        side = self.draft(phrase, part)
        if not take_side(deal, side, self.drafts, self.lexicon):
            self.deal_ahead, self.deals_left = ahead
            return False
        for other in self.targets if self.wide else ():
            if other is not deal:
                take_side(other, replace(side), self.drafts, self.lexicon)
        self.side, self.side_goes_on = side, False
        return True

    def _side_at_hand(self, phrase: NounPhrase) -> Draft | None:
        """The side of the deal named last that "the X" speaks of, unless an X was named in the same sentence."""
        last = self.last
        if last is None or not last.deals or last.sentence != self.sentence:
            return None
        if any(draft.sentence == self.sentence and set(draft.heads) & set(phrase.heads) for draft in self.drafts):
            return None
        return side_meant([last], phrase, self.lexicon)

    def leave_side(self) -> None:
        """A comma or "and": what follows is the line's again, but in a list of the side's own."""
        if not self.side_goes_on:
            self.side = None

    def _at_hand(self, deal: Draft) -> bool:
        """Whether the next words can be about a deal: it was named just now, or one of its sides was."""
        return any(one is target for one in (deal, *deal.sides) for target in self.targets)

    def _turn_to(self, draft: Draft, on: bool) -> None:
        """The next words are about this line; "X on the Y" brings what was just said of another along."""
        for holder, said in self.reaching() if on else []:
            if holder is not draft and takes(draft, said, self.lexicon):
                holder.said = [one for one in holder.said if one is not said]
                if not any(one is said for one in draft.said):
                    draft.said.append(said)
        self.targets, self.latest, self.left = [draft], [], False

    def repeat(self) -> None:
        """The same again: a line like the last, of which something else may be said."""
        if self.last is not None:
            made = replace(self.last.copy(1), line="")
            self.drafts.append(made)
            self.turn([made])

    def finish(self) -> None:
        """Nothing follows: choices that no item was named for are not understood."""
        self.drafts = [draft for draft in self.drafts if not draft.uncounted]
        for said in self.orphans if not self.orphans_taken else ():
            if said.mark is not Mark.NOT and said.chunk.entry.values:
                self.not_understood(said.chunk)
