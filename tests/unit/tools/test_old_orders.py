"""The predecessor's rows become our orders: money to the cent, lines as they were, and a word on whatever is not."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.db.encoding import order_of, order_text
from kebabalab.gateways.shop_files import load
from kebabalab.language.lexicon import build_lexicon
from kebabalab.language.understand import understand
from kebabalab.models.item import LineItem
from kebabalab.models.order import Status
from kebabalab.rules.choosing import choose, needs
from kebabalab.rules.pricing import quote
from kebabalab.tools import cart_view
from kebabalab.tools.facts import Facts
from kebabalab.tools.old_orders import Imported, OldOrder, Unreadable, imported
from tests.utterances.kebabalab_tuned import CASES

DATA = load(Path(__file__).resolve().parents[3] / "shops" / "kebabalab")
FACTS = Facts(
    dt.datetime(2026, 11, 23, 18, 0, tzinfo=DATA.shop.zone), DATA.menu, DATA.shop, lexicon=build_lexicon(DATA.menu)
)
KEBAB = {
    "category": "kebabs", "name": "Large Lamb Kebab", "size": "large", "protein": "lamb", "salads": ["lettuce"],
    "sauces": ["extra garlic"], "extras": ["cheese"], "cheese": True, "quantity": 2, "price": 16.5, "lineTotal": 33.0,
}  # fmt: skip
OLD = OldOrder(
    order_number="KB-20251012-007",
    customer_name="José",
    customer_phone="0491 570 006",
    cart_json=json.dumps([KEBAB]),
    subtotal=30.0,
    gst=3.0,
    total=33.0,
    ready_at="2025-10-12T18:30:00",
    notes="NUT ALLERGY",
    status="completed",
    created_at="2025-10-12 18:05:11",
)


def brought_over(**changes: Any) -> Imported:
    return imported(replace(OLD, **changes), FACTS)


def cart(*rows: object) -> str:
    return json.dumps(list(rows))


def test_an_old_order_keeps_number_money_person_and_times() -> None:
    order = brought_over().order
    assert order.number.id == "20251012-007"
    assert (order.quote.subtotal.cents, order.quote.tax.cents, order.quote.total.cents) == (3000, 300, 3300)
    assert (order.customer_name, order.phone, order.notes) == ("José", "+61491570006", "NUT ALLERGY")
    assert order.placed_at.isoformat() == "2025-10-12T18:05:11+11:00"
    assert order.pickup.at.isoformat() == "2025-10-12T18:30:00+11:00"
    assert brought_over().remarks == ()


@pytest.mark.parametrize(
    ("dollars", "cents"),
    (
        (18.345, 1835), (18.344999, 1834), (0.1 + 0.2, 30), (1.005, 101), (2.675, 268), ("$22.50", 2250), (22, 2200),
        ("21", 2100), (0, 0), (0.0, 0),
    ),
)  # fmt: skip
def test_dollars_become_cents_half_a_cent_up(dollars: object, cents: int) -> None:
    assert brought_over(total=dollars).order.quote.total.cents == cents


@pytest.mark.parametrize("amount", (None, "", "free", float("nan"), float("inf"), -1.0, 10**9, b"\xff"))
def test_an_order_without_an_amount_is_not_made_up(amount: object) -> None:
    with pytest.raises(Unreadable, match="total"):
        brought_over(total=amount)


def test_what_is_missing_of_the_money_is_named() -> None:
    found = brought_over(subtotal=None, gst="?")
    assert found.remarks == ("no amount in subtotal", "no amount in gst")
    assert (found.order.quote.subtotal.cents, found.order.quote.tax.cents) == (3300, 0)


@pytest.mark.parametrize(
    ("written", "instant"),
    (
        ("2025-10-12 18:05:11", "2025-10-12T18:05:11+11:00"),
        ("2025-10-12T18:05:11.5", "2025-10-12T18:05:11.500000+11:00"),
        ("2025-10-12T07:05:11Z", "2025-10-12T18:05:11+11:00"),
        ("2025-10-12T07:05:11+00:00", "2025-10-12T18:05:11+11:00"),
        ("2025-07-12 18:05", "2025-07-12T18:05:00+10:00"),
    ),
)
def test_a_time_without_a_zone_is_the_shops(written: str, instant: str) -> None:
    assert brought_over(created_at=written).order.placed_at.isoformat() == instant


def test_a_time_that_can_not_be_read_is_taken_from_the_other_one_or_refused() -> None:
    found = brought_over(created_at="last week")
    assert found.order.placed_at == found.order.pickup.at
    assert "last week" in found.remarks[0]
    assert "6:30 PM" in brought_over(ready_at="6:30 PM").remarks[0]
    for odd in ("", "0001-01-01", "9999-12-31 23:59:59"):
        with pytest.raises(Unreadable, match="created_at"):
            brought_over(created_at=odd, ready_at=odd)


@pytest.mark.parametrize(
    ("status", "past", "to_come"),
    (
        ("completed", Status.COLLECTED, Status.COLLECTED),
        ("Cancelled", Status.CANCELLED, Status.CANCELLED),
        ("pending", Status.COLLECTED, Status.RECEIVED),
        ("in progress", Status.COLLECTED, Status.PREPARING),
        ("READY", Status.COLLECTED, Status.READY),
    ),
)
def test_only_what_is_yet_to_be_collected_is_still_open(status: str, past: Status, to_come: Status) -> None:
    assert brought_over(status=status).order.status is past
    found = brought_over(status=status, created_at="2026-11-23 17:55", ready_at="2026-11-23 18:20")
    assert (found.order.status, found.remarks) == (to_come, ())


def test_an_unknown_status_is_named() -> None:
    found = brought_over(status="weird")
    assert found.order.status is Status.COLLECTED
    assert found.remarks == ("status 'weird' is taken for collected",)


@pytest.mark.parametrize(
    ("written", "number"),
    (
        ("KB-20251012-007", 7), ("#047", 47), ("47", 47), ("20251012047", 47), ("4711", 4711), ("order 12 b", 12),
        ("", 0), ("abc", 0), ("20251012183045123", 0), ("000", 0), ("४७", 0),
    ),
)  # fmt: skip
def test_the_number_is_the_old_one_where_it_can_be_one_of_a_day(written: str, number: int) -> None:
    assert brought_over(order_number=written).order.number.number == number


@pytest.mark.parametrize("phone", ("", "unknown", "12", "+61...", "call him"))
def test_an_order_without_a_number_to_call_is_kept_and_named(phone: str) -> None:
    found = brought_over(customer_phone=phone)
    assert found.order.phone == ""
    assert found.remarks == ("no valid phone number",)


@pytest.mark.parametrize("broken", ("", "[{", "{}", "null", "3", "[" * 100_000, '"[]"'))
def test_a_cart_that_can_not_be_read_is_no_order(broken: str) -> None:
    with pytest.raises(Unreadable, match="cart_json"):
        brought_over(cart_json=broken)


def test_a_line_that_is_not_sold_any_more_is_kept_as_text_and_named() -> None:
    gone = {"category": "wraps", "name": "Dragon\x00wrap \ud800", "quantity": "3", "price": 9.0}
    found = brought_over(cart_json=cart(KEBAB, gone, "x", None))
    assert [(line.name, line.line.quantity) for line in found.order.lines] == [
        ("Large Lamb Kebab", 2), ("Dragon wrap", 3), ("x", 1), ("None", 1),
    ]  # fmt: skip
    assert [remark.split(" is ")[0] for remark in found.remarks] == ["line 2", "line 3", "line 4"]
    sold = found.order.quote.line("l2")
    assert sold is not None
    assert (sold.unit and sold.unit.cents, sold.total and sold.total.cents) == (900, 2700)


@pytest.mark.parametrize(
    ("quantity", "kept", "remarks"),
    (
        (2, 2, 0), ("3", 3, 0), (2.0, 2, 0), (None, 1, 0), (120, 120, 0), (0, 1, 1), (-1, 1, 1), (2.5, 1, 1),
        ("two", 1, 1), (True, 1, 1), ([], 1, 1), (10**9, 1, 1),
    ),
)  # fmt: skip
def test_a_quantity_is_as_it_was_or_named(quantity: object, kept: int, remarks: int) -> None:
    found = brought_over(cart_json=cart({**KEBAB, "quantity": quantity}))
    assert found.order.lines[0].line.quantity == kept
    assert len(found.remarks) == remarks


def test_what_an_order_does_not_list_is_not_added_from_the_usual() -> None:
    (line,) = brought_over(
        cart_json=cart({**KEBAB, "salads": [], "sauces": [], "extras": [], "cheese": False})
    ).order.lines
    assert (line.line.choices["salads"], line.line.choices["sauces"], line.line.choices["extras"]) == ((), (), ())
    assert line.line.assumed == ()


def test_whatever_callers_ordered_comes_back_from_a_cart_as_it_was() -> None:
    """Every line that a tuned sentence makes, written as the contract's cart line without its itemId."""
    wrong = []
    for said, _gold in CASES:
        for line in lines_of(said):
            row = cart_view.line(0, line, FACTS.menu, quote([line], FACTS.menu, FACTS.shop.tax))
            found = brought_over(cart_json=cart({name: value for name, value in row.items() if name != "itemId"}))
            if found.remarks or chosen(found.order.lines[0].line) != chosen(line):
                wrong.append((said, found))
    assert wrong == []


