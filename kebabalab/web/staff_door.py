"""The pages that a stranger sees: signing in, and pairing a tablet."""

from __future__ import annotations

import structlog
from flask import Blueprint, Response, abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from kebabalab.models.errors import StaffDoorBusy, TooManyTries, WrongPassword
from kebabalab.models.staff import Credentials
from kebabalab.web import staff_guard as guard
from kebabalab.web.limits import counted_as
from kebabalab.web.parts import parts
from kebabalab.web.staff_errors import answer_errors

blueprint = Blueprint(
    "staff_door", __name__, url_prefix="/staff", template_folder="templates", static_folder="static/staff",
    static_url_path="/static",
)  # fmt: skip
blueprint.before_request(guard.guard_stranger)
blueprint.after_request(guard.remember)
answer_errors(blueprint)
log = structlog.get_logger()

WRONG = "Name or password is not right."
WRONG_CODE = "That code is not right, was used already, or is older than ten minutes."
BUSY = "Many are signing in just now. Try again in a moment."
ALL_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


@blueprint.app_context_processor
def known() -> dict[str, object]:
    """What every page of ours may use."""
    return {"who": g.get("who"), "csrf": guard.token, "csrf_field": guard.TOKEN_FIELD}


@blueprint.get("/sign-in")
def sign_in() -> AnyResponse:
    """The form; who is signed in goes on."""
    wanted = guard.own_path(request.args.get("next", ""))
    return redirect(wanted, 303) if g.who else _form("", 200, wanted)


@blueprint.post("/sign-in")
def check_password() -> AnyResponse:
    """Let in whoever knows a name and its password."""
    form, wanted = request.form, guard.own_path(request.form.get("next", ""))
    source = request.remote_addr or ""
    offered = Credentials(form.get("name", ""), form.get("password", ""), counted_as(source), guard.browser_secret())
    try:
        entry = guard.staff().door.sign_in(offered, parts().clock.now())
    except WrongPassword:
        log.warning("sign-in refused", reason="wrong", source=source)
        return _form(WRONG, 401, wanted)
    except TooManyTries as tired:
        log.warning("sign-in refused", reason="too many tries", source=source)
        return _waits(_form(wait_for(tired), 429, wanted), tired)
    except StaffDoorBusy:
        return _form(BUSY, 503, wanted)
    log.info("staff signed in", source=source)
    return guard.let_in(make_response(redirect(wanted, 303)), entry)


@blueprint.get("/pair")
def pair() -> AnyResponse:
    """The form for a code."""
    return redirect(url_for("staff.board"), 303) if g.who else _code_form("", 200)


@blueprint.post("/pair")
def check_code() -> AnyResponse:
    """Pair the tablet that knows a code."""
    source = request.remote_addr or ""
    try:
        entry = guard.staff().door.pair(request.form.get("code", ""), counted_as(source), parts().clock.now())
    except WrongPassword:
        log.warning("pairing refused", reason="wrong", source=source)
        return _code_form(WRONG_CODE, 401)
    except TooManyTries as tired:
        return _waits(_code_form(wait_for(tired), 429), tired)
    log.info("device paired", source=source)
    return guard.let_in(make_response(redirect(url_for("staff.board"), 303)), entry)


@blueprint.route("/<path:rest>", methods=ALL_METHODS)
def nothing(rest: str) -> AnyResponse:
    """There is no other page."""
    abort(404)


def _form(message: str, status: int, wanted: str) -> Response:
    name = request.form.get("name", "")[:40]
    return make_response(render_template("staff/sign_in.html", message=message, next=wanted, name=name), status)


def _code_form(message: str, status: int) -> Response:
    return make_response(render_template("staff/pair.html", message=message), status)


def wait_for(tired: TooManyTries) -> str:
    """What is said to whoever was wrong too often."""
    seconds = _seconds(tired)
    wait = f"{seconds} seconds" if seconds < 120 else f"{-(-seconds // 60)} minutes"
    return f"That was wrong too often. Wait {wait}, then try again."


def _waits(response: Response, tired: TooManyTries) -> Response:
    response.headers["Retry-After"] = str(_seconds(tired))
    return response


def _seconds(tired: TooManyTries) -> int:
    return max(1, -(-round(tired.wait.total_seconds() * 1000) // 1000))
