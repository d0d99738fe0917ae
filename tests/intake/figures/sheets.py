"""Sheets written as rows, and what comes of them as one line per figure."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from narabe.intake.converted import Converted
from narabe.intake.figures import catalogue, convert, propose
from narabe.model.figures_plan import FiguresPlan, MetricEntry
from narabe.model.intake import Range, Sheet, Value
from narabe.settings import Limits
from tests.warehouse.tree import inputs

Rows = Sequence[Sequence[Value]]
Line = tuple[str, str, str, Any]


@cache
def metrics() -> tuple[MetricEntry, ...]:
    return catalogue(inputs())


def sheet(rows: Rows, *merged: str, name: str = "Sheet1", hidden: bool = False) -> Sheet:
    """`merged` are areas as a spreadsheet names them: `A1:C1`."""
    width = max((len(row) for row in rows), default=0)
    padded = tuple((*row, *([None] * (width - len(row)))) for row in rows)
    return Sheet(name, padded, hidden, tuple(map(_area, merged)))


def _area(name: str) -> Range:
    from openpyxl.utils.cell import range_boundaries

    left, top, right, bottom = range_boundaries(name)
    return Range(top, left, bottom, right)


def plan_of(*sheets: Sheet, dataset: str = "monthly") -> FiguresPlan:
    return propose(sheets, metrics(), dataset)


def taken(*sheets: Sheet, plan: FiguresPlan | None = None) -> Converted:
    return convert(sheets, plan or plan_of(*sheets), metrics(), Path(), Limits())


def records(converted: Converted, table: str = "metric_values") -> list[dict[str, Any]]:
    (found,) = [one for one in converted.tables if one.name == table]
    return found.records()


def tidy(converted: Converted) -> list[Line]:
    """(metric, segment, period, value) of every figure, sorted; new metrics and segments by their titles.

    A period is `2025-04` for a month, `FY2025`, `2025`, `@2025-03-31` for a state, else first and last month.
    """
    titles = {row["metric_id"]: row["title_ja"] for row in records(converted, "metrics")}
    labels = {row["segment_id"]: row["label_ja"] for row in records(converted, "segments")}
    return sorted(
        (
            titles.get(row["metric_id"], row["metric_id"])
            + ("" if row["role"] == "observed" else f" {row['role']}"),
            labels.get(row["segment"], row["segment"]),
            _period(row),
            row["value"] if row["value"] is not None else (row["low"], row["high"]),
        )
        for row in records(converted)
    )


def _period(row: dict[str, Any]) -> str:
    start, end, months = row["period_start"], row["period_end"], row["months"]
    if start == end and months is None:
        return f"@{end}"
    if months == 1:
        return f"{start:%Y-%m}"
    if months == 12:
        return f"FY{start.year}" if start.month == 4 else f"{start.year}"
    return f"{start:%Y-%m}..{end:%Y-%m}"


def said(converted: Converted) -> list[tuple[str, str, int | None, str, str]]:
    """Severity, message, row, column and value of every fault but the notes on what a name was taken for."""
    return [
        (fault.severity.value, fault.message.ja, fault.row, fault.column, fault.value)
        for fault in converted.faults
        if "新しい指標" not in fault.message.ja and "を指標「" not in fault.message.ja
    ]
