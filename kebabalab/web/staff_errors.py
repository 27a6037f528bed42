"""What staff see when something went wrong: a page of ours that says what to do, and nothing of the inside."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import structlog
from flask import Blueprint, Response, make_response, render_template
from werkzeug.exceptions import Forbidden, HTTPException

from kebabalab.models.errors import StoreUnavailable
from kebabalab.web.errors import where

log = structlog.get_logger()

Words = tuple[str, str]
WORDS: Mapping[int, Words] = MappingProxyType(
    {
        400: ("That was not understood", "Go back, and try again."),
        403: ("Not for you", "This is for somebody else. Ask the owner."),
        404: ("There is no such page", "It may have been removed, or the address is not right."),
        405: ("There is no such page", "It can't be opened like that."),
        429: ("Too many pages were asked for", "Wait a moment, then try again."),
        413: ("That was too much", "Go back, and write less."),
        503: ("The orders can't be reached", "Look again in a moment whether what you did is done."),
    }
)
PASSING = frozenset({429, 500, 503})
SECONDS_UNTIL_AGAIN = 20
OTHERWISE: Words = ("Something went wrong", "Try again in a moment; if it stays so, look at the server's log.")


STALE: Words = ("That page was too old", "Nothing was changed. Open it again; cookies must be allowed.")
FOREIGN: Words = (
    "That did not come from here",
    "Nothing was changed. If you came by https through a proxy, the server has to be told of it: see docs/STAFF.md.",
)


class FormStale(Forbidden):
    """A form without the token of the session at hand."""


class FormForeign(Forbidden):
    """A form from another site's page, as far as the server can tell."""


def page(status: int, words: Words | None = None) -> Response:
    """The page for a status, in its own words or in these."""
    title, advice = words or WORDS.get(status, OTHERWISE)
    # A tablet that hangs on a wall finds back by itself.
    again = SECONDS_UNTIL_AGAIN if status in PASSING else 0
    return make_response(render_template("staff/error.html", title=title, advice=advice, again=again), status)


def answer_errors(blueprint: Blueprint) -> None:
    """Have a blueprint answer with these pages."""

    @blueprint.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        return page(error.code or 500)

    @blueprint.errorhandler(FormStale)
    def form_stale(_error: FormStale) -> Response:
        return page(403, STALE)

    @blueprint.errorhandler(FormForeign)
    def form_foreign(_error: FormForeign) -> Response:
        return page(403, FOREIGN)

    @blueprint.errorhandler(StoreUnavailable)
    def store_unavailable(_error: StoreUnavailable) -> Response:
        return page(503)

    @blueprint.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        log.error("page failed", error=type(error).__name__, where=where(error))
        return page(500)
