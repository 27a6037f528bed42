"""Every refusal in words: what the caller is told, and what the assistant is to do next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from kebabalab.language import refused_guards as guarded
from kebabalab.language import refused_items as items
from kebabalab.language import refused_orders as orders
from kebabalab.language.say_values import sentence
from kebabalab.models import errors, guards
from kebabalab.models.errors import OrderingError, StoreUnavailable, TooManyCalls


class Refusal(NamedTuple):
    """`message` is said to the caller; `error` tells the assistant what was wrong and which tool comes next."""

    message: str
    error: str


def refusal(error: OrderingError | StoreUnavailable | TooManyCalls) -> Refusal:
    """A refusal in words. Nothing of an exception's own text gets out."""
    kind = next((known for known in type(error).__mro__ if known in _WORDED), OrderingError)
    said, told = _WORDED[kind](error)
    return Refusal(sentence(said), sentence(told))


def _any(_: Exception) -> tuple[str, str]:
    return (
        "Sorry, I can't do that. Is there something else I can do?",
        "The request was refused and nothing was changed. Ask the caller what to do instead",
    )


def _store_unavailable(_: StoreUnavailable) -> tuple[str, str]:
    return (
        "One moment, please say that again",
        "The order system did not answer and nothing was changed. Call the same tool again once",
    )


def _too_many_calls(_: TooManyCalls) -> tuple[str, str]:
    return (
        "Sorry, all our lines are busy. Please call again in a few minutes",
        "The server has no room for another call. Say so and end the call with endCall",
    )


_Worded = Callable[[Any], tuple[str, str]]
_WORDED: Mapping[type[Exception], _Worded] = MappingProxyType(
    {
        OrderingError: _any,
        errors.NotOnTheMenu: items.not_on_the_menu,
        errors.SoldOut: items.sold_out,
        errors.NotAChoice: items.not_a_choice,
        errors.NeedsChoice: items.needs_choice,
        errors.QuantityOutOfRange: items.quantity,
        errors.CartFull: items.cart_full,
        errors.CallTooLarge: items.call_too_large,
        errors.CartEmpty: items.cart_empty,
        errors.NoSuchLine: items.no_such_line,
        errors.BadArguments: items.bad_arguments,
        errors.UnknownTool: items.unknown_tool,
        errors.PickupMissing: orders.pickup_missing,
        errors.PickupPassed: orders.pickup_passed,
        errors.PickupRefused: orders.pickup_refused,
        errors.TimeNotUnderstood: orders.time_not_understood,
        errors.NameRefused: orders.name_refused,
        errors.PhoneRefused: orders.phone_refused,
        errors.NotesRefused: orders.notes_refused,
        guards.ForAPerson: guarded.for_a_person,
        guards.OrderTooBig: guarded.order_too_big,
        guards.TooMuchOfOne: guarded.too_much_of_one,
        guards.TooManyPieces: guarded.too_many_pieces,
        guards.CallerBlocked: guarded.caller_blocked,
        guards.NotFetchedBefore: guarded.not_fetched_before,
        errors.KitchenHasBegun: orders.kitchen_has_begun,
        errors.NothingPlaced: orders.nothing_placed,
        errors.NotYourOrder: orders.not_your_order,
        errors.NoHistory: orders.no_history,
        errors.NotYourNumber: orders.not_your_number,
        errors.TakesNoTexts: orders.takes_no_texts,
        guards.NoTextsAbroad: guarded.no_texts_abroad,
        guards.WantsNoTexts: guarded.wants_no_texts,
        errors.TooManyTexts: orders.too_many_texts,
        guards.TextsUsedUp: guarded.texts_used_up,
        errors.NoMenuLink: orders.no_menu_link,
        StoreUnavailable: _store_unavailable,
        TooManyCalls: _too_many_calls,
    }
)
