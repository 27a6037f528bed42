"""Effects written as rows: an order placed or amended, its events, a text to send."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import Connection, bindparam, case, delete, insert, update
from sqlalchemy.exc import IntegrityError

from kebabalab.db.encoding import milliseconds, order_text
from kebabalab.db.engines import make_last
from kebabalab.db.outbox import DEAD, PENDING, REPLACED, SENT
from kebabalab.db.promises import placed_event
from kebabalab.db.statements import values_of
from kebabalab.db.tables import IS_OF_ORDER, day_counters, order_events, order_lines, orders, outbox, price_steps
from kebabalab.db.vault import vault_of
from kebabalab.db.vault_columns import EVENTS, LINES, ORDERS, TEXTS
from kebabalab.models.call import AmendOrder, Effect, PlaceOrder, QueueText
from kebabalab.models.errors import NoSuchOrder, OrderExists
from kebabalab.models.order import Order, OrderEvent
from kebabalab.models.quote import LineQuote
from kebabalab.models.texts import TextKind, worth_sending_for

_COUNT_UP = (
    update(day_counters)
    .where(day_counters.c.business_day == bindparam("day"), day_counters.c.last_number < bindparam("upto"))
    .values(last_number=bindparam("upto"))
)
_PLACE = insert(orders)
# How far the kitchen is, is not the caller's to set.
_NOT_THE_CALLERS = ("id", "status", "cleared_at")
_AMEND = update(orders).where(orders.c.id == bindparam("the_id")).values(values_of(orders, *_NOT_THE_CALLERS))
_LINES, _STEPS = insert(order_lines), insert(price_steps)
_DROP_LINES = delete(order_lines).where(order_lines.c.order_id == bindparam("order"))
_DROP_STEPS = delete(price_steps).where(price_steps.c.order_id == bindparam("order"))
_EVENT = insert(order_events)
_QUEUE = insert(outbox)
# What may have gone out already is looked up once more; what was not, or is not delivered, is not sent again.
_REPLACE = (
    update(outbox)
    .where(
        IS_OF_ORDER,
        outbox.c.state.in_((PENDING, DEAD, SENT)),
        outbox.c.order_id == bindparam("order"),
        outbox.c.kind.in_(bindparam("kinds", expanding=True)),
        outbox.c.recipient_mark.in_(bindparam("whom", expanding=True)),
    )
    .values(
        state=case(
            (outbox.c.state == SENT, SENT),
            ((outbox.c.state == PENDING) & outbox.c.doubt_since.is_not(None), PENDING),
            else_=REPLACED,
        ),
        expires_at=bindparam("now"),
        superseded_at=bindparam("now"),
    )
)
# A kitchen that got "cancelled" must not get "new" after it, nor a caller an older total after a newer one.
_REPLACES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        TextKind.TICKET: (TextKind.TICKET,),
        TextKind.CHANGED: (TextKind.CONFIRMATION, TextKind.CHANGED),
        TextKind.READY: (TextKind.CONFIRMATION, TextKind.CHANGED),
        TextKind.CANCELLED: (TextKind.CONFIRMATION, TextKind.CHANGED, TextKind.READY),
    }
)


def write_effect(connection: Connection, effect: Effect, call_key: str, now: dt.datetime) -> None:
    """Write one effect of a call in the transaction at hand, to last. Raises OrderExists, NoSuchOrder."""
    make_last(connection)
    if isinstance(effect, PlaceOrder):
        _place(connection, effect.order)
    elif isinstance(effect, AmendOrder):
        rewrite_order(connection, effect.order)
        write_event(connection, effect.event)
    elif isinstance(effect, QueueText):
        queue_text(connection, effect, call_key, now)


def write_event(connection: Connection, event: OrderEvent) -> None:
    """Record a change of an order."""
    row = {
        "order_id": event.order_id,
        "at": milliseconds(event.at),
        "who": event.who,
        "what": event.what,
        "before": event.before,
        "after": event.after,
    }
    connection.execute(_EVENT, EVENTS.close(connection, row))


def _place(connection: Connection, order: Order) -> None:
    connection.execute(_COUNT_UP, {"day": order.number.day.isoformat(), "upto": order.number.number})
    try:
        connection.execute(_PLACE, _columns(connection, order))
    except IntegrityError as error:
        raise OrderExists(order.number.id) from error
    _write_lines(connection, order)
    write_event(connection, placed_event(order))


def rewrite_order(connection: Connection, order: Order) -> None:
    """Write what an order holds and costs in place of what it did; its status stays. Raises NoSuchOrder."""
    columns = {f"the_{name}": value for name, value in _columns(connection, order).items() if name != "status"}
    if connection.execute(_AMEND, columns).rowcount != 1:
        raise NoSuchOrder(order.number.id)
    connection.execute(_DROP_STEPS, {"order": order.number.id})
    connection.execute(_DROP_LINES, {"order": order.number.id})
    _write_lines(connection, order)


def _columns(connection: Connection, order: Order) -> dict[str, object]:
    row = {
        "id": order.number.id,
        "shop_id": order.shop_id,
        "business_day": order.number.day.isoformat(),
        "number": order.number.number,
        "call_key": order.call_key,
        "status": str(order.status),
        "revision": order.revision,
        "customer_name": order.customer_name,
        "phone_mark": vault_of(connection).mark(order.phone),
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
    return ORDERS.close(connection, row)


def _write_lines(connection: Connection, order: Order) -> None:
    lines: list[dict[str, object]] = []
    steps: list[dict[str, object]] = []
    for position, sold in enumerate(order.lines):
        quoted = order.quote.line(sold.line.line_id)
        lines.append(
            {
                "order_id": order.number.id,
                "position": position,
                "item": sold.line.item,
                "name": sold.name,
                "quantity": sold.line.quantity,
                "unit_cents": quoted.unit.cents if quoted is not None and quoted.unit is not None else 0,
                "total_cents": quoted.total.cents if quoted is not None and quoted.total is not None else 0,
                "details": "\n".join(sold.details),
            }
        )
        if quoted is not None:
            steps += _steps(order.number.id, position, quoted)
    if lines:
        connection.execute(_LINES, [LINES.close(connection, line) for line in lines])
    if steps:
        connection.execute(_STEPS, steps)


def _steps(order_id: str, position: int, quoted: LineQuote) -> list[dict[str, object]]:
    return [
        {
            "order_id": order_id,
            "position": position,
            "step": number,
            "rule": step.rule,
            "label": step.label,
            "amount_cents": step.amount.cents,
        }
        for number, step in enumerate(quoted.steps)
    ]


def queue_text(connection: Connection, text: QueueText, call_key: str, now: dt.datetime) -> None:
    """Write a text that waits to be sent; it takes the place of those that it makes untrue and that never went out."""
    moment = milliseconds(now)
    replaced = _REPLACES.get(text.kind, ())
    if text.order_id and replaced:
        # A ticket is for the shop, which has no number here.
        whom = vault_of(connection).marks(text.to) or [""]
        values = {"order": text.order_id, "kinds": replaced, "whom": whom, "now": moment}
        connection.execute(_REPLACE, values)
    row = {
        "kind": text.kind,
        "recipient": text.to,
        "recipient_mark": vault_of(connection).mark(text.to),
        "body": text.body,
        "order_id": text.order_id,
        "call_key": call_key,
        "state": PENDING,
        "attempts": 0,
        "due_at": moment,
        "queued_at": moment,
        "sent_at": None,
        "problem": "",
        "expires_at": milliseconds(now + worth_sending_for(text.kind)),
    }
    connection.execute(_QUEUE, TEXTS.close(connection, row))
