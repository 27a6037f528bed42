"""Items by their parts: from category, name and fields to the same requests that a sentence makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kebabalab.language import say
from kebabalab.language.tokens import words_of
from kebabalab.language.understand import NotUnderstood, Understanding, read_item, read_mentions, understand
from kebabalab.models.cart import MAX_QUANTITY
from kebabalab.models.errors import BadArguments, NotOnTheMenu, OrderingError, QuantityOutOfRange
from kebabalab.models.item import ItemRequest
from kebabalab.models.menu import Item, Menu
from kebabalab.rules.choosing import deal_named
from kebabalab.tools.entry_fields import Fields, plain_name, read_fields
from kebabalab.tools.facts import Facts
from kebabalab.validators.schemas import ItemToAdd

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What one entry asks for, and what of it the shop does not have."""

    requests: tuple[ItemRequest, ...]
    not_understood: tuple[NotUnderstood, ...] = ()


def asked_for(entry: ItemToAdd, facts: Facts) -> Asked:
    """The requests of one entry. Raises NotOnTheMenu, NotAChoice, BadArguments, QuantityOutOfRange."""
    choices = {name: value for name, value in entry.choices.items() if _says_something(value)}
    words = _words(entry)
    spoken = understand(words, facts.lexicon)
    if spoken.refused:
        raise QuantityOutOfRange(spoken.refused[0], MAX_QUANTITY)
    if len(spoken.requests) > 1:
        return _several(entry, choices, spoken)
    base = spoken.requests[0] if spoken.requests else None
    try:
        fields = _best(entry, base, choices, facts)
    except ValueError:
        raise BadArguments(tuple(f"{name} must be text or a list of texts" for name in choices)) from None
    if fields is None:
        raise _unnamed(entry, spoken, facts.menu)
    if fields.wrong:
        raise fields.wrong[0]
    lost = spoken.not_understood if base is not None else ()
    if base is None and words:
        mentions, unknown = read_mentions(words, fields.item.id, facts.lexicon)
        fields = replace(fields, mentions=fields.mentions + mentions, stray=fields.stray + unknown)
    request = _request(fields, base, entry.quantity, facts.menu)
    return Asked((request,), (*(NotUnderstood(one) for one in fields.stray), *lost))


def _words(entry: ItemToAdd) -> str:
    name = entry.name.replace("_", " ")
    return entry.description if name in entry.description else f"{name} {entry.description}".strip()


def _several(entry: ItemToAdd, choices: Mapping[str, object], spoken: Understanding) -> Asked:
    """A description of several items: nothing beside it can say which of them it is meant for."""
    if choices or entry.quantity not in (None, 1):
        raise BadArguments(("description names several items: give one entry for each",))
    return Asked(spoken.requests, spoken.not_understood)


def _best(entry: ItemToAdd, base: ItemRequest | None, choices: Mapping[str, object], facts: Facts) -> Fields | None:
    """The item that all that was given fits best, the likeliest where they are even; None where nothing names it."""
    named, others = _candidates(entry, base, choices, facts)
    read = [read_fields(item, choices, facts) for item in named]
    # What no word names must be named by what was chosen, without anything left over.
    extra = [read_fields(item, choices, facts) for item in others]
    read += [one for one in extra if one.mentions and not one.stray and not one.wrong]
    return max(read, key=lambda one: one.fit) if read else None


def _candidates(
    entry: ItemToAdd, base: ItemRequest | None, choices: Mapping[str, object], facts: Facts
) -> tuple[list[Item], list[Item]]:
    """The items that words name, the likeliest first, and the others of the category."""
    menu, lexicon = facts.menu, facts.lexicon
    if base is not None:
        named = read_item(_words(entry), lexicon)
        within = [item for item in _items(named, menu) if item.category == _category(entry.category, menu)]
        if within and not base.mentions:
            return within, []
        # Of several items with one name the fields decide, as long as the words have not.
        return _items(named if base.item in named and not base.mentions else (base.item,), menu), []
    by_choice = _named_by_choice(choices, facts)
    category = _category(entry.category, menu)
    if not category:
        return _items(read_item(entry.category.replace("_", " "), lexicon) if entry.category else by_choice, menu), []
    members = [item for item in menu.items if item.category == category]
    heads = read_item(entry.category.replace("_", " "), lexicon)
    first = [item for item in _items(by_choice, menu) if item in members]
    first = first or [item for item in _items(heads, menu) if item in members]
    first = first or (members if len(members) == 1 else [])
    return first, [item for item in members if item not in first]


def _named_by_choice(choices: Mapping[str, object], facts: Facts) -> tuple[str, ...]:
    """The items that a choice names by itself: two words for one thing to a caller."""
    found: list[str] = []
    for name, value in choices.items():
        groups = [group for item in facts.menu.items if (group := item.group(name)) is not None]
        if isinstance(value, str) and any(group.names_item for group in groups):
            found += read_item(value, facts.lexicon)
    return tuple(dict.fromkeys(found))


def _items(ids: Sequence[str], menu: Menu) -> list[Item]:
    return [item for one in ids if (item := menu.item(one)) is not None]


def _category(words: str, menu: Menu) -> str:
    """The menu's category that these words name, in singular or plural, "" for none."""
    asked = _singular(words)
    known = dict.fromkeys((*menu.categories, *(item.category for item in menu.items)))
    return next((one for one in known if asked and _singular(one) == asked), "")


def _singular(words: str) -> tuple[str, ...]:
    return tuple(word.removesuffix("s") for word in words_of(words.replace("_", " ")))


def _unnamed(entry: ItemToAdd, spoken: Understanding, menu: Menu) -> OrderingError:
    """What to say of an entry that names no item."""
    if spoken.not_understood:
        return NotOnTheMenu(spoken.not_understood[0].words, spoken.not_understood[0].nearest)
    category = _category(entry.category, menu)
    if category:
        names = [plain_name(item) for item in menu.items if item.category == category]
        return BadArguments((f"name is missing: {category.replace('_', ' ')} are {say.listing(names, 'or')}",))
    words = entry.category or _words(entry)
    if words:
        return NotOnTheMenu(words, tuple(one.replace("_", " ") for one in menu.categories[:_MOST_NAMED]))
    return BadArguments(("category or description is missing: nothing says which item it is",))


def _request(fields: Fields, base: ItemRequest | None, quantity: int | None, menu: Menu) -> ItemRequest:
    item = fields.item.id
    if base is None:
        request = ItemRequest(item)
    else:
        request = base if base.item == item else ItemRequest(item, base.quantity, heard=base.heard)
    request = replace(
        request,
        mentions=request.mentions + fields.mentions,
        quantity=quantity if quantity is not None else request.quantity,
    )
    if not fields.wants_deal and not request.deal:
        return request
    deal = deal_named(item, menu)
    if deal is None:
        raise NotOnTheMenu(f"{plain_name(fields.item)} as a deal", tuple(one.name for one in menu.deals[:_MOST_NAMED]))
    return replace(request, deal=request.deal or deal.id, sides=request.sides + fields.side_requests(menu))


def _says_something(value: object) -> bool:
    """Models fill in what they were not told: empty lists and texts say nothing, so the usual applies."""
    return value is not None and value not in ("", [], {})
