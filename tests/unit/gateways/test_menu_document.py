"""docs/MENU.md shows files that work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kebabalab.cli.menu_commands import menu
from kebabalab.gateways.forms import Form
from kebabalab.gateways.menu_forms import DealForm, GroupForm, ItemForm, OfferForm, OptionForm, SideForm
from kebabalab.gateways.shop_file import LeadForm, LimitsForm, ShopForm, SurchargeForm, TaxForm, TextsForm
from kebabalab.language.text_templates import WORDINGS
from tests.unit.gateways.files import SHOP, problems

DOCUMENT = (Path(__file__).resolve().parents[3] / "docs" / "MENU.md").read_text(encoding="utf-8")
FORMS = (
    DealForm,
    GroupForm,
    ItemForm,
    OfferForm,
    OptionForm,
    SideForm,
    LeadForm,
    LimitsForm,
    ShopForm,
    SurchargeForm,
    TaxForm,
    TextsForm,
)


def file_in_document(name: str) -> str:
    found = re.search(rf"<!-- {re.escape(name)} -->\n```yaml\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_files_in_the_document_have_no_mistake(tmp_path: Path) -> None:
    assert problems(tmp_path, file_in_document("menu.yaml"), file_in_document("shop.yaml")) == ()


def test_the_words_of_texts_in_the_document_have_no_mistake(tmp_path: Path) -> None:
    assert problems(tmp_path, shop=SHOP + file_in_document("texts")) == ()


def test_the_document_names_every_field_of_every_text() -> None:
    fields = {field for wording in WORDINGS.values() for field in wording.fields}
    assert {field for field in fields if not re.search(rf"\b{field}\b", DOCUMENT)} == set()


@pytest.mark.parametrize("form", FORMS, ids=[form.__name__ for form in FORMS])
def test_the_document_names_every_key(form: type[Form]) -> None:
    keys = {field.alias or name for name, field in form.model_fields.items()}
    assert {key for key in keys if not re.search(rf"\b{key}\b", DOCUMENT)} == set()


def test_the_document_names_every_command() -> None:
    assert {name for name in menu.commands if f"kebabalab menu {name}" not in DOCUMENT} == set()
