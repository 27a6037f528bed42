"""Which links between documents count as broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.check_links import broken_links


def faults(tmp_path: Path, text: str) -> list[tuple[int, str]]:
    """The broken links of a document with this text, beside `other.md` with the headings One, Two words and One."""
    (tmp_path / "other.md").write_text('# One\n\n## `Two` words!\n\n# One\n\n<a id="here"></a>\n')
    document = tmp_path / "document.md"
    document.write_text(text)
    return [(link.line, link.why) for link in broken_links(document, tmp_path)]


@pytest.mark.parametrize(
    "target",
    (
        "other.md",
        "other.md#one",
        "other.md#one-1",
        "other.md#two-words",
        "other.md#here",
        "#a-heading",
        "./",
        "https://example.com/no-such-page",
        "mailto:someone@example.com",
    ),
)
def test_a_link_that_leads_somewhere_passes(tmp_path: Path, target: str) -> None:
    assert faults(tmp_path, f"# A heading\n\nSee [this]({target}).\n") == []


@pytest.mark.parametrize(
    ("target", "why"),
    (
        ("missing.md", "there is no such file"),
        ("other.md#three", "there is no such heading"),
        ("#elsewhere", "there is no such heading"),
        ("../outside.md", "it leads out of the repository"),
        ("/other.md", "it leads out of the repository"),
    ),
)
def test_a_link_that_leads_nowhere_is_reported_with_its_line(tmp_path: Path, target: str, why: str) -> None:
    assert faults(tmp_path, f"# A heading\n\nSee [this]({target}).\n") == [(3, why)]


def test_a_picture_a_reference_and_html_are_links_too(tmp_path: Path) -> None:
    text = '![shot](shot.png)\n\n[far][there]\n\n<img src="logo.svg">\n\n[there]: gone.md\n'
    assert [line for line, _ in faults(tmp_path, text)] == [1, 3, 5]


def test_a_link_inside_a_code_block_is_no_link(tmp_path: Path) -> None:
    assert faults(tmp_path, "```\n[this](missing.md)\n```\n") == []
