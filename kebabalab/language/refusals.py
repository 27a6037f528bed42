"""Every refusal in words: what the caller is told, and what the assistant is to do next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from kebabalab.language.say_values import clock, counted, listing, money, number, on_day, sentence, speakable
from kebabalab.models import errors
from kebabalab.models.errors import OrderingError, StoreUnavailable, TooManyCalls

_MOST_NAMED = 5


class Refusal(NamedTuple):
    """`message` is said to the caller; `error` tells the assistant what was wrong and which tool comes next."""

    message: str
    error: str


def refusal(error: OrderingError | StoreUnavailable | TooManyCalls) -> Refusal:
    """A refusal in words. Nothing of an exception's own text gets out."""
    kind = next((known for known in type(error).__mro__ if known in _WORDED), OrderingError)
    said, told = _WORDED[kind](error)
    return Refusal(sentence(said), sentence(told))


def _not_on_the_menu(error: errors.NotOnTheMenu) -> tuple[str, str]:
    words = speakable(error.words.replace("_", " "), 60) or "that"
    nearest = [speakable(name, 60) for name in error.nearest[:_MOST_NAMED]]
    if nearest:
        choice = listing(nearest, "or")
        return (
            f"Sorry, we don't have {words}. Would you like {choice}?",
            f"{words} is not sold and nothing was changed. Offer {choice}, and call quickAddItem with what they take",
        )
    return (
        f"Sorry, we don't have {words}. Is there something else you would like?",
        f"{words} is not sold and nothing was changed. Ask what the caller would like instead and call quickAddItem",
    )


def _not_a_choice(error: errors.NotAChoice) -> tuple[str, str]:
    words = speakable(error.words, 60) or "that"
    line, field = speakable(error.line_name, 80), error.field.replace("_", " ")
    if not error.options:
        return (
            f"Sorry, we can't do that with the {line}",
            f"{error.field} can't be set on the {line} and nothing was changed. See its fields with getCartState",
        )
    options = [speakable(option, 60) for option in error.options]
    choice = listing(options, "or")
    short = choice if len(options) <= _MOST_NAMED else listing([*options[: _MOST_NAMED - 1], "something else"], "or")
    return (
        f"Sorry, the {line} doesn't come with {words}. Would you like {short}?",
        f"{words} is no {field} of the {line} and nothing was changed. It can be {choice}: ask which, then call again",
    )


def _needs_choice(error: errors.NeedsChoice) -> tuple[str, str]:
    line = speakable(error.line_name, 80)
    ask = error.ask or f"Which {error.field.replace('_', ' ')} would you like?"
    options = listing(error.options, "or")
    return (
        f"For the {line}: {ask}",
        f"The {line} still needs {error.field} ({options}). Ask the caller, set it with editCartItem, then try again",
    )


def _quantity(error: errors.QuantityOutOfRange) -> tuple[str, str]:
    most = number(error.most)
    return (
        f"Sorry, I can only take between one and {most} of one thing. How many would you like?",
        f"The quantity must be 1 to {error.most}; nothing was changed. Ask how many the caller would like",
    )


def _cart_full(error: errors.CartFull) -> tuple[str, str]:
    return (
        f"Sorry, that is more than the {counted(error.most, 'line', 'lines')} that one order can hold",
        "The cart is full and nothing was added. Place it with createOrder, or make room with removeCartItem",
    )


def _call_too_large(_: errors.CallTooLarge) -> tuple[str, str]:
    return (
        "Sorry, this has become too much for one order",
        "The call holds more than is kept of one, and nothing was changed. Place the order with createOrder first",
    )


def _cart_empty(_: errors.CartEmpty) -> tuple[str, str]:
    return (
        "There is nothing in your order yet. What would you like?",
        "The cart is empty. Ask what the caller would like and add it with quickAddItem",
    )


def _no_such_line(error: errors.NoSuchLine) -> tuple[str, str]:
    if not error.count:
        return _cart_empty(errors.CartEmpty())
    return (
        "Sorry, which one do you mean?",
        f"The cart has no line {error.index}: its lines are 0 to {error.count - 1}. "
        "Look at it with getCartState and use its index",
    )


