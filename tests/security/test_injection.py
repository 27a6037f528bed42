"""What is put into any field of any tool or message stays words: in the answer, the log, the rows, the texts.

The fields are those of the schemas that VAPI is given: a new one is tried by itself. Encryption is off here, so that
the rows can be looked into.
"""

from __future__ import annotations

import itertools
import json
import re
import sqlite3
import unicodedata
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kebabalab.cli.temporary_server import TemporaryServer, serving
from kebabalab.gateways.shop_files import load
from kebabalab.tools.definitions import definitions
from tests.e2e.wire import CALLER, Call, Reply, post

DATA = load(Path(__file__).parents[2] / "shops" / "kebabalab")
KITCHEN = "+61255501234"
# In every payload: where it turns up, somebody's words have.
MARK = "zqinj"
FACTORS, PRODUCT = "1237*7923", str(1237 * 7923)
PAYLOADS = {
    "sql that ends a statement": f"{MARK}'); DROP TABLE orders; --",
    "sql that changes": f"{MARK}', total_cents = 1, customer_name = '{MARK}",
    "sql that is always true": f"{MARK}' OR '1'='1' /*",
    "a header": f"{MARK}\r\nX-Injected: yes\r\n\r\n<p>",
    "a line of the log": f'{MARK}\n{{"event": "forged", "level": "info"}}\n',
    "a terminal's commands": f"{MARK}\x1b[2J\x1b]0;owned\x07\x9b31m",
    "templates": f"{MARK} {{{{{FACTORS}}}}} ${{{FACTORS}}} <%= {FACTORS} %> {{% print({FACTORS}) %}} #{{{FACTORS}}}",
    "formats": f"{MARK} %s %n %(caller)s {{0.__class__}} {{caller}}",
    "markup": f"<script>{MARK}</script><img src=x onerror={MARK}>&lt;{MARK}",
    "links": f"{MARK} http://evil.example/{MARK} https://evil.example www.evil.example evil.example/pay tel:1900",
    "other ends of lines": f"{MARK}\u2028Order #999\u2029Order #999\x85Order #999\x0bOrder #999\x0cOrder #999",
    "turned around": f"\u202e{MARK}\u2066\u200f\u200b\ufeff",
    "a zero byte": f"{MARK}\x00{MARK}",
    "a path": f"../../../{MARK}/etc/passwd",
    "letters alone": MARK.title(),
    "a formula": f"=cmd|'/c {MARK}'!A1",
}
INSIDE = (
    "Traceback",
    'File "',
    "sqlite",
    "sqlalchemy",
    "SELECT ",
    "pydantic",
    "site-packages",
    "__class__ of",
    "<class",
)
# What is made of what ids are made of is an id.
AS_AN_ID = re.compile(f'"(call|chat):{MARK}"')
TABLES = "SELECT count(*) FROM sqlite_master WHERE type = 'table'"
Place = tuple[str | int, ...]


def places(schema: dict[str, Any]) -> Iterator[Place]:
    """Where something can be put: each value and each key of an object, each entry of a list."""
    if schema.get("type") == "object":
        yield ()
        yield ("<key>",)
        for name, inner in schema.get("properties", {}).items():
            yield from ((name, *rest) for rest in places(inner))
    elif schema.get("type") == "array":
        yield from ((0, *rest) for rest in places(schema.get("items", {})))
        yield ()
    else:
        yield ()


def put(place: Place, payload: str) -> Any:
    """Arguments with the payload there, and nothing else."""
    if not place:
        return payload
    first, *rest = place
    inner = put(tuple(rest), payload)
    if first == "<key>":
        return {payload: payload}
    return [inner] if first == 0 else {str(first): inner}


FIELDS = {
    f"{tool.name} {'.'.join(map(str, place)) or 'arguments'}": (tool.name, place)
    for tool in definitions(DATA.menu)
    for place in places(tool.parameters)
}


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TemporaryServer]:
    settings = {"ENCRYPTION": "off", "SHOP_ORDER_TO": KITCHEN, "LOG_LEVEL": "debug"}
    with serving(tmp_path_factory.mktemp("injection"), settings, ["--at", "2026-11-23 18:00"]) as running:
        yield running


