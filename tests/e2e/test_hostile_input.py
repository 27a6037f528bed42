"""Whatever comes in, nobody gets a 5xx, a traceback or a change that was not asked for."""

from __future__ import annotations

import json
import socket
import urllib.parse
from typing import Any

import pytest

from kebabalab.cli.temporary_server import TemporaryServer
from tests.e2e.wire import Call, Reply, post, result_of, send

NOTHING_OF_THE_INSIDE = ("Traceback", 'File "', ".py", "sqlite", "SELECT", "sqlalchemy", "pydantic", "site-packages")
VALUES: dict[str, object] = {
    "null": None,
    "empty": "",
    "spaces": "   ",
    "10 kB": "x" * 10_000,
    "emoji": "\U0001f355" * 50,
    "right to left": "\u202eمرحبا كباب\u202c",
    "half an emoji": "\ud83c",
    "zero byte": "a\x00b",
    "sql": "'; DROP TABLE orders; --",
    "template": "{{7*7}} ${7*7} <%= 7 %>",
    "markup": "<script>alert(1)</script>",
    "line breaks": "a\r\nX-Injected: 1\n\nb",
    "path": "../../../../etc/passwd",
    "negative": -1,
    "huge": 10**30,
    "fraction": 1.5,
    "true": True,
    "list": [[], {}, None],
    "object": {"$ne": None},
    "deep": [[[[[[[[[[{"a": [{}]}]]]]]]]]]],
}
FIELDS = {
    "quickAddItem": "description",
    "addMultipleItemsToCart": "items",
    "removeCartItem": "itemIndex",
    "editCartItem": "modifications",
    "convertItemsToMeals": "itemIndices",
    "setPickupTime": "requestedTime",
    "createOrder": "customerName",
    "repeatLastOrder": "phoneNumber",
    "sendMenuLink": "phoneNumber",
    "sendReceipt": "phoneNumber",
    "endCall": "reason",
}
CALM = {"setPickupTime", "createOrder", "repeatLastOrder", "sendMenuLink", "sendReceipt", "endCall", "removeCartItem"}


def assert_tells_nothing_of_the_inside(reply: Reply) -> None:
    text = reply.body.decode() + json.dumps(reply.headers)
    assert [word for word in NOTHING_OF_THE_INSIDE if word in text] == []


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
@pytest.mark.parametrize("tool", FIELDS)
def test_any_value_in_any_argument_is_answered_in_words(tool: str, value: object, server: TemporaryServer) -> None:
    call = Call(server.url)
    call.tool("quickAddItem", description="one ayran")
    reply = call.send((tool, {FIELDS[tool]: value}))
    assert reply.status == 200
    (result,) = reply.results
    assert "x-injected" not in reply.headers
    assert_tells_nothing_of_the_inside(reply)
    if not result["ok"]:
        assert result["error"]
        assert call.tool("getCartState")["itemCount"] == 1


@pytest.mark.parametrize("arguments", ([], "[]", "{", "null", 7, "8", True, "a" * 10_000, [{}], '"\\"{}\\""'))
def test_arguments_that_are_no_object_are_refused_and_their_neighbours_go_on(
    arguments: object, server: TemporaryServer
) -> None:
    call = Call(server.url)
    bad, good = call.send(("quickAddItem", arguments), ("quickAddItem", {"description": "one ayran"})).results
    assert bad["ok"] is False
    assert (good["ok"], good["itemCount"]) == (True, 1)


@pytest.mark.parametrize(
    "name", ("", "no_such_tool", "__class__", "../quickAddItem", "x" * 9_000, "\U0001f355", "a\nb")
)
def test_a_tool_that_there_is_not_is_refused_by_name(name: str, server: TemporaryServer) -> None:
    reply = Call(server.url).send((name, {}))
    (row,) = reply.json["results"]
    assert result_of(row)["ok"] is False
    assert_tells_nothing_of_the_inside(reply)


@pytest.mark.parametrize("price", ("price", "lineTotal", "total", "is_combo", "unitPrice"))
def test_no_price_is_taken_from_outside(price: str, server: TemporaryServer) -> None:
    call = Call(server.url)
    call.tool("quickAddItem", description="one ayran")
    before = call.tool("priceCart")["total"]
    call.tool("editCartItem", itemIndex=0, modifications={price: 0})
    call.tool("editCartItem", itemIndex=0, **{price: 0.01})
    assert call.tool("priceCart")["total"] == before > 0


@pytest.mark.parametrize(
    "body",
    (
        b"",
        b"null",
        b"[]",
        b"{",
        b"\x00" * 1000,
        b"\xff\xfe{}",
        b"[" * 500_000,
        b'{"message":' * 50_000,
        b'{"message": {"type": "tool-calls"}} trailing',
        b'{"message": "text"}',
        b'{"message": {"type": ["tool-calls"]}}',
    ),
    ids=range(11),
)
def test_a_body_that_is_no_message_is_refused_in_a_word(body: bytes, server: TemporaryServer) -> None:
    reply = post(server.url, body)
    assert reply.status == 400
    assert list(reply.json) == ["error"]
    assert_tells_nothing_of_the_inside(reply)


