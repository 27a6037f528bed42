"""Generated files are compared with what is generated now."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scripts.check_generated import Generated, check, write

PAGE = Generated("docs/page.md", ("-c", "print('as the code says')"))


def test_a_file_just_written_is_up_to_date(tmp_path: Path) -> None:
    write((PAGE,), tmp_path)
    assert check((PAGE,), tmp_path) == 0


def test_a_file_that_was_edited_by_hand_is_out_of_date_and_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write((PAGE,), tmp_path)
    (tmp_path / PAGE.file).write_text("as somebody wished\n")
    assert check((PAGE,), tmp_path) == 1
    assert "-as somebody wished\n+as the code says" in capsys.readouterr().out


def test_a_missing_file_is_out_of_date(tmp_path: Path) -> None:
    assert check((PAGE,), tmp_path) == 1


def test_a_command_that_fails_is_never_taken_for_an_empty_page(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        check((Generated("docs/page.md", ("-c", "raise SystemExit(3)")),), tmp_path)
