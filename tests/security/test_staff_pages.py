"""Forms from elsewhere do nothing, the kitchen stays out of the owner's pages, and every answer tells browsers so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import url_for
from werkzeug.routing import Rule

from kebabalab.db.calls import SqlCalls
from kebabalab.db.outbox import Outbox
from kebabalab.db.texts_book import TextsBook
from kebabalab.models.call import QueueText
from kebabalab.models.errors import StoreUnavailable
from tests.contracts.placing import CALLER
from tests.staff_site import SECRET, Browser, Site, a_site

SOMETHING = {"order_id": "20261123-001", "device": "0" * 16, "name": "kim", "text": "1", "filename": "staff.css"}
FOREIGN = ("http://evil.example", "https://localhost", "http://localhost:81", "null", "http://localhost.evil.example")
# Whatever somebody types, says or is called.
HOSTILE = "<script>alert(1)</script>'\"{{7*7}}"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with a_site(tmp_path) as made:
        yield made


def rules(site: Site, prefix: str = "/") -> list[Rule]:
    return [rule for rule in site.app.url_map.iter_rules() if rule.rule.startswith(prefix)]


def addresses(site: Site, prefix: str, method: str) -> list[str]:
    """An address of each route."""
    with site.app.test_request_context():
        return sorted(
            url_for(rule.endpoint, **{name: SOMETHING.get(name, "nothing") for name in rule.arguments})
            for rule in rules(site, prefix)
            if method in (rule.methods or ())
        )


def of_owner(site: Site) -> list[tuple[str, str]]:
    """Each owner's page, and how it is asked for."""
    return [(path, method) for method in ("GET", "POST") for path in addresses(site, "/staff/owner", method)]


def ask(browser: Browser, path: str, method: str) -> int:
    return (browser.get(path) if method == "GET" else browser.post(path)).status_code


def test_every_answer_says_what_a_browser_may_do_with_it(site: Site) -> None:
    browsers = [site.browser(), site.signed_in("kim"), site.signed_in("ana")]
    paths = {*addresses(site, "/", "GET"), "/", "/nothing", "/staff/nothing/at/all", "/staff/static/nothing"}
    assert len(paths) > 12
    answers = [browser.get(path) for browser in browsers for path in sorted(paths)]
    answers += [browser.post(path) for browser in browsers for path in addresses(site, "/", "POST")]
    answers += [browsers[0].client.open(path, method="PUT", buffered=True) for path in sorted(paths)]
    for answer in answers:
        headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert headers.getlist("Content-Security-Policy") == [policy]
        for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action "):
            assert part in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] in {"no-referrer", "same-origin"}
        assert "camera=()" in headers["Permissions-Policy"]
        assert "Strict-Transport-Security" not in headers
        is_file = answer.request.path.startswith("/staff/static") and answer.status_code == 200
        assert headers["Cache-Control"] == ("no-cache" if is_file else "no-store")
        assert not headers.get("Server", "").startswith("Werkzeug")


def test_no_page_holds_a_script_a_style_of_its_own_or_anything_from_elsewhere(site: Site) -> None:
    site.order()
    owner = site.signed_in("ana")
    for path in addresses(site, "/staff", "GET"):
        answer = owner.get(path)
        if answer.mimetype != "text/html":
            continue
        text = answer.get_data(as_text=True)
        for unwanted in ("<script", "<style", "style=", "onclick", "onload", "src=", "//", "javascript:"):
            assert unwanted not in text.replace("<!doctype", "").replace("http://localhost/staff/pair", ""), path


def test_there_is_no_way_in_for_strangers_but_the_door(site: Site) -> None:
    stranger = site.browser()
    stranger.get("/staff/sign-in")
    for method in ("GET", "POST"):
        for path in addresses(site, "/staff", method):
            if path in {"/staff/sign-in", "/staff/pair", "/staff/static/staff.css", "/staff/nothing"}:
                continue
            answer = stranger.get(path) if method == "GET" else stranger.post(path)
            assert answer.status_code in {303, 308}, path
            assert answer.status_code == 308 or answer.location.startswith("/staff/sign-in")


