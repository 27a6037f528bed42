"""Compile requirements.txt and requirements-dev.txt from pyproject.toml, with the hashes of every published file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = Path(sys.executable).with_name("uv")

# A host or a path would tie everyone to the registry that one developer used.
PLACE = re.compile(r"://|^-|\s-[fi]\s|@ ", re.MULTILINE)

COMMON = (
    "pyproject.toml",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def compile_file(name: str, *arguments: str) -> None:
    """Write `name`; what is pinned there already stays unless `--upgrade` is among the arguments."""
    environment = {key: value for key, value in os.environ.items() if not key.endswith("FIND_LINKS")}
    command = [str(UV), "pip", "compile", *COMMON, *arguments, f"--output-file={name}"]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    place = PLACE.search((ROOT / name).read_text())
    if place:
        raise SystemExit(f"{name} names a place ({place.group()!r}); a package came from somewhere else than PyPI.")


def main(arguments: list[str]) -> None:
    compile_file("requirements.txt", "--group=build", *arguments)
    # Development has the very versions that are served.
    compile_file("requirements-dev.txt", "--group=dev", "--constraint=requirements.txt", *arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
