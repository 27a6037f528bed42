"""Public holidays of the shop's state, with the days that the shop adds or takes out."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from kebabalab.models.shop import HolidaySurcharge


def is_public_holiday(surcharge: HolidaySurcharge, day: dt.date) -> bool:
    """Whether the day is a public holiday where the shop is; its own `not_on` and `dates` come first.

    False for every day but its own where no calendar of that country or state is known.
    """
    if day in surcharge.not_on:
        return False
    return day in surcharge.dates or day in _calendar(surcharge.country, surcharge.subdivision, day.year)


@lru_cache(maxsize=16)
def _calendar(country: str, subdivision: str, year: int) -> frozenset[dt.date]:
    # Imported late: it takes a tenth of a second, and most shops have no surcharge.
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, subdiv=subdivision or None, years=year))
    except NotImplementedError:
        return frozenset()


def is_known(country: str, subdivision: str) -> bool:
    """Whether there is a calendar of public holidays for this country and state."""
    import holidays

    states = holidays.list_supported_countries().get(country)
    return states is not None and (not subdivision or subdivision in states)
