"""Marks: how far "no", "extra", "only" reach over the words that follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kebabalab.language.chunks import Chunk
from kebabalab.language.english import PHRASES, Role
from kebabalab.language.lexicon import Lexicon
from kebabalab.models.item import Mark

MARKS = {Role.NOT: Mark.NOT, Role.EXTRA: Mark.EXTRA, Role.LIGHT: Mark.LIGHT, Role.ONLY: Mark.ONLY}
HELPED = frozenset((Mark.EXTRA, Mark.LIGHT))
_BEFORE_MORE = frozenset((Role.WITH, Role.AND, Role.COMMA, Role.FIX, Role.OOPS, Role.MAKE))
OrAhead = Callable[[str], bool]


def doubled(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """The chunks with "X with double Y" as more of Y, where "double" is a choice of X, too, and Y one of several."""
    made = list(chunks)
    for place in range(1, len(chunks) - 1):
        one = chunks[place]
        if not one.entry.values or PHRASES.get(one.words) is not Role.EXTRA:
            continue
        before, follower = chunks[place - 1], chunks[place + 1]
        joins = before.role in _BEFORE_MORE or _is_name(before)
        several = follower.entry.values and not {group for group, _ in follower.entry.values} & lexicon.single_groups
        if joins and several and not any(_is_name(chunk) for chunk in chunks[place + 1 : place + 3]):
            made[place] = replace(one, role=Role.EXTRA)
    return made


def _is_name(one: Chunk) -> bool:
    return bool(one.entry.items or one.entry.implies)


class MarkInForce:
    """The mark that holds for the next choice. `fresh` says that it has not met its first one yet."""

    def __init__(self) -> None:
        self.mark = Mark.PLAIN
        self.fresh = False
        self.instead = False  # "instead of": what is off gives its place to another
        self._group = ""

    def take(self, mark: Mark, *, instead: bool = False) -> None:
        """From here on this mark holds."""
        self.mark, self.fresh, self.instead = mark, True, instead

    def clear(self) -> None:
        """Nothing holds any more."""
        self.mark, self.fresh = Mark.PLAIN, False

    def is_fresh(self, mark: Mark) -> bool:
        """Whether this mark was said and nothing after it."""
        return self.fresh and self.mark is mark

    def of_option(self, group: str, join: Role | None, or_ahead: OrAhead) -> Mark:
        """The mark of an option of this group that comes now; beyond its reach it is cleared.

        "Only" reaches on; "no X and Y" within one group; "no X, Y or Z" over all of the list.
        """
        if self.mark is Mark.PLAIN:
            return Mark.PLAIN
        if self.fresh:
            self.fresh, self._group = False, group
            return self.mark
        reaches = self.mark is Mark.ONLY
        if self.mark is Mark.NOT and group == self._group:
            reaches = join in (Role.OR, Role.AND) or or_ahead(group)
        elif self.mark is Mark.NOT:
            reaches = self._is_listed(join, or_ahead, group)
        if not reaches:
            self.mark = Mark.PLAIN
        return self.mark

    def of_group(self, join: Role | None, or_ahead: OrAhead) -> Mark:
        """The mark of a group as a whole that comes now."""
        mark = self.mark if self.fresh else Mark.PLAIN
        if self.mark is Mark.NOT and self._is_listed(join, or_ahead, ""):
            mark = Mark.NOT
        self.fresh = False
        return mark

    @staticmethod
    def _is_listed(join: Role | None, or_ahead: OrAhead, group: str) -> bool:
        return join is Role.OR or (join is Role.COMMA and or_ahead(group))
