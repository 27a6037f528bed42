"""Whoever gets the files of a shop, its database, its log, what Redis wrote, learns no name, number or note."""

from __future__ import annotations

import pytest

from benchmarks.at_rest import SQLITE_REDIS, played
from benchmarks.servers import SQLITE

# `python -m benchmarks.at_rest` makes 500, also on PostgreSQL.
CALLS = 20


@pytest.mark.parametrize("kind", (SQLITE, SQLITE_REDIS))
def test_no_name_number_or_note_is_in_clear_in_any_file(kind: str) -> None:
    found = played(CALLS, kind)
    assert found.in_clear == {}
    assert (found.ordered, found.secrets) == (CALLS, CALLS * 5 + 6)
    assert found.texts >= CALLS


def test_with_encryption_off_the_same_search_finds_every_one_of_them() -> None:
    found = played(CALLS, SQLITE_REDIS, encryption="off")
    assert len({one for seen in found.in_clear.values() for one in seen}) == found.secrets
    assert "server.log" not in found.in_clear
