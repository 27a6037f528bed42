"""Where the walk over the chunks stands, and what every step of it needs."""

from __future__ import annotations

from kebabalab.language.alternatives import ends_in_or
from kebabalab.language.chunks import NOTHING, Chunk
from kebabalab.language.drafts import Said, fits
from kebabalab.language.english import Role
from kebabalab.language.lexicon import Lexicon
from kebabalab.language.lines import Lines
from kebabalab.language.marks import HELPED, MarkInForce
from kebabalab.models.item import Mark
from kebabalab.models.menu import GroupKind

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
        mark = self.marks.of_option(self.lines.group_of(one), self.join, self.or_ahead)
        found = fits(self.lexicon, self.lines.target_heads(), one)
        if mark in HELPED and found is not None and found[0].kind is not GroupKind.MANY and not found[0].helpings:
            self.lines.not_understood(Chunk(Role.UNKNOWN, NOTHING, f"{mark} {one.words}", one.start, one.end))
            return
        self.lines.say(Said(one, mark), replacing=self.fixing is not None)

    def fits_at_hand(self, one: Chunk) -> bool:
        """Whether the choice has a place in the lines at hand."""
        return fits(self.lexicon, self.lines.target_heads(), one) is not None

    def say_group(self, one: Chunk) -> None:
        """A group as a whole is said of the lines at hand."""
        mark = self.marks.of_group(self.join, self.or_ahead)
        self.lines.say(Said(one, Mark.NONE if mark is Mark.NOT else mark))

    def or_ahead(self, group: str) -> bool:
        """Whether the list that goes on with this group ends in "or"."""
        return ends_in_or(self.chunks[self.place :], lambda one: self.lines.group_of(one) == group)

    def after_name(self, fixing: Role | None = None) -> None:
        """A line was named: nothing that was said before it holds any more, but for a correction that goes on."""
        self.marks.clear()
        self.join, self.fixing, self.on, self.scoped = None, fixing, False, False

    def ahead(self, place: int = -1) -> Chunk:
        """The next chunk that says something, from here or from a place on."""
        for one in self.chunks[self.place if place < 0 else place :]:
            if one.role not in _WEAK:
                return one
        return Chunk(Role.FILLER, NOTHING, "", 0, 0)
