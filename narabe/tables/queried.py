"""The answer to a query as a table: columns as the query names them, numbers as they are."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
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
    """Every cell as a number or a text. `more`: the query has rows beyond these."""
    cells = [tuple(_cell(value) for value in row) for row in rows]
    labels = _apart(columns)
    keys = _keys(labels)
    notes = (console_sentences.rows_left_out(len(cells)),) if more else ()
    return Table(
        "narabe_query",
        say.RESULT,
        tuple(
            Column(key, Text(label, label), _decimals([row[place] for row in cells]), fixed=False)
            for place, (key, label) in enumerate(zip(keys, labels, strict=True))
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


def _cell(value: Any) -> Cell:
    """Lists and structures are spelled out; a moment is written as ISO 8601."""
    if value is None or isinstance(value, (str, int, float)):
        return say.YES_OR_NO[value] if isinstance(value, bool) else value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return value.hex()
    return str(value) if isinstance(value, (timedelta, list, dict, tuple)) else repr(value)


def _decimals(cells: Sequence[Cell]) -> int | None:
    """None for words."""
    numbers = [cell for cell in cells if cell is not None]
    if not numbers or not all(isinstance(cell, (int, float)) for cell in numbers):
        return None
    return 0 if all(isinstance(cell, int) for cell in numbers) else PLACES


def _apart(names: Sequence[str]) -> list[str]:
    """No name stands twice, none is empty."""
    found: list[str] = []
    for place, name in enumerate(names, start=1):
        label, count = name.strip() or f"column_{place}", 1
        while label in found:
            count += 1
            label = f"{name.strip() or f'column_{place}'}_{count}"
        found.append(label)
    return found


def _keys(labels: Sequence[str]) -> list[str]:
    """Machine names: as they are where they are plain, else by their place."""
    found: list[str] = []
    for place, label in enumerate(labels, start=1):
        plain = label.lower()
        found.append(plain if NAME.fullmatch(plain) and plain not in found else f"column_{place}")
    return found
