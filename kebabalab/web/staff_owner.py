"""The pages for owners: who has an account, which tablets are paired, and which texts did not go out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import structlog
from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from kebabalab.language.say_values import shown_clock
from kebabalab.models.errors import DeviceNameRefused, NoSuchStaff, StaffNameRefused
from kebabalab.models.staff import LONGEST_DEVICE, Code, device_name, staff_name
from kebabalab.web import staff_guard as guard
from kebabalab.web.parts import parts
from kebabalab.web.staff_errors import answer_errors

blueprint = Blueprint("staff_owner", __name__, url_prefix="/staff/owner", template_folder="templates")
blueprint.before_request(guard.guard_owner)
answer_errors(blueprint)
log = structlog.get_logger()

MOST_TEXTS = 50
LONGEST_ID = 18
_DEVICE = re.compile(r"[0-9a-f]{16}")
DONE: Mapping[str, str] = MappingProxyType(
    {
        "device": "The tablet is not paired any more.",
        "signed-out": "They are signed out everywhere.",
        "resent": "The text will be sent again.",
        "not-resent": "That text is not sent again: it has gone out, is untrue by now, or is not wanted.",
    }
)


@blueprint.get("/people")
def people() -> AnyResponse:
    """Accounts and devices."""
    return _people("", 200)


@blueprint.post("/codes")
def new_code() -> AnyResponse:
    """Show a code for one tablet, this once."""
    try:
        device = device_name(request.form.get("device", ""))
    except DeviceNameRefused:
        return _people(f"Give the tablet a name of at most {LONGEST_DEVICE} characters.", 400)
    code = guard.staff().door.new_code(device, guard.who().by, parts().clock.now())
    log.info("code for a device made", who=guard.who().by)
    return _people("", 200, code)


@blueprint.post("/devices/<device>/remove")
def remove_device(device: str) -> AnyResponse:
    """Unpair a tablet."""
    if not _DEVICE.fullmatch(device) or not guard.staff().sessions.remove_device(device):
        abort(404)
    log.info("device removed", who=guard.who().by, device=device)
    return redirect(url_for("staff_owner.people", done="device"), 303)


@blueprint.post("/people/<name>/sign-out")
def sign_out(name: str) -> AnyResponse:
    """Sign somebody out everywhere."""
    try:
        guard.staff().accounts.sign_out(staff_name(name))
    except (NoSuchStaff, StaffNameRefused):
        abort(404)
    log.info("signed out by the owner", who=guard.who().by, of=name)
    return redirect(url_for("staff_owner.people", done="signed-out"), 303)


@blueprint.get("/texts")
def texts() -> AnyResponse:
    """The texts that were given up."""
    zone = parts().ports.shops.current().shop.zone
    rows = []
    for one in guard.staff().texts.latest(MOST_TEXTS):
        at = one.queued_at.astimezone(zone)
        rows.append({"text": one, "at": f"{at:%a %d %b}, {shown_clock(at)}"})
    return make_response(render_template("staff/texts.html", rows=rows, done=_done()))


@blueprint.post("/texts/<text>/resend")
def resend(text: str) -> AnyResponse:
    """Have a text sent again."""
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_ID):
        abort(404)
    again = guard.staff().texts.resend(int(text), parts().ports.clock.now())
    log.info("text sent again" if again else "text not sent again", who=guard.who().by, text=text)
    return redirect(url_for("staff_owner.texts", done="resent" if again else "not-resent"), 303)


def _people(message: str, status: int, code: Code | None = None) -> Response:
    held, zone = guard.staff(), parts().ports.shops.current().shop.zone
    devices = [
        {"device": one, "seen": f"{one.seen_at.astimezone(zone):%a %d %b}" if one.seen_at else ""}
        for one in held.sessions.devices()
    ]
    page = render_template(
        "staff/people.html",
        accounts=held.accounts.accounts(),
        devices=devices,
        code=code,
        address=f"{parts().public_url or request.host_url.rstrip('/')}{url_for('staff_door.pair')}",
        longest=LONGEST_DEVICE,
        message=message,
        done=_done(),
    )
    return make_response(page, status)


def _done() -> str:
    return DONE.get(request.args.get("done", ""), "")
