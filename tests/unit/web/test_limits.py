"""A source may send so much and no more, and nobody uses up what belongs to another."""

from __future__ import annotations

import pytest
import structlog
from limits.errors import StorageError
from limits.storage import MemoryStorage

from kebabalab.web.limits import Counter, read_limit


class Shaky(MemoryStorage):
    """Counts that several servers share, which can go away."""

    is_away = False

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        if self.is_away:
            raise StorageError(ConnectionError("no route"))
        return super().incr(key, expiry, amount)


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


def test_servers_that_share_their_counts_admit_as_much_as_one() -> None:
    shared = Shaky()
    one, other = (read_limit("3/hour", Counter(shared)) for _ in range(2))
    assert [server.admits("in", "192.0.2.1") for server in (one, other, one, other)] == [True, True, True, False]


def test_without_the_shared_counts_requests_go_through_and_are_counted_here() -> None:
    shared = Shaky()
    shared.is_away = True
    limit = read_limit("2/hour", Counter(shared))
    assert [limit.admits("in", "192.0.2.1") for _ in range(3)] == [True, True, False]


def test_that_the_shared_counts_are_away_and_back_is_logged_once() -> None:
    shared = Shaky()
    limit = read_limit("9/hour", Counter(shared, pause=0.0))
    with structlog.testing.capture_logs() as lines:
        for shared.is_away in (True, True, True, False, False):
            assert limit.admits("in", "192.0.2.1")
    assert [(line["log_level"], line.get("reason")) for line in lines] == [("error", "ConnectionError"), ("info", None)]


def test_shared_counts_that_are_away_are_left_alone_for_a_while() -> None:
    shared = Shaky()
    limit = read_limit("2/hour", Counter(shared, pause=3600))
    shared.is_away = True
    limit.admits("in", "192.0.2.1")
    shared.is_away = False
    assert [limit.admits("in", "192.0.2.1") for _ in range(2)] == [True, False]


def test_who_has_a_network_of_long_addresses_is_one_source() -> None:
    limit = read_limit("1/hour")
    assert limit.admits("in", "2001:db8:1:2::1")
    assert not limit.admits("in", "2001:db8:1:2:ffff::7")
    assert limit.admits("in", "2001:db8:1:3::1")


def test_a_short_address_in_long_form_is_the_same_source() -> None:
    limit = read_limit("1/hour")
    assert limit.admits("in", "192.0.2.1")
    assert not limit.admits("in", "::ffff:192.0.2.1")
