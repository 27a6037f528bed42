"""Takes every guard of the threat model away, one at a time, in a copy of the project, and sees that a test fails.

Before that the same tests must pass in the copy: one that fails anyway would notice nothing.

python -m benchmarks.guards [--only WORDS] [--at-once N] [--json]
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

import click
import yaml

PROJECT = Path(__file__).resolve().parent.parent
GUARDS = PROJECT / "tests" / "security" / "guards.yaml"
COPIED = ("kebabalab", "tests", "benchmarks", "scripts", "shops", "examples", "docs", "deploy")
SECONDS, SECONDS_FOR_ALL = 300, 1_800
LINES_SHOWN = 40
TESTS_FAILED = 1  # pytest's own word for it; anything else is no verdict


@dataclass(frozen=True, slots=True)
class Guard:
    """A guard: `was` stands once in the file, `without` is the file without it, `tests` are those that must notice."""

    threat: str
    name: str
    file: str
    was: str
    without: str
    tests: tuple[str, ...]


class NoVerdict(click.ClickException):
    """Nothing can be said of a guard; the text says how its tests ended."""


def guards() -> tuple[Guard, ...]:
    """All guards, as they stand in the list."""
    return tuple(_listed(yaml.safe_load(GUARDS.read_text(encoding="utf-8"))))


def _listed(written: dict[str, list[dict[str, object]]]) -> Iterator[Guard]:
    for threat, rows in written.items():
        for row in rows:
            texts = {name: str(value) for name, value in row.items()}
            tests = tuple(texts["tests"].split())
            yield Guard(threat, texts["guard"], texts["file"], texts["was"], texts["without"], tests)


def is_missed(guard: Guard, copy: Path) -> bool:
    """Whether a test fails in this copy of the project once the guard is gone from it. Raises NoVerdict."""
    file = copy / guard.file
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace(guard.was, guard.without), encoding="utf-8")
    try:
        ended = _tested(copy, guard.tests)
    finally:
        file.write_text(whole, encoding="utf-8")
    if ended is None:
        return True  # what waits for ever has noticed
    if ended not in (0, TESTS_FAILED):
        raise NoVerdict(f"{guard.threat}, {guard.name}: pytest ended with {ended}\n{_complaint(copy)}")
    return ended == TESTS_FAILED


def check_pass(chosen: Sequence[Guard], copy: Path) -> None:
    """All tests of these guards, with every guard in its place. Raises NoVerdict when they do not pass."""
    tests = tuple(dict.fromkeys(test for guard in chosen for test in guard.tests))
    ended = _tested(copy, tests, SECONDS_FOR_ALL)
    if ended != 0:
        raise NoVerdict(f"with every guard in its place pytest ended with {ended}\n{_complaint(copy)}")


def _tested(copy: Path, tests: tuple[str, ...], seconds: float = SECONDS) -> int | None:
    """How pytest ends with these tests, None where it does not in time."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider", *tests]
    # First of all, as the servers that tests start are to run the copy too.
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    with _log(copy).open("wb") as log:
        running = subprocess.Popen(
            command, cwd=copy, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        return running.wait(seconds)
    except subprocess.TimeoutExpired:
        # With the servers that it has started.
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        return None


def _log(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.log")


def _complaint(copy: Path) -> str:
    """The end of what pytest printed last of this copy."""
    lines = _log(copy).read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(lines[-LINES_SHOWN:])


def _copied(folder: Path) -> Path:
    folder.mkdir()
    for source in PROJECT.iterdir():
        if source.name in COPIED:
            shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copy(source, folder / source.name)
    return folder


@click.command(help=__doc__)
@click.option("--only", default="", help="Only guards whose threat or name holds these words.")
@click.option("--at-once", default=2, show_default=True, help="How many are tried at once.")
@click.option("--json", "as_json", is_flag=True, help="Print counts and names as JSON.")
def main(only: str, at_once: int, as_json: bool) -> None:
    """Try all guards, say which nobody misses, and end with 1 where there is one."""
    chosen = [one for one in guards() if only in one.threat or only in one.name]
    copies: SimpleQueue[Path] = SimpleQueue()
    unmissed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="guards-") as folder, ThreadPoolExecutor(at_once) as pool:
        made = [_copied(Path(folder) / str(n)) for n in range(at_once)]
        click.echo("Trying that the tests pass with every guard in its place", err=True)
        check_pass(chosen, made[0])
        for copy in made:
            copies.put(copy)

        def tried(guard: Guard) -> tuple[Guard, bool, float]:
            copy, began = copies.get(), time.monotonic()
            try:
                return guard, is_missed(guard, copy), time.monotonic() - began
            finally:
                copies.put(copy)

        for n, (guard, missed, seconds) in enumerate(pool.map(tried, chosen), start=1):
            words = "a test fails" if missed else "NO TEST FAILS"
            click.echo(f"{n:3} of {len(chosen)}  {words}  {seconds:4.0f} s  {guard.threat}: {guard.name}", err=as_json)
            if not missed:
                unmissed.append(f"{guard.threat}: {guard.name}")
    if as_json:
        click.echo(
            json.dumps({"guards": len(chosen), "missed_by_a_test": len(chosen) - len(unmissed), "not": unmissed})
        )
    else:
        click.echo(f"{len(chosen) - len(unmissed)} of {len(chosen)} guards: a test fails without it")
    sys.exit(1 if unmissed else 0)


if __name__ == "__main__":
    main()
