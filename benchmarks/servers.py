"""Servers and stores for the benchmarks that break things: begun, killed and begun again on the same port."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kebabalab.cli.temporary_server import ServerDidNotStart, free_port
from kebabalab.config import names
from kebabalab.db.connection import Database
from kebabalab.gateways.webhook_client import WebhookClient
from tests.contracts.postgres import PostgresServer, own_server
from tests.contracts.redis_server import RedisServer, redis_server
from tests.vaults import KEY, VAULT

SQLITE, POSTGRES, WITH_REDIS = "sqlite", "postgres", "postgres-redis"
STORES = (SQLITE, POSTGRES, WITH_REDIS)
SECONDS_TO_START = 60
FIRST_SHOP = Path(__file__).resolve().parents[1] / "shops" / "kebabalab"


@dataclass
class Stores:
    """Where a server keeps what it is told, and the servers behind it, None where there is none."""

    settings: dict[str, str] = field(default_factory=dict)
    postgres: PostgresServer | None = None
    redis: RedisServer | None = None

    @property
    def database_url(self) -> str:
        """The database's address, as SQLAlchemy has it."""
        return self.settings["DATABASE_URL"]

    def database(self) -> Database:
        """The database, with the keys that the server has."""
        return Database(self.database_url, vault=VAULT)

    @property
    def file(self) -> Path:
        """SQLite's file."""
        return Path(self.database_url.removeprefix("sqlite:///"))


@contextmanager
def store(kind: str, folder: Path) -> Iterator[Stores]:
    """An empty store of this kind. A PostgreSQL of its own, as it comes; REDIS_URL, if set, is used for Redis."""
    with ExitStack() as held:
        made = Stores({"DATA_KEYS": KEY})
        if kind == SQLITE:
            made.settings["DATABASE_URL"] = f"sqlite:///{folder / 'calls.db'}"
        else:
            made.postgres = held.enter_context(own_server())
            made.settings["DATABASE_URL"] = made.postgres.url
        if kind == WITH_REDIS and os.environ.get("REDIS_URL"):
            made.settings["REDIS_URL"] = os.environ["REDIS_URL"]
        elif kind == WITH_REDIS:
            made.redis = held.enter_context(redis_server())
            made.settings["REDIS_URL"] = made.redis.url
        yield made


def tireless_shop(folder: Path) -> Path:
    """The first shop in a folder of its own, texting its few callers however often they order."""
    made = folder / "shop"
    if not made.exists():
        shutil.copytree(FIRST_SHOP, made)
        file = made / "shop.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^(  texts_per_(?:number|day):) \d+", r"\1 100000", text), encoding="utf-8")
    return made


class Server:
    """`kebabalab serve` in a process group of its own, on one port for as long as it is used."""

    def __init__(self, folder: Path, settings: Mapping[str, str], workers: int) -> None:
        known = names()
        self._folder, self._workers, self._port = folder, workers, free_port()
        self._environment = {name: value for name, value in os.environ.items() if name.upper() not in known}
        # The kitchen's number: tickets go to the log, as all texts do here.
        usual = {"SHOP_ORDER_TO": "+61255501234", "LOG_LEVEL": "warning", "SHOP_DIR": str(tireless_shop(folder))}
        self._environment |= {**usual, **settings}
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"http://127.0.0.1:{self._port}"

    @property
    def is_running(self) -> bool:
        """Whether the process that was begun last has not ended."""
        return self._process is not None and self._process.poll() is None

    @property
    def log(self) -> str:
        """What the servers have printed so far."""
        return (self._folder / "server.log").read_text(encoding="utf-8", errors="replace")

    @property
    def pid(self) -> int:
        """The process that was begun last."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Begin it."""
        command = [sys.executable, "-m", "kebabalab", "serve", "--port", str(self._port)]
        command += ["--workers", str(self._workers)]
        with (self._folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=self._folder,
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_until_ready(self) -> None:
        """Wait until it takes calls, begun again where it ended by itself. Raises ServerDidNotStart."""
        client, given_up = WebhookClient(self.url), time.monotonic() + SECONDS_TO_START
        while not client.is_ready():
            if time.monotonic() > given_up:
                raise ServerDidNotStart(self.log)
            if not self.is_running:
                # The port may be a moment longer in the hands of what was killed.
                self.start()
            time.sleep(0.05)

    def kill(self) -> None:
        """kill -9 for the server with all its processes, at once."""
        if self._process is not None:
            # The group is its own, and there for as long as nobody has waited for its first process.
            if self._process.poll() is None:
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def kill_worker(self, which: int) -> bool:
        """kill -9 for one of the processes that answer; the server replaces it. Whether there was one."""
        if self._process is None or self._process.poll() is not None:
            return False
        pid = self._process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        if not children:
            return False
        os.kill(int(children[which % len(children)]), signal.SIGKILL)
        return True


@contextmanager
def server_on(stores: Stores, folder: Path, workers: int) -> Iterator[Server]:
    """A server that takes calls, gone afterwards. Raises ServerDidNotStart."""
    server = Server(folder, stores.settings, workers)
    try:
        server.start()
        server.wait_until_ready()
        yield server
    finally:
        server.kill()


@contextmanager
def own_folder() -> Iterator[Path]:
    """An empty folder, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="kebabalab-") as folder:
        yield Path(folder)
