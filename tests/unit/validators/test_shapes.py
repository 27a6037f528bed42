"""Single values: what has one meaning is read, the rest is refused in words."""

from __future__ import annotations

import pytest

from kebabalab.validators.shapes import LAST, flag, place, places, text, texts, whole


@pytest.mark.parametrize(
    ("given", "meant"),
    (
        pytest.param(2, 2, id="a number"),
        pytest.param("2", 2, id="digits in a string"),
        pytest.param(2.0, 2, id="a float that is whole"),
        pytest.param("2.0", 2, id="a float that is whole, in a string"),
        pytest.param("two", 2, id="a word"),
        pytest.param("Twenty-One", 21, id="two words"),
        pytest.param("a couple", 2, id="a couple"),
        pytest.param("half a dozen", 6, id="half a dozen"),
        pytest.param("-3", -3, id="a negative number, for the rules to refuse"),
    ),
)
def test_a_whole_number_is_read_however_it_is_written(given: object, meant: int) -> None:
    assert whole(given) == meant


def test_a_number_of_four_hundred_digits_is_whole() -> None:
    assert whole(10**400) == 10**400


@pytest.mark.parametrize(
    "given", (True, 1.5, "many", "", None, [], {}, float("nan"), float("inf"), "1e9", "²", "twenty ten")
)
def test_what_is_no_whole_number_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match="whole number"):
        whole(given)


@pytest.mark.parametrize(
    ("given", "meant"),
    ((0, 0), ("1", 1), ("first", 0), ("the second one", 1), ("last", LAST), ([2], 2), (1.0, 1)),
)
def test_a_place_in_the_cart_is_a_number_or_an_ordinal(given: object, meant: int) -> None:
    assert place(given) == meant


@pytest.mark.parametrize("given", (-1, " -2", True, None, "the chips", "#3", 0.5, [1, 2], {}))
def test_a_place_that_is_none_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match="counted from 0"):
        place(given)


@pytest.mark.parametrize(
    ("given", "meant"), ((True, True), ("yes", True), ("False", False), (0, False), ("1", True), ("no", False))
)
def test_yes_and_no_have_many_spellings(given: object, meant: bool) -> None:
    assert flag(given) is meant


@pytest.mark.parametrize("given", ("maybe", None, [], 2, {"yes": True}))
def test_what_is_neither_yes_nor_no_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match="true or false"):
        flag(given)


@pytest.mark.parametrize(
    ("given", "meant"),
    (
        pytest.param(["a", "b"], ["a", "b"], id="a list"),
        pytest.param("a, b", ["a", "b"], id="one string with commas"),
        pytest.param("a", ["a"], id="one string"),
        pytest.param('["a", "b"]', ["a", "b"], id="JSON in a string"),
        pytest.param({"a": True, "b": False}, ["a"], id="an object of what is true"),
        pytest.param([{"name": "a", "amount": "extra"}], ["extra a"], id="objects with a helping"),
        pytest.param(["a", None, ""], ["a"], id="gaps in a list"),
        pytest.param([], [], id="an empty list"),
    ),
)
def test_a_list_of_texts_is_read_from_every_shape_of_it(given: object, meant: list[str]) -> None:
    assert texts(given) == meant


@pytest.mark.parametrize("given", (True, None, [["a"]], [{"price": 1}], {"x": 1}))
def test_what_is_no_list_of_texts_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match="list of texts"):
        texts(given)


def test_a_list_of_texts_has_an_end() -> None:
    with pytest.raises(ValueError, match="more than 50"):
        texts(["x"] * 51)


def test_a_list_is_one_text_where_a_text_is_meant() -> None:
    assert text(["one", " two "]) == "one, two"


@pytest.mark.parametrize("given", (True, None, {}, [], [1]))
def test_what_is_no_text_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match="must be text"):
        text(given)


@pytest.mark.parametrize(
    ("given", "meant"),
    (([0, "1"], [0, 1]), (2, [2]), ("0, 1 and 2", [0, 1, 2]), ("[0]", [0]), ("all", None), ([], None)),
)
def test_places_are_a_list_a_number_or_all(given: object, meant: list[int] | None) -> None:
    assert places(given) == meant
