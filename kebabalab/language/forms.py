"""Forms: the plurals, singulars and spelt-out initials in which a phrase is said."""

from __future__ import annotations


def forms(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A phrase with its plural and singular forms, and initials said letter by letter; in a fixed order."""
    if not words:
        return ()
    found = [words]
    places = [len(words) - 1]
    if "of" in words[1:]:
        places.append(words.index("of", 1) - 1)
    for place in places:
        for other in (plural(words[place]), singular(words[place])):
            if other:
                found.append((*words[:place], other, *words[place + 1 :]))
    for place, word in enumerate(words):
        if 2 <= len(word) <= 4 and word.isalpha() and not set(word) & set("aeiouy"):
            # "X Y Zs": the plural of initials is said letter by letter, too.
            for form in list(found):
                if form[place] == word:
                    found += [(*form[:place], *word, *form[place + 1 :])]
                elif form[place] == plural(word):
                    found += [(*form[:place], *word[:-1], word[-1] + "s", *form[place + 1 :])]
    return tuple(dict.fromkeys(found))


def plural(word: str) -> str:
    """The regular plural, "" where the word can't have one."""
    if not word.isalpha() or len(word) < 2:
        return ""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def singular(word: str) -> str:
    """The regular singular, "" where the word does not look like a plural."""
    if len(word) < 4 or not word.isalpha() or not word.endswith("s") or word.endswith("ss"):
        return ""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("oes", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1]
