"""Cells of a table in one language, safe to open in a spreadsheet."""

from datetime import date

from narabe.model.rounding import half_up
from narabe.model.table import Cell, Column, Table
from narabe.model.text import Lang, Text

XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""What a browser is told a workbook is."""
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

EXACT = 2**53
"""From here on a number is one of several whole ones, and no column of Arrow holds it as such."""
MARK = Text("○", "yes")

Plain = str | int | float | date | bool | None


def header(table: Table, lang: Lang) -> list[str]:
    """Column labels with their units; unique."""
    return [label(column, lang) for column in table.columns]


def label(column: Column, lang: Lang) -> str:
    """`割合（%）` / `Share (%)`."""
    name = column.label.in_(lang).strip()
    if column.unit is None:
        return name
    unit = column.unit.in_(lang)
    return f"{name}（{unit}）" if lang == "ja" else f"{name} ({unit})"


def rows(table: Table, lang: Lang) -> list[list[Plain]]:
    """Cells as shown: texts in one language, numbers rounded by the one rule of the column."""
    return [
        [shown(cell, column, lang) for cell, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]


def shown(cell: Cell, column: Column, lang: Lang) -> Plain:
    """One cell; an empty text and a no are nothing, and a number of a 0-decimal column is whole."""
    if isinstance(cell, Text):
        return cell.in_(lang) or None
    if isinstance(cell, bool):
        return MARK.in_(lang) if cell else None
    if isinstance(cell, (int, float)) and column.decimals is not None:
        rounded = half_up(cell, column.decimals)
        whole = column.decimals == 0 or (not column.fixed and rounded.is_integer())
        return int(rounded) if whole and abs(rounded) < EXACT else rounded
    return cell


def harmless(value: Plain) -> Plain:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front."""
    if isinstance(value, str) and value.lstrip().startswith(FORMULA_STARTS):
        return "'" + value
    return value
