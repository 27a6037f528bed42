"""What is said of one half of an item."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kebabalab.language.lexicon import Lexicon, build_lexicon
from kebabalab.language.understand import understand
from kebabalab.models.menu import Naming
from tests.builders import item, many, menu, one, option
from tests.unit.language.test_understand import short

TOPPINGS = replace(
    many("toppings", *(option(name, 100, extra=100) for name in ("seeds", "honey", "plums", "nuts", "cream"))),
    parts=True,
    naming=Naming.ADDS,
    usual=("cream",),
    said=("toppings",),
    light=True,
)
SIZE = one("size", "small", "large")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return build_lexicon(menu(item("tart", 1500, SIZE, TOPPINGS, title="{size} Tart"), item("tea", 300, title="Tea")))


@pytest.mark.parametrize(
    ("said", "expected"),
    (
        ("large tart with honey on one half", "honey on left half"),
        ("large tart with honey and plums on half", "honey on left half, plums on left half"),
        ("large tart with honey, plums on half", "honey, plums on left half"),
        ("large tart with honey on one half and plums on the other", "honey on left half, plums on right half"),
        ("large tart honey on the first half nuts on the second", "honey on left half, nuts on right half"),
        ("large tart with plums on the right and honey on the left", "plums on right half, honey on left half"),
        ("large tart half honey half plums", "honey on left half, plums on right half"),
        ("half honey and half plums on a large tart", "honey on left half, plums on right half"),
        ("a large half honey half plums tart with nuts", "honey on left half, plums on right half, nuts"),
        ("large tart half with honey and half with plums", "honey on left half, plums on right half"),
        ("large tart half honey and nuts the other half plums",
         "honey on left half, nuts on left half, plums on right half"),
        ("half and half large tart honey and plums", "honey on left half, plums on right half"),
        ("large tart with nuts and on one half honey", "nuts, honey on left half"),
        ("large tart with nuts on both halves", "nuts"),
        ("large tart no cream on one half", "not cream on left half"),
        ("large tart extra cream on the left side and no nuts", "extra cream on left half, not nuts"),
        ("large tart light cream on the other half", "light cream on right half"),
        ("large tart no toppings on the right half", "none on right half"),
    ),
)  # fmt: skip
def test_what_goes_on_a_half(said: str, expected: str, lexicon: Lexicon) -> None:
    (request,) = understand(said, lexicon).requests
    found = short(request).removeprefix("1 tart size=large, ").replace("toppings=", "").replace("toppings ", "")
    if "size=large" in found:  # said after the toppings
        found = found.replace(", size=large", "").removeprefix("1 tart ")
    assert found == expected


def test_a_half_ends_where_the_next_item_begins(lexicon: Lexicon) -> None:
    requests = understand("large tart half honey half plums and a tea and a small tart with nuts", lexicon).requests
    assert [short(one) for one in requests] == [
        "1 tart size=large, toppings=honey on left half, toppings=plums on right half",
        "1 tea",
        "1 tart size=small, toppings=nuts",
    ]


def test_the_other_is_the_other_line_where_no_half_was_spoken_of(lexicon: Lexicon) -> None:
    requests = understand("two large tarts with honey on one and nuts on the other", lexicon).requests
    assert sorted(short(one) for one in requests) == [
        "1 tart size=large, toppings=honey",
        "1 tart size=large, toppings=nuts",
    ]


def test_half_means_nothing_where_the_menu_has_no_halves() -> None:
    whole = replace(TOPPINGS, parts=False)
    lexicon = build_lexicon(menu(item("tart", 1500, whole, title="Tart")))
    (request,) = understand("tart with half honey half plums", lexicon).requests
    assert short(request) == "1 tart toppings=honey, toppings=plums"


def test_half_of_two_items_is_asked_for_and_neither_is_added() -> None:
    lexicon = build_lexicon(menu(item("tart", 1500, SIZE, TOPPINGS), item("flan", 1500, SIZE, TOPPINGS)))
    understood = understand("a large half tart half flan", lexicon)
    assert understood.requests == ()
    assert [(one.nearest, one.undecided) for one in understood.not_understood] == [(("tart", "flan"), True)]
