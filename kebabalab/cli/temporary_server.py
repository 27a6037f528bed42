"""A server of its own for a demo, a replay or a test: another process, an empty database, gone afterwards."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kebabalab.config import names
from kebabalab.gateways.webhook_client import WebhookClient

SECONDS_TO_START = 30
SECONDS_TO_STOP = 20
SECONDS_BETWEEN_LOOKS = 0.05


class ServerDidNotStart(Exception):
    """The server ended or stayed silent; the text is what it printed."""


@dataclass(frozen=True, slots=True)
class TemporaryServer:
    """A running server. `folder` holds its database and `log` what it printed."""

    url: str
    folder: Path
    process: subprocess.Popen[bytes]
    environment: Mapping[str, str] = field(repr=False)

    @property
    def log(self) -> str:
        """What the server has printed so far."""
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def command(self, *arguments: str) -> str:
        """What a `kebabalab` command prints about this server's store. Raises CalledProcessError."""
        run = subprocess.run(
            [sys.executable, "-m", "kebabalab", *arguments],
            cwd=self.folder,
            env=dict(self.environment),
            check=True,
            stdout=subprocess.PIPE,
        )
        return run.stdout.decode("utf-8")


@contextlib.contextmanager
def serving(
    folder: Path, settings: Mapping[str, str], arguments: Sequence[str] = (), shop: Path | None = None
) -> Iterator[TemporaryServer]:
    """A server with these settings, and no others of this machine, in this empty folder. Raises ServerDidNotStart."""
    port = free_port()
    # No .env is read in the folder, and nothing exported for the real shop reaches its rehearsal.
    known = names()
    environment = {name: value for name, value in os.environ.items() if name.upper() not in known}
    environment |= {"DATABASE_URL": f"sqlite:///{folder / 'calls.db'}", "PORT": str(port), **settings}
    if shop is not None:
        environment["SHOP_DIR"] = str(shop)
    command = [sys.executable, "-m", "kebabalab", "serve", *arguments]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
    server = TemporaryServer(f"http://127.0.0.1:{port}", folder, process, environment)
    try:
        _wait_until_ready(server)
        yield server
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> int:
    """End this process as a service manager would, and by force when it does not listen. Returns its exit code."""
    if process.poll() is None:
        process.terminate()
    try:
        return process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(server: TemporaryServer) -> None:
    client, given_up = WebhookClient(server.url), time.monotonic() + SECONDS_TO_START
    while not client.is_ready():
        if server.process.poll() is not None or time.monotonic() > given_up:
            raise ServerDidNotStart(server.log)
        time.sleep(SECONDS_BETWEEN_LOOKS)
