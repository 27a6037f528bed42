"""kill -9 under load: every confirmed order exactly once and whole, every cart as last answered, every text written."""

from __future__ import annotations

import pytest

from benchmarks.kill import Run, play
from benchmarks.servers import POSTGRES, SQLITE, WITH_REDIS


@pytest.mark.parametrize(("store", "seed"), ((SQLITE, 1), (POSTGRES, 2), (WITH_REDIS, 3)))
def test_a_server_that_is_killed_loses_and_doubles_nothing(store: str, seed: int) -> None:
    run = play(Run(store, times=2, seed=seed))
    assert run.is_right, run.report()
