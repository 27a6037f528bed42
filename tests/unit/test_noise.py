"""The noise generator changes how a sentence sounds and never what it orders."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.utterances import kebabalab_aside, kebabalab_tuned
from tests.utterances.noise import CLOSERS, FILLERS, KEPT, MENU, OPENERS, SOUNDS, core, harmless, kept, noisy, words_of

SENTENCES = [said for said, _ in kebabalab_tuned.CASES + kebabalab_aside.CASES]
SEEDS = range(4)


def kept_words(text: str) -> list[str]:
    return [core(word) for word in text.split() if kept(word)]


def menu_words(text: str) -> Counter[str]:
    return Counter(core(word) for word in text.split() if core(word) in MENU)


def test_the_same_text_and_seed_always_give_the_same_noise() -> None:
    assert [noisy(said, 7) for said in SENTENCES] == [noisy(said, 7) for said in SENTENCES]


def test_another_seed_gives_other_noise() -> None:
    assert len({noisy("large lamb kebab with garlic and lettuce", seed) for seed in range(30)}) > 10


@pytest.mark.parametrize("seed", SEEDS)
def test_at_full_strength_every_sentence_is_changed(seed: int) -> None:
    assert [said for said in SENTENCES if noisy(said, seed) == said] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_numbers_refusals_and_helpings_stay_as_they_were_said(seed: int) -> None:
    assert [said for said in SENTENCES if kept_words(noisy(said, seed)) != kept_words(said)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_no_menu_word_appears_that_was_not_said(seed: int) -> None:
    assert [said for said in SENTENCES if menu_words(noisy(said, seed)) - menu_words(said)] == []


def test_without_strength_nothing_is_changed() -> None:
    assert [noisy(said, 3, strength=0.0) for said in SENTENCES] == SENTENCES


def test_half_the_strength_leaves_about_half_of_the_sentences_alone() -> None:
    changed = sum(noisy(said, 1, strength=0.5) != said for said in SENTENCES)

    assert 0.4 < changed / len(SENTENCES) < 0.6


@pytest.mark.parametrize("text", ("", "   "))
def test_silence_stays_silence(text: str) -> None:
    assert noisy(text, 1) == text


def test_every_mishearing_in_the_table_means_nothing_else() -> None:
    assert [heard for ways in SOUNDS.values() for heard in ways if not harmless(heard)] == []


def test_no_filler_is_a_word_that_orders() -> None:
    said = words_of(" ".join(OPENERS + CLOSERS + FILLERS))

    assert not said & (KEPT | MENU)
