"""The staff's door: a name with its password, or a code, for a session; the same answer and work for every stranger."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from kebabalab.db.connection import Database
from kebabalab.db.encoding import milliseconds
from kebabalab.db.passwords import Passwords
from kebabalab.db.staff import StaffBook
from kebabalab.db.staff_sessions import SECRET_BYTES, StaffSessions, begin, hash_of
from kebabalab.db.staff_tries import Tried, Tries
from kebabalab.db.statements import InsertIfMissing
from kebabalab.db.tables import staff_accounts, staff_browsers
from kebabalab.models.errors import StaffNameRefused, WrongPassword
from kebabalab.models.staff import (
    LONGEST_PASSWORD,
    Code,
    Credentials,
    Entry,
    Patience,
    code_of,
    new_password,
    password_of,
    staff_name,
)

# Behind one address may be a whole shop.
OF_ADDRESS = Patience(free=10)
_KNOWN = select(staff_browsers.c.hash).where(
    staff_browsers.c.hash == bindparam("the_hash"), staff_browsers.c.account == bindparam("the_name")
)
_SEEN = update(staff_browsers).where(staff_browsers.c.hash == bindparam("the_hash")).values(used_at=bindparam("now"))
_ADD_BROWSER = InsertIfMissing(staff_browsers, {})
_STILL = (
    select(staff_accounts.c.name)
    .where(staff_accounts.c.name == bindparam("the_name"), staff_accounts.c.password == bindparam("the_password"))
    .with_for_update(key_share=True)
)


@dataclass(frozen=True, slots=True)
class StaffDoor:
    """Lets staff in. Every method raises StoreUnavailable, StaffDoorBusy and TooManyTries.

    Strangers are counted by account and by address. A browser that has signed in to the account before is counted by
    itself: whoever tries names and passwords elsewhere does not keep it out.
    """

    database: Database
    passwords: Passwords
    sessions: StaffSessions

    def sign_in(self, offered: Credentials, now: dt.datetime) -> Entry:
        """A new session for this name and password. Raises WrongPassword."""
        name, kept = self._looked_up(offered.name)
        is_known = self._is_known(offered.browser, name)
        counted = [Tried("browser", hash_of(offered.browser))] if is_known else _as_stranger(name, offered.source)
        tries = Tries(self.database)
        # What nobody can have set is checked as well: that takes as long, and no longer.
        password = password_of(offered.password)[: LONGEST_PASSWORD + 1]
        # Its turn first: who gets none has tried nothing.
        with self.passwords.turn(waits=is_known):
            tries.count(counted, now)
            if not self.passwords.fits(kept, password):
                raise WrongPassword
        tries.forgive(counted, now)
        with self.database.transaction() as connection:
            if connection.execute(_STILL, {"the_name": name, "the_password": kept}).first() is None:
                raise WrongPassword
            browser = _remembered(connection, offered.browser if is_known else "", name, now)
            return Entry(begin(connection, name, None, now), browser)

    def pair(self, code: str, source: str, now: dt.datetime) -> Entry:
        """A new device's session for this code. Raises WrongPassword."""
        counted, tries = [Tried("source", source, OF_ADDRESS)], Tries(self.database)
        tries.count(counted, now)
        entry = Entry(self.sessions.redeem(code_of(code), now))
        tries.forgive(counted, now)
        return entry

    def change_password(self, name: str, before: str, after: str, now: dt.datetime) -> Entry:
        """Set another password for whoever knows the one before; all sessions end, and this is a new one.

        Raises WrongPassword, PasswordRefused, NoSuchStaff.
        """
        password, book = new_password(after, name), StaffBook(self.database)
        counted, tries = [Tried("change", name)], Tries(self.database)
        with self.passwords.turn(waits=True):
            tries.count(counted, now)
            if not self.passwords.fits(book.password(name), password_of(before)[: LONGEST_PASSWORD + 1]):
                raise WrongPassword
            kept = self.passwords.hash(password)
        tries.forgive(counted, now)
        book.set_password(name, kept)
        with self.database.transaction() as connection:
            browser = _remembered(connection, "", name, now)
            return Entry(begin(connection, name, None, now), browser)

    def new_code(self, device: str, made_by: str, now: dt.datetime) -> Code:
        """A code that pairs one device of this name."""
        return self.sessions.new_code(device, made_by, now)

    def _looked_up(self, written: str) -> tuple[str, str]:
        """The name as it is kept, and the hash of its password, "" where there is none."""
        try:
            name = staff_name(written)
        except StaffNameRefused:
            # Nobody's, and counted as any other.
            return written[:100], ""
        return name, StaffBook(self.database).password(name)

    def _is_known(self, browser: str, name: str) -> bool:
        if not browser:
            return False
        with self.database.reading() as connection:
            return connection.execute(_KNOWN, {"the_hash": hash_of(browser), "the_name": name}).first() is not None


def _as_stranger(name: str, source: str) -> list[Tried]:
    return [Tried("account", name), Tried("source", source, OF_ADDRESS)]


def _remembered(connection: Connection, browser: str, name: str, now: dt.datetime) -> str:
    if browser:
        connection.execute(_SEEN, {"the_hash": hash_of(browser), "now": milliseconds(now)})
        return browser
    browser = secrets.token_urlsafe(SECRET_BYTES)
    _ADD_BROWSER(connection, {"hash": hash_of(browser), "account": name, "used_at": milliseconds(now)})
    return browser
