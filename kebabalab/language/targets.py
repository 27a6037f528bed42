"""Targets: the drafts read so far, which of them the next words are about, and what is said of these."""

from __future__ import annotations

from dataclasses import replace

from kebabalab.language.chunks import Chunk
from kebabalab.language.deal_sides import unnamed_side
from kebabalab.language.drafts import Draft, Said, filled, fits, is_single
from kebabalab.language.lexicon import Lexicon
from kebabalab.language.references import crowded, same_group, takes
from kebabalab.models.item import Mark


class Targets:
    """Drafts in the order they were named, the ones at hand (`targets`), and words that had no place."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.drafts: list[Draft] = []
        self.targets: list[Draft] = []
        self.latest: list[tuple[Draft, Said]] = []  # said since the last pause: "on both" reaches back to these
        self.unknown: list[Chunk] = []
        self.orphans: list[Said] = []  # said before any item was named
        self.orphans_stay = False  # "on both": the next line takes them over, and the one behind it
        self.orphans_taken = False  # by the first of the two
        self.homeless = False  # something was said just now that no line has a place for
        self.rest: Draft | None = None  # what is left of a line that is being split
        self.swapping = False  # the same for a side of a deal
        self.given_up: Draft | None = None  # "swap X for": the line that goes when the other one comes
        self.swapped: set[str] = set()  # lines of the cart that went so
        self.before: Said | None = None  # the last thing that was said of the line before the split
        self.undecided: list[list[Draft]] = []  # lines of which the caller wants one, and did not say which
        self.side: Draft | None = None  # the side of a deal that was named just now
        self.at_hand: Draft | None = None  # the line of the cart that an edit is about, until another is named
        self.deal_ahead: Chunk | None = None  # a deal that was named before its item
        self.deals_left = 0  # for how many of the items that follow
        self.side_goes_on = False  # "with" was said of it: the list that follows is its own
        self.sentence = 0  # how many have ended
        self.relisting = False  # "no, two Xs": lines are named anew, each with its number
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

    def turn(self, targets: list[Draft]) -> None:
        """The next words are about these lines."""
        self.targets, self.latest, self.rest, self.left, self.side = targets, [], None, False, None
        self.homeless = self.wide = self.swapping = False

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
