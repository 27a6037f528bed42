"""Hearing through noise: the menu's own word behind one that was misheard or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import jellyfish
from rapidfuzz.distance import DamerauLevenshtein

from kebabalab.language.common import COMMON

SHORTEST = 4
CLEAR_LEAD = 0.05
ENOUGH = 0.75
_SPELLINGS = (("ph", "f"), ("ck", "k"), ("sch", "s"), ("sh", "s"), ("qu", "k"), ("x", "ks"), ("z", "s"), ("q", "k"))
_SOFT_C = re.compile(r"c(?=[eiy])")
_SILENT = re.compile(r"[aeiouyhw]")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Hearing:
    """The menu's words by sound, by their consonants, and by spelling with one letter left out.

    `meaning` tells words apart that are not just two spellings of one thing.
    """

    known: frozenset[str]
    menu: frozenset[str]
    by_sound: Mapping[str, tuple[str, ...]]
    meaning: Mapping[str, str]

    def halves(self, word: str) -> tuple[str, str] | None:
        """The two words of the menu that were run together, None where it is not so."""
        if len(word) < 2 * SHORTEST - 1 or word in COMMON:
            return None
        for cut in range(3, len(word) - 2):
            if word[:cut] in self.menu and word[cut:] in self.menu:
                return word[:cut], word[cut:]
        return None

    def heard(self, word: str, joined: bool = False) -> str:
        """The menu's word that was meant, "" when none is near or two are nearly as near."""
        if len(word) < SHORTEST or not word.isalpha() or word in self.known or (word in COMMON and not joined):
            return ""
        candidates: set[str] = set()
        for key in _keys(word):
            candidates.update(self.by_sound.get(key, ()))
        if not joined:
            for gap in gaps(word):
                candidates.update(self.by_sound.get("~" + gap, ()))
        scores: dict[str, tuple[float, str]] = {}
        for candidate in candidates:
            meaning = self.meaning.get(candidate, candidate)
            scores[meaning] = max(scores.get(meaning, (0.0, "")), (_score(word, candidate), candidate))
        ranked = sorted(scores.values(), reverse=True)
        if not ranked or ranked[0][0] < ENOUGH:
            return ""
        return ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= CLEAR_LEAD else ""


def bones(word: str) -> str:
    """The consonants that a word is heard by."""
    word = _SOFT_C.sub("s", word)
    for spelling, sound in _SPELLINGS:
        word = word.replace(spelling, sound)
    return _SILENT.sub("", _DOUBLED.sub(r"\1", word.replace("c", "k")))


def _keys(word: str) -> tuple[str, str]:
    return "=" + jellyfish.metaphone(word), "." + bones(word)


def _score(word: str, candidate: str) -> float:
    nearness = DamerauLevenshtein.normalized_similarity(word, candidate)
    if jellyfish.metaphone(candidate) == jellyfish.metaphone(word):
        # The same sound may be spelt quite differently, but not by any letters at all.
        return 0.7 + 0.3 * nearness if nearness >= 0.45 else 0.0
    if bones(candidate) == bones(word) and len(bones(word)) > 1:
        alike = word[0] == candidate[0] or (word[0] in "aeiou" and candidate[0] in "aeiou")
        return 0.65 + 0.3 * nearness if nearness >= 0.4 and alike else 0.0
    if word.replace("y", "i") == candidate.replace("y", "i"):
        return 0.95
    if word[0] != candidate[0] or abs(len(word) - len(candidate)) > 2:
        return 0.0
    return nearness if min(len(word), len(candidate)) >= 5 or nearness >= 0.8 else 0.0


def gaps(word: str) -> set[str]:
    """The word, and the word less each of its letters."""
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def build_hearing(phrases: Mapping[tuple[str, ...], str], english: Iterable[str]) -> Hearing:
    """Index the words of the menu's phrases (each with a key of its meaning), and each phrase joined into one word."""
    meaning: dict[str, str] = {}
    words: set[str] = set()
    for phrase, means in phrases.items():
        words.update(phrase)
        if len(phrase) == 1:
            meaning[phrase[0]] = means
        elif len(phrase) <= 3 and all(map(str.isalpha, phrase)):
            joined = "".join(phrase)
            words.add(joined)
            meaning.setdefault(joined, means)
    index: dict[str, set[str]] = {}
    for word in words:
        if len(word) >= SHORTEST and word.isalpha():
            for key in (*_keys(word), *("~" + gap for gap in gaps(word))):
                index.setdefault(key, set()).add(word)
    known = words | {word for phrase in english for word in phrase.split()}
    return Hearing(
        frozenset(known),
        frozenset(words),
        {key: tuple(sorted(found)) for key, found in index.items()},
        meaning,
    )
