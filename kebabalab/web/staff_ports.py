"""What the pages for staff need to be handed, built by app."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kebabalab.models.order import Order, OrderEvent
from kebabalab.models.order_change import OrderChange
from kebabalab.models.staff import Account, Code, Credentials, Device, Entry, Lifetimes, UnsentText, Who


class Door(Protocol):
    """Lets staff in. Every method raises StoreUnavailable, WrongPassword, TooManyTries and StaffDoorBusy."""

    def sign_in(self, offered: Credentials, now: dt.datetime) -> Entry:
        """A new session for a name and password."""
        ...

    def pair(self, code: str, source: str, now: dt.datetime) -> Entry:
        """A new device's session for a code."""
        ...

    def change_password(self, name: str, before: str, after: str, now: dt.datetime) -> Entry:
        """Another password; all sessions end, and this is a new one. Raises PasswordRefused."""
        ...

    def new_code(self, device: str, made_by: str, now: dt.datetime) -> Code:
        """A code that pairs one device."""
        ...


class Sessions(Protocol):
    """Who is signed in. Every method raises StoreUnavailable."""

    def find(self, secret: str, now: dt.datetime, *, uses: bool = True) -> Who | None:
        """Whoever has this session."""
        ...

    def end(self, secret: str) -> None:
        """End a session, and unpair the device that it was of."""
        ...

    def devices(self) -> tuple[Device, ...]:
        """All paired devices."""
        ...

    def remove_device(self, device: str) -> bool:
        """Unpair a device; whether there was one."""
        ...


class Accounts(Protocol):
    """Who has an account. Every method raises StoreUnavailable."""

    def accounts(self) -> tuple[Account, ...]:
        """All of them."""
        ...

    def sign_out(self, name: str) -> int:
        """End all sessions of one. Raises NoSuchStaff."""
        ...


class Orders(Protocol):
    """The orders. Every method raises StoreUnavailable."""

    def one(self, order_id: str) -> Order | None:
        """The order with this id."""
        ...

    def events(self, order_id: str) -> tuple[OrderEvent, ...]:
        """What happened to an order, oldest first."""
        ...

    def change(self, order_id: str, decide: Callable[[Order], OrderChange | None], now: dt.datetime) -> Order:
        """Change an order as `decide` says. Raises NoSuchOrder, and what `decide` raises."""
        ...


class Texts(Protocol):
    """The texts that were given up. Every method raises StoreUnavailable."""

    def latest(self, most: int) -> tuple[UnsentText, ...]:
        """The latest, newest first."""
        ...

    def resend(self, text: int, now: dt.datetime) -> bool:
        """Have one sent again; whether it will be."""
        ...


@dataclass(frozen=True, slots=True)
class StaffParts:
    """Everything that the pages for staff are made with. `board` is the orders that the kitchen looks at."""

    door: Door
    sessions: Sessions
    accounts: Accounts
    orders: Orders
    board: Callable[[dt.datetime], tuple[Order, ...]]
    texts: Texts
    lifetimes: Lifetimes
