"""What was asked for, and the cart line that it became."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

HALVES = ("left half", "right half")


class Mark(StrEnum):
    """What was said of an option or a group."""

    PLAIN = ""
    NOT = "not"
    EXTRA = "extra"
    LIGHT = "light"
    ONLY = "only"
    ALL = "all"  # every free option of the group: "the lot"
    NONE = "none"  # nothing of the group
    USUAL = "usual"  # what is usual of the group, whatever is named beside it


@dataclass(frozen=True, slots=True)
class Heard:
    """The words that caused a choice: `field` and `value` as on the line, characters `start` to `end` of the text."""

    field: str
    value: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing said of one group, in the order it was said.

    `options` has several ids where the words leave it open between them, none with the marks ALL, NONE and USUAL.
    `part` is the portion of the item it goes on, one of HALVES, "" for the whole. `instead` says of what is off that
    another was asked for in its place.
    """

    group: str
    options: tuple[str, ...] = ()
    mark: Mark = Mark.PLAIN
    part: str = ""
    heard: Heard | None = None
    instead: bool = False


@dataclass(frozen=True, slots=True)
class ItemRequest:
    """An item as it was asked for, before the menu's usual and rules are applied.

    `deal` is the id of the deal that was named, "" for none; `sides` are the requests said of the deal's parts.
    """

    item: str
    quantity: int = 1
    mentions: tuple[Mention, ...] = ()
    deal: str = ""
    sides: tuple[ItemRequest, ...] = ()
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """An option taken. `helping` is "", "extra" or "light"; `part` the portion it goes on, "" for the whole."""

    option: str
    helping: str = ""
    part: str = ""

    def __str__(self) -> str:
        return " ".join(word for word in (self.helping, self.option, f"on {self.part}" if self.part else "") if word)


Choices = Mapping[str, tuple[Choice, ...]]


@dataclass(frozen=True, slots=True)
class LineItem:
    """One line of a cart.

    `choices` is keyed by group id: a group that is absent is still open (single) or has not been touched;
    an empty tuple is an explicit none. `excluded` keeps what the caller said no to. `sides` is keyed by side id and
    is empty unless the line is a deal. `assumed` names the fields that nobody spoke of; `between` keeps, by field, the
    options that the caller left an open choice between.
    """

    line_id: str
    item: str
    quantity: int
    choices: Choices = field(default_factory=dict)
    excluded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sides: Mapping[str, Choices] = field(default_factory=dict)
    assumed: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()
    between: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_deal(self) -> bool:
        """Whether the line is a deal: its main item with sides at one price."""
        return bool(self.sides)

    def one(self, group: str) -> str:
        """The id of the option taken in a single group, "" when open or none."""
        taken = self.choices.get(group, ())
        return taken[0].option if taken else ""


@dataclass(frozen=True, slots=True)
class Need:
    """A choice that a line still has open: the field, what it can be, and the question to ask."""

    field: str
    options: tuple[str, ...]
    ask: str