def test_the_kitchen_stays_out_of_the_owners_pages(site: Site) -> None:
    kim, tablet, owner = site.signed_in("kim"), site.paired(), site.signed_in("ana")
    pages = of_owner(site)
    assert len(pages) >= 6
    for browser in (kim, tablet):
        assert {ask(browser, path, method) for path, method in pages} == {403}
        assert "/staff/owner" not in browser.get("/staff/orders").get_data(as_text=True)
    assert all(ask(owner, path, method) != 403 for path, method in pages)


def test_a_tablet_has_no_password_to_change_and_nobody_to_sign_out(site: Site) -> None:
    tablet = site.paired("ana")
    tablet.get("/staff/account")
    assert tablet.post("/staff/account/password", password=SECRET, new="x" * 12, again="x" * 12).status_code == 403
    assert tablet.post("/staff/account/sign-out-everywhere").status_code == 403
    assert site.browser().sign_in("ana").status_code == 303


def posts(site: Site) -> list[str]:
    return [path for path in addresses(site, "/staff", "POST") if path != "/staff/nothing"]


@pytest.mark.parametrize("kind", ("none", "empty", "wrong", "foreign", "of another account", "of before signing in"))
def test_a_form_without_the_token_of_this_session_does_nothing(site: Site, kind: str) -> None:
    owner, other, stranger = site.signed_in("ana"), site.signed_in("ana"), site.browser()
    stranger.get("/staff/sign-in")
    tokens = {
        "none": None, "empty": "", "wrong": owner.token[:-1] + ("A" if owner.token[-1] != "A" else "B"),
        "foreign": "é", "of another account": other.token, "of before signing in": stranger.token,
    }  # fmt: skip
    form = {} if tokens[kind] is None else {"csrf": tokens[kind]}
    assert len(posts(site)) >= 9
    for path in posts(site):
        answer = owner.client.post(path, data=form)
        assert (answer.status_code, "too old" in answer.get_data(as_text=True)) == (403, True), path
    assert owner.get("/staff/orders").status_code == 200


def test_a_stranger_without_any_cookie_cannot_post_a_form_of_somebody_else(site: Site) -> None:
    visitor = site.browser()
    visitor.get("/staff/sign-in")
    form = {"csrf": visitor.token, "name": "ana", "password": SECRET}
    assert site.app.test_client().post("/staff/sign-in", data=form).status_code == 403


@pytest.mark.parametrize(
    "headers",
    (
        *({"Origin": origin} for origin in FOREIGN),
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ),
)
def test_a_form_from_another_place_does_nothing_even_with_the_token(site: Site, headers: dict[str, str]) -> None:
    owner = site.signed_in("ana")
    for path in posts(site):
        answer = owner.post(path, headers)
        assert (answer.status_code, "did not come from here" in answer.get_data(as_text=True)) == (403, True), path
    assert owner.get("/staff/orders").status_code == 200


def test_a_form_from_our_own_page_is_taken(site: Site, tmp_path: Path) -> None:
    owner = site.signed_in("ana")
    own = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert owner.post("/staff/owner/codes", own, device="Front").status_code == 200
    (tmp_path / "public").mkdir()
    with a_site(tmp_path / "public", "https://line.example") as public:
        browser = public.signed_in("ana")
        assert browser.post("/staff/owner/codes", {"Origin": "https://line.example"}, device="x").status_code == 200
        assert browser.post("/staff/owner/codes", {"Origin": "https://other.example"}, device="x").status_code == 403


