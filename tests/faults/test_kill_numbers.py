"""Fifty orders at the same moment, over HTTP and to two processes, on each store."""

from __future__ import annotations

import pytest

from benchmarks.numbers import Run, play
from benchmarks.servers import STORES


@pytest.mark.parametrize("store", STORES)
def test_fifty_orders_at_once_are_numbered_from_one_to_fifty(store: str) -> None:
    run = play(Run(store))
    assert run.numbers == list(range(1, 51)), run.report()
    assert run.is_right, run.report()
