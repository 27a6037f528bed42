"""Effects written as rows: an order placed or amended, its events, a text to send."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, bindparam, delete, insert, update

from kebabalab.db.encoding import milliseconds, order_text
from kebabalab.db.tables import day_counters, order_events, order_lines, orders, outbox, price_steps
from kebabalab.models.call import AmendOrder, Effect, PlaceOrder, QueueText
from kebabalab.models.order import Order, OrderEvent

_COUNT_UP = (
    update(day_counters)
    .where(day_counters.c.business_day == bindparam("day"), day_counters.c.last_number < bindparam("number"))
    .values(last_number=bindparam("number"))
)
_AMEND = update(orders).where(orders.c.id == bindparam("order"))
_DROP_LINES = delete(order_lines).where(order_lines.c.order_id == bindparam("order"))
_DROP_STEPS = delete(price_steps).where(price_steps.c.order_id == bindparam("order"))


def write_effect(connection: Connection, effect: Effect, call_key: str, now: dt.datetime) -> None:
    """Write one effect of a call in the transaction at hand."""
    if isinstance(effect, PlaceOrder):
        _place(connection, effect.order)
    elif isinstance(effect, AmendOrder):
        _amend(connection, effect.order)
        write_event(connection, effect.event)
    elif isinstance(effect, QueueText):
        _queue(connection, effect, call_key, now)


def write_event(connection: Connection, event: OrderEvent) -> None:
    """Record a change of an order."""
    connection.execute(
        insert(order_events),
        {
            "order_id": event.order_id,
            "at": milliseconds(event.at),
            "who": event.who,
            "what": event.what,
            "before": event.before,
            "after": event.after,
        },
    )


def _place(connection: Connection, order: Order) -> None:
    connection.execute(_COUNT_UP, {"day": order.number.day.isoformat(), "number": order.number.number})
    connection.execute(insert(orders), {"id": order.number.id, **_columns(order)})
    _write_lines(connection, order)
    write_event(
        connection,
        OrderEvent(order.number.id, order.placed_at, "caller", "placed", "", f"{order.status} {order.quote.total}"),
    )


def _amend(connection: Connection, order: Order) -> None:
    columns = _columns(order)
    # The kitchen's progress is not the caller's to set.
    del columns["status"]
    connection.execute(_AMEND.values(columns), {"order": order.number.id})
    connection.execute(_DROP_STEPS, {"order": order.number.id})
    connection.execute(_DROP_LINES, {"order": order.number.id})
    _write_lines(connection, order)


def _columns(order: Order) -> dict[str, object]:
    return {
        "shop_id": order.shop_id,
        "business_day": order.number.day.isoformat(),
        "number": order.number.number,
        "call_key": order.call_key,
        "status": str(order.status),
        "revision": order.revision,
        "customer_name": order.customer_name,
        "phone": order.phone,
        "notes": order.notes,
        "item_count": order.item_count,
        "subtotal_cents": order.quote.subtotal.cents,
        "surcharge_cents": order.quote.surcharge.cents,
        "tax_cents": order.quote.tax.cents,
        "total_cents": order.quote.total.cents,
        "pickup_at": milliseconds(order.pickup.at),
        "placed_at": milliseconds(order.placed_at),
        "menu_version": order.quote.menu_version,
        "fingerprint": order.fingerprint,
        "document": order_text(order),
    }


def _write_lines(connection: Connection, order: Order) -> None:
    lines, steps = [], []
    for position, line in enumerate(order.lines):
        quoted = order.quote.line(line.line.line_id)
        lines.append(
            {
                "order_id": order.number.id,
                "position": position,
                "item": line.line.item,
                "name": line.name,
                "quantity": line.line.quantity,
                "unit_cents": quoted.unit.cents if quoted is not None and quoted.unit is not None else 0,
                "total_cents": quoted.total.cents if quoted is not None and quoted.total is not None else 0,
                "details": "\n".join(line.details),
            }
        )
        for number, step in enumerate(quoted.steps if quoted is not None else ()):
            steps.append(
                {
                    "order_id": order.number.id,
                    "position": position,
                    "step": number,
                    "rule": step.rule,
                    "label": step.label,
                    "amount_cents": step.amount.cents,
                }
            )
    if lines:
        connection.execute(insert(order_lines), lines)
    if steps:
        connection.execute(insert(price_steps), steps)


def _queue(connection: Connection, text: QueueText, call_key: str, now: dt.datetime) -> None:
    moment = milliseconds(now)
    connection.execute(
        insert(outbox),
        {
            "kind": text.kind,
            "recipient": text.to,
            "body": text.body,
            "order_id": text.order_id,
            "call_key": call_key,
            "state": "pending",
            "attempts": 0,
            "due_at": moment,
            "queued_at": moment,
            "sent_at": None,
            "problem": "",
        },
    )
