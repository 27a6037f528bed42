"""The list of guards is true: each stands once where it says, and its tests are there (benchmarks/guards.py)."""

from __future__ import annotations

import pytest

from benchmarks.guards import PROJECT, Guard, guards

ALL = guards()


@pytest.mark.parametrize("guard", ALL, ids=[f"{one.threat}: {one.name}" for one in ALL])
def test_a_guard_stands_once_in_its_file_and_has_its_tests(guard: Guard) -> None:
    whole = (PROJECT / guard.file).read_text(encoding="utf-8")
    assert whole.count(guard.was) == 1
    without = whole.replace(guard.was, guard.without)
    assert without != whole
    if guard.file.endswith(".py"):
        compile(without, guard.file, "exec")  # a file that can't be read would fail any test
    assert [test for test in guard.tests if not (PROJECT / test).exists()] == []


def test_every_threat_of_the_table_has_its_guards() -> None:
    table = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")]
    assert rows[1:] == list(dict.fromkeys(guard.threat for guard in ALL))
