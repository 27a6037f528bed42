"""What the web needs to be handed, built by app."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flask import current_app

from kebabalab.tools.ports import Clock, Ports
from kebabalab.web.limits import OFF, Limit, read_limit
from kebabalab.web.metrics import Metrics
from kebabalab.web.signature import Gate

if TYPE_CHECKING:
    from kebabalab.web.staff_ports import StaffParts
    from kebabalab.web.twilio_status import TwilioReports

EXTENSION = "kebabalab"


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that a request is answered with.

    `clock` is the machine's own, for signatures: the ports' may pretend another time. `problems` are the reasons why
    the server is not ready, none when it is. `assistant` is what an `assistant-request` is answered with, {} for none,
    to which the caller's context is added. `twilio` hears what became of texts, None where nothing is told. `limit` is
    of one address, `call_limit` of one phone call. `staff` is what staff's pages are made with, None for no pages.
    """

    ports: Ports
    clock: Clock
    gate: Gate
    limit: Limit
    metrics: Metrics
    problems: Callable[[], tuple[str, ...]]
    assistant: Mapping[str, object] = field(default_factory=dict)
    max_request_size: int = 2 * 1024 * 1024
    allowed_origins: tuple[str, ...] = ()
    twilio: TwilioReports | None = None
    call_limit: Limit = field(default_factory=lambda: read_limit(OFF))
    staff: StaffParts | None = None
    public_url: str = ""


def parts() -> Parts:
    """The parts of the application that serves this request."""
    held = current_app.extensions[EXTENSION]
    assert isinstance(held, Parts)  # noqa: S101
    return held
