"""Every kind of workbook that people can take away, made from the served version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from narabe.analyses.compare import compare
from narabe.analyses.crosstab import crosstab
from narabe.analyses.crosstab_start import usual_axes, usual_question
from narabe.analyses.kpi import kpi_board
from narabe.analyses.open_data import open_rows
from narabe.charts import change, kpi, ranks
from narabe.charts import compare as chart
from narabe.charts.theme import Look
from narabe.export.crosstab_book import crosstab_book
from narabe.export.dashboard import dashboard_book
from narabe.export.faces import Taking, made
from narabe.export.forms import blank_form
from narabe.export.machine.open_face import made as open_made
from narabe.model.comparison import CompareAsk
from narabe.model.crosstab import CrossAsk
from narabe.model.figures_plan import Period
from narabe.model.forms import FormRow, FormSheet
from narabe.model.text import Text
from narabe.tables import compare as compare_tables
from narabe.tables import kpi as kpi_tables
from narabe.tables.dashboard import sections
from narabe.warehouse import Warehouse
from narabe.warehouse.answers import open_answers, surveys

MONTH = Period(date(2025, 4, 1), date(2025, 4, 30), 1)
FORM = FormSheet(
    "gores_monthly",
    Text("5レス月次 入力様式", "Monthly form"),
    date(2025, 4, 1),
    (
        FormRow(
            "counter_visitors", "all", Text("来庁者数", "Visitors"), Text("人", "people"), MONTH, 900, 1000
        ),
    ),
)
Kind = tuple[str, bytes, int]
"""Name, bytes, and how many charts it holds."""


def every_kind(warehouse: Warehouse) -> Iterator[Kind]:
    """Readable with each kind of chart and with none, for machines, the whole dashboard, crosstabs, a form."""
    used, look = compare(warehouse, CompareAsk("service_use")), Look()
    board = kpi_board(warehouse)
    shown = {
        "bars": Taking(compare_tables.shares(used), chart.shares(used, look)),
        "differences": Taking(compare_tables.differences(used), change.differences(used, look)),
        "ranks": Taking(compare_tables.ranks(used), ranks.ranks(used, look)),
        "targets": Taking(kpi_tables.board(board, {}), kpi.board(board, look)),
        "plain": Taking(compare_tables.shares(used)),
    }
    for name, taking in shown.items():
        for lang in ("ja", "en"):
            yield f"readable_{name}_{lang}", made(taking, "xlsx", lang), int(taking.chart is not None)
    yield "machine_screen", made(shown["plain"], "machine_xlsx", "ja"), 0
    yield "machine_figures", open_made("figures", open_rows(warehouse, "figures", {}), "xlsx"), 0
    yield "dashboard", dashboard_book(sections(warehouse), "ja"), 0
    for name in surveys()[:1]:
        answers = open_answers(name)
        rows = usual_question(answers.survey)
        assert rows is not None
        ask = CrossAsk(name, rows, tuple((axis,) for axis in usual_axes(answers.survey)))
        told = [crosstab(answers, ask, warehouse.settings)]
        yield "crosstab", crosstab_book(told, "ja"), 0
        yield "crosstab_letters", crosstab_book(told, "ja", lettered=True), 0
    yield "form", blank_form(FORM), 0
