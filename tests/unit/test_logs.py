"""No phone number reaches a log."""

from __future__ import annotations

import pytest

from kebabalab.logs import mask_phones, masked


@pytest.mark.parametrize(
    ("text", "logged"),
    (
        ("+61491570156", "*********156"),
        ("to +61491570156.", "to *********156."),
        ("ring 0491570156 or 0255501234", "ring *******156 or *******234"),
        ("(+61491570156)", "(*********156)"),
        ("+61491570156,+61491570157", "*********156,*********157"),
    ),
)
def test_a_phone_number_keeps_its_last_digits_alone(text: str, logged: str) -> None:
    assert masked(text) == logged


@pytest.mark.parametrize(
    "text",
    (
        "20261123-047",
        "2026-11-23T18:00:00+11:00",
        "1785306009000",
        "call:0199c0de-0001-7000-8000-000000000001",
        "call_TESTtoolcallid0491570156",
        "12345",
    ),
)
def test_ids_and_times_stay_as_they_are(text: str) -> None:
    assert masked(text) == text


def test_every_field_is_masked_however_deep() -> None:
    event = {"event": "x +61491570156", "to": "+61491570157", "held": {"a": ["+61491570158", 7]}, "ok": True}
    assert mask_phones(None, "info", event) == {
        "event": "x *********156",
        "to": "*********157",
        "held": {"a": ["*********158", 7]},
        "ok": True,
    }


def test_no_field_commands_a_terminal_or_begins_a_line() -> None:
    event = {"event": "x", "origin": "a\x1b[2J\nb\x9b\u2028c", "held": ["\r"]}
    assert mask_phones(None, "info", event) == {"event": "x", "origin": "a?[2J?b??c", "held": ["?"]}
