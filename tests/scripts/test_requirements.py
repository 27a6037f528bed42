"""The pinned requirements are those that pyproject.toml asks for, and name no place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
PIN = re.compile(r"^([a-z0-9-]+)==([^ ]+)", re.MULTILINE)


def pins(name: str) -> dict[str, set[str]]:
    """The versions pinned of each package; more than one where they differ by Python version."""
    found: dict[str, set[str]] = {}
    for package, version in PIN.findall((ROOT / name).read_text()):
        found.setdefault(package, set()).add(version)
    return found


def asked_for(*groups: str) -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    listed = [*settings["project"]["dependencies"]]
    for group in groups:
        listed += [line for line in settings["dependency-groups"][group] if isinstance(line, str)]
    return listed


@pytest.mark.parametrize(
    ("name", "groups"), (("requirements.txt", ["build"]), ("requirements-dev.txt", ["build", "dev"]))
)
def test_every_dependency_is_pinned_at_a_version_that_is_asked_for(name: str, groups: list[str]) -> None:
    pinned = pins(name)
    wrong = [
        line
        for line in asked_for(*groups)
        for requirement in (Requirement(line),)
        if not pinned.get(canonicalize_name(requirement.name))
        or not all(requirement.specifier.contains(version) for version in pinned[canonicalize_name(requirement.name)])
    ]
    assert wrong == []


def test_what_is_tested_is_what_is_served() -> None:
    development = pins("requirements-dev.txt")
    assert {
        name: versions for name, versions in pins("requirements.txt").items() if development.get(name) != versions
    } == {}


@pytest.mark.parametrize("name", ("requirements.txt", "requirements-dev.txt"))
def test_every_pin_has_hashes_and_names_no_place(name: str) -> None:
    text = (ROOT / name).read_text()
    blocks = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert re.search(r"://|^-|@ ", text, re.MULTILINE) is None
