"""A small shop of values for tests: rolls with a usual, a side, a drink, and a deal of the three."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from kebabalab.language import say
from kebabalab.models.item import Choice, Choices, LineItem
from kebabalab.models.menu import Deal, Group, GroupKind, Item, Menu, Option, Price, Side
from kebabalab.models.money import ZERO, Money
from kebabalab.models.order import Order, OrderLine, OrderNumber, Pickup, Status
from kebabalab.models.shop import HolidaySurcharge, Hours, LeadTimes, Shop, Tax, Window
from kebabalab.rules.pricing import quote

ZONE = ZoneInfo("Australia/Melbourne")
# A Monday.
NOW = dt.datetime(2026, 11, 23, 18, 0, tzinfo=ZONE)
FREE = Price.fixed(ZERO)


def cents(amount: int) -> Price:
    """The same price whatever is chosen."""
    return Price.fixed(Money(amount))


def by_size(small: int, large: int) -> Price:
    """A price for each size."""
    return Price("size", {"small": Money(small), "large": Money(large)})


SIZE = Group(
    "size",
    "Size",
    GroupKind.ONE,
    (Option("small", "small", FREE), Option("large", "large", FREE)),
    required=True,
    ask="Small or large?",
    on_every_line=True,
)
FILLING = Group(
    "filling",
    "Filling",
    GroupKind.ONE,
    (Option("ham", "ham", FREE), Option("egg", "egg", FREE)),
    required=True,
    ask="Ham or egg?",
    on_every_line=True,
)
GREENS = Group(
    "greens",
    "Greens",
    GroupKind.MANY,
    (
        Option("cress", "cress", FREE, extra=FREE, in_the_lot=True),
        Option("rocket", "rocket", FREE, extra=FREE, in_the_lot=True),
        Option("sprouts", "sprouts", FREE, extra=FREE, in_the_lot=True),
    ),
    usual=("cress", "rocket"),
    said=("green stuff", "greens"),
    light=True,
    emptied_by_plain=True,
    on_every_line=True,
)
DRESSINGS = Group(
    "dressings",
    "Dressings",
    GroupKind.MANY,
    (
        Option("mustard", "mustard dressing", FREE, extra=cents(50)),
        Option("dill", "dill dressing", FREE, extra=cents(50)),
        Option("brown", "brown gravy", FREE),
    ),
    usual=("mustard",),
    said=("dressing",),
    light=True,
    on_every_line=True,
)
BUTTER = Group(
    "butter",
    "Butter",
    GroupKind.FLAG,
    (Option("yes", "yes", FREE), Option("no", "no", FREE)),
    usual=("yes",),
    said=("butter",),
)
SALT = Group(
    "salt",
    "Salt",
    GroupKind.ONE,
    (Option("sea", "sea salt", FREE), Option("none", "no salt", FREE)),
    usual=("sea",),
    said=("salt",),
)
BRAND = Group(
    "brand",
    "Brand",
    GroupKind.ONE,
    (Option("fizz", "Fizz", FREE), Option("orange pop", "Orange Pop", FREE)),
    required=True,
    ask="Fizz or Orange Pop?",
    names_item=True,
    on_every_line=True,
)

ROLL = Item(
    "roll",
    "rolls",
    "{size} {filling} Roll",
    "{size} {filling} Rolls",
    by_size(1000, 1500),
    ("roll",),
    (SIZE, FILLING, GREENS, DRESSINGS, BUTTER),
)
CRISPS = Item("crisps", "sides", "{size} Crisps", "{size} Crisps", by_size(500, 900), ("crisps",), (SIZE, SALT))
DRINK = Item("drink", "drinks", "{brand} bottle", "{brand} bottles", cents(350), ("drink",), (BRAND,))
WATER = Item("water", "drinks", "Water 500 ml", "bottles of water", cents(300), ("water",))
ECLAIR = Item("eclair", "sweets", "Éclair", "Éclairs", cents(310), ("eclair",))

MENU = Menu(
    version="m1",
    items=(ROLL, CRISPS, DRINK, WATER, ECLAIR),
    sides=(
        Side("crisps", "crisps", {"crisps_size": "size", "crisps_salt": "salt"}, {"size": "small"}),
        Side("drink", "drink", {"drink_brand": "brand"}, {"brand": "fizz"}),
    ),
    deals=(
        Deal("meal", "Roll meal", "roll", {"crisps": {"size": "small"}, "drink": {}}, by_size(1700, 2200), ("meal",)),
        Deal(
            "big_meal",
            "Roll meal with large crisps",
            "roll",
            {"crisps": {"size": "large"}, "drink": {}},
            by_size(2000, 2500),
            ("meal",),
        ),
    ),
    categories=("rolls", "sides", "drinks", "sweets"),
)

SHOP = Shop(
    id="bar",
    name="The Sandwich Bar",
    zone=ZONE,
    country="AU",
    currency="AUD",
    phone="+61255501234",
    transfer_to="+61255501234",
    address="1 Example Street, Exampleton",
    business_number="ABN 00 000 000 000",
    website="https://bar.example/menu",
    hours=Hours({day: (Window(660, 1380),) for day in range(7)}),
    lead=LeadTimes(10, 25, 5, 1, 15, 25, 2, 1, 45, 7),
    tax=Tax("GST", 1, 11),
    surcharge=HolidaySurcharge(on=False, percent=10, country="AU", subdivision="VIC"),
)

CALLER = "+61491570006"
OTHER = "+61491570156"


def chosen(**groups: str | tuple[str, ...]) -> dict[str, tuple[Choice, ...]]:
    """Choices by group: one option or several; "extra x" and "light x" are helpings."""
    return {
        group: tuple(_choice(one) for one in ((said,) if isinstance(said, str) else said))
        for group, said in groups.items()
    }


def _choice(words: str) -> Choice:
    helping, _, option = words.partition(" ")
    return Choice(option, helping) if helping in ("extra", "light") else Choice(words)


def a_line(
    item: str = "roll",
    quantity: int = 1,
    assumed: tuple[str, ...] = (),
    excluded: Mapping[str, tuple[str, ...]] | None = None,
    **groups: str | tuple[str, ...],
) -> LineItem:
    """A line of the cart, without an id."""
    return LineItem("", item, quantity, chosen(**groups), excluded or {}, assumed=assumed)


def a_roll(quantity: int = 1, **groups: str | tuple[str, ...]) -> LineItem:
    """A large ham roll as it usually is, or with these groups as said."""
    usual: dict[str, str | tuple[str, ...]] = {"greens": ("cress", "rocket"), "dressings": "mustard", "butter": "yes"}
    assumed = tuple(group for group in usual if group not in groups)
    return a_line("roll", quantity, assumed, None, **{"size": "large", "filling": "ham", **usual, **groups})


def a_drink(quantity: int = 1, brand: str = "fizz") -> LineItem:
    """A bottle."""
    return a_line("drink", quantity, brand=brand)


def meal_sides(size: str = "small", brand: str = "fizz") -> dict[str, Choices]:
    """The sides of a meal."""
    return {"crisps": chosen(size=size, salt="sea"), "drink": chosen(brand=brand)}


def an_order(*lines: LineItem, **changes: object) -> Order:
    """An order of these lines as they are named and priced now, for José at a quarter past six."""
    named = tuple(replace(line, line_id=f"l{n}") for n, line in enumerate(lines, start=1))
    order = Order(
        number=OrderNumber(NOW.date(), 47),
        call_key="c1",
        shop_id=SHOP.id,
        customer_name="José",
        phone=CALLER,
        notes="",
        lines=tuple(OrderLine(line, say.title(line, MENU), say.details(line, MENU)) for line in named),
        quote=quote(named, MENU, SHOP.tax),
        pickup=Pickup(NOW + dt.timedelta(minutes=15)),
        status=Status.RECEIVED,
        placed_at=NOW,
        fingerprint="",
    )
    return replace(order, **changes)  # type: ignore[arg-type]
