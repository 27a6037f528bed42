"""Each mistake that can be made in menu.yaml is named alone, with its line, its place and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.gateways.shop_files import load
from kebabalab.models.errors import ShopFilesBroken
from tests.unit.gateways.files import MENU, SHOP, edited, problems, write


class Broken(NamedTuple):
    """A passage of the good file, what stands there instead, the line it is named with, and what is said of it."""

    good: str
    bad: str
    line: str
    said: str


KEYS = {
    "a misspelt key": Broken(
        "said: [tea time]",
        "sayd: [tea time]",
        "    sayd: [tea time]",
        'deals.tea_time.sayd: there is no key "sayd" here; did you mean "said"?',
    ),
    "a key of no meaning": Broken(
        "said: [tea time]",
        "colour: blue",
        "    colour: blue",
        'deals.tea_time.colour: there is no key "colour" here; known: "main", "name", "plural", "price", "said", '
        '"title", "with"',
    ),
    "a key missing": Broken("    category: snacks\n", "", "  bun:", 'items.bun: "category" is missing; add it'),
    "a key written twice": Broken(
        "    price: 2.50\n",
        "    price: 2.50\n    price: 3.50\n",
        "    price: 3.50",
        '"price" stands here a second time, after line 50; keep one of them',
    ),
    "an id that is no id": Broken(
        "  tea_time:",
        "  Tea time:",
        "  Tea time:",
        "deals.Tea time: write the id in lower case letters, digits and _, a letter first",
    ),
    "a word where yes or no is asked for": Broken(
        "    usual: yes\n",
        "    usual: yes\n    light: perhaps\n",
        "    light: perhaps",
        "groups.lid.light: write yes or no",
    ),
    "a kind of group that there is not": Broken(
        "    kind: flag", "    kind: falg", "    kind: falg", "groups.lid.kind: write 'one', 'many' or 'flag'"
    ),
    "keys where words are asked for": Broken(
        "said: bun", "said: {a: b}", "    said: {a: b}", "items.bun.said: write a list here: [one, two]"
    ),
    "a list inside a list of words": Broken(
        "said: bun", "said: [[roll]]", "    said: [[roll]]", "items.bun.said[1]: write text here"
    ),
    "an item that nobody can name": Broken(
        "said: bun", "said: []", "    said: []", "items.bun.said: write at least one"
    ),
    "a menu without items": Broken(
        MENU[MENU.index("items:") :], "items:\n", "items:", "items: nothing is sold; add an item"
    ),
}

PRICES = {
    "a price missing": Broken("    price: 2.50\n", "", "  bun:", 'items.bun: "price" is missing; add it'),
    "a price left empty": Broken(
        "price: 2.50", "price:", "    price:\n", "items.bun.price: write an amount like 3.50, or free"
    ),
    "a price in words": Broken(
        "price: 2.50", "price: two fifty", "    price: two fifty", "items.bun.price: write an amount like 3.50, or free"
    ),
    "a price with a comma": Broken(
        "price: 2.50", "price: 2,50", "    price: 2,50", "items.bun.price: write an amount like 3.50, or free"
    ),
    "a negative price": Broken(
        "price: 2.50", "price: -2.50", "    price: -2.50", "items.bun.price: write an amount like 3.50, or free"
    ),
    "a price in three decimals": Broken(
        "price: 2.50", "price: 2.505", "    price: 2.505", "items.bun.price: write an amount like 3.50, or free"
    ),
    "a price without amounts": Broken(
        "price: 2.50", "price: {}", "    price: {}", "items.bun.price: there is no amount here; write one like 3.50"
    ),
    "one size in words": Broken(
        "large: 4.00}",
        "large: four}",
        "    price: {small: 3.00, large: four}",
        "items.tea.price.large: write an amount like 3.50, or free",
    ),
    "a size without a price": Broken(
        "price: {small: 3.00, large: 4.00}",
        "price: {small: 3.00}",
        "    price: {small: 3.00}",
        'items.tea.price: no price for "large" of "tea"; add one for each size that it has',
    ),
    "a price for a size that is not sold": Broken(
        "price: {small: 3.00, large: 4.00}",
        "price: {small: 3.00, large: 4.00, huge: 5.00}",
        "    price: {small: 3.00, large: 4.00, huge: 5.00}",
        'items.tea.price.huge: "huge" is no size of "tea"; known: "small", "large"',
    ),
    "prices by a misspelt group": Broken(
        "price: {small: 3.00, large: 4.00}",
        "price: {by: sise, small: 3.00, large: 4.00}",
        "    price: {by: sise, small: 3.00, large: 4.00}",
        'items.tea.price.by: "sise" does not decide prices on "tea"; did you mean "size"?',
    ),
    "prices by a group that may be left open": Broken(
        "price: {small: 3.00, large: 4.00}",
        "price: {by: syrup, mint: 3.00}",
        "    price: {by: syrup, mint: 3.00}",
        'items.tea.price.by: "syrup" does not decide prices on "tea"; known: "size", "leaf"',
    ),
    "prices by options of no group": Broken(
        "price: 2.50",
        "price: {fresh: 2.50}",
        "    price: {fresh: 2.50}",
        'items.bun.price: the amounts are for no options of "bun"; '
        'write one amount, or one for each option of "filling"',
    ),
    "an option without a price": Broken(
        "    price: 0.50\n",
        "",
        "      mint: {said: [minty]}",
        "groups.syrup.options.mint: it has no price; write one here, or `price: free` for the whole group",
    ),
    "an option's price for one size only": Broken(
        "{small: 0.60, large: 0.80}",
        "{small: 0.60}",
        "      plum: {price: {small: 0.60}}",
        'groups.syrup.options.plum.price: no price for "large" of "tea"; add one for each size that it has',
    ),
    "a usual that costs something": Broken(
        "    usual: yes\n    price: free",
        "    usual: yes\n    price: 0.20",
        "    usual: yes",
        'groups.lid.usual: "yes" costs something, so it can\'t be the usual; make it free',
    ),
    "something in the lot that costs something": Broken(
        "    extra: 0.30\n",
        "    extra: 0.30\n    the_lot: [honey, plum]\n",
        "    the_lot: [honey, plum]",
        'groups.syrup.the_lot: "plum" costs something on "tea"; take it out, or make it free',
    ),
}

CHOICES = {
    "a group that does not exist": Broken(
        "groups: [filling]",
        "groups: [filing]",
        "    groups: [filing]",
        'items.bun.groups: there is no group "filing"; did you mean "filling"?',
    ),
    "a usual that is misspelt": Broken(
        "{usual: [honey]}",
        "{usual: [hony]}",
        "      syrup: {usual: [hony]}",
        'items.tea.groups.syrup.usual: "hony" is not offered by "tea"; did you mean "honey"?',
    ),
    "a usual that the item does not offer": Broken(
        "{usual: [honey]}",
        "{only: [mint], usual: [honey]}",
        "      syrup: {only: [mint], usual: [honey]}",
        'items.tea.groups.syrup.usual: "honey" is not offered by "tea"; known: "mint"',
    ),
    "a group's usual that is no option of it": Broken(
        "    usual: yes\n",
        "    usual: maybe\n",
        "    usual: maybe",
        'groups.lid.usual: there is no option "maybe" here; known: "yes", "no"',
    ),
    "two usuals where one can be had": Broken(
        "      leaf:\n",
        "      leaf: {usual: [green, black]}\n",
        "      leaf: {usual: [green, black]}",
        "items.tea.groups.leaf.usual: only one option can be the usual here; keep one",
    ),
    "a restriction to an unknown option": Broken(
        "{usual: [honey]}",
        "{only: [honey, mynt]}",
        "      syrup: {only: [honey, mynt]}",
        'items.tea.groups.syrup.only: "syrup" has no option "mynt"; did you mean "mint"?',
    ),
    "an unknown option left out": Broken(
        "{usual: [honey]}",
        "{without: [mynt]}",
        "      syrup: {without: [mynt]}",
        'items.tea.groups.syrup.without: "syrup" has no option "mynt"; did you mean "mint"?',
    ),
    "a change of an unknown option": Broken(
        "{usual: [honey]}",
        "{changes: {mynt: 1.00}}",
        "      syrup: {changes: {mynt: 1.00}}",
        'items.tea.groups.syrup.changes.mynt: "syrup" has no option "mynt"; did you mean "mint"?',
    ),
    "no option left": Broken(
        "{usual: [honey]}",
        "{only: []}",
        "      syrup: {only: []}",
        "items.tea.groups.syrup: no option is left; offer at least one, or leave the group out",
    ),
    "a mix of an unknown option": Broken(
        "mint: {said: [minty]}",
        "mint: {mixes: [honey, plumb]}",
        "      mint: {mixes: [honey, plumb]}",
        'groups.syrup.options.mint.mixes: there is no option "plumb" here; did you mean "plum"?',
    ),
    "the lot with an unknown option": Broken(
        "    extra: 0.30\n",
        "    extra: 0.30\n    the_lot: [hony]\n",
        "    the_lot: [hony]",
        'groups.syrup.the_lot: there is no option "hony" here; did you mean "honey"?',
    ),
    "a choice that must be made without a question": Broken(
        "    ask: Which tea?\n",
        "",
        "  leaf:",
        'groups.leaf: a choice that must be made needs a question; add "ask: ..."',
    ),
    "a flag that nobody can name": Broken(
        "    said: [lid]\n", "", "  lid:", 'groups.lid: nobody can name it; add "said" with its words'
    ),
    "a flag with options": Broken(
        "    said: [lid]\n",
        "    said: [lid]\n    options: [tall]\n",
        "    options: [tall]",
        "groups.lid.options: a flag is yes or no; take the options out, or make it `kind: one`",
    ),
    "several options that name the item": Broken(
        "    said: [syrup]\n",
        "    said: [syrup]\n    names_item: yes\n",
        "    names_item: yes",
        "groups.syrup.names_item: only a group of which one is chosen can name its item; write no",
    ),
    "a group with the name of a cart line's field": Broken(
        "  lid:\n    kind",
        "  lid:\n    field: quantity\n    kind",
        "  lid:",
        'groups.lid: a cart line has a "quantity" already; give the group another `field`',
    ),
    "one field for groups of two kinds": Broken(
        "items:\n  tea",
        "  spare:\n    field: syrup\n    kind: one\n    price: free\n    options: [oat]\nitems:\n  tea",
        "  spare:",
        'groups.spare: it shares the field "syrup" with "syrup", which is `kind: many`; make both the same kind',
    ),
    "a title with a choice that the item has not": Broken(
        '"{size} {leaf} Tea"',
        '"{sise} {leaf} Tea"',
        '    title: "{sise} {leaf} Tea"',
        'items.tea.title: the item has no single choice "sise"; did you mean "size"?',
    ),
    "a title with a choice of several": Broken(
        '"{size} {leaf} Tea"',
        '"{size} {syrup} Tea"',
        '    title: "{size} {syrup} Tea"',
        'items.tea.title: the item has no single choice "syrup"; known: "size", "leaf"',
    ),
    "a misspelt category": Broken(
        "    category: snacks",
        "    category: snaks",
        "    category: snaks",
        'items.bun.category: there is no category "snaks"; did you mean "snacks"?',
    ),
    "a title of choices alone": Broken(
        '"{size} {leaf} Tea"',
        '"{size} {leaf}"',
        '    title: "{size} {leaf}"',
        "items.tea.title: the title has no word of its own; add one beside the choices",
    ),
    "two items with one title": Broken(
        "sides:\n",
        "  roll:\n    category: snacks\n    title: '{filling} bun'\n    said: roll\n"
        "    price: 2\n    groups: [filling]\nsides:\n",
        "    title: '{filling} bun'",
        'items.roll.title: "bun" has the same title; tell them apart',
    ),
}

WORDS = {
    "one word for two options of a group": Broken(
        "mint: {said: [minty]}",
        "mint: {said: [Honey]}",
        "      mint: {said: [Honey]}",
        'groups.syrup.options.mint.said: "Honey" is also said for "honey" in "syrup" of "tea" (line 21); '
        "keep it in one place",
    ),
    "one word for options of two groups": Broken(
        "mint: {said: [minty]}",
        "mint: {said: [green]}",
        "      mint: {said: [green]}",
        'groups.syrup.options.mint.said: "green" is also said for "green" in "leaf" of "tea" (line 14); '
        "keep it in one place",
    ),
    "one word for a flag and an option": Broken(
        "mint: {said: [minty]}",
        "mint: {said: [lid]}",
        "    said: [lid]",
        'groups.lid.said: "lid" is also said for "mint" in "syrup" of "tea" (line 22); keep it in one place',
    ),
    "a word without letters": Broken(
        "said: bun",
        "said: [bun, '!']",
        "    said: [bun, '!']",
        'items.bun.said: "!" holds no word that can be said; write letters or digits',
    ),
}

DEALS = {
    "a deal of what is not sold": Broken(
        "main: tea\n",
        "main: teas\n",
        "    main: teas",
        'deals.tea_time.main: there is no item "teas"; did you mean "tea"?',
    ),
    "a deal with an unknown side": Broken(
        "with: [bun]",
        "with: [buns]",
        "    with: [buns]",
        'deals.tea_time.with: there is no side "buns"; did you mean "bun"?',
    ),
    "a deal with nothing beside the main item": Broken(
        "with: [bun]", "with: []", "    with: []", "deals.tea_time.with: write at least one"
    ),
    "a side's option that does not exist": Broken(
        "with: [bun]",
        "with: {bun: {filling: jem}}",
        "    with: {bun: {filling: jem}}",
        'deals.tea_time.with.bun.filling: there is no option "jem" of "filling"; did you mean "jam"?',
    ),
    "a side's group that does not exist": Broken(
        "with: [bun]",
        "with: {bun: {fillin: jam}}",
        "    with: {bun: {fillin: jam}}",
        'deals.tea_time.with.bun.fillin: there is no group "fillin" of "bun"; did you mean "filling"?',
    ),
    "a side that is not sold": Broken(
        "item: bun", "item: bum", "    item: bum", 'sides.bun.item: there is no item "bum"; did you mean "bun"?'
    ),
    "a side's field for no group": Broken(
        "{bun_filling: filling}",
        "{bun_filling: fill}",
        "    fields: {bun_filling: fill}",
        'sides.bun.fields.bun_filling: there is no group "fill" of "bun"; did you mean "filling"?',
    ),
    "a side's field with the name of a group": Broken(
        "{bun_filling: filling}",
        "{size: filling}",
        "    fields: {size: filling}",
        'sides.bun.fields.size: "size" is the name of another choice; give it its own name',
    ),
    "a side with a choice that nobody can be asked for": Broken(
        "    fields: {bun_filling: filling}\n",
        "",
        "  bun:\n    item: bun",
        "sides.bun: nobody can be asked for the filling; name it on the line, fields: {bun_filling: filling}",
    ),
    "a side's usual that does not exist": Broken(
        "usual: {filling: jam}",
        "usual: {filling: jem}",
        "    usual: {filling: jem}",
        'sides.bun.usual.filling: there is no option "jem" of "filling"; did you mean "jam"?',
    ),
    "a deal without the price of a size": Broken(
        "price: {small: 5.00, large: 6.00}",
        "price: {small: 5.00}",
        "    price: {small: 5.00}",
        'deals.tea_time.price: no price for "large" of "tea"; add one for each size that it has',
    ),
    "a deal that is dearer than its parts": Broken(
        "price: {small: 5.00, large: 6.00}",
        "price: {small: 5.00, large: 6.51}",
        "    price: {small: 5.00, large: 6.51}",
        "deals.tea_time.price.large: 6.51 for large is more than its parts cost by themselves, 6.50; lower it",
    ),
    "a deal's title with an unknown word": Broken(
        "said: [tea time]",
        'title: "{mian} Time"',
        '    title: "{mian} Time"',
        "deals.tea_time.title: only {main}, the main item's title, can stand in braces here",
    ),
}

YAML = {
    "a tab": Broken("    said: bun", "\tsaid: bun", "\tsaid: bun", "there is a tab here; indent with spaces"),
    "a merge": Broken(
        "    said: bun\n",
        "    <<: {}\n    said: bun\n",
        "    <<: {}",
        'a merge ("<<") is not read here; write the keys out',
    ),
    "a list as a key": Broken(
        "    said: bun\n",
        "    [a]: b\n    said: bun\n",
        "    [a]: b",
        "a key must be one word or a few words",
    ),
    "wrong indentation": Broken(
        "    said: bun",
        "   said: bun",
        "   said: bun",
        "this can't be read as YAML: expected <block end>, but found '<block mapping start>'; "
        "check the indentation, the colons and the quotes around here",
    ),
    "an alias of nothing": Broken(
        "said: bun",
        "said: *roll",
        "    said: *roll",
        "this can't be read as YAML: found undefined alias 'roll'; "
        "check the indentation, the colons and the quotes around here",
    ),
}

EVERY = {**KEYS, **PRICES, **CHOICES, **WORDS, **DEALS, **YAML}


def line_of(passage: str, text: str) -> int:
    """The number of the line where the passage stands first."""
    return text[: text.index(f"\n{passage}") + 1].count("\n") + 1


@pytest.mark.parametrize("broken", EVERY.values(), ids=EVERY.keys())
def test_a_mistake_is_named_alone_with_its_line_and_what_to_do(broken: Broken, tmp_path: Path) -> None:
    menu = edited(MENU, broken.good, broken.bad)
    assert problems(tmp_path, menu) == (f"menu.yaml:{line_of(broken.line, menu)}: {broken.said}",)


def test_the_menu_that_is_broken_here_has_no_mistake_itself(tmp_path: Path) -> None:
    assert problems(tmp_path) == ()


def test_a_field_twice_on_one_item_is_named(tmp_path: Path) -> None:
    menu = edited(
        MENU,
        "  filling:\n",
        "  cup:\n    field: leaf\n    kind: one\n    price: free\n    options: [tin]\n  filling:\n",
    )
    menu = edited(menu, "      leaf:\n", "      leaf:\n      cup:\n")
    line = line_of("      cup:", menu)
    assert (
        f'menu.yaml:{line}: items.tea.groups.cup: the item has two groups whose field is "leaf"; keep one of them'
        in (problems(tmp_path, menu))
    )


def test_mistakes_of_every_part_of_both_files_are_named_in_one_run(tmp_path: Path) -> None:
    menu = edited(MENU, "    category: snacks", "    category: snaks")
    menu = edited(menu, "    price: 0.50\n", "    price: half\n")
    menu = edited(menu, "main: tea\n", "main: teas\n")
    menu = edited(menu, "said: [tea time]", "sayd: [tea time]")
    from_shop = SHOP.replace("percent: 15", "percent: 150")
    found = problems(tmp_path, menu, from_shop)
    assert [problem.split(": ")[1] for problem in found] == [
        "groups.syrup.price",
        "items.bun.category",
        "deals.tea_time.main",
        "deals.tea_time.sayd",
        "holiday_surcharge.percent",
    ]


def test_what_refers_to_a_broken_item_is_not_called_wrong(tmp_path: Path) -> None:
    menu = edited(MENU, "    price: 2.50\n", "    price: cheap\n")
    assert len(problems(tmp_path, menu)) == 1


JUNK = ("", "[]", "{}", "x", "-1", "[a, [b]]", "{a: {b: c}}", "''", "&a [*a]", "none", "yes")


@given(number=st.integers(0, MENU.count("\n") - 1), junk=st.sampled_from(JUNK), keep=st.booleans())
def test_whatever_stands_in_a_line_is_read_or_refused_with_its_place(
    number: int, junk: str, keep: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = MENU.splitlines()
    lines[number] = f"{lines[number].partition(':')[0]}: {junk}" if keep else junk
    found = problems(tmp_path_factory.mktemp("shop"), "\n".join(lines))
    assert all(problem.startswith("menu.yaml:") for problem in found)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert problems(tmp_path, "# nothing yet\n") == ("menu.yaml: the file is empty",)


def test_a_file_of_one_word_is_refused(tmp_path: Path) -> None:
    assert problems(tmp_path, "tea\n") == ("menu.yaml:1: write keys with values here",)


def test_a_missing_file_is_named_with_the_folder_where_it_must_lie(tmp_path: Path) -> None:
    with pytest.raises(ShopFilesBroken) as refused:
        load(tmp_path)
    assert refused.value.problems[0].startswith("menu.yaml: the file can't be read (No such file or directory)")
    assert str(tmp_path) in refused.value.problems[0]


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "menu.yaml").write_bytes(b"items:\n  caf\xe9:\n")
    with pytest.raises(ShopFilesBroken) as refused:
        load(tmp_path)
    assert refused.value.problems == ("menu.yaml:2: this is not UTF-8 text; save the file as UTF-8",)


def test_a_file_of_a_megabyte_is_refused_unread(tmp_path: Path) -> None:
    menu = MENU + "#" * 1_000_000
    assert problems(tmp_path, menu) == (f"menu.yaml: the file has {len(menu)} bytes; at most 1000000 are read",)


def test_aliases_that_unfold_without_end_are_refused(tmp_path: Path) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert any("too many" in problem for problem in problems(tmp_path, bomb))


def test_an_alias_inside_itself_is_refused(tmp_path: Path) -> None:
    assert any("nested too deeply" in problem for problem in problems(tmp_path, "items: &a {tea: *a}\n"))


def test_brackets_without_end_are_refused(tmp_path: Path) -> None:
    assert problems(tmp_path, "[" * 20_000) == (
        "menu.yaml: this can't be read as YAML: the values are nested too deeply",
    )


def test_a_character_that_no_text_holds_is_refused_in_one_line(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, f"{MENU}\0")
    assert found.startswith("menu.yaml: this can't be read as YAML: unacceptable character #x0000")
    assert "\n" not in found
