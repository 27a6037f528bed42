"""What is said when something went wrong: to callers in speech, to senders in a short code, to nobody a traceback."""

from __future__ import annotations

import re
import traceback
from collections.abc import Sequence
from pathlib import PurePath

import orjson
from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from kebabalab.models.call import Answer, ToolCall

ID = re.compile(r"(?:call|chat):[A-Za-z0-9_-]*[A-Za-z_-][A-Za-z0-9_-]*")
CHUNK, HEARD_OUT = 65_536, 4 * 1024 * 1024
SAY_AGAIN = "Sorry, one moment. Please say that again."
LET_ME_CHECK = "Sorry, one moment. Let me check that."
NO_ROOM = "Sorry, we can't take another order by phone right now. Please call again in a few minutes."
TOO_FAST = "Sorry, one moment please."
NO_CALL = "Sorry, I can't take an order here."
NOT_THIS_CALL = "Sorry, I can't go on with this call. Please hang up and call again."
WHAT_TO_DO = {
    SAY_AGAIN: "The server could not finish this. Nothing was changed: call the tool again with the same arguments.",
    LET_ME_CHECK: "It is not known whether this was done. Call getCartState, and call the tool again only for what is "
    "missing there. createOrder can be called again in any case: it never places the same order twice.",
    NO_ROOM: "No more calls can be served at the moment. Nothing was changed: ask the caller to try again later.",
    TOO_FAST: "This call has sent too many messages in a short time. Nothing was changed: wait half a minute before "
    "the next tool call.",
    NOT_THIS_CALL: "The message names a call that began with another phone number. Nothing was changed.",
    NO_CALL: "The message names neither a call nor a chat, so there is no cart for it. Nothing was changed.",
}


def failed(calls: Sequence[ToolCall], message: str) -> tuple[Answer, ...]:
    """The answer to each of these calls when none of them could be served; `message` is one of those above."""
    body = orjson.dumps({"ok": False, "message": message, "error": WHAT_TO_DO[message]}).decode()
    return tuple(Answer(call.id, call.name, ok=False, body=body) for call in calls)


def refused(code: str, status: int) -> Response:
    """A short JSON answer that says what was wrong with the request, and nothing of the inside."""
    answer = jsonify(error=code)
    answer.status_code = status
    return answer


def logged_id(key: str) -> str:
    """A call's key for the log, where it is made of what ids are made of: anything else may be a number or words."""
    return key if ID.fullmatch(key) else "odd"


def where(error: BaseException) -> str:
    """Where an exception was raised, for the log: its text may hold names and numbers, its place does not."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " < ".join(f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))


def answer_http_errors(app: Flask) -> None:
    """Answer wrong paths, methods and sizes in JSON, as everything else is."""

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        if isinstance(error, RequestEntityTooLarge):
            _hear_out()
        answer = refused(error.name.lower().replace(" ", "_"), error.code or 500)
        for name, value in error.get_headers():
            if name in {"Allow", "Retry-After"}:
                answer.headers[name] = value
        return answer


def _hear_out() -> None:
    """Read on for a while what a sender is still sending: cut off in the middle, it would not see the answer."""
    left, stream = HEARD_OUT, request.environ["wsgi.input"]
    while left > 0 and (chunk := stream.read(min(left, CHUNK))):
        left -= len(chunk)
