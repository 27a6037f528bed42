"""Whether a request may come in: who sends it, and how often."""

from __future__ import annotations

import structlog
from flask import Response, request

from kebabalab.web.errors import refused
from kebabalab.web.parts import Parts

log = structlog.get_logger()


def stopped(held: Parts, body: bytes) -> Response | None:
    """The refusal of a request that may not come in, None for one that may."""
    source = request.remote_addr or ""
    refusal = held.gate.refusal(request.headers, body, held.clock.now())
    # With the gate open only this machine can reach us, and it may ask as often as it likes.
    if held.gate.is_open or (not refusal and held.limit.admits("in", source)):
        return None
    if refusal and held.limit.admits("refused", source):
        held.metrics.refusal(refusal.value)
        log.warning("webhook refused", reason=refusal.value, source=source)
        return refused("unauthorized", 401)
    held.metrics.refusal("limit")
    log.warning("too many requests", source=source)
    answer = refused("too many requests", 429)
    answer.headers["Retry-After"] = "10"
    return answer
