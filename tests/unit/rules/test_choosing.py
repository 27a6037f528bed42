"""From what was asked for to a line: rules 1 to 4 of "What words mean", and changing a line afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Heard, ItemRequest, LineItem, Mark, Mention
from kebabalab.models.menu import Group, GroupKind, Menu, Naming
from kebabalab.rules.choosing import as_deal, change, choose, deal_named, needs
from tests.builders import deal, flag, item, many, menu, one, option, price, side

LOT = tuple(replace(option(name, extra=0), in_the_lot=True) for name in ("cress", "rocket", "dill", "kale"))
GREENS = many("greens", *LOT, option("sprouts", 100), usual=("cress", "rocket", "dill"))
DRESSINGS = many("dressings", option("oil", extra=50), option("pesto", extra=50), "tahini", usual=("oil", "pesto"))
EXTRAS = replace(many("extras", option("egg", 150), option("tahini", 100)), naming=Naming.ADDS)
FILLING = one("filling", "bean", "nut", "both")
SALT = one("salt", "sea", "celery", "none", usual="sea")
MENU = menu(
    item("roll", 1000, FILLING, GREENS, DRESSINGS, EXTRAS, flag("toasted"), title="{filling} Roll"),
    item("crisps", {"small": 500, "large": 900}, one("size", "small", "large"), SALT, title="{size} Crisps"),
    item("drink", 350, one("brand", "fizz", "pop", "cola"), title="{brand} Drink"),
    sides=(side("crisps", "crisps", size="small", salt="sea"), side("drink", "drink", brand="fizz"),
           side("second", "drink", brand="fizz")),
    deals=(
        deal("meal", "roll", 1700, crisps={"size": "small"}, drink={}),
        deal("big meal", "roll", 2000, crisps={"size": "large"}, drink={}),
        deal("roll and drink", "roll", 1250, drink={}),
        deal("for two", "roll", 1500, drink={}, second={}),
        deal("small snack", "crisps", 800, drink={"brand": "pop"}),
    ),
)  # fmt: skip
GREEN = {"cress": "greens", "rocket": "greens", "dill": "greens", "kale": "greens", "sprouts": "greens"}
PLACES = {
    **GREEN, **dict.fromkeys(("oil", "pesto", "tahini"), "dressings"), "egg": "extras",
    **dict.fromkeys(("bean", "nut", "both"), "filling"), **dict.fromkeys(("sea", "celery"), "salt"),
    "toasted": "toasted", **dict.fromkeys(("small", "large"), "size"), **dict.fromkeys(("fizz", "pop", "cola"), "brand"),
}  # fmt: skip


def said(words: str) -> tuple[Mention, ...]:
    """Mentions in a few words: "not rocket, extra dill, kale on left half, all greens, bean/nut"."""
    return tuple(_mention(phrase.strip()) for phrase in words.split(",") if phrase.strip())


def _mention(phrase: str) -> Mention:
    phrase, _, part = phrase.partition(" on ")
    first, _, rest = phrase.partition(" ")
    mark = Mark(first) if rest else Mark.PLAIN
    word = rest or first
    options = tuple(word.split("/"))
    if options[0] not in PLACES or (word == "toasted" and mark is Mark.ALL):
        return Mention(word, (), mark, part)
    return Mention(PLACES[options[0]], ("yes",) if word == "toasted" else options, mark, part)


def line(words: str = "", of: str = "roll", sold: Menu = MENU) -> LineItem:
    return choose(ItemRequest(of, mentions=said(words)), sold)


def taken(made: LineItem, group: str) -> str:
    """What a line has of a group: "cress, extra dill", "none", or "open"."""
    choices = made.choices.get(group)
    return "open" if choices is None else ", ".join(map(str, choices)) or "none"


def with_group(changed: Group, of: str = "roll") -> Menu:
    """The menu with one group of an item in another shape."""
    items = [
        replace(each, groups=tuple(changed if group.id == changed.id else group for group in each.groups))
        if each.id == of
        else each
        for each in MENU.items
    ]
    return replace(MENU, items=tuple(items))


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        pytest.param("", "cress, rocket, dill", id="1: nothing said of a group is the usual"),
        pytest.param("not rocket", "cress, dill", id="2: only exclusions said are the usual less these"),
        pytest.param("not rocket, not dill", "cress", id="2: several exclusions"),
        pytest.param("not sprouts", "cress, rocket, dill", id="2: without what is not there anyway"),
        pytest.param("none greens", "none", id="2: none of the group"),
        pytest.param("not greens", "none", id="2: no to the group as a whole is none of it"),
        pytest.param("only kale", "kale", id="2: only what is named"),
        pytest.param("only kale, only dill", "kale, dill", id="2: only these two"),
        pytest.param("kale, only dill", "kale, dill", id="2: only keeps what was named in the same breath"),
        pytest.param("none greens, only dill", "dill", id="2: none of it, just this"),
        pytest.param("none greens, dill", "dill", id="2: none of it, but this"),
        pytest.param("kale", "kale", id="naming stands in the place of the usual"),
        pytest.param("kale, cress", "kale, cress", id="what is named comes in the order in which it was named"),
        pytest.param("kale, not rocket", "kale", id="naming with an exclusion is what was named"),
        pytest.param("cress, rocket, not rocket", "cress", id="what was named and then refused is off"),
        pytest.param("not rocket, rocket", "rocket", id="what was refused and then named is on"),
        pytest.param("cress, cress", "cress", id="named twice is had once"),
        pytest.param("sprouts", "sprouts", id="what costs something is there where it is named"),
        pytest.param("all greens", "cress, rocket, dill, kale", id="3: the lot is all that is free"),
        pytest.param("all greens, not kale", "cress, rocket, dill", id="3: the lot, except"),
        pytest.param("not kale, all greens", "cress, rocket, dill", id="3: no this, and else the lot"),
        pytest.param("all greens, sprouts", "cress, rocket, dill, kale, sprouts", id="3: the lot and what costs"),
        pytest.param("sprouts, all greens", "cress, rocket, dill, kale, sprouts", id="3: what costs, and the lot"),
        pytest.param("all greens, extra dill", "cress, rocket, extra dill, kale", id="3: the lot with an extra one"),
        pytest.param("extra dill, all greens", "cress, rocket, extra dill, kale", id="3: an extra one and the lot"),
        pytest.param("none greens, all greens", "cress, rocket, dill, kale", id="7: none, no, the lot"),
        pytest.param("all greens, none greens", "none", id="7: the lot, no, none"),
        pytest.param("extra dill", "cress, rocket, extra dill", id="extra of the usual keeps the rest of it"),
        pytest.param("light dill", "cress, rocket, light dill", id="easy on one keeps the rest"),
        pytest.param("light dill, extra cress", "extra cress, rocket, light dill", id="more of this, less of that"),
        pytest.param("extra kale", "extra kale", id="extra of what is not usual names it"),
        pytest.param("kale, extra dill", "kale, extra dill", id="named with an extra one is just these"),
        pytest.param("not rocket, extra dill", "cress, extra dill", id="without this, extra that"),
        pytest.param("extra greens", "extra cress, extra rocket, extra dill", id="extra of the group is of all in it"),
        pytest.param("light greens", "light cress, light rocket, light dill", id="easy on the whole group"),
        pytest.param("not rocket, extra greens", "extra cress, extra dill", id="what is off stays off"),
        pytest.param("greens", "cress, rocket, dill", id="with the group's word alone it is the usual"),
        pytest.param("kale, greens", "kale", id="the group's word beside one named says nothing more"),
        pytest.param("greens, kale", "kale", id="nor before it"),
        pytest.param("none greens, greens", "cress, rocket, dill", id="7: without, no, with"),
        pytest.param("extra sprouts", "sprouts", id="an extra helping that is not sold is one helping"),
    ),
)
def test_what_is_taken_of_a_group_of_several(words: str, expected: str) -> None:
    made = line(words)
    assert taken(made, "greens") == expected
    assert ("greens" in made.assumed) is (not words)
    assert taken(made, "dressings") == "oil, pesto"


@pytest.mark.parametrize(
    ("words", "expected"),
    (
        pytest.param("", "none", id="nothing said is none"),
        pytest.param("egg", "egg", id="what is named comes on top"),
        pytest.param("not egg", "none", id="without what is not there"),
    ),
)
def test_what_is_taken_where_there_is_no_usual(words: str, expected: str) -> None:
    made = line(words)
    assert (taken(made, "extras"), "extras" in made.assumed) == (expected, False)


def test_naming_adds_to_the_usual_where_the_menu_says_so() -> None:
    sold = with_group(replace(GREENS, naming=Naming.ADDS))
    assert taken(line("kale", sold=sold), "greens") == "cress, rocket, dill, kale"
    assert taken(line("only kale", sold=sold), "greens") == "kale"
    assert taken(line("not dill, kale", sold=sold), "greens") == "cress, rocket, kale"


def test_without_a_lot_on_the_menu_it_is_all_that_costs_nothing() -> None:
    options = tuple(replace(each, in_the_lot=False) for each in GREENS.options)
    sold = with_group(replace(GREENS, options=options))
    assert taken(line("all greens", sold=sold), "greens") == "cress, rocket, dill, kale"


def test_a_light_helping_that_the_group_does_not_know_is_a_helping() -> None:
    sold = with_group(replace(GREENS, light=False))
    assert taken(line("light kale", sold=sold), "greens") == "kale"


def test_an_extra_helping_that_one_group_does_not_sell_is_had_from_another() -> None:
    made = line("extra tahini")
    assert (taken(made, "dressings"), taken(made, "extras")) == ("oil, pesto", "tahini")
    assert "dressings" in made.assumed
    assert "extras" not in made.assumed


@pytest.mark.parametrize(
    ("of", "words", "group", "expected"),
    (
        pytest.param("roll", "", "filling", "open", id="4: what decides the dish is never guessed"),
        pytest.param("roll", "nut", "filling", "nut", id="what is named is taken"),
        pytest.param("roll", "nut, bean", "filling", "bean", id="7: of two the last one wins"),
        pytest.param("roll", "bean/nut", "filling", "open", id="4: one of two is left open"),
        pytest.param("roll", "bean/nut, nut", "filling", "nut", id="7: one of two, no, this one"),
        pytest.param("roll", "not bean", "filling", "open", id="a refusal chooses nothing"),
        pytest.param("roll", "nut, not nut", "filling", "open", id="named and then refused is open again"),
        pytest.param("crisps", "", "salt", "sea", id="1: nothing said is the usual"),
        pytest.param("crisps", "celery", "salt", "celery", id="another one named"),
        pytest.param("crisps", "none salt", "salt", "none", id="none of it is the option of that name"),
        pytest.param("crisps", "not sea", "salt", "none", id="without the usual it is the option none"),
        pytest.param("crisps", "not celery", "salt", "sea", id="without another one it is the usual"),
        pytest.param("crisps", "not sea, celery", "salt", "celery", id="not this but that"),
        pytest.param("crisps", "sea/celery", "salt", "open", id="4: left between two it is open, not forgotten"),
        pytest.param("crisps", "salt", "salt", "sea", id="with the group's word alone it is the usual"),
        pytest.param("crisps", "none salt, salt", "salt", "sea", id="7: without, no, with"),
        pytest.param("roll", "", "toasted", "yes", id="1: a flag is as usual"),
        pytest.param("roll", "not toasted", "toasted", "no", id="a flag refused"),
        pytest.param("roll", "not toasted, toasted", "toasted", "yes", id="7: a flag refused, then wanted"),
    ),
)
def test_what_is_taken_of_a_single_choice(of: str, words: str, group: str, expected: str) -> None:
    made = line(words, of)
    assert taken(made, group) == expected
    assert (group in made.assumed) is (not words and expected != "open")


def test_a_single_choice_of_one_kind_is_no_assumption() -> None:
    sold = menu(item("tea", 300, one("leaf", "green", usual="green")))
    made = line("", "tea", sold)
    assert (taken(made, "leaf"), made.assumed) == ("green", ())


def test_without_the_usual_where_no_option_is_called_none() -> None:
    sold = menu(item("tea", 300, one("salt", "sea", "celery", usual="sea")))
    made = line("not sea", "tea", sold)
    assert (taken(made, "salt"), made.excluded, needs(made, sold)) == ("none", {"salt": ("sea",)}, ())


class TestNeeds:
    def test_an_open_choice_is_asked_with_its_options_and_question(self) -> None:
        (need,) = needs(line(), MENU)
        assert (need.field, need.options, need.ask) == ("filling", ("bean", "nut", "both"), "Which filling?")

    def test_what_was_refused_is_not_offered_again(self) -> None:
        (need,) = needs(line("not bean"), MENU)
        assert need.options == ("nut", "both")

    def test_what_is_sold_out_is_not_offered(self) -> None:
        sold = with_group(one("filling", "bean", option("nut", available=False), "both"))
        assert needs(line("", sold=sold), sold)[0].options == ("bean", "both")

    def test_a_usual_choice_left_between_two_is_asked_for(self) -> None:
        assert [need.field for need in needs(line("small, sea/celery", "crisps"), MENU)] == ["salt"]

    def test_a_group_without_a_question_has_a_plain_one(self) -> None:
        sold = with_group(replace(SALT, ask=""), of="crisps")
        assert [need.ask for need in needs(line("small, sea/celery", "crisps", sold), sold)] == [
            "Which salt would you like?"
        ]

    def test_a_deals_side_is_asked_for_under_its_field(self) -> None:
        made = choose(
            ItemRequest("roll", mentions=said("bean"), deal="meal", sides=(ItemRequest("drink", 1, said("pop/cola")),)),
            MENU,
        )
        assert [need.field for need in needs(made, MENU)] == ["drink_brand"]

    def test_a_whole_line_needs_nothing(self) -> None:
        assert needs(line("bean"), MENU) == ()


class TestSoldOut:
    @pytest.mark.parametrize(
        ("words", "expected"),
        (
            pytest.param("", "cress, dill", id="the usual less what is out"),
            pytest.param("all greens", "cress, dill, kale", id="the lot less what is out"),
            pytest.param("extra greens", "extra cress, extra dill", id="extra of what is there"),
            pytest.param("not rocket", "cress, dill", id="refusing what is out"),
        ),
    )
    def test_what_was_not_named_is_left_out_where_it_is_sold_out(self, words: str, expected: str) -> None:
        options = tuple(replace(each, available=each.id != "rocket") for each in GREENS.options)
        sold = with_group(replace(GREENS, options=options))
        assert taken(line(words, sold=sold), "greens") == expected

    def test_what_was_named_is_refused_by_its_name(self) -> None:
        gone = replace(option("kale", available=False), name="Curly Kale")
        sold = with_group(replace(GREENS, options=(*GREENS.options[:3], gone)))
        with pytest.raises(NotOnTheMenu) as refused:
            line("kale", sold=sold)
        assert refused.value.words == "Curly Kale"

    def test_an_item_is_refused_by_its_name(self) -> None:
        sold = replace(MENU, items=tuple(replace(each, available=each.id != "roll") for each in MENU.items))
        with pytest.raises(NotOnTheMenu) as refused:
            line("bean", sold=sold)
        assert refused.value.words == "Roll"

    def test_an_item_with_nothing_left_of_what_must_be_chosen_is_refused(self) -> None:
        sold = with_group(one("filling", *(option(each, available=False) for each in ("bean", "nut", "both"))))
        with pytest.raises(NotOnTheMenu):
            line("", sold=sold)

    def test_a_usual_single_choice_that_must_be_made_is_asked_for(self) -> None:
        group = one("filling", option("bean", available=False), "nut", usual="bean", required=True)
        sold = with_group(group)
        made = line("", sold=sold)
        assert (taken(made, "filling"), [need.field for need in needs(made, sold)]) == ("open", ["filling"])

    def test_a_usual_single_choice_that_need_not_be_made_is_left_out(self) -> None:
        sold = with_group(one("salt", option("sea", available=False), "celery", usual="sea"), of="crisps")
        made = line("small", "crisps", sold)
        assert (taken(made, "salt"), made.assumed, needs(made, sold)) == ("none", (), ())

    def test_a_usual_that_the_price_goes_by_is_asked_for(self) -> None:
        sizes = one("size", option("small", available=False), "large", usual="small")
        tea = item("tea", {"small": 300, "large": 400}, sizes)
        made = line("", "tea", menu(tea))
        assert [need.options for need in needs(made, menu(tea))] == [("large",)]


@pytest.mark.parametrize(
    "request_",
    (
        pytest.param(ItemRequest("cake"), id="an item that is not sold"),
        pytest.param(
            ItemRequest("drink", mentions=(Mention("greens", ("kale",)),)), id="a group that it does not have"
        ),
        pytest.param(ItemRequest("roll", mentions=(Mention("greens", ("basil",)),)), id="an option that is not sold"),
        pytest.param(ItemRequest("roll", mentions=(Mention("greens", ("basil",), Mark.NOT),)), id="not even refused"),
        pytest.param(ItemRequest("roll", mentions=(Mention("filling", ("egg",)),)), id="a single one that is not sold"),
        pytest.param(ItemRequest("roll", deal="dear"), id="a deal that is not sold"),
        pytest.param(ItemRequest("drink", deal="meal"), id="a deal of another item"),
        pytest.param(
            ItemRequest("roll", deal="roll and drink", sides=(ItemRequest("crisps"),)),
            id="a side that is not the deal's",
        ),
    ),
)
def test_what_is_not_on_the_menu_is_refused(request_: ItemRequest) -> None:
    with pytest.raises(NotOnTheMenu):
        choose(request_, MENU)


class TestWhatALineKeeps:
    def test_the_quantity_and_the_words_that_caused_it(self) -> None:
        named, extra = Heard("item", "roll", "rolls", 2, 7), Heard("greens", "kale", "kail", 13, 17)
        asked = ItemRequest("roll", 3, (replace(said("kale")[0], heard=extra),), heard=(named,))
        made = choose(asked, MENU)
        assert (made.line_id, made.quantity, made.heard) == ("", 3, (named, extra))

    def test_the_words_of_a_deals_side_under_the_deals_field(self) -> None:
        words = Heard("brand", "pop", "popp", 9, 13)
        drink = ItemRequest("drink", mentions=(replace(said("pop")[0], heard=words),))
        made = choose(ItemRequest("roll", mentions=said("bean"), deal="roll and drink", sides=(drink,)), MENU)
        assert made.heard == (replace(words, field="drink_brand"),)

    def test_what_was_refused_is_kept_to_be_read_back(self) -> None:
        assert line("not rocket, not sprouts").excluded == {"greens": ("rocket", "sprouts")}

    @pytest.mark.parametrize(
        ("words", "expected"),
        (
            pytest.param("not rocket, rocket", {}, id="named after all"),
            pytest.param("not rocket, none greens", {}, id="none of the group says it already"),
            pytest.param("none greens, not rocket", {}, id="whichever comes first"),
            pytest.param("not bean, nut", {}, id="another one taken instead"),
            pytest.param("not bean", {"filling": ("bean",)}, id="still open"),
            pytest.param("not toasted", {"toasted": ("toasted",)}, id="a flag"),
        ),
    )
    def test_what_was_refused_is_read_back_only_where_it_tells_something(
        self, words: str, expected: dict[str, tuple[str, ...]]
    ) -> None:
        assert line(words).excluded == expected


class TestHalves:
    @pytest.mark.parametrize(
        ("words", "expected"),
        (
            pytest.param("kale on left half", "kale on left half", id="one half"),
            pytest.param("kale on left half, dill on right half", "kale on left half, dill on right half", id="each"),
            pytest.param("kale on left half, kale on right half", "kale", id="both halves are the whole"),
            pytest.param("kale on left half, kale", "kale", id="one half, no, all over"),
            pytest.param("kale, kale on left half", "kale on left half", id="all over, no, one half"),
            pytest.param(
                "kale, extra kale on left half", "kale on right half, extra kale on left half", id="more there"
            ),
            pytest.param("not dill on left half", "cress, rocket, dill on right half", id="off one half"),
            pytest.param("kale on left half, not kale on right half", "kale on left half", id="off where it is not"),
            pytest.param("kale on left half, not kale on left half", "none", id="off where it is"),
        ),
    )
    def test_what_goes_on_one_half(self, words: str, expected: str) -> None:
        assert taken(line(words), "greens") == expected

    def test_off_one_half_is_no_refusal_of_the_whole(self) -> None:
        assert line("not dill on left half").excluded == {}


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


class TestChange:
    START = "bean, kale, not rocket, extra pesto, egg"

    @pytest.mark.parametrize(
        ("words", "group", "expected"),
        (
            pytest.param("dill", "greens", "kale, dill", id="what is named is added"),
            pytest.param("extra kale", "greens", "extra kale", id="an extra helping of what is there"),
            pytest.param("not kale", "greens", "none", id="what is refused is taken off"),
            pytest.param("only dill", "greens", "dill", id="only what is named"),
            pytest.param("none greens", "greens", "none", id="none of the group"),
            pytest.param("none greens, dill, cress", "greens", "dill, cress", id="a list set anew"),
            pytest.param("all greens", "greens", "cress, rocket, dill, kale", id="the lot"),
            pytest.param("extra greens", "greens", "extra kale", id="extra of the group is of what is there"),
            pytest.param("light dressings", "dressings", "light oil, light pesto", id="easy on the group"),
            pytest.param("pesto", "dressings", "oil, pesto", id="an extra helping made plain"),
            pytest.param("nut", "filling", "nut", id="another single choice"),
            pytest.param("bean/nut", "filling", "open", id="a single choice left between two"),
            pytest.param("not egg", "extras", "none", id="something charged taken off"),
            pytest.param("not toasted", "toasted", "no", id="a flag"),
        ),
    )
    def test_what_was_said_changes_and_the_rest_is_as_it_was(self, words: str, group: str, expected: str) -> None:
        before = line(self.START)
        after = change(before, said(words), MENU)
        assert taken(after, group) == expected
        assert {name: held for name, held in after.choices.items() if name != group} == {
            name: held for name, held in before.choices.items() if name != group
        }

    def test_the_usual_comes_back_where_a_group_was_emptied(self) -> None:
        assert taken(change(line("bean, none greens"), said("greens"), MENU), "greens") == "cress, rocket, dill"

    @pytest.mark.parametrize(
        ("words", "expected"),
        (
            pytest.param("dill", ("rocket",), id="something else added"),
            pytest.param("not kale", ("rocket", "kale"), id="something else refused"),
            pytest.param("nut", ("rocket",), id="something of another group changed"),
            pytest.param("rocket", (), id="it is wanted after all"),
            pytest.param("all greens", (), id="the lot is wanted"),
            pytest.param("none greens", (), id="none of the group says it already"),
        ),
    )
    def test_what_was_refused_before_stays_refused(self, words: str, expected: tuple[str, ...]) -> None:
        assert change(line(self.START), said(words), MENU).excluded.get("greens", ()) == expected

    def test_what_is_changed_is_no_longer_assumed(self) -> None:
        before = line("bean")
        assert set(before.assumed) == {"greens", "dressings", "toasted"}
        assert set(change(before, said("not oil"), MENU).assumed) == {"greens", "toasted"}

    def test_the_words_are_added_to_those_before(self) -> None:
        first, second = Heard("greens", "kale", "kail", 0, 4), Heard("greens", "dill", "dill", 0, 4)
        before = choose(ItemRequest("roll", mentions=(replace(said("kale")[0], heard=first),)), MENU)
        assert change(before, (replace(said("dill")[0], heard=second),), MENU).heard == (first, second)

    def test_a_deals_side_is_changed_by_its_field(self) -> None:
        before = choose(ItemRequest("roll", mentions=said("bean"), deal="meal"), MENU)
        after = change(before, (Mention("drink_brand", ("cola",)), Mention("crisps_salt", (), Mark.NONE)), MENU)
        assert taken(replace(after, choices=after.sides["drink"]), "brand") == "cola"
        assert taken(replace(after, choices=after.sides["crisps"]), "salt") == "none"
        assert taken(replace(after, choices=after.sides["crisps"]), "size") == "small"
        assert set(before.assumed) - set(after.assumed) == {"drink_brand", "crisps_salt"}

    @pytest.mark.parametrize(
        "mention",
        (
            pytest.param(Mention("drink_brand", ("pop",)), id="a side of a line that is no deal"),
            pytest.param(Mention("colour", ("red",)), id="a field that no line has"),
            pytest.param(Mention("greens", ("basil",)), id="an option that is not sold"),
        ),
    )
    def test_what_the_line_does_not_have_is_refused(self, mention: Mention) -> None:
        with pytest.raises(NotOnTheMenu):
            change(line("bean"), (mention,), MENU)

    def test_nothing_said_changes_nothing(self) -> None:
        before = line(self.START)
        assert change(before, (), MENU) == before

    def test_a_choice_that_is_sold_out_since_stays_until_it_is_spoken_of(self) -> None:
        sold = with_group(replace(GREENS, options=tuple(replace(o, available=o.id != "kale") for o in GREENS.options)))
        assert taken(change(line(self.START), said("nut"), sold), "greens") == "kale"


marks = st.sampled_from((Mark.PLAIN, Mark.EXTRA, Mark.LIGHT, Mark.ONLY, Mark.NOT))
phrases = st.one_of(
    st.builds(
        lambda mark, option_: f"{mark} {option_}".strip(), marks, st.sampled_from([*GREEN, "oil", "pesto", "egg"])
    ),
    st.builds(
        lambda mark, group: f"{mark} {group}", st.sampled_from((Mark.ALL, Mark.NONE)), st.sampled_from(["greens"])
    ),
    st.sampled_from(["bean", "nut", "toasted", "not toasted", "extra greens", "light dressings", "dill on left half"]),
)
sentences = st.lists(phrases, max_size=6).map(", ".join)


@given(sentences)
def test_whatever_is_said_every_choice_is_sold_and_had_once(words: str) -> None:
    made = line(words)
    for group in MENU.items[0].groups:
        held = made.choices.get(group.id, ())
        assert len({(choice.option, choice.part) for choice in held}) == len(held)
        assert all(group.option(choice.option) is not None for choice in held)
        assert group.kind is GroupKind.MANY or len(held) <= 1
        assert not {choice.option for choice in held if not choice.part} & set(made.excluded.get(group.id, ()))


@given(sentences)
def test_nobody_is_charged_for_what_was_not_named(words: str) -> None:
    made = line(words)
    spoken = {option_ for mention in said(words) for option_ in mention.options}
    for group in MENU.items[0].groups:
        for choice in made.choices.get(group.id, ()):
            charged = group.option(choice.option)
            assert charged is not None
            assert charged.price == price(0) or choice.option in spoken


@given(sentences, sentences)
def test_a_change_of_nothing_but_one_group_leaves_the_others(words: str, later: str) -> None:
    before = line(words)
    mentions = [mention for mention in said(later) if mention.group == "greens"]
    after = change(before, mentions, MENU)
    others = [name for name in before.choices if name != "greens"]
    assert all(after.choices[name] == before.choices[name] for name in others)
    assert (after.item, after.quantity, after.sides) == (before.item, before.quantity, before.sides)
