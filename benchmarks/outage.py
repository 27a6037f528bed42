"""A store stops, hangs or refuses to be written to under load: errors only meanwhile, back within five seconds.

    python -m benchmarks.outage                              every kind, 5 times each
    python -m benchmarks.outage --kind postgres-immediate --times 20
    python -m benchmarks.outage --down 10

Kinds: PostgreSQL stopped (fast, and immediate as in a crash) or hung; Redis stopped, killed or hung; PostgreSQL stopped
where live calls are in Redis; SQLite's file locked by another process, not allowed to grow, or on a disk that is full
(a small one of its own, in a mount namespace: only where the kernel lets everybody have one).
Twenty callers order meanwhile. Whoever is refused says it again as a model does, under a new id: "nothing was changed"
must be true. Exit code 1 when anything is lost or doubled, an error is heard while the store is there, or later than
five seconds after it is back, or is not the one that can be spoken.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.audit import Findings, audit, audit_carts, read
from benchmarks.callers import ANSWERED, CUT, REFUSED, UNSURE, WRONG, Attempt, Callers
from benchmarks.servers import POSTGRES, SQLITE, WITH_REDIS, Server, Stores, own_folder, server_on, store

CALLERS, WORKERS = 20, 2
SECONDS_TO_RECOVER = 5.0
# VAPI hangs up on a tool after twenty.
SECONDS_TO_ANSWER = 20.0
SECONDS_BETWEEN = (1.0, 2.0)

ON_OWN_DISK = "sqlite-full-disk"
OWN_DISK = ("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs")
OWN_MOUNTS = ("unshare", "--user", "--map-root-user", "--mount")

Fault = Callable[[Stores, Server], AbstractContextManager[None]]


@dataclass(frozen=True)
class Outage:
    """When a store was away."""

    began: float
    ended: float


@dataclass
class Run:
    """What is asked for, and what came of it. Seconds are counted from the store's return, the worst of all times."""

    kind: str
    times: int = 5
    down: float = 6.0
    seed: int = 1
    callers: int = CALLERS
    watched: float = SECONDS_TO_RECOVER
    outages: list[Outage] = field(default_factory=list)
    ended: Counter[str] = field(default_factory=Counter)
    answered_meanwhile: int = 0
    too_early: int = 0
    first_answer: float = 0.0
    last_refusal: float = 0.0
    slowest: float = 0.0
    findings: Findings = field(default_factory=Findings)

    @property
    def is_right(self) -> bool:
        """Whether everything above holds."""
        return (
            self.loses_nothing
            and max(self.first_answer, self.last_refusal) <= SECONDS_TO_RECOVER
            and self.slowest < SECONDS_TO_ANSWER
        )

    @property
    def loses_nothing(self) -> bool:
        """Whether the outages were felt, nothing is lost or doubled, and each error was one that can be spoken."""
        return (
            len(self.outages) == self.times
            # Who is retried until the store is back has waited for it.
            and (self.ended[REFUSED] > 0 or self.slowest > self.down / 2)
            and not (self.ended[WRONG] or self.ended[CUT] or self.too_early)
            and self.findings.confirmed > 0
            and self.findings.is_right
        )

    def report(self) -> str:
        """The counts, for a person."""
        lines = [
            f"{self.kind}: {len(self.outages)} times away for {self.down:.0f} s under {self.callers} callers, "
            f"seed {self.seed}",
            f"{self.ended.total()} requests: answered {self.ended[ANSWERED]} ({self.answered_meanwhile} of them "
            f'meanwhile), "say that again" {self.ended[REFUSED]} ({self.too_early} while the store was there), '
            f'"let me check" {self.ended[UNSURE]}, '
            f"cut off {self.ended[CUT]}, answered otherwise {self.ended[WRONG]}",
            f"after its return: first answer within {self.first_answer:.2f} s, last refusal within "
            f"{self.last_refusal:.2f} s; slowest answer of all {self.slowest:.1f} s",
            self.findings.report(),
        ]
        return "\n".join(lines)


def play(run: Run) -> Run:
    """Take the store away as often as asked under load, then compare what callers were told with what is there."""
    kind, fault = KINDS[run.kind]
    with ExitStack() as held:
        folder = held.enter_context(own_folder())
        if run.kind == ON_OWN_DISK:
            held.enter_context(_own_disk(folder))
        stores = held.enter_context(store(kind, folder))
        server = held.enter_context(server_on(stores, folder, WORKERS))
        callers, rng = Callers(server.url, run.seed, new_ids=True), random.Random(run.seed)
        with callers.calling(run.callers):
            for _ in range(run.times):
                time.sleep(rng.uniform(*SECONDS_BETWEEN))
                began = time.monotonic()
                with fault(stores, server):
                    time.sleep(run.down)
                run.outages.append(Outage(began, time.monotonic()))
                time.sleep(run.watched)
        _measure(run, callers.attempts)
        database = stores.database()
        run.findings = audit(callers.told, read(database))
        database.close()
        audit_carts(callers.told, server.url, run.findings)
    return run


@contextmanager
def _own_disk(folder: Path) -> Iterator[None]:
    subprocess.run([*OWN_DISK, folder], check=True)
    yield
    subprocess.run(["umount", "--lazy", folder], check=True)


def _in_own_mounts(arguments: Sequence[str]) -> bool:
    """The same command where mounting is nobody else's business; whether it went well."""
    if subprocess.run([*OWN_MOUNTS, "true"], capture_output=True, check=False).returncode:
        print(f"{ON_OWN_DISK}: not tried, as this machine gives out no mount namespaces", flush=True)
        return True
    command = [*OWN_MOUNTS, sys.executable, "-m", "benchmarks.outage", "--kind", ON_OWN_DISK, "--own-mounts"]
    return subprocess.run([*command, *arguments], check=False).returncode == 0


