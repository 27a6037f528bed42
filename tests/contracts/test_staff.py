"""Accounts, sessions, codes and wrong tries of staff are kept, and end, as they should."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading

import pytest
from argon2 import PasswordHasher

from kebabalab.db.connection import Database
from kebabalab.db.passwords import Passwords
from kebabalab.db.staff import StaffBook
from kebabalab.db.staff_door import StaffDoor
from kebabalab.db.staff_sessions import StaffSessions
from kebabalab.db.staff_tries import Tried, Tries
from kebabalab.models.errors import (
    NoSuchStaff,
    PasswordRefused,
    StaffDoorBusy,
    StaffExists,
    TooManyTries,
    WrongPassword,
)
from kebabalab.models.staff import CODE_LASTS, KNOWN_FOR, Credentials, Entry, Lifetimes, Patience, Role, Who
from tests.contracts.placing import NOW, after

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
LIFETIMES = Lifetimes(HOUR, 8 * HOUR, 30 * DAY, 365 * DAY)
SECRET, OTHER_SECRET = "four words in a row", "other words in a row"
SHOP, STRANGER = "192.0.2.1", "203.0.113.9"
# What it costs is tried elsewhere.
CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def door(database: Database) -> StaffDoor:
    """A door with an account of each role behind it."""
    for name, role in (("ana", Role.OWNER), ("kim", Role.KITCHEN)):
        StaffBook(database).add(name, role, CHEAP.hash(SECRET), NOW)
    return StaffDoor(database, CHEAP, StaffSessions(database, LIFETIMES))


def offered(name: str = "ana", password: str = SECRET, source: str = SHOP, browser: str = "") -> Credentials:
    return Credentials(name, password, source, browser)


def refused(door: StaffDoor, credentials: Credentials, now: dt.datetime = NOW) -> type[Exception]:
    with pytest.raises((WrongPassword, TooManyTries)) as found:
        door.sign_in(credentials, now)
    return found.type


def guess(door: StaffDoor, times: int, name: str = "ana", source: str = STRANGER, now: dt.datetime = NOW) -> None:
    for _ in range(times):
        refused(door, offered(name, "a wrong password", source), now)


def test_a_name_with_its_password_gets_a_session(door: StaffDoor) -> None:
    entry = door.sign_in(offered(" Ana "), NOW)
    assert door.sessions.find(entry.session, NOW) == Who("ana", Role.OWNER)


def test_each_sign_in_gets_a_session_of_its_own(door: StaffDoor) -> None:
    first, second = door.sign_in(offered(), NOW), door.sign_in(offered(), NOW)
    assert first.session != second.session
    door.sessions.end(first.session)
    assert door.sessions.find(first.session, NOW) is None
    assert door.sessions.find(second.session, NOW) is not None


def test_the_database_holds_no_secret_of_a_session_browser_or_code(door: StaffDoor, database: Database) -> None:
    entry = door.sign_in(offered(), NOW)
    code = door.new_code("Front", "staff:ana", NOW)
    with database.reading() as connection:
        tables = ("staff_accounts", "staff_sessions", "staff_browsers", "staff_codes")
        kept = "".join(str(connection.exec_driver_sql(f"SELECT * FROM {table}").all()) for table in tables)
    for secret in (entry.session, entry.browser, code.text, SECRET):
        assert secret not in kept
    assert "$argon2id$" in kept


@pytest.mark.parametrize("name", ("ana", "nobody", "", "no name at all!", "x" * 5000))
def test_whoever_is_wrong_gets_the_same_answer_whether_there_is_an_account_or_not(door: StaffDoor, name: str) -> None:
    answers = [refused(door, offered(name, "a wrong password", f"192.0.2.{n}")) for n in range(8)]
    assert answers == [WrongPassword] * 5 + [TooManyTries] * 3


def test_the_pause_grows_and_is_never_longer_than_its_longest() -> None:
    patience = Patience(free=3, longest=dt.timedelta(seconds=10))
    assert [patience.pause(n).total_seconds() for n in range(9)] == [0, 0, 0, 1, 2, 4, 8, 10, 10]
    assert patience.pause(10_000) == patience.longest


def test_after_the_pause_one_may_try_again_and_who_is_right_begins_anew(door: StaffDoor) -> None:
    guess(door, 5)
    assert refused(door, offered(), NOW) is TooManyTries
    assert door.sign_in(offered(), after(seconds=1)).session
    guess(door, 4, now=after(seconds=1))
    assert door.sign_in(offered(), after(seconds=1)).session


def test_who_guesses_at_many_accounts_from_one_address_is_stopped_too(door: StaffDoor) -> None:
    for n in range(10):
        guess(door, 1, f"name{n}")
    assert refused(door, offered("somebody", source=STRANGER)) is TooManyTries
    assert door.sign_in(offered(source=SHOP), NOW).session


def test_an_own_account_does_not_buy_more_guesses_at_others(door: StaffDoor) -> None:
    for n in range(9):
        guess(door, 1, f"name{n}")
        door.sign_in(offered("kim", source=STRANGER), NOW)
    guess(door, 1, "name9")
    assert refused(door, offered("kim", source=STRANGER)) is TooManyTries


def test_a_browser_that_was_here_before_is_not_kept_out_by_strangers(door: StaffDoor) -> None:
    known = door.sign_in(offered(), NOW).browser
    guess(door, 30, source=STRANGER)
    guess(door, 30, source=SHOP)
    assert refused(door, offered()) is TooManyTries
    assert door.sign_in(offered(browser=known), NOW).browser == known


def test_a_known_browser_has_only_so_many_tries_as_well(door: StaffDoor) -> None:
    known = door.sign_in(offered(), NOW).browser
    wrong = offered(password="a wrong password", browser=known)
    assert [refused(door, wrong) for _ in range(6)] == [WrongPassword] * 5 + [TooManyTries]
    # Of another account it knows nothing.
    assert refused(door, offered("kim", "a wrong password", browser=known)) is WrongPassword


def test_a_paired_device_and_an_open_session_notice_nothing_of_wrong_tries(door: StaffDoor) -> None:
    session = door.sign_in(offered(), NOW).session
    device = door.pair(door.new_code("Front", "staff:ana", NOW).shown, SHOP, NOW).session
    guess(door, 40, source=SHOP)
    assert door.sessions.find(session, NOW) is not None
    assert door.sessions.find(device, NOW) is not None


def test_many_guesses_at_once_are_no_more_than_many_in_a_row(database: Database) -> None:
    tried, counted = [Tried("account", "ana")], []

    def one() -> None:
        with contextlib.suppress(TooManyTries):
            Tries(database).count(tried, NOW)
            counted.append(1)

    threads = [threading.Thread(target=one) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counted) == 5


def test_who_finds_no_turn_has_tried_nothing(database: Database, door: StaffDoor) -> None:
    with CHEAP.turn(waits=False), CHEAP.turn(waits=False):
        for _ in range(20):
            with pytest.raises(StaffDoorBusy):
                door.sign_in(offered(), NOW)
    assert door.sign_in(offered(), NOW).session


def test_an_unlocked_account_waits_for_nothing(door: StaffDoor, database: Database) -> None:
    guess(door, 20)
    assert Tries(database).forget("account", "ana")
    assert door.sign_in(offered(), NOW).session
    assert not Tries(database).forget("account", "kim")


def test_wrong_tries_are_forgotten_after_a_day(door: StaffDoor) -> None:
    guess(door, 4)
    guess(door, 1, "kim")
    refused(door, offered(password="a wrong password", source=STRANGER), after(hours=25))
    assert door.sign_in(offered(source=STRANGER), after(hours=25)).session


def test_a_session_ends_unused_and_in_any_case(door: StaffDoor) -> None:
    session = door.sign_in(offered(), NOW).session
    for hour in range(1, 9):
        assert door.sessions.find(session, after(hours=hour)) is not None
    assert door.sessions.find(session, after(hours=8, seconds=1)) is None
    other = door.sign_in(offered(), NOW).session
    assert door.sessions.find(other, after(hours=1, seconds=1)) is None


def test_a_page_that_looks_again_by_itself_is_no_use(door: StaffDoor) -> None:
    session = door.sign_in(offered(), NOW).session
    assert door.sessions.find(session, after(minutes=50), uses=False) is not None
    assert door.sessions.find(session, after(minutes=61), uses=False) is None


def test_a_device_is_paired_once_by_a_code_and_stays_so_for_long(door: StaffDoor) -> None:
    code = door.new_code("Front tablet", "staff:ana", NOW)
    entry = door.pair(f" {code.shown.lower()} ", SHOP, NOW)
    (device,) = door.sessions.devices()
    assert door.sessions.find(entry.session, after(days=20)) == Who("Front tablet", Role.KITCHEN, device.id)
    assert entry == Entry(entry.session)
    assert (device.name, device.paired_by, device.since) == ("Front tablet", "staff:ana", NOW)
    with pytest.raises(WrongPassword):
        door.pair(code.text, SHOP, NOW)


def test_a_code_that_has_ended_pairs_nothing(door: StaffDoor) -> None:
    code = door.new_code("Front", "staff:ana", NOW)
    with pytest.raises(WrongPassword):
        door.pair(code.text, SHOP, code.ends_at)
    assert door.sessions.devices() == ()


def test_of_two_that_come_with_one_code_one_is_paired(door: StaffDoor, database: Database) -> None:
    code, paired = door.new_code("Front", "staff:ana", NOW).text, []

    def one() -> None:
        with contextlib.suppress(WrongPassword):
            paired.append(StaffSessions(database, LIFETIMES).redeem(code, NOW))

    threads = [threading.Thread(target=one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(paired), len(door.sessions.devices())) == (1, 1)


def test_who_guesses_at_codes_waits_longer_and_longer(door: StaffDoor) -> None:
    for _ in range(10):
        with pytest.raises(WrongPassword):
            door.pair("2222-2222", STRANGER, NOW)
    with pytest.raises(TooManyTries):
        door.pair(door.new_code("Front", "staff:ana", NOW).text, STRANGER, NOW)


def test_a_removed_device_is_out_at_once(door: StaffDoor) -> None:
    session = door.pair(door.new_code("Front", "staff:ana", NOW).text, SHOP, NOW).session
    (device,) = door.sessions.devices()
    assert door.sessions.remove_device(device.id)
    assert door.sessions.find(session, NOW) is None
    assert not door.sessions.remove_device(device.id)


def test_a_device_that_signs_out_is_not_paired_any_more(door: StaffDoor) -> None:
    session = door.pair(door.new_code("Front", "staff:ana", NOW).text, SHOP, NOW).session
    door.sessions.end(session)
    assert door.sessions.devices() == ()


def test_another_password_ends_every_session_but_the_one_that_it_begins(door: StaffDoor) -> None:
    before, kim = door.sign_in(offered(), NOW), door.sign_in(offered("kim"), NOW)
    entry = door.change_password("ana", SECRET, OTHER_SECRET, NOW)
    assert door.sessions.find(before.session, NOW) is None
    assert door.sessions.find(entry.session, NOW) == Who("ana", Role.OWNER)
    assert door.sessions.find(kim.session, NOW) is not None
    assert refused(door, offered(browser=before.browser)) is WrongPassword
    assert door.sign_in(offered(password=OTHER_SECRET), NOW).session


def test_a_password_is_not_changed_without_the_one_before(door: StaffDoor) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassword):
            door.change_password("ana", "a wrong password", OTHER_SECRET, NOW)
    with pytest.raises(TooManyTries):
        door.change_password("ana", SECRET, OTHER_SECRET, NOW)
    assert door.sign_in(offered(), NOW).session


@pytest.mark.parametrize("weak", ("short", "aaaaaaaaaaaaaaa", "ana ana ana ana", "x" * 201))
def test_a_weak_password_is_not_set(door: StaffDoor, weak: str) -> None:
    with pytest.raises(PasswordRefused):
        door.change_password("ana", SECRET, weak, NOW)


def test_a_removed_account_is_out_at_once_and_leaves_nothing(door: StaffDoor, database: Database) -> None:
    session = door.sign_in(offered(), NOW).session
    StaffBook(database).remove("ana")
    assert door.sessions.find(session, NOW) is None
    assert refused(door, offered()) is WrongPassword
    with pytest.raises(NoSuchStaff):
        StaffBook(database).remove("ana")


def test_signing_out_everywhere_ends_the_sessions_of_one_or_of_all(door: StaffDoor, database: Database) -> None:
    book = StaffBook(database)
    ana = [door.sign_in(offered(), NOW).session for _ in range(2)]
    kim = door.sign_in(offered("kim"), NOW).session
    device = door.pair(door.new_code("Front", "staff:ana", NOW).text, SHOP, NOW).session
    assert book.sign_out("ana") == 2
    assert [door.sessions.find(one, NOW) for one in ana] == [None, None]
    assert door.sessions.find(kim, NOW) is not None
    assert book.sign_out_all() == 2
    assert [door.sessions.find(one, NOW) for one in (kim, device)] == [None, None]
    with pytest.raises(NoSuchStaff):
        book.sign_out("nobody")


def test_accounts_are_listed_with_their_open_sessions_and_added_once(door: StaffDoor, database: Database) -> None:
    book = StaffBook(database)
    door.sign_in(offered("kim"), NOW)
    assert [(one.name, one.role, one.sessions) for one in book.accounts()] == [
        ("ana", "owner", 0),
        ("kim", "kitchen", 1),
    ]
    with pytest.raises(StaffExists):
        book.add("kim", Role.OWNER, "x", NOW)
    with pytest.raises(NoSuchStaff):
        book.set_password("nobody", "x")


def test_what_has_ended_is_purged_and_nothing_else(door: StaffDoor) -> None:
    door.sign_in(offered(), NOW)
    door.new_code("Front", "staff:ana", NOW)
    device = door.pair(door.new_code("Back", "staff:ana", NOW).text, SHOP, NOW).session
    guess(door, 1)
    assert door.sessions.purge(NOW) == 0
    assert door.sessions.purge(NOW + CODE_LASTS) == 1
    assert door.sessions.purge(after(hours=2)) == 1
    assert door.sessions.find(device, after(days=3), uses=False) is not None
    assert door.sessions.purge(after(days=2)) > 0
    assert door.sessions.purge(NOW + KNOWN_FOR + DAY) == 2
    assert [one.seen_at for one in door.sessions.devices()] == [None]
