"""What each key of menu.yaml means for the menu that is made of it."""

from __future__ import annotations

from pathlib import Path

from kebabalab.models.menu import Group, GroupKind, Item, Menu, Naming, Option, Price
from kebabalab.models.money import ZERO, Money
from tests.unit.gateways.files import MENU, edited, loaded


def menu_of(folder: Path, *edits: tuple[str, str]) -> Menu:
    text = MENU
    for old, new in edits:
        text = edited(text, old, new)
    return loaded(folder, text).menu


def item(menu: Menu, item_id: str = "tea") -> Item:
    found = menu.item(item_id)
    assert found is not None
    return found


def group(menu: Menu, group_id: str, item_id: str = "tea") -> Group:
    found = item(menu, item_id).group(group_id)
    assert found is not None
    return found


def option(menu: Menu, group_id: str, option_id: str, item_id: str = "tea") -> Option:
    found = group(menu, group_id, item_id).option(option_id)
    assert found is not None
    return found


def test_prices_that_name_the_options_of_a_group_go_by_it(tmp_path: Path) -> None:
    assert item(menu_of(tmp_path)).price == Price("size", {"small": Money(300), "large": Money(400)})


def test_a_plain_price_is_the_same_for_all(tmp_path: Path) -> None:
    assert item(menu_of(tmp_path), "bun").price == Price.fixed(Money(250))


def test_an_options_price_can_go_by_the_items_size(tmp_path: Path) -> None:
    plum = option(menu_of(tmp_path), "syrup", "plum")
    assert plum.price == Price("size", {"small": Money(60), "large": Money(80)})


def test_an_options_price_leaves_out_the_sizes_that_an_item_has_not(tmp_path: Path) -> None:
    menu = menu_of(
        tmp_path, ("      size:\n", "      size: {only: [large]}\n"), ("{small: 3.00, large: 4.00}", "4.00"),
        ("{small: 5.00, large: 6.00}", "6.00"),
    )  # fmt: skip
    assert option(menu, "syrup", "plum").price == Price("size", {"large": Money(80)})


def test_an_option_without_a_price_of_its_own_costs_what_its_group_says(tmp_path: Path) -> None:
    assert option(menu_of(tmp_path), "syrup", "mint").price == Price.fixed(Money(50))


def test_an_extra_helping_costs_what_the_group_says_unless_the_option_sells_none(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("mint: {said: [minty]}", "mint: {extra: none}"))
    assert option(menu, "syrup", "honey").extra == Price.fixed(Money(30))
    assert option(menu, "syrup", "mint").extra is None


def test_without_extra_no_extra_helping_is_sold(tmp_path: Path) -> None:
    assert option(menu_of(tmp_path, ("    extra: 0.30\n", "")), "syrup", "honey").extra is None


def test_an_item_can_change_what_an_option_costs_and_is_called(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("{usual: [honey]}", "{changes: {mint: {price: 1.00, name: fresh mint}, honey: 0.70}}"))
    assert option(menu, "syrup", "mint").price == Price.fixed(Money(100))
    assert option(menu, "syrup", "mint").name == "fresh mint"
    assert option(menu, "syrup", "mint").said == ("=", "fresh mint", "minty")
    assert option(menu, "syrup", "honey").price == Price.fixed(Money(70))


def test_what_is_usual_is_in_the_items_own_price(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("{usual: [honey]}", "{usual: [mint]}"))
    assert group(menu, "syrup").usual == ("mint",)
    assert option(menu, "syrup", "mint").price == Price.fixed(ZERO)


def test_only_and_without_leave_some_options(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("{usual: [honey]}", "{only: [plum, honey, mint], without: [mint]}"))
    assert [one.id for one in group(menu, "syrup").options] == ["honey", "plum"]


def test_the_one_option_that_is_left_needs_no_asking(tmp_path: Path) -> None:
    assert group(menu_of(tmp_path, ("      leaf:\n", "      leaf: {only: [green]}\n")), "leaf").usual == ("green",)


def test_a_groups_usual_is_not_given_where_an_item_leaves_it_out(tmp_path: Path) -> None:
    menu = menu_of(
        tmp_path, ("    extra: 0.30\n", "    extra: 0.30\n    usual: [honey, mint]\n"),
        ("{usual: [honey]}", "{without: [mint]}"),
    )  # fmt: skip
    assert group(menu, "syrup").usual == ("honey",)


def test_a_flag_is_yes_or_no_and_no_costs_nothing(tmp_path: Path) -> None:
    lid = group(menu_of(tmp_path, ("    usual: yes\n    price: free", "    price: 0.20")), "lid")
    assert lid.kind is GroupKind.FLAG
    assert [(one.id, one.price) for one in lid.options] == [
        ("yes", Price.fixed(Money(20))),
        ("no", Price.fixed(ZERO)),
    ]


