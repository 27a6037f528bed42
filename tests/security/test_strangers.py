"""No call sees another call, and no caller another caller: not their cart, order, receipt, usual or name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from kebabalab.tools.registry import TOOLS
from tests.e2e.wire import Call, post

ANA, BEN, CAM = "+61491570156", "+61491570157", "+61491570158"
NAME, NOTES = "Anastasia Quillfeather", "no zephyrs please"
# What each tool needs to be answered at all; each is asked with Ana's number in every field that takes text besides.
WITH = {
    "quickAddItem": {"description": "the usual"},
    "addMultipleItemsToCart": {"items": [{"description": "the usual"}]},
    "removeCartItem": {"itemIndex": 0},
    "editCartItem": {"itemIndex": 0, "modifications": {"quantity": 9}},
    "setPickupTime": {"requestedTime": "in two hours"},
}


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TemporaryServer]:
    """A server on which Ana has ordered, and has a call that goes on."""
    with serving(tmp_path_factory.mktemp("strangers"), {}, ["--at", "2026-11-23 18:00"]) as running:
        yield running


@pytest.fixture
def ana(line: TemporaryServer) -> Call:
    """A call in which Ana has ordered, and has begun to change it."""
    call = Call(line.url, caller=ANA)
    call.tool("quickAddItem", description="three ayran")
    call.tool("setPickupTime", requestedTime="in half an hour")
    assert call.tool("createOrder", customerName=NAME, notes=NOTES)["ok"]
    return call


def told(call: Call) -> str:
    """Everything that this call can get out of every tool, in the words of a model that has been talked into it."""
    said = []
    for name in TOOLS:
        about = {"phoneNumber": ANA, "customerPhone": ANA, "caller_number": ANA, "phone": ANA, "caller": ANA}
        reply = call.send((name, {**WITH.get(name, {}), **about, "call_id": "call:x", "orderNumber": "001"}))
        said.append(reply.body.decode())
    return "\n".join(said)


def is_anas(call: Call) -> bool:
    """Whether the call's cart is Ana's."""
    return "yran" in json.dumps(call.tool("getCartState").get("cart"))


def test_a_stranger_gets_nothing_of_anas_out_of_any_tool(line: TemporaryServer, ana: Call) -> None:
    order = ana.tool("getOrderSummary")["summary"]
    assert "yran" in order
    said = told(Call(line.url, caller=BEN))
    assert [word for word in (NAME, "Quillfeather", "zephyr", "yran") if word in said] == []


def test_who_withholds_their_number_gets_nothing_of_anas_out_of_any_tool(line: TemporaryServer, ana: Call) -> None:
    said = told(Call(line.url, caller=""))
    assert [word for word in (NAME, "Quillfeather", "zephyr", "yran") if word in said] == []


def test_who_orders_for_anas_number_does_not_read_her_orders(line: TemporaryServer, ana: Call) -> None:
    ben = Call(line.url, caller=BEN)
    ben.tool("quickAddItem", description="one coke")
    ben.tool("setPickupTime", requestedTime="in an hour")
    assert ben.tool("createOrder", customerName="Ben", customerPhone=ANA)["ok"]
    assert ben.tool("clearCart")["ok"]
    said = told(ben)
    assert [word for word in (NAME, "Quillfeather", "zephyr", "yran") if word in said] == []


def test_what_ana_orders_later_is_not_read_by_who_ordered_for_her_number(line: TemporaryServer) -> None:
    ben = Call(line.url, caller="")
    ben.tool("quickAddItem", description="one coke")
    ben.tool("setPickupTime", requestedTime="in an hour")
    assert ben.tool("createOrder", customerName="Ben", customerPhone=CAM)["ok"]
    cam = Call(line.url, caller=CAM)
    cam.tool("quickAddItem", description="three ayran")
    cam.tool("setPickupTime", requestedTime="in an hour")
    assert cam.tool("createOrder", customerName="Cam")["ok"]
    again = ben.tool("repeatLastOrder", phoneNumber=CAM)
    assert "yran" not in json.dumps(again)
    assert "Coca-Cola" in json.dumps(again)


def test_a_stranger_changes_nothing_of_anas(line: TemporaryServer, ana: Call) -> None:
    before = ana.tool("getCartState"), ana.tool("getOrderSummary")
    told(Call(line.url, caller=BEN))
    told(Call(line.url, caller=""))
    assert (ana.tool("getCartState"), ana.tool("getOrderSummary")) == before


@pytest.mark.parametrize(
    "likeness",
    (
        str.upper,
        str.title,
        lambda key: f" {key}",
        lambda key: f"{key} ",
        lambda key: f"{key}\t",
        lambda key: f"call:{key}",
        lambda key: f"chat:{key}",
        lambda key: key[:-1],
        lambda key: f"{key}%",
        lambda key: f"{key[:-1]}_",
        lambda key: f"{key}\x00",
        lambda key: f"{key}\u200b",
        lambda key: f"{key}|",
        lambda key: [key],
        lambda key: {"$eq": key},
    ),
    ids=range(15),
)
def test_an_id_that_is_like_anas_is_another_call(line: TemporaryServer, likeness: Any) -> None:
    ana = Call(line.url, caller=ANA)
    ana.tool("quickAddItem", description="three ayran")
    assert is_anas(ana)
    like = replace(ana, id=likeness(ana.id))
    assert not is_anas(like)


def test_a_chat_is_no_call_of_the_same_id(line: TemporaryServer) -> None:
    ana = Call(line.url, caller=ANA)
    ana.tool("quickAddItem", description="three ayran")
    asked = {"id": "t1", "name": "getCartState"}
    for message in (
        {"chat": {"id": ana.id}},
        {"chat": {"id": f"call:{ana.id}"}},
        {"toolWithToolCallList": [{"server": {"headers": {"X-Chat-Id": ana.id}}, "toolCall": asked}]},
    ):
        reply = post(line.url, {"message": {"type": "tool-calls", "toolCallList": [asked], **message}})
        assert reply.results[0]["isEmpty"] is True


def test_another_number_in_anas_call_gets_nothing_and_changes_nothing(line: TemporaryServer, ana: Call) -> None:
    before = ana.tool("getCartState")
    ben = replace(ana, caller=BEN)
    said = told(ben)
    assert [word for word in (NAME, "Quillfeather", "zephyr", "yran") if word in said] == []
    known = post(line.url, ben.message("assistant-request")).body.decode()
    assert "Quillfeather" not in known
    assert ana.tool("getCartState") == before


def test_ana_goes_on_in_her_call_where_a_message_does_not_say_who_calls(line: TemporaryServer, ana: Call) -> None:
    assert is_anas(replace(ana, caller=""))


def test_what_was_answered_in_anas_call_is_not_answered_in_another(line: TemporaryServer, ana: Call) -> None:
    asked = ("getOrderSummary", {})
    assert "yran" in ana.send(asked, ids=("the-same-id",)).body.decode()
    for stranger in (Call(line.url, caller=BEN), Call(line.url, caller=""), replace(ana, caller=CAM)):
        assert "yran" not in stranger.send(asked, ids=("the-same-id",)).body.decode()


def test_what_vapi_adds_to_the_arguments_names_nobody(line: TemporaryServer, ana: Call) -> None:
    ben = Call(line.url, caller=BEN)
    known = ben.tool("getCallerSmartContext", caller_number=ANA, call_id=ana.id, callerNumber=ANA)
    assert (known["phone"], known["isReturningCustomer"]) == (BEN, False)
