"""What callers say becomes the order that the rules give, and nothing that nobody asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kebabalab.gateways import shop_files
from kebabalab.language.lexicon import Lexicon, build_lexicon
from kebabalab.models.menu import Menu
from tests.utterances import (
    examples,
    kebabalab_aside,
    kebabalab_fifth,
    kebabalab_fourth,
    kebabalab_fresh,
    kebabalab_second,
    kebabalab_third,
    kebabalab_tuned,
)
from tests.utterances.noise import noisy
from tests.utterances.scoring import Case, score

SHOP = Path(__file__).parents[3] / "shops" / "kebabalab"


@pytest.fixture(scope="module")
def menu() -> Menu:
    return shop_files.load(SHOP).menu


@pytest.fixture(scope="module")
def lexicon(menu: Menu) -> Lexicon:
    return build_lexicon(menu)


def test_every_example_is_right(menu: Menu, lexicon: Lexicon) -> None:
    assert score(examples.CASES, menu, lexicon).wrong == ()


@pytest.mark.parametrize(
    ("cases", "least"),
    (
        pytest.param(kebabalab_tuned.CASES, 0.98, id="the sentences that the parser was tuned on"),
        pytest.param(kebabalab_aside.CASES, 0.95, id="the sentences that were set aside"),
        pytest.param(kebabalab_second.CASES, 0.95, id="the second set"),
        pytest.param(kebabalab_fresh.CASES, 0.95, id="the set that was written by somebody else"),
        pytest.param(
            (*kebabalab_third.CASES, *kebabalab_fourth.CASES, *kebabalab_fifth.CASES),
            0.98,
            id="the third set and those after it",
        ),
    ),
)
def test_callers_are_understood(cases: list[Case], least: float, menu: Menu, lexicon: Lexicon) -> None:
    found = score(cases, menu, lexicon)
    assert found.rate >= least, found.wrong


@pytest.mark.parametrize(
    "cases",
    (
        kebabalab_tuned.CASES,
        kebabalab_aside.CASES,
        kebabalab_second.CASES,
        kebabalab_fresh.CASES,
        (*kebabalab_third.CASES, *kebabalab_fourth.CASES, *kebabalab_fifth.CASES),
    ),
    ids=["tuned", "aside", "second", "fresh", "third and after"],
)
def test_nothing_is_added_that_nobody_said(cases: list[Case], menu: Menu, lexicon: Lexicon) -> None:
    assert score(cases, menu, lexicon).false_additions == ()


@pytest.mark.parametrize(
    "cases",
    (kebabalab_tuned.CASES, (*kebabalab_third.CASES, *kebabalab_fourth.CASES, *kebabalab_fifth.CASES)),
    ids=["tuned", "third and after"],
)
def test_no_sentence_that_was_understood_is_lost(cases: list[Case], menu: Menu, lexicon: Lexicon) -> None:
    assert score(cases, menu, lexicon).wrong == ()


def test_callers_are_understood_on_a_bad_line(menu: Menu, lexicon: Lexicon) -> None:
    noised = [(noisy(said, seed), golds) for seed, (said, golds) in enumerate(kebabalab_tuned.CASES)]
    assert score(noised, menu, lexicon).rate >= 0.9
