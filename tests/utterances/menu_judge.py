"""The judge of utterances for any shop's menu: whether lines are exactly those of the right answer.

A gold line is `QTY option... ITEM; key=value, value; ...`. ITEM is the item's id with blanks for `_`, the words before
it are options of its single groups. A key is a group, a deal side's field, `deal` or `needs`; `-` is an explicit none.
A group that is not written is as the item has it when nobody spoke of it; with `+value` and `-option` it is the usual
with these changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kebabalab.models.item import Choice, ItemRequest, LineItem
from kebabalab.models.menu import Deal, Group, GroupKind, Item, Menu
from kebabalab.rules import choosing, deals

Values = frozenset[str]


@dataclass(slots=True)
class Gold:
    """One line as it should be. `groups` and `sides` hold what is written of them, `needs` what stays open."""

    quantity: int
    item: str
    groups: dict[str, Values] = field(default_factory=dict)
    deal: str = ""
    sides: dict[str, str] = field(default_factory=dict)
    needs: Values = frozenset()


def parse_gold(text: str, menu: Menu) -> Gold:
    """Read one gold line. Raises ValueError for what the menu does not have."""
    head, *fields = [part.strip() for part in text.split(";")]
    words = head.split()
    item, before = _item_named(words[1:], menu)
    gold = Gold(int(words[0]), item.id)
    _take_options(gold, item, before)
    for one in fields:
        key, _, value = (part.strip() for part in one.partition("="))
        values = frozenset() if value == "-" else frozenset(part.strip() for part in value.split(","))
        if key == "needs":
            gold.needs = values
        elif key == "deal":
            if value not in {deal.id for deal in menu.deals_of(item.id)}:
                raise ValueError(f"{text!r}: {item.id} is no part of a deal {value!r}")
            gold.deal = value
        elif (group := item.group(key)) is not None:
            gold.groups[key] = _checked(group, _changed(group, values))
        elif any(key in side.fields for side in menu.sides):
            gold.sides[key] = value
        else:
            raise ValueError(f"{text!r}: {item.id} has no group {key!r}, nor has a deal's side")
    return gold


def cart_problem(golds: Sequence[Gold], lines: Sequence[LineItem], menu: Menu) -> str | None:
    """What is wrong with these lines, or None. Their order does not matter."""
    rest, problems = list(lines), []
    for gold in golds:
        tried = [(line_problem(gold, line, menu), line) for line in rest]
        hit = next((line for problem, line in tried if problem is None), None)
        if hit is None:
            problems.append(f"no line for {gold}: {[problem for problem, _ in tried]}")
        else:
            rest.remove(hit)
    if rest:
        problems.append(f"unasked: {[line.item for line in rest]}")
    return "; ".join(problems) or None


def line_problem(gold: Gold, line: LineItem, menu: Menu) -> str | None:
    """What is wrong with this line, or None."""
    return next(_problems(gold, line, menu), None)


def _problems(gold: Gold, line: LineItem, menu: Menu) -> Iterator[str]:
    if line.item != gold.item:
        yield f"item {line.item}"
        return
    if line.quantity != gold.quantity:
        yield f"quantity {line.quantity}"
    item = menu.item(gold.item)
    assert item is not None
    unsaid = choosing.choose(ItemRequest(gold.item), menu)
    for group in item.groups:
        have = _values(line.choices.get(group.id))
        usual = frozenset() if group.id in gold.needs else _values(unsaid.choices.get(group.id))
        wanted = gold.groups.get(group.id, usual)
        if have != wanted:
            yield f"{group.id} {sorted(have)}"
    deal = deals.deal_of(line, menu)
    if (deal.id if deal is not None else "") != gold.deal:
        yield f"deal {deal.id if deal is not None else None}"
    needs = frozenset(need.field for need in choosing.needs(line, menu))
    if needs != gold.needs:
        yield f"needs {sorted(needs)}"
    if deal is not None and gold.deal:
        yield from _side_problems(gold, deal, line, menu)


def _side_problems(gold: Gold, deal: Deal, line: LineItem, menu: Menu) -> Iterator[str]:
    unsaid = choosing.as_deal(choosing.choose(ItemRequest(gold.item), menu), deal.id, menu)
    for side in menu.sides:
        for name, group in side.fields.items() if side.id in deal.sides else ():
            have = _values(line.sides.get(side.id, {}).get(group))
            wanted = _values(unsaid.sides.get(side.id, {}).get(group))
            if name in gold.sides:
                wanted = frozenset() if gold.sides[name] == "-" else frozenset((gold.sides[name],))
            if have != wanted:
                yield f"{name} {sorted(have)}"


def _item_named(words: Sequence[str], menu: Menu) -> tuple[Item, list[str]]:
    for start in range(len(words)):
        item = menu.item("_".join(words[start:]))
        if item is not None:
            return item, list(words[:start])
    raise ValueError(f"{' '.join(words)!r} ends in no item of the menu")


def _take_options(gold: Gold, item: Item, words: list[str]) -> None:
    """Read the words before the item as options of its single groups, the longest first."""
    while words:
        for length in range(len(words), 0, -1):
            said = {" ".join(words[:length]), "_".join(words[:length])}
            found = [
                (group.id, option.id)
                for group in item.groups
                for option in group.options
                if group.kind is GroupKind.ONE and option.id in said and group.id not in gold.groups
            ]
            if found:
                gold.groups[found[0][0]] = frozenset((found[0][1],))
                del words[:length]
                break
        else:
            raise ValueError(f"{item.id} has no single choice {' '.join(words)!r}")


def _changed(group: Group, values: Values) -> Values:
    """The values, or the usual of the group with what is to be added (+) and left off (-)."""
    if not any(value[:1] in "+-" for value in values):
        return values
    added = {value[1:].strip() for value in values if value[:1] == "+"}
    gone = {value[1:].strip() for value in values if value[:1] == "-"}
    # More or less of the usual stands in its place.
    gone |= {value.removeprefix("extra ").removeprefix("light ") for value in added}
    return frozenset(set(group.usual) - gone | added)


def _checked(group: Group, values: Values) -> Values:
    options = {option.id for option in group.options}
    for value in values:
        plain = value.split(" on ")[0] if group.parts else value
        plain = plain if plain in options else plain.removeprefix("extra ").removeprefix("light ")
        if plain not in options:
            raise ValueError(f"{group.id} has no option {value!r}")
    return values


def _values(choices: Sequence[Choice] | None) -> Values:
    return frozenset(str(choice) for choice in choices or ())
