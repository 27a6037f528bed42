"""Whoever sends slowly, endlessly or too much costs the shop no caller."""

from __future__ import annotations

import contextlib
import socket
import time
import urllib.parse
from collections.abc import Iterator

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from tests.e2e.wire import Call

HEAD = b"POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TemporaryServer]:
    with serving(tmp_path_factory.mktemp("slow"), {"MAX_REQUEST_SIZE": "100000"}) as running:
        yield running


def connected(server: TemporaryServer, sent: bytes) -> socket.socket:
    where = urllib.parse.urlsplit(server.url)
    connection = socket.create_connection((where.hostname or "", where.port or 80), timeout=30)
    connection.sendall(sent)
    return connection


def answered(server: TemporaryServer) -> None:
    """A caller is answered."""
    assert Call(server.url).send(("quickAddItem", {"description": "two cokes"})).results[0]["ok"]


def status(connection: socket.socket) -> int:
    """The status that comes back; 0 where the connection is closed without one."""
    with connection, connection.makefile("rb") as answer:
        line = answer.readline()
    return int(line.split()[1]) if line else 0


HALVES = {
    "nothing": b"",
    "a byte": b"P",
    "half a head": HEAD,
    "half a body": HEAD + b"Content-Length: 1000\r\n\r\n{",
    "half of chunks": HEAD + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n',
}
WHOLE = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES.keys())
def test_callers_are_answered_beside_many_who_send_half(server: TemporaryServer, half: bytes) -> None:
    with contextlib.ExitStack() as held:
        for _ in range(300):
            held.enter_context(connected(server, half))
        for _ in range(5):
            answered(server)


def test_a_connection_on_which_nothing_more_comes_is_closed(server: TemporaryServer) -> None:
    connections = [connected(server, sent) for sent in (*HALVES.values(), WHOLE)]
    for connection in connections:
        with connection, connection.makefile("rb") as answer:
            assert answer.read()[:12] in {b"", b"HTTP/1.1 408", b"HTTP/1.1 200"}


def test_a_head_that_comes_in_drops_is_given_up(server: TemporaryServer) -> None:
    connection = connected(server, b"GET /health HTTP/1.1\r\n")
    with connection, pytest.raises(OSError, match=r"reset|Broken pipe"):
        send_until(connection, b"X-Drop: 1\r\n", time.monotonic() + 25, pause=0.2)


def test_a_body_that_does_not_come_in_time_is_given_up(server: TemporaryServer) -> None:
    connection = connected(server, HEAD + b"Content-Length: 1000\r\n\r\n{")
    assert status(connection) == 408


def send_until(connection: socket.socket, piece: bytes, ends: float, pause: float = 0.0) -> None:
    while time.monotonic() < ends:
        connection.sendall(piece)
        time.sleep(pause)


def test_a_body_that_never_ends_is_cut_off(server: TemporaryServer) -> None:
    connection = connected(server, HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    piece = b"8000\r\n" + b"x" * 0x8000 + b"\r\n"
    ends = time.monotonic() + 20
    with connection, pytest.raises(OSError, match=r"reset|Broken pipe"):
        send_until(connection, piece, ends)
    answered(server)


def test_a_body_that_says_it_is_enormous_is_refused_unread(server: TemporaryServer) -> None:
    connection = connected(server, HEAD + b"Content-Length: 1073741824\r\n\r\n{")
    assert status(connection) == 413
    answered(server)