@pytest.mark.parametrize("kind", ("hang", "status-update", "end-of-call-report", "assistant-request", "x" * 5000))
@pytest.mark.parametrize("value", (None, 7, "text", [], [1, None], {"id": {}}), ids=range(6))
def test_a_message_with_rubbish_for_everything_is_survived(kind: str, value: object, server: TemporaryServer) -> None:
    names = "call chat customer artifact analysis timestamp cost status endedReason messages".split()
    reply = post(server.url, {"message": {"type": kind, **dict.fromkeys(names, value)}})
    assert reply.status == 200


def test_tools_of_no_call_are_refused_in_words_and_run_nowhere(server: TemporaryServer) -> None:
    asked = [{"id": f"t{n}", "name": "quickAddItem", "arguments": {"description": "one ayran"}} for n in (1, 2)]
    reply = post(server.url, {"message": {"type": "tool-calls", "toolCallList": asked}})
    assert reply.status == 200
    assert [row["toolCallId"] for row in reply.json["results"]] == ["t1", "t2"]
    assert [result["ok"] for result in reply.results] == [False, False]


def test_a_session_is_never_shared_by_those_who_name_none(server: TemporaryServer) -> None:
    for call_id in ("", "default", "undefined", "null"):
        call = Call(server.url, id=call_id)
        if call.send(("quickAddItem", {"description": "one ayran"})).results[0]["ok"]:
            assert call_id
    assert Call(server.url, id="").tool("getCartState")["ok"] is False


def test_a_request_of_up_to_two_megabytes_is_read(server: TemporaryServer) -> None:
    call = Call(server.url)
    message = call.message("tool-calls", toolCallList=[{"id": "t1", "name": "checkOpen"}])
    message["message"]["artifact"] = {"transcript": "x" * 1_900_000}
    assert post(server.url, message).results[0]["ok"] is True


def test_a_larger_request_is_refused(server: TemporaryServer) -> None:
    reply = post(server.url, b'{"message": "' + b"x" * 2_200_000 + b'"}')
    assert (reply.status, list(reply.json)) == (413, ["error"])


def test_a_larger_request_of_unknown_length_is_refused(server: TemporaryServer) -> None:
    where = urllib.parse.urlsplit(server.url)
    with socket.create_connection((where.hostname, where.port or 80), timeout=20) as connection:
        connection.sendall(
            b"POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        try:
            for _ in range(40):
                connection.sendall(chunk)
            connection.sendall(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert connection.recv(100).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize("content_type", ("", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"))
def test_the_body_decides_and_not_what_it_is_called(content_type: str, server: TemporaryServer) -> None:
    call = Call(server.url)
    body = json.dumps(call.message("tool-calls", toolCallList=[{"id": "t1", "name": "checkOpen"}])).encode()
    reply = send(server.url, "POST", body=body, headers={"Content-Type": content_type})
    assert (reply.status, reply.results[0]["ok"]) == (200, True)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    (
        ("GET", "/webhook", 405),
        ("PUT", "/webhook", 405),
        ("DELETE", "/webhook", 405),
        ("POST", "/health", 405),
        ("GET", "/", 404),
        ("GET", "/webhook/../../etc/passwd", 404),
        ("GET", "/%2e%2e/%2e%2e/etc/passwd", 404),
        ("POST", "/webhook/", 404),
        ("GET", "/static/x", 404),
    ),
)
def test_what_there_is_not_is_refused_in_json(method: str, path: str, status: int, server: TemporaryServer) -> None:
    reply = send(server.url, method, path)
    assert (reply.status, list(reply.json)) == (status, ["error"])


def test_no_page_of_another_origin_may_call_the_webhook(server: TemporaryServer) -> None:
    reply = send(
        server.url, "OPTIONS", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    )
    assert "access-control-allow-origin" not in reply.headers


def test_every_answer_tells_browsers_to_keep_off(server: TemporaryServer) -> None:
    for reply in (send(server.url, path="/health"), post(server.url, b"{"), send(server.url, path="/nowhere")):
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in reply.headers["content-security-policy"]
        assert reply.headers["x-request-id"]


def test_what_callers_say_and_who_they_are_is_not_logged(server: TemporaryServer) -> None:
    call = Call(server.url, caller="+61491570110")
    call.tool("quickAddItem", description="one ayran for Zebediah Quagmire")
    call.tool("createOrder", customerName="Zebediah Quagmire", customerPhone="+61491570110", notes="a zephyr")
    post(server.url, b'{"message": "Zebediah Quagmire')
    assert [word for word in ("Zebediah", "zephyr", "491570110") if word in server.log] == []


@pytest.mark.parametrize("tool", sorted(CALM))
def test_a_tool_called_with_nothing_at_all_is_answered(tool: str, server: TemporaryServer) -> None:
    arguments: dict[str, Any] = {}
    assert Call(server.url).send((tool, arguments)).status == 200
