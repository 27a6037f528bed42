"""The bill of materials names every package that is installed to serve, with the hashes that are checked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from scripts.sbom import bill, components

ROOT = Path(__file__).parents[2]


def test_every_pinned_package_is_in_it() -> None:
    pinned = (ROOT / "requirements.txt").read_text()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    made = bill(pinned, project)
    names = {one["name"] for one in made["components"]}
    assert names == set(re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", pinned, re.MULTILINE))
    assert all(one["hashes"] for one in made["components"])
    assert made["metadata"]["component"]["name"] == "kebabalab"


def test_a_package_that_is_not_pinned_is_refused() -> None:
    with pytest.raises(ValueError, match="flask"):
        list(components("flask>=3\n"))
