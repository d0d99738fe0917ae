"""What DuckDB answers, as rows by the names of the columns."""

from typing import Any

import duckdb


def records(cursor: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Every row of what was just asked."""
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
