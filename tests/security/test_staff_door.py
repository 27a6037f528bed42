"""Who has no business on the pages for staff gets no session there, learns nothing, and keeps nobody out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kebabalab import app
from kebabalab.config import Settings
from kebabalab.db.staff import StaffBook
from kebabalab.gateways.clock import SystemClock
from tests.staff_site import LIFETIMES, OTHER_SECRET, SECRET, Browser, Site, a_site

HERE = {"Origin": "http://localhost"}
ORDERS = "/staff/orders"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with a_site(tmp_path) as made:
        yield made


def is_in(browser: Browser) -> bool:
    return browser.get(ORDERS).status_code == 200


def test_a_stranger_is_asked_to_sign_in_and_then_shown_what_was_asked_for(site: Site) -> None:
    browser = site.browser()
    asked = browser.get("/staff/account")
    assert (asked.status_code, asked.location) == (303, "/staff/sign-in?next=/staff/account")
    browser.get(asked.location)
    entered = browser.post("/staff/sign-in", name="ana", password=SECRET, next="/staff/account")
    assert (entered.status_code, entered.location) == (303, "/staff/account")


def test_each_sign_in_gets_another_cookie_than_the_browser_had(site: Site) -> None:
    browser = site.browser()
    browser.get("/staff/sign-in")
    before = browser.cookie()
    browser.post("/staff/sign-in", name="ana", password=SECRET)
    first = browser.cookie()
    browser.sign_in()
    assert len({before, first}) == 2
    assert is_in(browser)


def test_a_cookie_that_somebody_else_planted_never_opens_anything(site: Site) -> None:
    attacker, victim = site.browser(), site.browser()
    attacker.get("/staff/sign-in")
    planted = attacker.cookie()
    victim.client.set_cookie("kebabalab", planted)
    assert victim.sign_in().status_code == 303
    assert is_in(victim)
    assert not is_in(attacker)
    attacker.client.set_cookie("kebabalab", "A" * 43)
    assert not is_in(attacker)


def test_signing_in_again_ends_the_session_before(site: Site) -> None:
    browser = site.signed_in("ana")
    before = browser.cookie()
    other = site.browser()
    other.client.set_cookie("kebabalab", before)
    browser.get("/staff/account")
    assert browser.post("/staff/sign-in", name="kim", password=SECRET).status_code == 303
    assert is_in(browser)
    assert not is_in(other)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(site: Site) -> None:
    browser = site.browser()
    for answer in (browser.get("/staff/sign-in"), browser.post("/staff/sign-in", name="ana", password=SECRET)):
        cookies = answer.headers.getlist("Set-Cookie")
        assert cookies
        for cookie in cookies:
            assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
            assert "Domain" not in cookie


@pytest.mark.parametrize("public_url", ("", "https://line.example"))
def test_by_https_cookies_are_for_https_and_this_host_alone(tmp_path: Path, public_url: str) -> None:
    with a_site(tmp_path, public_url) as site:
        browser = site.browser(**{} if public_url else {"wsgi.url_scheme": "https"})
        answers = [browser.get("/staff/sign-in"), browser.sign_in()]
        for answer in answers:
            for cookie in answer.headers.getlist("Set-Cookie"):
                assert cookie.startswith("__Host-kebabalab")
                assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
            assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_behind_https_a_cookie_without_the_hosts_prefix_opens_nothing(tmp_path: Path) -> None:
    with a_site(tmp_path, "https://line.example") as site:
        browser = site.signed_in("ana")
        other = site.browser()
        other.client.set_cookie("kebabalab", browser.cookie("__Host-kebabalab"))
        assert (is_in(browser), is_in(other)) == (True, False)


@pytest.mark.parametrize("password", ("wrong password", "", "x" * 10_000, "\0", "$argon2id$"))
def test_a_wrong_password_is_answered_as_an_unknown_name_is(site: Site, password: str) -> None:
    def answer(name: str) -> tuple[int, str]:
        browser = site.browser()
        told = browser.sign_in(name, password)
        return told.status_code, re.sub(r'value="[^"]*"', "", told.get_data(as_text=True))

    assert answer("ana") == answer("nobody")
    assert answer("ana")[0] == 401


def test_the_lock_says_the_same_of_every_name(site: Site) -> None:
    def answers(name: str, address: str) -> list[tuple[int, str | None]]:
        browser = site.browser(REMOTE_ADDR=address)
        told = [browser.sign_in(name, "wrong password") for _ in range(7)]
        return [(one.status_code, one.headers.get("Retry-After")) for one in told]

    assert answers("ana", "192.0.2.1") == answers("nobody", "192.0.2.2") == [(401, None)] * 5 + [(429, "1")] * 2


def test_an_unknown_name_costs_as_many_hashes_as_a_known_one(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    passwords = site.parts.door.passwords  # type: ignore[attr-defined]
    inner = passwords._hasher.verify
    monkeypatch.setattr(
        type(passwords._hasher), "verify", lambda _self, kept, word: checked.append(kept[:16]) or inner(kept, word)
    )
    for name in ("ana", "nobody", "no name at all"):
        site.browser().sign_in(name, "wrong password")
    assert len(checked) == 3
    assert len(set(checked)) == 1


def test_whoever_guesses_from_elsewhere_does_not_keep_out_a_browser_that_was_here_before(site: Site) -> None:
    known = site.signed_in("ana")
    known.post("/staff/sign-out")
    stranger = site.browser(REMOTE_ADDR="203.0.113.9")
    for _ in range(30):
        stranger.sign_in("ana", "wrong password")
    assert site.browser().sign_in("ana").status_code == 429
    assert known.sign_in("ana").status_code == 303


def test_guesses_do_not_touch_a_paired_tablet_or_an_open_session(site: Site) -> None:
    tablet, owner = site.paired(), site.signed_in("ana")
    stranger = site.browser()
    for _ in range(30):
        stranger.sign_in("ana", "wrong password")
    assert is_in(tablet)
    assert is_in(owner)


def test_the_lock_ends_by_itself(site: Site) -> None:
    stranger = site.browser(REMOTE_ADDR="203.0.113.9")
    for _ in range(40):
        stranger.sign_in("ana", "wrong password")
    site.clock.at += dt.timedelta(minutes=15)
    assert site.browser().sign_in("ana").status_code == 303


def test_one_network_of_the_longer_addresses_counts_as_one(site: Site) -> None:
    for n in range(10):
        site.browser(REMOTE_ADDR=f"2001:db8::{n}").sign_in(f"name{n}", "wrong password")
    assert site.browser(REMOTE_ADDR="2001:db8::99").sign_in("kim").status_code == 429
    assert site.browser(REMOTE_ADDR="2001:db8:1::1").sign_in("kim").status_code == 303


def test_codes_are_not_guessed(site: Site) -> None:
    stranger = site.browser()
    stranger.get("/staff/pair")
    told = [stranger.post("/staff/pair", code=code).status_code for code in ("", "x", "2222-2222", "<b>") * 3]
    assert told == [401] * 10 + [429] * 2


def test_a_code_is_good_once_and_for_ten_minutes(site: Site) -> None:
    first, second, late = site.browser(), site.browser(), site.browser()
    for browser in (first, second, late):
        browser.get("/staff/pair")
    code = site.parts.door.new_code("Front", "staff:ana", site.clock.now()).shown
    other = site.parts.door.new_code("Back", "staff:ana", site.clock.now()).shown
    assert [browser.post("/staff/pair", code=code).status_code for browser in (first, second)] == [303, 401]
    site.clock.at += dt.timedelta(minutes=10)
    assert late.post("/staff/pair", code=other).status_code == 401


@pytest.mark.parametrize(
    "wanted",
    (
        "https://evil.example/", "//evil.example", "/\\evil.example", "http:evil.example", "javascript:alert(1)",
        "/staff//evil.example", "/staff/../../evil", "/staff/orders\r\nX-Injected: 1", "/staff@evil.example", "/staffx",
        "/staff/orders?next=//evil", " /staff/orders", "\t//evil.example", "/", "",
    ),
)  # fmt: skip
def test_after_signing_in_one_is_led_nowhere_else(site: Site, wanted: str) -> None:
    browser = site.browser()
    answer = browser.sign_in("ana", next=wanted)
    assert (answer.status_code, answer.location) == (303, ORDERS)
    assert "X-Injected" not in answer.headers
    again = browser.client.get("/staff/sign-in", query_string={"next": wanted})
    assert (again.status_code, again.location) == (303, ORDERS)


def test_a_session_ends_unused_and_in_any_case(site: Site) -> None:
    idle, busy = site.signed_in("ana"), site.signed_in("kim")
    began = site.clock.at
    for _ in range(9):
        site.clock.at += dt.timedelta(minutes=50)
        assert is_in(busy)
    assert not is_in(idle)
    site.clock.at = began + LIFETIMES.longest + dt.timedelta(seconds=1)
    assert not is_in(busy)


def test_the_page_that_looks_again_by_itself_keeps_nobody_signed_in(site: Site) -> None:
    screen, tablet = site.signed_in("kim"), site.paired()
    for _ in range(7):
        site.clock.at += dt.timedelta(minutes=10)
        codes = [browser.get(f"{ORDERS}?auto=1").status_code for browser in (screen, tablet)]
    assert codes == [303, 200]


def test_an_ended_session_changes_nothing_any_more(site: Site) -> None:
    order, browser = site.order(), site.signed_in("kim")
    site.clock.at += dt.timedelta(minutes=61)
    answer = browser.post(f"/staff/orders/{order}/status", state="preparing")
    assert (answer.status_code, answer.location) == (303, "/staff/sign-in")
    assert site.status(order) == "received"


def test_signing_out_ends_the_session_itself_and_not_the_cookie_alone(site: Site) -> None:
    browser = site.signed_in("ana")
    held, thief = browser.cookie(), site.browser()
    browser.post("/staff/sign-out")
    thief.client.set_cookie("kebabalab", held)
    assert browser.cookie() == ""
    assert not is_in(thief)


def test_signing_out_everywhere_ends_the_others_too(site: Site) -> None:
    here, there, kim = site.signed_in("ana"), site.signed_in("ana"), site.signed_in("kim")
    assert here.post("/staff/account/sign-out-everywhere").location == "/staff/sign-in"
    assert [is_in(one) for one in (here, there, kim)] == [False, False, True]


def test_another_password_ends_the_others_and_gives_this_browser_another_cookie(site: Site) -> None:
    here, there = site.signed_in("ana"), site.signed_in("ana")
    before = here.cookie()
    wrong = here.post("/staff/account/password", password="not it", new=OTHER_SECRET, again=OTHER_SECRET)
    assert wrong.status_code == 401
    unlike = here.post("/staff/account/password", password=SECRET, new=OTHER_SECRET, again=SECRET)
    assert unlike.status_code == 400
    assert is_in(there)
    here.get("/staff/account")
    done = here.post("/staff/account/password", password=SECRET, new=OTHER_SECRET, again=OTHER_SECRET)
    assert done.status_code == 303
    assert here.cookie() != before
    assert [is_in(one) for one in (here, there)] == [True, False]
    assert site.browser().sign_in("ana", SECRET).status_code == 401
    assert site.browser().sign_in("ana", OTHER_SECRET).status_code == 303


def test_a_removed_account_and_a_removed_device_are_out_at_once(site: Site) -> None:
    kim, tablet, owner = site.signed_in("kim"), site.paired(), site.signed_in("ana")
    (device,) = site.parts.sessions.devices()
    StaffBook(site.database).remove("kim")
    assert not is_in(kim)
    owner.get("/staff/owner/people")
    assert owner.post(f"/staff/owner/devices/{device.id}/remove").status_code == 303
    assert not is_in(tablet)


def test_what_has_ended_of_staff_is_cleared_by_the_server_itself(site: Site, tmp_path: Path) -> None:
    long_ago = SystemClock().now() - dt.timedelta(hours=1)
    site.parts.door.new_code("Front", "staff:ana", long_ago)
    kept = site.parts.door.new_code("Back", "staff:ana", SystemClock().now())
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'staff.db'}")
    app.purge(app.Plan(settings), site.database)
    with site.database.reading() as connection:
        names = connection.exec_driver_sql("SELECT device FROM staff_codes").scalars().all()
    assert names == [kept.device]


@pytest.mark.parametrize("value", ("", "x", "é" * 43, "A" * 42, "A" * 10_000, "' OR 1=1 --", "../../etc"))
def test_a_cookie_that_is_none_of_ours_is_no_session(site: Site, value: str) -> None:
    answer = site.browser().get(ORDERS, {"Cookie": f"kebabalab={value}".encode().decode("latin-1")})
    assert answer.status_code == 303
