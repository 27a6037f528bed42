"""Sayings: a small menu, and mentions of it in a few words, for tests of what is chosen."""

from __future__ import annotations

from dataclasses import replace

from kebabalab.models.item import ItemRequest, LineItem, Mark, Mention
from kebabalab.models.menu import Group, Menu, Naming
from kebabalab.rules.choosing import choose
from tests.builders import deal, flag, item, many, menu, one, option, side

LOT = tuple(replace(option(name, extra=0), in_the_lot=True) for name in ("cress", "rocket", "dill", "kale"))
GREENS = many("greens", *LOT, option("sprouts", 100), usual=("cress", "rocket", "dill"))
DRESSINGS = many("dressings", option("oil", extra=50), option("pesto", extra=50), "tahini", usual=("oil", "pesto"))
EXTRAS = replace(many("extras", option("egg", 150), option("tahini", 100)), naming=Naming.ADDS)
FILLING = one("filling", "bean", "nut", "both")
SALT = one("salt", "sea", "celery", "none", usual="sea")
MENU = menu(
    item("roll", 1000, FILLING, GREENS, DRESSINGS, EXTRAS, flag("toasted"), title="{filling} Roll"),
    item("crisps", {"small": 500, "large": 900}, one("size", "small", "large"), SALT, title="{size} Crisps"),
    item("drink", 350, one("brand", "fizz", "pop", "cola"), title="{brand} Drink"),
    sides=(side("crisps", "crisps", size="small", salt="sea"), side("drink", "drink", brand="fizz"),
           side("second", "drink", brand="fizz")),
    deals=(
        deal("meal", "roll", 1700, crisps={"size": "small"}, drink={}),
        deal("big meal", "roll", 2000, crisps={"size": "large"}, drink={}),
        deal("roll and drink", "roll", 1250, drink={}),
        deal("for two", "roll", 1500, drink={}, second={}),
        deal("small snack", "crisps", 800, drink={"brand": "pop"}),
    ),
)  # fmt: skip
GREEN = {"cress": "greens", "rocket": "greens", "dill": "greens", "kale": "greens", "sprouts": "greens"}
PLACES = {
    **GREEN, **dict.fromkeys(("oil", "pesto", "tahini"), "dressings"), "egg": "extras",
    **dict.fromkeys(("bean", "nut", "both"), "filling"), **dict.fromkeys(("sea", "celery"), "salt"),
    **dict.fromkeys(("small", "large"), "size"), **dict.fromkeys(("fizz", "pop", "cola"), "brand"),
    "toasted": "toasted",
}  # fmt: skip


def said(words: str) -> tuple[Mention, ...]:
    """Mentions in a few words: "not rocket, extra dill, kale on left half, all greens, bean/nut, instead dill"."""
    return tuple(_mention(phrase.strip()) for phrase in words.split(",") if phrase.strip())


def _mention(phrase: str) -> Mention:
    phrase, _, part = phrase.partition(" on ")
    first, _, rest = phrase.partition(" ")
    if first == "instead":
        return replace(_mention(f"not {rest}"), instead=True)
    mark = Mark(first) if rest else Mark.PLAIN
    word = rest or first
    options = tuple(word.split("/"))
    if options[0] not in PLACES or (word == "toasted" and mark is Mark.ALL):
        return Mention(word, (), mark, part)
    return Mention(PLACES[options[0]], ("yes",) if word == "toasted" else options, mark, part)


def line(words: str = "", of: str = "roll", sold: Menu = MENU) -> LineItem:
    return choose(ItemRequest(of, mentions=said(words)), sold)


def taken(made: LineItem, group: str) -> str:
    """What a line has of a group: "cress, extra dill", "none", or "open"."""
    choices = made.choices.get(group)
    return "open" if choices is None else ", ".join(map(str, choices)) or "none"


def with_group(changed: Group, of: str = "roll") -> Menu:
    """The menu with one group of an item in another shape."""
    items = [
        replace(each, groups=tuple(changed if group.id == changed.id else group for group in each.groups))
        if each.id == of
        else each
        for each in MENU.items
    ]
    return replace(MENU, items=tuple(items))
