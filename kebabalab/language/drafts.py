"""Drafts: the lines of an order while a sentence is being read, before the menu's rules are applied."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kebabalab.language.chunks import Chunk
from kebabalab.language.lexicon import BETWEEN, Kind, Lexicon, Slot
from kebabalab.models.item import Mark
from kebabalab.models.menu import GroupKind


@dataclass(slots=True)
class Said:
    """One thing said of an item: the chunk that says it and how it is meant."""

    chunk: Chunk
    mark: Mark = Mark.PLAIN
    instead: bool = False  # off, because another was asked for in its place
    inherited: bool = False  # taken over from another line: what is said of this one comes before it


@dataclass(slots=True)
class Draft:
    """One line as far as it has been read. `heads` are the items it may be, the likeliest first."""

    heads: tuple[str, ...]
    chunk: Chunk
    quantity: int = 1
    counted: bool = False  # a number or an article was said
    said: list[Said] = field(default_factory=list)
    deals: tuple[str, ...] = ()
    deal_chunk: Chunk | None = None
    sides: list[Draft] = field(default_factory=list)
    inherited: bool = False  # a side that was taken over when its line was split
    splitting: bool = False  # what is left of a line that is being split
    uncounted: bool = False  # "Xs, two with Y": as many are wanted as are named; nothing else is left of it
    with_before: bool = False  # named behind "with": it may be a side of what was named before
    sentence: int = 0  # the one in which it was named
    begun: bool = False  # named behind "and" or in a sentence of its own
    line: str = ""  # the line of the cart, or the side of a deal, that it was before

    def copy(self, quantity: int) -> Draft:
        """The same line with a quantity of its own."""
        said = [replace(one, inherited=True) for one in self.said]
        return replace(self, quantity=quantity, said=said, sides=list(self.sides))


def accepted(kind: Kind, chunk: Chunk) -> tuple[Slot, str] | None:
    """The slot of this kind that a value chunk fits, with the option; None when it has no place there."""
    for group, option in chunk.entry.values:
        slot = kind.slots.get(group)
        if slot is not None and (option in slot.options or slot.options.issuperset(option.split(BETWEEN))):
            return slot, option
    return None


def fits(lexicon: Lexicon, heads: tuple[str, ...], chunk: Chunk) -> tuple[Slot, str] | None:
    """The first of the possible items in which a value has a place, as `accepted`."""
    for head in heads:
        found = accepted(lexicon.kinds[head], chunk)
        if found is not None:
            return found
    return None


def opens(lexicon: Lexicon, draft: Draft, count: int | None, chunk: Chunk) -> bool:
    """Whether some of a line can take a choice of one ("six of them, three X"): it is open, and they are enough."""
    found = fits(lexicon, draft.heads, chunk)
    return (
        (draft.splitting or draft.quantity > 1)
        and count is not None
        and 0 < count <= draft.quantity
        and found is not None
        and is_single(found)
        and not filled(lexicon, draft, found[0].group)
    )


def is_single(found: tuple[Slot, str] | None) -> bool:
    """Whether a value was found that only one of its group can be taken of."""
    return found is not None and found[0].kind is GroupKind.ONE


def filled(lexicon: Lexicon, draft: Draft, group: str) -> bool:
    """Whether something of this group was said of the draft already."""
    for said in draft.said:
        found = fits(lexicon, draft.heads, said.chunk)
        if found is not None and found[0].group == group:
            return True
    return False
