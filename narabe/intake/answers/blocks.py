"""Wide tables in narrow pieces: what a query costs grows with the columns of its table, also those it does not ask for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import duckdb

from narabe.intake.quoting import quoted

WIDE, BLOCK = 300, 100
PIECE = "narrow_piece"
Item = TypeVar("Item")


def blocks(items: Iterable[Item], columns: Callable[[Item], Sequence[str]]) -> Iterator[list[Item]]:
    """Items in order, so many at a time that their columns make a narrow table."""
    block: list[Item] = []
    width = 0
    for item in items:
        if block and width + len(columns(item)) > BLOCK:
            yield block
            block, width = [], 0
        block.append(item)
        width += len(columns(item))
    if block:
        yield block


@contextmanager
def narrowed(
    connection: duckdb.DuckDBPyConnection, table: str, width: int, columns: Iterable[str]
) -> Iterator[str]:
    """The table itself (as SQL names it), or where it is wide a copy of some columns, gone afterwards."""
    if width <= WIDE:
        yield table
        return
    chosen = ", ".join(map(quoted, dict.fromkeys(columns)))
    connection.execute(f"create or replace temp table {PIECE} as select {chosen} from {table}")
    try:
        yield PIECE
    finally:
        connection.execute(f"drop table {PIECE}")
