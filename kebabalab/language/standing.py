"""Where the walk over the chunks stands, and what every step of it needs."""

from __future__ import annotations

from kebabalab.language import scopes
from kebabalab.language.alternatives import ends_in_or
from kebabalab.language.chunks import NOTHING, Chunk
from kebabalab.language.drafts import Said, fits
from kebabalab.language.english import ADDING, HESITATIONS, USUAL_WORDS, Role
from kebabalab.language.lexicon import Lexicon, Slot
from kebabalab.language.lines import Lines
from kebabalab.language.marks import HELPED, MARKS, MarkInForce
from kebabalab.language.noun_phrases import noun_phrase
from kebabalab.models.item import Mark
from kebabalab.models.menu import GroupKind

# "Sorry, it is noisy in here" corrects nothing.
MOST_SMALL_TALK = 3
_OF_LINES = frozenset(("on", "for"))
_BEFORE_COUNT = frozenset((Role.ONLY, Role.COMMA, Role.STOP, Role.ARTICLE, Role.THE, Role.NOT))
_SMALL_TALK = frozenset((Role.FILLER, Role.UNKNOWN, Role.ON, Role.THE, Role.UNIT))
_WEAK = frozenset((Role.FILLER, Role.OF, Role.THEM, Role.THE, Role.ALSO, Role.UNIT))


