"""Score sentences against their right answers, in this process: what examples over HTTP do with a server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kebabalab.language.lexicon import Lexicon
from kebabalab.language.understand import understand
from kebabalab.models.menu import Menu
from kebabalab.models.shop import Tax
from kebabalab.rules.choosing import choose
from kebabalab.rules.pricing import quote
from kebabalab.tools import cart_view
from tests.utterances import menu_judge
from tests.utterances.judge import cart_problem, parse_gold

Case = tuple[str, list[str]]
TAX = Tax("GST", 1, 11)


@dataclass(frozen=True, slots=True)
class Score:
    """How many cases were right, what was wrong, those sentences, and those that added what nobody asked for."""

    right: int
    cases: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    false_additions: tuple[str, ...]

    @property
    def rate(self) -> float:
        """The share of right cases."""
        return self.right / self.cases


def lines_of(said: str, menu: Menu, lexicon: Lexicon) -> list[dict[str, Any]]:
    """The cart lines that a sentence becomes, as the tools show them."""
    requests = understand(said, lexicon).requests
    lines = [replace(choose(request, menu), line_id=f"l{n}") for n, request in enumerate(requests)]
    quoted = quote(lines, menu, TAX)
    return [cart_view.line(n, line, menu, quoted) for n, line in enumerate(lines)]


def score_any(cases: Sequence[Case], menu: Menu, lexicon: Lexicon) -> Score:
    """As `score`, for any shop's menu. Raises ValueError for a right answer that the menu does not have."""
    wrong, missed, false = [], [], []
    for said, golds in cases:
        lines = [choose(request, menu) for request in understand(said, lexicon).requests]
        problem = menu_judge.cart_problem([menu_judge.parse_gold(gold, menu) for gold in golds], lines, menu)
        if problem is not None:
            wrong.append(f"{said!r}: {problem}")
            missed.append(said)
            if len(lines) > len(golds):
                false.append(said)
    return Score(len(cases) - len(wrong), len(cases), tuple(wrong), tuple(missed), tuple(false))


def score(cases: Sequence[Case], menu: Menu, lexicon: Lexicon) -> Score:
    """Read every sentence and compare its lines with the right ones."""
    wrong, missed, false = [], [], []
    for said, golds in cases:
        lines = lines_of(said, menu, lexicon)
        problem = cart_problem([parse_gold(gold) for gold in golds], lines)
        if problem is not None:
            wrong.append(f"{said!r}: {problem}")
            missed.append(said)
            if len(lines) > len(golds):
                false.append(said)
    return Score(len(cases) - len(wrong), len(cases), tuple(wrong), tuple(missed), tuple(false))
