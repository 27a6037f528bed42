"""What a tool gives back: the state that it leaves, what it says, and what is to be done besides."""

from __future__ import annotations

from dataclasses import dataclass

from kebabalab.models.call import CallState, Effect

Reply = dict[str, object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one tool call. `reply` holds `ok` and `message`, and `error` where `ok` is false.

    A tool that refuses raises an OrderingError instead; an outcome that is not ok leaves the state as it was.
    """

    state: CallState
    reply: Reply
    effects: tuple[Effect, ...] = ()
