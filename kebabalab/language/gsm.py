"""What a text message can hold: GSM-7 (3GPP TS 23.038), transliteration into it, and the count of segments."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Each is sent as an escape and a character.
EXTENDED = frozenset("\f^{}\\[~]|€")
MOST_SEGMENTS = 3

_ONE_SEPTETS, _PART_SEPTETS = 160, 153
_ONE_UNITS, _PART_UNITS = 70, 67
_INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "′": "'", "“": '"', "”": '"',
        "„": '"', "″": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "•": "-",
        "·": "-", "×": "x", "÷": "/", "ı": "i", "İ": "I", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ł": "l", "Ł": "L",
        "þ": "th", "Þ": "Th", "œ": "oe", "Œ": "OE", "ẞ": "SS", "ħ": "h", "Ħ": "H", "ŋ": "n", "ə": "e", "Ə": "E",
        "©": "(c)", "®": "(R)", "⁄": "/", "\t": " ",
    }
)  # fmt: skip
_LOST = "\0"


def is_gsm(text: str) -> bool:
    """Whether every character can be sent as GSM-7."""
    return all(char in BASIC or char in EXTENDED for char in text)


def gsm(text: str) -> str:
    """The text in GSM-7 characters: accents that it lacks fall off, symbols and emoji are left out.

    Letters of a script that has no way into it become one question mark for each run of them.
    """
    sent = "".join(map(_transliterated, unicodedata.normalize("NFC", text)))
    return re.sub(f"{_LOST}+", "?", sent)


def septets(text: str) -> int:
    """The length of a GSM-7 text as it is counted: an extended character is two."""
    return len(text) + sum(char in EXTENDED for char in text)


def units(text: str) -> int:
    """The length of a text in UCS-2: a character beyond its first plane is two."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


def segments(text: str) -> int:
    """How many messages the text is sent and paid as: 160 or 153 each in GSM-7, 70 or 67 in UCS-2; 0 for none."""
    if is_gsm(text):
        return _parts([2 if char in EXTENDED else 1 for char in text], _ONE_SEPTETS, _PART_SEPTETS)
    return _parts([2 if ord(char) > 0xFFFF else 1 for char in text], _ONE_UNITS, _PART_UNITS)


def _parts(sizes: list[int], one: int, part: int) -> int:
    """A character of two units is never cut in two, so that a part may stay one short of full."""
    if sum(sizes) <= one:
        return 1 if sizes else 0
    count, used = 1, 0
    for size in sizes:
        if used + size > part:
            count, used = count + 1, 0
        used += size
    return count


def _transliterated(char: str) -> str:
    if char in BASIC or char in EXTENDED:
        return char
    if char in _INSTEAD:
        return _INSTEAD[char]
    parts = (_INSTEAD.get(one, one) for one in unicodedata.normalize("NFKD", char))
    bare = "".join(one for one in parts if is_gsm(one))
    if bare:
        return bare
    category = unicodedata.category(char)
    if category.startswith("Z"):
        return " "
    return _LOST if category[0] in "LN" else ""
