"""The cart: lines in the order they were added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kebabalab.models.errors import CartFull, NoSuchLine, QuantityOutOfRange
from kebabalab.models.item import LineItem

MAX_LINES = 50
MAX_QUANTITY = 50


@dataclass(frozen=True, slots=True)
class Cart:
    """Lines with ids that are never used twice in one call."""

    lines: tuple[LineItem, ...] = ()
    next_id: int = 1

    @property
    def item_count(self) -> int:
        """How many pieces, over all lines."""
        return sum(line.quantity for line in self.lines)

    def add(self, lines: Iterable[LineItem]) -> Cart:
        """The cart with these lines at its end, each given a fresh id. Raises CartFull, QuantityOutOfRange."""
        cart = self
        for line in lines:
            check_quantity(line.quantity)
            if len(cart.lines) >= MAX_LINES:
                raise CartFull(MAX_LINES)
            named = replace(line, line_id=f"l{cart.next_id}")
            cart = Cart((*cart.lines, named), cart.next_id + 1)
        return cart

    def at(self, index: int) -> LineItem:
        """The line at this place, counted from 0. Raises NoSuchLine."""
        if not 0 <= index < len(self.lines):
            raise NoSuchLine(index, len(self.lines))
        return self.lines[index]

    def index_of(self, line_id: str) -> int | None:
        """Where the line with this id stands, or None."""
        return next((n for n, line in enumerate(self.lines) if line.line_id == line_id), None)

    def with_line(self, changed: LineItem) -> Cart:
        """The cart with the line of the same id replaced. Raises QuantityOutOfRange."""
        check_quantity(changed.quantity)
        return replace(self, lines=tuple(changed if line.line_id == changed.line_id else line for line in self.lines))

    def without(self, line_id: str) -> Cart:
        """The cart less one line."""
        return replace(self, lines=tuple(line for line in self.lines if line.line_id != line_id))

    def emptied(self) -> Cart:
        """No lines, but ids go on counting."""
        return replace(self, lines=())


def check_quantity(quantity: int) -> None:
    """Raise QuantityOutOfRange unless 1 to MAX_QUANTITY (ordering rules, What words mean, 5)."""
    if not 1 <= quantity <= MAX_QUANTITY:
        raise QuantityOutOfRange(quantity, MAX_QUANTITY)
