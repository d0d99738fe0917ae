"""What do the documents say about a city's metrics?"""

from collections.abc import Sequence

from narabe.analyses.rows import Row, optional_text, source, text
from narabe.model.metrics import Metric, Observation, Segment
from narabe.model.status import MetricKind, Status
from narabe.warehouse import Warehouse

KORIYAMA = "koriyama"


def metrics(warehouse: Warehouse, city: str = KORIYAMA) -> dict[str, Metric]:
    """Every metric of a city by its id, KPI first, in the order of the plan."""
    return {metric_id: metric_of(rows) for metric_id, rows in metric_rows(warehouse, city).items()}


def metric_rows(warehouse: Warehouse, city: str = KORIYAMA) -> dict[str, list[Row]]:
    """The rows of each metric."""
    grouped: dict[str, list[Row]] = {}
    for row in warehouse.ask("metric_values", city=city):
        grouped.setdefault(row["metric_id"], []).append(row)
    return grouped


def metric_of(rows: Sequence[Row]) -> Metric:
    """One metric from its rows."""
    about = rows[0]
    return Metric(
        metric_id=about["metric_id"],
        title=text(about, "title"),
        definition=text(about, "definition"),
        unit=text(about, "unit"),
        kind=MetricKind(about["kind"]),
        strip=about["strip"],
        owner=optional_text(about, "owner"),
        numerator=optional_text(about, "numerator"),
        denominator=optional_text(about, "denominator"),
        near=about["near"],
        observations=tuple(observed(row) for row in rows),
        discrepancies=tuple(sorted(about["discrepancies"])),
        kpi=about["kpi_order"] is not None,
    )


def observed(row: Row) -> Observation:
    """One value with its period and source."""
    return Observation(
        value=row["value"],
        start=row["period_start"],
        end=row["period_end"],
        months=row["months"],
        status=Status(row["status"]),
        source=source(row, "title_document"),
        note=optional_text(row, "note"),
        decimals=row["decimals"] or 0,
        about=row["about"],
        low=row["low"],
        high=row["high"],
        numerator=row["numerator"],
        denominator=row["denominator"],
        role=row["role"],
        segment=Segment(row["segment"], text(row, "segment"), row["segment_order"], row["part_of"]),
    )
