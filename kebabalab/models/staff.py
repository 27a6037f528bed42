"""Staff: who may open the pages of the kitchen and of the owner, and how long a refused one waits."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from kebabalab.models.errors import DeviceNameRefused, PasswordRefused, StaffNameRefused

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
LONGEST_NAME, LONGEST_DEVICE = 30, 40
# Without letters and digits that are taken for each other; eight of them are read over a counter in one breath.
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8
CODE_LASTS = dt.timedelta(minutes=10)
# A browser that has signed in before is told from strangers for so long after its last time.
KNOWN_FOR = dt.timedelta(days=180)
FORGOTTEN_AFTER = dt.timedelta(hours=24)
_NAME = re.compile(rf"[^\W_][\w.-]{{1,{LONGEST_NAME - 1}}}")


class Role(StrEnum):
    """What somebody may do: the kitchen sees the orders, the owner everything."""

    KITCHEN = "kitchen"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in with a password. `sessions` is how many are open."""

    name: str
    role: Role
    since: dt.datetime
    sessions: int = 0


@dataclass(frozen=True, slots=True)
class Device:
    """A tablet that was paired with a code; it has the kitchen's role. `seen_at` None: its session has ended."""

    id: str
    name: str
    paired_by: str
    since: dt.datetime
    seen_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """Whoever has signed in. `device` is a paired device's id, "" for a person."""

    name: str
    role: Role
    device: str = ""

    @property
    def by(self) -> str:
        """As an order's history names them: staff:ana, device:Front tablet."""
        return f"{'device' if self.device else 'staff'}:{self.name}"

    @property
    def is_owner(self) -> bool:
        """Whether they may see the owner's pages."""
        return self.role is Role.OWNER


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long a session lasts unused, and at most; a paired device's is apart."""

    idle: dt.timedelta
    longest: dt.timedelta
    device_idle: dt.timedelta
    device_longest: dt.timedelta


@dataclass(frozen=True, slots=True)
class Code:
    """A code that pairs one device, once, until it ends."""

    text: str
    device: str
    ends_at: dt.datetime

    @property
    def shown(self) -> str:
        """The code as it is read out: in two halves."""
        return f"{self.text[: CODE_LENGTH // 2]}-{self.text[CODE_LENGTH // 2 :]}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a browser is given that was let in: the session's secret, and the one it is known by ("" for a device)."""

    session: str
    browser: str = ""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody offers: a name and a password, from an address or network; what the browser is known by, or ""."""

    name: str
    password: str
    source: str
    browser: str = ""


@dataclass(frozen=True, slots=True)
class UnsentText:
    """A text that was given up, as an owner sees it. `recipient` is E.164, "" for the shop."""

    id: int
    kind: str
    recipient: str
    body: str
    order_id: str
    queued_at: dt.datetime
    problem: str


@dataclass(frozen=True, slots=True)
class Patience:
    """How many wrong tries are free, and the longest pause after that; each one more doubles it, from a second on."""

    free: int = 5
    longest: dt.timedelta = dt.timedelta(minutes=15)

    def pause(self, failures: int) -> dt.timedelta:
        """The pause after so many wrong tries in a row."""
        if failures < self.free:
            return dt.timedelta()
        return min(dt.timedelta(seconds=2 ** min(failures - self.free, 20)), self.longest)


def staff_name(written: str) -> str:
    """A name as it is kept: small letters, digits, dots and dashes, 2 to 30 of them. Raises StaffNameRefused."""
    name = unicodedata.normalize("NFKC", written.strip()).casefold()
    if not _NAME.fullmatch(name):
        raise StaffNameRefused
    return name


def device_name(written: str) -> str:
    """What a device is called, 1 to 40 characters on one line. Raises DeviceNameRefused."""
    name = " ".join(unicodedata.normalize("NFKC", written).split())
    if not 1 <= len(name) <= LONGEST_DEVICE or not name.isprintable():
        raise DeviceNameRefused
    return name


def new_password(written: str, name: str) -> str:
    """A password that may be set, as it is hashed. Raises PasswordRefused with what is wrong."""
    password = password_of(written)
    if len(password) < SHORTEST_PASSWORD:
        raise PasswordRefused(f"A password has at least {SHORTEST_PASSWORD} characters; four words in a row are good.")
    if len(password) > LONGEST_PASSWORD:
        raise PasswordRefused(f"A password has at most {LONGEST_PASSWORD} characters.")
    if len(set(password.casefold())) < 5 or name in password.casefold():
        raise PasswordRefused("That password is too easy to guess: not your name, and not one letter again and again.")
    return password


def password_of(written: str) -> str:
    """A password the same however a keyboard composes its letters."""
    return unicodedata.normalize("NFKC", written)


def code_of(written: str) -> str:
    """A code as it was typed, "" for what can be none: case, spaces and dashes don't matter."""
    code = re.sub(r"[\s-]", "", written).upper()
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_LETTERS) else ""
