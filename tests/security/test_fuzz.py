"""Five thousand inputs of rubbish: no server error, no exception. The long run is `python -m benchmarks.fuzz`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_rubbish_is_answered_and_never_with_an_error_of_the_server() -> None:
    command = [sys.executable, "-m", "benchmarks.fuzz", "--inputs", "5000", "--seed", "3", "--json"]
    run = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=False)
    found = json.loads(run.stdout)
    assert (found["server_errors"], found["raised"], found["inputs"]) == (0, {}, 5000)
    assert found["statuses"]["200"] > 1000
    assert run.returncode == 0
