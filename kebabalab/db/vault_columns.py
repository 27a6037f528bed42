"""Which columns are sealed, and what of its row each is bound to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Table

from kebabalab.db.tables import (
    blocked_callers,
    call_records,
    calls,
    opt_outs,
    order_events,
    order_lines,
    orders,
    outbox,
    tool_answers,
)
from kebabalab.db.vault import Vault, vault_of

Row = Mapping[str, Any] | RowMapping


@dataclass(frozen=True, slots=True)
class Sealed:
    """A table with its sealed columns; those in `bound_to` name the row that a sealed value belongs to."""

    table: Table
    columns: tuple[str, ...]
    bound_to: tuple[str, ...] = ()

    def close(self, connection: Connection, row: Row) -> dict[str, Any]:
        """The row as it is written: what of it is to be sealed is."""
        return self.close_with(vault_of(connection), row)

    def open(self, connection: Connection, row: Row) -> dict[str, Any]:
        """The row as it was before it was sealed. It holds `bound_to`. Raises KeyMissing."""
        return self.open_with(vault_of(connection), row)

    def close_with(self, vault: Vault, row: Row) -> dict[str, Any]:
        """As `close`, with this vault."""
        done = dict(row)
        for column in self.columns:
            if value := row.get(column):
                place = self._place(column, row)
                is_bytes = isinstance(value, bytes)
                done[column] = vault.seal_bytes(value, place) if is_bytes else vault.seal(value, place)
        return done

    def open_with(self, vault: Vault, row: Row) -> dict[str, Any]:
        """As `open`, with this vault. Raises KeyMissing."""
        done = dict(row)
        for column in self.columns:
            if value := row.get(column):
                place = self._place(column, row)
                is_bytes = isinstance(value, bytes)
                done[column] = vault.open_bytes(value, place) if is_bytes else vault.open(value, place)
        return done

    def _place(self, column: str, row: Row) -> str:
        return place(f"{self.table.name}.{column}", *(str(row[name]) for name in self.bound_to))


def place(column: str, *row: str) -> str:
    """Where a value is kept: the table's column, and what names its row."""
    return f"{column}:{'/'.join(row)}"


CALLS = Sealed(calls, ("state",), ("key",))
ANSWERS = Sealed(tool_answers, ("body",), ("call_key", "tool_call_id"))
ORDERS = Sealed(orders, ("customer_name", "notes", "fingerprint", "document"), ("id",))
LINES = Sealed(order_lines, ("details",), ("order_id", "position"))
EVENTS = Sealed(order_events, ("before", "after"), ("order_id", "what"))
# Their own ids are given by the database, after they were sealed.
TEXTS = Sealed(outbox, ("recipient", "body", "problem"), ("order_id", "call_key"))
OPT_OUTS = Sealed(opt_outs, ("phone",))
BLOCKED = Sealed(blocked_callers, ("phone", "why"))
RECORDS = Sealed(call_records, ("caller", "transcript", "summary", "messages"), ("key",))
ALL = (CALLS, ANSWERS, ORDERS, LINES, EVENTS, TEXTS, OPT_OUTS, BLOCKED, RECORDS)
