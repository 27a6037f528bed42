"""The shop's files: read whole, refused whole, and picked up again when they change."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kebabalab.gateways.menu_file import load_menu
from kebabalab.gateways.shop_file import load_shop
from kebabalab.gateways.yaml_places import Mistakes
from kebabalab.models.errors import ShopFilesBroken
from kebabalab.tools.ports import ShopData

MENU_FILE = "menu.yaml"
SHOP_FILE = "shop.yaml"
LOOK_EVERY = 1.0  # seconds

Stamp = tuple[tuple[int, int, int], ...]


class Log(Protocol):
    """What is needed of a logger: structlog's bound loggers are such."""

    def info(self, event: str, **fields: object) -> object:
        """Say that all is well."""
        ...

    def error(self, event: str, **fields: object) -> object:
        """Say that a person must look at something."""
        ...


def load(folder: Path) -> ShopData:
    """The shop and the menu of this folder. Raises ShopFilesBroken with every mistake of both files."""
    of_menu, of_shop = Mistakes(MENU_FILE), Mistakes(SHOP_FILE)
    menu = load_menu(folder / MENU_FILE, of_menu)
    shop = load_shop(folder / SHOP_FILE, folder.resolve().name, of_shop)
    if menu is None or shop is None:
        raise ShopFilesBroken(of_menu.texts() + of_shop.texts())
    return ShopData(shop, menu)


class ShopFolder:
    """A shop's folder as tools.ports.Shops: always the newest valid data.

    Looks at the files at most once a second. Raises ShopFilesBroken when it is made over broken files; later a broken
    file is refused and logged once, and the data that was there stays.
    """

    def __init__(self, folder: Path, log: Log, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._log = log
        self._monotonic = monotonic
        self._looking = threading.Lock()
        self._stamp = self._stamp_now()
        self._data = load(folder)
        self._looked = monotonic()

    def current(self) -> ShopData:
        """The newest valid data; never raises."""
        # One thread looks; the others go on with what is there, which is swapped whole.
        if self._monotonic() - self._looked >= LOOK_EVERY and self._looking.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._looking.release()
        return self._data

    def _look(self) -> None:
        self._looked = self._monotonic()
        stamp = self._stamp_now()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._data = load(self._folder)
        except ShopFilesBroken as broken:
            self._log.error("shop files refused, the old ones stay", problems=list(broken.problems))
        else:
            self._log.info("shop files changed", menu_version=self._data.menu.version)

    def _stamp_now(self) -> Stamp:
        stamps: list[tuple[int, int, int]] = []
        for name in (MENU_FILE, SHOP_FILE):
            try:
                found = (self._folder / name).stat()
            except OSError:
                stamps.append((0, 0, 0))
            else:
                stamps.append((found.st_mtime_ns, found.st_size, found.st_ino))
        return tuple(stamps)
