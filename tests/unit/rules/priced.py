"""Priced: a small menu with a price of every kind, for tests of what things cost."""

from __future__ import annotations

from kebabalab.models.item import LineItem
from kebabalab.rules.pricing import quote
from tests.builders import GST, deal, flag, item, lines, many, menu, one, option, side

SIZE = one("size", "small", "large")
MENU = menu(
    item(
        "roll",
        {"small": 1000, "large": 1500},
        SIZE,
        many("greens", "cress", option("sprouts", 100)),
        many("dressings", option("dill", extra=50), option("mustard", extra={"small": 50, "large": 75}), "gravy"),
        many("extras", option("egg", {"small": 150, "large": 250}, extra=100)),
        flag("toasted", yes=40),
        title="{size} Roll",
    ),
    item("crisps", {"small": 500, "large": 900}, SIZE, many("dips", option("salsa", 75)), title="{size} Crisps"),
    item("drink", 350, one("brand", "fizz", "pop")),
    item("cone", 299),
    sides=(side("crisps", "crisps", size="small"), side("drink", "drink", brand="fizz")),
    deals=(
        deal("meal", "roll", {"small": 1700, "large": 2200}, crisps={"size": "small"}, drink={}),
        deal("big meal", "roll", {"small": 2000, "large": 2500}, crisps={"size": "large"}, drink={}),
        deal("dear", "roll", {"small": 9000, "large": 9000}, crisps={}),
    ),
)


def cost(*several: LineItem) -> int:
    """What these lines cost together, in cents."""
    return quote(lines(*several), MENU, GST).total.cents
