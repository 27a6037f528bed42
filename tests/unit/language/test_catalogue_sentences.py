"""Plain catalogues of others are read as people speak to them."""

from __future__ import annotations

from typing import Any

import pytest

from kebabalab.language import catalogue_reader
from tests.utterances import catalogues

SETS = ((catalogues.TUNED, 0.98), (catalogues.ASIDE, 0.95))


def plain(order: dict[str, Any]) -> tuple[str, list[str]]:
    """An order with its slots in any order."""
    return order["order"], sorted(map(str, order["slots"]))


@pytest.mark.parametrize(("sets", "least"), SETS, ids=["tuned", "aside"])
def test_orders_are_read(sets: dict[str, list[catalogues.Case]], least: float) -> None:
    wrong, count = [], 0
    for name, cases in sets.items():
        read = catalogue_reader(catalogues.CATALOGUES[name])
        wrong += [said for said, orders in cases if sorted(map(plain, read(said))) != sorted(map(plain, orders))]
        count += len(cases)
    assert count > 60
    assert 1 - len(wrong) / count >= least, wrong


@pytest.mark.parametrize(("sets", "least"), SETS, ids=["tuned", "aside"])
def test_nothing_is_ordered_that_nobody_said(sets: dict[str, list[catalogues.Case]], least: float) -> None:
    for name, cases in sets.items():
        read = catalogue_reader(catalogues.CATALOGUES[name])
        assert [said for said, orders in cases if len(read(said)) > len(orders)] == []


@pytest.mark.parametrize(
    ("name", "said", "orders"),
    [(name, said, orders) for name, cases in catalogues.QUALIFIED.items() for said, orders in cases],
    ids=[said for cases in catalogues.QUALIFIED.values() for said, _ in cases],
)
def test_more_less_and_none_of_a_choice(name: str, said: str, orders: list[dict[str, Any]]) -> None:
    read = catalogue_reader(catalogues.CATALOGUES[name])
    assert sorted(map(plain, read(said))) == sorted(map(plain, orders))
