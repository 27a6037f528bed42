"""What must hold across a menu: words that mean one thing, sides that can be asked for, deals worth their price."""

from __future__ import annotations

from kebabalab.gateways.yaml_places import Mistakes
from kebabalab.models.menu import Menu


def check_menu(menu: Menu, mistakes: Mistakes) -> None:
    """Note what is wrong across items, sides and deals."""
    if not menu.items and not mistakes.found:
        mistakes.add(("items",), "nothing is sold; add at least one item")
