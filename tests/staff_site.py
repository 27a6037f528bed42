"""The pages for staff as browsers see them: a site on a database of its own, and browsers that keep their cookies."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from argon2 import PasswordHasher
from flask import Flask
from werkzeug.test import TestResponse

from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.orders import OrderBook
from kebabalab.db.passwords import Passwords
from kebabalab.db.staff import StaffBook
from kebabalab.db.staff_door import StaffDoor
from kebabalab.db.staff_orders import Board, UnsentTexts
from kebabalab.db.staff_sessions import StaffSessions
from kebabalab.models.staff import Lifetimes, Role
from kebabalab.tools.ports import Ports
from kebabalab.web.application import create_app
from kebabalab.web.limits import read_limit
from kebabalab.web.metrics import new_metrics
from kebabalab.web.parts import Parts
from kebabalab.web.signature import Gate
from kebabalab.web.staff_ports import StaffParts
from tests.contracts.placing import CALLER, place
from tests.phone_call import SANDWICH_BAR, FixedClock, FixedShop
from tests.vaults import VAULT

SECRET, OTHER_SECRET = "four words in a row", "other words in a row"
LIFETIMES = Lifetimes(
    dt.timedelta(hours=1), dt.timedelta(hours=8), dt.timedelta(days=30), dt.timedelta(days=365)
)  # fmt: skip
TOKEN = re.compile(r'name="csrf" value="([^"]*)"')


@dataclass
class Site:
    """A site with the accounts ana (owner) and kim (kitchen)."""

    app: Flask
    database: Database
    clock: FixedClock
    parts: StaffParts

    def browser(self, **other: str) -> Browser:
        """A browser without any cookie; `other` are parts of every request, as REMOTE_ADDR is."""
        return Browser(self, other)

    def signed_in(self, name: str) -> Browser:
        """A browser in which somebody has signed in."""
        browser = self.browser()
        assert browser.sign_in(name).status_code == 303
        return browser

    def paired(self, name: str = "Front tablet") -> Browser:
        """A tablet that was paired."""
        browser = self.browser()
        code = self.parts.door.new_code(name, "staff:ana", self.clock.now())
        browser.get("/staff/pair")
        assert browser.post("/staff/pair", code=code.shown).status_code == 303
        browser.get("/staff/account")
        return browser

    def order(self) -> str:
        """The id of an order that was placed now."""
        calls = SqlCalls(self.database, dt.timedelta(minutes=30), 100)
        now = self.clock.now()
        return place(calls, f"call:{now}", now.date(), CALLER, now).number.id

    def events(self, order_id: str) -> list[tuple[str, str]]:
        """Who changed an order's state, and to what."""
        events = OrderBook(self.database).events(order_id)
        return [(one.who, one.after) for one in events if one.what == "status"]

    def status(self, order_id: str) -> str:
        """How far an order is."""
        found = OrderBook(self.database).one(order_id)
        assert found is not None
        return str(found.status)


@dataclass
class Browser:
    """A browser: it keeps cookies, and sends the last page's token with what it posts."""

    site: Site
    other: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def __post_init__(self) -> None:
        self.client = self.site.app.test_client()

    def get(self, path: str, headers: dict[str, str] | None = None) -> TestResponse:
        """Open a page; where it leads elsewhere, that is not followed."""
        answer = self.client.get(path, headers=headers, environ_overrides=self.other, buffered=True)
        self._look(answer)
        return answer

    def post(self, path: str, headers: dict[str, str] | None = None, **form: str) -> TestResponse:
        """Post a form with the token of the last page."""
        form = {"csrf": self.token, **form}
        answer = self.client.post(path, data=form, headers=headers, environ_overrides=self.other)
        self._look(answer)
        return answer

    def sign_in(self, name: str = "ana", password: str = SECRET, **form: str) -> TestResponse:
        """Sign in, and open the page that follows."""
        self.get("/staff/sign-in")
        answer = self.post("/staff/sign-in", name=name, password=password, **form)
        if answer.status_code == 303:
            self.get("/staff/account")
        return answer

    def cookie(self, name: str = "kebabalab") -> str:
        """A cookie's value, "" for none."""
        held = self.client.get_cookie(name)
        return held.value if held is not None else ""

    def _look(self, answer: TestResponse) -> None:
        found = TOKEN.search(answer.get_data(as_text=True))
        if found:
            self.token = found[1]


@contextmanager
def a_site(folder: Path, public_url: str = "", limit: str = "off") -> Iterator[Site]:
    """A site whose database is in this folder."""
    database = Database(f"sqlite:///{folder / 'staff.db'}", vault=VAULT)
    upgrade(database)
    # What a hash costs is tried elsewhere.
    passwords = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    clock = FixedClock()
    for name, role in (("ana", Role.OWNER), ("kim", Role.KITCHEN)):
        StaffBook(database).add(name, role, passwords.hash(SECRET), clock.now())
    sessions = StaffSessions(database, LIFETIMES)
    parts = StaffParts(
        StaffDoor(database, passwords, sessions),
        sessions,
        StaffBook(database),
        OrderBook(database),
        Board(database).orders,
        UnsentTexts(database),
        LIFETIMES,
    )
    app = create_app(
        Parts(
            ports=Ports(SqlCalls(database, dt.timedelta(minutes=30), 100), FixedShop(SANDWICH_BAR), clock),
            clock=clock,
            gate=Gate(),
            limit=read_limit(limit),
            metrics=new_metrics(),
            problems=tuple,
            staff=parts,
            public_url=public_url,
        )
    )
    yield Site(app, database, clock, parts)
    database.close()
