"""What a cart costs, and why: kept with the order, never computed again."""

from __future__ import annotations

from dataclasses import dataclass

from kebabalab.models.money import Money


@dataclass(frozen=True, slots=True)
class PriceStep:
    """One stage of a line's price: `rule` is base, option, helping, deal, or side; `label` says what for."""

    rule: str
    label: str
    amount: Money


@dataclass(frozen=True, slots=True)
class LineQuote:
    """The price of one line. `unit` and `total` are None while the line still needs a choice."""

    line_id: str
    quantity: int
    unit: Money | None
    total: Money | None
    steps: tuple[PriceStep, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of a cart. `subtotal` is the sum of the priced lines; `tax` is what `total` contains of it."""

    lines: tuple[LineQuote, ...]
    subtotal: Money
    surcharge: Money
    surcharge_label: str
    tax: Money
    total: Money
    menu_version: str

    def line(self, line_id: str) -> LineQuote | None:
        """The quote of one line, or None."""
        return next((line for line in self.lines if line.line_id == line_id), None)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A deal that the cart's lines could become, and what that saves."""

    deal: str
    name: str
    line_ids: tuple[str, ...]
    saves: Money
