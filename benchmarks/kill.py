"""The server is killed at random moments while twenty callers order: each order is there once and whole, each cart too.

    python -m benchmarks.kill --store sqlite             100 kills, two worker processes on SQLite
    python -m benchmarks.kill --store postgres           the same on PostgreSQL
    python -m benchmarks.kill --store postgres-redis     and live calls in Redis (REDIS_URL, else one of its own)
    python -m benchmarks.kill --times 5 --seed 2

Every kill is a SIGKILL: mostly to the whole server, at a random moment while it answers or while it starts; every so
often to one worker, which the server replaces. Callers send each message again, under its id, until it is answered.
Exit code 1 when anything is lost, doubled, half there or otherwise than it was told.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

from benchmarks.audit import Findings, audit, audit_carts, count_unheard, read
from benchmarks.callers import ANSWERED, CUT, REFUSED, WRONG, Callers
from benchmarks.servers import SQLITE, STORES, Server, own_folder, server_on, store

CALLERS, WORKERS = 20, 2
# Of the kills, so many take one worker alone, and so many come before the server has come up.
ONE_WORKER, STARTING = 0.2, 0.15
LONGEST_LIFE, LONGEST_START = 1.5, 2.0


@dataclass
class Run:
    """What is asked for, and what came of it."""

    store: str = SQLITE
    times: int = 100
    seed: int = 1
    callers: int = CALLERS
    kills: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    seconds: float = 0.0
    findings: Findings = field(default_factory=Findings)

    @property
    def is_right(self) -> bool:
        """Whether every kill was made, orders were placed meanwhile, and nothing was found wrong."""
        return self.kills.total() == self.times and self.findings.confirmed > 0 and self.findings.is_right

    def report(self) -> str:
        """The counts, for a person."""
        lines = [
            f"{self.store}: {self.times} kills in {self.seconds:.0f} s under {self.callers} callers "
            f"({', '.join(f'{what} {n}' for what, n in sorted(self.kills.items()))}), seed {self.seed}",
            f"{self.ended.total()} requests: answered {self.ended[ANSWERED]}, cut off or not let in {self.ended[CUT]}, "
            f'"say that again" {self.ended[REFUSED]}, answered otherwise {self.ended[WRONG]}; '
            f"slowest answer {self.slowest:.1f} s",
            self.findings.report(),
        ]
        return "\n".join(lines)


def play(run: Run) -> Run:
    """Kill as often as asked under load, then compare what callers were told with what is there."""
    with own_folder() as folder, store(run.store, folder) as stores, server_on(stores, folder, WORKERS) as server:
        callers, began = Callers(server.url, run.seed), time.monotonic()
        with callers.calling(run.callers):
            _kill(run, server, callers)
            server.wait_until_ready()
        run.seconds = time.monotonic() - began
        run.ended = Counter(attempt.ended for attempt in callers.attempts)
        run.slowest = max(attempt.seconds for attempt in callers.attempts if attempt.ended != CUT)
        # What is only in a process's memory does not count.
        server.kill()
        server.start()
        server.wait_until_ready()
        database = stores.database()
        run.findings = audit(callers.told, read(database))
        run.findings.unheard = count_unheard(database, callers.repeated)
        database.close()
        audit_carts(callers.told, server.url, run.findings)
    return run


def _kill(run: Run, server: Server, callers: Callers) -> None:
    rng = random.Random(run.seed)
    for _ in range(run.times):
        if rng.random() < STARTING:
            # Whatever it has come to: starting, or already answering.
            time.sleep(rng.uniform(0.0, LONGEST_START))
            kind = "while starting"
        else:
            server.wait_until_ready()
            _wait_for_answers(callers)
            time.sleep(rng.uniform(0.0, LONGEST_LIFE))
            kind = "server"
        if rng.random() < ONE_WORKER and server.kill_worker(rng.randrange(WORKERS)):
            run.kills["one worker"] += 1
            continue
        server.kill()
        run.kills[kind] += 1
        server.start()


def _wait_for_answers(callers: Callers) -> None:
    """Until the callers have noticed that the server is back: a kill between two servers would prove nothing."""
    before, given_up = callers.answered, time.monotonic() + 10
    while callers.answered == before and time.monotonic() < given_up:
        time.sleep(0.01)


def main() -> int:
    """Play what the command line asks for."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--store", choices=STORES, default=SQLITE)
    asked.add_argument("--times", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--callers", type=int, default=CALLERS)
    given = asked.parse_args()
    run = play(Run(given.store, given.times, given.seed, given.callers))
    print(run.report())
    return 0 if run.is_right else 1


if __name__ == "__main__":
    sys.exit(main())
