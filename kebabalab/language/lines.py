"""Lines: the drafts read so far, and which of them the next words are about."""

from __future__ import annotations

from dataclasses import replace

from kebabalab.language.chunks import Chunk
from kebabalab.language.deal_sides import replaces_kind, side_meant, take_side, unnamed_side, waits
from kebabalab.language.drafts import Draft, Said, filled, fits, is_single, opens
from kebabalab.language.english import Role
from kebabalab.language.lexicon import Lexicon
from kebabalab.language.names import NounPhrase, Part, has_deal
from kebabalab.language.references import alike, crowded, described, inherit, referred, replaced, same_group, takes
from kebabalab.models.item import Mark


class Lines:
    """Drafts in the order they were named, the ones at hand (`targets`), and words that had no place."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.drafts: list[Draft] = []
        self.targets: list[Draft] = []
        self.latest: list[tuple[Draft, Said]] = []  # said since the last pause: "on both" reaches back to these
        self.unknown: list[Chunk] = []
        self.orphans: list[Said] = []  # said before any item was named
        self.homeless = False  # something was said just now that no line has a place for
        self.rest: Draft | None = None  # what is left of a line that is being split
        self.swapping = False  # the same for a side of a deal
        self.given_up: Draft | None = None  # "swap X for": the line that goes when the other one comes
        self.before: Said | None = None  # the last thing that was said of the line before the split
        self.undecided: list[list[Draft]] = []  # lines of which the caller wants one, and did not say which
        self.side: Draft | None = None  # the side of a deal that was named just now
        self.at_hand: Draft | None = None  # the line of the cart that an edit is about, until another is named
        self.deal_ahead: Chunk | None = None  # a deal that was named before its item
        self.deals_left = 0  # for how many of the items that follow
        self.side_goes_on = False  # "with" was said of it: the list that follows is its own
        self.sentence = 0  # how many have ended
        self.wide = False  # "both", "all" was said: the targets are all that can be meant
        self.left = False  # the words at hand belong to something that is not sold

    def begin(self, drafts: list[Draft], at_hand: Draft | None) -> None:
        """Start with the lines of a cart, of which one is at hand as if it had been named last."""
        self.drafts, self.at_hand = drafts, at_hand
        self.turn([at_hand] if at_hand is not None else [])

    @property
    def last(self) -> Draft | None:
        """The draft that was named last."""
        if self.at_hand is not None and any(one is self.at_hand for one in self.drafts):
            return self.at_hand
        return self.drafts[-1] if self.drafts else None

    def pause(self) -> None:
        """A comma or the like: "on both" does not reach back beyond it."""
        self.latest = []

    def leave(self) -> None:
        """What follows is said of something that the menu does not have."""
        self.targets, self.left = [], True

    def not_understood(self, one: Chunk) -> None:
        """Keep a word that the menu does not have; neighbours make one phrase."""
        if self.unknown and 0 <= one.start - self.unknown[-1].end <= 1:
            before = self.unknown.pop()
            one = Chunk(one.role, one.entry, f"{before.words} {one.words}", before.start, one.end)
        self.unknown.append(one)

    def add(self, phrase: NounPhrase, parts: list[Part], fixing: Role | None, *, on: bool, join: Role | None) -> bool:
        """Add the lines that a noun phrase names, or turn to the line that it refers to; whether it referred."""
        part = parts[0]
        anew = join is Role.STOP
        if len(parts) == 1 and self.given_up is None:
            if part.definite and part.number is None:
                known = (
                    self._side_at_hand(phrase)
                    or referred(self.drafts, phrase, part)
                    or described(self.last, phrase, part, self.lexicon)
                    or side_meant(self.drafts, phrase, self.lexicon)
                )
                if known is not None:
                    self._turn_to(known, on)
                    return True
                if on and (self.orphans or self.homeless or self.latest):
                    self.take_back()
                    self.leave()  # "no X on the Y" orders no Y: which one is meant is asked
                    self.not_understood(phrase.head)
                    self.orphans = []
                    return False
            elif join is None and part.number in (None, 1):
                known = described(self.last, phrase, part, self.lexicon)
                if known is not None:
                    self._turn_to(known, on)
                    return True
            if not (anew and phrase.by_name) and self._portion(phrase, part, on=on):
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
            self.not_understood(phrase.head)  # "an X pie with Y", where Y is another pie and no choice
            return False
        moved = self.take_back() if on and join is None and self.latest and not part.definite else []
        made = [self.draft(phrase, one) for one in parts]
        made[0].said += moved  # "no X on a Y"
        goes_on = join is Role.AND and self.last is not None and self.last.with_before
        for draft in made:
            draft.with_before = join is Role.WITH or goes_on
            draft.begun = join in (Role.STOP, Role.AND)
        self._place(made, fixing)
        return False

    def _place(self, made: list[Draft], fixing: Role | None) -> None:
        old = self.given_up or self.last
        if old is not None and fixing is not None:
            if self.given_up is not None or replaced(old, made[0], fixing, self.lexicon):
                inherit(made[0], old, self.lexicon, singles_only=False)
                made[0].line = old.line if set(made[0].heads) & set(old.heads) else ""
                self.drafts = [draft for draft in self.drafts if draft is not old]
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
        self.orphans = []

    def turn(self, targets: list[Draft]) -> None:
        """The next words are about these lines."""
        self.targets, self.latest, self.rest, self.left, self.side = targets, [], None, False, None
        self.homeless = self.wide = self.swapping = False

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

    def _portion(self, phrase: NounPhrase, part: Part, *, on: bool) -> bool:
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
        if on and part.number is None and said is not None and not filled(self.lexicon, line, said[0].group):
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
            if holder is not draft:
                holder.said = [one for one in holder.said if one is not said]
                if not any(one is said for one in draft.said):
                    draft.said.append(said)
        self.targets, self.latest, self.left = [draft], [], False

    def take_back(self) -> list[Said]:
        """What was said since the last pause, taken off the lines that it was said of."""
        moved: list[Said] = []
        for draft, said in self.reaching():
            draft.said = [one for one in draft.said if one is not said]
            if not any(one is said for one in moved):
                moved.append(said)
        self.latest = []
        return moved

    def reaching(self) -> list[tuple[Draft, Said]]:
        """What was said since the last pause and can be meant for other lines."""
        several = [one for one in self.latest if not is_single(fits(self.lexicon, one[0].heads, one[1].chunk))]
        # "One X, one Y, Z on both": what only one can be taken of stays where it was said.
        return several or list(self.latest)

    def repeat(self) -> None:
        """The same again: a line like the last, of which something else may be said."""
        if self.last is not None:
            made = replace(self.last.copy(1), line="")
            self.drafts.append(made)
            self.turn([made])

    def say(self, said: Said, replacing: bool = False) -> None:
        """Something is said of the lines at hand; of the nearest line with a place for it if they have none."""
        if self.left:
            return
        takers = self._takers(said)
        if self.wide:
            # "A small one, two others, all large" leaves the small one small.
            takers = [draft for draft in takers if not crowded(draft, said, self.lexicon)] or takers
        if not takers:
            able = [draft for draft in reversed(self.drafts) if takes(draft, said, self.lexicon)]
            able += [side for draft in reversed(self.drafts) for side in draft.sides if takes(side, said, self.lexicon)]
            takers = [
                draft
                for draft in (able if self.wide else able[:1])
                if replacing or not crowded(draft, said, self.lexicon)
            ]
        if not takers:
            self._no_place(said)
        for draft in takers:
            found = fits(self.lexicon, draft.heads, said.chunk)
            if found is not None and is_single(found):
                group = found[0].group
                draft.said = [
                    one
                    for one in draft.said
                    if not ((replacing or one.inherited) and same_group(draft, one, group, self.lexicon))
                ]
            draft.said.append(said)
            self.latest.append((draft, said))

    def _takers(self, said: Said) -> list[Draft]:
        """The side that was named just now, else the lines at hand, else the sides of those; as far as it fits them."""
        if self.side is not None and takes(self.side, said, self.lexicon):
            return [self.side]
        able = [draft for draft in self.targets if takes(draft, said, self.lexicon)]
        sides = [side for draft in self.targets for side in draft.sides[-1:] if takes(side, said, self.lexicon)]
        return able or sides or unnamed_side(self.targets, said, self.lexicon)

    def _no_place(self, said: Said) -> None:
        if not self.drafts or self.drafts[-1].sentence != self.sentence:
            self.orphans.append(said)
            return
        self.homeless = True
        if said.mark is Mark.ALL or (said.mark not in (Mark.NOT, Mark.NONE) and said.chunk.entry.values):
            self.not_understood(said.chunk)

    def deny_before(self) -> None:
        """And one without: what was said of the other one is off for this one."""
        if self.targets and self.before is not None:
            self.say(Said(self.before.chunk, Mark.NOT))

    def group_of(self, one: Chunk) -> str:
        """The group that a value belongs to in the lines at hand, "" when it has no place in them."""
        found = fits(self.lexicon, self.target_heads(), one)
        if found is not None:
            return found[0].group
        return one.entry.values[0][0] if one.entry.values else ""

    def target_heads(self) -> tuple[str, ...]:
        """The items that the lines at hand may be."""
        return self.targets[-1].heads if self.targets else ()

    def filled(self, group: str) -> bool:
        """Whether the line at hand has something of this group already."""
        return bool(self.targets) and filled(self.lexicon, self.targets[-1], group)

    def split(self, line: Draft, count: int) -> None:
        """So many of a line become one of their own, which the next words are about; the others are the rest."""
        self.before = self.latest[-1][1] if self.latest else None
        if count == line.quantity and not line.uncounted:
            line.splitting = False
            self.turn([line])
            return
        part = line.copy(count)
        for side in part.sides:
            side.inherited = True
        if line.uncounted:
            part.counted, part.uncounted = True, False
        else:
            line.quantity -= count
        line.splitting = True
        line.said = [replace(one, inherited=True) for one in line.said]
        self.drafts.insert(next(n for n, draft in enumerate(self.drafts) if draft is line), part)
        self.turn([part])
        self.rest = line

    def finish(self) -> None:
        """Nothing follows: choices that no item was named for are not understood."""
        self.drafts = [draft for draft in self.drafts if not draft.uncounted]
        for said in self.orphans:
            if said.mark is not Mark.NOT and said.chunk.entry.values:
                self.not_understood(said.chunk)
