"""Calls in memory, with the same promises as the database: for tests, and for trying things out."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from kebabalab.db.encoding import pack
from kebabalab.db.promises import AHEAD, MOST_BYTES, OVERDUE, WAITING, Use, past, placed_event
from kebabalab.models.call import Answer, CallRecord, CallState, Effect, PlaceOrder, QueueText
from kebabalab.models.errors import (
    CallTooLarge,
    NoSuchOrder,
    OrderExists,
    StatusNotPossible,
    TooManyCalls,
)
from kebabalab.models.facts import NumberFacts
from kebabalab.models.order import Order, OrderEvent, OrderNumber, PastOrder, Status
from kebabalab.rules.orders import can_become


@dataclass(frozen=True, slots=True)
class _Kept:
    state: CallState
    use: Use


@dataclass(slots=True)
class _Shelf:
    """Everything that is kept; copied before a transaction, and put back if it fails."""

    calls: dict[str, _Kept] = field(default_factory=dict)
    answers: dict[tuple[str, str], Answer] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    events: list[OrderEvent] = field(default_factory=list)
    texts: list[tuple[dt.datetime, QueueText]] = field(default_factory=list)
    counters: dict[dt.date, int] = field(default_factory=dict)
    records: dict[str, CallRecord] = field(default_factory=dict)
    blocked: set[str] = field(default_factory=set)
    opted_out: set[str] = field(default_factory=set)

    def copy(self) -> _Shelf:
        return _Shelf(
            dict(self.calls),
            dict(self.answers),
            dict(self.orders),
            list(self.events),
            list(self.texts),
            dict(self.counters),
            dict(self.records),
            set(self.blocked),
            set(self.opted_out),
        )


class MemoryCalls:
    """Calls kept in this process (tools.ports.Calls)."""

    def __init__(self, lifetime: dt.timedelta = dt.timedelta(minutes=30), most_calls: int = 10_000) -> None:
        self._lifetime = lifetime
        self._most = most_calls
        self._shelf = _Shelf()
        self._lock = threading.RLock()

    @contextmanager
    def open(
        self, key: str, caller: str, now: dt.datetime, sent_at: dt.datetime | None = None
    ) -> Iterator[OpenedMemoryCall]:
        """Open one call; what it wrote is gone again on any exception (see the port)."""
        with self._lock:
            before = self._shelf.copy()
            try:
                state, closed_at = self._found(key, caller, now, sent_at)
                yield OpenedMemoryCall(self._shelf, state, now, closed_at)
            except BaseException:
                self._shelf = before
                raise

    def _found(
        self, key: str, caller: str, now: dt.datetime, sent_at: dt.datetime | None
    ) -> tuple[CallState, dt.datetime | None]:
        """The call, and when it ended for a message that was on its way then."""
        calls, kept = self._shelf.calls, self._shelf.calls.get(key)
        if kept is not None:
            if kept.use.holds(sent_at, now, self._lifetime):
                return kept.state, kept.use.closed_at
            if kept.use.is_expired(now, self._lifetime):
                self._forget(key)
        if sum(one.use.is_live(now, self._lifetime) for one in calls.values()) >= self._most:
            raise TooManyCalls
        return CallState(key, caller), None

    def record(self, record: CallRecord) -> None:
        """Keep what is reported of a call (see the port)."""
        with self._lock:
            known = self._shelf.records.get(record.key, record)
            said = {
                name: value
                for name in record.__dataclass_fields__
                if (value := getattr(record, name)) not in ("", None)
            }
            if known.status == "ended":
                said.pop("status", None)
            said["at"] = max(known.at, record.at)
            self._shelf.records[record.key] = replace(known, **said)
            kept = self._shelf.calls.get(record.key)
            if record.status == "ended" and kept is not None and kept.use.closed_at is None:
                closed = replace(kept.use, closed_at=record.at)
                self._shelf.calls[record.key] = replace(kept, use=closed)

    @property
    def orders(self) -> tuple[Order, ...]:
        """All orders, in the order they were placed."""
        return tuple(self._shelf.orders.values())

    @property
    def events(self) -> tuple[OrderEvent, ...]:
        """All changes of orders."""
        return tuple(self._shelf.events)

    @property
    def texts(self) -> tuple[QueueText, ...]:
        """All texts that were queued."""
        return tuple(text for _, text in self._shelf.texts)

    @property
    def records(self) -> dict[str, CallRecord]:
        """What was reported of calls."""
        return dict(self._shelf.records)

    def change_status(self, order_id: str, after: Status, who: str, now: dt.datetime) -> Order:
        """Set the state of an order and record who did it, as db.orders.OrderBook does."""
        with self._lock:
            order = self._shelf.orders.get(order_id)
            if order is None:
                raise NoSuchOrder(order_id)
            if order.status is after:
                return order
            if not can_become(order.status, after):
                raise StatusNotPossible(order_id, order.status, after)
            changed = replace(order, status=after)
            self._shelf.orders[order_id] = changed
            self._shelf.events.append(OrderEvent(order_id, now, who, "status", order.status, after))
            return changed

    def block(self, phone: str) -> None:
        """Put a number on the block list, as db.block_list.BlockList does."""
        with self._lock:
            self._shelf.blocked.add(phone)

    def opt_out(self, phone: str) -> None:
        """Send no more texts to a number, as db.opt_outs.OptOuts does."""
        with self._lock:
            self._shelf.opted_out.add(phone)

    def _forget(self, key: str) -> None:
        for kept in [one for one in self._shelf.answers if one[0] == key]:
            del self._shelf.answers[kept]


class OpenedMemoryCall:
    """One call in one transaction (tools.ports.OpenedCall)."""

    def __init__(self, shelf: _Shelf, state: CallState, now: dt.datetime, closed_at: dt.datetime | None) -> None:
        self._shelf = shelf
        self._state = state
        self._now = now
        self._closed_at = closed_at

    @property
    def state(self) -> CallState:
        """The state as it was last saved."""
        return self._state

    def answered(self, tool_call_ids: Sequence[str]) -> dict[str, Answer]:
        """The stored answers of these ids."""
        keys = [(self._state.key, one) for one in tool_call_ids if one]
        return {key[1]: self._shelf.answers[key] for key in keys if key in self._shelf.answers}

    def history(self, phone: str, limit: int) -> tuple[PastOrder, ...]:
        """The latest orders of a number that were not cancelled."""
        return tuple(past(order, order.status) for order in self._of(phone)[:limit])

    def order_count(self, phone: str) -> int:
        """How many orders of a number were not cancelled."""
        return len(self._of(phone))

    def _of(self, phone: str) -> list[Order]:
        found = [o for o in self._shelf.orders.values() if phone and o.phone == phone and o.status != Status.CANCELLED]
        return sorted(found, key=lambda order: (order.placed_at, order.number.id), reverse=True)

    def waiting_orders(self) -> int:
        """How many orders the kitchen has still to make."""
        since, until = self._now - OVERDUE, self._now + AHEAD
        found = self._shelf.orders.values()
        return sum(order.status in WAITING and since <= order.pickup.at <= until for order in found)

    def placed_status(self, order_id: str) -> Status | None:
        """How far the kitchen is with an order."""
        order = self._shelf.orders.get(order_id)
        return order.status if order is not None else None

    def placed_revision(self, order_id: str) -> int | None:
        """How often an order was written."""
        order = self._shelf.orders.get(order_id)
        return order.revision if order is not None else None

    def numbers(self, phones: Sequence[str], since: dt.datetime) -> dict[str, NumberFacts]:
        """What is kept of phone numbers."""
        return {phone: self._of_number(phone, since) for phone in phones if phone}

    def _of_number(self, phone: str, since: dt.datetime) -> NumberFacts:
        kept = self._shelf
        return NumberFacts(
            blocked=phone in kept.blocked,
            no_shows=sum(one.phone == phone and one.status is Status.NO_SHOW for one in kept.orders.values()),
            wants_no_texts=phone in kept.opted_out,
            texts=sum(text.to == phone and at >= since for at, text in kept.texts),
        )

    def texts_since(self, since: dt.datetime) -> int:
        """How many texts to callers were queued since then."""
        return sum(bool(text.to) and at >= since for at, text in self._shelf.texts)

    def next_number(self, day: dt.date) -> OrderNumber:
        """The number of the day's next order."""
        return OrderNumber(day, self._shelf.counters.get(day, 0) + 1)

    def save(self, state: CallState, answers: Sequence[Answer], effects: Sequence[Effect]) -> None:
        """Write state, answers, orders, events and texts. Raises CallTooLarge."""
        if len(pack(state)) > MOST_BYTES:
            raise CallTooLarge
        self._shelf.calls[state.key] = _Kept(state, Use(self._now, self._closed_at))
        for answer in answers:
            if answer.tool_call_id:
                self._shelf.answers[(state.key, answer.tool_call_id)] = answer
        for effect in effects:
            self._write(effect)

    def _write(self, effect: Effect) -> None:
        if isinstance(effect, QueueText):
            self._shelf.texts.append((self._now, effect))
            return
        order, stored = effect.order, self._shelf.orders.get(effect.order.number.id)
        if isinstance(effect, PlaceOrder):
            if stored is not None:
                raise OrderExists(order.number.id)
            self._shelf.counters[order.number.day] = order.number.number
            event = placed_event(order)
        elif stored is None:
            raise NoSuchOrder(order.number.id)
        else:
            # The kitchen's progress is not the caller's to set.
            order, event = replace(order, status=stored.status), effect.event
        self._shelf.orders[order.number.id] = order
        self._shelf.events.append(event)
