"""The menu's lexicon, built once for each version of the menu."""

from __future__ import annotations

from kebabalab.language.lexicon import Lexicon, build_lexicon
from kebabalab.models.menu import Menu


class Lexicons:
    """Keeps the lexicon of the newest menu; a call that comes with another version has it built anew."""

    def __init__(self) -> None:
        self._kept: tuple[str, Lexicon] | None = None

    def of(self, menu: Menu) -> Lexicon:
        """The lexicon of this menu."""
        # Read and written whole: two threads at worst build the same lexicon twice.
        kept = self._kept
        if kept is None or kept[0] != menu.version:
            kept = (menu.version, build_lexicon(menu))
            self._kept = kept
        return kept[1]