def _bad_arguments(error: errors.BadArguments) -> tuple[str, str]:
    problems = "; ".join(error.problems[:_MOST_NAMED]) or "the arguments could not be read"
    return (
        "Sorry, I didn't quite get that. Could you say it again?",
        f"The arguments can't be used, and nothing was changed: {problems}. Call the tool again with these put right",
    )


def _unknown_tool(error: errors.UnknownTool) -> tuple[str, str]:
    instead = f"Use {error.nearest}" if error.nearest else "Use one of the tools that you were given"
    return (
        "Sorry, that is not something I can do",
        f"There is no tool named {speakable(error.name, 60) or 'that'}. {instead}",
    )


def _pickup_missing(_: errors.PickupMissing) -> tuple[str, str]:
    return (
        "When would you like to pick it up?",
        "No pickup time is agreed yet. Ask for it and call setPickupTime, then createOrder again",
    )


def _pickup_passed(error: errors.PickupPassed) -> tuple[str, str]:
    instead = clock(error.earliest)
    if error.at.date() != error.earliest.date():
        instead = on_day(error.earliest)
    return (
        f"Sorry, {clock(error.at)} has passed by now. The earliest is {instead}. Is that fine?",
        f"The agreed pickup time has passed; the earliest is {error.earliest.isoformat()}. "
        "Agree on a new one, call setPickupTime, then createOrder again",
    )


def _pickup_refused(error: errors.PickupRefused) -> tuple[str, str]:
    asked, instead = clock(error.asked), ""
    if error.instead is not None:
        same_day = error.instead.date() == error.asked.date()
        instead = clock(error.instead) if same_day else on_day(error.instead).removeprefix("on ")
    reasons = {
        "too_early": (f"Sorry, we can't have it ready by {asked}", "the kitchen can't make it by then"),
        "closed": (f"Sorry, we are closed {on_day(error.asked)}", "the shop is closed then"),
        "too_far": ("Sorry, that is too far ahead for us", "it is too many days ahead"),
    }
    said, why = reasons.get(error.reason, ("Sorry, we can't do that time", "it is not possible"))
    if error.instead is None:
        return f"{said}. Which other time would suit you?", f"Refused: {why}. Ask for another time, then setPickupTime"
    word = {"too_early": "The earliest is", "too_far": "The latest is"}.get(error.reason, "The nearest time is")
    return (
        f"{said}. {word} {instead}. Does that suit you?",
        f"Refused: {why}. Offer {error.instead.isoformat()} and call setPickupTime with what the caller takes",
    )


def _time_not_understood(error: errors.TimeNotUnderstood) -> tuple[str, str]:
    words = speakable(error.words, 60) or "nothing"
    return (
        "Sorry, I didn't get the time. When would you like to pick it up?",
        f"No time was understood in: {words}. Ask again and call setPickupTime with the caller's words, "
        "such as: in twenty minutes, six thirty pm, as soon as possible",
    )


def _name_refused(error: errors.NameRefused) -> tuple[str, str]:
    if not error.name:
        return (
            "What name is the order for?",
            "The caller's name is missing or made up. Ask for it, then call createOrder with customerName",
        )
    return (
        "Sorry, I didn't get your name. What name is the order for?",
        "customerName is not a name of up to sixty letters. Ask for it, then call createOrder again",
    )


def _phone_refused(error: errors.PhoneRefused) -> tuple[str, str]:
    if error.missing:
        return (
            "What is your phone number?",
            "The caller's number is withheld and none was given. Ask for it and pass it when you call this tool again",
        )
    return (
        "Sorry, that number doesn't seem to be complete. Could you say your phone number again?",
        "The phone number is not a valid one. Ask for it again, digit by digit, and call this tool again",
    )


def _notes_refused(_: errors.NotesRefused) -> tuple[str, str]:
    return (
        "Sorry, that note is too long for the kitchen. Could you say it in a few words?",
        "notes takes up to 300 characters of plain text. Shorten it and call createOrder again",
    )


