"""Anybody's menu as plain data is read by the same parser."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.language import catalogue_reader

DRINKS: dict[str, Any] = {
    "orders": {
        "DRINK_ORDER": {
            "head": ["DRINK_TYPE"],
            "names": ["drink"],
            "slots": ["NUMBER", "SIZE", "DRINK_TYPE", "TOPPING"],
        },
        "PIE_ORDER": {"names": ["pie", "pizza"], "slots": ["NUMBER", "SIZE", "STYLE", "TOPPING"]},
    },
    "slots": {
        "DRINK_TYPE": {
            "values": {"coca_cola": ["coke", "coca cola"], "lemonade": ["lemonade"]},
            "either": {"soft drink": ["coca_cola", "lemonade"]},
        },
        "SIZE": {"values": {"large": ["large", "big"], "medium": ["medium"]}},
        "STYLE": {"values": {"thin_crust": ["thin crust"]}},
        "NUMBER": {"number": True},
        "TOPPING": {
            "values": {"ice": ["ice"], "ham": ["ham"], "pineapple": ["pineapple"], "onions": ["onions"]},
            "many": True,
            "negatable": True,
            "qualifiable": True,
        },
    },
}
READ = catalogue_reader(DRINKS)

CASES = (
    (
        "two large cokes with no ice",
        [("DRINK_ORDER", [["NUMBER", "2"], ["SIZE", "large"], ["DRINK_TYPE", "coca_cola"], ["TOPPING", "ice", "not"]])],
    ),
    (
        "can i get a soft drink with extra ice",
        [
            (
                "DRINK_ORDER",
                [["NUMBER", "1"], ["DRINK_TYPE", ["coca_cola", "lemonade"]], ["TOPPING", "ice", "extra"]],
            )
        ],
    ),
    ("drink please", [("DRINK_ORDER", [])]),
    (
        "a large ham and pineapple pizza and two lemonades",
        [
            ("PIE_ORDER", [["NUMBER", "1"], ["SIZE", "large"], ["TOPPING", "ham"], ["TOPPING", "pineapple"]]),
            ("DRINK_ORDER", [["NUMBER", "2"], ["DRINK_TYPE", "lemonade"]]),
        ],
    ),
    (
        "two medium pies one with ham and the other with just a little onions thin crust",
        [
            ("PIE_ORDER", [["NUMBER", "1"], ["SIZE", "medium"], ["TOPPING", "ham"]]),
            (
                "PIE_ORDER",
                [["NUMBER", "1"], ["SIZE", "medium"], ["TOPPING", "onions", "light"], ["STYLE", "thin_crust"]],
            ),
        ],
    ),
    (
        "a large pizza no sorry medium with ham",
        [("PIE_ORDER", [["NUMBER", "1"], ["SIZE", "medium"], ["TOPPING", "ham"]])],
    ),
    ("do you have large pizzas", []),
    ("big", []),
    ("", []),
)


@pytest.mark.parametrize(("said", "orders"), CASES, ids=[said or "silence" for said, _ in CASES])
def test_a_catalogue_is_read(said: str, orders: list[tuple[str, list[Any]]]) -> None:
    assert [(one["order"], one["slots"]) for one in READ(said)] == orders


def test_a_misspelt_word_of_the_catalogue_is_heard() -> None:
    assert READ("a large piza with pinapple") == READ("a large pizza with pineapple")


def test_every_mistake_of_a_catalogue_is_named_at_once() -> None:
    broken = {"orders": {"A": {"slots": ["NOWHERE"]}}, "slots": {"S": {"values": {}, "either": {"x": ["gone"]}}}}
    with pytest.raises(ValueError, match=r"NOWHERE.*neither head nor names.*gone"):
        catalogue_reader(broken)


@given(st.text(max_size=300))
def test_no_text_raises_and_the_same_text_gives_the_same_answer(text: str) -> None:
    assert READ(text) == READ(text)


def test_ids_that_are_numbers_or_words_of_ordering_are_no_words_of_the_menu() -> None:
    read = catalogue_reader(
        {
            "orders": {"TEA": {"names": ["tea"], "slots": ["NUMBER", "LUMPS", "MILK"]}},
            "slots": {
                "NUMBER": {"number": True},
                "LUMPS": {"values": {"1": ["one lump"], "2": ["two lumps", "double lump"], "extra": ["extra lump"]}},
                "MILK": {"values": {"milk": ["milk"]}, "negatable": True, "qualifiable": True},
            },
        }
    )
    (tea,) = read("two teas with extra milk")
    assert tea["slots"] == [["NUMBER", "2"], ["MILK", "milk", "extra"]]
    assert read("a tea with two lumps")[0]["slots"] == [["NUMBER", "1"], ["LUMPS", "2"]]
    assert read("a tea with an extra lump")[0]["slots"] == [["NUMBER", "1"], ["LUMPS", "extra"]]


def test_all_but_one_of_what_the_catalogue_calls_everything() -> None:
    read = catalogue_reader(
        {
            "orders": {"TEA": {"names": ["tea"], "slots": ["STYLE", "WITH"]}},
            "slots": {
                "STYLE": {"values": {"full": ["everything"]}},
                "WITH": {"values": {"milk": [], "honey": []}, "many": True, "negatable": True},
            },
        }
    )
    assert read("tea with everything but honey")[0]["slots"] == [["STYLE", "full"], ["WITH", "honey", "not"]]


def test_a_sound_that_the_menu_has_for_a_word_is_that_word() -> None:
    read = catalogue_reader(
        {
            "orders": {"SWEET": {"head": ["KIND"], "names": ["sweet"], "slots": ["NUMBER", "KIND"]}},
            "slots": {"NUMBER": {"number": True}, "KIND": {"values": {"mm_bar": ["mm bar"], "uh_huh": ["uh huh"]}}},
        }
    )
    assert read("two um mm bars")[0]["slots"] == [["NUMBER", "2"], ["KIND", "mm_bar"]]
