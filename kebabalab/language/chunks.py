"""Chunks: a sentence cut into phrases, each with what it does and what it can mean."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from kebabalab.language.clock_words import BEFORE_HOUR, begins_time, length_of_time
from kebabalab.language.common import COMMON
from kebabalab.language.english import (
    CONTAINERS,
    HESITATION_SOUNDS,
    INSIDE_NAMES,
    PHRASES,
    PRONOUNS,
    SOUNDS_LIKE_NUMBER,
    Role,
)
from kebabalab.language.lexicon import Entry, Lexicon, Node
from kebabalab.language.tokens import DIGITS, TENS, Token, tokenize

_MARKS = {",": Role.COMMA, ";": Role.COMMA, ":": Role.COMMA, "/": Role.COMMA, "&": Role.AND, "+": Role.AND}
_STOPS = frozenset(".!?")
_POWERS = {"hundred": 100, "thousand": 1000, "million": 10**6}
_BEFORE_CHOICE = frozenset(("no", "without", "extra", "light", "hold", "minus", "except"))
_LEADING_TO = frozenset("upgrade upgraded upsize switch change go going add close next up down".split())
_MODALS = frozenset(("can", "may"))
_BEHIND_MODALS = frozenset(("be", "come", "have"))
_NOT_BEFORE_VERB = _MODALS | frozenset((",", "and", "a", "with", "could", "will", "to", "please", "thanks"))
MOST_BEFORE_VERB = 5
_BEFORE_NUMBER = frozenset((Role.AND, Role.COMMA, Role.STOP, Role.ORDER, Role.FILLER, Role.FIX, Role.OOPS, Role.MAKE))
NOTHING = Entry(Role.UNKNOWN)


@dataclass(slots=True, eq=False)
class Chunk:
    """One phrase: its role, what it can mean on this menu, and its characters in the text.

    Each is only itself: what was said once and holds for several things ("two larges, an X and a Y") stands in several.
    """

    role: Role
    entry: Entry
    words: str
    start: int
    end: int
    number: int = -1
    part: str = ""  # the half of the item that it is said of


@dataclass(slots=True)
class _Word:
    text: str
    start: int
    end: int
    usual: str = ""  # the word that is usual for it where it is a choice, "" for none


def chunk(text: str, lexicon: Lexicon) -> list[Chunk]:
    """Cut a text into chunks, longest phrase first, misheard words put right."""
    dropped = HESITATION_SOUNDS - lexicon.hearing.menu
    tokens = [one for one in tokenize(text) if one.word not in dropped]
    words = _completed(_heard_words(tokens, lexicon), lexicon)
    for word in words:
        word.usual = lexicon.usual.get(word.text, "")
    chunks: list[Chunk] = []
    place = 0
    while place < len(words):
        found, length = _next_chunk(words, place, lexicon.trie, chunks)
        if found is not None:
            chunks.append(found)
        place += length
    return chunks


def _heard_words(tokens: list[Token], lexicon: Lexicon) -> list[_Word]:
    """The tokens with misheard words replaced by the menu's, and split ones joined."""
    hearing = lexicon.hearing
    words: list[_Word] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        text = DIGITS.get(token.word, token.word)
        follower = tokens[place + 1] if place + 1 < len(tokens) else None
        place += 1
        meant, end = text, token.end
        if follower is not None and follower.word not in hearing.known and text + follower.word in hearing.menu:
            # "pepper oni": the first half is a word of its own, the second is none.
            words.append(_Word(text + follower.word, token.start, follower.end))
            place += 1
            continue
        if text not in hearing.known and text[:1].isalpha():
            joined = text + follower.word if follower is not None and follower.word[:1].isalpha() else ""
            halves = hearing.halves(text)
            if joined in hearing.menu:
                meant = joined
            elif halves is not None:
                cut = token.start + len(halves[0])
                words.append(_Word(hearing.spelling.get(halves[0], halves[0]), token.start, cut))
                token, meant = Token(halves[1], cut, end), halves[1]
            else:
                meant = hearing.heard(text, expected=bool(words) and words[-1].text in _BEFORE_CHOICE)
                behind = tokens[place + 1].word if place + 1 < len(tokens) else ""
                # Somebody's name and an article, which together would sound like a word of the menu.
                apart = text in COMMON and _is_article(follower) and behind in lexicon.trie.after
                if not meant and follower is not None and follower.word not in hearing.single and not apart:
                    meant = hearing.heard(joined, joined=True)
                else:
                    joined = ""
                meant = meant or text
            if joined and follower is not None and meant != text and halves is None:
                end, place = follower.end, place + 1
        words.append(_Word(hearing.spelling.get(meant, meant), token.start, end))
    return words


