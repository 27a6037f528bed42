"""What the first shop charges: every row of its price list, its deals, and the receipts that callers argued about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kebabalab.gateways.shop_files import load
from kebabalab.models.cart import Cart
from kebabalab.models.item import ItemRequest, LineItem, Mark, Mention
from kebabalab.models.money import Money
from kebabalab.rules.choosing import as_deal, change, choose, needs
from kebabalab.rules.deals import convert, suggestions
from kebabalab.rules.pricing import Surcharge, quote

DATA = load(Path(__file__).resolve().parents[3] / "shops" / "kebabalab")
MENU, TAX = DATA.menu, DATA.shop.tax

BRANDS = (
    "coca-cola, coke zero, diet coke, vanilla coke, pepsi, pepsi max, mountain dew, solo, fanta, lift, sprite, "
    "sunkist, schweppes, lemonade"
).split(", ")
GOZLEME = ("lamb", "chicken", "vegetarian", "vegan")
SAUCES = ("garlic", "chilli", "bbq", "tomato", "sweet chilli", "mayo", "hummus")
FREE_SALADS = ("lettuce", "tomato", "onion", "pickles")


Groups = str | tuple[str, ...]


def order(item: str, quantity: int = 1, deal: str = "", groups: Mapping[str, Groups] | None = None) -> LineItem:
    """A line with these options; "extra x" is an extra helping, "" none of the group."""
    mentions: list[Mention] = []
    for group, named in (groups or {}).items():
        mentions += [_mention(item, group, option) for option in ((named,) if isinstance(named, str) else named)]
    return choose(ItemRequest(item, quantity, tuple(mentions), deal), MENU)


def _mention(item: str, group: str, option: str) -> Mention:
    sold = MENU.item(item)
    known = sold.group(group) if sold is not None else None
    if not option or known is None:
        return Mention(group, (), Mark.NONE)
    if known.option(option) is not None:
        return Mention(group, (option,))
    mark, _, rest = option.partition(" ")
    return Mention(group, (rest,), Mark(mark))


def of(item: str, **groups: Groups) -> LineItem:
    return order(item, groups=groups)


def kebab(size: str = "large", deal: str = "", quantity: int = 1, **groups: Groups) -> LineItem:
    return order("kebab", quantity, deal, groups={"size": size, "protein": "lamb", **groups})


def hsp(size: str = "large", deal: str = "", **groups: Groups) -> LineItem:
    return order("hsp", 1, deal, groups={"size": size, "protein": "lamb", **groups})


def gozleme(**groups: Groups) -> LineItem:
    return order("gozleme", groups={"protein": "lamb", **groups})


def can(brand: str = "coca-cola", quantity: int = 1) -> LineItem:
    return order("can", quantity, groups={"brand": brand})


def chips(size: str = "small", quantity: int = 1) -> LineItem:
    return order("chips", quantity, groups={"size": size})


def cost(*lines: LineItem) -> str:
    """What they cost together; no line of them may be open."""
    assert not [need for line in lines for need in needs(line, MENU)]
    return str(quote(Cart().add(lines).lines, MENU, TAX).total)


def cart_of(*lines: LineItem) -> Cart:
    return Cart().add(lines)


ROWS = (
    *((of("kebab", size=size, protein=meat), price, f"{size} {meat} kebab")
      for size, price in (("small", "10.00"), ("large", "15.00")) for meat in ("lamb", "chicken", "mixed", "falafel")),
    *((of("hsp", size=size, protein=meat), price, f"{size} {meat} hsp")
      for size, price in (("small", "15.00"), ("large", "20.00")) for meat in ("lamb", "chicken", "mixed", "falafel")),
    *((of("chips", size=size, salt_type=salt), price, f"{size} chips, {salt} salt")
      for size, price in (("small", "5.00"), ("large", "9.00")) for salt in ("chicken", "normal", "none")),
    *((of("chips_cheese_or_sauce", size="small", topping=topping), "6.00", f"small chips with {topping}")
      for topping in ("cheese", *SAUCES)),
    *((of("chips_cheese_and_sauce", size="large", cheese="yes", sauces=sauce), "10.00",
       f"large chips with cheese and {sauce}") for sauce in SAUCES),
    *((of("gozleme", protein=kind), "15.00", f"{kind} gozleme") for kind in GOZLEME),
    *((can(brand), "3.50", f"can of {brand}") for brand in BRANDS),
    (order("water"), "3.00", "water"),
    (order("ayran"), "3.50", "ayran"),
    (order("salgam"), "3.50", "salgam"),
    *((of("energy_drink", brand=brand), "3.50", brand) for brand in ("red bull", "v")),
    *((of("iced_tea", flavour=taste), "4.50", f"{taste} iced tea") for taste in ("lemon", "peach", "mango")),
    (order("baklava"), "3.00", "a piece of baklava"),
    (order("baklava_pack"), "10.00", "four pieces of baklava"),
    *((of("turkish_delight", flavour=taste), "1.00", f"{taste} delight") for taste in ("rose", "vanilla")),
    *((of("meat_container", protein=meat, weight=weight), price, f"{weight} of {meat}")
      for weight, price in (("250g", "13.00"), ("500g", "20.00")) for meat in ("lamb", "chicken", "mixed")),
    *((of("sauce_tub", sauce=sauce), "1.00", f"tub of {sauce}") for sauce in SAUCES),
    (order("takeaway_box"), "2.00", "takeaway box"),
    (order("container"), "1.00", "container"),
    (order("cutlery_set"), "1.00", "cutlery set"),
    *((order(item), "0.50", item.replace("_", " ")) for item in ("napkins", "forks", "carry_bag", "plates")),
    (order("falafel_piece"), "2.00", "falafel by the piece"),
)  # fmt: skip


@pytest.mark.parametrize(("line", "price"), [pytest.param(line, price, id=name) for line, price, name in ROWS])
def test_every_row_of_the_price_list(line: LineItem, price: str) -> None:
    assert cost(line) == price


def test_the_price_list_is_the_whole_menu() -> None:
    assert {line.item for line, _, _ in ROWS} == {item.id for item in MENU.items}


@pytest.mark.parametrize(
    ("line", "price"),
    (
        pytest.param(kebab(), "15.00", id="the usual salads and sauce are free"),
        *(pytest.param(kebab(salads=salad), "15.00", id=f"{salad} is free") for salad in FREE_SALADS),
        *(pytest.param(kebab(salads=f"extra {salad}"), "15.00", id=f"extra {salad} is free") for salad in FREE_SALADS),
        pytest.param(kebab(salads="olives"), "16.00", id="olives are 1.00"),
        pytest.param(kebab(salads="extra olives"), "16.00", id="extra olives are the olives, once"),
        *(pytest.param(kebab(sauces=sauce), "15.00", id=f"{sauce} sauce is free") for sauce in SAUCES),
        *(pytest.param(kebab(sauces=f"extra {sauce}"), "15.50", id=f"extra {sauce}: 0.50") for sauce in SAUCES[:-1]),
        pytest.param(kebab(sauces="extra hummus"), "16.00", id="hummus as an extra helping is 1.00"),
        pytest.param(kebab(sauces="light garlic"), "15.00", id="easy on the garlic is free"),
        pytest.param(kebab(sauces=SAUCES), "15.00", id="all sauces together are free"),
        pytest.param(kebab(salads="", sauces=""), "15.00", id="plain costs the same"),
        pytest.param(kebab(extras="cheese"), "16.00", id="cheese on a kebab is 1.00"),
        *(
            pytest.param(make(extras=extra), f"{base + 4}.00", id=f"{extra} on {name}: 4.00")
            for extra in ("extra meat", "extra lamb", "extra chicken", "extra mixed")
            for make, base, name in ((kebab, 15, "a kebab"), (hsp, 20, "an hsp"))
        ),
        pytest.param(kebab(extras="extra chips inside"), "18.00", id="chips inside a kebab are 3.00"),
        pytest.param(hsp(extras="extra chips inside"), "23.00", id="chips inside an hsp are 3.00"),
        *(
            pytest.param(make(extras=extra), str(Money(100 * base + cents)), id=f"{extra} on {name}")
            for extra, cents in (
                ("haloumi", 250), ("falafel", 100), ("hummus", 100), ("jalapenos", 100), ("salad on the side", 300),
            )
            for make, base, name in ((kebab, 15, "a kebab"), (hsp, 20, "an hsp"), (gozleme, 15, "a gozleme"))
        ),
        pytest.param(hsp(extras="olives"), "21.00", id="olives on an hsp are 1.00"),
        pytest.param(gozleme(extras="olives"), "16.00", id="olives on a gozleme are 1.00"),
        pytest.param(hsp(), "20.00", id="the cheese on an hsp is included"),
        pytest.param(hsp(cheese="no"), "20.00", id="an hsp without cheese costs the same"),
        pytest.param(hsp("small", sauces=("extra garlic", "extra chilli")), "16.00", id="two extra sauces are 1.00"),
        pytest.param(kebab("small", extras=("cheese", "jalapenos", "extra meat")), "16.00", id="extras add up"),
    ),
)  # fmt: skip
def test_every_choice_of_the_list(line: LineItem, price: str) -> None:
    assert cost(line) == price


DEALS = (
    ("kebab", "kebab_and_can", "small", "12.00"),
    ("kebab", "kebab_and_can", "large", "17.00"),
    ("kebab", "kebab_meal", "small", "17.00"),
    ("kebab", "kebab_meal", "large", "22.00"),
    ("kebab", "kebab_meal_large_chips", "small", "20.00"),
    ("kebab", "kebab_meal_large_chips", "large", "25.00"),
    ("hsp", "hsp_combo", "small", "17.00"),
    ("hsp", "hsp_combo", "large", "22.00"),
    ("gozleme", "gozleme_meal", "", "23.00"),
)


@pytest.mark.parametrize(
    ("item", "deal", "size", "price"),
    [pytest.param(*row, id=f"{row[2]} {row[1].replace('_', ' ')}".strip()) for row in DEALS],
)
class TestEveryDeal:
    def made(self, item: str, deal: str, size: str, **groups: Groups) -> LineItem:
        sized = {"size": size} if size else {}
        return order(item, deal=deal, groups={"protein": "chicken", **sized, **groups})

    def test_it_costs_what_the_list_says(self, item: str, deal: str, size: str, price: str) -> None:
        assert cost(self.made(item, deal, size)) == price

    def test_it_costs_no_more_than_its_parts(self, item: str, deal: str, size: str, price: str) -> None:
        made = self.made(item, deal, size)
        chips_of = made.sides.get("chips")
        parts = [as_deal(made, "", MENU), can()] + ([chips(chips_of["size"][0].option)] if chips_of else [])
        assert Money.parse(cost(made)) <= Money.parse(cost(*parts))

    @pytest.mark.parametrize("brand", ("sprite", "pepsi max"))
    def test_any_can_goes_with_it(self, item: str, deal: str, size: str, price: str, brand: str) -> None:
        assert cost(change(self.made(item, deal, size), (Mention("drink_brand", (brand,)),), MENU)) == price

    def test_extras_are_charged_on_top(self, item: str, deal: str, size: str, price: str) -> None:
        made = self.made(item, deal, size, extras=("haloumi", "jalapenos"))
        assert Money.parse(cost(made)) == Money.parse(price) + Money(350)

    def test_taking_the_deal_off_leaves_the_single_price(self, item: str, deal: str, size: str, price: str) -> None:
        single = order(item, groups={"protein": "chicken", **({"size": size} if size else {})})
        assert cost(as_deal(self.made(item, deal, size), "", MENU)) == cost(single)


def test_the_deals_are_those_of_the_list() -> None:
    assert {(deal.main, deal.id) for deal in MENU.deals} == {(item, deal) for item, deal, _, _ in DEALS}


@pytest.mark.parametrize("salt", ("normal", "none"))
def test_the_salt_of_a_meal_costs_nothing(salt: str) -> None:
    meal = kebab("large", deal="kebab_meal")
    assert cost(change(meal, (Mention("chips_salt", (salt,)),), MENU)) == "22.00"


@pytest.mark.parametrize(
    ("line", "field"),
    (
        pytest.param(of("kebab", protein="lamb"), "size", id="a kebab without a size"),
        pytest.param(of("kebab", size="large"), "protein", id="a kebab without a protein"),
        pytest.param(of("hsp", protein="lamb"), "size", id="an hsp without a size"),
        pytest.param(order("chips"), "size", id="chips without a size"),
        pytest.param(order("gozleme"), "protein", id="a gozleme without its kind"),
        pytest.param(order("can"), "brand", id="a can without a brand"),
    ),
)
def test_what_decides_price_or_dish_is_asked_and_costs_nothing_until_then(line: LineItem, field: str) -> None:
    assert [need.field for need in needs(line, MENU)] == [field]
    assert quote([line], MENU, TAX).lines[0].total is None


class TestReceiptsThatWentWrong:
    """What an earlier system charged wrongly, in real calls."""

    def test_a_large_kebab_meal_is_22(self) -> None:
        assert cost(kebab("large", deal="kebab_meal")) == "22.00"

    def test_two_meals_made_of_kebabs_chips_and_cokes_are_34_and_not_41(self) -> None:
        cart = cart_of(kebab("small", quantity=2), chips(quantity=2), can(quantity=2))
        done = convert(cart, ("l1",), MENU, {})
        assert (cost(*done.cart.lines), done.savings, len(done.cart.lines)) == ("34.00", Money(300), 1)

    def test_another_size_of_a_combo_has_another_price(self) -> None:
        combo = hsp("large", deal="hsp_combo")
        assert (cost(combo), cost(change(combo, (Mention("size", ("small",)),), MENU))) == ("22.00", "17.00")

    def test_larger_chips_of_a_meal_have_another_price(self) -> None:
        meal = kebab("large", deal="kebab_meal")
        assert cost(change(meal, (Mention("chips_size", ("large",)),), MENU)) == "25.00"

    def test_extras_stay_when_a_kebab_becomes_a_meal(self) -> None:
        cart = cart_of(kebab(extras="cheese", salads=("lettuce", "olives"), sauces="extra garlic"))
        done = convert(cart, ("l1",), MENU, {})
        assert done.cart.lines[0].choices == cart.lines[0].choices
        assert cost(*done.cart.lines) == "24.50"

    def test_a_combo_with_extras_has_both_prices(self) -> None:
        assert cost(hsp(deal="hsp_combo", extras="extra meat")) == "26.00"

    def test_a_pack_of_four_is_not_the_price_of_one(self) -> None:
        assert cost(order("baklava_pack"), order("baklava")) == "13.00"

    def test_every_bag_fork_and_napkin_has_its_own_price(self) -> None:
        wrapped = (order("takeaway_box"), order("carry_bag"), order("forks", 4), order("napkins", 2), order("plates"))
        assert cost(*wrapped) == "6.00"

    def test_a_whole_order_adds_up_and_holds_its_tax(self) -> None:
        lines = (kebab(extras="cheese"), hsp("small", cheese="no"), chips("large"), can("sprite", 3))
        priced = quote(Cart().add(lines).lines, MENU, TAX)
        assert (priced.total, priced.tax) == (Money(5050), Money(459))

    def test_a_kebab_chips_and_a_coke_cost_23_50_until_they_are_a_meal(self) -> None:
        cart = cart_of(kebab(), chips(), can())
        assert cost(*cart.lines) == "23.50"
        (found,) = suggestions(cart.lines, MENU, TAX)
        assert (found.deal, found.saves) == ("kebab_meal", Money(150))

    def test_the_holiday_surcharge_is_off_and_a_tenth_where_it_is_on(self) -> None:
        assert (DATA.shop.surcharge.on, DATA.shop.surcharge.percent) == (False, 10)
        priced = quote([kebab()], MENU, TAX, Surcharge("public holiday surcharge", DATA.shop.surcharge.percent))
        assert (priced.surcharge, priced.total, priced.tax) == (Money(150), Money(1650), Money(150))
