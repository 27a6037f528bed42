"""Is it alive, is it ready, what has it counted."""

from __future__ import annotations

import ipaddress

from flask import Blueprint, Response, abort, jsonify, request
from prometheus_client import CONTENT_TYPE_LATEST

from kebabalab.web.parts import parts

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def health() -> Response:
    """Alive, and nothing else."""
    return jsonify(status="ok")


@blueprint.get("/ready")
def ready() -> Response:
    """Whether store and shop can be used: 200, or 503 and the reasons."""
    problems = parts().problems()
    answer = jsonify(ready=not problems, reasons=problems)
    answer.status_code = 503 if problems else 200
    return answer


@blueprint.get("/metrics")
def metrics() -> Response:
    """The counters, for whoever runs on this machine; to others there is no such page."""
    if not _is_this_machine(request.remote_addr or ""):
        abort(404)
    return Response(parts().metrics.page(), content_type=CONTENT_TYPE_LATEST)


def _is_this_machine(address: str) -> bool:
    # What a proxy passes on comes from this machine too; it says for whom.
    if any(request.headers.get(name) for name in ("X-Forwarded-For", "Forwarded", "X-Real-Ip")):
        return False
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
