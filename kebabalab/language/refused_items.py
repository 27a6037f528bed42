"""Refusals about what is sold and what is in the cart: (what the caller is told, what the assistant does next)."""

from __future__ import annotations

from kebabalab.language.say_values import counted, listing, number, speakable
from kebabalab.models import errors

_MOST_NAMED = 5


def not_on_the_menu(error: errors.NotOnTheMenu) -> tuple[str, str]:
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


def sold_out(error: errors.SoldOut) -> tuple[str, str]:
    gone = speakable(error.gone, 60) or "that"
    return (
        f"Sorry, we have just run out of {gone}. What would you like instead?",
        f"{gone} was sold out after it was ordered; no order was placed. Ask what the caller would like instead, then "
        f"call editCartItem or removeCartItem for line {error.index} and createOrder again",
    )


def not_a_choice(error: errors.NotAChoice) -> tuple[str, str]:
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
        f"Sorry, we don't do {words} for the {line}. Would you like {short}?",
        f"{words} is no {field} of the {line} and nothing was changed. It can be {choice}: ask which, then call again",
    )


def needs_choice(error: errors.NeedsChoice) -> tuple[str, str]:
    line = speakable(error.line_name, 80)
    ask = error.ask or f"Which {error.field.replace('_', ' ')} would you like?"
    options = listing(error.options, "or")
    return (
        f"For the {line}: {ask}",
        f"The {line} still needs {error.field} ({options}). Ask the caller, set it with editCartItem, then try again",
    )


def quantity(error: errors.QuantityOutOfRange) -> tuple[str, str]:
    most = number(error.most)
    return (
        f"Sorry, I can only take between one and {most} of one thing. How many would you like?",
        f"The quantity must be 1 to {error.most}; nothing was changed. Ask how many the caller would like",
    )


def cart_full(error: errors.CartFull) -> tuple[str, str]:
    return (
        f"Sorry, that is more than the {counted(error.most, 'line', 'lines')} that one order can hold",
        "The cart is full and nothing was added. Place it with createOrder, or make room with removeCartItem",
    )


def call_too_large(_: errors.CallTooLarge) -> tuple[str, str]:
    return (
        "Sorry, this has become too much for one order",
        "The call holds more than is kept of one, and nothing was changed. Place the order with createOrder first",
    )


def cart_empty(_: errors.CartEmpty) -> tuple[str, str]:
    return (
        "There is nothing in your order yet. What would you like?",
        "The cart is empty. Ask what the caller would like and add it with quickAddItem",
    )


def no_such_line(error: errors.NoSuchLine) -> tuple[str, str]:
    if not error.count:
        return cart_empty(errors.CartEmpty())
    return (
        "Sorry, which one do you mean?",
        f"The cart has no line {error.index}: its lines are 0 to {error.count - 1}. "
        "Look at it with getCartState and use its index",
    )


def bad_arguments(error: errors.BadArguments) -> tuple[str, str]:
    problems = "; ".join(error.problems[:_MOST_NAMED]) or "the arguments could not be read"
    return (
        "Sorry, I didn't quite get that. Could you say it again?",
        f"The arguments can't be used, and nothing was changed: {problems}. Call the tool again with these put right",
    )


def unknown_tool(error: errors.UnknownTool) -> tuple[str, str]:
    instead = f"Use {error.nearest}" if error.nearest else "Use one of the tools that you were given"
    return (
        "Sorry, that is not something I can do",
        f"There is no tool named {speakable(error.name, 60) or 'that'}. {instead}",
    )
