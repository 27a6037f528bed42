"""The Flask application, built of the parts that it is handed."""

from __future__ import annotations

import uuid
from types import TracebackType

import structlog
from flask import Flask, Response, g
from flask_cors import CORS

from kebabalab.web import health, openapi, staff_door, staff_owner, staff_pages, twilio_status, webhook
from kebabalab.web.errors import answer_http_errors, where
from kebabalab.web.json_out import OrjsonProvider
from kebabalab.web.parts import EXTENSION, Parts
from kebabalab.web.safety import add_headers

log = structlog.get_logger()


class Application(Flask):
    """Flask, which would write an exception's text to the log, and with it what a caller said."""

    def log_exception(self, exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None]) -> None:
        """Log the kind of exception and its place."""
        if exc_info[1] is not None:
            log.error("request failed", error=type(exc_info[1]).__name__, where=where(exc_info[1]))


def create_app(parts: Parts) -> Flask:
    """The application that serves these parts."""
    app = Application("kebabalab", static_folder=None)
    app.json = OrjsonProvider(app)
    # A chunked body is cut off at this length without a word: one byte more shows that there was more.
    app.config["MAX_CONTENT_LENGTH"] = parts.max_request_size + 1
    app.extensions[EXTENSION] = parts
    app.before_request(_name_request)
    app.after_request(_finish)
    answer_http_errors(app)
    add_routes(app, staff=parts.staff is not None)
    if parts.allowed_origins:
        CORS(app, resources={"/webhook": {"origins": list(parts.allowed_origins), "methods": ["POST"]}})
    return app


def add_routes(app: Flask, *, staff: bool) -> None:
    """Everything that can be asked for; the pages for staff only where there are any."""
    for blueprint in (webhook.blueprint, health.blueprint, twilio_status.blueprint, openapi.blueprint):
        app.register_blueprint(blueprint)
    if staff:
        for blueprint in (staff_door.blueprint, staff_pages.blueprint, staff_owner.blueprint):
            app.register_blueprint(blueprint)


def _name_request() -> None:
    g.request_id = uuid.uuid4().hex
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _finish(response: Response) -> Response:
    add_headers(response)
    response.headers["X-Request-Id"] = g.get("request_id", "")
    return response
