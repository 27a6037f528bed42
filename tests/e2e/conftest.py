"""Servers that tests speak to: `kebabalab serve` in a process of its own, on a free port, ended by its id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving

MONDAY_EVENING = "2026-11-23 18:00"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TemporaryServer]:
    """The first shop on a Monday evening, open to this machine. Tests share it: each calls by a call of its own."""
    with serving(tmp_path_factory.mktemp("server"), {}, ["--at", MONDAY_EVENING]) as running:
        yield running


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """An empty folder for a server of the test's own."""
    return tmp_path
