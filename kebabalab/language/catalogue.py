"""Catalogues: the same parser for anybody's menu, given as plain data, without a shop folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kebabalab.language.asides import without_asides
from kebabalab.language.chunks import chunk
from kebabalab.language.drafts import Draft, accepted
from kebabalab.language.english import Role
from kebabalab.language.grammar import prepared, read
from kebabalab.language.lexicon import BETWEEN, Entry, Kind, Lexicon, LexiconBuilder, Slot, orders
from kebabalab.language.lines import Lines
from kebabalab.language.questions import statements
from kebabalab.language.understand import best_kind
from kebabalab.models.item import Mark
from kebabalab.models.menu import GroupKind

Read = dict[str, Any]
_MARKS = {Mark.NOT: "not", Mark.EXTRA: "extra", Mark.LIGHT: "light"}


def catalogue_reader(catalogue: Mapping[str, Any]) -> Callable[[str], list[Read]]:
    """A function that reads sentences against a plain catalogue (docs/LANGUAGE.md has the whole form).

    `catalogue["orders"]` maps each kind of order to its `slots`, the slots that make it one (`head`) and the words for
    the kind itself (`names`); `catalogue["slots"]` maps each slot to its `values` with their spoken aliases, `either`
    (words that leave it open between several values), and the flags `many`, `negatable`, `qualifiable` and `number`.
    The function answers with a list of `{"order": kind, "slots": [[slot, value, mark...], ...]}` in the order of
    speech; a value that was left open is a list. It never raises. Raises ValueError for a catalogue with mistakes.
    """
    _check(catalogue)
    lexicon = _lexicon(catalogue)
    numbers = {
        order: next((slot for slot in form.get("slots", ()) if catalogue["slots"][slot].get("number")), "")
        for order, form in catalogue["orders"].items()
    }

    def reader(text: str) -> list[Read]:
        lines = read(prepared(statements(without_asides(chunk(text, lexicon))), lexicon), lexicon)
        drafts = lines.drafts or _nameless(lines, lexicon)
        return [_order(draft, lexicon, numbers, catalogue["slots"]) for draft in drafts if draft.quantity > 0]

    return reader


def _check(catalogue: Mapping[str, Any]) -> None:
    problems = []
    for part in ("orders", "slots"):
        if not isinstance(catalogue.get(part), Mapping):
            problems.append(f"{part} is missing")
    if problems:
        raise ValueError("; ".join(problems))
    for order, form in catalogue["orders"].items():
        named = (*form.get("head", ()), *form.get("slots", ()))
        problems += [f"orders.{order}: there is no slot {one}" for one in named if one not in catalogue["slots"]]
        if not form.get("head") and not form.get("names"):
            problems.append(f"orders.{order}: neither head nor names: nothing could be read as one")
    for slot, form in catalogue["slots"].items():
        known = form.get("values", {})
        for words, ids in form.get("either", {}).items():
            problems += [f"slots.{slot}.either.{words}: there is no value {one}" for one in ids if one not in known]
    if problems:
        raise ValueError("; ".join(problems))


def _lexicon(catalogue: Mapping[str, Any]) -> Lexicon:
    builder = LexiconBuilder()
    for order, form in catalogue["orders"].items():
        for name in form.get("names", ()):
            builder.add(name, Entry(Role.MENU, items=(order,)))
    for slot, form in catalogue["slots"].items():
        heading = tuple(order for order, one in catalogue["orders"].items() if slot in one.get("head", ()))
        for value, said in _spoken(form):
            for phrase in said:
                builder.add(phrase, Entry(Role.MENU, values=((slot, value),), implies=heading))
    kinds = {
        order: Kind(order, {slot: _slot(slot, catalogue["slots"][slot]) for slot in _slots_of(form)})
        for order, form in catalogue["orders"].items()
    }
    return replace(builder.lexicon(kinds), has_cart=False)


def _slots_of(form: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*form.get("slots", ()), *form.get("head", ()))))


def _spoken(form: Mapping[str, Any]) -> list[tuple[str, Sequence[str]]]:
    """Each value, and each set of values that a word leaves open, with the words for it."""
    values = [
        (value, said if orders(value.replace("_", " ")) else (value.replace("_", " "), *said))
        for value, said in form.get("values", {}).items()
    ]
    return values + [(BETWEEN.join(ids), (words,)) for words, ids in form.get("either", {}).items()]


def _slot(name: str, form: Mapping[str, Any]) -> Slot:
    kind = GroupKind.MANY if form.get("many") else GroupKind.ONE
    return Slot(name, kind, frozenset(value for value, _ in _spoken(form)), helpings=bool(form.get("qualifiable")))


def _nameless(lines: Lines, lexicon: Lexicon) -> list[Draft]:
    """One order of choices alone, where only one kind of order can hold them all."""
    said = [one for one in lines.orphans if one.chunk.entry.values]
    able = [kind for kind, one in lexicon.kinds.items() if all(accepted(one, each.chunk) for each in said)]
    return [Draft((able[0],), said[0].chunk, said=said)] if len(said) > 1 and len(able) == 1 else []


def _order(draft: Draft, lexicon: Lexicon, numbers: Mapping[str, str], slots: Mapping[str, Any]) -> Read:
    kind = best_kind(draft, lexicon)
    found: list[tuple[int, list[Any]]] = []
    if draft.counted and numbers[kind.item]:
        found.append((-1, [numbers[kind.item], str(draft.quantity)]))
    for said in draft.said:
        place = accepted(kind, said.chunk)
        if place is None:
            continue
        slot, value = place
        form = slots[slot.group]
        if said.mark is Mark.NOT and not form.get("negatable"):
            continue
        row: list[Any] = [slot.group, value.split(BETWEEN) if BETWEEN in value else value]
        if said.mark in _MARKS and (said.mark is Mark.NOT or form.get("qualifiable")):
            row.append(_MARKS[said.mark])
        if slot.kind is GroupKind.ONE:
            found = [one for one in found if one[1][0] != slot.group]
        if row not in [one[1] for one in found]:
            found.append((said.chunk.start, row))
    return {"order": kind.item, "slots": [row for _, row in sorted(found, key=lambda one: one[0])]}
