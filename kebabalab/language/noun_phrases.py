"""Noun phrases: where an item starts, how many of it, and which choices stand before its name."""

from __future__ import annotations

from dataclasses import dataclass, field

from kebabalab.language.chunks import Chunk
from kebabalab.language.drafts import Draft, accepted, fits, is_single
from kebabalab.language.english import CONTAINERS, Role
from kebabalab.language.lexicon import Lexicon
from kebabalab.models.menu import GroupKind

_SKIPPED = frozenset((Role.FILLER, Role.OF, Role.THEM, Role.ALSO, Role.TIMES, Role.ONLY, Role.UNIT, Role.ORDER))
_JOINS = frozenset((Role.AND, Role.COMMA, Role.OR))


@dataclass(slots=True)
class Part:
    """One arm of a coordination: a number and the choices before the name."""

    number: int | None = None
    definite: bool = False
    values: list[Chunk] = field(default_factory=list)
    unknown: list[Chunk] = field(default_factory=list)
    deal: Chunk | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing but separators was read."""
        return self.number is None and not self.values and not self.unknown and self.deal is None


@dataclass(slots=True)
class NounPhrase:
    """An item with the arms that share its name; `end` is the first chunk after it."""

    parts: list[Part]
    heads: tuple[str, ...]
    head: Chunk
    end: int
    after: list[Chunk] = field(default_factory=list)
    pronoun: bool = False


def noun_phrase(chunks: list[Chunk], place: int, lexicon: Lexicon, last: Draft | None) -> NounPhrase | None:
    """Read a noun phrase that starts here; None where none does."""
    parts = [Part()]
    while place < len(chunks):
        one = chunks[place]
        part = parts[-1]
        if one.role is Role.NUMBER or one.role is Role.ARTICLE or one.words == "ones":
            pronoun = _pronoun(chunks, place, part, last)
            if pronoun is not None:
                return _finish(NounPhrase(parts, pronoun, one, place + 1, pronoun=True), chunks, lexicon)
            if part.values or part.unknown:
                if part.number is None:
                    return None
                parts.append(Part())
                part = parts[-1]
            if one.role is Role.NUMBER:
                part.number = one.number
            elif part.number is None and one.role is Role.ARTICLE:
                part.number = 1
        elif one.role is Role.THE:
            part.definite = True
        elif one.role in _SKIPPED:
            pass
        elif one.role is Role.HALF:
            pass
        elif one.role in _JOINS:
            if part.empty:
                return None
            if part.values:
                parts.append(Part())
        elif one.role is Role.UNKNOWN:
            if not _names(chunks, place + 1):
                return None
            part.unknown.append(one)
        elif one.role is Role.MENU:
            if _is_head(chunks, place, part, lexicon, last):
                part.deal = one if one.entry.deals else part.deal
                if part.deal is not None and not has_deal(lexicon, _heads(one), part.deal):
                    return None
                return _finish(NounPhrase(parts, _heads(one), one, place + 1), chunks, lexicon)
            if one.entry.values:
                part.values.append(one)
            elif one.entry.deals and part.deal is None:
                part.deal = one
            else:
                return None
        else:
            return None
        place += 1
    return None


def _heads(one: Chunk) -> tuple[str, ...]:
    return one.entry.items or one.entry.implies


def _pronoun(chunks: list[Chunk], place: int, part: Part, last: Draft | None) -> tuple[str, ...] | None:
    """The items that "one" stands for in "a large one", None where it is a number."""
    follower = chunks[place + 1].role if place + 1 < len(chunks) else Role.STOP
    if chunks[place].words not in ("1", "ones") or last is None or (follower is Role.MENU and not part.definite):
        return None
    return last.heads if part.values else None


def has_deal(lexicon: Lexicon, heads: tuple[str, ...], one: Chunk) -> bool:
    """Whether one of the items can be part of a deal that the chunk names."""
    return any(set(lexicon.kinds[head].deals) & set(one.entry.deals) for head in heads)


def _names(chunks: list[Chunk], place: int) -> bool:
    """Whether the very next chunk is the name of an item (so that an unknown word before it only describes it)."""
    return place < len(chunks) and bool(chunks[place].entry.items)


def _is_head(chunks: list[Chunk], place: int, part: Part, lexicon: Lexicon, last: Draft | None) -> bool:
    one = chunks[place]
    if not (one.entry.items or one.entry.implies):
        return False
    if not one.entry.values:
        return True
    # A word that is both a choice and an item ("water" with, "a water"): a name right behind it settles it.
    heads = _heads(one)
    for follower in chunks[place + 1 :]:
        if follower.role is Role.MENU and (follower.entry.items or follower.entry.implies):
            if not set(_heads(follower)) & set(heads) and fits(lexicon, _heads(follower), one):
                return False
            break
        if follower.role is not Role.MENU and follower.role not in (Role.FILLER, Role.HALF):
            break
    if one.entry.items and last is not None and part.number is None and fits(lexicon, last.heads, one):
        return False
    if one.entry.items and not one.entry.implies and part.values:
        return all(fits(lexicon, heads, value) for value in part.values)
    if one.entry.items and part.number is None and last is None:
        return not any(_head_ahead(chunks, place))
    return True


def _head_ahead(chunks: list[Chunk], place: int) -> list[bool]:
    ahead = chunks[place + 1 : place + 2]
    return [bool(one.entry.items) for one in ahead if one.role is Role.MENU]


def _finish(phrase: NounPhrase, chunks: list[Chunk], lexicon: Lexicon) -> NounPhrase:
    """Take in what belongs to the name and stands right behind it: "can of X", "X can", "X meal"."""
    if phrase.head.entry.implies and not phrase.head.entry.items and not phrase.pronoun:
        phrase.after.append(phrase.head)
    elif phrase.head.entry.implies and phrase.head.entry.values:
        phrase.after.append(phrase.head)
    place, of = phrase.end, False
    while place < len(chunks):
        one = chunks[place]
        if one.role is Role.OF:
            of = True
        elif one.role is Role.MENU and one.entry.deals and not one.entry.items:
            if not has_deal(lexicon, phrase.heads, one):
                break
            phrase.parts[-1].deal = one
            phrase.end = place + 1
        elif one.role is Role.MENU and (one.entry.items or one.entry.implies):
            if not _merge(phrase, one, of, lexicon):
                break
            phrase.end, of = place + 1, False
        elif of and one.role is Role.MENU and one.entry.values and fits(lexicon, phrase.heads, one):
            phrase.after.append(one)
            phrase.end, of = place + 1, False
        elif of and one.role is Role.UNKNOWN and phrase.head.words in CONTAINERS:
            break
        elif one.role is Role.FILLER and one.words in CONTAINERS:
            phrase.end = place + 1
        else:
            break
        place += 1
    return phrase


def _merge(phrase: NounPhrase, one: Chunk, of: bool, lexicon: Lexicon) -> bool:
    """Whether a second name right behind the first is part of the same thing; if so, take it in."""
    heads = _heads(one)
    common = tuple(head for head in phrase.heads if head in heads)
    if one.entry.values and (of or common):
        takes = tuple(head for head in phrase.heads if accepted(lexicon.kinds[head], one))
        if takes:
            phrase.heads = takes
            phrase.after.append(one)
            return True
    if common:
        phrase.heads = common
        return True
    takes = tuple(head for head in heads if phrase.after and accepted(lexicon.kinds[head], phrase.after[-1]))
    if takes and one.entry.items:
        phrase.heads = takes
        return True
    if of and phrase.head.words in CONTAINERS:
        phrase.heads, phrase.head = heads, one
        if one.entry.implies:
            phrase.after.append(one)
        return True
    # "cola can" where the can is another item's word: the container says nothing more.
    return bool(phrase.after) and not of and one.words in CONTAINERS


def arms(phrase: NounPhrase, lexicon: Lexicon, last: Draft | None) -> list[Part] | None:
    """The arms that become lines of their own, or None where the phrase does not start here after all.

    "a lamb and a chicken roll" are two; "lamb and chicken roll" is one with both.
    """
    parts = [part for part in phrase.parts if not part.empty]
    if not parts:
        return phrase.parts[-1:]
    for part in parts[:-1]:
        if not all(fits(lexicon, phrase.heads, value) for value in part.values) or not part.values:
            return None
        if part.number is None and not any(is_single(fits(lexicon, phrase.heads, value)) for value in part.values):
            # "garlic and large rolls": what is no choice of one belongs to what went before.
            if last is not None:
                return None
    if len(parts) > 1 and not _separate(parts, phrase, lexicon):
        joined = Part(parts[0].number, parts[0].definite, deal=parts[-1].deal)
        for part in parts:
            joined.values += part.values
            joined.unknown += part.unknown
        return [joined]
    return parts


def _separate(parts: list[Part], phrase: NounPhrase, lexicon: Lexicon) -> bool:
    if any(part.number is not None for part in parts[1:]):
        return True
    groups = []
    for part in parts:
        found = [fits(lexicon, phrase.heads, value) for value in part.values]
        groups.append({one[0].group: one[1] for one in found if one is not None and one[0].kind is GroupKind.ONE})
    clashing = {group for one in groups[1:] for group in one if group in groups[0]}
    for group in clashing:
        options = frozenset(one[group] for one in groups if group in one)
        mixes = next((lexicon.kinds[head].slots[group].mixes for head in phrase.heads if group in lexicon.kinds[head].slots), {})
        if not any(options <= mixed for mixed in mixes):
            return True
    return False
