"""What every store counts alike of phone numbers: blocked, opted out, never came, texted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from kebabalab.db.block_list import Blocked, BlockList
from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.privacy import export, forget
from kebabalab.db.vault import DataKey, Vault
from kebabalab.db.vault_register import register
from kebabalab.db.vault_rotation import rotate
from kebabalab.models.call import QueueText
from kebabalab.models.facts import NumberFacts
from kebabalab.models.order import OrderEvent, Status
from tests.contracts.placing import CALLER, DAY, NOW, OTHER, after, place
from tests.contracts.stores import NewStore, SqlStore, Store
from tests.contracts.test_rotation import raw
from tests.vaults import SECRET, VAULT

YESTERDAY = after(hours=-24)
NEW = DataKey(bytes(range(1, 33)))
WHY = "rang all night, never came"


def known(store: Store, phone: str = CALLER, since: dt.datetime = YESTERDAY) -> NumberFacts:
    with store.calls.open("call:looking", phone, NOW) as opened:
        return opened.numbers([phone], since)[phone]


def in_all(store: Store, since: dt.datetime = YESTERDAY) -> int:
    with store.calls.open("call:looking", CALLER, NOW) as opened:
        return opened.texts_since(since)


def text(store: Store, to: str, at: dt.datetime = NOW, kind: str = "menu_link", key: str = "call:text") -> None:
    with store.calls.open(key, to, at) as opened:
        opened.save(opened.state, (), (QueueText(kind, to, "words"),))


def not_fetched(store: Store, phone: str, key: str) -> None:
    order = place(store.calls, key, DAY, phone)
    store.change_status(order.number.id, Status.NO_SHOW, "staff:ana", NOW)


def test_of_a_number_that_nobody_knows_nothing_is_kept(store: Store) -> None:
    assert known(store) == NumberFacts()
    assert in_all(store) == 0


def test_several_numbers_are_told_apart(store: Store) -> None:
    store.block(CALLER)
    store.opt_out(OTHER)
    with store.calls.open("call:looking", CALLER, NOW) as opened:
        both = opened.numbers([CALLER, OTHER], YESTERDAY)
    assert both == {CALLER: NumberFacts(blocked=True), OTHER: NumberFacts(wants_no_texts=True)}


def test_orders_that_nobody_fetched_are_counted_and_no_others(store: Store) -> None:
    not_fetched(store, CALLER, "call:1")
    not_fetched(store, CALLER, "call:2")
    not_fetched(store, OTHER, "call:3")
    place(store.calls, "call:4")
    cancelled = place(store.calls, "call:5")
    store.change_status(cancelled.number.id, Status.CANCELLED, "staff:ana", NOW)
    assert (known(store).no_shows, known(store, OTHER).no_shows) == (2, 1)


def test_who_comes_after_all_has_fetched_it(store: Store) -> None:
    order = place(store.calls)
    store.change_status(order.number.id, Status.NO_SHOW, "staff:ana", NOW)
    store.change_status(order.number.id, Status.COLLECTED, "staff:ana", NOW)
    assert known(store).no_shows == 0


def test_texts_are_counted_by_number_and_in_all_from_then_on(store: Store) -> None:
    text(store, CALLER, after(hours=-25), key="call:1")
    text(store, CALLER, after(hours=-24), key="call:2")
    text(store, CALLER, after(hours=-1), key="call:3")
    text(store, OTHER, key="call:4")
    assert (known(store).texts, known(store, OTHER).texts, in_all(store)) == (2, 1, 3)


def test_the_kitchens_tickets_are_nobodys_texts(store: Store) -> None:
    text(store, "", kind="ticket")
    assert in_all(store) == 0


def test_servers_on_one_store_count_together(new_store: NewStore) -> None:
    one, other = new_store(1000), new_store(1000)
    if not isinstance(one, SqlStore):
        # What is in memory is one server's alone.
        other = one
    text(one, CALLER, key="call:1")
    text(other, CALLER, key="call:2")
    assert known(one) == known(other) == NumberFacts(texts=2)


def test_a_number_is_blocked_until_it_is_unblocked(database: Database) -> None:
    block_list = BlockList(database)
    assert block_list.block(CALLER, WHY, NOW)
    assert block_list.listed() == (Blocked(CALLER, NOW, WHY),)
    assert known(SqlStore(database)).blocked
    assert block_list.unblock(CALLER)
    assert not block_list.unblock(CALLER)
    assert block_list.listed() == ()
    assert not known(SqlStore(database)).blocked


def test_who_is_blocked_again_is_on_the_list_once_with_what_was_said_last(database: Database) -> None:
    block_list = BlockList(database)
    block_list.block(CALLER, "", NOW)
    assert not block_list.block(CALLER, WHY, after(days=1))
    assert block_list.listed() == (Blocked(CALLER, after(days=1), WHY),)


def test_neither_the_number_nor_why_is_kept_in_clear(database: Database) -> None:
    BlockList(database).block(CALLER, WHY, NOW)
    assert [word for word in (CALLER.removeprefix("+"), "rang all", "never came") if word in raw(database)] == []


@pytest.fixture
def rekeyed(empty_url: str) -> Iterator[tuple[Database, Database]]:
    """A database as it is seen with the old key and the new one, and with the new one alone."""
    old = Database(empty_url, 30.0, VAULT)
    upgrade(old)
    register(old, NOW)
    BlockList(old).block(CALLER, WHY, NOW)
    both, new = Database(empty_url, 30.0, Vault([NEW, DataKey(SECRET)])), Database(empty_url, 30.0, Vault([NEW]))
    register(both, NOW)
    yield both, new
    for one in (old, both, new):
        one.close()


def test_who_is_blocked_stays_so_under_another_key(rekeyed: tuple[Database, Database]) -> None:
    both, new = rekeyed
    assert known(SqlStore(both)).blocked
    rotate(both)
    assert BlockList(new).listed() == (Blocked(CALLER, NOW, WHY),)
    assert known(SqlStore(new)).blocked


def test_who_was_blocked_by_an_older_key_is_not_on_the_list_twice(rekeyed: tuple[Database, Database]) -> None:
    both, new = rekeyed
    BlockList(both).block(CALLER, "again", after(days=1))
    rotate(both)
    assert BlockList(new).listed() == (Blocked(CALLER, after(days=1), "again"),)


def test_a_person_is_shown_that_they_are_blocked_and_why(database: Database) -> None:
    BlockList(database).block(CALLER, WHY, NOW)
    assert export(database, CALLER)["blocked"] == [{"since": NOW.isoformat(), "why": WHY}]
    assert export(database, OTHER)["blocked"] == []


def test_who_is_forgotten_stays_blocked_without_a_word_on_why(database: Database) -> None:
    for phone in (CALLER, OTHER):
        BlockList(database).block(phone, WHY, NOW)
    forget(database, CALLER, OrderEvent("", after(days=1), "staff:ana", "forgotten"))
    assert sorted((one.phone, one.why) for one in BlockList(database).listed()) == [(CALLER, ""), (OTHER, WHY)]
