"""One message's tool calls on one call: loaded once, applied in order, saved once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson

from kebabalab.language import say
from kebabalab.models.call import Answer, CallState, Effect, ToolCall
from kebabalab.models.errors import AnotherCaller, BadArguments, CallTooLarge, OrderingError
from kebabalab.tools.gathering import Gathering
from kebabalab.tools.outcome import Outcome, Reply
from kebabalab.tools.ports import Ports
from kebabalab.tools.registry import runs_last, tool_named
from kebabalab.tools.texting import latest_only
from kebabalab.validators.arguments import check
from kebabalab.validators.vapi import Webhook

# Line breaks to some readers though not to JSON: an answer is one line (contract, The webhook).
_LINE_BREAKS = str.maketrans({"\u2028": " ", "\u2029": " ", "\u0085": " "})


@dataclass(frozen=True, slots=True)
class _Done:
    """What a message came to. `answers` in the order of its calls; `fresh` are those that were not given before."""

    state: CallState
    answers: tuple[Answer, ...]
    fresh: tuple[Answer, ...]
    effects: tuple[Effect, ...]


def answer(webhook: Webhook, ports: Ports) -> tuple[Answer, ...]:
    """Carry out the tool calls of a message, in one transaction: one answer for each, in their order.

    A call that was answered before gets the same answer and changes nothing; one that is refused leaves the state as it
    was, and the others go on. Raises StoreUnavailable, TooManyCalls, AnotherCaller.
    """
    now = ports.clock.now()
    try:
        with ports.calls.open(webhook.key, webhook.caller, now, webhook.sent_at) as opened:
            if webhook.caller and opened.state.caller not in ("", webhook.caller):
                raise AnotherCaller
            stored = opened.answered([call.id for call in webhook.tool_calls if call.id])
            done = _run(webhook.tool_calls, opened.state, stored, Gathering(opened, ports, now))
            if done.fresh:
                kept = tuple(one for one in done.fresh if one.tool_call_id)
                opened.save(done.state, kept, latest_only(done.effects))
    except CallTooLarge as refused:
        # Nothing was written: none of the calls may be told that it went well.
        return tuple(_answer(call, _refused(refused)) for call in webhook.tool_calls)
    return done.answers


def _run(calls: Sequence[ToolCall], state: CallState, stored: Mapping[str, Answer], gathering: Gathering) -> _Done:
    """Every call in its turn, those that run last at the end (an order is placed of what the others have made)."""
    known = dict(stored)
    answers: dict[int, Answer] = {}
    fresh: list[Answer] = []
    effects: list[Effect] = []
    last = runs_last(call.name for call in calls)
    for place in sorted(range(len(calls)), key=lambda place: last[place]):
        call = calls[place]
        if call.id and call.id in known:
            answers[place] = known[call.id]
            continue
        outcome = _outcome(call, state, gathering)
        ok = outcome.reply["ok"] is True
        if ok:
            state = outcome.state
            effects += outcome.effects
        answers[place] = _answer(call, outcome.reply)
        known[call.id] = answers[place]
        fresh.append(answers[place])
    return _Done(state, tuple(answers[place] for place in range(len(calls))), tuple(fresh), tuple(effects))


def _outcome(call: ToolCall, state: CallState, gathering: Gathering) -> Outcome:
    """What one call comes to; a refusal is an outcome too."""
    try:
        spec = tool_named(call.name)
        if call.problem:
            raise BadArguments((call.problem,))
        args = check(spec.arguments, call.arguments)
        return spec.run(state, args, gathering.facts_for(spec, args))
    except OrderingError as refused:
        return Outcome(state, _refused(refused))


def _refused(refused: OrderingError) -> Reply:
    message, error = say.refusal(refused)
    return {"ok": False, "message": message, "error": error}


def _answer(call: ToolCall, reply: Reply) -> Answer:
    return Answer(call.id, call.name, reply["ok"] is True, as_line(reply))


def as_line(reply: Reply) -> str:
    """The reply as compact JSON on a single line."""
    return orjson.dumps(reply).decode().translate(_LINE_BREAKS)
