"""The shops that the project ships with: what is sold, for how much, and when they are open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from kebabalab.gateways.shop_files import load
from kebabalab.language.tokens import words_of
from kebabalab.models.menu import Group, Item, Option
from kebabalab.models.shop import LeadTimes, Tax, Window
from kebabalab.tools.ports import ShopData

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def first() -> ShopData:
    return load(ROOT / "shops" / "kebabalab")


@pytest.fixture(scope="module")
def trattoria() -> ShopData:
    return load(ROOT / "tests" / "shops" / "trattoria")


def item(data: ShopData, item_id: str) -> Item:
    found = data.menu.item(item_id)
    assert found is not None
    return found


def group(data: ShopData, item_id: str, group_id: str) -> Group:
    found = item(data, item_id).group(group_id)
    assert found is not None
    return found


def option(data: ShopData, item_id: str, group_id: str, option_id: str) -> Option:
    found = group(data, item_id, group_id).option(option_id)
    assert found is not None
    return found


def ids(of: Group) -> tuple[str, ...]:
    return tuple(one.id for one in of.options)


def cents(amounts: Mapping[str, object]) -> dict[str, str]:
    return {key: str(amount) for key, amount in amounts.items()}


PRICES: dict[str, tuple[str, dict[str, str]]] = {
    "kebab": ("kebabs", {"small": "10.00", "large": "15.00"}),
    "hsp": ("hsp", {"small": "15.00", "large": "20.00"}),
    "chips": ("chips", {"small": "5.00", "large": "9.00"}),
    "chips_cheese_or_sauce": ("chips", {"small": "6.00"}),
    "chips_cheese_and_sauce": ("chips", {"large": "10.00"}),
    "gozleme": ("gozleme", {"": "15.00"}),
    "can": ("drinks", {"": "3.50"}),
    "water": ("drinks", {"": "3.00"}),
    "ayran": ("drinks", {"": "3.50"}),
    "salgam": ("drinks", {"": "3.50"}),
    "energy_drink": ("drinks", {"": "3.50"}),
    "iced_tea": ("drinks", {"": "4.50"}),
    "baklava": ("sweets", {"": "3.00"}),
    "baklava_pack": ("sweets", {"": "10.00"}),
    "turkish_delight": ("sweets", {"": "1.00"}),
    "meat_container": ("meat_containers", {"250g": "13.00", "500g": "20.00"}),
    "sauce_tub": ("sauce_tubs", {"": "1.00"}),
    "falafel_piece": ("sides", {"": "2.00"}),
    "takeaway_box": ("packaging", {"": "2.00"}),
    "container": ("packaging", {"": "1.00"}),
    "cutlery_set": ("packaging", {"": "1.00"}),
    "napkins": ("packaging", {"": "0.50"}),
    "forks": ("packaging", {"": "0.50"}),
    "carry_bag": ("packaging", {"": "0.50"}),
    "plates": ("packaging", {"": "0.50"}),
}


def test_the_first_shop_sells_what_its_rules_list_at_their_prices(first: ShopData) -> None:
    assert {one.id: (one.category, cents(one.price.amounts)) for one in first.menu.items} == PRICES


@pytest.mark.parametrize(
    ("item_id", "group_id", "options"),
    (
        ("kebab", "protein", "lamb chicken mixed falafel"),
        ("hsp", "protein", "lamb chicken mixed falafel"),
        ("gozleme", "protein", "lamb chicken vegetarian vegan"),
        ("meat_container", "protein", "lamb chicken mixed"),
        ("energy_drink", "brand", "red_bull v"),
        ("iced_tea", "flavour", "lemon peach mango"),
        ("turkish_delight", "flavour", "rose vanilla"),
        ("chips", "salt_type", "chicken normal none"),
        ("kebab", "salads", "lettuce tomato onion pickles olives"),
        ("hsp", "sauces", "garlic chilli bbq tomato sweet_chilli mayo hummus"),
        ("sauce_tub", "sauce", "garlic chilli bbq tomato sweet_chilli mayo hummus"),
        ("gozleme", "extras", "haloumi falafel hummus jalapenos olives salad_on_the_side"),
        (
            "can",
            "brand",
            "coca-cola coke_zero diet_coke vanilla_coke pepsi pepsi_max mountain_dew solo fanta lift sprite sunkist "
            "schweppes lemonade",
        ),
    ),
)
def test_the_first_shop_offers_the_choices_of_its_rules(
    first: ShopData, item_id: str, group_id: str, options: str
) -> None:
    assert ids(group(first, item_id, group_id)) == tuple(one.replace("_", " ") for one in options.split())


EXTRAS = {
    "cheese": "1.00",
    "extra meat": "4.00",
    "extra lamb": "4.00",
    "extra chicken": "4.00",
    "extra mixed": "4.00",
    "extra chips inside": "3.00",
    "haloumi": "2.50",
    "falafel": "1.00",
    "hummus": "1.00",
    "jalapenos": "1.00",
    "olives": "1.00",
    "salad on the side": "3.00",
}


@pytest.mark.parametrize(
    ("item_id", "left_out"), (("kebab", "olives"), ("hsp", "cheese")), ids=["salad olives", "cheese included"]
)
def test_extras_cost_what_the_rules_say(first: ShopData, item_id: str, left_out: str) -> None:
    found = {one.id: str(one.price.amounts[""]) for one in group(first, item_id, "extras").options}
    assert found == {key: price for key, price in EXTRAS.items() if key != left_out}


@pytest.mark.parametrize(
    ("item_id", "group_id", "usual"),
    (
        ("kebab", "salads", ("lettuce", "tomato", "onion")),
        ("kebab", "sauces", ("garlic",)),
        ("hsp", "sauces", ("garlic", "chilli")),
        ("hsp", "cheese", ("yes",)),
        ("chips", "salt_type", ("chicken",)),
        ("kebab", "size", ()),
        ("kebab", "protein", ()),
        ("gozleme", "protein", ()),
        ("can", "brand", ()),
        ("chips_cheese_or_sauce", "size", ("small",)),
    ),
)
def test_what_is_given_when_nothing_is_said(
    first: ShopData, item_id: str, group_id: str, usual: tuple[str, ...]
) -> None:
    assert group(first, item_id, group_id).usual == usual


def test_the_lot_is_every_salad_that_is_free(first: ShopData) -> None:
    salads = group(first, "kebab", "salads").options
    assert [one.id for one in salads if one.in_the_lot] == ["lettuce", "tomato", "onion", "pickles"]
    assert [one.id for one in salads if any(one.price.amounts.values())] == ["olives"]


def test_an_extra_helping_of_a_sauce_costs_and_one_of_salad_does_not(first: ShopData) -> None:
    garlic, onion = option(first, "kebab", "sauces", "garlic"), option(first, "kebab", "salads", "onion")
    assert garlic.extra is not None
    assert onion.extra is not None
    assert (str(garlic.extra.amounts[""]), str(onion.extra.amounts[""])) == ("0.50", "0.00")


def test_both_meats_together_are_the_mixed_one(first: ShopData) -> None:
    assert option(first, "kebab", "protein", "mixed").mixes == ("lamb", "chicken")


def test_every_choice_that_must_be_made_can_be_asked_for(first: ShopData) -> None:
    required = [one for sold in first.menu.items for one in sold.groups if one.required]
    assert all(one.ask.endswith("?") for one in required if not one.usual)


def test_the_deals_are_those_of_the_rules(first: ShopData) -> None:
    assert {(one.id, one.main, *one.sides, *cents(one.price.amounts).values()) for one in first.menu.deals} == {
        ("kebab_meal", "kebab", "chips", "drink", "17.00", "22.00"),
        ("kebab_meal_large_chips", "kebab", "chips", "drink", "20.00", "25.00"),
        ("kebab_and_can", "kebab", "drink", "12.00", "17.00"),
        ("hsp_combo", "hsp", "drink", "17.00", "22.00"),
        ("gozleme_meal", "gozleme", "chips", "drink", "23.00"),
    }
    assert next(one.id for one in first.menu.deals_of("kebab")) == "kebab_meal"


def test_a_meals_drink_and_chips_are_named_as_the_cart_line_names_them(first: ShopData) -> None:
    chips, drink = first.menu.side("chips"), first.menu.side("drink")
    assert chips is not None
    assert drink is not None
    assert (chips.fields, chips.usual) == ({"chips_size": "size", "chips_salt": "salt_type"}, {"size": "small"})
    assert (drink.fields, drink.usual) == ({"drink_brand": "brand"}, {"brand": "coca-cola"})


ITEMS_AS_HEARD = {
    "kebab": "doner, kebap, cabab",
    "hsp": "snack pack, halal snack pack, h s p, aitch ess pee",
    "chips": "hot chips, fries",
    "gozleme": "gözleme, goes lemay, gozlemi, guzleme",
    "salgam": "şalgam, shalgam",
}
OPTIONS_AS_HEARD = {
    ("kebab", "protein", "lamb"): "lamp, lam",
    ("kebab", "protein", "chicken"): "chiken",
    ("kebab", "protein", "mixed"): "mix",
    ("kebab", "protein", "falafel"): "filafel",
    ("kebab", "sauces", "garlic"): "garlik, galic, garlic sauce",
    ("kebab", "sauces", "mayo"): "aioli",
    ("kebab", "sauces", "chilli"): "chilly",
    ("kebab", "sauces", "hummus"): "homous, humus",
    ("kebab", "sauces", "bbq"): "barbecue, barbeque",
    ("kebab", "sauces", "tomato"): "tomato sauce",
    ("kebab", "sauces", "sweet chilli"): "sweet chilli",
    ("kebab", "salads", "lettuce"): "letters, letus",
    ("kebab", "extras", "haloumi"): "halloumi",
    ("kebab", "extras", "extra meat"): "extra meat",
    ("chips", "salt_type", "chicken"): "chicken salt",
    ("can", "brand", "sprite"): "spright",
    ("can", "brand", "coca-cola"): "coke",
}


@pytest.mark.parametrize("item_id", ITEMS_AS_HEARD)
def test_an_item_is_known_by_what_the_rules_hear(first: ShopData, item_id: str) -> None:
    known = {words_of(form) for form in item(first, item_id).said}
    assert {form for form in ITEMS_AS_HEARD[item_id].split(", ") if words_of(form) not in known} == set()


@pytest.mark.parametrize(("item_id", "group_id", "option_id"), OPTIONS_AS_HEARD)
def test_an_option_is_known_by_what_the_rules_hear(
    first: ShopData, item_id: str, group_id: str, option_id: str
) -> None:
    known = {words_of(form) for form in option(first, item_id, group_id, option_id).said}
    heard = OPTIONS_AS_HEARD[item_id, group_id, option_id].split(", ")
    assert {form for form in heard if words_of(form) not in known} == set()


def test_tomato_alone_is_never_the_sauce_on_a_kebab(first: ShopData) -> None:
    known = {words_of(form) for form in option(first, "kebab", "sauces", "tomato").said}
    assert words_of("tomato") not in known


def test_the_first_shop_is_open_as_its_rules_say(first: ShopData) -> None:
    early, late = (Window(660, 1380),), (Window(660, 1560),)
    assert first.shop.hours.week == {
        0: early, 1: early, 2: early, 3: (Window(660, 1439),), 4: late, 5: late, 6: (Window(660, 1320),),
    }  # fmt: skip


def test_the_first_shop_promises_and_taxes_as_its_rules_say(first: ShopData) -> None:
    assert first.shop.lead == LeadTimes(
        earliest=10, earliest_busy=25, free_queue=5, per_queued_order=1, estimate=15, estimate_busy=25,
        per_extra_item=2, per_waiting_order=1, longest_estimate=45, days_ahead=7, busy=False,
    )  # fmt: skip
    assert (first.shop.tax, first.shop.currency, str(first.shop.zone)) == (
        Tax("GST", 1, 11),
        "AUD",
        "Australia/Melbourne",
    )
    assert (first.shop.surcharge.on, first.shop.surcharge.percent) == (False, 10)


def test_a_shop_of_another_kind_needs_nothing_but_its_files(trattoria: ShopData) -> None:
    assert (trattoria.shop.currency, trattoria.shop.country, trattoria.shop.tax) == ("NZD", "NZ", Tax("GST", 3, 23))
    assert trattoria.shop.hours.week[4] == (Window(690, 870), Window(1020, 1500))
    assert trattoria.shop.hours.exceptions[dt.date(2026, 12, 25)] == ()


def test_toppings_cost_by_the_size_and_can_go_on_one_part(trattoria: ShopData) -> None:
    assert group(trattoria, "margherita", "toppings").parts
    ham = option(trattoria, "margherita", "toppings", "ham")
    assert cents(ham.price.amounts) == {"small": "1.50", "medium": "2.00", "large": "2.50"}


def test_a_set_dishs_own_toppings_are_in_its_price(trattoria: ShopData) -> None:
    ham = option(trattoria, "hawaiian", "toppings", "ham")
    assert cents(ham.price.amounts) == {"": "0.00"}
    assert ham.extra is not None
    assert cents(ham.extra.amounts) == {"medium": "2.00", "large": "2.50"}


def test_one_meal_deal_for_several_dishes_is_above_each_ones_price(trattoria: ShopData) -> None:
    lunches = {one.main: cents(one.price.amounts) for one in trattoria.menu.deals if one.name == "Lunch"}
    assert lunches == {"panino": {"": "13.00"}, "piadina": {"": "14.50"}}
