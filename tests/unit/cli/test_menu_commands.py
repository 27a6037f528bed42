"""`kebabalab menu check` and `kebabalab menu show` as an owner runs them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from kebabalab.cli.menu_commands import menu
from tests.unit.gateways.files import MENU, SHOP, edited, write


def run(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(menu, arguments)


def test_a_good_menu_is_ok(tmp_path: Path) -> None:
    result = run("check", str(write(tmp_path)))
    assert result.exit_code == 0
    assert result.output.startswith("ok: 2 items, 1 deal, menu version ")


def test_every_mistake_of_both_files_is_printed_and_the_exit_code_is_1(tmp_path: Path) -> None:
    menu_text = edited(MENU, "    category: snacks", "    category: snaks")
    result = run("check", str(write(tmp_path, menu_text, edited(SHOP, "percent: 15", "percent: 150"))))
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        'menu.yaml:47: items.bun.category: there is no category "snaks"; did you mean "snacks"?',
        "shop.yaml:28: holiday_surcharge.percent: write a number that is at most 100",
        "2 mistakes found; a server goes on with the menu that it has",
    ]


def test_a_folder_without_a_shop_is_named_and_nothing_is_traced_back(tmp_path: Path) -> None:
    result = run("check", str(tmp_path))
    assert result.exit_code == 1
    assert f"menu.yaml: the file can't be read (No such file or directory); it must lie in {tmp_path}" in result.output


def test_the_menu_is_shown_with_prices_choices_and_deals(tmp_path: Path) -> None:
    shown = run("show", str(write(tmp_path)))
    assert shown.exit_code == 0
    assert "Corner Tea, prices in AUD" in shown.output
    assert "small 3.00" in shown.output
    assert "syrup: honey*, mint +0.50, plum +0.60/0.80 by size (extra 0.30)" in shown.output
    assert "lid: yes*, no" in shown.output
    assert "tea, jam* bun" in shown.output


def test_what_is_sold_out_is_shown_as_such(tmp_path: Path) -> None:
    folder = write(tmp_path, edited(MENU, "said: bun\n", "said: bun\n    available: no\n"))
    assert "Bun (sold out)" in run("show", str(folder)).output


def test_a_broken_menu_is_not_shown(tmp_path: Path) -> None:
    result = run("show", str(write(tmp_path, edited(MENU, "price: 2.50", "price: cheap"))))
    assert result.exit_code == 1
    assert "Bun" not in result.output.replace("items.bun", "")
