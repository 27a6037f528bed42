"""What holds of the language on every shop's menu, whatever is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.gateways import shop_files
from kebabalab.language import say
from kebabalab.language.lexicon import Lexicon, build_lexicon
from kebabalab.language.understand import MAX_REQUESTS, understand
from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import HALVES, Choices, ItemRequest, LineItem, Mark, Mention
from kebabalab.models.menu import Group, GroupKind, Item, Menu
from kebabalab.rules.choosing import choose

SHOPS = sorted(path.parent.name for path in (Path(__file__).parents[3] / "shops").glob("*/menu.yaml"))
MARKS = (Mark.PLAIN, Mark.PLAIN, Mark.EXTRA, Mark.LIGHT, Mark.NOT)
each_shop = pytest.mark.parametrize("shop", SHOPS)


@dataclass(frozen=True)
class Sold:
    menu: Menu
    lexicon: Lexicon


@cache
def sold_at(shop: str) -> Sold:
    menu = shop_files.load(Path(__file__).parents[3] / "shops" / shop).menu
    return Sold(menu, build_lexicon(menu))


def some_lines(dice: Random, menu: Menu) -> tuple[LineItem, ...]:
    """A cart as callers make them: one to seven lines, some of them deals, some with choices still open."""
    made = []
    for _ in range(dice.choice((1, 1, 2, 3, 7))):
        try:
            made.append(choose(_request(dice, menu), menu))
        except NotOnTheMenu:
            continue  # a deal with a side that it does not hold
    return say.equal_merged(made)


def _request(dice: Random, menu: Menu) -> ItemRequest:
    item = dice.choice(menu.items)
    deals = menu.deals_of(item.id)
    deal = dice.choice(deals) if deals and dice.random() < 0.4 else None
    sides = []
    for side_id in deal.sides if deal is not None else ():
        side = menu.side(side_id)
        assert side is not None
        sold = menu.item(side.item)
        assert sold is not None
        sides.append(ItemRequest(sold.id, mentions=_mentions(dice, sold)))
    quantity = dice.choice((1, 1, 1, 2, 3))
    return ItemRequest(item.id, quantity, _mentions(dice, item), deal.id if deal else "", tuple(sides))


def _mentions(dice: Random, item: Item) -> tuple[Mention, ...]:
    said: list[Mention] = []
    for group in item.groups:
        if dice.random() < 0.5:
            said += _of_group(dice, group)
    return tuple(said)


def _of_group(dice: Random, group: Group) -> list[Mention]:
    options = [option.id for option in group.options]
    if group.kind is GroupKind.FLAG and "yes" not in group.usual:
        options = ["yes"]  # without it is as nothing said
    if group.kind is not GroupKind.MANY:
        return [Mention(group.id, (dice.choice(options),))]
    kind = dice.random()
    if kind < 0.25:
        return [Mention(group.id, (), Mark.NONE if kind < 0.15 else Mark.ALL)]
    some = dice.sample(options, min(len(options), dice.randint(1, 4)))
    parts = ("", "", *HALVES) if group.parts else ("",)
    return [Mention(group.id, (one,), dice.choice(MARKS), dice.choice(parts)) for one in some]


def content(lines: Iterable[LineItem]) -> list[object]:
    """What is on the lines, whatever their order."""
    return sorted(
        (one.item, one.quantity, _plain(one.choices), sorted((side, _plain(held)) for side, held in one.sides.items()))
        for one in lines
    )


def _plain(choices: Choices) -> list[tuple[str, list[str]]]:
    return sorted((group, sorted(map(str, taken))) for group, taken in choices.items() if taken)


@each_shop
def test_any_cart_said_aloud_is_understood_as_the_same_cart(shop: str) -> None:
    sold, wrong, tried = sold_at(shop), [], 0
    for seed in range(300):
        lines = some_lines(Random(seed), sold.menu)
        said = say.order(lines, sold.menu)
        requests = understand(said, sold.lexicon).requests
        heard = say.equal_merged(choose(request, sold.menu) for request in requests)
        tried += bool(lines)
        if content(heard) != content(lines):
            wrong.append((said, content(lines), content(heard)))
    assert tried > 200
    assert not wrong, wrong[:3]


@each_shop
@given(words=st.data())
def test_no_text_raises_or_adds_more_than_a_caller_could_mean(shop: str, words: st.DataObject) -> None:
    sold = sold_at(shop)
    known = sorted(sold.lexicon.trie.after)
    some = st.lists(st.one_of(st.sampled_from(known), st.text(max_size=12)), max_size=80).map(" ".join)
    said = words.draw(st.one_of(st.text(max_size=400), some))
    understood = understand(said, sold.lexicon)
    assert len(understood.requests) <= MAX_REQUESTS
    assert understood == understand(said, sold.lexicon)
    for request in understood.requests:
        assert request.quantity >= 1
        assert sold.menu.item(request.item) is not None


def test_a_very_long_text_is_read_to_its_end_or_cut() -> None:
    sold = sold_at("kebabalab")
    assert len(understand("and another " * 50_000, sold.lexicon).requests) <= MAX_REQUESTS
    names = " and a ".join(item.said[0] for item in sold.menu.items if item.said)
    assert len(understand(f"{names} and a " * 200, sold.lexicon).requests) <= MAX_REQUESTS


@each_shop
def test_the_words_that_caused_a_choice_are_those_of_the_text(shop: str) -> None:
    sold = sold_at(shop)
    for seed in range(100):
        said = say.order(some_lines(Random(seed), sold.menu), sold.menu)
        for request in understand(said, sold.lexicon).requests:
            causes = [*request.heard, *(one.heard for one in request.mentions if one.heard is not None)]
            assert causes
            assert all(said[cause.start : cause.end] == cause.words for cause in causes)


def test_of_two_one_is_some_of_them_but_not_in_a_sentence_of_its_own() -> None:
    sold = sold_at("kebabalab")
    apart = understand("Two cans. One Pepsi can.", sold.lexicon).requests
    together = understand("two cans one pepsi", sold.lexicon).requests
    assert [(one.quantity, len(one.mentions)) for one in apart] == [(2, 0), (1, 1)]
    assert sorted((one.quantity, len(one.mentions)) for one in together) == [(1, 0), (1, 1)]
