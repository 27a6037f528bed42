"""Compares what callers were told with what a store holds: every order once and whole, every cart, number and text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, select

from benchmarks.callers import Result, Told
from kebabalab.db.connection import Database
from kebabalab.db.encoding import order_of
from kebabalab.db.tables import day_counters, order_events, order_lines, orders, outbox, tool_answers
from kebabalab.db.vault import NO_VAULT, Vault
from kebabalab.db.vault_columns import ORDERS
from tests.e2e.wire import Call

LOST, DOUBLED, HALF, UNTOLD = "lost", "doubled", "half there", "placed and not told"
CARTS, NUMBERS, TEXTS, ANSWERS = "carts unlike the last answer", "numbers doubled or left out", "texts", "answers"
FAULTS = (LOST, DOUBLED, HALF, UNTOLD, CARTS, NUMBERS, TEXTS, ANSWERS)
# What the latest text to a receiver may be; an earlier one gave way to it.
FINE = {"pending", "sent"}

Row = dict[str, Any]


@dataclass
class Findings:
    """What was compared, and what was found wrong: how often, and the first few in words."""

    calls: int = 0
    confirmed: int = 0
    carts: int = 0
    texts: int = 0
    unheard: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)

    @property
    def is_right(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.faults

    def add(self, fault: str, words: str) -> None:
        """Note what is wrong."""
        self.faults[fault] += 1
        self.words.append(f"{fault}: {words}")

    def report(self) -> str:
        """The counts, for a person."""
        lines = [
            f"{self.calls} calls, {self.confirmed} orders confirmed, {self.carts} carts and {self.texts} texts "
            f"looked at, {self.unheard} messages carried out though their first answer was lost",
            "found wrong: " + ", ".join(f"{fault} {self.faults[fault]}" for fault in FAULTS),
            *self.words[:20],
        ]
        return "\n".join(lines)


@dataclass(frozen=True)
class Store:
    """The rows of a store, by what they belong to."""

    orders: dict[str, list[Row]]
    lines: dict[str, list[Row]]
    events: dict[str, list[Row]]
    texts: dict[str, list[Row]]
    counters: list[Row]
    vault: Vault = NO_VAULT


def read(database: Database) -> Store:
    """Everything that is compared."""
    with database.reading() as connection:

        def rows(table: Table) -> list[Row]:
            return [dict(row) for row in connection.execute(select(table)).mappings()]

        return Store(
            _by("call_key", rows(orders)),
            _by("order_id", rows(order_lines)),
            _by("order_id", rows(order_events)),
            _by("order_id", rows(outbox)),
            rows(day_counters),
            database.vault,
        )


def audit(told: Sequence[Told], store: Store) -> Findings:
    """Compare what the callers of a store that nobody else used were told with what it holds."""
    found = Findings(len(told))
    for call in told:
        for surprise in call.surprises:
            found.add(ANSWERS, f"{call.id}: {surprise}")
        _compare(call, store.orders.get(f"call:{call.id}", []), store, found)
    known = {f"call:{call.id}" for call in told}
    for key in store.orders.keys() - known:
        found.add(UNTOLD, f"an order of {key}, whom nobody knows")
    _numbers([call.order for call in told if call.order], store, found)
    found.texts = sum(map(len, store.texts.values()))
    return found


def count_unheard(database: Database, repeated: Mapping[tuple[str, str], int]) -> int:
    """How many of the tool calls that were sent again had been carried out by then, as far as SQL keeps answers."""
    columns = (tool_answers.c.call_key, tool_answers.c.tool_call_id, tool_answers.c.answered_at)
    with database.reading() as connection:
        return sum(at < repeated.get((call, id), 0) for call, id, at in connection.execute(select(*columns)))


def audit_carts(told: Iterable[Told], url: str, found: Findings) -> None:
    """Compare each cart with the last answer that held it; an unfinished call may be one message ahead."""
    for call in told:
        if not call.cart:
            continue
        kept = Call(url, call.caller, call.id).tool("getCartState")
        found.carts += 1
        if kept["cart"] != call.cart and call.finished:
            found.add(CARTS, f"{call.id}: {_in_short(kept['cart'])} instead of {_in_short(call.cart)}")


def _compare(call: Told, rows: list[Row], store: Store, found: Findings) -> None:
    if not call.order:
        # One that was given up in the middle does not know.
        if rows and call.finished:
            found.add(UNTOLD, f"{call.id} has {rows[0]['id']}")
        return
    found.confirmed += 1
    same = [row for row in rows if row["id"] == call.order]
    if not same:
        found.add(LOST, f"{call.order} of {call.id}")
        return
    if len(rows) > 1:
        found.add(DOUBLED, f"{call.id} has {', '.join(row['id'] for row in rows)}")
    if call.finished:
        row = ORDERS.open_with(store.vault, same[0])
        for words in _not_whole(call, row, store.lines.get(call.order, []), store.events.get(call.order, [])):
            found.add(HALF, f"{call.order}: {words}")
        for words in _texts_wrong(call, store.texts.get(call.order, [])):
            found.add(TEXTS, f"{call.order}: {words}")


def _not_whole(call: Told, row: Row, lines: list[Row], events: list[Row]) -> list[str]:
    """What of an order is not as its caller was told."""
    kept = order_of(row["document"])
    events_told = Counter({"placed": 1, "amended": call.amended})
    looked_at = {
        "total": (row["total_cents"], call.total_cents),
        "total in the document": (kept.quote.total.cents, call.total_cents),
        "lines": (_sold(lines), _asked(call.cart)),
        "sum of the lines": (sum(line["total_cents"] for line in lines), row["subtotal_cents"]),
        "pieces": (row["item_count"], call.pieces),
        "lines in the document": (len(kept.lines), len(call.cart)),
        "revision": (row["revision"], 1 + call.amended),
        "events": (Counter(event["what"] for event in events), +events_told),
    }
    return [f"{what} is {one} and was told as {other}" for what, (one, other) in looked_at.items() if one != other]


def _texts_wrong(call: Told, texts: list[Row]) -> list[str]:
    """What is missing or too much: a ticket for the order and for each change, and a text to whoever wants them."""
    changed = call.amended if call.wants_text else 0
    should = +Counter({"ticket": 1 + call.amended, "confirmation": int(call.wants_text), "changed": changed})
    there = Counter(text["kind"] for text in texts)
    wrong = [] if there == should else [f"{dict(there)} instead of {dict(should)}"]
    latest = {_receiver(text): text for text in sorted(texts, key=lambda text: int(text["id"]))}
    return wrong + [f"{text['kind']} is {text['state']}" for text in latest.values() if text["state"] not in FINE]


def _receiver(text: Row) -> str:
    return "kitchen" if text["kind"] == "ticket" else "caller"


def _numbers(confirmed: list[str], store: Store, found: Findings) -> None:
    kept = sorted((row["business_day"], row["number"]) for rows in store.orders.values() for row in rows)
    days = Counter(day for day, _ in kept)
    whole = [(day, number) for day in sorted(days) for number in range(1, days[day] + 1)]
    if kept != whole:
        wrong = sorted(set(kept) ^ set(whole)) or [one for one, times in Counter(kept).items() if times > 1]
        found.add(NUMBERS, f"in the store: {wrong[:5]}")
    for order, times in Counter(confirmed).items():
        if times > 1:
            found.add(NUMBERS, f"{order} was told to {times} callers")
    for counter in store.counters:
        if counter["last_number"] != days[counter["business_day"]]:
            found.add(NUMBERS, f"counted up to {counter['last_number']} for {days[counter['business_day']]} orders")


def _sold(lines: list[Row]) -> list[tuple[str, int, int]]:
    return sorted((line["item"], line["quantity"], line["total_cents"]) for line in lines)


def _asked(cart: list[Result]) -> list[tuple[str, int, int]]:
    return sorted((line["itemId"], line["quantity"], round(line["lineTotal"] * 100)) for line in cart)


def _in_short(cart: list[Result]) -> str:
    return ", ".join(f"{line['quantity']} x {line['name']}" for line in cart)


def _by(column: str, rows: list[Row]) -> dict[str, list[Row]]:
    held: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        held[row[column]].append(row)
    return dict(held)