def _order_too_big(error: errors.OrderTooBig) -> tuple[str, str]:
    return (
        f"Sorry, by phone we take orders up to {money(error.limit)} only",
        f"The total is above the shop's limit of {error.limit}; nothing was placed. "
        "Take lines off with removeCartItem, or offer to put the caller through to the shop",
    )


def _kitchen_has_begun(error: errors.KitchenHasBegun) -> tuple[str, str]:
    digits = error.display.lstrip("#")
    name = f"Order number {number(int(digits))}" if digits.isdecimal() else "That order"
    return (
        f"{name} is being made already, so I can't change it. Shall I start a new order for the rest?",
        f"{name} can't be changed any more, and nothing was changed. For a new order call clearCart first, "
        "then quickAddItem, setPickupTime and createOrder",
    )


def _nothing_placed(_: errors.NothingPlaced) -> tuple[str, str]:
    return (
        "There is no order to send a receipt for yet",
        "No order was placed in this call and none is known of this number. Call createOrder first",
    )


def _not_your_order(_: errors.NotYourOrder) -> tuple[str, str]:
    return (
        "Sorry, I can only repeat orders of the number that you are calling from. What would you like?",
        "That number does not belong to this call, and its orders stay private. Take the order with quickAddItem",
    )


def _no_history(_: errors.NoHistory) -> tuple[str, str]:
    return (
        "I can't find an earlier order of yours. What would you like?",
        "This number has no earlier order. Take the order with quickAddItem",
    )


def _not_your_number(_: errors.NotYourNumber) -> tuple[str, str]:
    return (
        "Sorry, I can only send texts to the number that you are calling from",
        "Texts go only to the caller's number, or one that an order was placed for in this call. "
        "Call the tool again without phoneNumber",
    )


def _takes_no_texts(_: errors.TakesNoTexts) -> tuple[str, str]:
    return (
        "Sorry, that number is a landline, and it can't get texts",
        "Texts can't be sent to a landline. Say what the caller wants to know instead",
    )


def _too_many_texts(_: errors.TooManyTexts) -> tuple[str, str]:
    return (
        "Sorry, I can't send any more texts in this call",
        "The texts of this call are used up. Don't call this tool again; say what the caller wants to know instead",
    )


def _no_menu_link(_: errors.NoMenuLink) -> tuple[str, str]:
    return (
        "Sorry, our menu is not online, but I can tell you what we have",
        "The shop has no page with its menu. Don't call this tool again; answer the caller's questions instead",
    )


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
        errors.NotOnTheMenu: _not_on_the_menu,
        errors.NotAChoice: _not_a_choice,
        errors.NeedsChoice: _needs_choice,
        errors.QuantityOutOfRange: _quantity,
        errors.CartFull: _cart_full,
        errors.CallTooLarge: _call_too_large,
        errors.CartEmpty: _cart_empty,
        errors.NoSuchLine: _no_such_line,
        errors.BadArguments: _bad_arguments,
        errors.UnknownTool: _unknown_tool,
        errors.PickupMissing: _pickup_missing,
        errors.PickupPassed: _pickup_passed,
        errors.PickupRefused: _pickup_refused,
        errors.TimeNotUnderstood: _time_not_understood,
        errors.NameRefused: _name_refused,
        errors.PhoneRefused: _phone_refused,
        errors.NotesRefused: _notes_refused,
        errors.OrderTooBig: _order_too_big,
        errors.KitchenHasBegun: _kitchen_has_begun,
        errors.NothingPlaced: _nothing_placed,
        errors.NotYourOrder: _not_your_order,
        errors.NoHistory: _no_history,
        errors.NotYourNumber: _not_your_number,
        errors.TakesNoTexts: _takes_no_texts,
        errors.TooManyTexts: _too_many_texts,
        errors.NoMenuLink: _no_menu_link,
        StoreUnavailable: _store_unavailable,
        TooManyCalls: _too_many_calls,
    }
)
