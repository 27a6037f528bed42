"""Every refusal is worded: speakable for the caller, and with the next step for the assistant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kebabalab.language import say
from kebabalab.language.refusals import _WORDED
from kebabalab.models import errors, guards
from kebabalab.models.errors import OrderingError
from kebabalab.models.money import Money
from tests.sandwich_bar import NOW

SIX_THIRTY = NOW + dt.timedelta(minutes=30)
TOMORROW = NOW + dt.timedelta(hours=17)

RAISED: tuple[tuple[OrderingError, str, str], ...] = (
    (
        errors.NotOnTheMenu("a big pie", ("Small Roll", "Éclair")),
        "Sorry, we don't have a big pie. Would you like Small Roll or Éclair?",
        "quickAddItem",
    ),
    (
        errors.NotOnTheMenu("pie"),
        "Sorry, we don't have pie. Is there something else you would like?",
        "quickAddItem",
    ),
    (
        errors.SoldOut("rocket on the Large Ham Roll", "Large Ham Roll", 1),
        "Sorry, we have just run out of rocket on the Large Ham Roll. What would you like instead?",
        "line 1",
    ),
    (
        errors.NotAChoice("Roll", "filling", "brick", ("ham", "egg")),
        "Sorry, we don't do brick for the Roll. Would you like ham or egg?",
        "ham or egg",
    ),
    (
        errors.NotAChoice("Roll", "filling", "brick", ("a", "b", "c", "d", "e", "f")),
        "Sorry, we don't do brick for the Roll. Would you like a, b, c, d or something else?",
        "a, b, c, d, e or f",
    ),
    (errors.NotAChoice("Roll", "price", "0"), "Sorry, we can't do that with the Roll.", "getCartState"),
    (
        errors.NeedsChoice("Ham Roll", "size", ("small", "large"), "Small or large?"),
        "For the Ham Roll: Small or large?",
        "editCartItem",
    ),
    (
        errors.QuantityOutOfRange(500, 50),
        "Sorry, I can only take between one and fifty of one thing. How many would you like?",
        "1 to 50",
    ),
    (errors.CartFull(50), "Sorry, that is more than the fifty lines that one order can hold.", "createOrder"),
    (errors.CallTooLarge(), "Sorry, this has become too much for one order.", "createOrder"),
    (errors.CartEmpty(), "There is nothing in your order yet. What would you like?", "quickAddItem"),
    (errors.NoSuchLine(7, 2), "Sorry, which one do you mean?", "0 to 1"),
    (errors.NoSuchLine(0, 0), "There is nothing in your order yet. What would you like?", "quickAddItem"),
    (
        errors.BadArguments(("itemIndex: a whole number is needed",)),
        "Sorry, I didn't quite get that. Could you say it again?",
        "itemIndex: a whole number is needed",
    ),
    (errors.UnknownTool("orderPizza"), "Sorry, that is not something I can do.", "orderPizza"),
    (errors.PickupMissing(), "When would you like to pick it up?", "setPickupTime"),
    (
        errors.PickupPassed(NOW, SIX_THIRTY),
        "Sorry, six pm has passed by now. The earliest is six thirty pm. Is that fine?",
        "setPickupTime",
    ),
    (
        errors.PickupRefused("too_early", NOW, SIX_THIRTY),
        "Sorry, we can't have it ready by six pm. The earliest is six thirty pm. Does that suit you?",
        "setPickupTime",
    ),
    (
        errors.PickupRefused("closed", SIX_THIRTY, TOMORROW),
        "Sorry, we are closed on Monday at six thirty pm. "
        "The nearest time is Tuesday at eleven am. Does that suit you?",
        "setPickupTime",
    ),
    (
        errors.PickupRefused("too_far", TOMORROW, None),
        "Sorry, that is too far ahead for us. Which other time would suit you?",
        "setPickupTime",
    ),
    (
        errors.TimeNotUnderstood("when the cows come home"),
        "Sorry, I didn't get the time. When would you like to pick it up?",
        "setPickupTime",
    ),
    (errors.NameRefused(""), "What name is the order for?", "customerName"),
    (errors.NameRefused("R2D2"), "Sorry, I didn't get your name. What name is the order for?", "createOrder"),
    (errors.PhoneRefused(missing=True), "What is your phone number?", "withheld"),
    (
        errors.PhoneRefused(),
        "Sorry, that number doesn't seem to be complete. Could you say your phone number again?",
        "digit by digit",
    ),
    (
        errors.NotesRefused(),
        "Sorry, that note is too long for the kitchen. Could you say it in a few words?",
        "300",
    ),
    (
        guards.ForAPerson(),
        "Sorry, I can't take this order myself. Please ask at the shop.",
        "Ask the caller to ask at the shop",
    ),
    (
        guards.OrderTooBig(Money(20000), ring="03 7010 1234", puts_through=True),
        "Sorry, by phone I take orders up to two hundred dollars only, so somebody from the shop has to take this one. "
        "I'll put you through.",
        "200.00",
    ),
    (
        guards.OrderTooBig(Money(20000), ring="03 7010 1234", puts_through=True),
        "Sorry, by phone I take orders up to two hundred dollars only, so somebody from the shop has to take this one. "
        "I'll put you through.",
        "call transferCall in the same turn; if that can't be done, ask them to ring the shop on zero three, "
        "seven zero one zero, one two three four",
    ),
    (
        guards.TooMuchOfOne(40, ring="0491 570 006"),
        "Sorry, by phone I take orders up to forty of one thing only, so somebody from the shop has to take this one. "
        "Please ring the shop on zero four nine one, five seven zero, zero zero six.",
        "removeCartItem",
    ),
    (
        guards.TooManyPieces(100, puts_through=True),
        "Sorry, by phone I take orders up to one hundred items only, so somebody from the shop has to take this one. "
        "I'll put you through.",
        "More than 100 items",
    ),
    (
        guards.CallerBlocked(puts_through=True),
        "Sorry, I can't do that for this number myself. I'll put you through.",
        "transferCall",
    ),
    (
        guards.NotFetchedBefore(ring="0491 570 006"),
        "Sorry, I can't take this order myself. "
        "Please ring the shop on zero four nine one, five seven zero, zero zero six.",
        "not fetched",
    ),
    (guards.NoTextsAbroad(), "Sorry, I can't send texts to numbers of other countries.", "that country"),
    (
        guards.WantsNoTexts(),
        "Sorry, I can't send a text, because this number has asked us for no more texts.",
        "START",
    ),
    (guards.TextsUsedUp(), "Sorry, I can't send any more texts today.", "Don't call this tool again"),
    (
        errors.KitchenHasBegun("#047"),
        "Order number forty seven is being made already, so I can't change it. Shall I start a new order for the rest?",
        "clearCart",
    ),
    (errors.NothingPlaced(), "There is no order to send a receipt for yet.", "createOrder"),
    (
        errors.NotYourOrder(),
        "Sorry, I can only repeat orders of the number that you are calling from. What would you like?",
        "private",
    ),
    (errors.NoHistory(), "I can't find an earlier order of yours. What would you like?", "quickAddItem"),
    (
        errors.NotYourNumber(),
        "Sorry, I can only send texts to the number that you are calling from.",
        "without phoneNumber",
    ),
    (
        errors.TakesNoTexts("+61255501234"),
        "Sorry, that number is a landline, and it can't get texts.",
        "landline",
    ),
    (errors.TooManyTexts(5), "Sorry, I can't send any more texts in this call.", "Don't call this tool again"),
    (errors.NoMenuLink(), "Sorry, our menu is not online, but I can tell you what we have.", "no page"),
)


def kinds(root: type[OrderingError] = OrderingError) -> Iterator[type[OrderingError]]:
    """The whole tree under a kind of error."""
    for kind in root.__subclasses__():
        if kind.__module__.startswith("kebabalab."):
            yield kind
            yield from kinds(kind)


@pytest.mark.parametrize(
    ("error", "message", "step"), RAISED, ids=[f"{type(error).__name__}-{n}" for n, (error, _, _) in enumerate(RAISED)]
)
def test_a_refusal_says_what_is_wrong_and_what_comes_next(error: OrderingError, message: str, step: str) -> None:
    refusal = say.refusal(error)
    assert refusal.message == message
    assert step in refusal.error


def test_every_refusal_that_there_is_has_words_of_its_own() -> None:
    assert {kind for kind in kinds() if kind not in _WORDED} == set()


def test_every_refusal_that_there_is_is_shown_here() -> None:
    assert set(kinds()) == {type(error) for error, _, _ in RAISED}


def test_a_refusal_not_thought_of_says_nothing_of_itself() -> None:
    class Strange(OrderingError):
        """Not in the table."""

    refusal = say.refusal(Strange("SELECT * FROM orders"))
    assert refusal.message == "Sorry, I can't do that. Is there something else I can do?"
    assert "SELECT" not in refusal.error


def test_a_store_that_does_not_answer_is_a_moment_to_wait() -> None:
    assert say.refusal(errors.StoreUnavailable("disk full")).message == "One moment, please say that again."


def test_a_server_without_room_says_so() -> None:
    assert "lines are busy" in say.refusal(errors.TooManyCalls()).message


@given(st.text(max_size=300))
def test_what_a_caller_said_never_makes_a_refusal_unspeakable(words: str) -> None:
    for error in (errors.NotOnTheMenu(words, (words,)), errors.TimeNotUnderstood(words), errors.UnknownTool(words)):
        refusal = say.refusal(error)
        assert not set(refusal.message) & set("|<>{}[]()*#$\n\r\\/")
        assert "\n" not in refusal.error
