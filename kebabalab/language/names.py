"""Names: an item's name with all that belongs to it and stands right behind it ("can of X", "X can", "X meal")."""

from __future__ import annotations

from dataclasses import dataclass, field

from kebabalab.language.chunks import Chunk
from kebabalab.language.drafts import accepted, fits
from kebabalab.language.english import CONTAINERS, INSIDE_NAMES, Role
from kebabalab.language.lexicon import Lexicon


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
    by_name: bool = False  # by its own name, not by a choice of it alone


def heads_of(one: Chunk) -> tuple[str, ...]:
    """The items that a chunk names, by their own name or by one of their choices."""
    return one.entry.items or one.entry.implies


def has_deal(lexicon: Lexicon, heads: tuple[str, ...], one: Chunk) -> bool:
    """Whether one of the items can be part of a deal that the chunk names."""
    return any(set(lexicon.kinds[head].deals) & set(one.entry.deals) for head in heads)


def finished(phrase: NounPhrase, chunks: list[Chunk], lexicon: Lexicon) -> NounPhrase:
    """The phrase with what stands behind its name and belongs to it."""
    if phrase.head.entry.implies and phrase.head.entry.values and not phrase.pronoun:
        phrase.after.append(phrase.head)
    of = False
    for place in range(phrase.end, len(chunks)):
        one = chunks[place]
        if of and one.role is Role.UNKNOWN and phrase.head.words in CONTAINERS:
            phrase.heads = ()  # "a bottle of" something that is not sold
            break
        if one.role is Role.OF:
            of = True
            continue
        if set(one.words.split()) <= INSIDE_NAMES and (of or _of_ahead(chunks, place)):
            continue  # "a can of, like, X"
        if not _taken_in(phrase, one, of, lexicon):
            break
        phrase.end, of = place + 1, False
    return phrase


def _of_ahead(chunks: list[Chunk], place: int) -> bool:
    return [one.role for one in chunks[place + 1 : place + 2]] == [Role.OF]


def _taken_in(phrase: NounPhrase, one: Chunk, of: bool, lexicon: Lexicon) -> bool:
    if one.role is not Role.MENU:
        return one.role is Role.FILLER and one.words in CONTAINERS
    if one.entry.deals and not one.entry.items:
        fitting = has_deal(lexicon, phrase.heads, one)
        if fitting:
            phrase.parts[-1].deal = one
        return fitting
    if one.entry.items or one.entry.implies:
        return _merged(phrase, one, of, lexicon)
    if of and one.entry.values and fits(lexicon, phrase.heads, one):
        phrase.after.append(one)
        return True
    return False


def _is_kind(heads: tuple[str, ...], one: Chunk, lexicon: Lexicon) -> bool:
    """Whether a word only says what kind of thing the items are: the last word of their names."""
    word = one.words.split()[-1]
    return any(kind_word(head, lexicon) in (word, word.removesuffix("s")) for head in heads)


def kind_word(item: str, lexicon: Lexicon) -> str:
    """The last word of an item's name, "" where the name is one word."""
    words = lexicon.display.get(item, "").lower().split()
    return words[-1] if len(words) > 1 else ""


def _taken_already(phrase: NounPhrase, one: Chunk, lexicon: Lexicon) -> bool:
    """Whether what is behind the name chooses anew what only one can be chosen of."""
    chosen = {group: option for group, option in one.entry.values if group in lexicon.single_groups}
    return any(chosen.get(group, option) != option for said in phrase.after for group, option in said.entry.values)


def _merged(phrase: NounPhrase, one: Chunk, of: bool, lexicon: Lexicon) -> bool:
    """Whether a second name right behind the first is part of the same thing; if so, take it in."""
    heads = heads_of(one)
    common = tuple(head for head in phrase.heads if head in heads)
    if one.entry.values and not one.entry.items and _taken_already(phrase, one, lexicon):
        return False  # "X Y and Z", where these are brands: three things
    if one.entry.values and (of or common):
        takes = tuple(head for head in phrase.heads if accepted(lexicon.kinds[head], one))
        if takes:
            phrase.heads = takes
            phrase.after.append(one)
            return True
    if not common and not one.entry.values and not of and _is_kind(phrase.heads, one, lexicon):
        return True  # "X pie" where every X is a pie
    if common:
        phrase.heads = common
        phrase.by_name = phrase.by_name or bool(one.entry.items)
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
