"""Checked figures -> the rows of a data package (without `document_id`)."""

from collections.abc import Iterable, Mapping
from typing import Any

from narabe.intake.figures.catalogue import CITY
from narabe.intake.figures.readout import Figure, joined
from narabe.intake.figures.values import MOST_DECIMALS
from narabe.model.figures_plan import FiguresPlan, NewMetric
from narabe.model.status import Status
from narabe.model.text import Text
from narabe.sources import CheckedTable
from narabe.sources.shapes import METRIC_VALUES, METRICS, SECTIONS, SEGMENTS
from narabe.sources.tables import from_records
from narabe.words import figures_sentences as say

FIRST_ORDER = 1000
"""Segments that came with a file stand after those of data/."""
DEPARTMENTS, AGES = ("部", "課", "局", "室", "係"), ("代", "歳", "歳以上", "歳未満")


def value_row(figure: Figure, unit: str, section: str, notes: tuple[Text, ...]) -> dict[str, Any]:
    """One figure as a row of `metric_values`."""
    note = joined(notes)
    bounded = figure.low is not None or figure.high is not None
    status = (
        Status.BOUNDED if bounded else Status.PRINTED if figure.value is not None else Status.NOT_PUBLISHED
    )
    return {
        "metric_id": figure.series.metric_id,
        "role": figure.role,
        "segment": figure.series.segment,
        "period_start": figure.period.start,
        "period_end": figure.period.end,
        "months": figure.period.months,
        "value": None if figure.value is None else float(figure.value),
        "low": None if figure.low is None else float(figure.low),
        "high": None if figure.high is None else float(figure.high),
        "decimals": _decimals(figure),
        "about": bool(figure.number and figure.number.about),
        "unit": unit,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "status": status.value,
        "section": section,
        "note_ja": note.ja or None,
        "note_en": note.en or None,
    }


def _decimals(figure: Figure) -> int | None:
    """As written; of a number brought to another scale, what it then has."""
    if figure.number is None:
        return None
    value = next(amount for amount in (figure.value, figure.low, figure.high) if amount is not None)
    if value == figure.number.value:
        return figure.number.decimals
    own = max(-int(value.normalize().as_tuple().exponent), 0)
    return 1 if own > MOST_DECIMALS else own


def tables(
    plan: FiguresPlan, values: Iterable[Mapping[str, Any]], sections: Mapping[str, Text]
) -> tuple[CheckedTable, ...]:
    """Sections, values, and the metrics and segments that the file brings along and uses."""
    rows = [dict(row) for row in values]
    metrics, segments = {row["metric_id"] for row in rows}, {row["segment"] for row in rows}
    series = [one for block in plan.blocks for one in block.series]
    new = {one.new.metric_id: one.new for one in series if one.new and one.new.metric_id in metrics}
    drafted = {
        one.segment: one.segment_label for one in series if one.segment_label and one.segment in segments
    }
    return (
        from_records("sections", SECTIONS, [
            {"section_id": section, "heading_ja": heading.ja, "heading_en": heading.en, "order": order}
            for order, (section, heading) in enumerate(sections.items(), start=1)
        ]),
        from_records("metric_values", METRIC_VALUES, rows),
        from_records("metrics", METRICS, [_metric(metric, plan.dataset) for metric in new.values()]),
        from_records("segments", SEGMENTS, [
            {"segment_id": segment, "dimension": _dimension(label.ja), "label_ja": label.ja, "label_en": label.en,
             "order": FIRST_ORDER + order}
            for order, (segment, label) in enumerate(drafted.items()) if label
        ]),
    )  # fmt: skip


def _metric(new: NewMetric, dataset: str) -> dict[str, Any]:
    definition = say.definition(dataset)
    return {
        "metric_id": new.metric_id,
        "title_ja": new.title.ja,
        "title_en": new.title.en,
        "unit_ja": new.unit.ja,
        "unit_en": new.unit.en,
        "kind": new.kind.value,
        "direction": "neutral",
        "city": CITY,
        "definition_ja": definition.ja,
        "definition_en": definition.en,
    }


def _dimension(label: str) -> str:
    return "department" if label.endswith(DEPARTMENTS) else "age" if label.endswith(AGES) else "place"
