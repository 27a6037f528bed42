"""A shop's folder gives the newest valid data: changed files are picked up, broken ones refused."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from kebabalab.gateways.shop_files import ShopFolder
from kebabalab.models.errors import ShopFilesBroken
from tests.unit.gateways.files import MENU, SHOP, edited, write

DEARER = edited(MENU, "price: 2.50", "price: 2.70")
BROKEN = edited(MENU, "price: 2.50", "price: cheap")


class Journal:
    """A log that keeps what it is told."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str, dict[str, object]]] = []

    def info(self, event: str, **fields: object) -> None:
        self.lines.append(("info", event, fields))

    def error(self, event: str, **fields: object) -> None:
        self.lines.append(("error", event, fields))


class Seconds:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Watched:
    """A folder of a small shop, with its journal and its clock."""

    def __init__(self, folder: Path) -> None:
        self.path = write(folder)
        self.journal = Journal()
        self.seconds = Seconds()
        self.shops = ShopFolder(folder, self.journal, self.seconds)
        self._changes = 0

    def change(self, menu: str = MENU, shop: str = SHOP) -> None:
        """Write the files anew, with another time than before however coarse the disk's clock is."""
        write(self.path, menu, shop)
        self._changes += 1
        os.utime(self.path / "menu.yaml", ns=(self._changes, self._changes))

    def later(self) -> None:
        self.seconds.now += 1.0

    def bun_cents(self) -> int:
        bun = self.shops.current().menu.item("bun")
        assert bun is not None
        return bun.price.amounts[""].cents


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_unchanged_files_give_the_same_data(watched: Watched) -> None:
    first = watched.shops.current()
    watched.later()
    assert watched.shops.current() is first


def test_a_changed_menu_is_picked_up_without_a_restart(watched: Watched) -> None:
    before = watched.shops.current().menu.version
    watched.change(DEARER)
    watched.later()
    assert watched.bun_cents() == 270
    assert watched.shops.current().menu.version != before
    assert [(level, event) for level, event, _ in watched.journal.lines] == [("info", "shop files changed")]


def test_a_changed_shop_is_picked_up_too(watched: Watched) -> None:
    watched.change(shop=edited(SHOP, "Corner Tea", "Corner Tea and Buns"))
    watched.later()
    assert watched.shops.current().shop.name == "Corner Tea and Buns"


def test_the_files_are_looked_at_no_more_than_once_a_second(watched: Watched) -> None:
    watched.change(DEARER)
    watched.seconds.now += 0.9
    assert watched.bun_cents() == 250
    watched.seconds.now += 0.1
    assert watched.bun_cents() == 270


def test_a_broken_menu_is_refused_and_the_old_one_stays(watched: Watched) -> None:
    watched.change(BROKEN)
    watched.later()
    assert watched.bun_cents() == 250


def test_a_broken_menu_is_logged_once_with_every_mistake(watched: Watched) -> None:
    watched.change(BROKEN)
    for _ in range(3):
        watched.later()
        watched.shops.current()
    assert watched.journal.lines == [
        (
            "error",
            "shop files refused, the old ones stay",
            {"problems": ["menu.yaml:50: items.bun.price: write an amount like 3.50, or free"]},
        )
    ]


def test_a_menu_that_is_put_right_is_picked_up_again(watched: Watched) -> None:
    watched.change(BROKEN)
    watched.later()
    watched.shops.current()
    watched.change(DEARER)
    watched.later()
    assert watched.bun_cents() == 270


def test_a_menu_that_vanishes_leaves_the_old_one(watched: Watched) -> None:
    (watched.path / "menu.yaml").unlink()
    watched.later()
    assert watched.bun_cents() == 250
    assert watched.journal.lines[0][0] == "error"


def test_a_server_does_not_start_over_broken_files(tmp_path: Path) -> None:
    with pytest.raises(ShopFilesBroken):
        ShopFolder(write(tmp_path, BROKEN), Journal())


def test_threads_that_ask_while_the_menu_changes_see_the_old_one_or_the_new_one(watched: Watched) -> None:
    seen: set[int] = set()

    def ask() -> None:
        for _ in range(200):
            watched.later()
            seen.add(watched.bun_cents())

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for turn in range(6):
        watched.change(DEARER if turn % 2 else MENU)
    watched.change(DEARER)
    for thread in threads:
        thread.join()
    watched.later()
    assert watched.bun_cents() == 270
    assert seen <= {250, 270}
