"""The menu's names for the transcriber, which hears better what it expects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kebabalab.models.menu import Group, GroupKind, Menu
from kebabalab.tools.item_names import title_name

# Deepgram takes a hundred terms and five hundred tokens; past that it stops transcribing, and the phone is deaf.
MOST_TERMS = 100
MOST_TOKENS = 500
# Short enough that a rare name, cut into many tokens, is not counted too low.
BYTES_A_TOKEN = 3
SHORTEST = 2


def keyterms(menu: Menu) -> tuple[str, ...]:
    """The names of the menu, each once, the most useful first: items, what names an item, deals, other choices.

    Only names as the owner wrote them: how callers mispronounce them is nothing that should be expected.
    """
    taken: dict[str, str] = {}
    tokens = 0
    for term in _names(menu):
        key = term.casefold()
        if key in taken or len(term) < SHORTEST:
            continue
        tokens += _tokens(term)
        if len(taken) == MOST_TERMS or tokens > MOST_TOKENS:
            break
        taken[key] = term
    return tuple(taken.values())


def _names(menu: Menu) -> Iterator[str]:
    groups = [group for item in menu.items for group in item.groups if group.kind is not GroupKind.FLAG]
    yield from (title_name(item) for item in menu.items)
    yield from _options(group for group in groups if group.names_item)
    yield from (deal.name for deal in menu.deals)
    yield from _options(group for group in groups if group.required)
    yield from _options(groups)


def _options(groups: Iterable[Group]) -> Iterator[str]:
    return (option.name for group in groups for option in group.options)


def _tokens(term: str) -> int:
    """How many tokens a term may be, rather too many than too few."""
    return sum(-(-len(word.encode()) // BYTES_A_TOKEN) for word in re.findall(r"\S+", term))
