"""A store goes away under load: nothing is lost or doubled, and callers hear what can be spoken, only meanwhile."""

from __future__ import annotations

import pytest

from benchmarks.outage import Run, play


@pytest.mark.parametrize(
    ("kind", "down"),
    (("postgres-immediate", 2.0), ("redis-killed", 2.0), ("sqlite-locked", 4.0), ("sqlite-no-room", 1.0)),
)
def test_an_outage_loses_and_doubles_nothing(kind: str, down: float) -> None:
    run = play(Run(kind, times=1, down=down, watched=1.0))
    assert run.loses_nothing, run.report()
