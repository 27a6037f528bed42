"""POST /twilio/status and /twilio/message: what Twilio tells of texts, believed only when it is signed by Twilio."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from flask import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from kebabalab.models.errors import StoreUnavailable
from kebabalab.web.errors import refused
from kebabalab.web.parts import parts

blueprint = Blueprint("twilio", __name__)
log = structlog.get_logger()

OPTED_OUT = "21610"
LONGEST_ID = 18
# Twilio's own words: it has stopped or begun again by itself when it hands them on.
STOP_WORDS = frozenset("STOP STOPALL UNSUBSCRIBE CANCEL END QUIT OPTOUT REVOKE".split())
START_WORDS = frozenset("START YES UNSTOP".split())


@dataclass(frozen=True, slots=True)
class TwilioReports:
    """Who hears what Twilio tells.

    `public_url` is this server as Twilio is told it, without a / at the end; `is_signed` says whether Twilio signed a
    request, by its address, form and signature. `report` keeps what became of a text: our id of it, Twilio's, its
    status there and its error code, "" for none. `wants_texts` keeps whether the owner of an E.164 number wants texts.
    """

    public_url: str
    is_signed: Callable[[str, MultiDict[str, str], str], bool]
    report: Callable[[int, str, str, str], None]
    wants_texts: Callable[[str, bool], None]


@blueprint.post("/twilio/status")
def status() -> Response:
    """What became of a text."""
    reports = _admitted()
    if isinstance(reports, Response):
        return reports
    text, form = request.args.get("text", ""), request.form
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_ID and form.get("MessageSid")):
        return refused("no such text", 400)
    code = form.get("ErrorCode", "")
    try:
        reports.report(int(text), form["MessageSid"], form.get("MessageStatus", ""), code)
        if code == OPTED_OUT and form.get("To"):
            reports.wants_texts(form["To"], False)
    except StoreUnavailable:
        return refused("try again", 503)
    return Response(status=204)


@blueprint.post("/twilio/message")
def message() -> Response:
    """What somebody texted to the shop's number: only STOP and START are heard, and nothing is answered."""
    reports = _admitted()
    if isinstance(reports, Response):
        return reports
    sender, said = request.form.get("From", ""), request.form.get("Body", "").strip().upper()
    told = request.form.get("OptOutType", "") or said
    try:
        if sender and told in STOP_WORDS | START_WORDS:
            reports.wants_texts(sender, told in START_WORDS)
    except StoreUnavailable:
        return refused("try again", 503)
    return Response("<Response/>", content_type="text/xml")


def _admitted() -> TwilioReports | Response:
    """Who hears it; the refusal of a request that Twilio did not sign."""
    held = parts()
    reports = held.twilio
    if reports is not None:
        asked = request.full_path if request.query_string else request.path
        if reports.is_signed(
            f"{reports.public_url}{asked}", request.form, request.headers.get("X-Twilio-Signature", "")
        ):
            return reports
    held.metrics.refusal("twilio")
    if not held.limit.admits("refused", request.remote_addr or ""):
        return refused("too many requests", 429)
    log.warning("report of a text refused", is_set_up=reports is not None)
    return refused("forbidden", 403)
