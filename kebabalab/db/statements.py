"""How the statements are made that several modules of the store need; each is built once, when its module is read."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BindParameter, Connection, Insert, Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite


def values_of(table: Table, *but: str) -> dict[str, BindParameter[object]]:
    """A parameter for each column of a table, less those named: `the_status` for `status`, and so on."""
    return {column.name: bindparam(f"the_{column.name}") for column in table.columns if column.name not in but}


class InsertIfMissing:
    """Inserts a row unless there is one of its key: of several that try at once, one does, and the others wait for it.

    `fixed` are the columns that are always the same.
    """

    def __init__(self, table: Table, fixed: Mapping[str, object]) -> None:
        given = {**{column.name: bindparam(column.name) for column in table.columns}, **fixed}
        self._by_dialect: dict[str, Insert] = {
            "sqlite": sqlite.insert(table).values(given).on_conflict_do_nothing(),
            "postgresql": postgresql.insert(table).values(given).on_conflict_do_nothing(),
        }

    def __call__(self, connection: Connection, row: Mapping[str, object]) -> bool:
        """Insert the row; whether it was missing."""
        statement = self._by_dialect[connection.dialect.name]
        # PostgreSQL's driver forgets it otherwise.
        return connection.execute(statement, dict(row), execution_options={"preserve_rowcount": True}).rowcount == 1
