"""Cart lines in words: their names, what was chosen on them, and the read-back of a whole order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kebabalab.language.say_values import counted, listing, number, sentence, sentences, speakable
from kebabalab.models.item import HALVES, Choice, Choices, LineItem
from kebabalab.models.menu import Deal, Group, GroupKind, Item, Menu, Naming, Option

_PLACE = re.compile(r"\{(\w+)\}")
_CAPITALISED = re.compile(r"\b[^\W\d_][^\W\d_]+\b")
# Beyond so many lines what is usual is called that, and not read out again.
_MANY_LINES = 6
_HELPINGS = ("extra", "light")


def title(line: LineItem, menu: Menu) -> str:
    """The line's name as it is shown, one of it: from the item's template, a deal's around it."""
    return _title(line, menu, plural=False, shown=True)


def details(line: LineItem, menu: Menu) -> tuple[str, ...]:
    """What was chosen beyond the name, one short phrase each, for whoever makes it: "no ...", "extra ..."."""
    item = menu.item(line.item)
    if item is None:
        return ()
    phrases = [
        f"{phrase} on the {part}" if part else phrase
        for group in _beside_name(item)
        for part in ("", *HALVES)
        for phrase in _chosen(group, line.choices, part)
    ]
    phrases += [f"no {word}" for group in item.groups for word in _refused(group, line)]
    for side in _sides(line, menu):
        told = details(side, menu)
        phrases.append(title(side, menu) + (f" ({listing(told)})" if told else ""))
    return tuple(phrases)


def line(told: LineItem, menu: Menu, brief: bool = False) -> str:
    """The line as it is read back: "two large ... with ..., no ...".

    Groups that nobody spoke of come last and are called the usual; with `brief` they are not read out one by one.
    """
    item = menu.item(told.item)
    name = f"{number(told.quantity)} {_spoken_title(told, menu)}"
    if item is None:
        return name
    refused = [word for group in item.groups for word in _refused(group, told)]
    parts = _with(told, item, brief)
    sides = [_side(side, menu) for side in _sides(told, menu)]
    each = " each" if told.quantity > 1 and sides else ""
    if sides and not parts and not refused:
        return f"{name} with {listing(sides)}{each}"
    joint = ", " if " with " in name else " with "
    name += f"{joint}{_apart(parts)}" if parts else ""
    name += "".join(f", no {words}" for words in _no(refused))
    return name + (f", plus {listing(sides)}{each}" if sides else "")


def lines(told: Sequence[LineItem], menu: Menu) -> tuple[str, ...]:
    """Each line as it is read back, equal ones told once."""
    merged = equal_merged(told)
    return tuple(line(one, menu, brief=len(merged) > _MANY_LINES) for one in merged)


def order(told: Sequence[LineItem], menu: Menu) -> str:
    """All lines as they are read back: a list where they are short, a sentence for each where they are not.

    Two lines of one item are sentences: "two X, one red X" would be one red one of the two.
    """
    spoken = lines(told, menu)
    alike = len(spoken) > len({one.item for one in told})
    if alike or any("," in one or " and " in one for one in spoken):
        return sentences(spoken)
    return sentence(listing(spoken))


def summary(told: Sequence[LineItem], menu: Menu, most: int = 5) -> str:
    """The names alone, in a few words: "two ..., a ... and four more items"."""
    merged = [replace(one, choices=_in_name(one, menu), assumed=()) for one in told]
    grouped = equal_merged([replace(one, excluded={}) for one in merged])
    shown = grouped if len(grouped) <= most else grouped[: most - 1]
    spoken = [f"{number(one.quantity)} {_spoken_title(one, menu)}" for one in shown]
    left = sum(one.quantity for one in grouped[len(shown) :])
    return listing([*spoken, counted(left, "more item", "more items")] if left else spoken)


def equal_merged(told: Iterable[LineItem]) -> tuple[LineItem, ...]:
    """The lines with equal ones made one of their summed quantity, each where it first stood."""
    merged: dict[str, LineItem] = {}
    for one in told:
        key = content_of(one)
        before = merged.get(key)
        if before is None:
            merged[key] = one
        else:
            assumed = tuple(field for field in before.assumed if field in one.assumed)
            merged[key] = replace(before, quantity=before.quantity + one.quantity, assumed=assumed)
    return tuple(merged.values())


