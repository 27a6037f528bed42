"""Logging: a fixed message, values in fields, phone numbers and control characters masked in one place."""

from __future__ import annotations

import logging
import logging.config
import re
import sys
from collections.abc import Mapping
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

# International, or as it is dialled within Australia; what has more digits around it is an id or a time.
PHONE = re.compile(r"(?<![\w.:-])(\+[1-9]\d{7,14}|0[2-478]\d{8})(?![\w:-])")
SHOWN = 3


def masked(text: str) -> str:
    """The text with every phone number but its last digits struck out."""
    return PHONE.sub(lambda found: "*" * (len(found[0]) - SHOWN) + found[0][-SHOWN:], text)


def mask_phones(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Mask phone numbers in the message and every field, and control characters in the fields, however deep."""
    return {
        name: masked(value) if name == "event" and isinstance(value, str) else _masked(value)
        for name, value in event.items()
    }


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        # A terminal would do what they say, and a line's end would begin a line of somebody else's.
        return masked("".join(char if char.isprintable() else "?" for char in value))
    if isinstance(value, Mapping):
        return {name: _masked(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(inner) for inner in value]
    return value


def configure(level: str) -> None:
    """Log to the terminal's error stream from this level on: readable for a person, JSON for anything else."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        mask_phones,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: Processor = structlog.processors.JSONRenderer()
    if sys.stderr.isatty():
        renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer]
        )
    )
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    # Libraries tell of every connection at this level; what they have to say of trouble is heard.
    for noisy in ("httpx", "httpcore", "twilio", "alembic", "sqlalchemy"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
