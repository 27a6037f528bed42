"""Orders: which state may follow which (ordering rules, Orders)."""

from __future__ import annotations

from kebabalab.models.order import Status

_NEXT = {
    Status.RECEIVED: frozenset((Status.PREPARING, Status.NO_SHOW, Status.CANCELLED)),
    Status.PREPARING: frozenset((Status.READY, Status.NO_SHOW, Status.CANCELLED)),
    Status.READY: frozenset((Status.COLLECTED, Status.NO_SHOW, Status.CANCELLED)),
    Status.COLLECTED: frozenset[Status](),
    # Some come late, after all.
    Status.NO_SHOW: frozenset((Status.COLLECTED, Status.CANCELLED)),
    Status.CANCELLED: frozenset[Status](),
}


def can_become(before: Status, after: Status) -> bool:
    """Whether an order in the one state may go to the other."""
    return after in _NEXT[before]
