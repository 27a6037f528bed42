"""Every row gets the newest key, whatever it had before, while callers go on; what is not sealed is read as it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from kebabalab.db.connection import Database
from kebabalab.db.migrate import upgrade
from kebabalab.db.opt_outs import OptOuts
from kebabalab.db.tables import data_keys, metadata
from kebabalab.db.vault import DataKey, Vault
from kebabalab.db.vault_register import register
from kebabalab.db.vault_rotation import count_stale, rotate, seal_plain
from kebabalab.models.call import CallRecord
from kebabalab.models.errors import KeyMissing
from tests.contracts.placing import CALLER, NOW, OTHER, an_answer, in_cart, place
from tests.contracts.stores import SqlStore
from tests.vaults import SECRET, VAULT

NEW = DataKey(bytes(range(1, 33)))
BOTH, ONLY_NEW, OFF = Vault([NEW, DataKey(SECRET)]), Vault([NEW]), Vault([DataKey(SECRET)], seals=False)
# With a blank or a sign that base64 has not: three letters of it come up by chance.
SAID = ("Ana O", "Brien", "no nuts", "61491570006", "61491570156", "Grüße", "Cheese Roll")


@pytest.fixture
def url(empty_url: str) -> str:
    """A database that is up to date and holds nothing."""
    database = Database(empty_url, 30.0)
    upgrade(database)
    database.close()
    return empty_url


@pytest.fixture
def opened(empty_url: str) -> Iterator[list[Database]]:
    """Databases to be closed at the end."""
    assert empty_url
    several: list[Database] = []
    yield several
    for one in several:
        one.close()


def with_vault(url: str, vault: Vault, opened: list[Database]) -> SqlStore:
    """What a server with these keys has before it."""
    database = Database(url, 30.0, vault)
    register(database, NOW)
    opened.append(database)
    return SqlStore(database)


def fill(store: SqlStore, orders: int = 3) -> None:
    """Some of everything."""
    for n in range(orders):
        place(store.calls, f"call:{n}")
    with store.calls.open("call:live", CALLER, NOW) as call:
        call.save(in_cart(call.state, "roll"), [an_answer("t1", '{"name": "Ana O’Brien"}')], ())
    store.calls.record(CallRecord("call:0", NOW, "ended", caller=CALLER, transcript="Grüße, Ana O", messages="[1]"))
    OptOuts(store.database).add(OTHER, NOW)


def everything(store: SqlStore) -> tuple[object, ...]:
    """What is there, as those who may read it see it."""
    orders = store.orders()
    with store.calls.open("call:live", CALLER, NOW) as call:
        live = call.state, call.answered(["t1"]), call.history(CALLER, 10), call.order_count(CALLER)
    events = [store.events(one.number.id) for one in orders]
    return orders, events, store.texts(), store.record("call:0"), live, OptOuts(store.database).among([OTHER, CALLER])


def raw(database: Database) -> str:
    """All rows as they are kept, but for the names of the shop's own things."""
    with database.reading() as connection:
        found = []
        for table in metadata.sorted_tables:
            columns = [column for column in table.columns if column.name not in ("item", "name", "label")]
            found += [str(tuple(row)) for row in connection.execute(table.select().with_only_columns(*columns))]
    return "\n".join(found)


def keys_in_use(database: Database) -> set[str]:
    with database.reading() as connection:
        return set(connection.execute(data_keys.select().with_only_columns(data_keys.c.id)).scalars())


def test_what_is_kept_shows_nothing_of_a_caller(url: str, opened: list[Database]) -> None:
    store = with_vault(url, VAULT, opened)
    fill(store)
    kept = raw(store.database)
    assert [word for word in SAID if word in kept] == []


def test_with_a_new_key_everything_is_read_and_found_as_before(url: str, opened: list[Database]) -> None:
    store = with_vault(url, VAULT, opened)
    fill(store)
    assert everything(with_vault(url, BOTH, opened)) == everything(store)


def test_after_a_rotation_the_old_key_is_not_needed_any_more(url: str, opened: list[Database]) -> None:
    fill(with_vault(url, VAULT, opened), orders=230)
    store = with_vault(url, BOTH, opened)
    before, stale, seen = everything(store), count_stale(store.database), list[int]()
    assert rotate(store.database, seen.append) == stale == sum(seen)
    assert stale > 230 * 4
    assert keys_in_use(store.database) == {NEW.id}
    assert everything(with_vault(url, ONLY_NEW, opened)) == before
    assert count_stale(store.database) == 0


