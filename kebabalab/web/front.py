"""The front: a request is read whole, inside a time and a size, before one of the few threads is given to it.

Whoever sends slowly costs a connection, never a thread; twenty such clients would otherwise keep out every caller.
"""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import structlog

Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Environ = dict[str, Any]
WsgiApp = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

log = structlog.get_logger()

MOST_LET_RUN_OUT = 16 * 1024 * 1024  # of one body


@dataclass(frozen=True, slots=True)
class Bounds:
    """What requests may cost.

    `seconds` is the time that a body may take. `bytes_held` bounds the bodies that are being read or wait for a thread,
    all together; one of at most `small` bytes, as those of calls are, is read in any case. `waiting` is how many may
    wait for one of the `threads`: whoever is still sending keeps nobody else out.
    """

    seconds: float = 10.0
    threads: int = 8
    bytes_held: int = 256 * 1024 * 1024
    small: int = 64 * 1024
    waiting: int = 1_000


class _TooSlow(Exception):
    """The body did not come in time."""


class _NoRoom(Exception):
    """There is no room for the body now."""


class _Gone(Exception):
    """The client has left."""


@dataclass(slots=True)
class _Answer:
    """What the application answered."""

    status: int = 500
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""


class Front:
    """An ASGI application around a WSGI one. `most` is the largest body, in bytes, that it is handed whole."""

    def __init__(self, inner: WsgiApp, most: int, bounds: Bounds | None = None) -> None:
        self._inner, self._most, self._bounds = inner, most, bounds or Bounds()
        self._pool = ThreadPoolExecutor(self._bounds.threads, thread_name_prefix="request")
        self._held = 0
        self._waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        body = bytearray()
        try:
            if self._waiting >= self._bounds.waiting:
                raise _NoRoom
            await self._read(scope, receive, body)
            await _send(send, await self._answered(_environ(scope, bytes(body))))
        except _TooSlow:
            log.warning("request not read", reason="too slow", read=len(body))
            await _refuse(send, 408, "The request did not come in time.")
        except _NoRoom:
            log.warning("request not read", reason="no room", read=len(body))
            await _refuse(send, 503, "The server has too much to do. Try again in a moment.")
        except _Gone:
            return
        finally:
            self._held -= len(body)

    async def _answered(self, environ: Environ) -> _Answer:
        """What the application answers, in a thread of its own."""
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._run, environ)
        finally:
            self._waiting -= 1

    async def _read(self, scope: Scope, receive: Receive, body: bytearray) -> None:
        """Read the body, and one byte more than is allowed at most: the application says that it is too much.

        What is beyond that is let run out, up to a point: who is still sending does not hear why it was refused.
        """
        if _declared(scope) > MOST_LET_RUN_OUT:
            return
        read = 0
        try:
            async with asyncio.timeout(self._bounds.seconds):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise _Gone
                    piece = message.get("body", b"")
                    read += len(piece)
                    kept = piece[: max(0, self._most + 1 - len(body))]
                    body += kept
                    self._held += len(kept)
                    if len(body) > self._bounds.small and self._held > self._bounds.bytes_held:
                        raise _NoRoom
                    if not message.get("more_body", False) or read > MOST_LET_RUN_OUT:
                        return
        except TimeoutError:
            if len(body) <= self._most:
                raise _TooSlow from None

    def _run(self, environ: Environ) -> _Answer:
        answer = _Answer()

        def start(status: str, headers: list[tuple[str, str]], _error: object = None) -> None:
            answer.status = int(status.split(" ", 1)[0])
            answer.headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]

        pieces = self._inner(environ, start)
        try:
            answer.body = b"".join(pieces)
        finally:
            close = getattr(pieces, "close", None)
            if close is not None:
                close()
        return answer


def _declared(scope: Scope) -> int:
    """How long the body says that it is, 0 where it does not."""
    said = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return int(said) if said.isdigit() else 0


def _environ(scope: Scope, body: bytes) -> Environ:
    """The request as WSGI has it (PEP 3333)."""
    server, client = scope.get("server") or ("127.0.0.1", 80), scope.get("client") or ("", 0)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1]),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": client[0],
        "REMOTE_PORT": str(client[1]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": io.BytesIO(body),
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        key = name.decode("latin-1").upper()
        # Written X_Forwarded_For, a header that a proxy lets pass would be taken for the one that it sets itself.
        if "_" in key:
            continue
        key = key.replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        said = value.decode("latin-1")
        environ[key] = f"{environ[key]},{said}" if key in environ else said
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    # What was too long to be read keeps the length that it said.
    environ["CONTENT_LENGTH"] = str(max(len(body), _declared(scope)))
    return environ


async def _send(send: Send, answer: _Answer) -> None:
    await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
    await send({"type": "http.response.body", "body": answer.body})


async def _refuse(send: Send, status: int, why: str) -> None:
    body = f'{{"error":"{why}"}}'.encode()
    length = str(len(body)).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", length),
        (b"connection", b"close"),
        (b"cache-control", b"no-store"),
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
        (b"x-content-type-options", b"nosniff"),
    ]
    await _send(send, _Answer(status, headers, body))
