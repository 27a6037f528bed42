"""Time spans: how long from now, in words ("an hour and a quarter", "20 mins")."""

from __future__ import annotations

from collections.abc import Sequence

from kebabalab.language.time_words import ARTICLES, PAST, SOFTENERS, TO, Word

UNITS = {
    **dict.fromkeys("minute minutes min mins minit minits".split(), 1),
    **dict.fromkeys("hour hours hr hrs".split(), 60),
}
_SHORT = {"m": 1, "h": 60}  # only straight after a number
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_COUNTS = {"a": 1.0, "an": 1.0, "another": 1.0, "couple": 2.0, "few": 3.0}
_LONGEST = 60 * 24 * 30
_LONGEST_BARE = 180
_NOT_MINUTES = PAST | TO | {"am", "pm", "day", "days", "week", "weeks"}


def read_span(said: Sequence[Word]) -> int | None:
    """The minutes from now that the words name, None where they name none."""
    words = [word for word in said if word.text not in SOFTENERS]
    for place in range(len(words)):
        minutes, end = _component(words, place)
        if not end:
            continue
        if _is_reading(words, end):
            return None
        more, further = _component(words, end + 1 if _text(words, end) == "and" else end)
        total = round(minutes + (more if further else 0.0))
        return total if total <= _LONGEST else None
    return _in_so_many(words)


def _component(words: Sequence[Word], place: int) -> tuple[float, int]:
    """The minutes of one amount with its unit, and the place after it; (0, 0) where none begins here."""
    if place >= len(words):
        return 0.0, 0
    word = words[place]
    if word.minute is not None:
        return _written(words, place)
    count, end = _amount(words, place)
    if not end and word.text == "hour":
        count, end = 1.0, place
    if not end and word.text != "hour":
        return 0.0, 0
    unit = UNITS.get(_text(words, end)) or (_SHORT.get(_text(words, end)) if word.number is not None else None)
    if unit is None:
        return 0.0, 0
    minutes, end = count * unit, end + 1
    return _and_more(words, minutes, end) if unit == 60 else (minutes, end)


def _amount(words: Sequence[Word], place: int) -> tuple[float, int]:
    """How many: "20", "two and a half", "half an", "three quarters of an", "a couple of"."""
    word = words[place]
    share, end = _fraction(words, place)
    if end:
        return share, _past_articles(words, end)
    if word.number is not None and not word.ordinal:
        count = word.number + word.share
        begin = place + 2 if _text(words, place + 1) == "and" else place + 1
        share, end = _fraction(words, begin + 1 if _text(words, begin) == "a" else begin)
        return (count + share, end) if end else (count, place + 1)
    if word.text in _COUNTS:
        end = _past_articles(words, place + 1)
        if _text(words, end) in ("couple", "few"):
            return _COUNTS[_text(words, end)], _past_articles(words, end + 1)
        return _COUNTS[word.text], end
    return 0.0, 0


def _fraction(words: Sequence[Word], place: int) -> tuple[float, int]:
    text = _text(words, place)
    if text in _FRACTIONS:
        return _FRACTIONS[text], place + 1
    if place < len(words) and words[place].number == 3 and _text(words, place + 1) in ("quarter", "quarters"):
        return 0.75, place + 2
    return 0.0, 0


def _and_more(words: Sequence[Word], minutes: float, end: int) -> tuple[float, int]:
    """What follows hours without a unit of its own: "and a half", "twenty"."""
    begin = end + 1 if _text(words, end) == "and" else end
    share, after = _fraction(words, begin + 1 if _text(words, begin) == "a" else begin)
    if after and _text(words, _past_articles(words, after)) not in UNITS:
        return minutes + 60 * share, after
    if begin < len(words):
        word = words[begin]
        follower = _text(words, begin + 1)
        counts = word.number is not None and word.minute is None and not word.ordinal and 0 < word.number < 60
        if counts and not {follower} & (UNITS.keys() | _SHORT.keys() | PAST | TO | {"am", "pm"}):
            return minutes + (word.number or 0), begin + 1
    return minutes, end


def _written(words: Sequence[Word], place: int) -> tuple[float, int]:
    """ "1.25 hours", "1h30m" and "120 minutes", which look like readings of the clock."""
    word, follower = words[place], _text(words, place + 1)
    if "." in word.text and UNITS.get(follower) == 60:
        return 60 * float(word.text), place + 2
    if word.text.isdecimal() and UNITS.get(follower) == 1:
        return float(word.text), place + 2
    before = words[place - 1].text if place else ""
    if "h" in word.text and (before in ("in", "within", "pt") or follower in ("m", "min", "mins")):
        return 60.0 * (word.number or 0) + (word.minute or 0), place + 1 + (follower in ("m", "min", "mins"))
    return 0.0, 0


def _is_reading(words: Sequence[Word], end: int) -> bool:
    """Whether the minutes belong to a clock's reading: "ten minutes to seven"."""
    return (
        _text(words, end) in PAST | TO
        and end + 1 < len(words)
        and (words[end + 1].number is not None or _text(words, end + 1) in ("noon", "midday", "midnight"))
    )


def read_bare_span(said: Sequence[Word]) -> int | None:
    """The minutes of a number that no clock shows: "twenty", "give me forty-five"."""
    words = [word for word in said if word.text not in SOFTENERS]
    numbers = (word.number for place, word in enumerate(words) if _stands_alone(words, place))
    return next((number for number in numbers if number is not None and number > 12), None)


def _in_so_many(words: Sequence[Word]) -> int | None:
    """ "In twenty": nobody means hours."""
    for place, word in enumerate(words):
        if not place or words[place - 1].text not in ("in", "within"):
            continue
        if _stands_alone(words, place):
            return word.number
        if word.text.isdecimal() and len(word.text) == 3 and int(word.text) <= _LONGEST_BARE:
            return int(word.text)
    return None


def _stands_alone(words: Sequence[Word], place: int) -> bool:
    """Whether a plain number is neither an hour nor a count of something."""
    word, follower = words[place], _text(words, place + 1)
    plain = word.number is not None and word.minute is None and not (word.share or word.ordinal)
    goes_on = follower in _NOT_MINUTES or (place + 1 < len(words) and words[place + 1].number is not None)
    before = _text(words, place - 1)
    return plain and 0 < (word.number or 0) <= _LONGEST_BARE and not goes_on and before not in PAST | TO


def _text(words: Sequence[Word], place: int) -> str:
    return words[place].text if 0 <= place < len(words) else ""


def _past_articles(words: Sequence[Word], place: int) -> int:
    while _text(words, place) in ARTICLES:
        place += 1
    return place
