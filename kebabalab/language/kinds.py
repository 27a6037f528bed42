"""Kinds: the word for a kind of thing, and the short names that stand for things of it in a list.

"Three pies, two plain and one plum": where there is a plum pie, "one plum" is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kebabalab.language.chunks import NOTHING, Chunk
from kebabalab.language.drafts import Draft
from kebabalab.language.english import Role
from kebabalab.language.forms import singular
from kebabalab.language.lexicon import Entry, Lexicon

_COUNTS = frozenset((Role.NUMBER, Role.ARTICLE, Role.BOTH, Role.EACH, Role.ALL))
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
            if not is_of_kind(one.entry.items[0], kind, lexicon):
                *more, kind = _one_of(one.words).split() or [""]
                plain, counted = one.entry, not more and bool(made) and made[-1].number >= FEWEST
        elif kind and made and made[-1].role in _COUNTS and _may_be_short(one, chunks[place + 1 :], counted):
            whole = next((entry for entry in _entries(one, kind, lexicon) if entry.items), None)
            if whole is not None and (one.role is Role.UNKNOWN or whole.items != plain.items):
                one = replace(one, role=Role.MENU, entry=whole)
        made.append(one)
    return made


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
