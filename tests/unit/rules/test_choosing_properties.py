"""What holds of a line whatever was said of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kebabalab.models.item import Mark
from kebabalab.models.menu import GroupKind
from kebabalab.rules.choosing import change
from tests.builders import price
from tests.unit.rules.sayings import GREEN, MENU, line, said

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
