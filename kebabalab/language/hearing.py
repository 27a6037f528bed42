"""Hearing through noise: the menu's own word behind one that was misheard or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import jellyfish
from rapidfuzz.distance import DamerauLevenshtein

from kebabalab.language.common import COMMON
from kebabalab.language.tokens import NUMBER_WORDS

SHORTEST = 4
CLEAR_LEAD = 0.05
ENOUGH = 0.75
EXPECTED = 0.6
_SPELLINGS = (("ph", "f"), ("ck", "k"), ("sch", "s"), ("sh", "s"), ("qu", "k"), ("x", "ks"), ("z", "s"), ("q", "k"))
_SOFT_C = re.compile(r"c(?=[eiy])")
_SILENT = re.compile(r"[aeiouyhw]")
# An r before a consonant or at the end is not heard in Australian English.
_SILENT_R = re.compile(r"(?<=[aeiouy])r(?![aeiouyr])")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Hearing:
    """The menu's words by sound, by their consonants, and by spelling with one letter left out.

    `meaning` holds all that the phrases with a word in them mean: what shares none of it is another thing. `single`
    are the words that are a phrase by themselves; `spelling` maps a variant of such a word to its usual spelling.
    """

    known: frozenset[str]
    menu: frozenset[str]
    by_sound: Mapping[str, tuple[str, ...]]
    meaning: Mapping[str, frozenset[str]]
    single: frozenset[str]
    spelling: Mapping[str, str]

    def halves(self, word: str) -> tuple[str, str] | None:
        """The two words of the menu that were run together, None where it is not so."""
        if len(word) < 2 * SHORTEST - 1 or word in COMMON:
            return None
        for cut in range(3, len(word) - 2):
            if word[:cut] in self.single and word[cut:] in self.single:
                return word[:cut], word[cut:]
        return None

    def heard(self, word: str, *, joined: bool = False, expected: bool = False) -> str:
        """The menu's word that was meant, "" when none is near or two are nearly as near.

        `joined` is a word made of two; with `expected` only a choice can stand here ("no ..."), so that an ordinary
        English word that sounds like one is taken for it.
        """
        if len(word) < SHORTEST or not word.isalpha() or word in self.known:
            return ""
        if word in COMMON and not joined:
            return self._sounds_like(word) if expected else ""
        candidates: set[str] = set()
        for key in _keys(word):
            candidates.update(self.by_sound.get(key, ()))
        if not joined:
            for gap in gaps(word):
                candidates.update(self.by_sound.get("~" + gap, ()))
        if joined:
            # Two words that only sound like one of the menu's must sound just like it, and be about as long.
            candidates = {one for one in candidates if one in self.menu and abs(len(one) - len(word)) <= 2}
        ranked = sorted(((_score(word, candidate), candidate) for candidate in candidates), reverse=True)
        if not ranked or ranked[0][0] < ENOUGH:
            return ""
        # A word of the menu comes before one that just joins words together, where they are about as near.
        near = [candidate for score, candidate in ranked if ranked[0][0] - score < CLEAR_LEAD]
        if self.sounds_as(word, near[0]):
            # What sounds just so comes before what is merely spelt much alike.
            near = [candidate for candidate in near if self.sounds_as(word, candidate)]
        meant, *others = [candidate for candidate in near if candidate in self.menu] or near
        return meant if all(self.meaning[one] & self.meaning[meant] for one in others) else ""

    @staticmethod
    def sounds_as(word: str, meant: str) -> bool:
        """Whether a word sounds just like the one that alone can stand here."""
        return jellyfish.metaphone(word) == jellyfish.metaphone(meant)

    def _sounds_like(self, word: str) -> str:
        found = [one for key in _keys(word) for one in self.by_sound.get(key, ()) if one in self.single]
        near = [one for one in found if DamerauLevenshtein.normalized_similarity(word, one) >= EXPECTED]
        return near[0] if near and all(self.meaning[one] & self.meaning[near[0]] for one in near) else ""


def bones(word: str) -> str:
    """The consonants that a word is heard by."""
    word = _SILENT_R.sub("", _SOFT_C.sub("s", word))
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
        return 0.65 + 0.3 * nearness if nearness >= (0.4 if len(word) <= 5 else 0.5) and alike else 0.0
    if word.replace("y", "i") == candidate.replace("y", "i"):
        return 0.95
    if word[0] != candidate[0] or abs(len(word) - len(candidate)) > 2:
        return 0.0
    return nearness if min(len(word), len(candidate)) >= 5 or nearness >= 0.8 else 0.0


def gaps(word: str) -> set[str]:
    """The word, and the word less each of its letters."""
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def build_hearing(phrases: Mapping[tuple[str, ...], frozenset[str]], english: Iterable[str]) -> Hearing:
    """Index the words of the menu's phrases (each with its meanings), and each short phrase joined into one word."""
    meaning: dict[str, frozenset[str]] = {}
    for phrase, means in phrases.items():
        joined = ("".join(phrase),) if 1 < len(phrase) <= 3 and all(map(str.isalpha, phrase)) else ()
        for word in (*phrase, *joined):
            meaning[word] = meaning.get(word, frozenset()) | means
    menu = frozenset(meaning)
    ordinary = {word for phrase in english for word in phrase.split()} | NUMBER_WORDS
    for word in ordinary - menu:
        meaning[word] = frozenset(("english",))
    index: dict[str, set[str]] = {}
    for word in meaning:
        if len(word) >= SHORTEST and word.isalpha():
            for key in (*_keys(word), *("~" + gap for gap in gaps(word))):
                index.setdefault(key, set()).add(word)
    return Hearing(
        menu | ordinary,
        menu,
        {key: tuple(sorted(found)) for key, found in index.items()},
        meaning,
        frozenset(phrase[0] for phrase in phrases if len(phrase) == 1),
        _spellings({phrase[0]: means for phrase, means in phrases.items() if len(phrase) == 1}),
    )


def _spellings(singles: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Each variant with the word that the menu names first of those that sound like it and mean the same."""
    first: dict[tuple[str, str], str] = {}
    spelling: dict[str, str] = {}
    for word, means in singles.items():
        for mean in means:
            for key in _keys(word):
                usual = first.setdefault((mean, key), word)
                if usual != word and word.endswith("s") == usual.endswith("s"):
                    spelling.setdefault(word, spelling.get(usual, usual))
    return spelling
