"""What runs the server runs it as nobody in particular, and installs nothing that is not pinned."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_service_runs_as_a_user_that_can_write_to_its_own_folder_alone() -> None:
    unit = (ROOT / "deploy" / "kebabalab.service").read_text()
    settings = dict(line.split("=", 1) for line in unit.splitlines() if re.match(r"[A-Z]\w*=", line))
    assert settings["DynamicUser"] == settings["NoNewPrivileges"] == "yes"
    assert settings["ProtectSystem"] == "strict"
    assert settings["CapabilityBoundingSet"] == ""


def test_the_container_runs_as_an_unprivileged_user_and_installs_only_what_is_pinned() -> None:
    steps = (ROOT / "Dockerfile").read_text().replace("\\\n", " ").splitlines()
    last_stage = steps[max(n for n, step in enumerate(steps) if step.startswith("FROM")) :]
    (user,) = (step.split()[1] for step in last_stage if step.startswith("USER"))
    assert int(user.split(":")[0]) >= 10_000
    assert not any(step.startswith("ADD") for step in steps)
    for step in (step for step in steps if "pip install" in step):
        assert "--require-hashes" in step or "--no-index" in step


def test_no_secret_of_this_folder_gets_into_the_container() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert ignored[0] == "*"
    assert not {"!.env", "!var", "!.git"} & set(ignored)
