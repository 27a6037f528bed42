"""What every store of calls promises alike: how large, how long, and what counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kebabalab.models.order import Order, OrderEvent, PastOrder, Status

MOST_BYTES = 64 * 1024
# How long a store that went away while it was told something is asked what became of that. With what came before it
# well inside the 20 that VAPI waits.
SECONDS_TO_SETTLE = 6.0
SECONDS_BETWEEN_LOOKS = 0.2
WAITING = (Status.RECEIVED, Status.PREPARING)
# An order whose pickup time is long past has been made, whether or not anybody said so; one for tomorrow does not
# keep the kitchen busy now.
OVERDUE = dt.timedelta(minutes=30)
AHEAD = dt.timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Use:
    """When a call was last used, and when it ended, None while it goes on."""

    used_at: dt.datetime
    closed_at: dt.datetime | None = None

    def is_expired(self, now: dt.datetime, lifetime: dt.timedelta) -> bool:
        """Whether nobody used it for longer than a call lives."""
        return self.used_at + lifetime < now

    def is_live(self, now: dt.datetime, lifetime: dt.timedelta) -> bool:
        """Whether it counts among the calls that go on."""
        return self.closed_at is None and not self.is_expired(now, lifetime)

    def holds(self, sent_at: dt.datetime | None, now: dt.datetime, lifetime: dt.timedelta) -> bool:
        """Whether a message belongs to what is kept; otherwise the call begins anew.

        Messages come out of order: one that was sent before the call ended still belongs to it.
        """
        if self.is_expired(now, lifetime):
            return False
        return self.closed_at is None or (sent_at is not None and sent_at <= self.closed_at)


def past(order: Order, status: Status) -> PastOrder:
    """As much of an order as a later conversation needs."""
    return PastOrder(
        order.number,
        status,
        order.placed_at,
        order.customer_name,
        order.quote.total.cents,
        order.item_count,
        order.lines,
        order.quote,
    )


def placed_event(order: Order) -> OrderEvent:
    """The first event of an order."""
    return OrderEvent(
        order.number.id, order.placed_at, "caller", "placed", "", f"{order.status}, total {order.quote.total}"
    )