def _is_article(token: Token | None) -> bool:
    return token is not None and PHRASES.get(token.word) is Role.ARTICLE


def _completed(words: list[_Word], lexicon: Lexicon) -> list[_Word]:
    """The words with a misheard end of a phrase put right, where only one word can stand behind its beginning."""
    for word, follower in itertools.pairwise(words):
        counted = lexicon.trie.after.get(str(SOUNDS_LIKE_NUMBER.get(word.text, "")))
        if counted is not None and follower.text in counted.after:
            word.text = str(SOUNDS_LIKE_NUMBER[word.text])  # "too lumps", where the menu has "two lumps"
        node = lexicon.trie.after.get(word.text)
        if node is None or node.entry is not None or follower.text in node.after or not follower.text.isalpha():
            continue
        follower.text = next(
            (one for one in node.after if lexicon.hearing.sounds_as(follower.text, one)), follower.text
        )
    return words


def _next_chunk(words: list[_Word], place: int, trie: Node, before: list[Chunk]) -> tuple[Chunk | None, int]:
    word = words[place]
    if not word.text[:1].isalnum():
        return _mark(word), 1
    if begins_time(word.text):
        ahead = [one.text for one in words[place : place + 4]]
        of_clock = length_of_time(ahead, words[place - 1].text if place else "")
        if of_clock:
            return Chunk(Role.UNIT, NOTHING, word.text, word.start, words[place + of_clock - 1].end), of_clock
    number = _sounded_number(words, place, trie, before)
    if number >= 0:
        return Chunk(Role.NUMBER, NOTHING, word.text, word.start, word.end, number), 1
    entry, length = _longest(words, place, trie)
    broken = _broken_number(words, place)
    if broken > length:
        said = " ".join(one.text for one in words[place : place + broken])
        return Chunk(Role.UNKNOWN, NOTHING, said, word.start, words[place + broken - 1].end), broken
    if entry is not None and length > 1 and _is_modal(words, place + length - 1):
        entry, length = _longest(
            words[: place + length - 1], place, trie
        )  # "an X and | can I", whatever is sold in cans
    if entry is not None and length > 1:
        entry, length = _short_of_menu(words, place, (entry, length), trie)
    if entry is not None and length == 1 and _is_modal(words, place):
        entry = Entry(Role.FILLER)
    if entry is None and (word.text[0].isdigit() or word.text in TENS):
        # "I'm after two" is no time of day.
        return _number(words, place, ordering=bool(before) and before[-1].role is Role.ORDER)
    if entry is None:
        role = Role.FILLER if word.text in CONTAINERS or len(word.text) == 1 else Role.UNKNOWN
        return Chunk(role, NOTHING, word.text, word.start, word.end), 1
    last = words[place + length - 1]
    said = " ".join(one.text for one in words[place : place + length])
    return Chunk(entry.role, entry, said, word.start, last.end, entry.number), length


def _mark(word: _Word) -> Chunk | None:
    role = Role.STOP if word.text in _STOPS else _MARKS.get(word.text)
    return None if role is None else Chunk(role, NOTHING, word.text, word.start, word.end)


def _short_of_menu(words: list[_Word], place: int, found: tuple[Entry, int], trie: Node) -> tuple[Entry, int]:
    """The words up to where a longer phrase of the menu begins: "an | extra shot", not "an extra | shot".

    A name of the menu gives way only to the choice and the name that it can be cut into.
    """
    entry, length = found
    if entry.role is Role.ASK:
        return found
    rest, _ = _longest(words, place + length, trie)
    # Two names in a row are no order: "X Y | Z" is the Y Z with X.
    crossed = bool(entry.items) and rest is not None and bool(rest.items) and not rest.deals
    for cut in range(1, length):
        ahead, longer = _longest(words, place + cut, trie)
        within = cut + longer < length or (cut + longer == length and entry.role is not Role.ARTICLE)
        if ahead is None or ahead.role is not Role.MENU or within:
            continue
        first, shorter = _longest(words[: place + cut], place, trie)
        a_choice = crossed and first is not None and bool(first.values) and bool(ahead.items)
        english = entry.role is not Role.MENU or (first is not None and first.role is not Role.MENU)
        if first is not None and shorter == cut and (english or a_choice):
            return first, cut
    return found


