"""Names, numbers and notes are taken as people have them, and never as a model makes them up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.models.errors import NameRefused, NotesRefused, PhoneRefused
from kebabalab.validators import people

MADE_UP_NAMES = ("Customer", "guest", "UNKNOWN", "Caller", "N/A", "Test", "[Name]", "customer  name", "", "  ", "null")
MADE_UP_NUMBERS = (
    "+61...",
    "555-123-4567",
    "+1 555 123 4567",  # allow-secret: what models make up
    "(212) 555-0123",
    "0400000000",  # allow-secret: what models make up
    "+61400000000",  # allow-secret: what models make up
    "0412345678",  # allow-secret: what models make up
    "unknown",
    "",
    "caller's number",
    "{{customer.number}}",
    "XXXXXXXXXX",
    "+61",
)


@pytest.mark.parametrize(
    "said",
    (
        "José",
        "Nguyễn",
        "O’Brien",
        "O'Brien",
        "Anne-Marie St. John",
        "J.R.",
        "李小龙",
        "محمد",
        "Ayşe Yılmaz",
        "प्रिया",
        "Christopher Guest",
        "X",
        "a" * 60,
    ),
)
def test_a_name_of_any_language_is_kept_as_it_was_said(said: str) -> None:
    assert people.name(said) == said


def test_a_name_is_trimmed_and_composed() -> None:
    assert people.name("  Jose\u0301 \n Garci\u0301a ") == "José García"


def test_marks_that_turn_the_reading_around_fall_out_of_a_name() -> None:
    assert people.name("Ana\u202e\u200b") == "Ana"


@pytest.mark.parametrize("said", MADE_UP_NAMES)
def test_a_made_up_name_is_no_name(said: str) -> None:
    assert people.is_no_name(said)
    with pytest.raises(NameRefused):
        people.name(said)


@pytest.mark.parametrize(
    "said", ("a" * 61, "R2D2", "😀", "Bob; DROP TABLE", "<b>Ana</b>", "-", "'.'", "ana@home", "A\x00b")
)
def test_what_is_no_name_is_refused(said: str) -> None:
    with pytest.raises(NameRefused):
        people.name(said)


@pytest.mark.parametrize(
    ("said", "kept"),
    (
        ("0491 570 006", "+61491570006"),
        ("+61 491 570 006", "+61491570006"),
        ("61491570006", "+61491570006"),
        ("+61 (0) 491 570 006", "+61491570006"),
        ("0491-570-006", "+61491570006"),
        ("(02) 5550 1234", "+61255501234"),
        ("03 7010 1234", "+61370101234"),
        ("+44 20 7946 0123", "+442079460123"),
    ),
)
def test_a_number_is_kept_as_e164(said: str, kept: str) -> None:
    assert people.phone(said, "AU") == kept


def test_a_number_without_a_plus_belongs_to_the_shops_country() -> None:
    assert people.phone("020 7946 0123", "GB") == "+442079460123"


@pytest.mark.parametrize("said", MADE_UP_NUMBERS)
def test_a_made_up_number_counts_as_none(said: str) -> None:
    assert people.is_no_phone(said)
    with pytest.raises(PhoneRefused) as refused:
        people.phone(said, "AU")
    assert refused.value.missing


@pytest.mark.parametrize("said", ("0491 570", "0491 570 006 99", "049157000613579", "1900 654 321"))
def test_a_number_that_is_not_valid_is_refused_as_such(said: str) -> None:
    with pytest.raises(PhoneRefused) as refused:
        people.phone(said, "AU")
    assert not refused.value.missing


@given(st.text(max_size=100))
def test_no_text_breaks_the_reading_of_people(text: str) -> None:
    for read, refusal in (
        (people.name, NameRefused),
        (lambda said: people.phone(said, "AU"), PhoneRefused),
        (people.notes, NotesRefused),
    ):
        try:
            kept = read(text)
        except refusal:
            continue
        assert read(kept) == kept
        assert "\n" not in kept


def test_a_landline_takes_no_texts_and_a_mobile_does() -> None:
    assert not people.takes_texts("+61255501234")
    assert people.takes_texts("+61491570006")


@pytest.mark.parametrize(
    "number",
    (
        "+611900654321",  # allow-secret: premium, nobody's
        "+611300975707",  # allow-secret: shared cost, nobody's
        "+611800975707",  # allow-secret: toll free, nobody's
        "+61131114",  # short
        "+61000",
        "+447011234567",  # allow-secret: follows its owner, at any price, nobody's
        "+88213300000",  # allow-secret: shows its range
        "+999123456789",  # allow-secret: shows its range
        "gibberish",
    ),
)
def test_what_is_no_mobile_takes_no_texts(number: str) -> None:
    assert not people.takes_texts(number)


@pytest.mark.parametrize(
    ("number", "country"),
    (
        ("+61491570006", "AU"),
        ("+6421123456", "NZ"),  # allow-secret: shows its range
        ("+12125550123", "US"),
        ("+18764201234", "JM"),  # allow-secret: shows its range
        ("+447700312345", "JE"),  # allow-secret: shows its range
        ("+61", ""),
        ("gibberish", ""),
    ),
)
def test_countries_that_share_a_code_are_told_apart(number: str, country: str) -> None:
    assert people.country_of(number) == country


@pytest.mark.parametrize(
    ("number", "country", "shown"),
    (
        ("+61370101234", "AU", "(03) 7010 1234"),
        ("+61491570006", "AU", "0491 570 006"),
        ("+61370101234", "NZ", "+61 3 7010 1234"),
        ("", "AU", ""),
    ),
)
def test_a_number_is_shown_as_it_is_dialled_here(number: str, country: str, shown: str) -> None:
    assert people.local(number, country) == shown


def test_notes_are_kept_on_one_line() -> None:
    assert people.notes(" NUT ALLERGY\n\tring the bell ") == "NUT ALLERGY ring the bell"


@pytest.mark.parametrize("said", ("", "none", "N/A", "No", "null", "-"))
def test_notes_that_say_there_are_none_are_none(said: str) -> None:
    assert people.notes(said) == ""


@pytest.mark.parametrize("said", ("x" * 301, "bell\x07", "a\x00b", "\x1b[31mred"))
def test_notes_too_long_or_with_control_characters_are_refused(said: str) -> None:
    with pytest.raises(NotesRefused):
        people.notes(said)


def test_notes_of_three_hundred_characters_are_taken() -> None:
    assert people.notes("é" * 300) == "é" * 300
