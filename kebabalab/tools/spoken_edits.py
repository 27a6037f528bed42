"""A change of one line in a caller's words: "make it large", "no ... and extra ...", "actually make that two"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kebabalab.language.tokens import words_of
from kebabalab.language.understand import read_item, read_mentions, understand
from kebabalab.models.errors import BadArguments, NotOnTheMenu, OrderingError
from kebabalab.models.item import LineItem, Mark, Mention
from kebabalab.models.menu import GroupKind, Menu, Side
from kebabalab.tools.facts import Facts
from kebabalab.validators.shapes import whole

_SWAP = re.compile(
    r"\b(?:swap|change|replace|switch|trade)\b(?P<old>.+?)\b(?:for|to|with|into)\b(?P<new>.+)", re.IGNORECASE
)
_MAKE = re.compile(
    r"\b(?:make (?:it|that|them|this)|change (?:it|that) to|quantity(?: of| to)?|i want|just|only)\s+", re.IGNORECASE
)
_COURTESY = re.compile(r"\b(?:please|instead|thanks|of (?:them|those|these|it|that))\b|[.!?]", re.IGNORECASE)
_FILLERS = frozenset("actually no sorry wait and so ok okay then oh um uh yeah can could you we i".split())
_LONGEST_NUMBER = 3  # words: "half a dozen"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a line. `quantity` is None where none was."""

    mentions: tuple[Mention, ...] = ()
    quantity: int | None = None


def read_edit(words: str, line: LineItem, facts: Facts) -> Said:
    """The change that these words ask for. Raises NotOnTheMenu for words that the line has no place for."""
    number, rest = _counted(words)
    if number is not None and not rest:
        return Said(quantity=number)
    swap = _SWAP.search(rest)
    return Said(_read(swap["new"] if swap is not None else rest, line, facts), number)


def _read(words: str, line: LineItem, facts: Facts) -> tuple[Mention, ...]:
    """The mentions that words make of the line's item, else of a side of its deal that they name or fit."""
    sides = [side for side_id in line.sides if (side := facts.menu.side(side_id)) is not None]
    named = read_item(words, facts.lexicon)
    about = [side for side in sides if side.item in named and line.item not in named]
    for side in about:
        mentions, unknown = _of_side(words, side, facts)
        if mentions and not unknown:
            return mentions
    mentions, unknown = read_mentions(words, line.item, facts.lexicon)
    if mentions and not unknown:
        return _replacing(mentions, line, facts.menu)
    for side in sides:
        mentions, unknown = _of_side(words, side, facts)
        if mentions and not unknown:
            return mentions
    raise _not_read(words, unknown, line, facts.menu)


def _not_read(words: str, unknown: tuple[str, ...], line: LineItem, menu: Menu) -> OrderingError:
    """Why words change nothing of the line, and what does what they ask for."""
    said = words_of(words)
    deals = {words_of(name) for deal in menu.deals_of(line.item) for name in deal.said}
    if any(said[start : start + len(name)] == name for name in deals for start in range(len(said))):
        return BadArguments(("description asks for a meal: call convertItemsToMeals for that",))
    if unknown:
        return NotOnTheMenu(unknown[0])
    return BadArguments(("description says nothing of what changes on this line; removeCartItem takes a line off",))


def _of_side(words: str, side: Side, facts: Facts) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """What words say of a side's item, under the line's fields."""
    mentions, unknown = read_mentions(words, side.item, facts.lexicon)
    if not mentions:
        # "a ..." names the side's item anew: what is asked for of it is what the side shall be.
        asked = [one.mentions for one in understand(words, facts.lexicon).requests if one.item == side.item]
        mentions = asked[0] if len(asked) == 1 else ()
    names = {group: field for field, group in side.fields.items()}
    known = tuple(replace(mention, group=names[mention.group]) for mention in mentions if mention.group in names)
    return known, unknown


def _replacing(mentions: tuple[Mention, ...], line: LineItem, menu: Menu) -> tuple[Mention, ...]:
    """ "only" and "just" empty the list that they speak of first."""
    item = menu.item(line.item)
    several = {group.id for group in item.groups if group.kind is GroupKind.MANY} if item is not None else set()
    only = dict.fromkeys(one.group for one in mentions if one.mark is Mark.ONLY and one.group in several)
    return (*(Mention(group, (), Mark.NONE) for group in only), *mentions)


def _counted(words: str) -> tuple[int | None, str]:
    """How many of the line are wanted, None where that is not said, and the words that say something else."""
    plain = _COURTESY.sub(" ", words)
    make = _MAKE.search(plain)
    told = plain[make.end() :].split() if make is not None else plain.split()
    for length in range(min(_LONGEST_NUMBER, len(told)), 0, -1):
        number = _number(" ".join(told[:length]))
        # "500 g" is no number of lines: beside other words it is one only where it is made so many.
        if number is not None and (make is not None or length == len(told)):
            before = plain[: make.start()].split() if make is not None else []
            rest = " ".join((*before, *told[length:]))
            return number, "" if make is not None and set(before) <= _FILLERS and length == len(told) else rest
    return None, words


def _number(words: str) -> int | None:
    try:
        number = whole(words)
    except ValueError:
        return None
    return number if isinstance(number, int) else None