def _longest(words: list[_Word], place: int, trie: Node) -> tuple[Entry | None, int]:
    """The longest phrase that begins here, with usual words for others where that makes it longer."""
    found = _walked(words, place, trie, usual=False)
    if any(word.usual for word in words[place : place + 2]):
        return max(found, _walked(words, place, trie, usual=True), key=lambda one: one[1])
    return found


def _walked(words: list[_Word], place: int, trie: Node, *, usual: bool) -> tuple[Entry | None, int]:
    node, length, skipped = trie, 0, False
    entry: Entry | None = None
    for offset in range(place, len(words)):
        word = words[offset]
        child = node.after.get(word.usual if usual and word.usual else word.text)
        if child is None and offset > place and word.text in INSIDE_NAMES:
            skipped = True  # "a plum, like, pie"
            continue
        if child is None:
            break
        node = child
        if node.entry is not None and (not skipped or node.entry.role is Role.MENU):
            entry, length = node.entry, offset - place + 1
    return entry, length


def _number(words: list[_Word], place: int, ordering: bool = False) -> tuple[Chunk, int]:
    first = words[place]
    value, length = TENS.get(first.text, -1), 1
    if value < 0:
        # "6:30" is a time of day, never a quantity; and no quantity has ten digits.
        value = int(first.text) if first.text.isdecimal() and len(first.text) < 10 else 10**9
    elif place + 1 < len(words) and words[place + 1].text.isdecimal() and 0 < int(words[place + 1].text[:4]) < 10:
        value, length = value + int(words[place + 1].text), 2
    follower = words[place + length].text if place + length < len(words) else ""
    if follower in _POWERS:
        value, length, follower = value * _POWERS[follower], length + 1, ""
        rest = [word.text for word in words[place + length : place + length + 2]]
        if rest[:1] == ["and"] and len(rest) == 2 and (rest[1] in TENS or rest[1].isdecimal()):
            more, longer = _number(words, place + length + 1)
            value, length = value + max(more.number, 0), length + 1 + longer
    last = words[place + length - 1]
    before = words[place - 1].text if place else ""
    is_hour = ":" in first.text or (before in BEFORE_HOUR and not ordering)
    if PHRASES.get(follower) is Role.UNIT or is_hour or before == "$":
        end = words[place + length].end if follower and ":" not in first.text else last.end
        unit = 1 if PHRASES.get(follower) is Role.UNIT else 0
        return Chunk(Role.UNIT, NOTHING, first.text, first.start, end), length + unit
    # "minus two cokes" and "-2 cokes" are no order of two.
    if before in ("-", "minus", "negative"):
        value = -value
    return Chunk(Role.NUMBER, NOTHING, first.text, first.start, last.end, value), length


def _broken_number(words: list[_Word], place: int) -> int:
    """How many words "one and a half", "two point five" are, 0 for none: no number of anything, but by the menu."""
    if not (words[place].text.isdecimal() or words[place].text in TENS):
        return 0
    ahead = [one.text for one in words[place + 1 : place + 4]]
    if ahead[:1] == ["point"] and ahead[1:] and (ahead[1].isdecimal() or ahead[1] in TENS):
        return 3
    return 4 if ahead == ["and", "a", "half"] else 3 if ahead[:2] == ["and", "half"] else 0


def _is_modal(words: list[_Word], place: int) -> bool:
    """Whether "can" is no container: "can you", "can one of them be"."""
    if words[place].text not in _MODALS or place + 1 >= len(words):
        return False
    if words[place + 1].text in PRONOUNS:
        return True
    for word in words[place + 1 : place + 1 + MOST_BEFORE_VERB]:
        if word.text in _BEHIND_MODALS:
            return True
        if word.text in _NOT_BEFORE_VERB:
            return False
    return False


def _sounded_number(words: list[_Word], place: int, trie: Node, before: list[Chunk]) -> int:
    """The number that "to", "won" or "for" stands for where only a number can stand, else -1."""
    value = SOUNDS_LIKE_NUMBER.get(words[place].text, -1)
    if value < 0 or (before and before[-1].role not in _BEFORE_NUMBER):
        return -1
    if place and words[place - 1].text in _LEADING_TO:
        return -1
    entry, length = _longest(words, place, trie)
    if length > 1:
        return -1
    entry, length = _longest(words, place + 1, trie)
    counted = entry is not None and bool(entry.items or entry.values)
    if not counted and words[place + 1 : place + 2] and words[place + 1].text not in CONTAINERS:
        return -1
    ahead = words[place + 1 : place + 6]
    several = any(word.text.endswith("s") and len(word.text) > 3 for word in ahead)
    return value if value == 1 or several else -1
