"""The metrics that a file may speak of, out of the input tables."""

from collections.abc import Iterable
from typing import Any

from narabe.model.figures_plan import MetricEntry
from narabe.model.status import MetricKind
from narabe.model.text import Text
from narabe.sources import CheckedTable

CITY = "koriyama"


def catalogue(tables: Iterable[CheckedTable]) -> tuple[MetricEntry, ...]:
    """The city's own metrics with their other names; input tables `metrics`, `segments`, `aliases`, `forms`.

    Only of the tables under data/: metrics that an import drafted leave with it.
    """
    by_name = {table.name: table for table in tables}
    aliases: dict[str, list[str]] = {}
    for row in _records(by_name.get("aliases")):
        aliases.setdefault(row["metric_id"], []).append(row["alias_ja"])
    for row in _records(by_name.get("forms")):
        if row["segment"] == "all":
            aliases.setdefault(row["metric_id"], []).append(row["label_ja"])
    segments = tuple(
        (row["segment_id"], Text(row["label_ja"], row["label_en"]))
        for row in _records(by_name.get("segments"))
    )
    return tuple(
        MetricEntry(
            row["metric_id"],
            Text(row["title_ja"], row["title_en"]),
            Text(row["unit_ja"], row["unit_en"]),
            MetricKind(row["kind"]),
            tuple(aliases.get(row["metric_id"], ())),
            segments,
            row["numerator_ja"] or "",
            row["denominator_ja"] or "",
        )
        for row in _records(by_name.get("metrics"))
        if row["city"] == CITY
    )


def _records(table: CheckedTable | None) -> list[dict[str, Any]]:
    return table.records() if table else []
