"""The system prompt: short, made of the registry, and empty of all that the tools and the shop's data must bring."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from kebabalab.gateways.clock import SystemClock
from kebabalab.tools.ports import Ports
from kebabalab.tools.registry import TOOLS
from kebabalab.tools.vapi_prompt import GOODBYE, MOST_WORDS, prompt
from kebabalab.validators.vapi import Webhook
from kebabalab.web.answers import assistant_for
from kebabalab.web.limits import read_limit
from kebabalab.web.metrics import new_metrics
from kebabalab.web.parts import Parts
from kebabalab.web.signature import Gate
from tests.phone_call import CALLER, FixedClock, FixedShop, a_store, kebab_shop
from tests.sandwich_bar import SHOP

ROOT = Path(__file__).parents[3]
MENUS = {
    "kebabalab": ROOT / "shops" / "kebabalab" / "menu.yaml",
    "trattoria": ROOT / "tests" / "shops" / "trattoria" / "menu.yaml",
}
# Words of the menus that English needs for other things.
ORDINARY = frozenset(
    "a and any bag can for in large lift light no none of on or set side small the thin with yes".split()
)
KEBABALAB = kebab_shop().shop


def words_of_the_menu(file: Path) -> frozenset[str]:
    """What a menu calls its food: each word of the items' ids and titles, and the options' names."""
    menu = yaml.safe_load(file.read_text(encoding="utf-8"))
    said: set[str] = set()
    for item_id, item in menu["items"].items():
        title = re.sub("{.*?}", "", item["title"])
        said.update(re.findall(r"[^\W\d_]+", f"{item_id.replace('_', ' ')} {title}".lower()))
    for group in menu["groups"].values():
        said.update(str(option).lower() for option in group.get("options") or ())
    return frozenset(said) - ORDINARY


@pytest.mark.parametrize("is_put_through", (True, False))
def test_the_prompt_is_shorter_than_a_thousand_words(is_put_through: bool) -> None:
    named_at_length = replace(KEBABALAB, name="The " + "very " * 10 + "long name")
    for shop in (KEBABALAB, SHOP, named_at_length):
        assert len(prompt(shop, is_put_through).split()) < MOST_WORDS == 1000


@pytest.mark.parametrize("file", MENUS.values(), ids=list(MENUS))
def test_no_food_of_a_menu_is_in_the_prompt(file: Path) -> None:
    text = prompt(replace(KEBABALAB, name="the shop"), True).lower()
    found = [word for word in words_of_the_menu(file) if re.search(rf"\b{re.escape(word)}s?\b", text)]
    assert found == []


def test_no_price_time_of_day_or_number_is_in_the_prompt() -> None:
    # The seven steps of a call are all the digits there are.
    assert re.findall(r"\d+\S*", prompt(KEBABALAB, True)) == [f"{step}." for step in range(1, 8)]
    assert not re.search(r"[$€£]|\bdollars?\b|\bcents?\b|\b(?:a|p)m\b|o'clock", prompt(KEBABALAB, True))


def test_the_shop_is_named_by_its_data_alone() -> None:
    assert "Kebabalab" in prompt(KEBABALAB, True)
    assert "kebabalab" not in prompt(SHOP, True).lower()


def test_every_tool_has_its_line_and_no_other_is_spoken_of() -> None:
    text = prompt(KEBABALAB, True)
    assert re.findall(r"^- (\w+): [A-Z].*\.$", text, re.MULTILINE) == list(TOOLS)
    spoken_of = set(re.findall(r"\b[a-z]+(?:[A-Z][a-z]+)+\b", text))
    assert spoken_of - {"notUnderstood"} == set(TOOLS) | {"transferCall"}


def test_without_a_person_to_put_through_to_nothing_is_promised() -> None:
    text = prompt(KEBABALAB, False)
    assert "transferCall" not in text
    assert "nobody can come to the phone" in text


@pytest.mark.parametrize(
    "rule",
    (
        "Never compute",
        "Never promise a time",
        "Never say that food is safe for an allergy",
        "offer to put them through to the shop",
        "Never finish without reading back",
        "One question at a time",
        "the caller's own words, unchanged and whole",
        "One tool call a turn",
        "eight at most",
    ),
)
def test_what_the_assistant_must_hold_to_is_said(rule: str) -> None:
    assert rule in prompt(KEBABALAB, True)


def test_the_call_has_its_order() -> None:
    steps = re.findall(r"^\d\. (\w+)", prompt(KEBABALAB, True), re.MULTILINE)
    assert steps == ["Greet", "Items", "Read", "Pickup", "Name", "createOrder", "Say"]


def test_the_words_that_hang_up_are_told() -> None:
    assert f'say "{GOODBYE}"' in prompt(KEBABALAB, True)


def test_what_vapi_fills_in_when_a_call_starts_reads_well_without_it() -> None:
    variables = re.findall(r"{{ (\w+) \| default: \"[\w ]+\" }}", prompt(KEBABALAB, True))
    assert variables == ["caller_is_known", "caller_name", "caller_usual", "caller_needs_person"]
    assert prompt(KEBABALAB, True).count("{{") == len(variables)


def test_what_the_prompt_leaves_open_the_server_fills_in_when_it_is_asked_for_the_assistant() -> None:
    parts = Parts(
        ports=Ports(a_store(), FixedShop(kebab_shop()), FixedClock()),
        clock=SystemClock(),
        gate=Gate(),
        limit=read_limit("off"),
        metrics=new_metrics(),
        problems=tuple,
        assistant={"assistantId": "0199c0de-0000-7000-8000-0000000000bb"},
    )
    answer: Any = assistant_for(Webhook("assistant-request", "call:a", CALLER), parts)
    asked = set(re.findall(r"{{ (\w+) \|", prompt(KEBABALAB, True)))
    assert asked <= set(answer["assistantOverrides"]["variableValues"])
