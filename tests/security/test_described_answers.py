"""The server, asked over HTTP by schemathesis all that its own description allows and forbids, answers as described."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from tests.e2e.wire import send
from tests.fake_twilio import FROM, SID, TOKEN

ROOT = Path(__file__).parents[2]
SECRET = "the-secret-of-this-month"
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
# Nobody listens there: what is to be sent waits.
TWILIO = {
    "TWILIO_ACCOUNT_SID": SID,
    "TWILIO_AUTH_TOKEN": TOKEN,
    "TWILIO_FROM": FROM,
    "TWILIO_BASE_URL": "http://127.0.0.1:9",
    "PUBLIC_URL": "https://line.example",
}


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TemporaryServer]:
    settings = {"VAPI_WEBHOOK_SECRET": SECRET, "RATE_LIMIT": "off", "CALL_RATE_LIMIT": "off", **TWILIO}
    with serving(tmp_path_factory.mktemp("described"), settings, ["--at", "2026-11-23 18:00"]) as running:
        yield running


def asked(server: TemporaryServer, folder: Path, *options: str) -> str:
    """What schemathesis says; fails where an answer is not as described."""
    command = [
        Path(sys.executable).with_name("schemathesis"),
        *("run", f"{server.url}/openapi.json", "--header", f"X-Vapi-Secret: {SECRET}"),
        *("--generation-deterministic", "--no-color", *options),
    ]
    hooks = {"SCHEMATHESIS_HOOKS": "tests.security.signed_as_twilio", "PYTHONPATH": str(ROOT), **TWILIO}
    run = subprocess.run(
        command, cwd=folder, env={**os.environ, **hooks}, capture_output=True, text=True, timeout=600, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_every_route_answers_as_its_description_says(guarded: TemporaryServer, tmp_path: Path) -> None:
    said = asked(guarded, tmp_path, "--checks", CHECKS, "--max-examples", "15", "--phases", "coverage,fuzzing")
    described = json.loads(send(guarded.url, path="/openapi.json", headers={"X-Vapi-Secret": SECRET}).body)
    operations = sum(len(path) for path in described["paths"].values())
    # The description itself is not asked for again.
    assert f"Tested: {operations - 1}\n" in said, said
    cases = re.search(r"(\d+) generated", said)
    assert cases is not None
    assert int(cases[1]) > 1_000
    assert "Traceback" not in guarded.log


def test_what_the_description_allows_to_vapi_and_twilio_is_taken(guarded: TemporaryServer, tmp_path: Path) -> None:
    only = ("--include-tag", "VAPI", "--include-tag", "Twilio", "--mode", "positive")
    asked(
        guarded, tmp_path, *only, "--checks", "positive_data_acceptance", "--max-examples", "60", "--phases", "fuzzing"
    )
