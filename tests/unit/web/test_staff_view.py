"""What a card of the kitchen shows, and which buttons it has."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kebabalab.models.order import Order, OrderEvent, OrderNumber, Status
from kebabalab.models.staff import Role, Who
from kebabalab.web.staff_view import Card, card, masked, steps
from tests.contracts.placing import CALLER, DAY, NOW, after, an_order
from tests.sandwich_bar import SHOP

KITCHEN, OWNER = Who("kim", Role.KITCHEN), Who("ana", Role.OWNER)


def shown(status: Status = Status.RECEIVED, who: Who = KITCHEN, **pickup: float) -> Card:
    order = replace(an_order(OrderNumber(DAY, 47), pickup=after(**(pickup or {"minutes": 15}))), status=status)
    return card(order, SHOP, NOW, who)


def buttons(found: Card) -> tuple[str, list[str]]:
    return (found.next.label if found.next else ""), [one.label for one in found.others]


@pytest.mark.parametrize(
    ("status", "minutes", "expected"),
    (
        (Status.RECEIVED, 15, ("Start", ["Cancel"])),
        (Status.RECEIVED, -15, ("Start", ["Cancel", "Not fetched"])),
        (Status.PREPARING, 15, ("Ready", ["Cancel"])),
        (Status.READY, 15, ("Collected", ["Cancel", "Not fetched"])),
        (Status.NO_SHOW, -15, ("Collected", ["Cancel"])),
        (Status.COLLECTED, 15, ("", [])),
        (Status.CANCELLED, 15, ("", [])),
    ),
)
def test_a_card_has_the_buttons_that_can_be_pressed(
    status: Status, minutes: float, expected: tuple[str, list[str]]
) -> None:
    following, others = buttons(shown(status, minutes=minutes))
    assert (following, sorted(others)) == expected


@pytest.mark.parametrize(
    ("minutes", "away"),
    ((15, "in 15 min"), (0, "now"), (0.4, "now"), (-8, "8 min ago"), (99, "in 99 min"), (180, "in 3 h")),
)
def test_a_card_says_how_far_away_its_time_is(minutes: float, away: str) -> None:
    assert shown(minutes=minutes).away == away


def test_what_is_not_ready_in_time_is_late_and_what_waits_to_be_fetched_is_not() -> None:
    assert [shown(status, minutes=-1).late for status in (Status.RECEIVED, Status.PREPARING, Status.READY)] == [
        True,
        True,
        False,
    ]


def test_an_order_of_another_day_says_which() -> None:
    assert not shown(hours=11).later
    assert (shown(hours=24).later, shown(hours=24).pickup) == (True, "Tue 24 Nov, 6:00 PM")
    assert shown().pickup == "6:15 PM"


def test_numbers_are_masked_for_the_kitchen_wherever_they_stand() -> None:
    assert shown().phone == f"•••{CALLER[-3:]}"
    assert shown(who=OWNER).phone == CALLER
    for written in ("0491 570 156", "+61491570156", "(03) 5550 0123", "0491-570-156", "61 491 570 156"):
        told = masked(f"ring {written} at 7.30")
        assert told.endswith(" at 7.30")
        assert written not in told


@pytest.mark.parametrize("words", ("2 of 3, 12 pieces", "table 14", "at 7:30 pm", "$12.50", ""))
def test_other_figures_stay(words: str) -> None:
    assert masked(words) == words


def test_the_history_of_an_order_says_when_on_the_shops_clock_and_who() -> None:
    event = OrderEvent("20261123-047", NOW, "staff:kim", "status", "received", "cancelled (call 0491 570 156)")
    (step,) = steps((event,), SHOP, KITCHEN)
    assert (step.at, step.who, step.what) == ("6:00 PM", "staff:kim", "status")
    assert "570 156" not in step.after
    assert steps((event,), SHOP, OWNER)[0].after == event.after


def test_an_order_whose_person_was_forgotten_can_still_be_shown() -> None:
    order: Order = replace(an_order(OrderNumber(DAY, 47)), customer_name="", phone="", notes="")
    found = card(order, SHOP, NOW + dt.timedelta(days=400), KITCHEN)
    assert (found.name, found.phone, found.notes) == ("No name", "", "")
