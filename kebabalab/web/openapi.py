"""GET /openapi.json: everything that this server answers to, described from the code that answers (OpenAPI 3.1)."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from flask import Blueprint, Flask, Response, current_app, jsonify
from werkzeug.routing import Rule

from kebabalab.web.admission import stopped
from kebabalab.web.openapi_answers import OPERATIONS, SECURITY_SCHEMES, page, shared
from kebabalab.web.openapi_messages import schemas
from kebabalab.web.parts import parts

Json = dict[str, Any]

blueprint = Blueprint("openapi", __name__)
# Methods that an OpenAPI document can describe, without those that Flask answers by itself.
DESCRIBED = ("GET", "POST", "PUT", "PATCH", "DELETE")
_PLACE = re.compile(r"<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>")


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """This description, for whoever may call the webhook."""
    refusal = stopped(parts(), b"")
    return refusal if refusal is not None else jsonify(description(current_app))


def description(app: Flask) -> Json:
    """The description of every route that this application has."""
    paths: dict[str, Json] = {}
    for rule, method in _routes(app):
        paths.setdefault(_PLACE.sub(r"{\2}", rule.rule), {})[method.lower()] = _operation(app, rule, method)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Kebabalab",
            "version": version("kebabalab"),
            "description": "The phone line that never loses an order. A message with tool calls is answered with 200 "
            "once its sender is known: what failed stands in its own row.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": schemas(), "responses": shared(), "securitySchemes": SECURITY_SCHEMES},
    }


def _routes(app: Flask) -> Iterator[tuple[Rule, str]]:
    for rule in app.url_map.iter_rules():
        for method in DESCRIBED:
            if method in (rule.methods or ()):
                yield rule, method


def _operation(app: Flask, rule: Rule, method: str) -> Json:
    view = app.view_functions[rule.endpoint]
    own = OPERATIONS.get(rule.endpoint) or page(method)
    operation: Json = {
        "operationId": f"{rule.endpoint.replace('.', '-')}-{method.lower()}",
        "summary": (inspect.getdoc(view) or rule.endpoint).splitlines()[0],
        **own,
    }
    places = [{"name": name, "in": "path", "required": True, "schema": _TEXT} for name in sorted(rule.arguments)]
    if places:
        operation["parameters"] = [*operation.get("parameters", ()), *places]
    return operation


_TEXT: Json = {"type": "string", "minLength": 1, "pattern": "^[A-Za-z0-9_-]+$"}