@pytest.mark.parametrize(
    "path",
    (
        "../staff_door.py", "..%2fstaff_door.py", "%2e%2e/staff_door.py", "....//staff_door.py", "/etc/passwd",
        "%2fetc%2fpasswd", "..\\staff_door.py", "..%5cstaff_door.py", "%00", "staff.css%00.txt", ".", "",
        "../../templates/staff/board.html",
    ),
)  # fmt: skip
def test_no_other_file_is_handed_out(site: Site, path: str) -> None:
    for browser in (site.browser(), site.signed_in("ana")):
        answer = browser.get(f"/staff/static/{path}")
        assert answer.status_code == 404
        assert "Blueprint" not in answer.get_data(as_text=True)
        assert "{%" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "path",
    (
        "/staff/orders/20261123-999", "/staff/orders/nothing", "/staff/orders/20261123-001'--", "/staff/orders/%00",
        "/staff/orders/٢٠٢٦١١٢٣-001", "/staff/orders/" + "1" * 5000, "/staff/owner/nothing", "/staff/Orders",
        "/staff/orders/20261123-001/status",
    ),
)  # fmt: skip
def test_what_there_is_not_is_a_page_of_ours(site: Site, path: str) -> None:
    site.order()
    answer = site.signed_in("ana").get(path)
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "There is no such page" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "path",
    (
        "/staff/orders/20261123-999/status", "/staff/orders/x/status", "/staff/owner/devices/x/remove",
        "/staff/owner/devices/0123456789abcdef/remove", "/staff/owner/people/nobody/sign-out",
        "/staff/owner/people/%3Cb%3E/sign-out", "/staff/owner/texts/x/resend", "/staff/owner/texts/-1/resend",
        "/staff/owner/texts/9999999999999999999999/resend", "/staff/owner/texts/٣/resend",
    ),
)  # fmt: skip
def test_what_there_is_not_is_not_changed(site: Site, path: str) -> None:
    assert site.signed_in("ana").post(path, state="preparing").status_code == 404


def test_a_state_that_there_is_not_is_refused(site: Site) -> None:
    order, kim = site.order(), site.signed_in("kim")
    for state in ("", "nonsense", "received", "READY", HOSTILE):
        assert kim.post(f"/staff/orders/{order}/status", state=state).status_code in {400, 409, 303}
    assert site.status(order) == "received"
    assert site.events(order) == []


def test_everything_that_staff_change_is_recorded_with_who_it_was(site: Site) -> None:
    order = site.order()
    for browser, state in (
        (site.signed_in("kim"), "preparing"),
        (site.paired(), "ready"),
        (site.signed_in("ana"), "collected"),
    ):
        answer = browser.post(f"/staff/orders/{order}/status", state=state)
        assert (answer.status_code, answer.location) == (303, "/staff/orders")
    assert site.events(order) == [
        ("staff:kim", "preparing"),
        ("device:Front tablet", "ready"),
        ("staff:ana", "collected"),
    ]


def test_who_was_slower_is_told_and_changes_nothing(site: Site) -> None:
    order, kim, tablet = site.order(), site.signed_in("kim"), site.paired()
    kim.post(f"/staff/orders/{order}/status", state="preparing")
    tablet.post(f"/staff/orders/{order}/status", state="ready")
    late = kim.post(f"/staff/orders/{order}/status", state="preparing")
    assert (late.status_code, "somebody was faster" in late.get_data(as_text=True)) == (409, True)
    again = tablet.post(f"/staff/orders/{order}/status", state="ready")
    assert again.status_code == 303
    assert site.status(order) == "ready"
    assert len(site.events(order)) == 2


def test_the_kitchen_sees_the_last_digits_of_a_number_and_the_owner_all(site: Site) -> None:
    order = site.order()
    for path in ("/staff/orders", f"/staff/orders/{order}"):
        for browser in (site.signed_in("kim"), site.paired()):
            text = browser.get(path).get_data(as_text=True)
            assert CALLER[1:] not in text
            assert CALLER[-3:] in text
        assert CALLER in site.signed_in("ana").get(path).get_data(as_text=True)


def test_a_cancelled_order_is_told_to_the_caller_unless_staff_say_not_to(site: Site) -> None:
    kim = site.signed_in("kim")
    told, quiet = site.order(), ""
    kim.post(f"/staff/orders/{told}/status", state="cancelled", reason="no power")
    site.clock.at += dt.timedelta(seconds=1)
    quiet = site.order()
    kim.post(f"/staff/orders/{quiet}/status", state="cancelled", quiet="1")
    sent = [(one.order_id, one.kind) for one in TextsBook(site.database).latest(20) if one.kind == "cancelled"]
    assert sent == [(told, "cancelled")]
    assert site.events(told) == [("staff:kim", "cancelled (no power)")]