def rows(server: TemporaryServer, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{server.folder / 'calls.db'}?mode=ro", uri=True)) as database:
        return database.execute(statement).fetchall()


@pytest.fixture(scope="module")
def watched(line: TemporaryServer) -> dict[str, Any]:
    """An order that nobody may touch, and what the database was like."""
    call = Call(line.url, caller="+61491570110")
    call.tool("quickAddItem", description="three ayran")
    call.tool("setPickupTime", requestedTime="in half an hour")
    placed = call.tool("createOrder", customerName="Ana")
    kept = rows(line, f"SELECT * FROM orders WHERE id = '{placed['orderNumber']}'")
    assert len(kept) == 1
    return {"number": placed["orderNumber"], "row": kept, "tables": rows(line, TABLES)}


def assert_words_stayed_words(server: TemporaryServer, watched: dict[str, Any], reply: Reply) -> None:
    assert reply.status == 200
    assert {"x-injected"} & reply.headers.keys() == set()
    answer = reply.body.decode()
    assert [word for word in (*INSIDE, PRODUCT) if word in answer] == []
    assert rows(server, TABLES) == watched["tables"]
    assert rows(server, f"SELECT * FROM orders WHERE id = '{watched['number']}'") == watched["row"]
    assert MARK not in AS_AN_ID.sub("", server.log.lower())
    assert "forged" not in server.log
    for name, notes in rows(server, "SELECT customer_name, notes FROM orders"):
        assert [
            char for char in name + notes if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        ] == []
        assert re.fullmatch(r"[^\W\d_]+", name)
    for (body,) in rows(server, "SELECT body FROM outbox"):
        assert [char for char in body if not char.isprintable() and char != "\n"] == []
        assert not re.search(r"https?:|www\.|evil\.example|tel:", body.replace(DATA.shop.website, ""))
        assert "Order #999" not in body.splitlines()
        assert PRODUCT not in body


@pytest.mark.parametrize(("tool", "place"), FIELDS.values(), ids=FIELDS.keys())
def test_whatever_is_put_into_an_argument_stays_words(
    tool: str, place: Place, line: TemporaryServer, watched: dict[str, Any]
) -> None:
    call = Call(line.url)
    call.send(("quickAddItem", {"description": "two ayran"}), ("setPickupTime", {"requestedTime": "in an hour"}))
    # What an order needs besides, so that what else is said of it is kept.
    rest = {"customerName": "Ben"} if tool == "createOrder" else {"itemIndex": 0} if tool == "editCartItem" else {}
    asked = []
    for payload in PAYLOADS.values():
        given = put(place, payload)
        asked.append((tool, {**rest, **given} if isinstance(given, dict) else given))
    reply = call.send(*asked)
    assert len(reply.results) == len(PAYLOADS)
    assert_words_stayed_words(line, watched, reply)


def test_what_may_be_said_reaches_the_kitchen_as_it_was_said(line: TemporaryServer, watched: dict[str, Any]) -> None:
    call = Call(line.url)
    call.tool("quickAddItem", description="two ayran")
    call.tool("setPickupTime", requestedTime="in an hour")
    placed = call.tool("createOrder", customerName=MARK.title(), notes=f"{MARK}'s nuts; -- 100% {{no}} nuts")
    assert placed["ok"]
    kept = rows(line, f"SELECT customer_name, notes FROM orders WHERE id = '{placed['orderNumber']}'")
    assert kept == [("Zqinj", "zqinj's nuts; -- 100% {no} nuts")]
    (ticket,) = rows(line, f"SELECT body FROM outbox WHERE order_id = '{placed['orderNumber']}' AND kind = 'ticket'")
    assert "zqinj's nuts; -- 100%" in ticket[0]
    assert MARK not in line.log.lower()


ENVELOPE = (
    ("call", "id"),
    ("call", "customer", "number"),
    ("call", "customer", "name"),
    ("call", "type"),
    ("customer", "number"),
    ("customer", "name"),
    ("timestamp",),
    ("toolCallList", 0, "id"),
    ("toolCallList", 0, "name"),
    ("toolCallList", 0, "arguments"),
    ("toolCallList", 0, "function", "name"),
    ("toolWithToolCallList", 0, "server", "headers", "X-Chat-Id"),
    ("toolWithToolCallList", 0, "name"),
    ("chat", "id"),
    ("status",),
    ("endedReason",),
    ("artifact", "transcript"),
    ("artifact", "messages", 0, "message"),
    ("analysis", "summary"),
    ("functionCall", "name"),
    ("phoneNumber", "number"),
    ("assistant", "name"),
    ("type",),
)
KINDS = ("tool-calls", "function-call", "assistant-request", "transfer-destination-request", "status-update",
         "end-of-call-report", "hang")  # fmt: skip


def with_payload(message: dict[str, Any], place: Place, payload: str) -> dict[str, Any]:
    """The message with the payload in this place."""
    changed: Any = json.loads(json.dumps(message))
    held = changed
    for here, following in itertools.pairwise(place):
        if isinstance(held, dict):
            held = held.setdefault(str(here), [] if following == 0 else {})
        elif held:
            held = held[0]
        else:
            held.append({})
            held = held[0]
    held[place[-1]] = payload
    assert isinstance(changed, dict)
    return changed


@pytest.mark.parametrize("place", ENVELOPE, ids=lambda place: ".".join(map(str, place)))
def test_whatever_is_put_into_a_message_stays_words(
    place: Place, line: TemporaryServer, watched: dict[str, Any]
) -> None:
    for kind in KINDS:
        for payload in PAYLOADS.values():
            call = {"id": uuid.uuid4().hex, "customer": {"number": CALLER}}
            asked = [{"id": "t1", "name": "quickAddItem", "arguments": {"description": "one ayran"}}]
            message = {"type": kind, "call": call, "toolCallList": asked}
            reply = post(line.url, {"message": with_payload(message, place, payload)})
            assert_words_stayed_words(line, watched, reply)
