"""Recorded calls, played over real HTTP against a server of their own: every answer and what is stored at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from kebabalab.cli.call_command import play_on, server_for
from kebabalab.cli.replay import load
from kebabalab.gateways.webhook_client import WebhookClient

CALLS = sorted((Path(__file__).parents[2] / "examples" / "calls").glob("*.json"))
MOST_TOOL_CALLS = 8


def test_there_are_recordings() -> None:
    assert len(CALLS) >= 15


@pytest.mark.parametrize("path", CALLS, ids=[path.stem for path in CALLS])
def test_a_recorded_call_is_answered_and_stored_as_expected(path: Path) -> None:
    recorded = load(path)
    with server_for(recorded) as server:
        played = play_on(recorded, WebhookClient(server.url), server)
    assert played.mismatches == ()


@pytest.mark.parametrize("path", CALLS, ids=[path.stem for path in CALLS])
def test_a_whole_order_takes_few_tool_calls(path: Path) -> None:
    steps = load(path).steps
    calls = [call for step in steps for call in step.message.get("toolCallList", ())]  # type: ignore[attr-defined]
    assert 0 < len(calls) <= MOST_TOOL_CALLS + 1, "one more where a call itself is about repeats or refusals"
