"""Compare the files that are generated from the code with what the code generates now, or write them.

A command prints the file's whole content; to have a page checked, add its line to GENERATED.
"""

from __future__ import annotations

import difflib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts.tracked import ROOT


@dataclass(frozen=True)
class Generated:
    """`file`, from the root, is what `python ARGUMENTS...` prints."""

    file: str
    arguments: tuple[str, ...]


GENERATED: tuple[Generated, ...] = (
    Generated(".env.example", ("-m", "kebabalab", "settings")),
    Generated("docs/openapi.json", ("-m", "scripts.openapi")),
)


def content_of(page: Generated, root: Path) -> str:
    """What the page's command prints now. Raises CalledProcessError if the command fails."""
    command = [sys.executable, *page.arguments]
    return subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout


def difference(page: Generated, root: Path) -> str:
    """How the file differs from what is generated now, as a diff; nothing where it does not."""
    file = root / page.file
    written = file.read_text(encoding="utf-8") if file.exists() else ""
    lines = difflib.unified_diff(
        written.splitlines(keepends=True),
        content_of(page, root).splitlines(keepends=True),
        fromfile=page.file,
        tofile="generated now",
    )
    return "".join(lines)


def check(pages: tuple[Generated, ...], root: Path) -> int:
    """Print each page compared and how it differs. Returns how many do."""
    stale = 0
    for page in pages:
        changed = difference(page, root)
        stale += bool(changed)
        print(f"{page.file}: {'differs; `make generated` writes it' if changed else 'as generated'}")
        print(changed, end="")
    print(f"Generated files: {len(pages)} compared, {stale} out of date.")
    return stale


def write(pages: tuple[Generated, ...], root: Path) -> None:
    for page in pages:
        content = content_of(page, root)
        file = root / page.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
        print(f"{page.file}: written")


def main(arguments: list[str]) -> int:
    if arguments == ["--write"]:
        write(GENERATED, ROOT)
        return 0
    return 1 if check(GENERATED, ROOT) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
