"""Bodies of every odd writing, depth and length are refused or read as what they say, and the next caller is answered.

Slow, endless and enormous ones: tests/security/test_slow_clients.py; odd values: tests/e2e/test_hostile_input.py.
"""

from __future__ import annotations

import codecs
import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from tests.e2e.wire import Call, post


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TemporaryServer]:
    with serving(tmp_path_factory.mktemp("bodies"), {}, ["--at", "2026-11-23 18:00"]) as running:
        yield running


def asking(call: Call, name: str = "quickAddItem", **arguments: Any) -> dict[str, Any]:
    return call.message("tool-calls", toolCallList=[{"id": "t1", "name": name, "arguments": arguments}])


def assert_nothing_was_done(call: Call) -> None:
    assert call.tool("getCartState")["isEmpty"] is True


WRITINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp500", "rot13")


@pytest.mark.parametrize("writing", WRITINGS)
def test_a_message_in_another_writing_than_utf_8_orders_nothing(writing: str, line: TemporaryServer) -> None:
    call = Call(line.url)
    text = json.dumps(asking(call, description="two ayran"), ensure_ascii=False)
    body = codecs.encode(text, "rot13").encode() if writing == "rot13" else text.encode(writing)
    reply = post(line.url, body, {"Content-Type": f"application/json; charset={writing}"})
    assert (reply.status, reply.json) == (400, {"error": reply.json["error"]})
    assert_nothing_was_done(call)


@pytest.mark.parametrize("packed", (gzip.compress, zlib.compress), ids=("gzip", "deflate"))
@pytest.mark.parametrize("said", (True, False), ids=("said", "not said"))
def test_a_packed_message_is_never_unpacked(packed: Any, said: bool, line: TemporaryServer) -> None:
    call = Call(line.url)
    bomb = packed(json.dumps(asking(call, description="two ayran")).encode() + b" " * 50_000_000)
    name = "gzip" if packed is gzip.compress else "deflate"
    reply = post(line.url, bomb, {"Content-Encoding": name} if said else {})
    assert reply.status == (415 if said else 400)
    assert_nothing_was_done(call)


@pytest.mark.parametrize(
    "overlong",
    (b"\xc0\xa7", b"\xe0\x80\xa7", b"\xf0\x80\x80\xa7", b"\xed\xa0\x80", b"\xff", b"\x80", b"\xf5\x80\x80\x80"),
)
def test_bytes_that_are_no_utf_8_are_no_letters_of_anything(overlong: bytes, line: TemporaryServer) -> None:
    call = Call(line.url)
    call.tool("quickAddItem", description="two ayran")
    call.tool("setPickupTime", requestedTime="in an hour")
    body = json.dumps(asking(call, "createOrder", customerName="AnaXX")).encode().replace(b"XX", overlong)
    reply = post(line.url, body)
    assert reply.status in {200, 400}
    if reply.status == 200:
        assert reply.results[0]["ok"] is False


DEPTH = 100_000
DEEP: dict[str, bytes] = {
    "lists": b"[" * DEPTH + b"]" * DEPTH,
    "lists without end": b"[" * DEPTH,
    "objects": b'{"a":' * DEPTH + b"1" + b"}" * DEPTH,
    "objects in the message": b'{"message":' + b'{"call":' * DEPTH + b"1" + b"}" * DEPTH + b"}",
    "a thousand lists": b'{"message":' + b"[" * 1000 + b"]" * 1000 + b"}",
}


@pytest.mark.parametrize("body", DEEP.values(), ids=DEEP.keys())
def test_a_deep_body_is_refused(body: bytes, line: TemporaryServer) -> None:
    assert post(line.url, body).status == 400
    assert Call(line.url).tool("checkOpen")["ok"]


def nested(depth: int) -> Any:
    value: Any = "x"
    for n in range(depth):
        value = {"a": value} if n % 2 else [value]
    return value


@pytest.mark.parametrize("depth", (33, 200, 900))
@pytest.mark.parametrize("encoded", (False, True), ids=("as it is", "in a string"))
def test_deep_arguments_are_refused_and_their_neighbours_go_on(
    depth: int, encoded: bool, line: TemporaryServer
) -> None:
    call = Call(line.url)
    deep: Any = {"items": nested(depth)}
    bad, good = call.send(
        ("addMultipleItemsToCart", json.dumps(deep) if encoded else deep),
        ("quickAddItem", {"description": "one ayran"}),
    ).results
    assert (bad["ok"], good["ok"], good["itemCount"]) == (False, True, 1)


def test_a_deep_report_of_a_call_is_kept_without_what_is_deep(line: TemporaryServer) -> None:
    call = Call(line.url)
    report = call.message("end-of-call-report", artifact={"messages": [{"role": "user", "toolCalls": nested(900)}]})
    assert post(line.url, report).status == 200


@pytest.mark.parametrize(
    "arguments",
    (
        {"description": "1 " * 999},
        {"description": "two " * 499},
        {"description": "a," * 999},
        {"items": [{"description": "1 " * 999}] * 10},
    ),
    ids=range(4),
)
def test_much_that_is_slow_to_read_is_refused_before_it_is_read(
    arguments: dict[str, Any], line: TemporaryServer
) -> None:
    name = "addMultipleItemsToCart" if "items" in arguments else "quickAddItem"
    results = Call(line.url).send(*[(name, arguments)] * 50).results
    assert [result["ok"] for result in results[-40:]] == [False] * 40
    assert all("too much text" in result["error"] for result in results[-40:])


@pytest.mark.parametrize("calls", (51, 500))
def test_more_tool_calls_than_any_model_makes_are_refused_whole(calls: int, line: TemporaryServer) -> None:
    call = Call(line.url)
    reply = call.send(*[("quickAddItem", {"description": "one ayran"})] * calls)
    assert reply.status == 400
    assert_nothing_was_done(call)


@pytest.mark.parametrize(
    "number", ("9" * 5_000, "1e999", "-1e999", "NaN", "Infinity", "-0", "0.1e-9999", "1" + "0" * 400), ids=range(8)
)
@pytest.mark.parametrize("name", ("removeCartItem", "editCartItem"))
def test_a_number_that_is_none_is_refused_in_words(name: str, number: str, line: TemporaryServer) -> None:
    call = Call(line.url)
    call.tool("quickAddItem", description="two ayran")
    for field in ("quantity", "itemIndex"):
        given = {"itemIndex": 0, "modifications": {"quantity": 7}, "quantity": 1, field: "HERE"}
        body = json.dumps(asking(call, name, **given)).replace('"HERE"', number).encode()
        reply = post(line.url, body)
        assert reply.status in {200, 400}


def test_of_two_fields_of_one_name_nobody_is_told_two_things(line: TemporaryServer) -> None:
    call = Call(line.url)
    body = json.dumps(asking(call, "quickAddItem", description="two ayran")).encode()
    twice = body.replace(b'"description":', b'"description": "nine ayran", "description":')
    assert post(line.url, twice).results[0]["itemCount"] == 2
    assert call.tool("getCartState")["itemCount"] == 2
