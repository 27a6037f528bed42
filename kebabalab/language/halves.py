"""Halves: which words are said of one half of an item ("X on one half", "half X half Y")."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kebabalab.language.chunks import NOTHING, Chunk
from kebabalab.language.english import HALVES, HALVES_AGAIN, Role
from kebabalab.language.half_items import half_items
from kebabalab.language.lexicon import Lexicon
from kebabalab.models.item import HALVES as PARTS

_BEFORE_HALF = frozenset((Role.ONLY, Role.THE, Role.ARTICLE, Role.FILLER, Role.OF))
_MARKS = frozenset((Role.NOT, Role.EXTRA, Role.LIGHT, Role.ONLY, Role.ALL))
_LIST = _MARKS | {Role.AND, Role.FILLER, Role.OF, Role.THE, Role.ALSO}
_ENDS = frozenset((Role.STOP, Role.ORDER, Role.ON, Role.OTHER, Role.BOTH, Role.EACH, Role.FIX, Role.NUMBER))
_JOINS = frozenset((Role.AND, Role.COMMA, Role.STOP, Role.WITH))
LEFT, RIGHT = PARTS
WHOLE = "whole"


def placed(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """The chunks without the words for halves, where the menu knows halves; what they speak of has its `part`."""
    if not lexicon.half_groups or not any(one.role is Role.HALF for one in chunks):
        return chunks
    reading = _Reading(lexicon.half_groups)
    for one in half_items(chunks, lexicon.half_groups):
        if one.role is Role.HALF:
            reading.half(one)
        else:
            reading.other(one)
    for one in reading.kept:
        if one.part == WHOLE:
            one.part = ""
    on_halves = [one for one in reading.kept if one.part and one.entry.values]
    if any(one.entry.items and not one.entry.values for one in reading.kept) and len(on_halves) > 1:
        for one in on_halves:
            # "A pie, half plums half pears": no pie of plums.
            one.entry = replace(one.entry, items=(), implies=())
    return reading.kept


@dataclass(slots=True)
class _Reading:
    """What was kept so far; the half that is being spoken of; the half that was spoken of last."""

    groups: frozenset[str]
    kept: list[Chunk] = field(default_factory=list)
    part: str = ""
    last: str = ""
    fresh: bool = False  # the half was named just now, and nothing was said of it yet
    dealt: bool = False  # "half and half": the first choice goes here, the next there
    named: bool = False  # the other half of these is named next, by an item's name as well
    whole: bool = False  # a half was named after an item of its own ("half a Y pie, half ..."): which of them is meant?

    def half(self, one: Chunk) -> None:
        """A word for a half: of what was just said ("X on one half"), or of what follows ("half X")."""
        if one.words in HALVES_AGAIN and not self.last:
            self.kept.append(Chunk(Role.ON, NOTHING, "on", one.start, one.start))
            self.other(Chunk(Role.OTHER, NOTHING, one.words.removeprefix("on "), one.start, one.end))
            return
        if self.fresh and self.part and HALVES.get(one.words) == "":
            self.dealt, self.part, self.last = True, LEFT, LEFT
            return
        if self.whole:
            self.kept.append(Chunk(Role.OR, NOTHING, "or", one.start, one.end))
            self.whole, self.named = False, True
            return
        if self._drops_name():
            return
        part = self._meant(one)
        # "X all over" is said of what stands before it, as "X on half" is.
        behind = one.words.startswith("on ") or (
            one.words == "all over" and any(map(self._can_be_on_half, self.kept[-1:]))
        )
        on = len(self.kept) if behind else self._on_before()
        before = self._said_before(on) if on is not None else []
        if on is not None:
            del self.kept[on:]
        for said in before:
            said.part = part or WHOLE
        if before or not part:
            self.part, self.fresh = "", False
        else:
            self.part, self.fresh, self.dealt = part, True, False
        self.last = part

    def other(self, one: Chunk) -> None:
        """Any other chunk: of the half at hand, or the end of it."""
        if self.named and one.role is Role.MENU:
            if one.entry.items and one.entry.values:
                one = replace(one, entry=replace(one.entry, values=()))
            self.named = False
        if one.role is Role.MENU and one.entry.items and not one.entry.values:
            self.last = ""
            self.whole = self.fresh and bool(self.part) and not self.dealt
            if not (self.dealt and self.fresh):
                self.part, self.dealt = "", False
        elif one.role in _ENDS or (one.role is Role.WITH and not self.fresh):
            self.part, self.dealt = "", False
        elif one.role is Role.COMMA and self.last == RIGHT and not self.fresh and not self.dealt:
            # Both halves have had theirs: what follows is said of the whole again.
            self.part = ""
        elif self.part and self._can_be_on_half(one):
            one.part, self.fresh = self.part, False
            if self.dealt:
                self.part = self.last = RIGHT
        # The "with" in "half with X" says nothing more.
        if not (one.role in (Role.WITH, Role.AND) and self.fresh):
            self.kept.append(one)

    def _drops_name(self) -> bool:
        """Take "on the X half" out, where X is one of two items of which one is open; whether it stands there."""
        named = self.kept[-1:]
        if not named or not named[0].entry.items or not any(one.role is Role.OR for one in self.kept):
            return False
        before = self.kept[-2:-1]
        if not named[0].words.startswith("the ") and [one.role for one in before] != [Role.THE]:
            return False
        del self.kept[-1:]
        while self.kept[-1:] and self.kept[-1].role in (Role.THE, Role.ON):
            del self.kept[-1:]
        return True

    def _can_be_on_half(self, one: Chunk) -> bool:
        groups = (*one.entry.groups, *(group for group, _ in one.entry.values))
        return one.role is Role.ALL or (one.role is Role.MENU and any(group in self.groups for group in groups))

    def _meant(self, one: Chunk) -> str:
        part = HALVES.get(one.words, HALVES_AGAIN.get(one.words, ""))
        if part == "whole":
            return ""
        if part == "other":
            return LEFT if self.last == RIGHT else RIGHT
        return part or (RIGHT if self.last == LEFT else LEFT)

    def _on_before(self) -> int | None:
        """Where the "on" stands that leads to this half."""
        place = len(self.kept) - 1
        while place >= 0 and self.kept[place].role in _BEFORE_HALF:
            place -= 1
        return place if place >= 0 and self.kept[place].role is Role.ON else None

    def _said_before(self, end: int) -> list[Chunk]:
        """The list of choices that ends here, so far as they are on no half yet."""
        said: list[Chunk] = []
        if not end or self.kept[end - 1].role in _JOINS:
            return said  # "X and on one half Y": of what follows
        listed = False
        for place in range(end - 1, -1, -1):
            one = self.kept[place]
            if one.part and not said and self._can_be_on_half(one):
                return [one]  # "X on half and Y on the whole": Y was taken for more of that half
            if one.role is Role.AND:
                # "X and Y, and Z on one half": what stands before that comma is on the whole.
                if place and self.kept[place - 1].role is Role.COMMA:
                    break
                listed = True
            elif self._can_be_on_half(one) and not one.part:
                said.append(one)
            elif one.role not in _LIST and not (listed and one.role is Role.COMMA):
                break
        return said
