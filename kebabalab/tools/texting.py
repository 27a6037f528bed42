"""Texts that a call may send: to whom, how many, to which countries, and none of them twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kebabalab.language import say, texts
from kebabalab.models.call import CallState, Effect, QueueText
from kebabalab.models.errors import NotYourNumber, OrderingError, PhoneRefused, TakesNoTexts, TooManyTexts
from kebabalab.models.facts import Facts
from kebabalab.models.guards import CallerBlocked, NoTextsAbroad, TextsUsedUp, WantsNoTexts
from kebabalab.models.order import Order
from kebabalab.models.shop import Shop
from kebabalab.models.texts import TextKind
from kebabalab.tools.guarding import handed_over
from kebabalab.tools.outcome import Outcome
from kebabalab.validators import people


def receiver(state: CallState, asked: str, shop: Shop) -> str:
    """The E.164 number that a text goes to: the caller's, or the one asked for if it belongs to the call.

    Raises PhoneRefused, NotYourNumber. A call must not text strangers at the shop's cost.
    """
    if not people.is_no_phone(asked):
        to = people.phone(asked, shop.country)
        if to not in numbers_of(state):
            raise NotYourNumber
    else:
        to = state.caller or next(reversed(state.numbers), "")
    if not to:
        raise PhoneRefused(missing=True)
    return to


def numbers_of(state: CallState) -> tuple[str, ...]:
    """The numbers that belong to a call: the caller's and those that were ordered for."""
    return tuple(number for number in (state.caller, *state.numbers) if number)


def is_texted(phone: str, shop: Shop) -> bool:
    """Whether the shop sends texts to this E.164 number: a mobile of its own country, or of one that it has named."""
    return people.takes_texts(phone) and people.country_of(phone) in (shop.country, *shop.limits.text_countries)


def why_not(state: CallState, to: str, facts: Facts) -> OrderingError | None:
    """Why no text goes to this E.164 number now; None where one can."""
    shop, limits, known = facts.shop, facts.shop.limits, facts.of_number(to)
    if not people.takes_texts(to):
        return TakesNoTexts(to)
    if not is_texted(to, shop):
        return NoTextsAbroad()
    if known.blocked or facts.of_number(state.caller).blocked:
        return handed_over(CallerBlocked(), shop)
    if known.wants_no_texts:
        return WantsNoTexts()
    if state.texts_sent >= limits.texts_per_call:
        return TooManyTexts(limits.texts_per_call)
    if known.texts >= limits.texts_per_number or facts.texts >= limits.texts_per_day:
        return TextsUsedUp()
    return None


def sent_once(state: CallState, text: QueueText, about: str, facts: Facts) -> Outcome:
    """The text queued, unless one of its kind about the same thing went to that number in this call already.

    Raises TakesNoTexts, NoTextsAbroad, CallerBlocked, WantsNoTexts, TooManyTexts, TextsUsedUp. The reply says whether
    it is queued: it is, now or before.
    """
    key = _key(text.kind, about, text.to)
    if key in state.texted:
        return Outcome(state, {"queued": True})
    refused = why_not(state, text.to, facts)
    if refused is not None:
        raise refused
    return Outcome(_counted(state, key), {"queued": True}, (text,))


def confirmed(state: CallState, order: Order, facts: Facts) -> Outcome:
    """The order's confirmation queued to its phone; where none can be, `message` tells the caller so.

    The order stands either way.
    """
    refused = why_not(state, order.phone, facts)
    if refused is not None:
        return Outcome(state, {"queued": False, "message": say.refusal(refused).message})
    changed = _counted(state, _key("confirmation", order.number.id, order.phone))
    return Outcome(changed, {"queued": True, "message": ""}, (confirmation(order, facts.shop),))


def confirmation(order: Order, shop: Shop) -> QueueText:
    """The caller's text of an order that was placed or changed."""
    kind = TextKind.CHANGED if order.revision > 1 else TextKind.CONFIRMATION
    return QueueText(kind, order.phone, texts.confirmation(order, shop), order.number.id)


def was_confirmed(state: CallState, order: Order) -> bool:
    """Whether this call has sent the order's confirmation to its phone."""
    return _key("confirmation", order.number.id, order.phone) in state.texted


def ticket(order: Order, shop: Shop) -> QueueText:
    """The kitchen's text: the settings know the number that it goes to."""
    return QueueText(TextKind.TICKET, "", texts.ticket(order, shop), order.number.id)


def latest_only(effects: Iterable[Effect]) -> tuple[Effect, ...]:
    """The effects of one message less the texts that a later one of the same kind, order and receiver replaces."""
    found = tuple(effects)
    last = {_subject(effect): n for n, effect in enumerate(found) if isinstance(effect, QueueText)}
    return tuple(
        effect for n, effect in enumerate(found) if not isinstance(effect, QueueText) or last[_subject(effect)] == n
    )


def _subject(text: QueueText) -> tuple[str, str, str]:
    return text.kind, text.to, text.order_id


def _key(kind: str, about: str, to: str) -> str:
    return f"{kind} {about} {to}"


def _counted(state: CallState, key: str) -> CallState:
    texted = state.texted if key in state.texted else (*state.texted, key)
    return replace(state, texts_sent=state.texts_sent + 1, texted=texted)
