"""Which state of an order may follow which."""

from __future__ import annotations

from itertools import product

from kebabalab.models.order import Status
from kebabalab.rules.orders import can_become

ALLOWED = {
    ("received", "preparing"),
    ("received", "cancelled"),
    ("preparing", "ready"),
    ("preparing", "cancelled"),
    ("ready", "collected"),
    ("ready", "cancelled"),
    ("received", "no_show"),
    ("preparing", "no_show"),
    ("ready", "no_show"),
    ("no_show", "collected"),
    ("no_show", "cancelled"),
}


def test_an_order_goes_its_way_step_by_step_and_can_be_cancelled_or_not_fetched_until_it_is_collected() -> None:
    assert {(str(one), str(other)) for one, other in product(Status, Status) if can_become(one, other)} == ALLOWED