def content_of(told: LineItem) -> str:
    """What makes two lines the same dish: item, choices, exclusions, sides; whatever their order or quantity."""
    sides = {side: _plain(choices) for side, choices in told.sides.items()}
    excluded = {group: sorted(options) for group, options in told.excluded.items() if options}
    return repr((told.item, _plain(told.choices), sorted(excluded.items()), sorted(sides.items())))


def _plain(choices: Choices) -> list[tuple[str, list[str]]]:
    return sorted((group, sorted(map(str, taken))) for group, taken in choices.items())


def _title(told: LineItem, menu: Menu, plural: bool, shown: bool) -> str:
    item = menu.item(told.item)
    if item is None:
        return told.item.replace("_", " ")
    deal = deal_of(told, menu)
    template = item.plural if plural and deal is None else item.title
    name = _filled(template, _names(item, told.choices, shown), shown)
    if deal is None:
        return name
    return _filled(deal.plural if plural else deal.title, {"main": name}, shown)


def _spoken_title(told: LineItem, menu: Menu) -> str:
    return speakable(_title(told, menu, plural=told.quantity != 1, shown=False))


def deal_of(told: LineItem, menu: Menu) -> Deal | None:
    """The deal that a deal line is named by: the first whose sides, as far as they are chosen, are the line's."""
    return next((deal for deal in menu.deals_of(told.item) if told.sides and _fits(deal, told.sides)), None)


def _fits(deal: Deal, sides: Mapping[str, Choices]) -> bool:
    return set(deal.sides) == set(sides) and all(
        not sides[side].get(group) or sides[side][group][0].option == option
        for side, fixed in deal.sides.items()
        for group, option in fixed.items()
    )


def _filled(template: str, names: Mapping[str, str], shown: bool) -> str:
    """The template with its places filled; those not chosen yet drop out. When said its own words are in lower case."""
    if not shown:
        pieces = _PLACE.split(template)
        template = "".join(f"{{{piece}}}" if n % 2 else _lowered(piece) for n, piece in enumerate(pieces))
    return " ".join(_PLACE.sub(lambda place: names.get(place[1], ""), template).split())


def _lowered(words: str) -> str:
    """Capitalised words in lower case; what is written in capitals is spelt out and stays."""
    return _CAPITALISED.sub(lambda word: word[0].lower() if word[0].istitle() else word[0], words)


def _names(item: Item, choices: Choices, shown: bool) -> dict[str, str]:
    names = {}
    for group in item.groups:
        taken = choices.get(group.id, ())
        if group.kind is GroupKind.ONE and taken:
            name = _option(group, taken[0].option)
            names[group.id] = _CAPITALISED.sub(lambda word: word[0][0].upper() + word[0][1:], name) if shown else name
    return names


def _option(group: Group, option_id: str) -> str:
    option = group.option(option_id)
    return option.name if option is not None else option_id.replace("_", " ")


def _beside_name(item: Item) -> tuple[Group, ...]:
    """The groups that the item's name does not hold."""
    named = set(_PLACE.findall(item.title))
    return tuple(group for group in item.groups if group.id not in named)


def _in_name(told: LineItem, menu: Menu) -> Choices:
    item = menu.item(told.item)
    named = set(_PLACE.findall(item.title)) if item is not None else set()
    return {group: taken for group, taken in told.choices.items() if group in named}


def _sides(told: LineItem, menu: Menu) -> tuple[LineItem, ...]:
    """The deal's sides, each as a line of its own, with the line's assumed fields under their groups' names."""
    found = []
    for side_id, choices in told.sides.items():
        side = menu.side(side_id)
        if side is not None:
            found.append(LineItem("", side.item, 1, choices))
    return tuple(found)


def _side(side: LineItem, menu: Menu) -> str:
    item = menu.item(side.item)
    name = _spoken_title(side, menu)
    chosen = [phrase for group in _beside_name(item) for phrase in _chosen(group, side.choices)] if item else []
    # What is called the same one or many is not counted.
    if item is not None and item.plural != item.title:
        name = f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
    return f"{name} with {listing(chosen)}" if chosen else name


