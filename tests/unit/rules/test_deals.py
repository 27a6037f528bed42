"""Deals: what lines make together, and lines that become deals with all that was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.models.cart import Cart
from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Heard, LineItem, Mention
from kebabalab.models.menu import Menu
from kebabalab.models.money import Money
from kebabalab.rules.choosing import needs
from kebabalab.rules.deals import Converted, convert, deal_of, suggestions
from kebabalab.rules.pricing import quote
from tests.builders import GST, chosen, deal, item, line, lines, many, menu, one, option, side, whole_lines

SIZE = one("size", "small", "large")
SALT = one("salt", "sea", "celery", "none", usual="sea")
MENU = menu(
    item("roll", {"small": 1000, "large": 1500}, SIZE, many("greens", "cress", option("sprouts", 100))),
    item("pie", 1500),
    item("crisps", {"small": 500, "large": 900}, SIZE, SALT, many("dips", option("salsa", 75, extra=20))),
    item("drink", 350, one("brand", "fizz", "pop")),
    item("cone", 300),
    sides=(side("crisps", "crisps", size="small", salt="sea"), side("drink", "drink", brand="fizz")),
    deals=(
        deal("meal", "roll", {"small": 1700, "large": 2200}, crisps={"size": "small"}, drink={}),
        deal("big meal", "roll", {"small": 2000, "large": 2500}, crisps={"size": "large"}, drink={}),
        deal("roll and drink", "roll", {"small": 1250, "large": 1750}, drink={}),
        deal("pie meal", "pie", 2300, crisps={"size": "small"}, drink={}),
        deal("dear", "cone", 9000, drink={}),
    ),
)
SMALL_CRISPS = line("crisps", size="small", salt="sea", dips=())
LARGE_CRISPS = line("crisps", size="large", salt="sea", dips=())
FIZZ = line("drink", brand="fizz")
POP = line("drink", brand="pop")


def roll(quantity: int = 1, size: str = "large", greens: str | tuple[str, ...] = ()) -> LineItem:
    return line("roll", quantity, size=size, greens=greens)


def of(asked: LineItem, quantity: int) -> LineItem:
    return replace(asked, quantity=quantity)


def a_cart(*several: LineItem) -> Cart:
    return Cart().add(several)


def total(cart: Cart) -> int:
    return quote(cart.lines, MENU, GST).total.cents


def made(cart: Cart, index: int = 0, wanted: Mapping[str, tuple[Mention, ...]] | None = None) -> Converted:
    return convert(cart, (cart.lines[index].line_id,), MENU, wanted or {})


def without_fizz() -> Menu:
    """The menu on a day when the usual drink is sold out."""
    drink = item("drink", 350, one("brand", option("fizz", available=False), "pop", "cola"))
    return replace(MENU, items=tuple(drink if each.id == "drink" else each for each in MENU.items))


def shown(cart: Cart) -> list[str]:
    """Each line in words: "2 roll large + crisps small sea + drink fizz"."""
    return [
        " + ".join(
            [
                f"{each.quantity} {each.item} {_words(each.choices)}".strip(),
                *(f"{side_id} {_words(choices)}".strip() for side_id, choices in each.sides.items()),
            ]
        )
        for each in cart.lines
    ]


def _words(choices: Mapping[str, tuple[object, ...]]) -> str:
    return " ".join(str(choice) for taken in choices.values() for choice in taken)


class TestDealOf:
    @pytest.mark.parametrize(
        ("sides", "expected"),
        (
            pytest.param({"crisps": chosen(size="small"), "drink": chosen(brand="fizz")}, "meal", id="its own sides"),
            pytest.param(
                {"crisps": chosen(size="large"), "drink": chosen(brand="pop")}, "big meal", id="a larger side"
            ),
            pytest.param({"drink": chosen(brand="pop")}, "roll and drink", id="fewer sides"),
            pytest.param({"crisps": chosen(size="small")}, None, id="sides that no deal has"),
            pytest.param({"crisps": {}, "drink": chosen(brand="pop")}, None, id="what tells two deals apart is open"),
            pytest.param({}, None, id="no sides at all"),
        ),
    )
    def test_the_sides_say_which_deal_a_line_is(
        self, sides: dict[str, dict[str, object]], expected: str | None
    ) -> None:
        found = deal_of(line("roll", sides=sides, size="large"), MENU)  # type: ignore[arg-type]
        assert (found.id if found is not None else None) == expected


class TestSuggestions:
    @pytest.mark.parametrize(
        ("cart", "expected"),
        (
            pytest.param((roll(), SMALL_CRISPS, FIZZ), [("meal", "l1 l2 l3", 150)], id="all three parts are there"),
            pytest.param(
                (FIZZ, LARGE_CRISPS, roll()), [("big meal", "l3 l2 l1", 250)], id="the larger side's own deal"
            ),
            pytest.param((roll(), POP), [("roll and drink", "l1 l2", 100)], id="the deal that needs less"),
            pytest.param((roll(2), FIZZ), [("roll and drink", "l1 l2", 100)], id="one drink for two: one deal"),
            pytest.param((roll(2), of(FIZZ, 3)), [("roll and drink", "l1 l2", 200)], id="as many as there are pieces"),
            pytest.param(
                (roll(2), of(SMALL_CRISPS, 2), FIZZ, POP), [("meal", "l1 l2 l3 l4", 300)], id="drinks of two lines"
            ),
            pytest.param(
                (roll(2), SMALL_CRISPS, of(FIZZ, 2)),
                [("meal", "l1 l2 l3", 150), ("roll and drink", "l1 l3", 100)],
                id="what is left over makes another deal",
            ),
            pytest.param((roll(), line("pie"), FIZZ), [("roll and drink", "l1 l3", 100)], id="only what has its parts"),
            pytest.param((line("pie"), LARGE_CRISPS, FIZZ), [], id="a side in a size that the deal does not have"),
            pytest.param((roll(), SMALL_CRISPS), [], id="nothing is added to reach a deal"),
            pytest.param((line("cone"), FIZZ), [], id="a deal that saves nothing"),
            pytest.param((line("roll"), FIZZ), [], id="a main item with a choice still open"),
            pytest.param((roll(), line("drink")), [], id="a side with a choice still open"),
            pytest.param((), [], id="an empty cart"),
        ),
    )
    def test_the_deals_that_the_cart_makes(
        self, cart: tuple[LineItem, ...], expected: list[tuple[str, str, int]]
    ) -> None:
        found = suggestions(lines(*cart), MENU, GST)
        assert [(one.deal, " ".join(one.line_ids), one.saves.cents) for one in found] == expected

    def test_a_side_is_not_counted_in_two_deals(self) -> None:
        found = suggestions(lines(roll(), roll(size="small"), FIZZ), MENU, GST)
        assert len(found) == 1

    def test_a_line_that_is_a_deal_already_is_left_alone(self) -> None:
        meal = line("roll", sides={"drink": chosen(brand="fizz")}, size="large")
        assert suggestions(lines(meal, SMALL_CRISPS, FIZZ), MENU, GST) == ()

    def test_the_best_saving_comes_first(self) -> None:
        cart = lines(roll(), POP, roll(3), of(LARGE_CRISPS, 3), of(FIZZ, 3))
        assert [found.saves.cents for found in suggestions(cart, MENU, GST)] == [500, 250, 100]

    @given(st.integers(1, 5), st.integers(1, 5), st.integers(1, 5))
    def test_together_they_save_what_the_deals_save_that_the_pieces_make(
        self, rolls: int, crisps: int, drinks: int
    ) -> None:
        found = suggestions(lines(roll(rolls), of(SMALL_CRISPS, crisps), of(FIZZ, drinks)), MENU, GST)
        meals = min(rolls, crisps, drinks)
        others = min(rolls, drinks) - meals
        assert sum(each.saves.cents for each in found) == 150 * meals + 100 * others

    @given(st.lists(whole_lines(MENU), max_size=6).map(lambda several: lines(*several)))
    def test_only_a_saving_is_suggested_and_never_more_than_the_cart_costs(self, cart: tuple[LineItem, ...]) -> None:
        saves = [found.saves.cents for found in suggestions(cart, MENU, GST)]
        assert all(cents > 0 for cents in saves)
        assert sum(saves) <= quote(cart, MENU, GST).total.cents


class TestConvert:
    @pytest.mark.parametrize(
        ("cart", "expected"),
        (
            pytest.param((roll(),), ["1 roll large + crisps small sea + drink fizz"], id="sides as usual are added"),
            pytest.param(
                (roll(), SMALL_CRISPS, POP),
                ["1 roll large + crisps small sea + drink pop"],
                id="sides that are there become the deal's",
            ),
            pytest.param(
                (roll(), LARGE_CRISPS, POP),
                ["1 roll large + crisps large sea + drink pop"],
                id="a larger side makes the larger deal",
            ),
            pytest.param(
                (roll(), LARGE_CRISPS, SMALL_CRISPS, POP),
                ["1 roll large + crisps small sea + drink pop", "1 crisps large sea"],
                id="the deal's own size is taken before another",
            ),
            pytest.param(
                (line("pie"), LARGE_CRISPS, POP),
                ["1 pie + crisps small sea + drink pop", "1 crisps large sea"],
                id="a side that fits no deal of the item stays",
            ),
            pytest.param(
                (roll(), of(SMALL_CRISPS, 3), POP),
                ["1 roll large + crisps small sea + drink pop", "2 crisps small sea"],
                id="of many sides the rest stays",
            ),
            pytest.param(
                (roll(2), SMALL_CRISPS, POP),
                ["1 roll large + crisps small sea + drink pop", "1 roll large + crisps small sea + drink fizz"],
                id="the pieces without sides get new ones",
            ),
            pytest.param(
                (roll(2), SMALL_CRISPS, FIZZ),
                ["2 roll large + crisps small sea + drink fizz"],
                id="what comes out alike stays one line",
            ),
            pytest.param(
                (roll(3), POP, FIZZ, POP),
                ["2 roll large + crisps small sea + drink pop", "1 roll large + crisps small sea + drink fizz"],
                id="sides of several lines",
            ),
            pytest.param(
                (roll(), line("drink")),
                ["1 roll large + crisps small sea + drink fizz", "1 drink"],
                id="a side with a choice still open stays",
            ),
            pytest.param(
                (roll(), line("crisps", size="small", salt="celery", dips="extra salsa")),
                ["1 roll large + crisps small celery extra salsa + drink fizz"],
                id="a side keeps its choices and helpings",
            ),
            pytest.param((line("drink", brand="pop"),), ["1 drink pop"], id="what no deal is for stays"),
        ),
    )
    def test_the_first_line_becomes_a_deal(self, cart: tuple[LineItem, ...], expected: list[str]) -> None:
        assert shown(made(a_cart(*cart)).cart) == expected

    @pytest.mark.parametrize(
        ("wanted", "expected"),
        (
            pytest.param(
                {"drink": (Mention("brand", ("pop",)),)},
                ["1 roll large + crisps small sea + drink pop", "1 drink fizz"],
                id="another drink is wanted than is there: it stays",
            ),
            pytest.param(
                {"drink": (Mention("brand", ("fizz",)),)},
                ["1 roll large + crisps small sea + drink fizz"],
                id="the very drink that is there",
            ),
            pytest.param(
                {"crisps": (Mention("size", ("large",)), Mention("salt", ("none",)))},
                ["1 roll large + crisps large none + drink fizz"],
                id="new sides are as wanted",
            ),
        ),
    )
    def test_what_is_wanted_of_the_sides_is_given(
        self, wanted: dict[str, tuple[Mention, ...]], expected: list[str]
    ) -> None:
        assert shown(made(a_cart(roll(), FIZZ), wanted=wanted).cart) == expected

    def test_what_nobody_spoke_of_gives_way_to_what_is_wanted(self) -> None:
        crisps = replace(SMALL_CRISPS, assumed=("salt",))
        done = made(a_cart(roll(), crisps), wanted={"crisps": (Mention("salt", ("none",)),)})
        assert shown(done.cart) == ["1 roll large + crisps small none + drink fizz"]

    def test_what_was_assumed_of_a_side_stays_assumed_and_the_rest_does_not(self) -> None:
        crisps = replace(SMALL_CRISPS, assumed=("salt",))
        done = made(a_cart(roll(), crisps))
        assert set(done.cart.lines[0].assumed) == {"crisps_salt", "drink_brand"}

    def test_the_words_that_a_side_came_from_come_along(self) -> None:
        crisps = replace(
            SMALL_CRISPS, heard=(Heard("size", "small", "little", 4, 10), Heard("item", "crisps", "x", 0, 1))
        )
        done = made(a_cart(roll(), crisps))
        assert done.cart.lines[0].heard == (Heard("crisps_size", "small", "little", 4, 10),)

    @pytest.mark.parametrize(
        ("cart", "saves"),
        (
            pytest.param((roll(),), 150, id="with new sides: what they would cost singly"),
            pytest.param((roll(2), of(SMALL_CRISPS, 2), of(POP, 2)), 300, id="for each piece"),
            pytest.param((roll(greens="sprouts"), LARGE_CRISPS, POP), 250, id="options are no saving"),
            pytest.param((line("roll"),), 0, id="nothing is known while a choice is open"),
            pytest.param((line("cone"),), 0, id="a deal that is dearer than its parts saves nothing"),
        ),
    )
    def test_savings_are_what_the_same_things_cost_singly_less_what_they_cost_now(
        self, cart: tuple[LineItem, ...], saves: int
    ) -> None:
        assert made(a_cart(*cart)).savings == Money(saves)

    def test_several_lines_are_converted_in_the_order_given(self) -> None:
        cart = a_cart(roll(), roll(size="small"), POP)
        done = convert(cart, ("l2", "l1"), MENU, {})
        assert (done.count, done.line_ids) == (2, ("l2", "l1"))
        assert shown(done.cart) == [
            "1 roll large + crisps small sea + drink fizz",
            "1 roll small + crisps small sea + drink pop",
        ]

    def test_a_side_of_another_deal_is_not_taken_from_it(self) -> None:
        cart = made(a_cart(roll(), POP)).cart.add([roll(size="small")])
        done = made(cart, 1)
        assert shown(done.cart) == [
            "1 roll large + crisps small sea + drink pop",
            "1 roll small + crisps small sea + drink fizz",
        ]

    def test_a_named_deal_is_made_and_no_other(self) -> None:
        done = convert(a_cart(roll()), ("l1",), MENU, {}, "roll and drink")
        assert shown(done.cart) == ["1 roll large + drink fizz"]

    def test_a_deal_that_is_not_of_the_item_changes_nothing(self) -> None:
        cart = a_cart(roll())
        assert convert(cart, ("l1",), MENU, {}, "pie meal") == Converted(cart, 0, Money(0))

    def test_a_line_that_is_gone_or_a_deal_already_changes_nothing(self) -> None:
        cart = made(a_cart(roll())).cart
        assert convert(cart, ("l1", "l9"), MENU, {}) == Converted(cart, 0, Money(0))

    def test_a_usual_side_that_is_sold_out_is_asked_for(self) -> None:
        sold = without_fizz()
        done = convert(a_cart(roll()), ("l1",), sold, {})
        assert shown(done.cart) == ["1 roll large + crisps small sea + drink"]
        assert [need.field for need in needs(done.cart.lines[0], sold)] == ["drink_brand"]
        assert (done.count, done.savings) == (1, Money(0))

    def test_a_side_of_the_cart_goes_into_a_deal_whose_usual_is_sold_out(self) -> None:
        done = convert(a_cart(roll(), POP), ("l1",), without_fizz(), {})
        assert shown(done.cart) == ["1 roll large + crisps small sea + drink pop"]

    def test_a_side_that_is_named_and_sold_out_is_refused(self) -> None:
        with pytest.raises(NotOnTheMenu):
            convert(a_cart(roll()), ("l1",), without_fizz(), {"drink": (Mention("brand", ("fizz",)),)})

    def test_a_full_cart_has_room_for_what_it_holds_already(self) -> None:
        cart = a_cart(roll(2), POP, *[line("cone")] * 48)
        done = made(cart)
        assert (done.count, len(done.cart.lines)) == (2, 50)

    @given(st.lists(whole_lines(MENU), min_size=1, max_size=5), st.data())
    def test_a_conversion_keeps_every_choice_and_loses_no_piece(
        self, several: list[LineItem], data: st.DataObject
    ) -> None:
        cart = a_cart(*several)
        place = data.draw(st.integers(0, len(several) - 1))
        before = cart.lines[place]
        done = made(cart, place)
        if not done.count:
            assert done.cart == cart
            return
        turned = [each for each in done.cart.lines if each.line_id in done.line_ids]
        assert done.count == before.quantity == sum(each.quantity for each in turned)
        assert all((each.choices, each.excluded) == (before.choices, before.excluded) for each in turned)
        assert all(deal_of(each, MENU) is not None for each in turned)
        for brand in ("fizz", "pop"):
            assert _drinks(done.cart, brand) >= _drinks(cart, brand)
        assert done.savings >= Money(0)

    @given(whole_lines(MENU), st.integers(1, 4))
    def test_with_all_sides_at_hand_a_conversion_never_costs_more(self, main: LineItem, quantity: int) -> None:
        cart = a_cart(of(replace(main, sides={}), quantity), of(SMALL_CRISPS, quantity), of(FIZZ, quantity))
        done = made(cart)
        assert total(done.cart) == total(cart) - done.savings.cents


def _drinks(cart: Cart, brand: str) -> int:
    """How many of a drink are in the cart, in deals and beside them."""
    return sum(
        each.quantity
        for each in cart.lines
        for choices in (each.choices if each.item == "drink" else {}, each.sides.get("drink", {}))
        if any(choice.option == brand for choice in choices.get("brand", ()))
    )
