"""The shape in which inputs reach the warehouse."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from narabe.model.problem import Problem
from narabe.words import data_problems as say

Type = Literal["text", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """A validated table: column names with types, rows of Python values (None = empty), the file it came from."""

    name: str
    columns: tuple[tuple[str, Type], ...]
    rows: tuple[tuple[Any, ...], ...]
    file: str = ""

    def records(self) -> list[dict[str, Any]]:
        """The rows by the names of the columns."""
        names = [name for name, _ in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


def from_records(
    name: str, columns: dict[str, Type], records: Iterable[dict[str, Any]], file: str = ""
) -> CheckedTable:
    """A table from dicts; a key that a record lacks is None."""
    rows = tuple(tuple(record.get(column) for column in columns) for record in records)
    return CheckedTable(name, tuple(columns.items()), rows, file)


def merged(tables: Iterable[CheckedTable]) -> tuple[CheckedTable, ...]:
    """Tables of the same name stacked, in order. Errors: Problem naming both files when columns differ."""
    stacked: dict[str, CheckedTable] = {}
    for table in tables:
        before = stacked.setdefault(table.name, CheckedTable(table.name, table.columns, (), table.file))
        if before.columns != table.columns:
            raise _unlike(before, table)
        stacked[table.name] = CheckedTable(table.name, table.columns, before.rows + table.rows, before.file)
    return tuple(stacked.values())


def _unlike(first: CheckedTable, second: CheckedTable) -> Problem:
    odd = [name for name, kind in first.columns if (name, kind) not in second.columns]
    odd += [name for name, kind in second.columns if (name, kind) not in first.columns]
    ordered = dict.fromkeys(odd or [name for name, _ in second.columns])
    return Problem(
        say.in_file(second.file, say.columns_differ(second.name, first.file, tuple(ordered))), say.MEND
    )