def test_a_group_can_be_called_something_else_on_the_line(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("  leaf:\n    kind", "  leaf:\n    field: flavour\n    kind"), ("{leaf}", "{flavour}"))
    assert group(menu, "flavour").ask == "Which tea?"


def test_the_spoken_forms_of_an_option_begin_with_its_name(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("mint: {said: [minty]}", "mint: {name: peppermint, said: [minty, mint]}"))
    assert option(menu, "syrup", "mint").said == ("peppermint", "minty", "mint")


def test_an_option_whose_id_nobody_says_is_marked(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("mint: {said: [minty]}", "mint: {name: peppermint, said: [minty]}"))
    assert option(menu, "syrup", "mint").said == ("=", "peppermint", "minty")


def test_yes_and_no_and_ids_that_look_like_numbers_stay_words(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("options: [green, black]", "options: [no, 007]"))
    assert [one.id for one in group(menu, "leaf").options] == ["no", "007"]


def test_aliases_stand_for_what_they_name(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("said: [tea]", "said: &tea [tea, cuppa]"), ("said: [tea time]", "said: *tea"))
    assert menu.deals[0].said == item(menu).said == ("tea", "cuppa")


def test_the_rest_of_a_group_is_kept_as_written(tmp_path: Path) -> None:
    keys = "    naming: adds\n    light: yes\n    emptied_by_plain: yes\n    on_every_line: yes\n    parts: yes\n"
    syrup = group(menu_of(tmp_path, ("    extra: 0.30\n", f"    extra: 0.30\n{keys}    the_lot: [honey]\n")), "syrup")
    assert syrup.naming is Naming.ADDS
    assert (syrup.light, syrup.emptied_by_plain, syrup.on_every_line, syrup.parts) == (True, True, True, True)
    assert [one.id for one in syrup.options if one.in_the_lot] == ["honey"]


def test_what_is_sold_out_stays_on_the_menu_as_such(tmp_path: Path) -> None:
    menu = menu_of(
        tmp_path, ("said: bun\n", "said: bun\n    available: no\n"), ("mint: {said: [minty]}", "mint: {available: no}")
    )
    assert not item(menu, "bun").available
    assert not option(menu, "syrup", "mint").available


def test_plurals_are_made_from_titles_where_none_are_written(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("said: [tea time]", 'title: "{main} Time"'))
    assert item(menu).plural == "{size} {leaf} Teas"
    assert menu.deals[0].plural == "{main} Times"


def test_categories_left_out_come_in_the_order_of_the_items(tmp_path: Path) -> None:
    assert menu_of(tmp_path, ("categories: [drinks, snacks]\n", "")).categories == ("drinks", "snacks")


def test_a_deal_can_cost_so_much_more_than_its_main_item(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("price: {small: 5.00, large: 6.00}", "price: {plus: 1.50}"))
    assert menu.deals[0].price == Price("size", {"small": Money(450), "large": Money(550)})


def test_a_deal_that_several_items_have_alike_is_one_deal_for_each(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("main: tea\n", "main: [tea, bun]\n"), ("{small: 5.00, large: 6.00}", "{plus: 2.00}"))
    assert [(deal.id, deal.main, deal.price.by) for deal in menu.deals] == [
        ("tea_time_tea", "tea", "size"),
        ("tea_time_bun", "bun", ""),
    ]


def test_a_deal_may_cost_exactly_what_its_parts_do(tmp_path: Path) -> None:
    menu = menu_of(tmp_path, ("{small: 5.00, large: 6.00}", "{small: 5.50, large: 6.50}"))
    assert menu.deals[0].price.when("large") == Money(650)


def test_a_side_at_its_cheapest_decides_whether_a_deal_is_worth_it(tmp_path: Path) -> None:
    menu = menu_of(
        tmp_path, ("    options: [jam, curd]", "    options: {jam: , curd: 0.40}"),
        ("with: [bun]", "with: {bun: {filling: curd}}"), ("{small: 5.00, large: 6.00}", "{small: 5.90, large: 6.90}"),
        ("    usual: {filling: jam}\n", ""),
    )  # fmt: skip
    assert menu.deals[0].sides == {"bun": {"filling": "curd"}}


def test_the_version_changes_with_any_byte_of_the_file(tmp_path: Path) -> None:
    first = loaded(tmp_path, MENU).menu.version
    assert loaded(tmp_path, MENU).menu.version == first
    assert loaded(tmp_path, f"{MENU}\n").menu.version != first