class Standing:
    """Where the reading stands: the chunk at hand, the mark in force, and how the last things were joined."""

    def __init__(self, chunks: list[Chunk], lexicon: Lexicon) -> None:
        self.chunks, self.lexicon, self.lines = chunks, lexicon, Lines(lexicon)
        self.place = 0
        self.marks = MarkInForce()
        self.scoped = False  # "both", "each" was said just now
        self.join: Role | None = None
        self.fixing: Role | None = None
        self.on = False

    def end_dangling(self) -> None:
        """A "without" with nothing behind it."""
        if self.marks.is_fresh(Mark.NOT):
            self.lines.deny_before()
            self.marks.clear()

    def say_value(self, one: Chunk) -> None:
        """A choice is said of the lines at hand, with the mark in force."""
        ahead = self.ahead()
        if (ahead.role is Role.INSTEAD or ahead.words == "instead") and not self.marks.fresh:
            self.marks.clear()  # "no X and Y instead of Z"
        if not self.marks.fresh and self._is_asked_for():
            self.marks.clear()  # "no X, and can you put Y on it"
        if self.marks.mark is Mark.NOT and self._goes_on_with_the():
            self.marks.take(Mark.NOT)
        mark = self.marks.of_option(self.lines.group_of(one), self.join, self.or_ahead)
        found = fits(self.lexicon, self.lines.target_heads(), one)
        if mark in HELPED and found is not None and found[0].kind is not GroupKind.MANY and not found[0].helpings:
            if mark is Mark.LIGHT or not self.lines.filled(found[0].group):
                self.lines.say(Said(one), replacing=self.fixing is not None)  # "a splash of X" is X
                return
            self.lines.not_understood(Chunk(Role.UNKNOWN, NOTHING, f"{mark} {one.words}", one.start, one.end))
            return
        if found is not None and self.fixing is None and self._is_as_before(one, found[0]):
            return
        instead = mark is Mark.NOT and self.marks.instead
        self.lines.say(Said(one, mark, instead), replacing=self.fixing is not None)

    def marked_behind(self, one: Chunk) -> bool:
        """Whether "X extra" asks for more of the X that was named right before; then it does."""
        ahead = self.chunks[self.place : self.place + 1]
        if not self.ends_here() and [each.role for each in ahead] != [Role.NOT]:
            return False
        before = self.chunks[self.place - 2] if self.place > 1 else None
        said = [said for _, said in self.lines.latest if said.chunk is before and said.mark is Mark.PLAIN]
        found = fits(self.lexicon, self.lines.target_heads(), before) if before is not None and said else None
        if found is None or not (found[0].kind is GroupKind.MANY or found[0].helpings):
            return False
        for each in said:
            each.mark = MARKS[one.role]
        return True

    def _goes_on_with_the(self) -> bool:
        """Whether "hold the X and the Y" leaves off both, of whatever groups they are."""
        before = self.chunks[max(0, self.place - 3) : self.place - 1]
        refusal = next((one for one in reversed(self.chunks[: self.place - 1]) if one.role is Role.NOT), None)
        joined = [one.role for one in before] == [Role.AND, Role.THE]
        return joined and refusal is not None and refusal.words.endswith(" the")

    def _is_asked_for(self) -> bool:
        """Whether a verb that asks for something stands between the last pause and the chunk at hand."""
        for one in reversed(self.chunks[: self.place - 1]):
            if one.role is not Role.FILLER:
                return False
            if one.words in ADDING:
                return True
        return False

    def _is_as_before(self, one: Chunk, slot: Slot) -> bool:
        """Whether "two large Xs, one with Y and one regular" speaks of no size, though a small one may be regular."""
        return one.words in USUAL_WORDS and slot.kind is GroupKind.ONE and self.took_over(slot.group)

    def took_over(self, group: str) -> bool:
        """Whether the line at hand has a choice of this group from the line that it was split from."""
        said = self.lines.targets[-1].said if self.lines.targets else []
        return any(one.inherited and self.lines.group_of(one.chunk) == group for one in said)

    def fits_at_hand(self, one: Chunk) -> bool:
        """Whether the choice has a place in the lines at hand."""
        return fits(self.lexicon, self.lines.target_heads(), one) is not None

    def say_group(self, one: Chunk) -> None:
        """A group as a whole is said of the lines at hand."""
        mark = self.marks.of_group(self.join, self.or_ahead)
        if mark is Mark.NOT and self.marks.instead and any(map(self.lines.filled, one.entry.groups)):
            return  # "an X instead of the usual kind": X was taken already
        if mark is Mark.PLAIN and self._is_listed_beside(one):
            mark = Mark.USUAL
        self.lines.say(Said(one, Mark.NONE if mark is Mark.NOT else mark))

    def _is_listed_beside(self, one: Chunk) -> bool:
        """Whether a group is one thing of a list ("salad and X", "X and the usual salad"): not just X's own kind."""
        before = self.chunks[max(0, self.place - 4) : self.place - 1]
        ahead = self.chunks[self.place : self.place + 3]
        if any(set(each.words.split()) & USUAL_WORDS for each in before[-1:]):
            return True
        if self.join is Role.AND:
            named = next((each for each in reversed(before) if each.role is Role.MENU), None)
        else:
            joined = [each.role for each in ahead[:1]] == [Role.AND]
            named = next((each for each in ahead if each.role is Role.MENU), None) if joined else None
        return named is not None and any(group in one.entry.groups for group, _ in named.entry.values)

    def or_ahead(self, group: str) -> bool:
        """Whether the list that goes on with this group ends in "or"."""
        return ends_in_or(self.chunks[self.place :], lambda one: self.lines.group_of(one) == group)

    def after_name(self, fixing: Role | None = None) -> None:
        """A line was named: nothing that was said before it holds any more, but for a correction that goes on."""
        self.marks.clear()
        self.join, self.fixing, self.on, self.scoped = None, fixing, False, False

    def names_line(self, one: Chunk) -> bool:
        """Whether "Y with X" speaks of the line Y: the one at hand has made that choice already, and otherwise."""
        known = (
            self.fixing is None and self.ahead().role in scopes.OF_SOME and self.lines.filled(self.lines.group_of(one))
        )
        halved = any(chunk.role is Role.HALF for chunk in self.chunks[max(0, self.place - 3) : self.place])
        return known and not halved and scopes.only_with(self.lines, one) is not None

    def corrects(self, one: Chunk) -> bool:
        """Whether what follows "sorry", "make it" stands for what was said: not where it is joined on."""
        trailing = (one.words == "instead" and self.ends_here()) or self.small_talk() > MOST_SMALL_TALK
        joined = self.ahead().role in (Role.AND, Role.ORDER, Role.ALSO)
        return bool(self.lines.drafts) and not trailing and not joined and not self._makes_deal()

    def _makes_deal(self) -> bool:
        """Whether "make that X a meal" goes on: X is named, not put in the place of another."""
        phrase = noun_phrase(self.chunks, self.place, self.lexicon, None)
        return phrase is not None and any(one.entry.deals for one in self.chunks[phrase.end : phrase.end + 2])

    def begins_with_single(self, place: int) -> bool:
        """Whether a choice of one stands at this place."""
        groups = {group for group, _ in self.chunks[place].entry.values}
        return bool(groups) and groups <= self.lexicon.single_groups

    def follows_name(self) -> bool:
        """Whether nothing but a pause stands between the chunk at hand and a word of the menu."""
        for one in reversed(self.chunks[: self.place - 1]):
            if one.role is Role.MENU:
                return True
            if one.role is not Role.COMMA and one.words not in HESITATIONS:
                return False
        return False

    def counts_anew(self) -> bool:
        """Whether the number at hand stands right behind "sorry", "make that"."""
        for one in reversed(self.chunks[: self.place - 1]):
            if one.role in (Role.FIX, Role.OOPS, Role.MAKE):
                return True
            if one.role not in _BEFORE_COUNT and one.words not in HESITATIONS:
                return False
        return False

    def of_lines(self) -> bool:
        """Whether "on", "for" lead here, which may speak of lines; "in ten" does not."""
        return next((one.words for one in reversed(self.chunks[: self.place]) if one.role is Role.ON), "") in _OF_LINES

    def small_talk(self) -> int:
        """How many words that order nothing stand before the next that does."""
        words = 0
        for one in self.chunks[self.place :]:
            if one.role not in _SMALL_TALK:
                break
            words += len(one.words.split())
        return words

    def ends_here(self) -> bool:
        """Whether nothing more is said before the next pause."""
        following = next((one.role for one in self.chunks[self.place :] if one.role is not Role.FILLER), Role.STOP)
        return following in (Role.STOP, Role.COMMA, Role.AND, Role.ORDER)

    def ahead(self, place: int = -1) -> Chunk:
        """The next chunk that says something, from here or from a place on."""
        for one in self.chunks[self.place if place < 0 else place :]:
            if one.role not in _WEAK:
                return one
        return Chunk(Role.FILLER, NOTHING, "", 0, 0)
