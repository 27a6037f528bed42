"""A request reaches the application whole and as it was sent, or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

from kebabalab.web.front import Bounds, Front

MORE = "more"
Sent = Sequence[bytes | str]


class Heard:
    """A WSGI application that keeps what it was handed."""

    def __init__(self) -> None:
        self.environ: dict[str, Any] = {}
        self.body = b""

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        self.environ, self.body = environ, environ["wsgi.input"].read()
        start("201 Created", [("X-Answer", "yes")])
        return [b"he", b"ard"]


def scope(headers: Sequence[tuple[bytes, bytes]] = ()) -> dict[str, Any]:
    return {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "path": "/webhook",
        "query_string": b"a=1",
        "headers": list(headers),
        "client": ("192.0.2.1", 4711),
    }


async def asked(front: Front, pieces: Sent, headers: Sequence[tuple[bytes, bytes]] = ()) -> tuple[int, bytes]:
    """Status and body of the answer to a body that comes in pieces; after MORE nothing comes any more."""
    waiting = list(pieces)
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        piece = waiting.pop(0)
        if piece == MORE:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": piece, "more_body": bool(waiting)}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await front(scope(headers), receive, send)
    return (sent[0]["status"], sent[1]["body"]) if sent else (0, b"")


def test_a_body_in_pieces_is_handed_over_whole_with_the_request_as_it_was() -> None:
    heard = Heard()
    answer = asyncio.run(asked(Front(heard, 100), [b"one", b"", b"two"], [(b"x-vapi-secret", b"s")]))
    assert answer == (201, b"heard")
    assert heard.body == b"onetwo"
    named = {"PATH_INFO", "QUERY_STRING", "REMOTE_ADDR", "HTTP_X_VAPI_SECRET", "CONTENT_LENGTH"}
    assert {name: heard.environ[name] for name in named} == {
        "PATH_INFO": "/webhook",
        "QUERY_STRING": "a=1",
        "REMOTE_ADDR": "192.0.2.1",
        "HTTP_X_VAPI_SECRET": "s",
        "CONTENT_LENGTH": "6",
    }


@pytest.mark.parametrize(
    "name", (b"x_forwarded_for", b"X_Forwarded-For", b"content_length", b"x_vapi_secret", b"transfer_encoding")
)
def test_a_header_that_only_looks_like_another_is_not_taken_for_it(name: bytes) -> None:
    heard = Heard()
    asyncio.run(asked(Front(heard, 100), [b"body"], [(name, b"6.6.6.6")]))
    assert "6.6.6.6" not in {value for value in heard.environ.values() if isinstance(value, str)}


def test_of_a_body_that_is_too_long_one_byte_too_much_is_handed_over() -> None:
    heard = Heard()
    asyncio.run(asked(Front(heard, 4), [b"12", b"345", b"6789"]))
    assert heard.body == b"12345"


def test_a_body_that_stops_coming_is_given_up_and_the_application_hears_nothing_of_it() -> None:
    heard = Heard()
    status, _ = asyncio.run(asked(Front(heard, 100, Bounds(seconds=0.05)), [b"half", MORE]))
    assert (status, heard.environ) == (408, {})


def test_a_body_that_never_ends_is_read_to_a_point_and_refused_for_its_length() -> None:
    read = 0

    async def receive() -> dict[str, Any]:
        nonlocal read
        read += 1
        assert read <= 20, "read on and on"
        return {"type": "http.request", "body": b"x" * 1024 * 1024, "more_body": True}

    async def send(message: dict[str, Any]) -> None:
        assert message["type"].startswith("http.response")

    heard = Heard()
    asyncio.run(Front(heard, 4)(scope(), receive, send))
    assert heard.body == b"xxxxx"


def test_large_bodies_that_nobody_ends_leave_room_for_small_ones() -> None:
    async def both() -> tuple[int, int, int]:
        front = Front(Heard(), 100, Bounds(seconds=0.2, bytes_held=50, small=10))
        stuck = asyncio.create_task(asked(front, [b"x" * 49, MORE]))
        await asyncio.sleep(0.01)
        small, _ = await asked(front, [b"x" * 10])
        large, _ = await asked(front, [b"x" * 11])
        return small, large, (await stuck)[0]

    assert asyncio.run(both()) == (201, 503, 408)


def test_what_was_given_up_holds_no_room_any_more() -> None:
    async def one_after_the_other() -> tuple[int, int]:
        front = Front(Heard(), 100, Bounds(seconds=0.05, bytes_held=50, small=10))
        first, _ = await asked(front, [b"x" * 49, MORE])
        return first, (await asked(front, [b"x" * 49]))[0]

    assert asyncio.run(one_after_the_other()) == (408, 201)


def test_nobody_waits_behind_more_than_can_be_served() -> None:
    front = Front(Heard(), 100, Bounds(waiting=0))
    assert asyncio.run(asked(front, [b"body"]))[0] == 503


def test_who_left_before_the_end_is_not_answered() -> None:
    heard = Heard()

    async def left() -> list[dict[str, Any]]:
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.disconnect"}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        await Front(heard, 100)(scope(), receive, send)
        return sent

    assert (asyncio.run(left()), heard.environ) == ([], {})
