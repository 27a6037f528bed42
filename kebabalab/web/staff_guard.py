"""Who is asking for a page for staff, and whether a form is really theirs: looked at before any page is made."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets

import structlog
from flask import Response, abort, g, redirect, request, url_for

from kebabalab.models.staff import KNOWN_FOR, Entry, Lifetimes, Who
from kebabalab.web.parts import parts
from kebabalab.web.safety import is_https, own_origins
from kebabalab.web.staff_errors import FormForeign, FormStale
from kebabalab.web.staff_ports import StaffParts

log = structlog.get_logger()

SESSION, BROWSER = "kebabalab", "kebabalab-known"
TOKEN_FIELD = "csrf"  # noqa: S105
SECRET_BYTES = 32
# More than any form of ours holds.
LARGEST_FORM = 64 * 1024
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
_OWN_PATH = re.compile(r"/staff(?:/[A-Za-z0-9_-]+)*")


def staff() -> StaffParts:
    """What the pages are made with."""
    held = parts().staff
    if held is None:
        abort(404)
    return held


def who() -> Who:
    """Whoever is signed in; behind the guards there always is somebody."""
    found = g.get("who")
    assert isinstance(found, Who)  # noqa: S101
    return found


def guard_stranger() -> Response | None:
    """Before a page that is there for everybody."""
    if request.endpoint == "staff_door.static":
        return None
    _look()
    if request.method == "POST":
        _check_form()
    return None


def guard_staff() -> Response | None:
    """Before a page for staff: who is not signed in is asked to."""
    _look()
    if g.who is None:
        wanted = request.path if request.method == "GET" else ""
        asked = url_for("staff_door.sign_in", next=wanted) if wanted else url_for("staff_door.sign_in")
        return redirect(asked, 303)  # type: ignore[return-value]
    if request.method == "POST":
        _check_form()
    return None


def guard_owner() -> Response | None:
    """Before a page for owners."""
    stopped = guard_staff()
    if stopped is None and not who().is_owner:
        log.warning("page refused", who=who().by, endpoint=request.endpoint)
        abort(403)
    return stopped


def token() -> str:
    """What each form holds: it belongs to the cookie that the page was sent with, and to no other."""
    return _token_of(_own_secret())


def remember(response: Response) -> Response:
    """Give a stranger's browser a cookie, which its forms belong to; it opens nothing."""
    fresh = g.get("fresh_secret")
    if fresh and "entered" not in g:
        _set(response, SESSION, fresh, None)
    return response


def let_in(response: Response, entry: Entry) -> Response:
    """Give a browser its new session: never one that it had before, which somebody else may know."""
    old = session_secret()
    if old and old != entry.session:
        staff().sessions.end(old)
    g.entered = True
    longest = _longest(staff().lifetimes, is_device=not entry.browser)
    _set(response, SESSION, entry.session, longest)
    if entry.browser:
        _set(response, BROWSER, entry.browser, round(KNOWN_FOR.total_seconds()))
    return response


def let_out(response: Response) -> Response:
    """Take the session's cookie back; the one that the browser is known by stays."""
    g.entered = True
    _set(response, SESSION, "", 0)
    return response


def session_secret() -> str:
    """The session's secret as the browser sent it, "" for none."""
    return _cookie(SESSION)


def browser_secret() -> str:
    """What the browser is known by, "" for nothing."""
    return _cookie(BROWSER)


def own_path(wanted: str) -> str:
    """Where to go after signing in: to a page of ours, and nowhere else."""
    return wanted if _OWN_PATH.fullmatch(wanted) else url_for("staff.board")


def _look() -> None:
    """See who it is, unless they ask too often."""
    if not parts().limit.admits("staff", request.remote_addr or ""):
        parts().metrics.refusal("staff limit")
        abort(429)
    request.max_content_length = LARGEST_FORM
    g.who = _found()


def _found() -> Who | None:
    secret = session_secret()
    if not secret:
        return None
    # A page that looks again by itself is no sign that somebody is there.
    return staff().sessions.find(secret, parts().clock.now(), uses="auto" not in request.args)


def _check_form() -> None:
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    if site not in {"same-origin", "none"} or (origin is not None and origin not in own_origins()):
        log.warning("form refused", reason="foreign", origin=(origin or "")[:100], site=site[:20])
        raise FormForeign
    secret = session_secret()
    sent = request.form.get(TOKEN_FIELD, "")
    if not secret or not hmac.compare_digest(sent.encode(), _token_of(secret).encode()):
        log.warning("form refused", reason="no token of this session")
        raise FormStale


def _own_secret() -> str:
    secret: str = session_secret() or g.get("fresh_secret") or secrets.token_urlsafe(SECRET_BYTES)
    if not session_secret():
        g.fresh_secret = secret
    return secret


def _token_of(secret: str) -> str:
    made = hmac.digest(secret.encode(), b"kebabalab form", hashlib.sha256)
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def _cookie(name: str) -> str:
    value = request.cookies.get(_named(name), "")
    return value if _SECRET.fullmatch(value) else ""


def _named(name: str) -> str:
    # A browser takes a cookie of such a name only from this host, by https, for every path.
    return f"__Host-{name}" if is_https() else name


def _set(response: Response, name: str, value: str, seconds: int | None) -> None:
    response.set_cookie(
        _named(name), value, max_age=seconds, path="/", secure=is_https(), httponly=True, samesite="Lax"
    )


def _longest(lifetimes: Lifetimes, *, is_device: bool) -> int:
    return round((lifetimes.device_longest if is_device else lifetimes.longest).total_seconds())
