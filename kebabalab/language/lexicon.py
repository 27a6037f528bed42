"""The lexicon: every phrase a caller may use for what this menu sells, and for what English does with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kebabalab.language.english import CONTAINERS, HALVES, HALVES_AGAIN, PHRASES, QUANTITIES, Role
from kebabalab.language.forms import forms
from kebabalab.language.hearing import Hearing, build_hearing
from kebabalab.language.tokens import DIGITS, words_of
from kebabalab.models.menu import Group, GroupKind, Menu

BETWEEN = "|"  # no option's id holds it


@dataclass(frozen=True, slots=True)
class Entry:
    """All that one phrase can mean.

    `items` it names; `values` as (group, option) in any item; `groups` it is the word for; `deals` it names;
    `implies` the items that a value names by itself. A value that is left open between several options joins their ids
    with BETWEEN.
    """

    role: Role
    items: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    groups: tuple[str, ...] = ()
    deals: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    number: int = -1


@dataclass(slots=True)
class Node:
    """A place in the trie of phrases: the words that may follow, and what the words so far mean."""

    after: dict[str, Node] = field(default_factory=dict)
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One group as one kind of item holds it. `mixes` maps a set of options to the one that stands for them all."""

    group: str
    kind: GroupKind
    options: frozenset[str]
    mixes: Mapping[frozenset[str], str] = field(default_factory=dict)
    emptied_by_plain: bool = False
    has_lot: bool = False
    names_item: bool = False
    required: bool = False
    parts: bool = False
    helpings: bool = False  # more or less of a single choice can be asked for
    must_be_said: bool = False  # a required flag: the item is only meant when it is named


@dataclass(frozen=True, slots=True)
class Kind:
    """One item as the grammar sees it: its slots and the deals it can be part of; `sides` by deal are item ids."""

    item: str
    slots: Mapping[str, Slot]
    deals: tuple[str, ...] = ()
    category: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A menu's words, ready to read sentences with. Built once for each version of a menu; never changes."""

    trie: Node
    kinds: Mapping[str, Kind]
    deal_sides: Mapping[str, Mapping[str, str]]
    display: Mapping[str, str]
    hearing: Hearing
    version: str = ""
    single_groups: frozenset[str] = frozenset()
    half_groups: frozenset[str] = frozenset()
    usual: Mapping[str, str] = field(default_factory=dict)  # a choice's other words, by themselves: its own name
    kind_words: frozenset[str] = frozenset()  # that the names of several items end in: plain "pie" where there are more
    deal_fixed: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)  # options by side and group
    has_cart: bool = True  # "the X" may speak of a line that was ordered before


def build_lexicon(menu: Menu) -> Lexicon:
    """The lexicon of a menu: items, options, groups, deals with all their spoken forms."""
    builder = LexiconBuilder()
    display: dict[str, str] = {}
    for item in menu.items:
        display[item.id] = " ".join(part for part in item.title.split() if "{" not in part) or item.id.replace("_", " ")
        for phrase in (item.id.replace("_", " "), display[item.id], *item.said):
            builder.add(phrase, Entry(Role.MENU, items=(item.id,)))
        for group in item.groups:
            _add_group(builder, group, item.id)
    for deal in menu.deals:
        for phrase in deal.said:
            # A deal that is called by its main item's name names that item too.
            items = (deal.main,) if builder.starts_with(phrase, deal.main) else ()
            builder.add(phrase, Entry(Role.MENU, items=items, deals=(deal.id,)))
    kinds = {
        item.id: Kind(
            item.id,
            {group.id: _slot(group) for group in item.groups},
            tuple(deal.id for deal in menu.deals_of(item.id)),
            item.category,
        )
        for item in menu.items
    }
    sides = {side.id: side.item for side in menu.sides}
    deal_sides = {deal.id: {side: sides[side] for side in deal.sides} for deal in menu.deals}
    fixed = {deal.id: deal.sides for deal in menu.deals}
    return replace(builder.lexicon(kinds, deal_sides, display, menu.version), deal_fixed=fixed)


def _add_group(builder: LexiconBuilder, group: Group, item_id: str) -> None:
    # What it is called when it is read back must be understood, too: "no toppings".
    for phrase in (*group.said, group.name) if group.kind is GroupKind.MANY else group.said:
        # A flag has no options to name: its own word says yes.
        if group.kind is GroupKind.FLAG:
            builder.add(phrase, Entry(Role.MENU, values=((group.id, "yes"),)))
        else:
            builder.add(phrase, Entry(Role.MENU, groups=(group.id,)))
    if group.kind is GroupKind.FLAG:
        return
    for option in group.options:
        implies = (item_id,) if group.names_item else ()
        # A first "=" says that the option's id is not one of its spoken forms.
        own = () if option.said[:1] == ("=",) or orders(option.id) else (option.id, option.name)
        for phrase in (*own, *option.said):
            builder.add(phrase, Entry(Role.MENU, values=((group.id, option.id),), implies=implies))


def orders(own_name: str) -> bool:
    """Whether an id is a word that English orders with ("extra", "no", "double"): then it is no spoken form."""
    return PHRASES.get(" ".join(words_of(own_name)), Role.FILLER) is not Role.FILLER or own_name in QUANTITIES


