"""Builders: menus, lines and shops for tests, made of what the test says and something usual for the rest.

Amounts are cents; a dict of amounts is one for each option of the group "size".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from kebabalab.models.item import Choice, Choices, LineItem
from kebabalab.models.menu import Deal, Group, GroupKind, Item, Menu, Option, Price, Side
from kebabalab.models.money import Money
from kebabalab.models.shop import HolidaySurcharge, Hours, LeadTimes, Shop, Tax, Window

ZONE = ZoneInfo("Australia/Melbourne")
GST = Tax("GST", 1, 11)
LEAD = LeadTimes(
    earliest=10, earliest_busy=25, free_queue=5, per_queued_order=1, estimate=15, estimate_busy=25,
    per_extra_item=2, per_waiting_order=1, longest_estimate=45, days_ahead=7,
)  # fmt: skip

Amount = int | Mapping[str, int]


def price(amount: Amount) -> Price:
    """A price in cents, the same for all or by size."""
    if isinstance(amount, int):
        return Price.fixed(Money(amount))
    return Price("size", {size: Money(cents) for size, cents in amount.items()})


def option(option_id: str, amount: Amount = 0, extra: Amount | None = None, available: bool = True) -> Option:
    """An option; without `extra` no extra helping of it is sold."""
    helping = None if extra is None else price(extra)
    return Option(option_id, option_id, price(amount), (option_id,), extra=helping, available=available)


def one(group_id: str, *options: str | Option, usual: str = "", required: bool | None = None) -> Group:
    """A group of which one option is taken; required unless it has a usual."""
    return Group(
        group_id, group_id, GroupKind.ONE, _options(options), required=not usual if required is None else required,
        usual=(usual,) if usual else (), ask=f"Which {group_id}?",
    )  # fmt: skip


def many(group_id: str, *options: str | Option, usual: tuple[str, ...] = ()) -> Group:
    """A group of which several options can be taken."""
    return Group(group_id, group_id, GroupKind.MANY, _options(options), usual=usual, light=True)


def flag(group_id: str, usual: str = "yes", yes: Amount = 0, no: Amount = 0) -> Group:
    """A group that is a plain yes or no."""
    return Group(group_id, group_id, GroupKind.FLAG, (option("yes", yes), option("no", no)), usual=(usual,))


def item(item_id: str, amount: Amount, *groups: Group, title: str = "") -> Item:
    """An item, titled by its id where nothing else is said."""
    return Item(item_id, "all", title or item_id, title or item_id, price(amount), (item_id,), groups)


def side(side_id: str, sold: str, **usual: str) -> Side:
    """A side that is the item `sold`; its fields are called `<side>_<group>`, for the groups that have a usual."""
    return Side(side_id, sold, {f"{side_id}_{group}": group for group in usual}, usual)


def deal(deal_id: str, main: str, amount: Amount, **sides: Mapping[str, str]) -> Deal:
    """A deal of a main item with these sides and the options that they must have."""
    return Deal(deal_id, deal_id, main, sides, price(amount), (deal_id,))


def menu(*items: Item, sides: tuple[Side, ...] = (), deals: tuple[Deal, ...] = ()) -> Menu:
    """A menu of these items."""
    return Menu("v1", items, sides, deals, ("all",))


def chosen(**groups: str | tuple[str, ...]) -> Choices:
    """Choices by group: one option or several; "extra x" and "light x" are helpings, "x on left half" a part."""
    return {
        group: tuple(_choice(one) for one in ((said,) if isinstance(said, str) else said))
        for group, said in groups.items()
    }


def line(
    item_id: str,
    quantity: int = 1,
    line_id: str = "",
    sides: Mapping[str, Choices] | None = None,
    **groups: str | tuple[str, ...],
) -> LineItem:
    """A line of the cart; with sides it is a deal."""
    return LineItem(line_id, item_id, quantity, chosen(**groups), sides=sides or {})


def lines(*several: LineItem) -> tuple[LineItem, ...]:
    """Lines as a cart holds them, each with an id."""
    return tuple(
        LineItem(f"l{n}", one.item, one.quantity, one.choices, one.excluded, one.sides, one.assumed)
        for n, one in enumerate(several, start=1)
    )


def whole_lines(sold: Menu, most: int = 6) -> st.SearchStrategy[LineItem]:
    """Any line that the menu sells, with every choice made: single items, and deals with sides that they can have."""
    singles = [_whole_line(one, most) for one in sold.items]
    return st.one_of(*singles, *(_whole_deal(sold, one, most) for one in sold.deals))


def at(text: str, fold: int = 0) -> dt.datetime:
    """The instant at which the shop's clock shows this ("2026-11-23 18:00"); `fold` 1 is the second time it does."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE, fold=fold)


