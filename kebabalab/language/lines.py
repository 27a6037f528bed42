"""Lines: the drafts read so far, and which of them the next words are about."""

from __future__ import annotations

from dataclasses import replace

from kebabalab.language.chunks import Chunk
from kebabalab.language.drafts import Draft, Said, filled, fits, has_group, is_single
from kebabalab.language.english import Role
from kebabalab.language.lexicon import Lexicon
from kebabalab.language.noun_phrases import NounPhrase, Part
from kebabalab.models.item import Mark

_ORDINALS = {"first": 0, "second": 1, "2nd": 1, "third": 2, "fourth": 3}
_SAYS = frozenset((Role.WITH, Role.NOT, Role.EXTRA, Role.LIGHT, Role.ONLY, Role.PLAIN, Role.ALL, Role.EXCEPT))


class Lines:
    """Drafts in the order they were named, the ones at hand (`targets`), and words that had no place."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.drafts: list[Draft] = []
        self.targets: list[Draft] = []
        self.latest: list[tuple[Draft, Said]] = []  # said since the last pause: "on both" reaches back to these
        self.unknown: list[Chunk] = []
        self.orphans: list[Said] = []
        self.rest: Draft | None = None  # what is left of a line that is being split
        self.groups = 0
        self.given_up: Draft | None = None  # "swap X for": the line that goes when the other one comes
        self.left = False  # the words at hand belong to something that is not sold

    @property
    def last(self) -> Draft | None:
        """The draft that was named last."""
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

    def add(
        self, phrase: NounPhrase, parts: list[Part], fixing: Role | None, *, named_on: bool, joined: bool
    ) -> bool:
        """Add the lines that a noun phrase names, or turn to the line that it refers to; whether it referred."""
        if len(parts) == 1 and self.given_up is None:
            known = self._meant(phrase, parts[0], joined)
            if known is not None:
                self._turn_to(known, named_on)
                return True
            if fixing is None and self._side(phrase, parts[0]):
                return False
        self.groups += 1
        made = [self._draft(phrase, part) for part in parts]
        old = self._replaced(made[0], fixing) if fixing is not None else None
        if old is not None:
            self._inherit(made[0], old)
            self.drafts = [draft for draft in self.drafts if draft is not old]
        self.drafts += made
        self.targets, self.latest, self.rest, self.left = made, [], None, False
        for said in self.orphans:
            found = fits(self.lexicon, made[0].heads, said.chunk)
            if not said.chunk.entry.values or (
                found is not None and not (is_single(found) and filled(self.lexicon, made[0], found[0].group))
            ):
                self.say(said)
        self.orphans = []
        return False

    def _meant(self, phrase: NounPhrase, part: Part, joined: bool) -> Draft | None:
        """The line that was named before, where the phrase speaks of it: "the X", or "a kebab, a large one"."""
        if part.number is not None and part.number != 1:
            return None
        if part.definite:
            return self._referred(phrase, part)
        last = self.last
        if not phrase.pronoun or joined or last is None or last.quantity != 1:
            return None
        found = [fits(self.lexicon, last.heads, value) for value in part.values]
        if any(one is None or filled(self.lexicon, last, one[0].group) for one in found):
            return None
        last.said += [Said(value) for value in part.values]
        return last

    def _side(self, phrase: NounPhrase, part: Part) -> bool:
        """Let the deal at hand take the item as its side; whether it did ("a meal with a small X")."""
        deal = next((draft for draft in reversed(self.targets) if draft.deals), None)
        if deal is None or part.deal is not None:
            return False
        item = next((head for head in phrase.heads if head in self._side_items(deal)), None)
        if item is None:
            return False
        side = self._draft(phrase, part)
        side.heads = (item,)
        return self._take_side(deal, side)

    def _side_items(self, deal: Draft) -> list[str]:
        deals = [d for head in deal.heads for d in self.lexicon.kinds[head].deals if d in deal.deals]
        return list(self.lexicon.deal_sides[deals[0]].values()) if deals else []

    def _take_side(self, deal: Draft, side: Draft) -> bool:
        taken = [one for one in deal.sides if one.heads == side.heads]
        if side.quantity not in (1, deal.quantity):
            return False
        if len(taken) < self._side_items(deal).count(side.heads[0]):
            deal.sides.append(side)
            return True
        if any(one.inherited for one in taken):
            deal.sides = [one for one in deal.sides if one not in taken] + [side]
            return True
        # "Two meals, with a cola and a lemonade": one each.
        if deal.quantity > 1 and side.quantity == 1 and taken[-1].quantity == 1:
            other = deal.copy(1)
            other.sides = [one for one in deal.sides if one not in taken] + [side]
            deal.quantity -= 1
            self.drafts.append(other)
            return True
        return False

    def give_up(self, phrase: NounPhrase) -> bool:
        """Swap X for: remember the line X, which goes when the other one is named; whether there is one."""
        self.given_up = self._referred(phrase, phrase.parts[-1])
        return self.given_up is not None

    def _draft(self, phrase: NounPhrase, part: Part) -> Draft:
        counted = part.number is not None
        draft = Draft(phrase.heads, phrase.head, 1 if part.number is None else part.number, counted)
        draft.shared = self.groups
        draft.said = [Said(value) for value in (*part.values, *phrase.after)]
        if part.deal is not None:
            draft.deals, draft.deal_chunk = part.deal.entry.deals, part.deal
        if phrase.pronoun and self.last is not None:
            self._inherit(draft, self.last, singles=False)
        for one in part.unknown:
            self.not_understood(one)
        return draft

    def _referred(self, phrase: NounPhrase, part: Part) -> Draft | None:
        """The line that "the X" speaks of, if it was named before."""
        for draft in reversed(self.drafts):
            if not set(draft.heads) & set(phrase.heads):
                continue
            if all(self._holds(draft, value) for value in (*part.values, *phrase.after)):
                return draft
        return None

    def _holds(self, draft: Draft, value: Chunk) -> bool:
        return any(set(said.chunk.entry.values) & set(value.entry.values) for said in draft.said)

    def _turn_to(self, draft: Draft, named_on: bool) -> None:
        if named_on and self.latest:
            for holder, said in self.latest:
                if holder is not draft:
                    holder.said = [one for one in holder.said if one is not said]
                    draft.said.append(said)
        self.targets, self.latest, self.left = [draft], [], False

    def _replaced(self, made: Draft, fixing: Role) -> Draft | None:
        """The line that a correction stands in place of."""
        if self.given_up is not None:
            old, self.given_up = self.given_up, None
            return old
        old = self.last
        if old is None:
            return None
        alike = bool(set(old.heads) & set(made.heads))
        if alike or fixing is Role.FIX:
            return old
        shared = {group for head in made.heads for group in self.lexicon.kinds[head].slots}
        return old if fixing is Role.OOPS and shared & {g for h in old.heads for g in self.lexicon.kinds[h].slots} else None

    def _inherit(self, made: Draft, old: Draft, singles: bool = True) -> None:
        """Let a corrected line keep what was not said anew."""
        if not set(old.heads) & set(made.heads):
            return
        if singles and not made.counted:
            made.quantity, made.counted = old.quantity, old.counted
        if singles and not made.deals:
            made.deals, made.deal_chunk = old.deals, old.deal_chunk
        for said in old.said:
            found = fits(self.lexicon, made.heads, said.chunk)
            if found is not None and filled(self.lexicon, made, found[0].group):
                continue
            if singles or is_single(found):
                made.said.insert(0, said)

    def say(self, said: Said, replacing: bool = False) -> None:
        """Something is said of the lines at hand; of the nearest line with a place for it if they have none."""
        if self.left:
            return
        takers = [draft for draft in self.targets if self._takes(draft, said)]
        if not takers and self.drafts:
            takers = [draft for draft in reversed(self.drafts) if self._takes(draft, said)][:1]
            if takers and is_single(fits(self.lexicon, takers[0].heads, said.chunk)) and not replacing:
                found = fits(self.lexicon, takers[0].heads, said.chunk)
                if found is not None and filled(self.lexicon, takers[0], found[0].group):
                    takers = []
        if not takers:
            self._no_place(said)
            return
        for draft in takers:
            found = fits(self.lexicon, draft.heads, said.chunk)
            if found is not None and is_single(found):
                group = found[0].group
                draft.said = [
                    one for one in draft.said if self._group(draft, one) != group or not (replacing or one.inherited)
                ]
            draft.said.append(said)
            self.latest.append((draft, said))

    def _group(self, draft: Draft, said: Said) -> str:
        found = fits(self.lexicon, draft.heads, said.chunk)
        return found[0].group if found is not None else ""

    def _takes(self, draft: Draft, said: Said) -> bool:
        if said.chunk.role is not Role.MENU:
            slots = [slot for head in draft.heads for slot in self.lexicon.kinds[head].slots.values()]
            return any(slot.has_lot or slot.emptied_by_plain for slot in slots)
        if said.chunk.entry.values:
            return fits(self.lexicon, draft.heads, said.chunk) is not None
        return has_group(self.lexicon, draft.heads, said.chunk)

    def _no_place(self, said: Said) -> None:
        if not self.drafts:
            self.orphans.append(said)
        elif said.mark not in (Mark.NOT, Mark.NONE) and said.chunk.entry.values:
            self.not_understood(said.chunk)

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

    def said_all(self) -> bool:
        """Whether the last thing said was "everything"."""
        return bool(self.latest) and self.latest[-1][1].mark is Mark.ALL

    def widen(self, role: Role) -> None:
        """Both, each: what follows is said of several lines."""
        self.targets, self.left = self._several(role), False

    def spread(self, role: Role) -> None:
        """On both: what was said since the last pause is said of several lines."""
        lines = self._several(role)
        several = [said for draft, said in self.latest if not is_single(fits(self.lexicon, draft.heads, said.chunk))]
        # "one X, one Y, Z on both": what only one can be taken of stays where it was said.
        moved = {id(said): said for said in several or [said for _, said in self.latest]}.values()
        for said in moved:
            for draft in lines:
                if not any(one is said for one in draft.said) and self._takes(draft, said):
                    draft.said.append(said)
        self.targets = lines

    def _several(self, role: Role) -> list[Draft]:
        last = self.last
        if last is None:
            return []
        alike = [draft for draft in self.drafts if set(self._slots(draft)) & set(self._slots(last))]
        if role is Role.BOTH:
            return [last] if last.quantity == 2 and last.shared not in [d.shared for d in alike[:-1]] else alike[-2:]
        return alike

    def _slots(self, draft: Draft) -> tuple[str, ...]:
        return tuple(group for head in draft.heads for group in self.lexicon.kinds[head].slots)

    def take_some(self, count: int, ahead: Chunk, said: bool, joined: bool) -> bool:
        """Some of the line before ("one with", "two of them no"), or one more like it ("and a small lamb")."""
        last = self.rest or self.last
        if last is None:
            return False
        single = is_single(fits(self.lexicon, last.heads, ahead)) if ahead.entry.values else False
        many = ahead.entry.values and not single and fits(self.lexicon, last.heads, ahead) is not None
        speaks = ahead.role in _SAYS or single or (bool(many) and said)
        if not speaks:
            return False
        open_line = self.rest is not None or (last is self.last and last.quantity > 1)
        if open_line and 0 < count <= last.quantity and (said or single):
            self._split(last, count)
            return True
        if single or (said and joined and ahead.role in _SAYS):
            self._another(last, count, keep=not single)
            return True
        return False

    def _split(self, line: Draft, count: int) -> None:
        if count == line.quantity:
            self.targets, self.latest, self.rest = [line], [], None
            return
        part = line.copy(count)
        for side in part.sides:
            side.inherited = True
        line.quantity -= count
        line.said = [replace(one, inherited=True) for one in line.said]
        self.drafts.insert(next(n for n, draft in enumerate(self.drafts) if draft is line), part)
        self.targets, self.latest, self.rest = [part], [], line

    def _another(self, line: Draft, count: int, keep: bool) -> None:
        made = Draft(line.heads, line.chunk, count, True)
        if keep:
            self._inherit(made, line, singles=False)
        self.drafts.append(made)
        self.targets, self.latest, self.rest, self.left = [made], [], None, False

    def turn_to_other(self, words: str) -> None:
        """The other one, the rest; the first, the second."""
        if self.rest is not None:
            self.targets, self.latest, self.rest = [self.rest], [], None
            return
        last = self.last
        if last is None:
            return
        ordinal = next((place for word, place in _ORDINALS.items() if word in words.split()), -1)
        if last.quantity > 1:
            self._split(last, 1)
        elif 0 <= ordinal < len(self.drafts):
            self.targets, self.latest = [self.drafts[ordinal]], []
        elif "other" in words.split() and len(self.drafts) > 1 and self.targets:
            others = [draft for draft in self.drafts if not any(draft is one for one in self.targets) and set(draft.heads) & set(last.heads)]
            self.targets, self.latest = others[-1:] or self.targets, []

    def repeat(self) -> None:
        """The same again: a line like the last, of which something else may be said."""
        if self.last is not None:
            made = self.last.copy(1)
            self.drafts.append(made)
            self.targets, self.latest, self.rest = [made], [], None

    def make_deal(self, one: Chunk) -> None:
        """As a meal: the lines at hand become deals."""
        able = [draft for draft in self.targets if self._can_be(draft, one)]
        if not able:
            able = [draft for draft in reversed(self.drafts) if self._can_be(draft, one)][:1]
        for draft in able:
            draft.deals, draft.deal_chunk = one.entry.deals, one
            self._gather_sides(draft)
        self.targets = able or self.targets

    def _can_be(self, draft: Draft, one: Chunk) -> bool:
        return any(set(self.lexicon.kinds[head].deals) & set(one.entry.deals) for head in draft.heads)

    def _gather_sides(self, deal: Draft) -> None:
        """What was named between the item and "as a meal" and can be its side is its side."""
        after = self.drafts[next(n for n, draft in enumerate(self.drafts) if draft is deal) + 1 :]
        for draft in after:
            item = next((head for head in draft.heads if head in self._side_items(deal)), None)
            if item is not None:
                draft.heads = (item,)
                if self._take_side(deal, draft):
                    self.drafts = [one for one in self.drafts if one is not draft]

    def drop(self, phrase: NounPhrase | None) -> None:
        """Forget the X: the latest line that it names goes."""
        if phrase is None:
            self.drafts = self.drafts[:-1]
        else:
            known = self._referred(phrase, phrase.parts[-1]) or self._referred(phrase, Part())
            self.drafts = [draft for draft in self.drafts if draft is not known]
        self.targets, self.latest, self.rest = self.drafts[-1:], [], None

    def finish(self) -> None:
        """Nothing follows: choices that no item was named for are not understood."""
        if not self.drafts and self.orphans and any(said.chunk.entry.values for said in self.orphans):
            for said in self.orphans:
                if said.mark is not Mark.NOT and said.chunk.entry.values:
                    self.not_understood(said.chunk)
