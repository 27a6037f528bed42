"""Changing a line: what was said changes, and the rest is as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kebabalab.models.errors import NotOnTheMenu
from kebabalab.models.item import Heard, ItemRequest, Mark, Mention
from kebabalab.rules.choosing import change, choose
from tests.unit.rules.sayings import GREENS, MENU, line, said, taken, with_group


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