def hours(*weekdays: str, **exceptions: str) -> Hours:
    """Hours by weekday from Monday, "11-23" or "11-15 17-26", "" for closed; the last one holds for the rest.

    Exceptions are dates: `d2026_12_25=""`.
    """
    rest = weekdays[-1] if weekdays else "11-23"
    week = {day: _windows(weekdays[day] if day < len(weekdays) else rest) for day in range(7)}
    dated = {dt.date.fromisoformat(day[1:].replace("_", "-")): _windows(text) for day, text in exceptions.items()}
    return Hours(week, dated)


def shop(opening: Hours | None = None, lead: LeadTimes = LEAD) -> Shop:
    """A shop in Melbourne, open from 11 to 23 every day unless said otherwise."""
    return Shop(
        id="shop", name="The Shop", zone=ZONE, country="AU", currency="AUD", phone="+61255501234", transfer_to="",
        address="1 Example Street", business_number="", website="", hours=opening or hours("11-23"), lead=lead, tax=GST,
        surcharge=HolidaySurcharge(on=False, percent=10, country="AU", subdivision="VIC"),
    )  # fmt: skip


def _options(options: tuple[str | Option, ...]) -> tuple[Option, ...]:
    return tuple(option(one) if isinstance(one, str) else one for one in options)


def _choice(words: str) -> Choice:
    words, _, part = words.partition(" on ")
    helping, _, option_id = words.partition(" ")
    return Choice(option_id, helping, part) if helping in ("extra", "light") else Choice(words, part=part)


def _windows(text: str) -> tuple[Window, ...]:
    return tuple(Window(*(_minutes(end) for end in window.split("-"))) for window in text.split())


def _minutes(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute or 0)


def _whole_line(main: Item, most: int) -> st.SearchStrategy[LineItem]:
    return st.builds(
        lambda quantity, choices: LineItem("", main.id, quantity, choices), st.integers(1, most), _choices(main)
    )


def _whole_deal(sold: Menu, one: Deal, most: int) -> st.SearchStrategy[LineItem]:
    main = sold.item(one.main)
    assert main is not None
    sides: dict[str, st.SearchStrategy[Choices]] = {}
    for side_id, fixed in one.sides.items():
        beside = sold.side(side_id)
        other = sold.item(beside.item) if beside is not None else None
        assert other is not None
        sides[side_id] = _choices(other).map(
            lambda free, fixed=fixed: {**free, **{g: (Choice(o),) for g, o in fixed.items()}}  # type: ignore[misc]
        )
    return st.builds(
        lambda quantity, choices, beside: LineItem("", main.id, quantity, choices, sides=beside),
        st.integers(1, most),
        _choices(main),
        st.fixed_dictionaries(sides),
    )


def _choices(main: Item) -> st.SearchStrategy[Choices]:
    return st.fixed_dictionaries({group.id: _of_group(group, main) for group in main.groups})


def _of_group(group: Group, main: Item) -> st.SearchStrategy[tuple[Choice, ...]]:
    if group.kind is not GroupKind.MANY:
        # A size that the item has no price for is not sold.
        ids = [one.id for one in group.options if main.price.by != group.id or one.id in main.price.amounts]
        return st.sampled_from(ids).map(lambda taken: (Choice(taken),))
    helpings = [Choice(one.id, helping) for one in group.options for helping in ("", "light", "extra")]
    sold = [taken for taken in helpings if taken.helping != "extra" or _has_extra(group, taken.option)]
    return st.lists(st.sampled_from(sold), max_size=3, unique_by=lambda taken: taken.option).map(tuple)


def _has_extra(group: Group, option_id: str) -> bool:
    found = group.option(option_id)
    return found is not None and found.extra is not None
