"""What is said after the cart was changed: what is new, what to ask, what we don't have, and the total so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kebabalab.language import say
from kebabalab.language.understand import NotUnderstood
from kebabalab.models.call import CallState
from kebabalab.models.facts import Facts
from kebabalab.models.item import LineItem
from kebabalab.models.quote import Quote
from kebabalab.rules.choosing import needs
from kebabalab.tools.quoting import quote_cart

EMPTY = "There is nothing in the order yet. What would you like?"
# A caller keeps two questions in mind, not five.
_MOST_QUESTIONS = 2
_MOST_MISSING = 2
_MOST_NEAREST = 3


def added_words(lines: Sequence[LineItem], facts: Facts) -> str:
    """What was added, as it is read back."""
    return f"Added {say.listing(say.lines(lines, facts.menu))}"


def questions(lines: Iterable[LineItem], facts: Facts) -> list[str]:
    """What to ask about choices that are open, each said of its line."""
    asked: list[str] = []
    for line in lines:
        for need in needs(line, facts.menu):
            asked.append(f"For the {called(line, facts)}: {_uncapitalised(need.ask or need.field)}")
    return asked[:_MOST_QUESTIONS]


def called(line: LineItem, facts: Facts) -> str:
    """What one piece of the line is called."""
    return say.summary((replace(line, quantity=1),), facts.menu).removeprefix("one ")


def _uncapitalised(question: str) -> str:
    """A question after a colon; names keep their capitals."""
    first = question.split(" ", 1)[0]
    return question[:1].lower() + question[1:] if first[:1].isupper() and first[1:].islower() else question


def missing_words(lost: Sequence[NotUnderstood]) -> list[str]:
    """What we don't have, with the nearest things that we do."""
    told = []
    for one in lost[:_MOST_MISSING]:
        if one.undecided:
            told.append(which_one(one))
            continue
        nearest = say.listing([say.speakable(name, 60) for name in one.nearest[:_MOST_NEAREST]], "or")
        instead = f", but we have {nearest}" if nearest else ""
        told.append(f"We don't have {say.speakable(one.words, 60) or 'that'}{instead}")
    return told


def which_one(undecided: NotUnderstood) -> str:
    """The question to a caller who named several things and wants one."""
    return f"Which would you like, the {say.listing([say.speakable(one, 60) for one in undecided.nearest], 'or the')}?"


def total_words(quote: Quote, standing: str = "so far") -> str:
    """The total in words, "" while nothing has a price."""
    return f"That's {say.money(quote.total)} {standing}".strip() if quote.total else ""


def left_words(state: CallState, facts: Facts) -> str:
    """The total after a change, or that nothing is left; "" where a placed order is told of with its total."""
    if state.placed is not None:
        return ""
    return total_words(quote_cart(state, facts)) if state.cart.lines else "There is nothing left in the order"


def as_rows(lost: Iterable[NotUnderstood]) -> list[dict[str, object]]:
    """What was not understood, for the assistant."""
    return [{"words": one.words, "nearest": list(one.nearest)} for one in lost]
