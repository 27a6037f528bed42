"""Load the settings for a command, or say every mistake in them; and print what can be set."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

import click
from pydantic import SecretStr, ValidationError
from pydantic_settings import DotEnvSettingsSource

from kebabalab.config import ENV_FILE, Settings, from_environment, names

WRONG_USE = 2
# How alike a name must be to be taken for a misspelt one: VAPI_WEBHOK_SECRET is, TWILIO_API_KEY is not.
ALIKE = 0.85
WHAT_WAS_WANTED = {
    "int_parsing": "must be a whole number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
}


def load(env_file: Path = ENV_FILE, **overrides: object) -> Settings:
    """The settings. Prints one line for each mistake and exits with 2 when there are any."""
    settings, problems = read(env_file, **overrides)
    if settings is None or problems:
        stop(problems)
    return settings


def read(env_file: Path = ENV_FILE, **overrides: object) -> tuple[Settings | None, list[str]]:
    """The settings, None where a value is wrong, and a line for each mistake. An override that is None is none."""
    given = {name: value for name, value in overrides.items() if value is not None}
    problems = list(misspelt(env_file, os.environ))
    try:
        return from_environment(given, env_file), problems
    except ValidationError as invalid:
        wrong = (worded(error) for error in invalid.errors(include_url=False, include_input=False))
        return None, [*problems, *wrong]


def stop(problems: list[str]) -> NoReturn:
    """Print each problem on a line of its own and exit with 2."""
    for problem in problems:
        click.echo(problem, err=True)
    sys.exit(WRONG_USE)


def worded(error: Mapping[str, Any]) -> str:
    """One of pydantic's errors as a line for whoever wrote the setting; its value is never repeated."""
    context = error.get("ctx") or {}
    wanted = WHAT_WAS_WANTED.get(error["type"], "").format(**context) or str(context.get("error") or error["msg"])
    name = str(error["loc"][0]).upper() if error["loc"] else ""
    return f"{name}: {wanted}" if name else wanted


def misspelt(env_file: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """A line for each name in the file that is no setting, and each in the environment that is nearly one."""
    known = names()
    for name in DotEnvSettingsSource(Settings, env_file, "utf-8", case_sensitive=True).env_vars:
        if name.upper() not in known:
            yield f"{name}: no such setting in {env_file}{_meant(name.upper(), known, 0.5)}"
    families = {name.split("_")[0] for name in known if "_" in name}
    for name in environment:
        if name not in known and name.split("_")[0] in families and (meant := _meant(name, known, ALIKE)):
            yield f"{name}: no such setting{meant}"


def _meant(name: str, known: tuple[str, ...], alike: float) -> str:
    nearest = difflib.get_close_matches(name, known, 1, alike)
    return f"; did you mean {nearest[0]}?" if nearest else ""


@click.command()
def settings() -> None:
    """Print every setting with what it does and its default: the content of .env.example."""
    click.echo("# Copy this file to .env and set what you need; the environment goes before it.")
    click.echo("# Everything has a default that works on this machine. Empty is the same as not set.")
    for name, field in Settings.model_fields.items():
        click.echo(f"\n# {field.description}\n# {name.upper()}={_written(field.default)}")


def _written(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if value is None:
        return ""
    return ",".join(value) if isinstance(value, tuple) else str(value)
