"""The answer to a query as a table: columns as the query names them, numbers as they are."""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any

from narabe.model.open_data import OpenTable
from narabe.model.table import Cell, Column, Table
from narabe.model.text import Text
from narabe.words import console_page_sentences as say
from narabe.words import console_sentences

PLACES = 12
"""Decimals that are kept of a number which is not whole."""
NAME = re.compile(r"[a-z][a-z0-9_]*")


def queried(
    sql: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], more: bool, build_id: str
) -> Table:
    """Every cell as a number or a text; what is no number is left empty, and said. `more`: the query has rows beyond these."""
    cells = [tuple(None if _no_number(value) else cell(value) for value in row) for row in rows]
    keys = _keys(columns)
    notes = (console_sentences.rows_left_out(len(cells)),) if more else ()
    if any(_no_number(value) for row in rows for value in row):
        notes = (*notes, say.NO_NUMBER)
    return Table(
        "narabe_query",
        say.RESULT,
        tuple(
            Column(key, Text(label, label), _decimals([row[place] for row in cells]), fixed=False)
            for place, (key, label) in enumerate(zip(keys, columns, strict=True))
        ),
        tuple(cells),
        (*notes, say.asked(sql)),
        build_id=build_id,
    )


def columns_of(table: OpenTable, build_id: str) -> Table:
    """What a statement can name in a public table."""
    return Table(
        f"narabe_{table.name}_columns",
        table.title,
        (
            Column("name", say.COLUMN),
            Column("label", say.LABEL),
            Column("definition", say.MEANING),
        ),
        tuple((field.name, field.label, field.definition) for field in table.fields),
        build_id=build_id,
    )


def cell(value: Any) -> Cell:
    """Lists and structures are spelled out as JSON, a moment as in ISO 8601."""
    if value is None or isinstance(value, (str, int, float)):
        return say.YES_OR_NO[value] if isinstance(value, bool) else value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return value.hex()
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=cell)
    return str(value)


def _no_number(value: Any) -> bool:
    """Infinite, or the result of an operation that has none."""
    return isinstance(value, float) and not isfinite(value)


def _decimals(cells: Sequence[Cell]) -> int | None:
    """None for words."""
    numbers = [cell for cell in cells if cell is not None]
    if not numbers or not all(isinstance(cell, (int, float)) for cell in numbers):
        return None
    return 0 if all(isinstance(cell, int) for cell in numbers) else PLACES


def _keys(labels: Sequence[str]) -> list[str]:
    """Machine names: as they are where they are plain, else by their place."""
    found: list[str] = []
    for place, label in enumerate(labels, start=1):
        plain = label.lower()
        found.append(plain if NAME.fullmatch(plain) and plain not in found else f"column_{place}")
    return found
