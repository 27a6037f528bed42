"""No test reaches beyond this machine."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError


def test_a_connection_to_another_machine_is_refused() -> None:
    with socket.socket() as outward:
        outward.settimeout(0.1)
        # The library also warns, and a warning is an error here.
        with pytest.raises((SocketConnectBlockedError, UserWarning), match=r"192\.0\.2\.1"):
            outward.connect(("192.0.2.1", 80))


@pytest.mark.parametrize("host", ("127.0.0.1", "localhost"))
def test_a_server_on_this_machine_can_be_reached(host: str) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection((host, server.getsockname()[1])) as client,
    ):
        assert client.getpeername() == server.getsockname()


def test_a_unix_socket_can_be_reached(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "s"))
        server.listen()
        client.connect(str(tmp_path / "s"))
        assert client.getpeername() == str(tmp_path / "s")