def test_a_rotation_that_was_broken_off_goes_on_where_it_was(url: str, opened: list[Database]) -> None:
    fill(with_vault(url, VAULT, opened), orders=230)
    store = with_vault(url, BOTH, opened)
    before, stale = everything(store), count_stale(store.database)

    class Killed(Exception):
        pass

    def stop(_rows: int) -> None:
        raise Killed

    with pytest.raises(Killed):
        rotate(store.database, stop)
    left = count_stale(store.database)
    assert 0 < left < stale
    assert len(keys_in_use(store.database)) == 2
    assert rotate(store.database) == left
    assert everything(with_vault(url, ONLY_NEW, opened)) == before


def test_callers_order_while_keys_are_rotated(url: str, opened: list[Database]) -> None:
    fill(with_vault(url, VAULT, opened), orders=230)
    store, server = with_vault(url, BOTH, opened), with_vault(url, BOTH, opened)
    placed: list[str] = []
    rotate(store.database, lambda _rows: placed.append(place(server.calls, f"call:new{len(placed)}").number.id))
    assert placed
    assert {one.number.id for one in with_vault(url, ONLY_NEW, opened).orders()} >= set(placed)


def test_a_rotation_without_the_old_key_stops_and_changes_nothing(url: str, opened: list[Database]) -> None:
    fill(with_vault(url, VAULT, opened))
    before = raw(opened[0])
    lacking = Database(url, 30.0, ONLY_NEW)
    opened.append(lacking)
    with pytest.raises(KeyMissing):
        register(lacking, NOW)
    with pytest.raises(KeyMissing):
        rotate(lacking)
    assert raw(lacking) == before


def test_what_was_kept_before_there_was_a_key_is_read_and_then_sealed(url: str, opened: list[Database]) -> None:
    plain = with_vault(url, Vault(), opened)
    fill(plain)
    store = with_vault(url, VAULT, opened)
    before = everything(plain)
    assert everything(store) == before
    assert seal_plain(store.database) > 10
    assert everything(store) == before
    assert [word for word in SAID if word in raw(store.database)] == []
    assert keys_in_use(store.database) == set(VAULT.ids)
    assert seal_plain(store.database) == 0


def test_sealing_what_is_plain_leaves_older_keys_alone(url: str, opened: list[Database]) -> None:
    fill(with_vault(url, VAULT, opened))
    with_vault(url, OFF, opened)
    store = with_vault(url, BOTH, opened)
    seal_plain(store.database)
    assert keys_in_use(store.database) == set(BOTH.ids)


def test_encryption_can_be_taken_back(url: str, opened: list[Database]) -> None:
    fill(with_vault(url, VAULT, opened))
    store = with_vault(url, OFF, opened)
    before = everything(store)
    assert rotate(store.database) > 10
    assert everything(with_vault(url, Vault(), opened)) == before
    assert "Ana O’Brien" in raw(store.database)


def test_rows_of_a_version_without_encryption_are_found_and_sealed(empty_url: str, opened: list[Database]) -> None:
    old = Database(empty_url, 30.0)
    upgrade(old, "0003")
    with old.transaction() as connection:
        connection.execute(text(f"INSERT INTO opt_outs (phone, since) VALUES ('{OTHER}', 5)"))
        connection.execute(
            text(
                "INSERT INTO call_records (key, caller, status, ended_reason, transcript, summary, messages,"
                f" started_at, ended_at, reported_at) VALUES"
                f" ('call:0', '{CALLER}', 'ended', '', 'Grüße', '', '', '', '', 5)"
            )
        )
        connection.execute(
            text(
                "INSERT INTO outbox (kind, recipient, body, order_id, call_key, state, attempts, due_at, queued_at,"
                f" problem) VALUES ('receipt', '{CALLER}', 'Grüße', '', 'c', 'pending', 0, 5, 5, '')"
            )
        )
    upgrade(old)
    old.close()
    store = with_vault(empty_url, VAULT, opened)
    for _ in range(2):
        assert OptOuts(store.database).among([OTHER, CALLER]) == {OTHER}
        assert [(one.to, one.body) for one in store.texts()] == [(CALLER, "Grüße")]
        seal_plain(store.database)
    record = store.record("call:0")
    assert record is not None
    assert (record.caller, record.transcript) == (CALLER, "Grüße")
    assert [word for word in SAID if word in raw(store.database)] == []
    assert OptOuts(store.database).drop(OTHER)


def test_an_empty_database_has_nothing_plain(url: str, opened: list[Database]) -> None:
    assert keys_in_use(with_vault(url, VAULT, opened).database) == set(VAULT.ids)
