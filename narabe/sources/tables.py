"""The shape in which inputs reach the warehouse."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Type = Literal["text", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """A validated table: column names with types, and rows of Python values (None = empty)."""

    name: str
    columns: tuple[tuple[str, Type], ...]
    rows: tuple[tuple[Any, ...], ...]


def from_records(name: str, columns: dict[str, Type], records: Iterable[dict[str, Any]]) -> CheckedTable:
    """A table from dicts; a key that a record lacks is None."""
    rows = tuple(tuple(record.get(column) for column in columns) for record in records)
    return CheckedTable(name, tuple(columns.items()), rows)


def merged(tables: Iterable[CheckedTable]) -> tuple[CheckedTable, ...]:
    """Tables of the same name stacked, in order. Errors: ValueError when their columns differ."""
    stacked: dict[str, CheckedTable] = {}
    for table in tables:
        before = stacked.get(table.name)
        if before is not None and before.columns != table.columns:
            raise ValueError(f"{table.name}: columns differ between packages")
        rows = (before.rows if before else ()) + table.rows
        stacked[table.name] = CheckedTable(table.name, table.columns, rows)
    return tuple(stacked.values())
