"""Helpings: what is taken of one group, from what was said of it in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Choice, Mark, Mention
from kebabalab.models.menu import Group, GroupKind, Naming, Option

_POSITIVE = frozenset((Mark.PLAIN, Mark.EXTRA, Mark.LIGHT, Mark.ONLY))


@dataclass(frozen=True, slots=True)
class Taken:
    """The choices of a group: None while open, () for an explicit none; whether they are just the usual."""

    choices: tuple[Choice, ...] | None
    excluded: tuple[str, ...] = ()
    assumed: bool = False


def decide(group: Group, mentions: Sequence[Mention], before: tuple[Choice, ...] | None, fresh: bool) -> Taken:
    """What is taken of a group. `before` are the choices of a line being changed; `fresh` is a new line.

    Ordering rules, What words mean, 1 to 3: nothing said is the usual; only exclusions are the usual less those;
    naming stands in the usual's place; "the lot" is all that is free. Raises NotOnTheMenu.
    """
    usual = tuple(Choice(option) for option in group.usual)
    if not mentions:
        if not fresh:
            return Taken(before)
        if not usual:
            return Taken(None if group.kind is GroupKind.ONE else ())
        return Taken(usual, assumed=len(group.options) > 1)
    if group.kind is GroupKind.MANY:
        return _many(group, mentions, usual if fresh else before or (), fresh)
    if group.kind is GroupKind.FLAG:
        return _flag(mentions)
    return _one(group, mentions, usual if fresh else before or ())


def _one(group: Group, mentions: Sequence[Mention], base: tuple[Choice, ...]) -> Taken:
    """A single choice: the last one named; open where two readings are left (What words mean, 4)."""
    chosen: tuple[Choice, ...] | None = base or None
    excluded: list[str] = []
    for mention in mentions:
        if mention.mark in (Mark.NOT, Mark.NONE):
            excluded += mention.options
            gone = mention.mark is Mark.NONE or (chosen is not None and chosen[0].option in mention.options)
            if gone:
                chosen = None if group.required else _nothing(group)
        elif len(mention.options) == 1:
            chosen = (Choice(_sold(group, mention.options[0]).id),)
        elif mention.options:
            chosen = None
    return Taken(chosen, tuple(excluded))


def _nothing(group: Group) -> tuple[Choice, ...]:
    return (Choice("none"),) if group.option("none") is not None else ()


def _flag(mentions: Sequence[Mention]) -> Taken:
    last = mentions[-1]
    no = last.mark in (Mark.NOT, Mark.NONE) or (last.mark is Mark.PLAIN and last.options == ("no",))
    return Taken((Choice("no" if no else "yes"),), (last.group,) if no else ())


def _many(group: Group, mentions: Sequence[Mention], base: tuple[Choice, ...], fresh: bool) -> Taken:
    """Several choices, in the order in which they were said."""
    current = list(base)
    excluded: list[str] = []
    narrowed = False
    # A line being changed keeps what it has: "add X". On a new line naming replaces the usual, where the group is so.
    standing = not fresh or group.naming is Naming.ADDS or _only_less(mentions, base)
    for mention in mentions:
        if mention.mark is Mark.ALL:
            current = [Choice(option.id) for option in _lot(group) if option.id not in excluded]
            standing = True
        elif mention.mark is Mark.NONE:
            current, standing = [], True
        elif not mention.options and any(one.options for one in mentions if one.mark in _POSITIVE):
            continue  # the group's own word beside what is named of it says nothing more
        elif not mention.options:
            current = [_helping(group, choice.option, mention) for choice in base] if not standing else current
            standing = True
        elif mention.mark is Mark.NOT:
            current = [choice for choice in current if choice.option not in mention.options]
            excluded += [option for option in mention.options if option not in excluded]
        elif mention.mark in _POSITIVE:
            if not standing or (mention.mark is Mark.ONLY and not narrowed):
                current, standing = [], True
            narrowed = narrowed or mention.mark is Mark.ONLY
            for option in mention.options:
                current = _added(current, _helping(group, option, mention))
                excluded = [one for one in excluded if one != option]
    return Taken(tuple(current), tuple(excluded))


def _only_less(mentions: Sequence[Mention], base: tuple[Choice, ...]) -> bool:
    """Whether all that was named is less of the usual: "easy on the X" leaves the rest as it is."""
    named = [mention for mention in mentions if mention.mark in _POSITIVE and mention.options]
    usual = {choice.option for choice in base}
    return bool(named) and all(one.mark is Mark.LIGHT and set(one.options) <= usual for one in named)


def _lot(group: Group) -> list[Option]:
    """The options of "the lot"; where the menu names none, all that cost nothing."""
    named = [option for option in group.options if option.in_the_lot and option.available]
    return named or [option for option in group.options if option.available and not any(option.price.amounts.values())]


def _sold(group: Group, option_id: str) -> Option:
    option = group.option(option_id)
    if option is None or not option.available:
        raise NotOnTheMenu(option_id)
    return option


def _helping(group: Group, option_id: str, mention: Mention) -> Choice:
    option = _sold(group, option_id)
    extra = mention.mark is Mark.EXTRA and option.extra is not None
    light = mention.mark is Mark.LIGHT and group.light
    return Choice(option.id, "extra" if extra else "light" if light else "", mention.part)


def _added(current: list[Choice], choice: Choice) -> list[Choice]:
    """The list with the choice in it once, where it stood or at the end."""
    if any(one.option == choice.option and one.part == choice.part for one in current):
        return [choice if one.option == choice.option and one.part == choice.part else one for one in current]
    return [*current, choice]
