"""Shops with other menus are understood by the same parser: data alone, no code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kebabalab.gateways import shop_files
from kebabalab.language.lexicon import Lexicon, build_lexicon
from kebabalab.models.menu import Menu
from tests.utterances import (
    burger_bar_aside,
    burger_bar_fifth,
    burger_bar_fourth,
    burger_bar_second,
    burger_bar_third,
    burger_bar_tuned,
    burger_bar_unseen,
    pizzeria_aside,
    pizzeria_fifth,
    pizzeria_fourth,
    pizzeria_open,
    pizzeria_second,
    pizzeria_sixth,
    pizzeria_third,
    pizzeria_tuned,
)
from tests.utterances.noise import noisy
from tests.utterances.scoring import score_any

SHOPS = Path(__file__).parents[3] / "shops"
TUNED = {
    "pizzeria": [
        *pizzeria_tuned.CASES,
        *pizzeria_tuned.FRESH,
        *pizzeria_second.CASES,
        *pizzeria_third.CASES,
        *pizzeria_fourth.CASES,
        *pizzeria_fifth.CASES,
        *pizzeria_sixth.CASES,
    ],
    "burger_bar": [
        *burger_bar_tuned.CASES,
        *burger_bar_tuned.FRESH,
        *burger_bar_second.CASES,
        *burger_bar_third.CASES,
        *burger_bar_fourth.CASES,
        *burger_bar_fifth.CASES,
    ],
}
ASIDE = {
    "pizzeria": [*pizzeria_aside.CASES, *pizzeria_aside.FRESH],
    "burger_bar": [*burger_bar_aside.CASES, *burger_bar_aside.FRESH],
}
each_shop = pytest.mark.parametrize("shop", sorted(TUNED))


@cache
def menu_of(shop: str) -> tuple[Menu, Lexicon]:
    menu = shop_files.load(SHOPS / shop).menu
    return menu, build_lexicon(menu)


# Of the sentences that were tuned on: what is not understood yet. One that is wrong besides has been broken.
KNOWN = {
    "pizzeria": set(),
    "burger_bar": {
        "two kids want small hot chocolates with marshmallows and we want two large lattes",
        "lardge latay with ote milk",
    },
}


@each_shop
def test_callers_are_understood(shop: str) -> None:
    found = score_any(TUNED[shop], *menu_of(shop))
    assert found.rate >= 0.98, found.wrong
    assert set(found.missed) == KNOWN[shop], found.wrong
    assert found.false_additions == ()


@each_shop
def test_callers_are_understood_in_the_sets_that_were_set_aside(shop: str) -> None:
    found = score_any(ASIDE[shop], *menu_of(shop))
    assert found.rate >= 0.95, found.wrong
    assert found.false_additions == ()


def test_callers_are_understood_in_a_set_of_somebody_who_had_not_seen_the_parser() -> None:
    found = score_any(burger_bar_unseen.CASES, *menu_of("burger_bar"))
    assert found.rate >= 0.95, found.wrong
    assert found.false_additions == ()


def test_callers_are_mostly_understood_in_a_set_that_was_not_tuned_on() -> None:
    """The goal for such a set is 0.95 and nothing added falsely; it is not reached yet."""
    found = score_any(pizzeria_open.CASES, *menu_of("pizzeria"))
    assert found.rate >= 0.9, found.wrong


@each_shop
def test_callers_are_understood_on_a_bad_line(shop: str) -> None:
    noised = [(noisy(said, seed), golds) for seed, (said, golds) in enumerate(TUNED[shop])]
    found = score_any(noised, *menu_of(shop))
    assert found.rate >= 0.9, found.wrong


@each_shop
def test_there_are_enough_sentences(shop: str) -> None:
    assert len(TUNED[shop]) + len(ASIDE[shop]) >= 120
