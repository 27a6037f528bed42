"""Clock words: a time of day inside an order, which counts nothing of it ("by quarter past eight a small X")."""

from __future__ import annotations

from collections.abc import Sequence

from kebabalab.language.tokens import TENS

# A number right behind one of these is an hour.
BEFORE_HOUR = frozenset(("at", "by", "around", "until", "till", "before", "after"))
# These lead to a time; without one "ten to two" may be a number and a slip.
_LEADS = BEFORE_HOUR | {"about"}
# Behind these a number may count things too: "for two", but not "for six thirty".
_OF_PICKUP = frozenset(("for", "up", "pickup"))
_QUARTERS = (("thirty",), ("forty", "5"), ("15",), ("45",), ("30",))
_PAST = frozenset(("past", "after"))
_PARTS = frozenset(("quarter", "half"))
_HOURS = range(1, 13)
_FIVE = 5


def begins_time(word: str) -> bool:
    """Whether a time of day can begin with this word."""
    return word.isdecimal() or word in TENS or word in _PARTS


def length_of_time(words: Sequence[str], before: str) -> int:
    """How many of these words, from the first on, are a time of day; 0 for none. `before` is the word before them."""
    if words[:1] and words[0] in _PARTS and _joins(words[1:2], before=before, part=True) and _is_hour(words[2:3]):
        return 3
    minutes = _minutes(words)
    if minutes and _joins(words[minutes : minutes + 1], before=before, part=False):
        return minutes + 2 if _is_hour(words[minutes + 1 : minutes + 2]) else 0
    if before in _LEADS and _is_hour(words[:1]):
        after = _round_minutes(words[1:3])
        return 1 + after if after else 0
    if before in _OF_PICKUP and _is_hour(words[:1]):
        return next((1 + len(quarter) for quarter in _QUARTERS if tuple(words[1 : 1 + len(quarter)]) == quarter), 0)
    return 0


def _joins(words: Sequence[str], *, before: str, part: bool) -> bool:
    return bool(words) and (words[0] in _PAST or (words[0] == "to" and (part or before in _LEADS)))


def _is_hour(words: Sequence[str]) -> bool:
    return bool(words) and words[0].isdecimal() and len(words[0]) <= 2 and int(words[0]) in _HOURS


def _minutes(words: Sequence[str]) -> int:
    """How many words of minutes stand here, as in "twenty five past"."""
    if words[:1] and words[0] in TENS:
        return 2 if words[1:2] and words[1].isdecimal() and len(words[1]) == 1 else 1
    return 1 if words[:1] and words[0].isdecimal() and len(words[0]) <= 2 else 0


def _round_minutes(words: Sequence[str]) -> int:
    """How many words of minutes stand behind an hour: "thirty", "forty five", "fifteen"; "thirty two" is thirty."""
    if words[:1] and words[0] in TENS:
        return 2 if words[1:2] == [str(_FIVE)] else 1
    return 1 if words[:1] and words[0] in ("10", "15") else 0
