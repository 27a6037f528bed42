"""Bad input gets a clear speakable refusal and changes nothing; nothing of any kind raises."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.tools.registry import TOOLS
from tests.phone_call import PhoneCall

BAD = (
    pytest.param("", id="empty"),
    pytest.param("   \n\t ", id="blank"),
    pytest.param("x" * 10_000, id="ten kilobytes"),
    pytest.param("large lamb kebab " * 600, id="ten kilobytes of orders"),
    pytest.param("🥙🌯🍟" * 50, id="emoji"),
    pytest.param("\u202eطلب كباب كبير\u202c", id="right to left"),
    pytest.param("'; DROP TABLE orders; --", id="sql"),
    pytest.param("{{x*y}}<script>alert()</script>", id="a template and a script"),
    pytest.param("\x00\x01\x1b[31m", id="control characters"),
    pytest.param(None, id="null"),
    pytest.param([], id="a list"),
    pytest.param({}, id="an object"),
    pytest.param([[[[[[[[[[1]]]]]]]]]], id="nested lists"),
    pytest.param(True, id="true"),
    pytest.param(10**30, id="a huge number"),
    pytest.param(-0.5, id="a fraction"),
)
# What would be fields of the tools; each gets every bad value.
FIELDS = (
    ("quickAddItem", "description", {}),
    ("addMultipleItemsToCart", "items", {}),
    ("removeCartItem", "itemIndex", {}),
    ("editCartItem", "itemIndex", {"modifications": {"size": "small"}}),
    ("editCartItem", "modifications", {"itemIndex": 0}),
    ("setPickupTime", "requestedTime", {}),
    ("createOrder", "customerName", {}),
)


def a_call() -> PhoneCall:
    call = PhoneCall()
    call.add("large lamb kebab with lettuce and garlic")
    return call


@pytest.mark.parametrize("value", BAD)
@pytest.mark.parametrize(("tool", "field", "rest"), FIELDS, ids=[f"{tool} {field}" for tool, field, _ in FIELDS])
def test_a_bad_value_is_refused_in_words_and_changes_nothing(
    tool: str, field: str, rest: dict[str, Any], value: object
) -> None:
    call = a_call()
    before = call.state
    reply = call.tool(tool, **{**rest, field: value})
    assert not reply["ok"]
    assert call.state == before
    assert 0 < len(reply["message"]) < 400
    assert 0 < len(reply["error"]) < 800
    assert "Traceback" not in reply["_line"]


CHANGES = "size protein addSauces removeSalads quantity drink_brand add nonsense description".split()


@pytest.mark.parametrize("value", BAD)
@pytest.mark.parametrize("field", CHANGES)
def test_a_bad_change_of_a_line_changes_nothing(field: str, value: object) -> None:
    call = a_call()
    before = call.state
    reply = call.edit(0, **{field: value})
    assert (reply["ok"], call.state) == (False, before)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)
argument_names = st.sampled_from(
    "itemIndex modifications description items quantity itemIndices drinkBrand requestedTime customerName "
    "customerPhone notes sendSMS phoneNumber reason size protein salads sauces extras cheese brand category "
    "name".split()
)
words = st.sampled_from(
    ["large lamb kebab", "2 cokes", "no onion", "the lot", "coke", "small", "make it two", "in 20 minutes", "Ana"]
)
tool_calls = st.tuples(
    st.sampled_from(sorted(TOOLS)),
    st.dictionaries(argument_names, json_values | words | st.integers(0, 3), max_size=4),
)


@given(st.lists(tool_calls, max_size=6))
def test_whatever_the_model_sends_every_call_is_answered_and_the_money_adds_up(
    calls: list[tuple[str, dict[str, Any]]],
) -> None:
    call = a_call()
    replies = call.tools(*calls)
    assert len(replies) == len(calls)
    assert all(isinstance(one["message"], str) and one["message"] for one in replies)
    assert all(one["ok"] or one["error"] for one in replies)
    state = call.tool("getCartState")
    assert round(100 * state["total"]) == sum(round(100 * (line["lineTotal"] or 0)) for line in state["cart"])
    assert json.dumps(state)
