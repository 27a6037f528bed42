"""Understand a sentence: from what was said to what is asked of the menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process, utils

from kebabalab.language.asides import without_asides
from kebabalab.language.chunks import Chunk, chunk
from kebabalab.language.deal_sides import imply_deals, told_apart
from kebabalab.language.drafts import Draft, Said, accepted, is_single
from kebabalab.language.english import Role
from kebabalab.language.forms import singular
from kebabalab.language.grammar import prepared, read
from kebabalab.language.lexicon import BETWEEN, Entry, Kind, Lexicon, Slot
from kebabalab.language.lines import Lines
from kebabalab.language.questions import statements
from kebabalab.models.cart import MAX_QUANTITY
from kebabalab.models.item import Heard, ItemRequest, Mark, Mention
from kebabalab.models.menu import GroupKind

MAX_REQUESTS = 50
NEAREST = 3
NEAR_ENOUGH = 45


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Words that name nothing on the menu, and the names of what is nearest to them.

    With `undecided` they name several things of which the caller wants one: those are in `nearest`.
    """

    words: str
    nearest: tuple[str, ...] = ()
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a sentence asks for. `refused` holds the quantities that were heard and can't be ordered."""

    requests: tuple[ItemRequest, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    refused: tuple[int, ...] = ()


def understand(text: str, lexicon: Lexicon) -> Understanding:
    """Read what a caller said. Pure, deterministic, never raises; at most MAX_REQUESTS requests."""
    said = statements(without_asides(chunk(text, lexicon)))
    return requests_of(read(prepared(said, lexicon), lexicon), text, lexicon)


def requests_of(lines: Lines, text: str, lexicon: Lexicon) -> Understanding:
    """What the lines that were read from a text ask for."""
    unknown = [one for one in lines.unknown if not _announces(one, lines.drafts, lexicon)]
    requests: list[ItemRequest] = []
    refused: list[int] = []
    for draft in imply_deals(told_apart(lines.drafts, lexicon), lexicon):
        if not 1 <= draft.quantity <= MAX_QUANTITY:
            refused.append(draft.quantity)
            continue
        requests.append(_request(draft, lexicon, text, unknown))
    requests = requests[:MAX_REQUESTS]
    open_choices = [_undecided(drafts, lexicon, text) for drafts in lines.undecided]
    missing = open_choices + [_not_understood(one, lexicon, text) for one in sorted(unknown, key=lambda one: one.start)]
    return Understanding(tuple(requests), tuple(missing), tuple(refused))


def _announces(one: Chunk, drafts: Sequence[Draft], lexicon: Lexicon) -> bool:
    """Whether a word is the menu's for a category of which something is named behind it ("two cakes, an X, a Y")."""
    word = singular(one.words) or one.words
    return any(
        word == (singular(category := lexicon.kinds[draft.heads[0]].category) or category)
        for draft in drafts
        if draft.chunk.start > one.start
    )


def read_item(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The items that these words name, the likeliest first; none when they name no item."""
    for draft in read(prepared(chunk(words, lexicon), lexicon), lexicon).drafts:
        return draft.heads
    return ()


def read_mentions(words: str, item_id: str, lexicon: Lexicon) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """Read a fragment ("extra X", "no Y", "large") against one item: its mentions, and words with no place in it."""
    chunks = prepared(chunk(words, lexicon), lexicon)
    name = next((entry for entry in chunks if item_id in entry.entry.items), None)
    head = name or Chunk(Role.MENU, Entry(Role.MENU, items=(item_id,)), "", 0, 0)
    lines = read([head, *(one for one in chunks if one is not name)], lexicon)
    unknown = list(lines.unknown)
    mentions: list[Mention] = []
    for draft in lines.drafts[:1]:
        mentions += mentions_of(draft, lexicon.kinds[item_id], words, unknown)
    return tuple(mentions), tuple(words[one.start : one.end] for one in unknown)


def _request(draft: Draft, lexicon: Lexicon, text: str, unknown: list[Chunk]) -> ItemRequest:
    kind = best_kind(draft, lexicon)
    mentions = mentions_of(draft, kind, text, unknown)
    heard = [_heard("item", kind.item, draft.chunk, text)]
    counted = _counted_by_choice(draft, kind, mentions)
    if counted is not None:
        # "Twelve X" where X comes by six, twelve or twenty-four is one of these.
        mentions.append(counted)
        draft = replace(draft, quantity=1)
    deal = next((deal for deal in kind.deals if deal in draft.deals), "")
    if deal and draft.deal_chunk is not None:
        heard.append(_heard("deal", deal, draft.deal_chunk, text))
    sides = tuple(_request(side, lexicon, text, unknown) for side in draft.sides)
    return ItemRequest(kind.item, draft.quantity, tuple(mentions), deal, sides, tuple(heard))


def _counted_by_choice(draft: Draft, kind: Kind, mentions: list[Mention]) -> Mention | None:
    """The choice that a number makes of an item that is sold in numbers, where nothing else was said of that."""
    taken = {mention.group for mention in mentions}
    for slot in kind.slots.values():
        if slot.required and str(draft.quantity) in slot.options and slot.group not in taken:
            return Mention(slot.group, (str(draft.quantity),)) if draft.counted and draft.quantity > 1 else None
    return None


def best_kind(draft: Draft, lexicon: Lexicon) -> Kind:
    """The item that all that was said fits best; the first named by the menu where they are even."""
    kinds = [lexicon.kinds[head] for head in draft.heads]

    def rank(kind: Kind) -> tuple[int, int]:
        found = [accepted(kind, said.chunk) for said in draft.said if said.mark is not Mark.NOT]
        taken = {one[0].group for one in found if one is not None}
        asked = sum(slot.required and slot.group not in taken for slot in kind.slots.values())
        return sum(one is not None for one in found), -asked

    def answered(kind: Kind) -> bool:
        said = {group for one in draft.said for group, _ in one.chunk.entry.values}
        return all(slot.group in said for slot in kind.slots.values() if slot.must_be_said)

    fitting = [kind for kind in kinds if kind is kinds[0] or answered(kind)]
    return max(fitting, key=rank)


def mentions_of(draft: Draft, kind: Kind, text: str, unknown: list[Chunk]) -> list[Mention]:
    """What was said of the draft, as this kind of item has it; what has no place in it goes to `unknown`."""
    mentions: list[Mention] = []
    for said in draft.said:
        if said.chunk.role is not Role.MENU:
            mentions += _of_all(said, kind, text)
        elif said.chunk.entry.values:
            found = accepted(kind, said.chunk)
            if is_single(found):
                found = _elsewhere(kind, said.chunk, mentions) or found
            if found is not None:
                slot, option = found
                heard = _heard(slot.group, option, said.chunk, text)
                part = said.chunk.part if slot.parts else ""
                options = tuple(option.split(BETWEEN))
                mentions.append(Mention(slot.group, options, said.mark, part, heard, said.instead))
            elif said.mark is not Mark.NOT:
                unknown.append(said.chunk)
        else:
            groups = [group for group in said.chunk.entry.groups if group in kind.slots]
            mentions += [_of_group(kind.slots[group], said, text) for group in groups]
    return _singles_joined(mentions, kind)


def _elsewhere(kind: Kind, one: Chunk, mentions: list[Mention]) -> tuple[Slot, str] | None:
    """Where a value goes whose single group is taken already: into a group that holds several, if it is sold there."""
    places = [(kind.slots[group], option) for group, option in one.entry.values if group in kind.slots]
    fitting = [(slot, option) for slot, option in places if option in slot.options]
    if len(fitting) < 2 or not any(mention.group == fitting[0][0].group for mention in mentions):
        return None
    return next(((slot, option) for slot, option in fitting if slot.kind is GroupKind.MANY), None)


def _of_all(said: Said, kind: Kind, text: str) -> list[Mention]:
    """The lot: every group that has one; plain: every group that it empties."""
    slots = [s for s in kind.slots.values() if (s.has_lot if said.mark is Mark.ALL else s.emptied_by_plain)]
    return [_of_group(slot, said, text) for slot in slots]


def _of_group(slot: Slot, said: Said, text: str) -> Mention:
    part = said.chunk.part if slot.parts else ""
    mark = Mark.PLAIN if said.mark is Mark.USUAL and slot.kind is not GroupKind.MANY else said.mark
    return Mention(slot.group, (), mark, part, _heard(slot.group, "", said.chunk, text))


def _singles_joined(mentions: list[Mention], kind: Kind) -> list[Mention]:
    """One mention for each group of which only one can be taken: two options are their mix, or are left open."""
    joined: list[Mention] = []
    for mention in mentions:
        slot = kind.slots[mention.group]
        before = next(
            (n for n, one in enumerate(joined) if one.group == mention.group and one.mark is Mark.PLAIN), None
        )
        if slot.kind is not GroupKind.ONE or mention.mark is not Mark.PLAIN or before is None:
            joined.append(mention)
            continue
        options = tuple(dict.fromkeys((*joined[before].options, *mention.options)))
        for mixed, whole in slot.mixes.items():
            if frozenset(options) - {whole} <= mixed:
                options = (whole,) if len(options) > 1 else options
        joined[before] = replace(joined[before], options=options)
    return joined


def _heard(field: str, value: str, one: Chunk, text: str) -> Heard:
    return Heard(field, value, text[one.start : one.end], one.start, one.end)


def _undecided(drafts: Sequence[Draft], lexicon: Lexicon, text: str) -> NotUnderstood:
    chunks = [one for draft in drafts for one in (draft.chunk, *(said.chunk for said in draft.said))]
    words = text[min(one.start for one in chunks) : max(one.end for one in chunks)]
    names = [lexicon.display.get(kind := best_kind(draft, lexicon).item, kind) for draft in drafts]
    return NotUnderstood(words, tuple(dict.fromkeys(names)), undecided=True)


def _not_understood(one: Chunk, lexicon: Lexicon, text: str) -> NotUnderstood:
    words = text[one.start : one.end] or one.words
    found = process.extract(
        one.words, lexicon.display, scorer=fuzz.WRatio, processor=utils.default_process, limit=NEAREST,
        score_cutoff=NEAR_ENOUGH,
    )  # fmt: skip
    return NotUnderstood(words, tuple(dict.fromkeys(name for name, _, _ in found)))
