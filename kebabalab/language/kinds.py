"""Kinds: the word for a kind of thing, and the short names that stand for things of it in a list.

"Three pies, two plain and one plum": where there is a plum pie, "one plum" is one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from kebabalab.language.chunks import NOTHING, Chunk
from kebabalab.language.drafts import Draft
from kebabalab.language.english import Role
from kebabalab.language.forms import singular
from kebabalab.language.lexicon import Entry, Lexicon

_COUNTS = frozenset((Role.NUMBER, Role.ARTICLE, Role.BOTH, Role.EACH, Role.ALL))
_LISTING = frozenset((Role.AND, Role.COMMA, Role.FILLER, Role.STOP))
FEWEST = 2


def names_kind(draft: Draft, lexicon: Lexicon) -> str:
    """The word for a kind of thing that names an item by itself, too: plain "pie" where there are more; "" for none."""
    name = lexicon.display.get(draft.heads[0], "").lower()
    if " " not in name:
        return name
    word = _one_of(draft.chunk.words)
    return word if word in lexicon.kind_words else ""


def is_of_kind(item: str, kind: str, lexicon: Lexicon) -> bool:
    """Whether an item's name ends in the word for the kind."""
    name = lexicon.display.get(item, "").lower()
    return bool(kind) and name != kind and name.endswith(kind)


def short_names(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """The chunks with short names made whole, where the kind was named before."""
    made: list[Chunk] = []
    kind, plain, counted = "", NOTHING, False
    for place, one in enumerate(chunks):
        if one.role is Role.MENU and one.entry.items:
            if _one_of(one.words) == kind or not is_of_kind(one.entry.items[0], kind, lexicon):
                *more, kind = _one_of(one.words).split() or [""]
                plain, counted = one.entry, not more and bool(made) and made[-1].number >= FEWEST
        elif kind and made and made[-1].role in _COUNTS and _may_be_short(one, chunks[place + 1 :], counted):
            whole = next((entry for entry in _entries(one, kind, lexicon) if entry.items), None)
            if whole is not None and (one.role is Role.UNKNOWN or whole.items != plain.items):
                one = replace(one, role=Role.MENU, entry=whole)
        made.append(one)
    return made


def sizes_shared(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """The chunks with "two larges, one X and one Y" as "one large X and one large Y": a choice said of as many."""
    if not any(one.role is Role.NUMBER and one.number >= FEWEST for one in chunks):
        return chunks
    made: list[Chunk] = []
    place = 0
    while place < len(chunks):
        values = _plural_choices(chunks, place, lexicon)
        named = _counted_items(chunks, place + 1 + len(values), chunks[place].number) if values else []
        if not named:
            made.append(chunks[place])
            place += 1
            continue
        for n, one in enumerate(chunks[place + 1 + len(values) : named[-1] + 1], start=place + 1 + len(values)):
            made += [*(replace(value) for value in values), one] if n in named else [one]
        place = named[-1] + 1
    return made


def _plural_choices(chunks: list[Chunk], place: int, lexicon: Lexicon) -> list[Chunk]:
    """The choices of one that stand behind a number as if they were things, the last in the plural: "two larges"."""
    if chunks[place].role is not Role.NUMBER or chunks[place].number < FEWEST:
        return []
    found = list(itertools.takewhile(lambda one: bool(one.entry.values), chunks[place + 1 : place + 3]))
    groups = {group for one in found for group, _ in one.entry.values}
    named = any(one.entry.items or one.entry.implies for one in found)
    plural = bool(found) and bool(singular(found[-1].words.split()[-1]))
    return found if plural and not named and groups <= lexicon.single_groups else []


def _counted_items(chunks: list[Chunk], place: int, count: int) -> list[int]:
    """Where so many items stand in a list that begins here, counted or one of each; none where there are others."""
    found: list[int] = []
    left = count
    while left > 0 and place < len(chunks):
        one = chunks[place]
        if one.role in _COUNTS and place + 1 < len(chunks) and chunks[place + 1].entry.items:
            left -= max(one.number, 1)
            found.append(place + 1)
            place += 2
        elif one.entry.items:
            left -= 1
            found.append(place)
            place += 1
        elif one.role in _LISTING:
            place += 1
        else:
            break
    return found if left == 0 and len(found) > 1 else []


def _may_be_short(one: Chunk, ahead: list[Chunk], counted: bool) -> bool:
    """Whether it can be a name; a choice of something only in a list that says at first how many there are."""
    names = any(follower.entry.items for follower in ahead[:1])
    choice = one.role is Role.MENU and bool(one.entry.values) and not one.entry.items and counted
    return not names and (one.role is Role.UNKNOWN or choice)


def _entries(one: Chunk, kind: str, lexicon: Lexicon) -> Iterator[Entry]:
    for words in (one.words, _one_of(one.words)):
        node = lexicon.trie
        for word in (*words.split(), kind):
            if word not in node.after:
                break
            node = node.after[word]
        else:
            if node.entry is not None:
                yield node.entry


def _one_of(words: str) -> str:
    *more, last = words.split() or [""]
    return " ".join((*more, singular(last) or last))
