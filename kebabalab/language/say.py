"""What is said aloud: the one door to amounts, times, lists, lines, orders and refusals in words."""

from kebabalab.language.refusals import Refusal, refusal
from kebabalab.language.say_lines import details, equal_merged, line, lines, order, summary, title
from kebabalab.language.say_values import (
    clock,
    counted,
    listing,
    money,
    number,
    on_day,
    order_number,
    sentence,
    sentences,
    shown_clock,
    speakable,
    when,
)

__all__ = [
    "Refusal",
    "clock",
    "counted",
    "details",
    "equal_merged",
    "line",
    "lines",
    "listing",
    "money",
    "number",
    "on_day",
    "order",
    "order_number",
    "refusal",
    "sentence",
    "sentences",
    "shown_clock",
    "speakable",
    "summary",
    "title",
    "when",
]
