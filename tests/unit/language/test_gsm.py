"""Texts are written in GSM-7 and counted as providers count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.language.gsm import gsm, is_gsm, segments


@pytest.mark.parametrize(
    ("text", "sent"),
    (
        ("José", "José"),
        ("Gözleme Ü ñ", "Gözleme Ü ñ"),
        ("Şalgam ığ İ", "Salgam ig I"),
        ("Nguyễn Đỗ", "Nguyen Do"),
        ("O’Brien – “hi”…", 'O\'Brien - "hi"...'),
        ("naïve façade ç", "naive facade c"),
        ("½ off", "1/2 off"),
        ("hot 🌶️ stuff", "hot  stuff"),
        ("李小龙 Bruce", "? Bruce"),
        ("a\u00a0b", "a b"),
        ("€5", "€5"),
        ("", ""),
    ),
)
def test_what_gsm_lacks_is_transliterated_and_emoji_fall_out(text: str, sent: str) -> None:
    assert gsm(text) == sent


@given(st.text())
def test_any_text_becomes_gsm(text: str) -> None:
    assert is_gsm(gsm(text))


@given(st.text())
def test_what_is_gsm_already_stays(text: str) -> None:
    assert gsm(gsm(text)) == gsm(text)


@pytest.mark.parametrize(
    ("text", "count"),
    (
        ("", 0),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("a" * 459, 3),
        ("a" * 460, 4),
        ("é" * 160, 1),
        ("€" * 80, 1),
        ("€" * 81, 2),
        # An escaped character is not cut: 76 of them fill 152 of a part's 153.
        ("€" * 152, 2),
        ("€" * 153, 3),
        ("ş" * 70, 1),
        ("ş" * 71, 2),
        ("ş" * 134, 2),
        ("ş" * 135, 3),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("a" * 69 + "ş", 1),
        ("a" * 70 + "ş", 2),
    ),
)
def test_segments_are_counted_as_they_are_paid(text: str, count: int) -> None:
    assert segments(text) == count
