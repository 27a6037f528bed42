"""Sessions of staff: those of people and of paired devices, each found by the hash of a secret that a cookie holds."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from kebabalab.db.connection import Database
from kebabalab.db.encoding import instant, milliseconds
from kebabalab.db.tables import (
    staff_accounts,
    staff_browsers,
    staff_codes,
    staff_devices,
    staff_sessions,
    staff_tries,
)
from kebabalab.db.vault import vault_of
from kebabalab.models.errors import WrongPassword
from kebabalab.models.staff import (
    CODE_LASTS,
    CODE_LENGTH,
    CODE_LETTERS,
    FORGOTTEN_AFTER,
    KNOWN_FOR,
    Code,
    Device,
    Lifetimes,
    Role,
    Who,
)

SECRET_BYTES = 32
# The time of its last use is written no more often, so that looking at a page seldom writes.
BETWEEN_USES = dt.timedelta(minutes=1)
_S, _D = staff_sessions.c, staff_devices.c
_FIND = (
    select(
        _S.account, _S.device, _S.began_at, _S.used_at, staff_accounts.c.role, staff_devices.c.name.label("device_name")
    )
    .select_from(staff_sessions.outerjoin(staff_accounts).outerjoin(staff_devices))
    .where(_S.hash == bindparam("the_hash"))
)
_BEGIN = insert(staff_sessions)
_END = delete(staff_sessions).where(_S.hash == bindparam("the_hash"))
_USE = update(staff_sessions).where(_S.hash == bindparam("the_hash")).values(used_at=bindparam("now"))
_NEW_CODE = insert(staff_codes)
_CODE = select(staff_codes).where(staff_codes.c.mark.in_(bindparam("marks", expanding=True)))
_TAKE_CODE = delete(staff_codes).where(staff_codes.c.mark == bindparam("the_mark"))
_DEVICES = (
    select(_D.id, _D.name, _D.paired_by, _D.since, func.max(_S.used_at).label("used_at"))
    .select_from(staff_devices.outerjoin(staff_sessions))
    .group_by(_D.id, _D.name, _D.paired_by, _D.since)
    .order_by(_D.since, _D.id)
)
_REMOVE = delete(staff_devices).where(_D.id == bindparam("the_id"))
_IS_OLD = (_S.used_at < bindparam("idle")) | (_S.began_at < bindparam("longest"))
_OLD = (
    delete(staff_sessions).where(_S.account.is_not(None), _IS_OLD),
    delete(staff_sessions).where(_S.device.is_not(None), _IS_OLD),
)


@dataclass(frozen=True, slots=True)
class StaffSessions:
    """The sessions, codes and devices of a database. Every method raises StoreUnavailable."""

    database: Database
    lifetimes: Lifetimes

    def find(self, secret: str, now: dt.datetime, *, uses: bool = True) -> Who | None:
        """Whoever has this session, None for nobody; `uses`: it counts as used now. A device needs nobody to use it."""
        key = {"the_hash": hash_of(secret)}
        with self.database.reading() as connection:
            row = connection.execute(_FIND, key).one_or_none()
        if row is None:
            return None
        idle, longest = self._bounds(is_device=row.device is not None)
        if now - instant(row.used_at) > idle or now - instant(row.began_at) > longest:
            return None
        if (uses or row.device is not None) and now - instant(row.used_at) >= BETWEEN_USES:
            with self.database.transaction() as connection:
                connection.execute(_USE, {**key, "now": milliseconds(now)})
        if row.device is not None:
            return Who(row.device_name, Role.KITCHEN, row.device)
        return Who(row.account, Role(row.role))

    def end(self, secret: str) -> None:
        """End this session, and unpair the device that it was of."""
        key = {"the_hash": hash_of(secret)}
        with self.database.transaction() as connection:
            row = connection.execute(_FIND, key).one_or_none()
            connection.execute(_END, key)
            if row is not None and row.device is not None:
                connection.execute(_REMOVE, {"the_id": row.device})

    def new_code(self, device: str, made_by: str, now: dt.datetime) -> Code:
        """A code that pairs one device of this name."""
        code = Code("".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH)), device, now + CODE_LASTS)
        mark = self.database.vault.mark(hash_of(code.text))
        row = {"mark": mark, "device": device, "made_by": made_by, "ends_at": milliseconds(code.ends_at)}
        with self.database.transaction() as connection:
            connection.execute(_NEW_CODE, row)
        return code

    def redeem(self, code: str, now: dt.datetime) -> str:
        """Pair a device with a code, which is good no more then; its session's secret. Raises WrongPassword."""
        with self.database.transaction() as connection:
            marks = vault_of(connection).marks(hash_of(code))
            row = connection.execute(_CODE, {"marks": marks}).one_or_none()
            # Of two that come together with the same code, one has deleted it.
            if row is None or connection.execute(_TAKE_CODE, {"the_mark": row.mark}).rowcount == 0:
                raise WrongPassword
            if instant(row.ends_at) <= now:
                raise WrongPassword
            device = {"id": secrets.token_hex(8), "name": row.device, "paired_by": row.made_by}
            connection.execute(insert(staff_devices), {**device, "since": milliseconds(now)})
            return begin(connection, None, device["id"], now)

    def devices(self) -> tuple[Device, ...]:
        """All paired devices, the oldest first."""
        with self.database.reading() as connection:
            rows = connection.execute(_DEVICES).all()
        return tuple(
            Device(row.id, row.name, row.paired_by, instant(row.since), instant(row.used_at) if row.used_at else None)
            for row in rows
        )

    def remove_device(self, device: str) -> bool:
        """Unpair a device; its session ends. Whether there was one of this id."""
        with self.database.transaction() as connection:
            return connection.execute(_REMOVE, {"the_id": device}).rowcount > 0

    def purge(self, now: dt.datetime) -> int:
        """Delete the sessions and codes that have ended, browsers not seen for long, and old tries; how many."""
        at, gone = milliseconds(now), 0
        with self.database.transaction() as connection:
            for statement, is_device in zip(_OLD, (False, True), strict=True):
                idle, longest = self._bounds(is_device=is_device)
                values = {"idle": at - _whole(idle), "longest": at - _whole(longest)}
                gone += connection.execute(statement, values).rowcount
            # A device is looked after by hand: one whose session has ended is listed until somebody removes it.
            for statement in (
                delete(staff_codes).where(staff_codes.c.ends_at <= at),
                delete(staff_browsers).where(staff_browsers.c.used_at < at - _whole(KNOWN_FOR)),
                delete(staff_tries).where(staff_tries.c.last_at < at - _whole(FORGOTTEN_AFTER)),
            ):
                gone += connection.execute(statement).rowcount
        return gone

    def _bounds(self, *, is_device: bool) -> tuple[dt.timedelta, dt.timedelta]:
        own = self.lifetimes
        return (own.device_idle, own.device_longest) if is_device else (own.idle, own.longest)


def begin(connection: Connection, account: str | None, device: str | None, now: dt.datetime) -> str:
    """Begin a session in the transaction at hand; its secret."""
    secret, at = secrets.token_urlsafe(SECRET_BYTES), milliseconds(now)
    row = {"hash": hash_of(secret), "account": account, "device": device, "began_at": at, "used_at": at}
    connection.execute(_BEGIN, row)
    return secret


def hash_of(secret: str) -> str:
    """What is kept of a secret that nobody can guess."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _whole(span: dt.timedelta) -> int:
    return round(span.total_seconds() * 1000)
