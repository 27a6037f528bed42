"""Texts hold what they must, in three segments of GSM-7 at most, whatever people are called or write."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.language import texts
from kebabalab.language.gsm import is_gsm
from kebabalab.models.money import Money
from kebabalab.models.order import Order, OrderNumber, PastOrder, Pickup, Status
from kebabalab.models.quote import Quote
from kebabalab.models.shop import Shop
from tests.sandwich_bar import NOW, SHOP, a_drink, a_line, a_roll, an_order, meal_sides

TWO_ROLLS = an_order(a_roll(2, greens="cress"), a_drink(), notes="NUT ALLERGY")


def test_the_ticket_holds_everything_that_the_kitchen_needs() -> None:
    assert texts.ticket(TWO_ROLLS, SHOP).split("\n") == [
        "#047 NEW",
        "Mon 23 Nov 6:15 PM",
        "José +61491570006",
        "NOTE: NUT ALLERGY",
        "2 x Large Ham Roll: cress, mustard dressing",
        "1 x Fizz bottle",
        "3 items $33.50",
    ]


def test_the_ticket_of_a_deal_names_its_sides() -> None:
    order = an_order(replace(a_roll(greens=()), sides=meal_sides()))
    assert "1 x Large Ham Roll Meal: mustard dressing, no green stuff, Small Crisps (sea salt), Fizz bottle" in (
        texts.ticket(order, SHOP)
    )


def test_a_changed_order_says_so_on_its_ticket() -> None:
    assert texts.ticket(replace(TWO_ROLLS, revision=2), SHOP).startswith("#047 CHANGED 2\n")


def test_as_soon_as_possible_is_on_the_ticket() -> None:
    order = replace(TWO_ROLLS, pickup=Pickup(NOW, asap=True))
    assert "6:00 PM ASAP" in texts.ticket(order, SHOP)


def test_lines_that_find_no_room_on_the_ticket_are_counted() -> None:
    lines = [a_roll(size=size, filling=filling, greens=greens) for size in ("small", "large")
             for filling in ("ham", "egg") for greens in ("cress", "rocket", "sprouts", ())]  # fmt: skip
    ticket = texts.ticket(an_order(*lines), SHOP)
    shown = sum(line.startswith("1 x ") for line in ticket.split("\n"))
    assert 0 < shown < 16
    assert f"+{16 - shown} more" in ticket.split("\n")


def test_equal_lines_are_one_on_the_ticket() -> None:
    assert "3 x Fizz bottle" in texts.ticket(an_order(a_drink(), a_roll(), a_drink(2)), SHOP)


def test_the_notes_come_before_the_lines_and_are_whole() -> None:
    notes = "NO NUTS PLEASE " * 20
    ticket = texts.ticket(replace(TWO_ROLLS, notes=notes.strip()), SHOP)
    assert f"NOTE: {notes.strip()}\n" in ticket


def test_the_confirmation_says_what_when_where_and_for_how_much() -> None:
    assert texts.confirmation(TWO_ROLLS, SHOP).split("\n") == [
        "The Sandwich Bar: order #047 for José",
        "2 x Large Ham Roll: cress, mustard dressing",
        "1 x Fizz bottle",
        "Total $33.50 incl GST",
        "Pick up Mon 23 Nov 6:15 PM at 1 Example Street, Exampleton",
        "Questions? +61255501234",
    ]


def test_a_confirmation_too_long_names_the_lines_without_details() -> None:
    fillings = [
        a_roll(filling=f, size=s, greens=("cress", "rocket", "sprouts"))
        for f in ("ham", "egg")
        for s in ("small", "large")
    ]
    confirmation = texts.confirmation(
        an_order(*fillings, *(replace(one, sides=meal_sides()) for one in fillings)), SHOP
    )
    assert "1 x Small Egg Roll\n" in confirmation
    assert "cress" not in confirmation


def test_a_changed_order_says_so_in_its_confirmation() -> None:
    changed = texts.confirmation(replace(TWO_ROLLS, revision=2), SHOP)
    assert changed.startswith("The Sandwich Bar: order #047 changed, for José\n")


def test_the_text_that_an_order_is_ready_says_which_and_where() -> None:
    assert texts.ready(TWO_ROLLS, SHOP).split("\n") == [
        "The Sandwich Bar: José, your order #047 is ready.",
        "Total $33.50",
        "1 Example Street, Exampleton",
    ]


def test_the_text_of_a_cancelled_order_gives_the_reason_and_whom_to_ask() -> None:
    assert texts.cancelled(TWO_ROLLS, SHOP, "We ran out of bread, sorry. www.evil.com").split("\n") == [
        "The Sandwich Bar: order #047 for José is cancelled. We ran out of bread, sorry. www. evil. com",
        "Questions? +61255501234",
    ]
    assert texts.cancelled(TWO_ROLLS, SHOP).split("\n")[0] == "The Sandwich Bar: order #047 for José is cancelled."


def test_the_kitchen_is_told_of_a_cancelled_order() -> None:
    assert texts.ticket(replace(TWO_ROLLS, status=Status.CANCELLED), SHOP).startswith("#047 CANCELLED\n")


def test_the_receipt_is_a_tax_invoice() -> None:
    assert texts.receipt(TWO_ROLLS, SHOP).split("\n") == [
        "TAX INVOICE",
        "The Sandwich Bar ABN 00 000 000 000",
        "Order 20261123-047, Mon 23 Nov 2026, José",
        "2 x Large Ham Roll $30.00",
        "1 x Fizz bottle $3.50",
        "Total $33.50, incl GST $3.05",
    ]


def test_the_receipt_shows_a_surcharge_on_its_own_line() -> None:
    quote = replace(
        TWO_ROLLS.quote, surcharge=Money(335), surcharge_label="Public holiday surcharge", total=Money(3685)
    )
    assert "Public holiday surcharge $3.35" in texts.receipt(replace(TWO_ROLLS, quote=quote), SHOP).split("\n")


def test_lines_left_out_of_a_receipt_keep_their_amount() -> None:
    order = an_order(*[a_line("drink", n, brand="orange pop") for n in range(1, 31)])
    rows = texts.receipt(order, SHOP).split("\n")
    amounts = [Money.parse(row.rsplit("$", 1)[1]).cents for row in rows if row.startswith(("+", *"123456789"))]
    assert sum(amounts) == order.quote.total.cents


def test_the_receipt_of_an_old_order_without_its_quote_has_the_total() -> None:
    past = PastOrder(OrderNumber(dt.date(2026, 1, 5), 3), Status.COLLECTED, NOW, "José", 3350, 3, TWO_ROLLS.lines)
    assert texts.receipt(past, SHOP).endswith("2 x Large Ham Roll\n1 x Fizz bottle\nTotal $33.50, incl GST")


def test_the_menu_link_is_the_shops_page() -> None:
    assert texts.menu_link(SHOP) == "The Sandwich Bar menu: https://bar.example/menu"


def test_a_shop_without_a_page_has_no_menu_link() -> None:
    assert texts.menu_link(replace(SHOP, website="")) == ""


def test_amounts_bear_the_shops_currency() -> None:
    assert "Total £33.50" in texts.confirmation(TWO_ROLLS, replace(SHOP, currency="GBP"))
    assert "Total CHF 33.50" in texts.confirmation(TWO_ROLLS, replace(SHOP, currency="CHF"))


@pytest.mark.parametrize(
    ("said", "kept"),
    (
        ("see https://evil.example/x now", "see evil. example/x now"),
        ("www.evil.com", "www. evil. com"),
        ("bit.ly/x", "bit. ly/x"),
        ("ｅｖｉｌ．com", "evil. com"),
        ("me@evil.com", "me. evil. com"),
        ("10.0.0.1", "10. 0. 0. 1"),
        ("call tel:000", "call 000"),
        ("no onion.extra dill", "no onion. extra dill"),
        ("J.R. at 6.30", "J.R. at 6.30"),
        ("a\nORDER #048\r\nb\x00", "a ORDER #048 b"),
        ("😀 hi", "hi"),
    ),
)
def test_nothing_in_a_name_or_note_can_pose_as_a_link_or_another_line(said: str, kept: str) -> None:
    assert texts.clean(said, 100) == kept


SHOPS = st.builds(
    lambda name, address, currency: replace(SHOP, name=name, address=address, currency=currency),
    st.text(max_size=300),
    st.text(max_size=300),
    st.sampled_from(("AUD", "EUR", "CHF")),
)
LINES = st.lists(
    st.sampled_from(
        [
            a_roll(50, dressings=("extra mustard", "light dill")),
            replace(a_roll(3), sides=meal_sides()),
            a_roll(greens=(), filling="egg"),
            a_drink(7),
            a_line("water", 2),
            a_line("crisps", size="small", salt="none"),
        ]
    ),
    min_size=1,
    max_size=50,
)
ORDERS = st.builds(
    lambda lines, name, notes, revision, asap: replace(
        an_order(*lines),
        customer_name=name,
        notes=notes,
        revision=revision,
        pickup=Pickup(NOW, asap),
    ),
    LINES,
    st.text(min_size=1, max_size=60),
    st.text(max_size=300) | st.text("{}[]€~^|\\", max_size=300),
    st.integers(1, 200),
    st.booleans(),
)


@given(ORDERS, SHOPS)
def test_every_text_of_any_order_is_three_segments_of_gsm_at_most(order: Order, shop: Shop) -> None:
    for text in (texts.ticket(order, shop), texts.confirmation(order, shop), texts.receipt(order, shop)):
        assert 1 <= texts.segments(text) <= 3
        assert is_gsm(text)


@given(ORDERS)
def test_no_line_of_any_order_is_dropped_in_silence(order: Order) -> None:
    for text in (texts.ticket(order, SHOP), texts.confirmation(order, SHOP)):
        rows = text.split("\n")
        counted = [int(row[1:].split()[0]) for row in rows if row.startswith("+") and row.endswith(" more")]
        shown = [row for row in rows if " x " in row and row[0].isdigit()]
        assert counted or sum(int(row.split()[0]) for row in shown) >= order.item_count


@given(st.text(max_size=300))
def test_no_note_makes_a_line_of_its_own(notes: str) -> None:
    order = replace(TWO_ROLLS, notes=notes)
    rows = texts.ticket(order, SHOP).split("\n")
    assert len(rows) <= 7
    assert rows[0] == "#047 NEW"


def test_a_quote_is_never_computed_again_for_a_receipt() -> None:
    odd = Quote(TWO_ROLLS.quote.lines, Money(1), Money(0), "", Money(7), Money(99), "m0")
    assert "Total $0.99, incl GST $0.07" in texts.receipt(replace(TWO_ROLLS, quote=odd), SHOP)
