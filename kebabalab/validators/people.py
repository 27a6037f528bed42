"""Who orders: names, phone numbers and notes, cleaned or refused."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

from kebabalab.models.errors import NameRefused, NotesRefused, PhoneRefused

LONGEST_NAME = 60
LONGEST_NOTES = 300

_NAME_MARKS = frozenset(" -'.\u2018\u2019\u2010\u2011")
# What models write when they don't know (seen in real calls, and their like).
_NO_NAMES = frozenset(
    (
        "customer|the customer|customer name|test customer|guest|the guest|unknown|unknown caller|caller|the caller|"
        "caller name|anonymous|none|null|nil|undefined|no name|not provided|not given|not specified|not available|"
        "unspecified|unnamed|name|your name|full name|first name|test|tester|test user|user|client|person|someone|"
        "somebody|nobody|john doe|jane doe|placeholder|default|string|n/a|n.a.|tbd|tba|xxx|no one|withheld|private"
    ).split("|")
)
_NO_NOTES = frozenset(("none", "no", "nil", "null", "n/a", "na", "no notes", "nothing", "undefined", "-", "."))
# Some countries can't tell the two apart. What is neither may cost whoever sends a text to it any amount.
_TEXTED = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
_FEWEST_DIGITS = 5
_RUN = re.compile(r"(\d)\1{6,}$")
_COUNTED = ("12345678", "23456789", "1234567890", "87654321", "9876543210")
_FICTION = re.compile(r"1?(?:555\d{7}|\d{3}55501\d{2}|555\d{4})")


def name(said: str) -> str:
    """The name as it is kept: NFC, trimmed, inner blanks single. Raises NameRefused.

    1 to 60 letters of any language, with spaces, hyphens, apostrophes and full stops (ordering rules, Orders).
    """
    kept = " ".join(_visible(unicodedata.normalize("NFC", said)).split())
    letters = any(unicodedata.category(char).startswith("L") for char in kept)
    if not letters or len(kept) > LONGEST_NAME or not all(map(_belongs_in_a_name, kept)) or is_no_name(kept):
        raise NameRefused(kept[:LONGEST_NAME])
    return kept


def is_no_name(said: str) -> bool:
    """Whether the name is one that models make up when nobody has given one; so is an empty one."""
    bare = " ".join(said.split()).strip("[]{}<>()*\"' ").casefold()
    return not bare or bare in _NO_NAMES


def phone(said: str, country: str) -> str:
    """The number as E.164; `country` ("AU") is the one that a number without + belongs to. Raises PhoneRefused."""
    if is_no_phone(said):
        raise PhoneRefused(missing=True)
    try:
        read = phonenumbers.parse(said[:60], country)
    except NumberParseException:
        raise PhoneRefused from None
    # Texting a premium number back would be at the shop's cost.
    if not phonenumbers.is_valid_number(read) or phonenumbers.number_type(read) == PhoneNumberType.PREMIUM_RATE:
        raise PhoneRefused
    return phonenumbers.format_number(read, PhoneNumberFormat.E164)


def is_no_phone(said: str) -> bool:
    """Whether the number is one that models make up ("+61...", "555-123-4567"); so is one without digits."""
    digits = "".join(str(unicodedata.decimal(char)) for char in said[:60] if char.isdecimal())
    if len(digits) < _FEWEST_DIGITS or "..." in said or "…" in said:
        return True
    return _RUN.search(digits) is not None or digits.endswith(_COUNTED) or _FICTION.fullmatch(digits) is not None


def takes_texts(number: str) -> bool:
    """Whether a text can be sent to this E.164 number: to a mobile, not to a landline, a premium or a short number."""
    try:
        return phonenumbers.number_type(phonenumbers.parse(number)) in _TEXTED
    except NumberParseException:
        return False


def local(number: str, country: str) -> str:
    """An E.164 number as it is dialled in this country, its groups apart ("03 7010 1234"); "" for none."""
    try:
        read = phonenumbers.parse(number)
    except NumberParseException:
        return ""
    own = phonenumbers.region_code_for_number(read) == country
    written = PhoneNumberFormat.NATIONAL if own else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(read, written)


def country_of(number: str) -> str:
    """The country that this E.164 number belongs to ("AU"), "" for none: those that share a code are told apart."""
    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(number)) or ""
    except NumberParseException:
        return ""


def notes(said: str) -> str:
    """The notes as they are kept: up to 300 characters on one line, "" for words that say there are none.

    Raises NotesRefused when they are longer or hold control characters.
    """
    kept = " ".join(_visible(unicodedata.normalize("NFC", said)).split())
    if len(kept) > LONGEST_NOTES or any(unicodedata.category(char) in ("Cc", "Cs", "Co") for char in kept):
        raise NotesRefused
    return "" if kept.casefold() in _NO_NOTES else kept


def _visible(text: str) -> str:
    """The text without characters that only steer how others are shown: they could turn a ticket around."""
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


def _belongs_in_a_name(char: str) -> bool:
    return char in _NAME_MARKS or unicodedata.category(char)[0] in "LM"
