"""What goes on one half of an item only."""

from __future__ import annotations

import pytest

from tests.unit.rules.sayings import line, taken


class TestHalves:
    @pytest.mark.parametrize(
        ("words", "expected"),
        (
            pytest.param("kale on left half", "kale on left half", id="one half"),
            pytest.param("kale on left half, dill on right half", "kale on left half, dill on right half", id="each"),
            pytest.param("kale on left half, kale on right half", "kale", id="both halves are the whole"),
            pytest.param("kale on left half, kale", "kale", id="one half, no, all over"),
            pytest.param("kale, kale on left half", "kale on left half", id="all over, no, one half"),
            pytest.param(
                "kale, extra kale on left half", "kale on right half, extra kale on left half", id="more there"
            ),
            pytest.param("not dill on left half", "cress, rocket, dill on right half", id="off one half"),
            pytest.param("kale on left half, not kale on right half", "kale on left half", id="off where it is not"),
            pytest.param("kale on left half, not kale on left half", "none", id="off where it is"),
        ),
    )
    def test_what_goes_on_one_half(self, words: str, expected: str) -> None:
        assert taken(line(words), "greens") == expected

    def test_off_one_half_is_no_refusal_of_the_whole(self) -> None:
        assert line("not dill on left half").excluded == {}