def lines_of(said: str) -> list[LineItem]:
    lines = [choose(request, FACTS.menu) for request in understand(said, FACTS.lexicon).requests]
    return [replace(line, line_id="l1") for line in lines if not needs(line, FACTS.menu)]


def chosen(line: LineItem) -> object:
    return line.item, line.quantity, given_in(line.choices), {side: given_in(one) for side, one in line.sides.items()}


def given_in(choices: Any) -> dict[str, list[str]]:
    return {group: sorted(map(str, several)) for group, several in choices.items() if several}


JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*KEBAB, "x"]), inner, max_size=4),
    max_leaves=12,
)
TEXTS = st.text(max_size=30)


@given(
    old=st.builds(
        OldOrder,
        order_number=TEXTS,
        customer_name=TEXTS,
        customer_phone=TEXTS,
        cart_json=st.lists(st.fixed_dictionaries(dict.fromkeys(KEBAB, JUNK)) | JUNK, max_size=3).map(json.dumps),
        subtotal=JUNK,
        gst=JUNK,
        total=st.floats(0, 999) | JUNK,
        ready_at=TEXTS,
        notes=TEXTS,
        status=TEXTS,
        created_at=st.just("2025-10-12 18:05:11") | st.datetimes().map(str) | TEXTS,
    )
)
def test_no_row_is_a_surprise(old: OldOrder) -> None:
    try:
        found = imported(old, FACTS)
    except Unreadable:
        return
    assert order_of(order_text(found.order)).lines == found.order.lines
