"""The transcriber is told the menu's names: true ones, each once, no more than it can bear."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kebabalab.gateways.shop_files import load
from kebabalab.models.menu import Item, Menu
from kebabalab.tools.vapi_keyterms import MOST_TERMS, keyterms
from tests.phone_call import kebab_shop
from tests.sandwich_bar import FREE, MENU

KEBABS = kebab_shop().menu
TRATTORIA = load(Path(__file__).parents[2] / "shops" / "trattoria").menu
EACH_MENU = pytest.mark.parametrize("menu", (KEBABS, TRATTORIA, MENU), ids=("kebabalab", "trattoria", "sandwiches"))


def named(*titles: str) -> Menu:
    """A menu that sells these and nothing else."""
    return Menu("1", tuple(Item(f"item{n}", "all", title, title, FREE) for n, title in enumerate(titles)))


@EACH_MENU
def test_no_more_terms_than_the_transcriber_takes(menu: Menu) -> None:
    assert 0 < len(keyterms(menu)) <= MOST_TERMS == 100


@EACH_MENU
def test_each_term_is_there_once_whatever_its_case(menu: Menu) -> None:
    terms = [term.casefold() for term in keyterms(menu)]
    assert len(set(terms)) == len(terms)


@EACH_MENU
def test_every_term_is_a_name_that_the_menu_gives(menu: Menu) -> None:
    options = {option.name for item in menu.items for group in item.groups for option in group.options}
    deals = {deal.name for deal in menu.deals}
    titles = [item.title for item in menu.items]
    others = set(keyterms(menu)) - options - deals
    assert [term for term in others if not any(term in title for title in titles)] == []


@pytest.mark.parametrize("misheard", ("lamp", "goes lemay", "letters", "spright", "garlik"))
def test_a_mishearing_is_not_expected(misheard: str) -> None:
    spoken = [option.said for item in KEBABS.items for group in item.groups for option in group.options]
    assert any(misheard in said for said in (*spoken, *(item.said for item in KEBABS.items)))
    assert misheard not in {term.casefold() for term in keyterms(KEBABS)}


def test_what_is_sold_comes_first_then_the_choices_that_name_it() -> None:
    terms = keyterms(KEBABS)
    places = [terms.index(term) for term in ("Kebab", "Coca-Cola", "Kebab meal", "lamb", "lettuce")]
    assert places == sorted(places)


def test_names_are_written_as_the_owner_writes_them() -> None:
    assert {"Gözleme", "Şalgam", "HSP", "garlic sauce", "Coca-Cola"} <= set(keyterms(KEBABS))


def test_a_title_that_only_describes_a_choice_is_no_name() -> None:
    assert keyterms(named("{size} of {filling}", "{size} Roll")) == ("Roll",)


def test_a_single_letter_is_no_term() -> None:
    assert keyterms(named("V", "Vim")) == ("Vim",)


def test_of_a_long_menu_the_first_hundred_names_are_taken() -> None:
    assert len(keyterms(named(*(f"Roll {n}" for n in range(300))))) == MOST_TERMS


def test_long_names_are_cut_off_before_the_transcriber_chokes_on_them() -> None:
    terms = keyterms(named(*(f"Wiederaufbereitungsanlage Nummer {n}" for n in range(300))))
    assert 10 < len(terms) < 50
    assert sum(len(term) for term in terms) < 1500


def test_the_same_menu_gives_the_same_terms() -> None:
    assert keyterms(KEBABS) == keyterms(replace(KEBABS, version="another"))
