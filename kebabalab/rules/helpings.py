"""Helpings: what is taken of one group, from what was said of it in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Choice, Mark, Mention
from kebabalab.models.menu import Group, GroupKind, Naming, Option
from kebabalab.rules.halves import added, without

_NAMING = frozenset((Mark.PLAIN, Mark.EXTRA, Mark.LIGHT, Mark.ONLY))
_NONE = "none"
_HELPINGS = frozenset((Mark.EXTRA, Mark.LIGHT))


@dataclass(frozen=True, slots=True)
class Taken:
    """The choices of a group: None while open, () for none; what was said no to; whether they are just the usual.

    `between` are the options that the caller left a single choice open between, while it is open.
    """

    choices: tuple[Choice, ...] | None = None
    excluded: tuple[str, ...] = ()
    assumed: bool = False
    between: tuple[str, ...] = ()


def decide(group: Group, mentions: Sequence[Mention], before: Taken | None = None) -> Taken:
    """What is taken of a group; `before` is what a line that is being changed has of it, None for a new line.

    Ordering rules, What words mean, 1 to 3: nothing said is the usual; only exclusions are the usual less those;
    naming stands in the usual's place; "the lot" is all that is free. An option of the usual that is not to be had
    today is left out. Raises NotOnTheMenu for one that was named.
    """
    unsaid = _unsaid(group)
    if not mentions:
        return unsaid if before is None else before
    if group.kind is GroupKind.MANY:
        return _many(group, mentions, unsaid.choices or (), before)
    if group.kind is GroupKind.FLAG:
        return _flag(mentions)
    return _one(group, mentions, unsaid.choices or (), before or unsaid)


def _unsaid(group: Group) -> Taken:
    """The usual; where there is none a required group is open."""
    usual = tuple(Choice(one) for one in group.usual if (option := group.option(one)) is not None and option.available)
    if usual:
        return Taken(usual, assumed=len(group.options) > 1)
    return Taken(None if group.kind is GroupKind.ONE and group.required else ())


def _one(group: Group, mentions: Sequence[Mention], usual: tuple[Choice, ...], before: Taken) -> Taken:
    """A single choice: the last one named; open where two readings are left (What words mean, 4)."""
    chosen, excluded, between = before.choices, list(before.excluded), before.between
    for mention in mentions:
        if mention.mark in (Mark.NOT, Mark.NONE):
            excluded += [_known(group, option).id for option in mention.options]
            if not mention.options or (chosen and chosen[0].option in mention.options):
                chosen = None if group.required else _nothing(group)
            between = tuple(one for one in between if one not in mention.options)
            if len(between) == 1:  # "not the X, then": the other one
                chosen = (Choice(between[0]),)
        elif len(mention.options) == 1:
            chosen = (Choice(_sold(group, mention.options[0]).id),)
        elif mention.options:
            chosen, between = None, tuple(dict.fromkeys(_sold(group, option).id for option in mention.options))
        elif chosen in ((), _nothing(group)):
            # The group's own word: "with X after all". Where none is the usual: which one?
            chosen = usual or chosen
            if chosen in ((), _nothing(group)):
                between = tuple(one.id for one in group.options if one.available and one.id != _NONE)
                chosen = (Choice(between[0]),) if len(between) == 1 else None
    # Beside what was taken instead, what was not taken says nothing more.
    if chosen:
        return Taken(chosen)
    return Taken(chosen, tuple(dict.fromkeys(excluded)), between=between if len(between) > 1 else ())


def _nothing(group: Group) -> tuple[Choice, ...]:
    return (Choice(_NONE),) if group.option(_NONE) is not None else ()


def _flag(mentions: Sequence[Mention]) -> Taken:
    last = mentions[-1]
    no = last.mark in (Mark.NOT, Mark.NONE) or (last.mark is Mark.PLAIN and last.options == ("no",))
    return Taken((Choice("no" if no else "yes"),), (last.group,) if no else ())


def _many(group: Group, mentions: Sequence[Mention], usual: tuple[Choice, ...], before: Taken | None) -> Taken:
    """Several choices, in the order in which they were said."""
    several = _Several(group, usual, list(usual))
    if before is not None:
        # A line being changed keeps what it has: "add X". On a new line naming replaces the usual, where it is so.
        several.current, several.excluded, several.standing = list(before.choices or ()), list(before.excluded), True
    stays = _only_helpings(mentions, usual) or _swaps(mentions, usual)
    stays = stays or any(mention.mark is Mark.USUAL for mention in mentions)
    several.standing = several.standing or group.naming is Naming.ADDS or stays
    named = any(mention.options and mention.mark in _NAMING for mention in mentions)
    parts = {mention.part for mention in mentions if mention.part}
    for mention in mentions:
        if mention.mark is Mark.ALL:
            several.take_lot(mention)
        elif mention.mark is Mark.USUAL:
            several.take_usual()
        elif mention.mark is Mark.NONE or (mention.mark is Mark.NOT and not mention.options):
            several.empty(mention.part)
        elif mention.mark is Mark.NOT:
            several.leave_off(mention)
        elif mention.options:
            # "X on one half, just the usual on the other": that is on the whole as it is.
            several.name(mention, keep_whole=mention.mark is Mark.ONLY and len(parts) > 1)
        elif not named:  # beside what is named of it the group's own word says nothing more
            several.take_group(mention)
    return Taken(tuple(several.current), tuple(several.excluded))


def _only_helpings(mentions: Sequence[Mention], usual: tuple[Choice, ...]) -> bool:
    """Whether all that was named is more or less of the usual: "easy on the X", "extra X" leave the rest as it is."""
    named = [mention for mention in mentions if mention.mark in _NAMING and mention.options]
    known = {choice.option for choice in usual}
    return bool(named) and all(one.mark in _HELPINGS and set(one.options) <= known for one in named)


def _swaps(mentions: Sequence[Mention], usual: tuple[Choice, ...]) -> bool:
    """Whether all that was said is that one thing is to take the place of one of the usual: the others stay."""
    known = {choice.option for choice in usual}
    off = [option for one in mentions if one.instead for option in one.options]
    on = [option for one in mentions if one.mark in _NAMING for option in one.options]
    return bool(off) and len(on) == len(off) and set(off) <= known


@dataclass(slots=True)
class _Several:
    """The choices of one group while one thing after the other is said of it.

    `standing` says that what is there stays when something is named; `just_named` and `just_excluded` were said now.
    """

    group: Group
    usual: tuple[Choice, ...]
    current: list[Choice]
    excluded: list[str] = field(default_factory=list)
    standing: bool = False
    narrowed: bool = False
    emptied: bool = False
    just_named: set[str] = field(default_factory=set)
    just_excluded: set[str] = field(default_factory=set)

    def take_lot(self, mention: Mention) -> None:
        """All that is free, beside what was named already and as it was named."""
        there = self.current if self.standing else []
        lot = [option.id for option in _lot(self.group) if option.id not in self.just_excluded]
        held = {choice.option for choice in there}
        first = [choice for choice in there if choice.option in lot]
        first += [Choice(option, part=mention.part) for option in lot if option not in held]
        first.sort(key=lambda choice: lot.index(choice.option))
        self.current = [*first, *(choice for choice in there if choice.option not in lot)]
        self._stand(lot)

    def take_usual(self) -> None:
        """What is usual, beside what is there."""
        held = {choice.option for choice in self.current}
        missing = [one for one in self.usual if one.option not in held and one.option not in self.just_excluded]
        self.current = [*missing, *self.current]
        self._stand([choice.option for choice in missing])

    def empty(self, part: str) -> None:
        """None of it, here or on one half: single options that were refused are no news any more."""
        if part:
            for choice in list(self.current):
                self.current = without(self.current, choice.option, part)
            self.standing = True
            return
        self.current, self.excluded, self.emptied = [], [], True
        self.standing = True

    def leave_off(self, mention: Mention) -> None:
        """The options refused, here or on one half."""
        for option_id in mention.options:
            option = _known(self.group, option_id)
            self.current = without(self.current, option.id, mention.part)
            self.just_excluded.add(option.id)
            if option.id not in self.excluded and not mention.part and not self.emptied:
                self.excluded.append(option.id)

    def name(self, mention: Mention, *, keep_whole: bool) -> None:
        """The options added; the first ones named stand in the place of what was there, and so do "only" these."""
        only = mention.mark is Mark.ONLY and not mention.part  # on a half it says nothing of the whole
        if not self.standing or (only and not self.narrowed):
            self.current = [choice for choice in self.current if choice.option in self.just_named]
        self.narrowed = self.narrowed or only
        for option_id in mention.options:
            if keep_whole and any(choice.option == option_id and not choice.part for choice in self.current):
                continue
            choice = Choice(_sold(self.group, option_id).id, part=mention.part)
            self.current = added(self.current, self._helped(choice, mention.mark))
        self.just_named.update(mention.options)
        self._stand(mention.options)

    def take_group(self, mention: Mention) -> None:
        """What is there, or the usual after all, with the helping that was asked for of all of it."""
        there = self.current or [choice for choice in self.usual if choice.option not in self.just_excluded]
        self.current = [self._helped(choice, mention.mark) for choice in there]
        self._stand([choice.option for choice in there])

    def _stand(self, options: Sequence[str]) -> None:
        self.excluded = [one for one in self.excluded if one not in options]
        self.standing, self.emptied = True, False

    def _helped(self, choice: Choice, mark: Mark) -> Choice:
        """The choice with an extra or light helping, where that is sold."""
        option = self.group.option(choice.option)
        if mark is Mark.EXTRA and option is not None and option.extra is not None:
            return replace(choice, helping="extra")
        return replace(choice, helping="light") if mark is Mark.LIGHT and self.group.light else choice


def _lot(group: Group) -> list[Option]:
    """The options of "the lot"; where the menu names none, all that cost nothing."""
    named = [option for option in group.options if option.in_the_lot]
    free = [option for option in group.options if not any(option.price.amounts.values())]
    return [option for option in named or free if option.available]


def _known(group: Group, option_id: str) -> Option:
    option = group.option(option_id)
    if option is None:
        raise NotOnTheMenu(option_id)
    return option


def _sold(group: Group, option_id: str) -> Option:
    option = _known(group, option_id)
    if not option.available:
        raise NotOnTheMenu(option.name)
    return option
