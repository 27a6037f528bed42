"""Edits: what a caller's words change on the lines of a cart, read by the same grammar as an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kebabalab.language.asides import without_asides
from kebabalab.language.chunks import Chunk, chunk
from kebabalab.language.drafts import Draft, Said
from kebabalab.language.english import Role
from kebabalab.language.grammar import Walk, prepared
from kebabalab.language.lexicon import Entry, Lexicon
from kebabalab.language.lines import Lines
from kebabalab.language.questions import statements
from kebabalab.language.understand import Understanding, mentions_of, requests_of
from kebabalab.models.item import ItemRequest, LineItem, Mention
from kebabalab.models.menu import GroupKind, Menu

_NOWHERE = -1  # where the words of a line stand that was in the cart before


@dataclass(frozen=True, slots=True)
class PartEdit:
    """What becomes of a line, or of so many of it. `deal` is the deal that it is to be made, "" for as it was."""

    quantity: int
    mentions: tuple[Mention, ...] = ()
    deal: str = ""
    sides: tuple[ItemRequest, ...] = ()


@dataclass(frozen=True, slots=True)
class SpokenEdit:
    """What words change: by line id the parts that each line becomes (none where it is to go), and what they add.

    The lines `swapped` go because something that was added takes their place.
    """

    lines: dict[str, tuple[PartEdit, ...]]
    added: Understanding
    swapped: frozenset[str] = frozenset()


def understand_edit(text: str, cart: Sequence[LineItem], at_hand: LineItem, menu: Menu, lexicon: Lexicon) -> SpokenEdit:
    """Read a change of the cart's lines, of `at_hand` where the words name no other. Pure, never raises.

    A mention of a deal's side has the side's field for its group.
    """
    drafts = {line.line_id: _draft(line, menu) for line in cart if line.item in lexicon.kinds}
    walk = Walk(prepared(statements(without_asides(chunk(text, lexicon))), lexicon), lexicon)
    walk.lines.begin(list(drafts.values()), drafts.get(at_hand.line_id))
    walk.run()
    reading = _Reading(text, menu, lexicon, walk.lines)
    edits = {line.line_id: reading.parts(line) for line in cart if line.line_id in drafts}
    walk.lines.drafts = [draft for draft in walk.lines.drafts if not draft.line]
    return SpokenEdit(edits, requests_of(walk.lines, text, lexicon), frozenset(walk.lines.swapped))


def _draft(line: LineItem, menu: Menu) -> Draft:
    """The line as if it had been said just now, its choices of one with it."""
    item = menu.item(line.item)
    head = Chunk(Role.MENU, Entry(Role.MENU, items=(line.item,)), "", _NOWHERE, _NOWHERE)
    draft = Draft((line.item,), head, line.quantity, counted=True, line=line.line_id)
    for group in item.groups if item is not None else ():
        taken = line.choices.get(group.id, ())
        if group.kind is GroupKind.ONE and taken:
            entry = Entry(Role.MENU, values=((group.id, taken[0].option),))
            draft.said.append(Said(Chunk(Role.MENU, entry, "", _NOWHERE, _NOWHERE), inherited=True))
    sides = ((side_id, menu.side(side_id), choices) for side_id, choices in line.sides.items())
    draft.sides = [
        replace(_draft(LineItem(side_id, side.item, 1, choices), menu), inherited=True)
        for side_id, side, choices in sides
        if side is not None
    ]
    draft.deals = tuple(deal.id for deal in menu.deals_of(line.item) if set(deal.sides) == set(line.sides))
    return draft


@dataclass(frozen=True, slots=True)
class _Reading:
    """The lines after the words were read, and what is needed to tell what is new on them."""

    text: str
    menu: Menu
    lexicon: Lexicon
    lines: Lines

    def parts(self, line: LineItem) -> tuple[PartEdit, ...]:
        """What the line becomes."""
        if any(side.line == line.line_id for draft in self.lines.drafts for side in draft.sides):
            return (PartEdit(line.quantity),)  # a deal that was asked for takes it in when it is made
        return tuple(self._part(draft, line) for draft in self.lines.drafts if draft.line == line.line_id)

    def _part(self, draft: Draft, line: LineItem) -> PartEdit:
        deals = self.menu.deals_of(draft.heads[0]) if draft.deal_chunk is not None else ()
        deal = next((one.id for one in deals if one.id in draft.deals), "")
        if deal:
            sides = tuple(ItemRequest(side.heads[0], 1, self._new(side)) for side in draft.sides)
            return PartEdit(draft.quantity, self._new(draft), deal, sides)
        return PartEdit(draft.quantity, self._new(draft) + self._of_sides(draft, line))

    def _new(self, draft: Draft) -> tuple[Mention, ...]:
        """What was said of the draft now."""
        said = [one for one in draft.said if one.chunk.start != _NOWHERE]
        kind = self.lexicon.kinds[draft.heads[0]]
        return tuple(mentions_of(replace(draft, said=said), kind, self.text, self.lines.unknown))

    def _of_sides(self, draft: Draft, line: LineItem) -> tuple[Mention, ...]:
        """What was said of the deal's sides, by their fields on the line."""
        found: list[Mention] = []
        left = list(line.sides)
        for side_draft in draft.sides:
            able = [self.menu.side(side_id) for side_id in left if side_draft.line in ("", side_id)]
            side = next((one for one in able if one is not None and one.item in side_draft.heads), None)
            if side is None:
                continue
            left.remove(side.id)
            fields = {group: name for name, group in side.fields.items()}
            said = [one for one in self._new(side_draft) if one.group in fields]
            found += [replace(mention, group=fields[mention.group]) for mention in said]
        return tuple(found)
