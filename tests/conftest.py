"""What holds for every test: properties tried the same way everywhere, and no settings of the machine it runs on."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# No deadlines: a busy machine is not a wrong answer.
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile(
    "ci", max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


def setting_names() -> tuple[str, ...]:
    """Every setting that .env.example names, commented out or not."""
    example = ROOT / ".env.example"
    return (
        tuple(re.findall(r"^(?:# ?)?([A-Z][A-Z0-9_]+)=", example.read_text(), re.MULTILINE)) if example.exists() else ()
    )


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test sees only the settings that it makes: no exported key, no address of a real database."""
    for name in setting_names():
        monkeypatch.delenv(name, raising=False)
