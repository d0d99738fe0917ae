"""What every file for machines tells of a cross-tabulation, by the names that CSV and JSON give it."""

from typing import Any

from narabe.model.crosstab import Cell, Column, ColumnAverage


def column_fields(column: Column) -> dict[str, Any]:
    """Its bases."""
    return {
        "unweighted_base": column.unweighted_base,
        "weighted_base": column.weighted_base,
        "effective_base": column.effective_base,
        "answers": column.answers,
        "suppressed": column.suppressed,
        "small": column.small,
    }


def cell_fields(cell: Cell) -> dict[str, Any]:
    """Its counts, shares as fractions 0–1, and whether it stands out; which columns it differs from each file says."""
    return {
        "unweighted_count": cell.unweighted_count,
        "weighted_count": cell.weighted_count,
        "column_share": cell.column_share,
        "row_share": cell.row_share,
        "total_share": cell.total_share,
        "low": cell.low,
        "high": cell.high,
        "suppressed": cell.suppressed,
        "against_rest": cell.against_rest.value,
    }


def average_fields(average: ColumnAverage) -> dict[str, Any]:
    return {"mean": average.mean, "median": average.median, "sd": average.sd}
