"""What a person of the shop is to decide instead of the kitchen's getting it: too much, blocked, never fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kebabalab.language import say
from kebabalab.models.facts import Facts
from kebabalab.models.guards import (
    CallerBlocked,
    ForAPerson,
    NotFetchedBefore,
    OrderTooBig,
    TooManyPieces,
    TooMuchOfOne,
)
from kebabalab.models.item import LineItem
from kebabalab.models.money import Money
from kebabalab.models.shop import Shop
from kebabalab.validators import people


def refuse_absurd(lines: Sequence[LineItem], total: Money, facts: Facts) -> None:
    """Raise OrderTooBig, TooMuchOfOne or TooManyPieces for what is over the shop's limits.

    Lines with the same content count as one: a line split in two is no smaller.
    """
    shop, limits = facts.shop, facts.shop.limits
    if shop.order_limit is not None and total > shop.order_limit:
        raise handed_over(OrderTooBig(shop.order_limit), shop)
    if any(line.quantity > limits.quantity for line in say.equal_merged(lines)):
        raise handed_over(TooMuchOfOne(limits.quantity), shop)
    if sum(line.quantity for line in lines) > limits.pieces:
        raise handed_over(TooManyPieces(limits.pieces), shop)


def refuse_numbers(phones: Iterable[str], facts: Facts) -> None:
    """Raise CallerBlocked or NotFetchedBefore for any of these E.164 numbers, the caller's and the order's."""
    refused = needs_person(phones, facts)
    if refused is not None:
        raise refused


def needs_person(phones: Iterable[str], facts: Facts) -> ForAPerson | None:
    """Why only a person takes orders of these E.164 numbers; None where the kitchen gets them."""
    several = [facts.of_number(phone) for phone in phones if phone]
    if any(one.blocked for one in several):
        return handed_over(CallerBlocked(), facts.shop)
    if any(one.no_shows >= facts.shop.limits.no_shows for one in several):
        return handed_over(NotFetchedBefore(), facts.shop)
    return None


def handed_over(refused: ForAPerson, shop: Shop) -> ForAPerson:
    """The refusal with the way to a person: put through where the shop has somebody for that, else its number."""
    refused.ring, refused.puts_through = people.local(shop.phone, shop.country), bool(shop.transfer_to)
    return refused
