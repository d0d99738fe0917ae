"""Small sheets for the rules."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from narabe.intake.readability import judge
from narabe.model.imports import Readability, Rule
from narabe.model.intake import Detection, Format, Range, Sheet, SheetFound, Value

TIDY: tuple[tuple[Value, ...], ...] = (
    ("年月", "施設", "利用者数（人）"),
    (date(2025, 4, 1), "中央図書館", 1200),
    (date(2025, 4, 1), "西図書館", 0),
    (date(2025, 5, 1), "中央図書館", 1310),
)
"""A tidy table that keeps every rule that its form and one sheet allow."""


def sheet(rows: Iterable[Sequence[Value]], name: str = "Sheet1", **more: Any) -> Sheet:
    """A sheet padded to one width."""
    given = [tuple(row) for row in rows]
    width = max((len(row) for row in given), default=0)
    return Sheet(name, tuple(row + (None,) * (width - len(row)) for row in given), **more)


def judged(*sheets: Sheet, form: Format = Format.WORKBOOK) -> Readability:
    """The judgement of a workbook, or of a UTF-8 text file with commas."""
    found = tuple(
        SheetFound(each.name, len(each.rows), len(each.rows[0]) if each.rows else 0) for each in sheets
    )
    text = form is Format.DELIMITED
    return judge(sheets, Detection(form, found, "utf-8" if text else None, delimiter="," if text else None))


def rule(readability: Readability, rule_id: str) -> Rule:
    return next(each for each in readability.rules if each.rule_id == rule_id)


def merge(first_row: int, first_column: int, last_row: int, last_column: int) -> Range:
    return Range(first_row, first_column, last_row, last_column)
