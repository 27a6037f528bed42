"""What the secrets scan refuses, and what it lets through."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.check_secrets import Finding, findings_in, scan

CREDENTIALS = {
    "a private key": "-----BEGIN RSA PRIVATE KEY-----",  # allow-secret: no key follows
    "an AWS access key": "AKIAQ7ZL3MXT5RWB2KJN",  # allow-secret: made up, like the rest of these
    "a Twilio id": "AC3f9d17a2b84c60e5d1f7092ab36c8e4d",  # allow-secret: made up
    "a GitHub token": "ghp_Qm3xT9vKz4LrW8nYb2HcJ6sDfG1pA7eU5iOq",  # allow-secret: made up
    "a bearer token": "Authorization: Bearer pZ4k9Qw2Lx7Vn3Rt8Ys1",  # allow-secret: made up
    "a password in a URL": "postgresql://shop:9xK2mQ7vL4pT@db.example.com/shop",  # allow-secret: made up
    "a credential": 'TWILIO_AUTH_TOKEN = "7b1f93c2d85e4a06f1c7d2938be5a460"',  # allow-secret: made up
}


@pytest.mark.parametrize(("what", "text"), CREDENTIALS.items(), ids=CREDENTIALS)
def test_a_credential_is_found_and_not_repeated(what: str, text: str) -> None:
    found = tuple(findings_in("some.py", f"first line\n{text}\n"))
    assert Finding("some.py", 2, what) in found
    assert all(text not in finding.what for finding in found)


@pytest.mark.parametrize(
    "text",
    (
        'VAPI_WEBHOOK_SECRET = "a-secret-only-for-tests"',
        "TWILIO_AUTH_TOKEN=",
        "VAPI_API_KEY=your-key-from-the-dashboard",
        "TWILIO_ACCOUNT_SID=AC00000000000000000000000000000000",
        "postgresql://kebabalab:kebabalab@127.0.0.1:5432/kebabalab",
        "token = request.headers.get('X-Vapi-Secret')",
        "def authorised_by_signature(authentication: Authentication) -> bool:",
    ),
)
def test_an_example_of_a_credential_is_not_one(text: str) -> None:
    assert tuple(findings_in("some.py", text)) == ()


@pytest.mark.parametrize(
    "text",
    (
        "+61412345678",  # allow-secret: it must be found
        "0412 345 678",  # allow-secret: likewise
        "(03) 9123 4567",  # allow-secret: likewise
        "+61 3 9123 4567",  # allow-secret: likewise
        "+14155552671",  # allow-secret: likewise
    ),
)
def test_a_phone_number_that_could_ring_somewhere_is_found(text: str) -> None:
    assert [finding.line for finding in findings_in("some.md", f"call {text} now")] == [1]


@pytest.mark.parametrize(
    "text",
    (
        "+61491570156",
        "0491 570 156",
        "+61255501234",
        "(02) 5550 1234",
        "+12025550123",
        "+447700900123",
        "+10000000000",
        "2026-07-29",
        "1785306008400",
        "20261123-047",
        "0412345678abcdef",
    ),
)
def test_a_number_kept_for_fiction_or_no_phone_number_at_all_passes(text: str) -> None:
    assert tuple(findings_in("some.md", f"call {text} now")) == ()


@pytest.mark.parametrize(
    "text",
    (
        "cd /work/project",  # allow-secret: it must be found
        "see file:///root/notes.md",  # allow-secret: likewise
        '"/home/someone/kebabalab"',  # allow-secret: likewise
    ),
)
def test_a_path_of_somebodys_machine_is_found(text: str) -> None:
    assert [finding.line for finding in findings_in("some.md", text)] == [1]


@pytest.mark.parametrize("text", ("docs/work/plan.md", "~/work/kebabalab", "https://example.com/work/us", "/workers/3"))
def test_a_path_that_is_nobodys_passes(text: str) -> None:
    assert tuple(findings_in("some.md", text)) == ()


def test_a_line_that_gives_its_reason_is_let_through() -> None:
    assert tuple(findings_in("some.md", "call +61412345678  # allow-secret: the regulator's own example")) == ()


def test_a_scan_names_the_file_from_the_root_and_skips_pictures(tmp_path: Path) -> None:
    text, picture = tmp_path / "docs" / "calls.md", tmp_path / "logo.png"
    text.parent.mkdir()
    text.write_text("fine\n0412 345 678\n")  # allow-secret: an example
    picture.write_bytes(b"\x89PNG\xff\xfe")
    assert [(found.path, found.line) for found in scan((text, picture), tmp_path)] == [("docs/calls.md", 2)]
