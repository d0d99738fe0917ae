"""Imports planted beside the published tables, and a warehouse that serves them from memory."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any, cast

import duckdb

from narabe.settings import Settings
from narabe.sources import CheckedTable
from narabe.warehouse import Warehouse
from narabe.warehouse.compose import compose
from narabe.warehouse.sql import query
from tests.warehouse.tree import inputs

Record = dict[str, Any]
NUMBERS = count()
WITHOUT_DOCUMENT = {"metrics", "segments", "questions", "options", "concepts", "groups", "comparability"}
"""Input tables whose rows belong to no document."""


class Import:
    """Rows of one imported file; what a row leaves out is empty."""

    def __init__(self, name: str, order: int, origin: str = "imported") -> None:
        self.document = f"import-{name}"
        about = {
            "title_ja": f"{name}.csv",
            "title_en": f"{name}.csv",
            "origin": origin,
            "import_order": order,
        }
        office = {"publisher_ja": "デジタル課", "publisher_en": "デジタル課", "published": "2026-05-01"}
        self.rows: dict[str, list[Record]] = {
            "documents": [about | office],
            "sections": [{"section_id": "s1", "order": 1, "heading_ja": "Sheet1", "heading_en": "Sheet1"}],
        }

    def add(self, table: str, *records: Record) -> "Import":
        self.rows.setdefault(table, []).extend(records)
        return self

    def value(
        self, metric: str, start: date, end: date, months: int | None, value: float | None, **more: Any
    ) -> "Import":
        """One metric value as it stands in the file."""
        row = {
            "metric_id": metric,
            "role": "observed",
            "segment": "all",
            "period_start": start,
            "period_end": end,
        }
        row |= {"months": months, "value": value, "decimals": 0, "about": False, "unit": "件"}
        return self.add("metric_values", row | {"status": "printed", "section": "s1"} | more)

    def months(self, metric: str, first: date, values: Sequence[float | None], **more: Any) -> "Import":
        """A value for each month from `first` on."""
        for place, value in enumerate(values):
            year, month = divmod(first.year * 12 + first.month - 1 + place, 12)
            last = monthrange(year, month + 1)[1]
            self.value(metric, date(year, month + 1, 1), date(year, month + 1, last), 1, value, **more)
        return self

    def wave(self, wave_id: str, field_start: date | None, same_as: str | None = None) -> "Import":
        """A survey; its title is its id."""
        names = {"title_ja": wave_id, "title_en": wave_id, "series_ja": wave_id, "series_en": wave_id}
        row = names | {"wave_id": wave_id, "order": 1, "short_ja": "", "short_en": "", "section": "s1"}
        when = {"field_start": field_start, "field_end": field_start, "field_precision": "day"}
        return self.add("waves", row | when | {"same_as": same_as})

    def question(
        self,
        wave_id: str,
        name: str,
        concept: str | None,
        options: Sequence[str],
        kind: str = "single",
        **more: Any,
    ) -> "Import":
        """A question of a wave, named `<wave>_<name>`, with its options in order."""
        question_id = f"{wave_id}_{name}"
        row = {"question_id": question_id, "wave_id": wave_id, "concept_id": concept, "answer_type": kind}
        self.add(
            "questions", row | {"label_ja": "問い", "label_en": "Question", "options_complete": True} | more
        )
        for place, option in enumerate(options, start=1):
            labels = {"label_ja": option, "label_en": option, "option_order": place, "is_net": False}
            self.add("options", {"question_id": question_id, "option_id": option} | labels)
        return self

    def counts(
        self, question_id: str, group: str, base: int, counts: Mapping[str, float], **more: Any
    ) -> "Import":
        """How many of `base` chose each option."""
        for option, chosen in counts.items():
            row: Record = {
                "wave_id": question_id.rpartition("_")[0],
                "question_id": question_id,
                "option_id": option,
            }
            row |= {"group_id": group, "measure": "count", "value": chosen, "decimals": 0, "unit": "人"}
            row |= {"base": base, "base_status": "printed", "status": "computed", "section": "s1"}
            self.add("survey_results", row | more)
        return self


class Planted:
    """The published tables with imports, composed in memory; answers the reports as a warehouse does."""

    def __init__(self, *imports: Import, chosen: Settings | None = None) -> None:
        self.build_id = f"planted-{next(NUMBERS)}"
        self.settings = chosen or Settings()
        self.connection = duckdb.connect()
        compose(self.connection, with_imports(*imports), self.settings)
        self.connection.execute(
            "create table checks (check_id text, purpose_ja text, purpose_en text, violations integer)"
        )

    def ask(self, report: str, **params: Any) -> list[Record]:
        return self.rows(query("reports", report).text, **params)

    def rows(self, sql: str, **params: Any) -> list[Record]:
        cursor = self.connection.execute(sql, params or None)
        names = [column[0] for column in cursor.description]
        cells = ([tuple(c) if isinstance(c, list) else c for c in row] for row in cursor.fetchall())
        return [dict(zip(names, row, strict=True)) for row in cells]

    def figures(self, where: str) -> dict[str, Any]:
        """figure_id -> value of the public mart."""
        return {row["figure_id"]: row["value"] for row in self.rows(f"select * from figures where {where}")}

    @property
    def warehouse(self) -> Warehouse:
        return cast("Warehouse", self)


def with_imports(*imports: Import) -> tuple[CheckedTable, ...]:
    """The published tables, each followed by the rows of the imports in their order."""
    return tuple(_extended(table, imports) for table in inputs())


def _extended(table: CheckedTable, imports: Sequence[Import]) -> CheckedTable:
    names = [name for name, _ in table.columns]
    rows = list(table.rows)
    for each in imports:
        own = {} if table.name in WITHOUT_DOCUMENT else {"document_id": each.document}
        for record in each.rows.get(table.name, []):
            unknown = set(record) - set(names)
            assert not unknown, f"{table.name} has no {unknown}"
            rows.append(tuple((own | record).get(name) for name in names))
    return CheckedTable(table.name, table.columns, tuple(rows), table.file)
