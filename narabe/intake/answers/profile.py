"""What a column of the raw table holds, looked at once."""

from dataclasses import dataclass

import duckdb

from narabe.intake.answers.blocks import blocks, narrowed
from narabe.intake.quoting import quoted
from narabe.model.intake import Raw, RawColumn

MOST_VALUES = 2000
"""A column with more distinct values is not one of options; the most frequent of them are looked at."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A column's values with how often each stands, in the order in which they first appear.

    `filled` counts cells that are not empty; `distinct` is exact where `complete`, otherwise an estimate.
    """

    column: RawColumn
    filled: int
    distinct: int
    values: tuple[tuple[str, int], ...]
    complete: bool

    @property
    def name(self) -> str:
        return self.column.name

    @property
    def header(self) -> str:
        return self.column.header

    @property
    def spellings(self) -> tuple[str, ...]:
        """The distinct values, in order of appearance."""
        return tuple(value for value, _ in self.values)


def profiles(connection: duckdb.DuckDBPyConnection, raw: Raw) -> tuple[Profile, ...]:
    """One profile per column of `raw`, in order."""
    found: list[Profile] = []
    for block in blocks(raw.columns, lambda column: [column.name]):
        names = [column.name for column in block]
        with narrowed(connection, quoted(raw.table), len(raw.columns), ["row", *names]) as table:
            sizes = _sizes(connection, table, names)
            found += [
                _profile(connection, table, each, *size) for each, size in zip(block, sizes, strict=True)
            ]
    return tuple(found)


def _sizes(connection: duckdb.DuckDBPyConnection, table: str, names: list[str]) -> list[tuple[int, int]]:
    """(filled, about how many distinct) of each column."""
    asked = ", ".join(f"count({name}), approx_count_distinct({name})" for name in map(quoted, names))
    (row,) = connection.execute(f"select {asked} from {table}").fetchall()
    return list(zip(row[::2], row[1::2], strict=True))


def _profile(
    connection: duckdb.DuckDBPyConnection, table: str, column: RawColumn, filled: int, about: int
) -> Profile:
    if not filled:
        return Profile(column, 0, 0, (), True)
    name = quoted(column.name)
    if about > MOST_VALUES * 1.5:
        table = f"(select {name}, row from {table} where {name} is not null limit {MOST_VALUES})"
    rows = connection.execute(
        f"select {name}, count(*) as times, min(row) as first from {table} where {name} is not null"
        f" group by {name} order by times desc, first limit {MOST_VALUES + 1}"
    ).fetchall()
    complete = len(rows) <= MOST_VALUES and about <= MOST_VALUES * 1.5
    ordered = sorted(rows[:MOST_VALUES], key=lambda row: row[2])
    values = tuple((value, times) for value, times, _ in ordered)
    return Profile(column, filled, len(values) if complete else about, values, complete)
