"""The strips and a breakdown as tables."""

from collections.abc import Iterable

from narabe.model.cell import coded, several_codes
from narabe.model.metrics import Metric, Observation
from narabe.model.operations import Operations, Strip
from narabe.model.table import Cell, Column, Table
from narabe.model.text import Text
from narabe.tables.units import MONTHS, OF_THE_METRIC
from narabe.words import labels, numbers
from narabe.words import operations_sentences as say

COLUMNS = (
    Column("strip", Text("5レス", "Aim")),
    Column("metric", Text("指標", "Metric")),
    Column("segment", Text("内訳", "Part")),
    Column("period", Text("期間", "Period")),
    Column("months", Text("月数", "Months"), 0, counted=MONTHS),
    Column("value", Text("記載の値", "Value as printed"), 1, fixed=False),
    Column("low", Text("下限", "Low"), 1, fixed=False),
    Column("high", Text("上限", "High"), 1, fixed=False),
    Column("recomputed", Text("計算した割合", "Ratio recomputed"), 2, Text("%", "%")),
    Column("numerator", Text("分子", "Numerator"), 0, counted=OF_THE_METRIC),
    Column("denominator", Text("分母", "Denominator"), 0, counted=OF_THE_METRIC),
    Column("unit", Text("単位", "Unit")),
    Column("status", Text("値の種類", "Status")),
    Column("origin", labels.ORIGIN_TITLE),
    Column("note", Text("注記", "Note")),
    Column("source", Text("出典", "Source")),
    Column("discrepancies", Text("要確認の番号", "Register no.")),
)


def strip(strip: Strip, result: Operations) -> Table:
    """One row per figure of one strip."""
    return _table(
        f"narabe_operations_{strip.strip_id}",
        strip.label,
        strip.metrics,
        result,
        strip.label,
    )


def parts(metric: Metric, result: Operations) -> Table:
    """One row per part and period of a metric."""
    label = say.STRIPS[metric.strip][0] if metric.strip else metric.title
    return _table(f"narabe_{metric.metric_id}", metric.title, (metric,), result, label)


def _table(name: str, title: Text, metrics: Iterable[Metric], result: Operations, strip: Text) -> Table:
    shown = tuple(metrics)
    return Table(
        name=name,
        title=title,
        columns=COLUMNS,
        rows=tuple(_row(strip, metric, o) for metric in shown for o in metric.observations),
        notes=result.notes,
        sources=tuple(dict.fromkeys(source for metric in shown for source in metric.sources)),
        build_id=result.build_id,
    )


def _row(strip: Text, metric: Metric, observation: Observation) -> tuple[Cell, ...]:
    return (
        strip,
        coded(metric.title, metric.metric_id),
        coded(observation.segment.label, observation.segment.segment_id),
        numbers.period(observation.start, observation.end, None),
        observation.months,
        observation.value,
        observation.low,
        observation.high,
        observation.recomputed,
        observation.numerator,
        observation.denominator,
        metric.unit,
        labels.status(observation.status, observation.origin),
        labels.ORIGIN[observation.origin],
        observation.note or Text("", ""),
        observation.source.section,
        several_codes(metric.discrepancies),
    )
