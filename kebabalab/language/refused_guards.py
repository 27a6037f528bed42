"""Refusals of what a person is to decide, and of texts that don't go out: (what is said, what comes next)."""

from __future__ import annotations

from kebabalab.language.say_values import counted, money, number, sentence
from kebabalab.models import guards

_NOT_AGAIN = "Don't call this tool again; say what the caller wants to know instead"


def for_a_person(error: guards.ForAPerson) -> tuple[str, str]:
    return _handed_over(error, "Sorry, I can't take this order myself", "This order needs a person of the shop")


def order_too_big(error: guards.OrderTooBig) -> tuple[str, str]:
    return _too_much(error, money(error.limit), f"The total is above the shop's limit of {error.limit}")


def too_much_of_one(error: guards.TooMuchOfOne) -> tuple[str, str]:
    return _too_much(error, f"{number(error.most)} of one thing", f"More than {error.most} of one thing are in it")


def too_many_pieces(error: guards.TooManyPieces) -> tuple[str, str]:
    return _too_much(error, counted(error.most, "item", "items"), f"More than {error.most} items are in it")


def caller_blocked(error: guards.CallerBlocked) -> tuple[str, str]:
    return _handed_over(
        error,
        "Sorry, I can't do that for this number myself",
        "Only a person of the shop takes orders of this number or has texts sent to it. Questions can be answered",
    )


def not_fetched_before(error: guards.NotFetchedBefore) -> tuple[str, str]:
    return _handed_over(
        error,
        "Sorry, I can't take this order myself",
        "Earlier orders of this number were not fetched, so a person of the shop decides. Don't reproach the caller",
    )


def no_texts_abroad(_: guards.NoTextsAbroad) -> tuple[str, str]:
    return (
        "Sorry, I can't send texts to numbers of other countries",
        f"The shop sends no texts to that country. {_NOT_AGAIN}",
    )


def wants_no_texts(_: guards.WantsNoTexts) -> tuple[str, str]:
    return (
        "Sorry, I can't send a text, because this number has asked us for no more texts",
        "The owner of the number has sent STOP; texts come again once START is sent from it to the number that texts "
        f"came from. {_NOT_AGAIN}",
    )


def texts_used_up(_: guards.TextsUsedUp) -> tuple[str, str]:
    return (
        "Sorry, I can't send any more texts today",
        f"The texts of a day are used up. {_NOT_AGAIN}",
    )


def _too_much(error: guards.ForAPerson, most: str, why: str) -> tuple[str, str]:
    said, told = _handed_over(
        error, f"Sorry, by phone I take orders up to {most} only, so somebody from the shop has to take this one", why
    )
    return said, f"{told}. If they want less instead, take it off with removeCartItem or editCartItem"


def _handed_over(error: guards.ForAPerson, said: str, why: str) -> tuple[str, str]:
    """The words of a refusal, with the way to a person: put through, or the number to ring."""
    why = f"{why}. Nothing was placed or changed; don't send the same call again"
    ring = f"ring the shop on {_digits(error.ring)}" if error.ring else "ask at the shop"
    if error.puts_through:
        return (
            f"{sentence(said)} I'll put you through",
            f"{why}. Say so and call transferCall in the same turn; if that can't be done, ask them to {ring}",
        )
    return f"{sentence(said)} Please {ring}", f"{why}. Ask the caller to {ring}"


def _digits(phone: str) -> str:
    """A phone number digit by digit, with a pause between its groups: "03 70" is "zero three, seven zero"."""
    groups = "".join(char if char.isdecimal() else " " for char in phone).split()
    return ", ".join(" ".join(number(int(digit)) for digit in group) for group in groups)
