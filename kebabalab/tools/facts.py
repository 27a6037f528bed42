"""Facts as the tools get them: what was read from outside, the menu's words, and the cart as the message found it."""

from __future__ import annotations

from dataclasses import dataclass

from kebabalab.language.lexicon import Lexicon
from kebabalab.models import facts
from kebabalab.models.call import CallState
from kebabalab.models.errors import NoSuchLine
from kebabalab.models.item import LineItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(facts.Facts):
    """The facts of models.facts, with the lexicon of the menu.

    `line_ids` are the ids of the cart's lines when the message arrived: an itemIndex of any of its tool calls counts
    these (contract, The webhook).
    """

    lexicon: Lexicon
    line_ids: tuple[str, ...] = ()

    def line_at(self, index: int, state: CallState) -> LineItem:
        """The line that an itemIndex means, -1 being the last. Raises NoSuchLine, also when the line has gone since.

        Lines that were added in the same message come after those that it found.
        """
        added = tuple(line.line_id for line in state.cart.lines if line.line_id not in self.line_ids)
        known = (*self.line_ids, *added)
        if not -1 <= index < len(known) or not known:
            raise NoSuchLine(index, len(state.cart.lines))
        line_id = known[index]
        found = state.cart.index_of(line_id)
        if found is None:
            raise NoSuchLine(index, len(state.cart.lines))
        return state.cart.lines[found]