def _measure(run: Run, attempts: list[Attempt]) -> None:
    run.ended = Counter(attempt.ended for attempt in attempts)
    run.slowest = max(attempt.seconds for attempt in attempts)
    for outage in run.outages:
        after = [one for one in attempts if one.began + one.seconds > outage.ended]
        first = min((one.began + one.seconds for one in after if one.ended == ANSWERED), default=float("inf"))
        run.first_answer = max(run.first_answer, first - outage.ended)
        run.answered_meanwhile += sum(
            outage.began < one.began and one.began + one.seconds < outage.ended
            for one in attempts
            if one.ended == ANSWERED
        )
    for one in attempts:
        if one.ended in (REFUSED, UNSURE):
            _place(run, one)


def _place(run: Run, refused: Attempt) -> None:
    """Hold a refusal against the latest outage before its end."""
    ended = refused.began + refused.seconds
    before = [outage for outage in run.outages if outage.began <= ended]
    if not before:
        run.too_early += 1
        return
    run.last_refusal = max(run.last_refusal, ended - before[-1].ended)


@contextmanager
def _postgres_stopped(stores: Stores, _server: Server, *, hard: bool = False) -> Iterator[None]:
    assert stores.postgres is not None
    stores.postgres.stop(hard)
    yield
    stores.postgres.start()


@contextmanager
def _postgres_crashed(stores: Stores, server: Server) -> Iterator[None]:
    with _postgres_stopped(stores, server, hard=True):
        yield


@contextmanager
def _redis_stopped(stores: Stores, _server: Server, *, hard: bool = False) -> Iterator[None]:
    assert stores.redis is not None
    stores.redis.stop(hard)
    yield
    stores.redis.start()


@contextmanager
def _redis_killed(stores: Stores, server: Server) -> Iterator[None]:
    with _redis_stopped(stores, server, hard=True):
        yield


@contextmanager
def _postgres_hung(stores: Stores, _server: Server) -> Iterator[None]:
    assert stores.postgres is not None
    with standing_still(stores.postgres.pid):
        yield


@contextmanager
def _redis_hung(stores: Stores, _server: Server) -> Iterator[None]:
    assert stores.redis is not None
    with standing_still(stores.redis.pid):
        yield


@contextmanager
def standing_still(pid: int) -> Iterator[None]:
    """Have a process and its children stand still: they take connections and answer nothing."""
    # The first one before the others: it would make new ones.
    os.kill(pid, signal.SIGSTOP)
    still = [pid, *_children(pid)]
    for one in still[1:]:
        os.kill(one, signal.SIGSTOP)
    try:
        yield
    finally:
        for one in reversed(still):
            os.kill(one, signal.SIGCONT)


@contextmanager
def _locked(stores: Stores, _server: Server) -> Iterator[None]:
    """Another process than the server's writes to the file and does not come to an end."""
    with closing(sqlite3.connect(stores.file, isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def _no_room(stores: Stores, server: Server) -> Iterator[None]:
    """The disk takes no more of the database: what the server writes there fails."""
    # Files may not grow beyond the log that is there; what was printed is shorter.
    room = Path(f"{stores.file}-wal").stat().st_size // 2
    pids = _children(server.pid)
    before = [resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in pids]
    for pid, (_soft, hard) in zip(pids, before, strict=True):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        for pid, limits in zip(pids, before, strict=True):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)


@contextmanager
def _full_disk(stores: Stores, _server: Server) -> Iterator[None]:
    """The disk with the database and the log has no byte left."""
    ballast = stores.file.with_name("ballast")
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        for size in (65_536, 512, 1):
            with suppress(OSError):
                while True:
                    file.write(bytes(size))
    try:
        yield
    finally:
        ballast.unlink()


def _children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in text.split()]


KINDS: dict[str, tuple[str, Fault]] = {
    "postgres-fast": (POSTGRES, _postgres_stopped),
    "postgres-immediate": (POSTGRES, _postgres_crashed),
    "postgres-hung": (POSTGRES, _postgres_hung),
    "redis-stopped": (WITH_REDIS, _redis_stopped),
    "redis-killed": (WITH_REDIS, _redis_killed),
    "redis-hung": (WITH_REDIS, _redis_hung),
    "postgres-beside-redis": (WITH_REDIS, _postgres_crashed),
    "sqlite-locked": (SQLITE, _locked),
    "sqlite-no-room": (SQLITE, _no_room),
    ON_OWN_DISK: (SQLITE, _full_disk),
}


def main() -> int:
    """Play what the command line asks for."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--kind", choices=tuple(KINDS), action="append")
    asked.add_argument("--times", type=int, default=5)
    asked.add_argument("--down", type=float, default=6.0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--own-mounts", action="store_true", help=argparse.SUPPRESS)
    given = asked.parse_args()
    all_right = True
    for kind in given.kind or KINDS:
        if kind == ON_OWN_DISK and not given.own_mounts:
            same = ["--times", str(given.times), "--down", str(given.down), "--seed", str(given.seed)]
            all_right &= _in_own_mounts(same)
            continue
        run = play(Run(kind, given.times, given.down, given.seed))
        print(run.report(), flush=True)
        all_right &= run.is_right
    return 0 if all_right else 1


if __name__ == "__main__":
    sys.exit(main())