def _chosen(group: Group, choices: Choices, part: str = "") -> tuple[str, ...]:
    """What was taken of a group for this part of the item, a phrase each; nothing while it is open or a flag as usual.

    Where what is named comes on top of the usual, the usual goes without saying.
    """
    taken = tuple(choice for choice in choices.get(group.id, ()) if choice.part == part)
    if group.naming is Naming.ADDS:
        taken = tuple(one for one in taken if one.part or one.helping or one.option not in group.usual)
    if group.kind is GroupKind.FLAG:
        flag = taken[0].option if taken else ""
        return (_group(group),) if flag == "yes" and "yes" not in group.usual else ()
    return tuple(_helped(_option(group, choice.option), choice) for choice in taken)


def _helped(name: str, choice: Choice) -> str:
    """The option with its helping, said once where its name says it already."""
    helping = "" if name.startswith(f"{choice.helping} ") else choice.helping
    return f"{helping} {name}".strip()


def _refused(group: Group, told: LineItem) -> tuple[str, ...]:
    """What the caller does without: single options said no to, or the whole group where it is an explicit none."""
    taken = told.choices.get(group.id)
    if group.kind is GroupKind.FLAG:
        return (_group(group),) if taken and taken[0].option == "no" and "no" not in group.usual else ()
    held = {choice.option for choice in taken or ()}
    singly = tuple(one for one in told.excluded.get(group.id, ()) if one not in held)
    if taken == () and group.usual and not singly and group.id not in told.assumed:
        return (_group(group),)
    return tuple(_option(group, one) for one in singly)


def _apart(parts: Sequence[str]) -> str:
    """The parts as a list, what goes on a half set apart from the rest: "X and Y, and Z on the left half"."""
    halves = [part for part in parts if part.endswith(HALVES)]
    whole = listing([part for part in parts if part not in halves])
    return ", and ".join([*([whole] if whole else []), *halves])


def _no(refused: Sequence[str]) -> list[str]:
    """What stands behind "no": a list, but by itself what begins with a helping ("no extra X, no Y or Z")."""
    alone = [word for word in refused if word.split()[0] in _HELPINGS]
    listed = [word for word in refused if word not in alone]
    return [*alone, *([listing(listed, "or")] if listed else [])]


def _group(group: Group) -> str:
    """The group as callers call it."""
    return group.said[0] if group.said else group.name.lower()


def _with(told: LineItem, item: Item, brief: bool) -> list[str]:
    """What the line comes with, a phrase for each group: what was said first, then the usual."""
    said: list[str] = []
    usual: list[str] = []
    for group in _beside_name(item):
        told_of = usual if group.id in told.assumed else said
        for part in ("", *HALVES):
            phrases = _chosen(group, told.choices, part)
            if phrases:
                told_of.append(_shared_ending(phrases, group) + (f" on the {part}" if part else ""))
    if not usual:
        return said
    return [*said, "the usual"] if brief else [*said, f"the usual {usual[0]}", *usual[1:]]


def _shared_ending(phrases: Sequence[str], group: Group) -> str:
    """The phrases as a list; a last word that all of them end with is said once: "light and dark bread".

    Only where each phrase may be said without it: else what was meant could not be told.
    """
    words = [phrase.split() for phrase in phrases]
    ending = words[0][-1]
    if len(phrases) == 1 or not all(len(one) > 1 and one[-1] == ending for one in words):
        return listing(phrases)
    short = [" ".join(one[:-1]) for one in words[:-1]]
    spoken = {name for option in group.options for name in _spoken(option)}
    clear = all(words[0] in spoken or words[-1] in spoken for words in ((one, _plain_name(one)) for one in short))
    return listing([*short, phrases[-1]] if clear else phrases)


def _spoken(option: Option) -> tuple[str, ...]:
    """What the option is called; a first "=" says that its id is not one of the words for it."""
    return option.said[1:] if option.said[:1] == ("=",) else (option.id, option.name, *option.said)


def _plain_name(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return rest if first in _HELPINGS else phrase
