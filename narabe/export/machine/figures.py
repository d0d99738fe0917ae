"""Figures of metrics in long form: one row a value, with its metric, part, time, unit and status."""

from collections.abc import Mapping
from typing import Any

from narabe.export.machine.about import About
from narabe.export.machine.fields import Field, MachineTable, of_rows
from narabe.intake.converted import Converted
from narabe.model.figures_plan import MetricEntry
from narabe.model.text import Text, plain
from narabe.sources import CheckedTable
from narabe.words import repaired_sentences as say

FIELDS = (
    ("area_code", say.CODE, "text"),
    ("area_name", say.WORDS, "text"),
    ("metric_id", say.CODE, "text"),
    ("metric_name_ja", say.WORDS, "text"),
    ("metric_name_en", say.WORDS, "text"),
    ("segment", say.CODE, "text"),
    ("segment_name_ja", say.WORDS, "text"),
    ("segment_name_en", say.WORDS, "text"),
    ("role", say.CODE, "text"),
    ("period_start", say.DATE, "date"),
    ("period_end", say.DATE, "date"),
    ("months", say.NUMBER, "integer"),
    ("value", say.NUMBER, "number"),
    ("unit", say.WORDS, "text"),
    ("low", say.NUMBER, "number"),
    ("high", say.NUMBER, "number"),
    ("numerator", say.NUMBER, "number"),
    ("denominator", say.NUMBER, "number"),
    ("status", say.CODE, "text"),
    ("note_ja", say.FREE_TEXT, "text"),
    ("note_en", say.FREE_TEXT, "text"),
    ("section", say.WORDS, "text"),
)
"""Name and what stands there; the same columns for every file, so that years can be put under one another (L3-07)."""


def figures(converted: Converted, about: About, catalogue: tuple[MetricEntry, ...]) -> MachineTable:
    """All figures of a file. `catalogue` names the metrics that were known before."""
    tables = {table.name: table for table in converted.tables}
    metrics = {entry.metric_id: entry.title for entry in catalogue}
    metrics |= {
        row["metric_id"]: Text(row["title_ja"], row["title_en"]) for row in _records(tables.get("metrics"))
    }
    segments = {segment: label for entry in catalogue for segment, label in entry.segments}
    segments |= {
        row["segment_id"]: Text(row["label_ja"], row["label_en"]) for row in _records(tables.get("segments"))
    }
    segments.setdefault("all", say.ALL)
    headings = {row["section_id"]: row["heading_ja"] for row in _records(tables.get("sections"))}
    rows, used = [], {"metric_id": set(), "segment": set(), "role": set(), "status": set()}  # type: ignore[var-annotated]
    for row in _records(tables.get("metric_values")):
        metric = metrics.get(row["metric_id"], plain(row["metric_id"]))
        segment = segments.get(row["segment"], plain(row["segment"]))
        given = row | {
            "area_code": about.area_code,
            "area_name": about.area_name,
            "metric_name_ja": metric.ja,
            "metric_name_en": metric.en,
            "segment_name_ja": segment.ja,
            "segment_name_en": segment.en,
            "section": headings.get(row["section"], row["section"]),
        }
        rows.append([given[name] for name, _, _ in FIELDS])
        for name, codes in used.items():
            codes.add(row[name])
    known: dict[str, Mapping[str, Text]] = {
        "area_code": {about.area_code: plain(about.area_name)},
        "metric_id": metrics,
        "segment": segments,
        "role": say.ROLES,
        "status": say.STATUSES,
    }
    fields = tuple(_field(name, kind, known.get(name, {}), used.get(name)) for name, kind, _ in FIELDS)
    return of_rows("data", fields, rows)


def _field(name: str, kind: Text, known: Mapping[str, Text], used: set[str] | None) -> Field:
    codes = tuple(
        (code, known.get(code, plain(code))) for code in (sorted(used) if used is not None else known)
    )
    label, definition = say.FIGURE_FIELDS[name]
    return Field(
        name,
        label,
        kind,
        say.MONTHS if name == "months" else say.UNIT_BESIDE if kind is say.NUMBER else plain(""),
        definition,
        codes,
    )


def _records(table: CheckedTable | None) -> list[dict[str, Any]]:
    return table.records() if table else []
