"""The pages for everybody of the staff: the orders of the day, one order, and one's own account."""

from __future__ import annotations

import re

import structlog
from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from kebabalab.models.errors import (
    NoSuchOrder,
    PasswordRefused,
    StaffDoorBusy,
    StatusNotPossible,
    TooManyTries,
    WrongPassword,
)
from kebabalab.models.order import Order, Status
from kebabalab.models.order_change import By, OrderChange
from kebabalab.tools.staff_changes import told, with_status
from kebabalab.web import staff_guard as guard
from kebabalab.web.parts import parts
from kebabalab.web.staff_door import BUSY, wait_for
from kebabalab.web.staff_errors import answer_errors
from kebabalab.web.staff_view import STATES, card, steps

blueprint = Blueprint("staff", __name__, url_prefix="/staff", template_folder="templates")
blueprint.before_request(guard.guard_staff)
answer_errors(blueprint)
log = structlog.get_logger()

SECONDS_BETWEEN_LOOKS = 20
LONGEST_REASON = 120
_ORDER_ID = re.compile(r"\d{8}-\d{3,6}")
_OPEN = frozenset({Status.RECEIVED, Status.PREPARING, Status.READY})


@blueprint.get("/")
def start() -> AnyResponse:
    """Where a bookmark leads."""
    return redirect(url_for("staff.board"), 303)


@blueprint.get("/orders")
def board() -> AnyResponse:
    """The orders of the day; looks again by itself."""
    return _board("", 200)


@blueprint.get("/orders/<order_id>")
def order(order_id: str) -> AnyResponse:
    """One order, with what it can become and what it has had."""
    return _order(_known(order_id), "", 200)


@blueprint.post("/orders/<order_id>/status")
def change(order_id: str) -> AnyResponse:
    """Say how far an order is."""
    found, form, now = _known(order_id), request.form, parts().ports.clock.now()
    wanted = form.get("state", "")
    if wanted not in {str(state) for state in Status}:
        abort(400)
    by = By(guard.who().by, now, " ".join(form.get("reason", "").split())[:LONGEST_REASON])
    shop = parts().ports.shops.current().shop

    def decide(current: Order) -> OrderChange | None:
        changed = with_status(current, Status(wanted), by)
        return told(changed, shop, by, caller="quiet" not in form) if changed else None

    try:
        guard.staff().orders.change(found.number.id, decide, now)
    except NoSuchOrder:
        abort(404)
    except StatusNotPossible as refused:
        shown = STATES.get(refused.before, refused.before)
        return _board(f"{found.number.display} is “{shown}” by now: somebody was faster. Nothing was changed.", 409)
    log.info("order changed by staff", order=found.number.id, state=wanted, who=by.who)
    return redirect(url_for("staff.board"), 303)


@blueprint.get("/account")
def account() -> AnyResponse:
    """One's own account: another password, signing out."""
    return _account("", 200)


@blueprint.post("/account/password")
def change_password() -> AnyResponse:
    """Set another password; all other sessions end."""
    who, form = guard.who(), request.form
    if who.device:
        abort(403)
    if form.get("new", "") != form.get("again", ""):
        return _account("The two new passwords are not the same.", 400)
    try:
        entry = guard.staff().door.change_password(
            who.name, form.get("password", ""), form.get("new", ""), parts().clock.now()
        )
    except WrongPassword:
        return _account("Your password until now is not right.", 401)
    except PasswordRefused as refused:
        return _account(str(refused), 400)
    except TooManyTries as tired:
        return _account(wait_for(tired), 429)
    except StaffDoorBusy:
        return _account(BUSY, 503)
    log.info("password changed", who=who.by)
    return guard.let_in(make_response(redirect(url_for("staff.account", done="password"), 303)), entry)


@blueprint.post("/account/sign-out-everywhere")
def sign_out_everywhere() -> AnyResponse:
    """End all sessions of one's own."""
    who = guard.who()
    if who.device:
        abort(403)
    guard.staff().accounts.sign_out(who.name)
    return guard.let_out(make_response(redirect(url_for("staff_door.sign_in"), 303)))


@blueprint.post("/sign-out")
def sign_out() -> AnyResponse:
    """End this session; a device is not paired any more then."""
    guard.staff().sessions.end(guard.session_secret())
    return guard.let_out(make_response(redirect(url_for("staff_door.sign_in"), 303)))


def _known(order_id: str) -> Order:
    found = guard.staff().orders.one(order_id) if _ORDER_ID.fullmatch(order_id) else None
    if found is None:
        abort(404)
    return found


def _board(message: str, status: int) -> Response:
    now, shop = parts().ports.clock.now(), parts().ports.shops.current().shop
    found = guard.staff().board(now)
    cards = [card(one, shop, now, guard.who()) for one in found]
    page = render_template(
        "staff/board.html",
        shop=shop.name,
        message=message,
        open=[one for one in cards if one.state in _OPEN and not one.later],
        later=[one for one in cards if one.state in _OPEN and one.later],
        done=[one for one in cards if one.state not in _OPEN],
        seconds=SECONDS_BETWEEN_LOOKS,
    )
    return make_response(page, status)


def _order(found: Order, message: str, status: int) -> Response:
    now, shop, who = parts().ports.clock.now(), parts().ports.shops.current().shop, guard.who()
    history = steps(guard.staff().orders.events(found.number.id), shop, who)
    page = render_template(
        "staff/order.html", order=card(found, shop, now, who), steps=history, message=message, longest=LONGEST_REASON
    )
    return make_response(page, status)


def _account(message: str, status: int) -> Response:
    done = "Your password is changed, and you are signed out everywhere else." if "done" in request.args else ""
    return make_response(render_template("staff/account.html", message=message, done=done), status)
