"""A shop's own words for its texts: filled in, kept within what a text can hold, and refused when they can't work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.language import texts
from kebabalab.language.text_templates import LONGEST_WORDS, WORDINGS, problem
from kebabalab.models.shop import Shop
from kebabalab.models.texts import TextKind
from tests.sandwich_bar import SHOP, a_drink, a_roll, an_order

ORDER = an_order(a_roll(2), a_drink(), notes="NO NUTS")
VIETNAMESE = replace(ORDER, customer_name="Nguyễn")


def saying(kind: TextKind, template: str, *, unicode: bool = False) -> Shop:
    return replace(SHOP, texts={kind: template}, unicode_texts=unicode)


def test_a_shop_says_it_in_its_own_words() -> None:
    shop = saying(TextKind.CONFIRMATION, "G'day {name}, {order}:\n{lines}\n{total} at {pickup}. Ta!")
    assert texts.confirmation(ORDER, shop).split("\n") == [
        "G'day José, #047:",
        "2 x Large Ham Roll: cress, rocket, mustard dressing",
        "1 x Fizz bottle",
        "$33.50 at Mon 23 Nov 6:15 PM. Ta!",
    ]


def test_the_texts_that_a_shop_leaves_alone_stay_as_they_are() -> None:
    shop = saying(TextKind.READY, "{order} is ready")
    assert texts.confirmation(ORDER, shop) == texts.confirmation(ORDER, SHOP)
    assert texts.ready(ORDER, shop) == "#047 is ready"


def test_a_line_with_nothing_to_say_is_left_out() -> None:
    shop = saying(TextKind.TICKET, "{order} {state} {pickup} {name}\nMIND: {notes}\n{lines}")
    assert "MIND" not in texts.ticket(replace(ORDER, notes=""), shop)
    assert "MIND: NO NUTS" in texts.ticket(ORDER, shop)


def test_what_a_caller_says_fills_in_no_field() -> None:
    assert "{total}" in texts.ticket(replace(ORDER, notes="{total}"), SHOP)


def test_a_shop_that_pays_for_it_keeps_every_letter() -> None:
    assert "Nguyen" in texts.ready(VIETNAMESE, SHOP)
    assert "Nguyễn" in texts.ready(VIETNAMESE, saying(TextKind.READY, "{name}: {order}", unicode=True))


def test_the_usual_words_have_no_mistake() -> None:
    assert {problem(kind, wording.usual, unicode=False) for kind, wording in WORDINGS.items()} == {""}
    assert set(WORDINGS) == set(TextKind)


@pytest.mark.parametrize(
    ("template", "said"),
    (
        ("{order", "write { and } only around the name of a field"),
        ("{order} }", "write { and } only around the name of a field"),
        ("{order!r}", "a field is its name in braces and nothing more"),
        ("{order:>9}", "a field is its name in braces and nothing more"),
        ("{order.number}", "there is no field {order.number} here; known: {shop}, "),
        ("{}", "there is no field {} here"),
        ("{order} {nmae}", "there is no field {nmae} here"),
        ("your order is ready", "this text must name {order}; add it"),
        ("{order}: {lines}", "{lines} must stand on a line of its own"),
        ("{order} " + "x" * LONGEST_WORDS, "write at most 200"),
        ("{order} is ready 🎉", '"🎉" makes every text with it cost more than double'),
    ),
)
def test_words_that_can_not_work_are_refused_with_what_to_do(template: str, said: str) -> None:
    assert said in problem(TextKind.READY, template, unicode=False)


def test_letters_that_cost_more_are_taken_from_a_shop_that_says_so() -> None:
    assert problem(TextKind.READY, "{order} sẵn sàng", unicode=True) == ""


def test_a_receipt_must_hold_what_the_law_asks_for() -> None:
    assert "{business_number}" in problem(TextKind.RECEIPT, "{shop} {total} {tax_amount}\n{lines}", unicode=False)


@given(
    st.text(st.characters(exclude_characters="{}"), max_size=LONGEST_WORDS),
    st.text(max_size=60),
    st.text(max_size=300),
    st.booleans(),
)
def test_no_words_and_no_caller_make_a_text_too_long(words: str, name: str, notes: str, unicode: bool) -> None:
    order = replace(an_order(*[a_roll(n) for n in range(1, 20)]), customer_name=name, notes=notes)
    ticket = saying(TextKind.TICKET, words + WORDINGS[TextKind.TICKET].usual, unicode=unicode)
    told = saying(TextKind.CANCELLED, words + "{order} {reason}", unicode=unicode)
    assert texts.segments(texts.ticket(order, ticket)) <= 3
    assert texts.segments(texts.cancelled(order, told, notes)) <= 3
    assert texts.segments(texts.receipt(order, replace(SHOP, unicode_texts=unicode))) <= 3
