"""Accounts of staff: who there is, with which role, and the hash of each password."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, select, update

from kebabalab.db.connection import Database
from kebabalab.db.encoding import instant, milliseconds
from kebabalab.db.statements import InsertIfMissing
from kebabalab.db.tables import staff_accounts, staff_browsers, staff_codes, staff_devices, staff_sessions
from kebabalab.models.errors import NoSuchStaff, StaffExists
from kebabalab.models.staff import Account, Role

_ADD = InsertIfMissing(staff_accounts, {})
_OPEN = (
    select(func.count())
    .select_from(staff_sessions)
    .where(staff_sessions.c.account == staff_accounts.c.name)
    .scalar_subquery()
)
_ALL = select(staff_accounts.c.name, staff_accounts.c.role, staff_accounts.c.since, _OPEN.label("sessions")).order_by(
    staff_accounts.c.name
)
_OF = staff_accounts.c.name == bindparam("the_name")
_PASSWORD = select(staff_accounts.c.password).where(_OF)
_SET = update(staff_accounts).where(_OF).values(password=bindparam("the_password"))
_REMOVE = delete(staff_accounts).where(_OF)
_EXISTS = select(staff_accounts.c.name).where(_OF)
_SIGN_OUT = delete(staff_sessions).where(staff_sessions.c.account == bindparam("the_name"))
_FORGET_BROWSERS = delete(staff_browsers).where(staff_browsers.c.account == bindparam("the_name"))


@dataclass(frozen=True, slots=True)
class StaffBook:
    """The accounts of a database, by names as models.staff makes them. Every method raises StoreUnavailable."""

    database: Database

    def add(self, name: str, role: Role, password: str, now: dt.datetime) -> None:
        """Add an account with the hash of its password. Raises StaffExists."""
        row = {"name": name, "role": str(role), "password": password, "since": milliseconds(now)}
        with self.database.transaction() as connection:
            if not _ADD(connection, row):
                raise StaffExists(name)

    def accounts(self) -> tuple[Account, ...]:
        """All accounts, by name."""
        with self.database.reading() as connection:
            rows = connection.execute(_ALL).all()
        return tuple(Account(row.name, Role(row.role), instant(row.since), row.sessions) for row in rows)

    def password(self, name: str) -> str:
        """The hash that is kept of a password, "" where there is no such account."""
        with self.database.reading() as connection:
            return connection.execute(_PASSWORD, {"the_name": name}).scalar_one_or_none() or ""

    def set_password(self, name: str, password: str) -> None:
        """Set the hash; all sessions end, and no browser is known any more. Raises NoSuchStaff."""
        with self.database.transaction() as connection:
            if connection.execute(_SET, {"the_name": name, "the_password": password}).rowcount == 0:
                raise NoSuchStaff(name)
            connection.execute(_SIGN_OUT, {"the_name": name})
            connection.execute(_FORGET_BROWSERS, {"the_name": name})

    def remove(self, name: str) -> None:
        """Remove an account with its sessions. Raises NoSuchStaff."""
        with self.database.transaction() as connection:
            if connection.execute(_REMOVE, {"the_name": name}).rowcount == 0:
                raise NoSuchStaff(name)

    def sign_out(self, name: str) -> int:
        """End all sessions of an account; how many there were. Raises NoSuchStaff."""
        with self.database.transaction() as connection:
            _must_exist(connection, name)
            return connection.execute(_SIGN_OUT, {"the_name": name}).rowcount

    def sign_out_all(self) -> int:
        """End every session there is, and unpair every device; how many sessions there were."""
        with self.database.transaction() as connection:
            return end_all(connection)


def end_all(connection: Connection) -> int:
    """End every session in the transaction at hand, and unpair every device; how many sessions there were."""
    ended = connection.execute(delete(staff_sessions)).rowcount
    for table in (staff_devices, staff_codes, staff_browsers):
        connection.execute(delete(table))
    return ended


def _must_exist(connection: Connection, name: str) -> None:
    if connection.execute(_EXISTS, {"the_name": name}).first() is None:
        raise NoSuchStaff(name)
