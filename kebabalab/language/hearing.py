"""Hearing through noise: the menu's own word behind one that was misheard or misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import jellyfish
from rapidfuzz.distance import DamerauLevenshtein

from kebabalab.language.common import COMMON

SHORTEST = 4
CLEAR_LEAD = 0.06


@dataclass(frozen=True, slots=True)
class Hearing:
    """The menu's words by sound and by spelling with one letter left out."""

    known: frozenset[str]
    menu: frozenset[str]
    by_sound: Mapping[str, tuple[str, ...]]
    by_gap: Mapping[str, tuple[str, ...]]

    def heard(self, word: str, joined: bool = False) -> str:
        """The menu's word that was meant, "" when none is near or two are nearly as near."""
        if len(word) < SHORTEST or not word.isalpha() or word in self.known or (word in COMMON and not joined):
            return ""
        sound = jellyfish.metaphone(word)
        candidates = set(self.by_sound.get(sound, ()))
        for gap in gaps(word):
            candidates.update(self.by_gap.get(gap, ()))
        best, second, meant = 0.0, 0.0, ""
        for candidate in candidates:
            score = _score(word, candidate, sound)
            if score > best:
                best, second, meant = score, best if _stem(meant) != _stem(candidate) else second, candidate
            elif score > second and _stem(candidate) != _stem(meant):
                second = score
        return meant if best >= 0.75 and best - second >= CLEAR_LEAD else ""


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _score(word: str, candidate: str, sound: str) -> float:
    nearness = DamerauLevenshtein.normalized_similarity(word, candidate)
    if jellyfish.metaphone(candidate) == sound:
        # The same sound may be spelt quite differently, but not by any letters at all.
        return 0.7 + 0.3 * nearness if nearness >= 0.45 else 0.0
    if word[0] != candidate[0] or abs(len(word) - len(candidate)) > 2:
        return 0.0
    return nearness if min(len(word), len(candidate)) >= 5 or nearness >= 0.8 else 0.0


def gaps(word: str) -> set[str]:
    """The word, and the word less each of its letters."""
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def build_hearing(phrases: Iterable[tuple[str, ...]], english: Mapping[str, object]) -> Hearing:
    """Index the words of the menu's phrases, and each phrase joined into one word."""
    words: set[str] = set()
    for phrase in phrases:
        words.update(phrase)
        if 1 < len(phrase) <= 3:
            words.add("".join(phrase))
    by_sound: dict[str, set[str]] = {}
    by_gap: dict[str, set[str]] = {}
    for word in words:
        if len(word) >= SHORTEST and word.isalpha():
            by_sound.setdefault(jellyfish.metaphone(word), set()).add(word)
            for gap in gaps(word):
                by_gap.setdefault(gap, set()).add(word)
    known = words | {word for phrase in english for word in phrase.split()}
    return Hearing(
        frozenset(known),
        frozenset(words),
        {sound: tuple(sorted(found)) for sound, found in by_sound.items()},
        {gap: tuple(sorted(found)) for gap, found in by_gap.items()},
    )
