"""The server's processes are killed at random moments under calls: what was confirmed is there, once and whole.

The long run is `python -m benchmarks.kill`.
"""

from __future__ import annotations

import pytest

from benchmarks.kill import killed


@pytest.mark.parametrize("store", ("sqlite", "postgresql", "redis"))
def test_what_was_confirmed_outlives_the_server(store: str) -> None:
    found = killed(store, kills=3, callers=8, seed=7)
    assert found["problems"] == []
    assert found["orders"] > 5
    assert found["sent_again"] > 0