def _slot(group: Group) -> Slot:
    mixes = {frozenset(option.mixes): option.id for option in group.options if option.mixes}
    return Slot(
        group.id,
        group.kind,
        frozenset(option.id for option in group.options),
        mixes,
        emptied_by_plain=group.emptied_by_plain,
        has_lot=any(option.in_the_lot for option in group.options),
        names_item=group.names_item,
        required=group.required and len(group.options) > 1,
        parts=group.parts,
        must_be_said=group.kind is GroupKind.FLAG and group.required,
    )


class LexiconBuilder:
    """Collects phrases and their meanings, with regular plurals, into one trie."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, ...], Entry] = {}

    def add(self, phrase: str, entry: Entry) -> None:
        """Let the phrase, its plural and its initials mean this too; but no whole number by itself."""
        if all(word.isdecimal() for word in words_of(phrase)):
            return
        for words in forms(words_of(phrase)):
            self._merge(words, entry)
        last = phrase.lower().split()[-1:]
        if last and last[0] in DIGITS:
            self._merge((*words_of(phrase)[:-1], f"{last[0]}s"), entry)  # "X zeros": a number has no plural of its own
        elif last and last[0][:1].isdecimal() and "." in last[0]:
            self._merge((*words_of(phrase), "s"), entry)  # "two 1.25s"

    def _merge(self, words: tuple[str, ...], new: Entry) -> None:
        old = self._entries.get(words)
        self._entries[words] = (
            new
            if old is None
            else replace(
                old,
                items=_joined(old.items, new.items),
                values=_joined(old.values, new.values),
                groups=_joined(old.groups, new.groups),
                deals=_joined(old.deals, new.deals),
                implies=_joined(old.implies, new.implies),
            )
        )

    def lexicon(
        self,
        kinds: Mapping[str, Kind],
        deal_sides: Mapping[str, Mapping[str, str]] | None = None,
        display: Mapping[str, str] | None = None,
        version: str = "",
    ) -> Lexicon:
        """The lexicon of all phrases so far."""
        hearing = build_hearing(self.meanings(), (*PHRASES, *CONTAINERS))
        self.spell(hearing.spelling)
        slots = [slot for kind in kinds.values() for slot in kind.slots.values()]
        several = {slot.group for slot in slots if slot.kind is not GroupKind.ONE}
        single = frozenset(slot.group for slot in slots) - several
        halves = frozenset(slot.group for slot in slots if slot.parts)
        trie = self.trie_with_english()
        for phrase in (*HALVES, *HALVES_AGAIN) if halves else ():
            _insert(trie, words_of(phrase), Entry(Role.HALF), over=True)
        sides, names = deal_sides or {}, display or {}
        last = Counter(name.lower().split()[-1] for name in names.values() if " " in name)
        shared = frozenset(word for word, count in last.items() if count > 1)
        return Lexicon(trie, kinds, sides, names, hearing, version, single, halves, self.usual_words(), shared)

    def usual_words(self) -> dict[str, str]:
        """For each word that is another one for a choice called by one word, that one: "X pie" is heard as such."""
        found: dict[str, set[str]] = {}
        for words, entry in self._entries.items():
            for _, option in entry.values if len(words) == 1 else ():
                if (option,) in self._entries and option != words[0]:
                    found.setdefault(words[0], set()).add(option)
        return {word: next(iter(own)) for word, own in found.items() if len(own) == 1}

    def starts_with(self, phrase: str, item: str) -> bool:
        """Whether the phrase begins with a name of the item."""
        words = words_of(phrase)
        found = (self._entries.get(words[:length]) for length in range(1, len(words)))
        return any(entry is not None and item in entry.items for entry in found)

    def meanings(self) -> dict[tuple[str, ...], frozenset[str]]:
        """All phrases so far, each with all that it can mean."""
        return {
            words: frozenset(
                (*one.items, *one.deals, *one.groups, *(f"{group}={option}" for group, option in one.values))
            )
            for words, one in self._entries.items()
        }

    def spell(self, spelling: Mapping[str, str]) -> None:
        """Let every phrase hold with the variants of its words, too: they are read as the usual spelling."""
        for words, entry in list(self._entries.items()):
            usual = tuple(spelling.get(word, word) for word in words)
            if usual != words:
                self._merge(usual, entry)

    def trie_with_english(self) -> Node:
        """The trie of the menu's phrases and English's; the menu's meaning comes first, the role is kept beside."""
        trie = Node()
        for words, entry in self._entries.items():
            _insert(trie, words, entry)
            # "pepper jack" is also heard as "pepperjack".
            if 1 < len(words) <= 3 and ("".join(words),) not in self._entries and all(map(str.isalpha, words)):
                _insert(trie, ("".join(words),), entry)
        for phrase, number in QUANTITIES.items():
            _insert(trie, words_of(phrase), Entry(Role.NUMBER, number=number))
        for phrase, role in PHRASES.items():
            words = words_of(phrase)
            if words:
                _insert(
                    trie,
                    words,
                    Entry(role),
                    over=_only_names_group(self._entries.get(words)) and role is not Role.FILLER,
                )
        return trie


T = TypeVar("T")


def _joined(old: tuple[T, ...], new: tuple[T, ...]) -> tuple[T, ...]:
    return old + tuple(one for one in new if one not in old)


def _only_names_group(entry: Entry | None) -> bool:
    return entry is not None and not (entry.items or entry.values or entry.deals)


def _insert(trie: Node, words: tuple[str, ...], entry: Entry, over: bool = False) -> None:
    node = trie
    for word in words:
        node = node.after.setdefault(word, Node())
    if over or node.entry is None:
        node.entry = entry
