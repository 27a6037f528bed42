"""The cart's price as of now: the menu, the tax and today's surcharge brought together for rules.pricing."""

from __future__ import annotations

from kebabalab.models.call import CallState
from kebabalab.models.facts import Facts
from kebabalab.models.quote import Quote
from kebabalab.rules.pricing import Surcharge, quote

SURCHARGE_LABEL = "public holiday surcharge"


def quote_cart(state: CallState, facts: Facts) -> Quote:
    """The price of the call's cart; the surcharge is in it on a public holiday when the shop has switched it on."""
    return quote(state.cart.lines, facts.menu, facts.shop.tax, surcharge_of(facts))


def surcharge_of(facts: Facts) -> Surcharge | None:
    """Today's surcharge, None on most days (ordering rules, Hours)."""
    if not (facts.holiday and facts.shop.surcharge.on):
        return None
    return Surcharge(SURCHARGE_LABEL, facts.shop.surcharge.percent)
