"""What a browser is told with every answer: what a page may load, who may frame it, and to keep to https."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flask import Response, request

from kebabalab.web.parts import parts

PAGES = "/staff"
YEAR_SECONDS = 365 * 24 * 3600
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# No script and nothing inline: what a caller says can't become one.
OWN_STYLE = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)


def add_headers(response: Response) -> None:
    """Add what every answer has to an answer that does not say otherwise."""
    is_page = is_for_staff(request.path)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", OWN_STYLE if is_page else NOTHING)
    # Without any, a browser would not say of our own forms where they come from.
    response.headers.setdefault("Referrer-Policy", "same-origin" if is_page else "no-referrer")
    if is_https():
        response.headers.setdefault("Strict-Transport-Security", f"max-age={YEAR_SECONDS}")


def is_for_staff(path: str) -> bool:
    """Whether this is one of the pages for staff, or would be."""
    return path == PAGES or path.startswith(f"{PAGES}/")


def is_https() -> bool:
    """Whether the browser speaks https with us, perhaps through a proxy."""
    return request.is_secure or parts().public_url.startswith("https://")


def own_origins() -> frozenset[str]:
    """Where our own pages come from, as a browser says it."""
    public = "/".join(parts().public_url.split("/")[:3])
    return frozenset({request.host_url.rstrip("/"), public} - {""})
