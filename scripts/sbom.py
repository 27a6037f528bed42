"""`make sbom`: what the product is made of, as CycloneDX, from the pinned requirements.

    python -m scripts.sbom > sbom.json

Every package with its version, its address in the package index and the hashes that an installation checks.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(requirements: str) -> Iterator[dict[str, Any]]:
    """The packages of a requirements file with hashes. Raises ValueError for one that is not pinned."""
    joined = re.sub(r"\\\s*\n", " ", requirements)
    for line in joined.splitlines():
        wanted = line.split("--hash")[0].split(" #")[0].strip()
        if not wanted or wanted.startswith(("#", "-")):
            continue
        requirement = Requirement(wanted)
        pins = [one.version for one in requirement.specifier if one.operator == "=="]
        hashes = sorted(set(_HASH.findall(line)))
        if len(pins) != 1 or not hashes:
            raise ValueError(f"{requirement.name} is not pinned with hashes")
        yield {
            "type": "library",
            "name": requirement.name,
            "version": pins[0],
            "purl": f"pkg:pypi/{requirement.name.lower()}@{pins[0]}",
            "hashes": [{"alg": "SHA-256", "content": one} for one in hashes],
        }


def bill(requirements: str, project: dict[str, Any]) -> dict[str, Any]:
    """The bill of materials (CycloneDX 1.5, https://cyclonedx.org/docs/1.5/json/)."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": project["name"], "version": project["version"]},
        },
        "components": sorted(components(requirements), key=lambda one: str(one["name"]).lower()),
    }


def main() -> None:
    """Print it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    json.dump(bill((ROOT / "requirements.txt").read_text(encoding="utf-8"), project), sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
