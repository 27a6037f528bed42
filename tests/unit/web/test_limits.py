"""A source may send so much and no more, and nobody uses up what belongs to another."""

from __future__ import annotations

import pytest

from kebabalab.web.limits import read_limit


def test_what_is_within_the_limit_is_admitted_and_what_is_beyond_is_not() -> None:
    limit = read_limit("3/hour")
    assert [limit.admits("in", "192.0.2.1") for _ in range(4)] == [True, True, True, False]


def test_each_source_is_counted_apart() -> None:
    limit = read_limit("1/hour")
    assert limit.admits("in", "192.0.2.1")
    assert limit.admits("in", "192.0.2.2")


def test_refused_requests_do_not_use_up_what_is_let_in() -> None:
    limit = read_limit("1/hour")
    assert limit.admits("refused", "192.0.2.1")
    assert not limit.admits("refused", "192.0.2.1")
    assert limit.admits("in", "192.0.2.1")


@pytest.mark.parametrize("words", ("off", "OFF", "0"))
def test_a_limit_can_be_switched_off(words: str) -> None:
    limit = read_limit(words)
    assert all(limit.admits("in", "192.0.2.1") for _ in range(1000))


@pytest.mark.parametrize("words", ("", "much", "10", "10 per", "-1/minute"))
def test_words_that_name_no_limit_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_limit(words)
