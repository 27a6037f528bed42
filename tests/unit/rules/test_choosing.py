"""From what was asked for to a line: rules 1 to 4 of "What words mean"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Heard, ItemRequest, Mark, Mention
from kebabalab.models.menu import Naming
from kebabalab.rules.choosing import as_deal, change, choose, needs
from tests.builders import item, menu, one, option
from tests.unit.rules.sayings import FILLING, GREENS, MENU, line, said, taken, with_group


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
        pytest.param("kale, instead dill", "cress, rocket, kale", id="one instead of a usual one leaves the others"),
        pytest.param("instead dill, kale", "cress, rocket, kale", id="instead of a usual one, another"),
        pytest.param("kale, instead dill, instead cress", "kale", id="one instead of two is what was named"),
        pytest.param("kale, sprouts, instead dill", "kale, sprouts", id="two instead of one are what was named"),
        pytest.param("kale, instead sprouts", "kale", id="instead of what is not usual it is what was named"),
        pytest.param("usual greens, kale", "cress, rocket, dill, kale", id="the usual and another"),
        pytest.param("kale, usual greens", "cress, rocket, dill, kale", id="another and the usual"),
        pytest.param("usual greens, kale, not dill", "cress, rocket, kale", id="the usual less one, and another"),
        pytest.param("not dill, kale, usual greens", "cress, rocket, kale", id="less one of the usual, in any order"),
        pytest.param("usual greens, extra dill", "cress, rocket, extra dill", id="the usual with more of one"),
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


WITH_MILK = Mention("milk")


@pytest.mark.parametrize(
    ("mentions", "expected", "open_"),
    (
        pytest.param((), "none", [], id="1: nothing said is the usual, none"),
        pytest.param((WITH_MILK,), "open", ["milk"], id="4: of several it is asked which"),
        pytest.param((WITH_MILK, Mention("milk", ("oat",))), "oat", [], id="4: named after all it is asked no more"),
        pytest.param((Mention("milk", (), Mark.NONE),), "none", [], id="without it is none"),
    ),
)
def test_with_some_of_what_is_usually_none_it_is_asked_which(
    mentions: tuple[Mention, ...], expected: str, open_: list[str]
) -> None:
    sold = menu(item("tea", 300, one("milk", "oat", "soy", "none", usual="none")))
    made = choose(ItemRequest("tea", mentions=mentions), sold)
    assert (taken(made, "milk"), [need.field for need in needs(made, sold)]) == (expected, open_)


def test_with_some_of_what_is_usually_none_and_of_one_kind_alone_it_is_that() -> None:
    sold = menu(item("tea", 300, one("milk", "oat", "none", usual="none")))
    assert taken(line("milk", "tea", sold), "milk") == "oat"


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

    def test_a_choice_left_between_two_is_asked_with_both_named(self) -> None:
        (need,) = needs(line("bean/nut"), MENU)
        assert (need.options, need.ask) == (("bean", "nut"), "Bean or nut?")

    def test_of_two_that_were_left_open_not_the_one_is_the_other(self) -> None:
        open_line = line("bean/nut")
        assert change(open_line, said("not bean"), MENU).one("filling") == "nut"

    def test_an_answer_closes_what_was_left_open(self) -> None:
        assert change(line("bean/nut"), said("both"), MENU).between == {}

    def test_other_changes_leave_open_what_was_left_open(self) -> None:
        (need,) = needs(change(line("bean/nut"), said("egg"), MENU), MENU)
        assert need.options == ("bean", "nut")

    def test_a_deals_side_left_between_two_is_asked_with_both_named(self) -> None:
        fizz_or_pop = (ItemRequest("drink", mentions=said("fizz/pop")),)
        (need,) = needs(as_deal(line("bean"), "roll and drink", MENU, fizz_or_pop), MENU)
        assert (need.field, need.options) == ("drink_brand", ("fizz", "pop"))
        open_line = as_deal(line("bean"), "roll and drink", MENU, fizz_or_pop)
        chosen = change(open_line, (Mention("drink_brand", ("pop",)),), MENU)
        assert needs(chosen, MENU) == ()

    def test_a_group_without_a_question_has_a_plain_one(self) -> None:
        sold = with_group(replace(FILLING, ask=""))
        assert [need.ask for need in needs(line("", sold=sold), sold)] == ["Which filling would you like?"]

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
