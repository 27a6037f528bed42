"""Ten thousand texts through a Twilio that fails a third of the time, while workers are killed: each arrives once.

    python -m benchmarks.texts                       10,000 texts, 12 kills, SQLite
    python -m benchmarks.texts --texts 300 --kills 4
    python -m benchmarks.texts --database URL        an empty database of PostgreSQL's
    python -m benchmarks.texts --listed-after 3      Twilio's list lags by more than we wait: some come twice

Two workers send; each kill is a SIGKILL to both. Every other one comes at the very moment when a text was taken and the
worker has not yet heard so: the one window in which a text could be lost or sent twice. Exit code 1 unless each text
arrived exactly once.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kebabalab import logs
from kebabalab.db.calls import SqlCalls
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.outbox import Outbox
from kebabalab.db.texts_book import TextsBook
from kebabalab.gateways.clock import SystemClock
from kebabalab.gateways.twilio_sms import TwilioAccount, TwilioSender
from kebabalab.models.call import QueueText
from kebabalab.worker import Pace, Texts, keep_doing
from tests.fake_twilio import FROM, SID, TOKEN, FakeTwilio, Troubles, twilio
from tests.vaults import VAULT

ROOT = Path(__file__).resolve().parent.parent
WORKERS = 2
# A third in all. Twilio tells whole seconds to wait, for which everything stands still: that one is rare.
THIRD = Troubles(
    dropped=0.09, lost=0.07, late=0.005, error=0.09, unavailable=0.073, busy=0.005, taken=0.3, slow=1.0, retry_after=1
)
SECONDS_TO_ANSWER = 0.5
SECONDS_UNTIL_LISTED = 0.3
# Hours made seconds; what matters is kept: a lease is longer than a try, a look-up comes after the list's delay.
PACE = Pace(
    at_once=10,
    lease=dt.timedelta(seconds=2.5),
    one_try=dt.timedelta(seconds=1.5),
    first_retry=dt.timedelta(seconds=0.1),
    longest_retry=dt.timedelta(seconds=1),
    before_looking=dt.timedelta(seconds=1),
    busy=dt.timedelta(seconds=1),
)


@dataclass
class Run:
    """What is asked for, and what came of it."""

    texts: int = 10_000
    kills: int = 12
    seed: int = 1
    url: str = ""
    listed_after: float = SECONDS_UNTIL_LISTED
    patience: float = 1800.0
    killed: int = 0
    at_the_moment: int = 0
    seconds: float = 0.0
    twice: int = 0
    never: int = 0
    dead: int = 0
    asked: Counter[str] = field(default_factory=Counter)

    @property
    def is_right(self) -> bool:
        """Whether each text arrived once, and every kill was made."""
        return not (self.twice or self.never or self.dead) and self.killed == self.kills

    def report(self) -> str:
        """The counts, for a person."""
        requests = sum(
            n for what, n in self.asked.items() if what not in ("looked up", "taken and answered with an error")
        )
        failed = requests - self.asked["well"]
        lines = [
            f"{self.texts} texts in {self.seconds:.0f} s, {WORKERS} workers killed {self.killed} times, "
            f"{self.at_the_moment} of these when a text was taken and not yet answered",
            f"{requests} requests to send, of which failed {failed} ({failed / max(requests, 1):.0%}): "
            + ", ".join(f"{what} {n}" for what, n in sorted(self.asked.items()) if what not in ("well", "looked up")),
            f"{self.asked['looked up']} look-ups of texts that might have gone out",
            f"arrived once {self.texts - self.twice - self.never}, twice or more {self.twice}, never {self.never}, "
            f"given up {self.dead}",
        ]
        return "\n".join(lines)


class Workers:
    """The processes that send, killed and begun again."""

    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._lock = threading.Lock()
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Have as many workers as there shall be."""
        with self._lock:
            self._running = [one for one in self._running if one.poll() is None]
            while len(self._running) < WORKERS:
                self._running.append(subprocess.Popen(self._command, cwd=ROOT))

    def kill(self) -> None:
        """Kill them all, by their ids."""
        with self._lock:
            for process in self._running:
                os.kill(process.pid, signal.SIGKILL)
            for process in self._running:
                process.wait()
            self._running = []


