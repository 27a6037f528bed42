"""Make .venv what the pinned requirements say; quick when it already is.

Run by `make` with any Python from 3.11 on, before anything is installed: standard library only.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
PROJECT = ROOT / "pyproject.toml"


def key_of(content: bytes) -> str:
    """What a stamp holds: it names the content installed and the place that the environment was made for."""
    return hashlib.sha256(content + str(VENV).encode()).hexdigest()


def is_stamped(name: str, key: str) -> bool:
    stamp = VENV / f".{name}.stamp"
    return stamp.is_file() and stamp.read_text() == key


def stamp(name: str, key: str) -> None:
    (VENV / f".{name}.stamp").write_text(key)


def project_key() -> str:
    """The parts of pyproject.toml that an installation depends on; a changed lint rule reinstalls nothing."""
    settings = tomllib.loads(PROJECT.read_text())
    return key_of(json.dumps([settings["project"], settings["build-system"]], sort_keys=True).encode())


def pip_install(*arguments: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *arguments]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)


def make_environment() -> None:
    """Create .venv, or create it again where it was moved or its Python is gone."""
    key = key_of(b"environment")
    if is_stamped("environment", key) and PYTHON.exists():
        return
    print(f"Creating .venv with Python {sys.version.split()[0]}", flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    venv.create(VENV, with_pip=True, symlinks=True)
    stamp("environment", key)


def install(requirements: tuple[Path, ...]) -> None:
    """Install the first of `requirements`; any of them, already installed, will do."""
    keys = {path: key_of(path.read_bytes()) for path in requirements}
    if not any(is_stamped(path.stem, key) for path, key in keys.items()):
        wanted = requirements[0]
        print(f"Installing {wanted.name} (a minute or two the first time)", flush=True)
        pip_install("--require-hashes", "--requirement", wanted.name)
        stamp(wanted.stem, keys[wanted])
    if not is_stamped("project", project_key()):
        pip_install("--no-deps", "--no-build-isolation", "--no-index", "--editable", ".")
        stamp("project", project_key())


def main(arguments: list[str]) -> int:
    if arguments not in (["runtime"], ["development"]):
        print("usage: setup_venv.py runtime|development", file=sys.stderr)
        return 2
    # Whoever serves wants few packages; an environment for development holds them too.
    wanted = (DEVELOPMENT,) if arguments == ["development"] else (RUNTIME, DEVELOPMENT)
    with (ROOT / "pyproject.toml").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # Two `make` at once would install over each other.
        try:
            make_environment()
            install(wanted)
        except subprocess.CalledProcessError as failure:
            print(f"setup: pip stopped with exit code {failure.returncode}; what it said is above.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
