"""Values that models give for a field, read against one item: the menu's own names first, then a caller's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from kebabalab.language.lexicon import Lexicon
from kebabalab.language.tokens import words_of
from kebabalab.language.understand import read_mentions
from kebabalab.models.item import Heard, Mark, Mention
from kebabalab.models.menu import Group, GroupKind, Item, Option

_NOTHING = frozenset("none no nothing nil off without".split())
_TRUTHS = MappingProxyType({"true": Mark.PLAIN, "false": Mark.NOT, **dict.fromkeys(_NOTHING, Mark.NOT)})
_ALL = frozenset(("all", "everything", "lot", "the lot", "all of them", "full"))


@dataclass(frozen=True, slots=True)
class Read:
    """What values say of an item, and the values that say nothing of it."""

    mentions: tuple[Mention, ...] = ()
    unknown: tuple[str, ...] = ()

    def __add__(self, other: Read) -> Read:
        return Read(self.mentions + other.mentions, self.unknown + other.unknown)


def read_values(values: Iterable[str], group: Group, item: Item, lexicon: Lexicon) -> Read:
    """Every value of a list as `read_value` reads it."""
    read = Read()
    for value in values:
        read += read_value(value, group, item, lexicon)
    return read


def read_value(value: str, group: Group, item: Item, lexicon: Lexicon) -> Read:
    """One value of a group: an option's id or name, "none", "all", or words such as "extra ..." and "no ...".

    What another group of the item holds is taken for that one where several can be had: models mix up lists, callers
    don't care which one their wish is in. A single choice is only ever one of its own options.
    """
    words = " ".join(value.casefold().split())
    option = option_named(words, group)
    if option is not None:
        return Read((_mention(group, option, value),))
    if group.kind is GroupKind.FLAG and words in _TRUTHS:
        return Read((Mention(group.id, ("yes",), _TRUTHS[words]),))
    if words in _NOTHING:
        return Read((Mention(group.id, (), Mark.NONE),))
    if words in _ALL and group.kind is GroupKind.MANY:
        return Read((Mention(group.id, (), Mark.ALL),))
    mentions, unknown = read_mentions(value, item.id, lexicon)
    placed = [_placed(mention, group, item) for mention in mentions]
    found = tuple(mention for mention in placed if mention is not None)
    if found and len(found) == len(placed) and not unknown:
        return Read(found)
    parts = [part.strip() for part in words.split(" and ") if part.strip()]
    if len(parts) > 1 and group.kind is GroupKind.MANY:
        return read_values(parts, group, item, lexicon)
    helping = _helping(words, group, value)
    return Read((helping,)) if helping is not None else Read(unknown=(value,))


def option_named(words: str, group: Group) -> Option | None:
    """The option whose id, name or spoken form these words are exactly."""
    asked = words_of(words.replace("_", " "))
    if not asked:
        return None
    for option in group.options:
        if option.id.casefold() == words or words_of(option.id.replace("_", " ")) == asked:
            return option
    spoken = [option for option in group.options if asked in {words_of(one) for one in (option.name, *option.said)}]
    return spoken[0] if spoken else None


def group_named(field: str, item: Item) -> Group | None:
    """The group of an item that a field means: by its id, by what callers call it, in singular or plural."""
    exact = item.group(field)
    if exact is not None:
        return exact
    asked = field.replace("_", " ").removesuffix("s")
    for group in item.groups:
        names = (group.id.replace("_", " "), group.name, *group.said)
        if any(name.casefold().removesuffix("s") == asked for name in names):
            return group
    return None


def truth(taken: bool, field: str, item: Item) -> Mention | None:
    """A plain yes or no for a field: its flag, or the option of that name among the item's choices."""
    mark = Mark.PLAIN if taken else Mark.NOT
    flag = group_named(field, item)
    if flag is not None and flag.kind is GroupKind.FLAG:
        return Mention(flag.id, ("yes",), mark)
    for group in item.groups:
        option = option_named(field.replace("_", " "), group)
        if option is not None:
            return Mention(group.id, (option.id,), mark)
    return None


def _placed(mention: Mention, group: Group, item: Item) -> Mention | None:
    """The mention in the group that it was given for, where that sells it; None where it has no place."""
    if mention.group == group.id:
        return mention
    words = mention.heard.words if mention.heard is not None else ""
    option = option_named(words, group) if words else None
    if option is not None:
        return replace(mention, group=group.id, options=(option.id,))
    other = item.group(mention.group)
    several = group.kind is GroupKind.MANY and other is not None and other.kind is GroupKind.MANY
    return mention if several and mention.options else None


def _helping(words: str, group: Group, value: str) -> Mention | None:
    """A helping as the cart line shows it, "extra" and an option's id: to a caller that id may be another's word."""
    size, _, rest = words.partition(" ")
    option = option_named(rest, group)
    if option is None or size not in (Mark.EXTRA, Mark.LIGHT):
        return None
    return replace(_mention(group, option, value), mark=Mark(size))


def _mention(group: Group, option: Option, words: str) -> Mention:
    heard = Heard(group.id, option.id, words, 0, len(words))
    if group.kind is GroupKind.FLAG and option.id == "no":
        return Mention(group.id, ("yes",), Mark.NOT, heard=heard)
    return Mention(group.id, (option.id,), heard=heard)
