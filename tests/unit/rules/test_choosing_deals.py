"""The sides of a deal: what was said of them, what the deal fixes, their usual."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import ItemRequest, LineItem
from kebabalab.rules.choosing import as_deal, choose, deal_named, needs
from tests.unit.rules.sayings import MENU, line, said, taken


class TestDeals:
    def meal(self, deal_id: str = "meal", **said_of: str) -> LineItem:
        sides = tuple(ItemRequest(of, mentions=said(words)) for of, words in said_of.items())
        return choose(ItemRequest("roll", mentions=said("bean, kale"), deal=deal_id, sides=sides), MENU)

    def test_nothing_said_of_the_sides_is_their_usual_and_assumed(self) -> None:
        made = self.meal()
        assert {side_id: taken(replace(made, choices=held), "size") for side_id, held in made.sides.items()} == {
            "crisps": "small",
            "drink": "open",
        }
        assert taken(replace(made, choices=made.sides["drink"]), "brand") == "fizz"
        assert set(made.assumed) == {"dressings", "toasted", "crisps_size", "crisps_salt", "drink_brand"}

    def test_what_was_said_of_a_side_is_not_assumed(self) -> None:
        made = self.meal(drink="pop", crisps="celery")
        assert taken(replace(made, choices=made.sides["drink"]), "brand") == "pop"
        assert taken(replace(made, choices=made.sides["crisps"]), "salt") == "celery"
        assert set(made.assumed) == {"dressings", "toasted", "crisps_size"}

    def test_what_the_deal_fixes_comes_before_the_usual(self) -> None:
        made = self.meal("big meal")
        assert taken(replace(made, choices=made.sides["crisps"]), "size") == "large"

    def test_a_larger_side_that_was_asked_for_comes_before_what_the_deal_fixes(self) -> None:
        made = self.meal("meal", crisps="large")
        assert taken(replace(made, choices=made.sides["crisps"]), "size") == "large"

    def test_sides_that_no_deal_has_are_refused_with_what_there_is(self) -> None:
        snack = ItemRequest("crisps", mentions=said("small"), deal="small snack")
        with pytest.raises(NotOnTheMenu) as refused:
            choose(replace(snack, sides=(ItemRequest("drink", mentions=said("cola")),)), MENU)
        assert (refused.value.words, refused.value.nearest) == ("small snack with cola Drink", ("pop Drink",))

    def test_two_sides_of_one_kind_are_each_what_was_said_of_them(self) -> None:
        drinks = (ItemRequest("drink", mentions=said("pop")), ItemRequest("drink", mentions=said("cola")))
        made = choose(ItemRequest("roll", mentions=said("bean"), deal="for two", sides=drinks), MENU)
        assert [taken(replace(made, choices=held), "brand") for held in made.sides.values()] == ["pop", "cola"]

    def test_of_two_sides_of_one_kind_the_unsaid_one_is_as_usual(self) -> None:
        made = self.meal("for two", drink="pop")
        assert [taken(replace(made, choices=held), "brand") for held in made.sides.values()] == ["pop", "fizz"]
        assert "second_brand" in made.assumed

    def test_a_side_refused_without_another_named_is_open(self) -> None:
        made = self.meal(drink="not fizz")
        assert [need.field for need in needs(made, MENU)] == ["drink_brand"]

    def test_a_line_as_a_deal_keeps_every_choice(self) -> None:
        single = line("bean, kale, not oil, extra pesto, egg, not toasted")
        made = as_deal(single, "meal", MENU)
        assert (made.choices, made.excluded, made.quantity) == (single.choices, single.excluded, single.quantity)
        assert as_deal(made, "", MENU) == single

    def test_another_deal_keeps_the_sides_that_it_has_too(self) -> None:
        made = as_deal(self.meal("roll and drink", drink="cola"), "big meal", MENU)
        assert taken(replace(made, choices=made.sides["drink"]), "brand") == "cola"
        assert taken(replace(made, choices=made.sides["crisps"]), "size") == "large"
        assert "drink_brand" not in made.assumed

    def test_a_smaller_deal_leaves_the_other_sides_out(self) -> None:
        made = as_deal(self.meal(drink="cola"), "roll and drink", MENU)
        assert list(made.sides) == ["drink"]
        assert set(made.assumed) == {"dressings", "toasted"}

    @pytest.mark.parametrize(
        ("wanted", "expected"),
        (
            pytest.param((), "meal", id="the first of the item"),
            pytest.param(("for two", "big meal"), "big meal", id="the first of those named"),
            pytest.param(("small snack",), None, id="none of those named"),
        ),
    )
    def test_the_deal_that_a_name_means(self, wanted: tuple[str, ...], expected: str | None) -> None:
        found = deal_named("roll", MENU, wanted)
        assert (found.id if found is not None else None) == expected
