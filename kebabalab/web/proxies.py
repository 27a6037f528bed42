"""Proxies: whose word is taken for where a request comes from."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def read_networks(written: str) -> tuple[Network, ...]:
    """Addresses and networks separated by commas. Raises ValueError."""
    return tuple(ipaddress.ip_network(one.strip()) for one in written.split(",") if one.strip())


class BehindProxies:
    """A WSGI application that sees the address of the client behind proxies that are trusted, and of nobody else.

    The client is the last address in X-Forwarded-For that is none of the proxies': what stands before it, the client
    may have written. Whether it speaks https, the nearest proxy says in X-Forwarded-Proto.
    """

    def __init__(self, inner: WsgiApp, trusted: Sequence[Network]) -> None:
        self._inner, self._trusted = inner, trusted

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        here = str(environ.get("REMOTE_ADDR", ""))
        told = str(environ.get("HTTP_X_FORWARDED_PROTO", "")).rpartition(",")[2].strip().lower()
        scheme = told if told in {"http", "https"} and self._trusts(here) else environ.get("wsgi.url_scheme", "http")
        for said in reversed(str(environ.get("HTTP_X_FORWARDED_FOR", "")).split(",")):
            if not self._trusts(here) or not _is_address(said.strip()):
                break
            here = said.strip()
        return self._inner({**environ, "REMOTE_ADDR": here, "wsgi.url_scheme": scheme}, start)

    def _trusts(self, address: str) -> bool:
        return _is_address(address) and any(ipaddress.ip_address(address) in network for network in self._trusted)


def _is_address(said: str) -> bool:
    try:
        ipaddress.ip_address(said)
    except ValueError:
        return False
    return True