def test_what_callers_say_is_shown_as_words_and_nothing_else(site: Site) -> None:
    kim = site.signed_in("kim")
    order = site.order()
    kim.post(f"/staff/orders/{order}/status", state="cancelled", reason=HOSTILE)
    owner = site.signed_in("ana")
    code = owner.post("/staff/owner/codes", device=HOSTILE[:40])
    pages = [code.get_data(as_text=True)]
    pages += [
        owner.get(path).get_data(as_text=True) for path in (f"/staff/orders/{order}", f"/staff/sign-in?next={HOSTILE}")
    ]
    stranger = site.browser()
    pages.append(stranger.sign_in(HOSTILE, "x").get_data(as_text=True))
    assert "&lt;script&gt;" in pages[0]
    assert "&lt;script&gt;" in pages[1]
    for page in pages:
        assert "<script" not in page
        assert "{{7*7}}" in page or "7*7" not in page


def test_a_device_with_a_name_that_is_none_is_not_paired(site: Site) -> None:
    owner = site.signed_in("ana")
    for name in ("", "   ", "x" * 41, "a\x07b"):
        answer = owner.post("/staff/owner/codes", device=name)
        assert answer.status_code == 400


def test_texts_that_were_given_up_are_sent_again_by_the_owner(site: Site) -> None:
    lease, now = dt.timedelta(minutes=1), site.clock.now()
    with SqlCalls(site.database, lease, 10).open("call:texts", CALLER, now) as opened:
        opened.save(opened.state, (), (QueueText("receipt", CALLER, "Thank you"),))
    outbox = Outbox(site.database)
    (text,) = outbox.claim(now, 10, lease)
    outbox.dead(text, "Twilio answered 400", now)
    owner = site.signed_in("ana")
    page = owner.get("/staff/owner/texts").get_data(as_text=True)
    assert "Twilio answered 400" in page
    again = owner.post(f"/staff/owner/texts/{text.id}/resend")
    assert again.location == "/staff/owner/texts?done=resent"
    assert "will be sent again" in owner.get(again.location).get_data(as_text=True)
    assert owner.post(f"/staff/owner/texts/{text.id}/resend").location == "/staff/owner/texts?done=not-resent"
    assert [one.state for one in TextsBook(site.database).latest(1)] == ["pending"]


def test_the_owner_signs_somebody_out(site: Site) -> None:
    kim, owner = site.signed_in("kim"), site.signed_in("ana")
    assert owner.post("/staff/owner/people/kim/sign-out").status_code == 303
    assert kim.get("/staff/orders").status_code == 303


def test_who_asks_for_pages_too_fast_is_told_to_wait(tmp_path: Path) -> None:
    with a_site(tmp_path, limit="5/minute") as site:
        stranger = site.browser()
        answers = [stranger.get("/staff/sign-in") for _ in range(6)]
        assert [one.status_code for one in answers] == [200] * 5 + [429]
        assert "Wait a moment" in answers[-1].get_data(as_text=True)
        assert site.browser(REMOTE_ADDR="192.0.2.7").get("/staff/sign-in").status_code == 200


def test_too_large_a_form_is_refused(site: Site) -> None:
    assert site.signed_in("ana").post("/staff/owner/codes", device="x" * 70_000).status_code == 413


def test_a_store_that_is_gone_and_a_mistake_of_ours_are_pages_that_tell_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = site.signed_in("ana")
    for error, status in ((StoreUnavailable("secret place"), 503), (RuntimeError("secret place"), 500)):

        def fails(*_anything: object, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(type(site.parts.accounts), "accounts", fails)
        answer = owner.get("/staff/owner/people")
        assert (answer.status_code, answer.mimetype) == (status, "text/html")
        assert "secret place" not in answer.get_data(as_text=True)
        assert "Traceback" not in answer.get_data(as_text=True)
        assert 'http-equiv="refresh"' in answer.get_data(as_text=True)
