"""Fifty callers place their orders at the same moment: numbers 001 to 050, no gap, no duplicate.

    python -m benchmarks.numbers --store sqlite
    python -m benchmarks.numbers --store postgres
    python -m benchmarks.numbers --store postgres-redis
    python -m benchmarks.numbers --callers 200

Over real HTTP, to two worker processes. Exit code 1 when a number is missing or was given twice, or anything else of an
order is not as it was told.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field

from benchmarks.audit import Findings, audit, audit_carts, read
from benchmarks.callers import Callers
from benchmarks.servers import SQLITE, STORES, own_folder, server_on, store

CALLERS, WORKERS = 50, 2


@dataclass
class Run:
    """What is asked for, and what came of it. `numbers` are those that were told, in order."""

    store: str = SQLITE
    callers: int = CALLERS
    seed: int = 1
    numbers: list[int] = field(default_factory=list)
    slowest: float = 0.0
    findings: Findings = field(default_factory=Findings)

    @property
    def is_right(self) -> bool:
        """Whether the numbers are those from one on, and the store holds what was told."""
        return self.numbers == list(range(1, self.callers + 1)) and self.findings.is_right

    def report(self) -> str:
        """The counts, for a person."""
        first, last = (min(self.numbers), max(self.numbers)) if self.numbers else (0, 0)
        return "\n".join(
            [
                f"{self.store}: {self.callers} orders at once, numbers {first:03d} to {last:03d}, "
                f"{len(set(self.numbers))} different ones; slowest answer {self.slowest:.1f} s",
                self.findings.report(),
            ]
        )


def play(run: Run) -> Run:
    """Place the orders, then compare what callers were told with what is there."""
    with own_folder() as folder, store(run.store, folder) as stores, server_on(stores, folder, WORKERS) as server:
        callers = Callers(server.url, run.seed, pause=0.0)
        callers.order_at_once(run.callers)
        run.slowest = max(attempt.seconds for attempt in callers.attempts)
        run.numbers = sorted(int(told.order.rpartition("-")[2]) for told in callers.told if told.order)
        database = stores.database()
        run.findings = audit(callers.told, read(database))
        database.close()
        audit_carts(callers.told, server.url, run.findings)
    return run


def main() -> int:
    """Play what the command line asks for."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--store", choices=STORES, default=SQLITE)
    asked.add_argument("--callers", type=int, default=CALLERS)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    run = play(Run(given.store, given.callers, given.seed))
    print(run.report())
    return 0 if run.is_right else 1


if __name__ == "__main__":
    sys.exit(main())
