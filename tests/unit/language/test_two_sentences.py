"""What is ordered is not changed by another sentence, by what callers say around it, nor by hesitations in it."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kebabalab.gateways import shop_files
from kebabalab.language.lexicon import Lexicon, build_lexicon
from kebabalab.language.understand import understand
from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Choices, LineItem
from kebabalab.models.menu import Menu
from kebabalab.rules.choosing import choose
from tests.utterances import (
    burger_bar_second,
    burger_bar_third,
    burger_bar_tuned,
    kebabalab_third,
    kebabalab_tuned,
    pizzeria_second,
    pizzeria_tuned,
)

SHOPS = Path(__file__).parents[3] / "shops"
SAID = {
    "kebabalab": [*kebabalab_tuned.CASES, *kebabalab_third.CASES],
    "pizzeria": [*pizzeria_tuned.CASES, *pizzeria_tuned.FRESH, *pizzeria_second.CASES],
    "burger_bar": [
        *burger_bar_tuned.CASES,
        *burger_bar_tuned.FRESH,
        *burger_bar_second.CASES,
        *burger_bar_third.CASES,
    ],
}
PAIRS, SEED = 400, 20261124
HESITATIONS = ("um", "uh", "like", "you know")
AROUND = (
    "hi yeah {}", "hello can i order for pickup please {}", "hey how's it going could i get {}",
    "{} thanks mate that's all",
    "{} pick up seven thirty", "{} pickup 6", "{} my number is 0491 570 006", "{}, six thirty please",
    "{} by quarter to seven", "{} for two people", "{} my name is sam and i will be there in ten",
    "{} and i will pay cash fifty dollars", "{} in 20 minutes for bob", "{}. six o'clock", "{} see you in 5",
)  # fmt: skip


@cache
def menu_of(shop: str) -> tuple[Menu, Lexicon]:
    menu = shop_files.load(SHOPS / shop).menu
    return menu, build_lexicon(menu)


def ordered(said: str, shop: str) -> Counter[tuple[object, ...]]:
    """What is ordered, whatever the order of the lines. Raises NotOnTheMenu."""
    menu, lexicon = menu_of(shop)
    return Counter(_value(choose(request, menu)) for request in understand(said, lexicon).requests)


def _value(line: LineItem) -> tuple[object, ...]:
    sides = tuple(sorted((side, _chosen(choices)) for side, choices in line.sides.items()))
    return line.item, line.quantity, _chosen(line.choices), sides


def _chosen(choices: Choices) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((group, tuple(map(str, several))) for group, several in choices.items()))


@pytest.mark.parametrize("shop", sorted(SAID))
def test_two_sentences_are_both_orders(shop: str) -> None:
    """Not all: "a meal. A coke" is the meal's drink, and "both large" may speak of two sentences."""
    chosen, sentences = random.Random(SEED), [said for said, golds in SAID[shop] if golds]
    wrong = []
    for _ in range(PAIRS):
        first, second = chosen.sample(sentences, 2)
        try:
            together = ordered(f"{first}. {second}", shop)
        except NotOnTheMenu:
            together = Counter()
        if together != ordered(first, shop) + ordered(second, shop):
            wrong.append(f"{first}. {second}")
    assert len(wrong) <= 0.03 * PAIRS, wrong


@pytest.mark.parametrize("shop", sorted(SAID))
def test_what_is_said_around_an_order_changes_nothing_of_it(shop: str) -> None:
    chosen, sentences = random.Random(SEED), [said for said, golds in SAID[shop] if golds]
    wrong = []
    for _ in range(PAIRS):
        said, around = chosen.choice(sentences), chosen.choice(AROUND)
        if ordered(around.format(said), shop) != ordered(said, shop):
            wrong.append(around.format(said))
    assert len(wrong) <= 0.01 * PAIRS, wrong


@pytest.mark.parametrize("shop", sorted(SAID))
def test_a_hesitation_between_any_two_words_changes_nothing(shop: str) -> None:
    """Not all: in "two, like, no, three" it may take back the number."""
    chosen, sentences = random.Random(SEED), [said.split() for said, golds in SAID[shop] if golds and " " in said]
    wrong = []
    for _ in range(PAIRS):
        said = chosen.choice(sentences)
        place = chosen.randrange(1, len(said))
        hesitating = " ".join((*said[:place], chosen.choice(HESITATIONS), *said[place:]))
        if ordered(hesitating, shop) != ordered(" ".join(said), shop):
            wrong.append(hesitating)
    assert len(wrong) <= 0.03 * PAIRS, wrong
