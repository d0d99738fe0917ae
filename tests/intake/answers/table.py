"""Raw tables for tests, in the shape in which the readers lay them down."""

from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow

from narabe.model.intake import Raw, RawColumn

Cell = str | None


def raw_table(
    connection: duckdb.DuckDBPyConnection,
    header: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    labels: dict[str, tuple[tuple[str, str], ...]] | None = None,
    missing: dict[str, tuple[str, ...]] | None = None,
) -> Raw:
    """Table `raw`; row numbers begin below a header in row 1."""
    cells: dict[str, Any] = {"row": pyarrow.array(range(2, len(rows) + 2), pyarrow.int64())}
    for place in range(len(header)):
        cells[f"c{place + 1}"] = pyarrow.array([row[place] or None for row in rows], pyarrow.string())
    connection.register("given", pyarrow.table(cells))
    connection.execute("create or replace table raw as from given")
    connection.unregister("given")
    columns = tuple(
        RawColumn(f"c{place}", name, (labels or {}).get(name, ()), (missing or {}).get(name, ()))
        for place, name in enumerate(header, start=1)
    )
    return Raw("raw", columns, len(rows), 1)


def text_table(connection: duckdb.DuckDBPyConnection, text: str, **more: Any) -> Raw:
    """A table written with `|` between cells, one line per row, the header first; an empty cell is none."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return raw_table(connection, lines[0], lines[1:], **more)
