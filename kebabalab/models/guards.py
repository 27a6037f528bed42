"""Errors of the guards against fraud and nuisance: what a person is to decide, and texts that don't go out.

OrderingError
  ForAPerson                  somebody of the shop is to take it, or not
    OrderTooBig               above what the shop takes by phone
    TooMuchOfOne              more of one thing than it does
    TooManyPieces             more things in all than it does
    CallerBlocked             a number that only a person takes orders of
    NotFetchedBefore          too many orders of this number that nobody fetched
  NoTextsAbroad               a number of a country that the shop sends no texts to
  WantsNoTexts                a number whose owner has asked for no more texts
  TextsUsedUp                 enough texts for one day
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kebabalab.models.errors import OrderingError
from kebabalab.models.money import Money


@dataclass
class ForAPerson(OrderingError):
    """Nothing was placed: somebody of the shop is to decide.

    `ring` is the shop's number, E.164; `puts_through` whether a caller can be put through to somebody.
    """

    ring: str = field(default="", kw_only=True)
    puts_through: bool = field(default=False, kw_only=True)


@dataclass
class OrderTooBig(ForAPerson):
    """The total is above `limit`, what the shop takes by phone."""

    limit: Money


@dataclass
class TooMuchOfOne(ForAPerson):
    """More than `most` of one and the same thing are ordered."""

    most: int


@dataclass
class TooManyPieces(ForAPerson):
    """More than `most` things are ordered in all."""

    most: int


@dataclass
class CallerBlocked(ForAPerson):
    """The caller's number, or the one that is ordered for, is on the shop's block list."""


@dataclass
class NotFetchedBefore(ForAPerson):
    """As many orders of this number as the shop's limit were not fetched."""


class NoTextsAbroad(OrderingError):
    """The number belongs to a country that the shop sends no texts to."""


class WantsNoTexts(OrderingError):
    """The owner of the number has asked for no more texts."""


class TextsUsedUp(OrderingError):
    """As many texts as the shop sends in a day, to this number or to all, have been sent."""
