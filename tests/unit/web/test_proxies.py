"""Where a request comes from is believed only from proxies that are trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from kebabalab.web.proxies import BehindProxies, read_networks


def seen(remote: str, forwarded: str, trusted: str) -> str:
    """The address that the application sees."""
    found: list[str] = []

    def inner(environ: dict[str, Any], _start: Callable[..., Any]) -> Iterable[bytes]:
        found.append(environ["REMOTE_ADDR"])
        return ()

    environ = {"REMOTE_ADDR": remote, "HTTP_X_FORWARDED_FOR": forwarded}
    BehindProxies(inner, read_networks(trusted))(environ, lambda *_: None)
    return found[0]


@pytest.mark.parametrize(
    ("remote", "forwarded", "trusted", "expected"),
    (
        pytest.param("203.0.113.9", "198.51.100.1", "", "203.0.113.9", id="nobody is trusted unless it is said"),
        pytest.param("10.0.0.5", "198.51.100.1", "10.0.0.5", "198.51.100.1", id="a trusted proxy tells"),
        pytest.param("203.0.113.9", "198.51.100.1", "10.0.0.5", "203.0.113.9", id="others tell nothing"),
        pytest.param("10.0.0.5", "1.1.1.1, 198.51.100.1", "10.0.0.0/8", "198.51.100.1", id="the client can't forge it"),
        pytest.param("10.0.0.5", "198.51.100.1, 10.0.0.7", "10.0.0.0/8", "198.51.100.1", id="two proxies in a row"),
        pytest.param("10.0.0.5", "nonsense", "10.0.0.0/8", "10.0.0.5", id="nonsense is no address"),
        pytest.param("10.0.0.5", "", "10.0.0.0/8", "10.0.0.5", id="a proxy that tells nothing"),
        pytest.param("::1", "2001:db8::7", "::1", "2001:db8::7", id="the longer addresses"),
    ),
)
def test_whose_word_is_taken(remote: str, forwarded: str, trusted: str, expected: str) -> None:
    assert seen(remote, forwarded, trusted) == expected


@pytest.mark.parametrize(
    ("remote", "told", "expected"),
    (
        pytest.param("10.0.0.5", "https", "https", id="a trusted proxy tells"),
        pytest.param("10.0.0.5", "HTTPS", "https", id="however it is written"),
        pytest.param("10.0.0.5", "http, https", "https", id="the nearest has the last word"),
        pytest.param("10.0.0.5", "https, http", "http", id="the client can't forge it"),
        pytest.param("203.0.113.9", "https", "http", id="others tell nothing"),
        pytest.param("10.0.0.5", "javascript", "http", id="nonsense is none"),
        pytest.param("10.0.0.5", "", "http", id="a proxy that tells nothing"),
    ),
)
def test_whose_word_is_taken_for_https(remote: str, told: str, expected: str) -> None:
    found: list[str] = []

    def inner(environ: dict[str, Any], _start: Callable[..., Any]) -> Iterable[bytes]:
        found.append(environ["wsgi.url_scheme"])
        return ()

    environ = {"REMOTE_ADDR": remote, "HTTP_X_FORWARDED_PROTO": told, "wsgi.url_scheme": "http"}
    BehindProxies(inner, read_networks("10.0.0.0/8"))(environ, lambda *_: None)
    assert found == [expected]


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody"):
        read_networks("10.0.0.1, nobody")
