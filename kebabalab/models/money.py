"""Money: whole cents, never a float."""

from __future__ import annotations

import re
from dataclasses import dataclass

_AMOUNT = re.compile(r"(?P<dollars>\d{1,7})(?:\.(?P<cents>\d{1,2}))?")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in whole cents of the shop's currency. Raises TypeError for anything but an int."""

    cents: int

    def __post_init__(self) -> None:
        # bool is an int: a flag taken for an amount would be one cent.
        if type(self.cents) is not int:
            raise TypeError(f"money is whole cents, not {type(self.cents).__name__}")

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read "12", "12.5" or "12.50". Raises ValueError otherwise."""
        found = _AMOUNT.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"not an amount of money: {text!r}")
        return cls(int(found["dollars"]) * 100 + int((found["cents"] or "0").ljust(2, "0")))

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents)

    def __sub__(self, other: Money) -> Money:
        return Money(self.cents - other.cents)

    def __mul__(self, times: int) -> Money:
        if type(times) is not int:
            raise TypeError(f"money is multiplied by an int, not {type(times).__name__}")
        return Money(self.cents * times)

    def __bool__(self) -> bool:
        return self.cents != 0

    def __str__(self) -> str:
        sign, cents = ("-", -self.cents) if self.cents < 0 else ("", self.cents)
        return f"{sign}{cents // 100}.{cents % 100:02d}"

    @property
    def amount(self) -> float:
        """The amount as JSON shows it, two decimals: for output only, nothing is computed with it."""
        return self.cents / 100


ZERO = Money(0)


def total(amounts: list[Money] | tuple[Money, ...]) -> Money:
    """The sum of the amounts; zero for none."""
    return Money(sum(amount.cents for amount in amounts))
