"""Refusals about times, people and placed orders: (what the caller is told, what the assistant does next)."""

from __future__ import annotations

from kebabalab.language.say_values import clock, number, on_day, speakable
from kebabalab.models import errors


def pickup_missing(_: errors.PickupMissing) -> tuple[str, str]:
    return (
        "When would you like to pick it up?",
        "No pickup time is agreed yet. Ask for it and call setPickupTime, then createOrder again",
    )


def pickup_passed(error: errors.PickupPassed) -> tuple[str, str]:
    instead = clock(error.earliest)
    if error.at.date() != error.earliest.date():
        instead = on_day(error.earliest)
    return (
        f"Sorry, {clock(error.at)} has passed by now. The earliest is {instead}. Is that fine?",
        f"The agreed pickup time has passed; the earliest is {error.earliest.isoformat()}. "
        "Agree on a new one, call setPickupTime, then createOrder again",
    )


def pickup_refused(error: errors.PickupRefused) -> tuple[str, str]:
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


def time_not_understood(error: errors.TimeNotUnderstood) -> tuple[str, str]:
    words = speakable(error.words, 60) or "nothing"
    return (
        "Sorry, I didn't get the time. When would you like to pick it up?",
        f"No time was understood in: {words}. Ask again and call setPickupTime with the caller's words, "
        "such as: in twenty minutes, six thirty pm, as soon as possible",
    )


def name_refused(error: errors.NameRefused) -> tuple[str, str]:
    if not error.name:
        return (
            "What name is the order for?",
            "The caller's name is missing or made up. Ask for it, then call createOrder with customerName",
        )
    return (
        "Sorry, I didn't get your name. What name is the order for?",
        "customerName is not a name of up to sixty letters. Ask for it, then call createOrder again",
    )


def phone_refused(error: errors.PhoneRefused) -> tuple[str, str]:
    if error.missing:
        return (
            "What is your phone number?",
            "The caller's number is withheld and none was given. Ask for it and pass it when you call this tool again",
        )
    return (
        "Sorry, that number doesn't seem to be complete. Could you say your phone number again?",
        "The phone number is not a valid one. Ask for it again, digit by digit, and call this tool again",
    )


def notes_refused(_: errors.NotesRefused) -> tuple[str, str]:
    return (
        "Sorry, that note is too long for the kitchen. Could you say it in a few words?",
        "notes takes up to 300 characters of plain text. Shorten it and call createOrder again",
    )


def kitchen_has_begun(error: errors.KitchenHasBegun) -> tuple[str, str]:
    digits = error.display.lstrip("#")
    name = f"Order number {number(int(digits))}" if digits.isdecimal() else "That order"
    return (
        f"{name} is being made already, so I can't change it. Shall I start a new order for the rest?",
        f"{name} can't be changed any more, and nothing was changed. For a new order call clearCart first, "
        "then quickAddItem, setPickupTime and createOrder",
    )


def nothing_placed(_: errors.NothingPlaced) -> tuple[str, str]:
    return (
        "There is no order to send a receipt for yet",
        "No order was placed in this call and none is known of this number. Call createOrder first",
    )


def not_your_order(_: errors.NotYourOrder) -> tuple[str, str]:
    return (
        "Sorry, I can only repeat orders of the number that you are calling from. What would you like?",
        "That number does not belong to this call, and its orders stay private. Take the order with quickAddItem",
    )


def no_history(_: errors.NoHistory) -> tuple[str, str]:
    return (
        "I can't find an earlier order of yours. What would you like?",
        "This number has no earlier order. Take the order with quickAddItem",
    )


def not_your_number(_: errors.NotYourNumber) -> tuple[str, str]:
    return (
        "Sorry, I can only send texts to the number that you are calling from",
        "Texts go only to the caller's number, or one that an order was placed for in this call. "
        "Call the tool again without phoneNumber",
    )


def takes_no_texts(_: errors.TakesNoTexts) -> tuple[str, str]:
    return (
        "Sorry, that number is a landline, and it can't get texts",
        "Texts can't be sent to a landline. Say what the caller wants to know instead",
    )


def too_many_texts(_: errors.TooManyTexts) -> tuple[str, str]:
    return (
        "Sorry, I can't send any more texts in this call",
        "The texts of this call are used up. Don't call this tool again; say what the caller wants to know instead",
    )


def no_menu_link(_: errors.NoMenuLink) -> tuple[str, str]:
    return (
        "Sorry, our menu is not online, but I can tell you what we have",
        "The shop has no page with its menu. Don't call this tool again; answer the caller's questions instead",
    )
