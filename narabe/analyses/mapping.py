"""What the columns and lines of a person's file can be told to be."""

from dataclasses import dataclass

from narabe.analyses.metrics import KORIYAMA
from narabe.analyses.rows import text
from narabe.model.status import MetricKind
from narabe.model.text import Text
from narabe.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class KnownMetric:
    """A metric by name. `strip` is the 5レス it belongs to; `indicator` says that the plan sets it a target."""

    metric_id: str
    title: Text
    unit: Text
    kind: MetricKind
    strip: str | None
    indicator: bool


def known_metrics(warehouse: Warehouse) -> dict[str, KnownMetric]:
    """Every metric of the city by id, the plan's indicators first."""
    return {
        row["metric_id"]: KnownMetric(
            row["metric_id"],
            text(row, "title"),
            text(row, "unit"),
            MetricKind(row["kind"]),
            row["strip"],
            row["kpi_order"] is not None,
        )
        for row in warehouse.ask("metric_names", city=KORIYAMA)
    }


def known_segments(warehouse: Warehouse) -> dict[str, Text]:
    """Every part that figures are counted by, the whole first."""
    return {row["segment_id"]: text(row, "label") for row in warehouse.ask("segment_names")}


def known_waves(warehouse: Warehouse) -> dict[str, Text]:
    """Every published survey by id."""
    return {row["wave_id"]: text(row, "title") for row in warehouse.ask("wave_names")}


def known_groups(warehouse: Warehouse, kind: str) -> dict[str, Text]:
    """The groups of sex or of age that surveys are compared by."""
    return {row["group_id"]: text(row, "label") for row in warehouse.ask("groups") if row["kind"] == kind}