def play(run: Run) -> Run:
    """Do it all; the run with its counts."""
    with _database(run) as url, twilio(FakeTwilio(THIRD, run.seed, run.listed_after)) as fake:
        database = Database(url, vault=VAULT)
        upgrade(database)
        _queue(database, run.texts)
        command = [sys.executable, "-m", "benchmarks.texts", "--work", fake.url, "--database", url]
        workers, started = Workers(command), time.monotonic()
        moments = {run.texts * (n + 1) // (run.kills + 1): n % 2 == 0 for n in range(run.kills)}
        fake.when_taken = _killer(run, workers, moments)
        try:
            while _waiting(database, run.texts) and time.monotonic() - started < run.patience:
                workers.start()
                time.sleep(0.2)
        finally:
            fake.when_taken = None
            workers.kill()
        run.seconds, run.asked = time.monotonic() - started, fake.asked
        arrived = Counter(body.split(":")[0] for body in fake.bodies)
        run.twice = sum(count > 1 for count in arrived.values())
        run.never = run.texts - len(arrived)
        run.dead = len(TextsBook(database).latest(run.texts, dead=True))
        database.close()
    return run


def _killer(run: Run, workers: Workers, moments: dict[int, bool]) -> Callable[[int], None]:
    """Kills at these counts of texts taken: at once, or a while later and in the midst of something else."""
    wait = random.Random(run.seed)

    def later() -> None:
        time.sleep(wait.uniform(0.0, 0.05))
        workers.kill()

    def when_taken(count: int) -> None:
        if count not in moments:
            return
        run.killed += 1
        if moments[count]:
            run.at_the_moment += 1
            workers.kill()
        else:
            threading.Thread(target=later).start()

    return when_taken


def _queue(database: Database, texts: int) -> None:
    """Texts that each bear a number of their own, to receivers from a range that belongs to nobody."""
    now = SystemClock().now()
    with SqlCalls(database, dt.timedelta(hours=1), 10).open("call:benchmark", "", now) as opened:
        queued = [
            QueueText("receipt", f"+6125550{n % 10_000:04d}", f"{n}: thank you for your order") for n in range(texts)
        ]
        opened.save(opened.state, (), queued)


def _waiting(database: Database, texts: int) -> bool:
    return any(text.state == "pending" for text in TextsBook(database).latest(texts))


@contextmanager
def _database(run: Run) -> Iterator[str]:
    if run.url:
        yield run.url
        return
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/texts.db"


def work(url: str, fake: str) -> None:
    """One worker, until it is killed."""
    logs.configure("critical")
    sender = TwilioSender(TwilioAccount(SID, TOKEN, FROM, fake, seconds=SECONDS_TO_ANSWER))
    texts = Texts(Outbox(Database(url, vault=VAULT)), sender, SystemClock(), pace=PACE)
    parent = os.getppid()

    def stopped(seconds: float) -> bool:
        time.sleep(min(seconds, 0.1))
        return os.getppid() != parent

    keep_doing(texts.send_waiting, 0.1, stopped)


def main() -> int:
    """Play what the command line asks for."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--texts", type=int, default=10_000)
    asked.add_argument("--kills", type=int, default=12)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--database", default="")
    asked.add_argument("--listed-after", type=float, default=SECONDS_UNTIL_LISTED)
    asked.add_argument("--work", default="", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.work:
        work(given.database, given.work)
        return 0
    run = play(Run(given.texts, given.kills, given.seed, given.database, given.listed_after))
    print(run.report())
    return 0 if run.is_right else 1


if __name__ == "__main__":
    sys.exit(main())
