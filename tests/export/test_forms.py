"""A form that is filled in comes back as the very figures it asked for."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from narabe.export.forms import HEAD, VALUE, blank_form
from narabe.model.figures_plan import Period
from narabe.model.forms import FormRow, FormSheet
from narabe.model.intake import Sheet, Value
from narabe.model.text import Text
from tests.intake.figures.sheets import metrics, plan_of, sheet, taken, tidy

APRIL = Period(date(2025, 4, 1), date(2025, 4, 30), 1)
LAST_DAY = Period(date(2025, 4, 30), date(2025, 4, 30), None)
YEAR = Period(date(2025, 4, 1), date(2026, 3, 31), 12)
FORM = FormSheet(
    "gores_monthly",
    Text("5レス月次 入力様式", "Monthly form"),
    date(2025, 4, 1),
    (
        FormRow("counter_visitors", "all", Text("来庁者数", "Visitors"), Text("人", "people"), APRIL, 900.0, 1000.0),
        FormRow("web_meetings", "all", Text("ウェブ会議の開催数", "Web meetings"), Text("回", "meetings"), APRIL, None, None),
        FormRow("line_registrations", "all", Text("LINE登録者数", "LINE"), Text("人", "people"), LAST_DAY, 5.0, None),
        FormRow("audit_compliance", "all", Text("遵守率", "Compliance"), Text("%", "%"), YEAR, 99.5, None),
        FormRow("hours_saved", "all", Text("削減時間", "Hours saved"), Text("時間", "hours"), YEAR, None, 1.5),
    ),
)  # fmt: skip


def opened(content: bytes) -> tuple[Workbook, Worksheet]:
    book = load_workbook(io.BytesIO(content))
    assert len(book.worksheets) == 1
    return book, book.worksheets[0]


def as_sheet(page: Worksheet) -> Sheet:
    rows: list[list[Value]] = [list(row) for row in page.iter_rows(values_only=True)]
    return sheet(rows, *(str(area) for area in page.merged_cells.ranges), name=page.title)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_filled_form_is_recognised_without_a_doubt(lang: str) -> None:
    _, page = opened(blank_form(FORM, lang))  # type: ignore[arg-type]
    for row, value in ((1, 1234), (3, 6), (4, 98.5), (5, 12.5)):
        page.cell(HEAD + row, VALUE, value)
    page.cell(HEAD + 1, VALUE + 1, "工事のため減")
    page.cell(3, 3, "DX推進課")
    filled = as_sheet(page)
    assert {series.certain for block in plan_of(filled).blocks for series in block.series} == {1.0}
    converted = taken(filled)
    assert tidy(converted) == [
        ("audit_compliance", "all", "FY2025", 98.5),
        ("counter_visitors", "all", "2025-04", 1234),
        ("hours_saved", "all", "FY2025", 12.5),
        ("line_registrations", "all", "@2025-04-30", 6),
    ]
    assert converted.faults == ()


def test_only_the_fields_can_be_changed_and_they_are_checked() -> None:
    _, page = opened(blank_form(FORM))
    assert page.protection.sheet
    unlocked = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    rows = range(HEAD + 1, HEAD + 6)
    assert unlocked == {f"E{row}" for row in rows} | {f"F{row}" for row in rows} | {"C3", "E3"}
    rules = {str(cells): (rule.type, rule.formula1, rule.formula2) for rule in page.data_validations.dataValidation for cells in rule.sqref.ranges}  # fmt: skip
    assert rules == {
        "E7": ("whole", "0", None),
        "E8": ("whole", "0", None),
        "E9": ("whole", "0", None),
        "E10": ("decimal", "0", "100"),
        "E11": ("decimal", "0", None),
    }
    assert all(rule.showErrorMessage and rule.error for rule in page.data_validations.dataValidation)


def test_it_prints_on_one_sheet_of_a4_and_shows_what_was_known_before() -> None:
    _, page = opened(blank_form(FORM))
    assert (page.page_setup.paperSize, page.page_setup.orientation, page.page_setup.fitToHeight) == (
        9,
        "landscape",
        1,
    )
    assert page.print_area == "'2025-04'!$A$1:$J$11"
    assert [cell.value for cell in page[HEAD + 1]][:5] == ["来庁者数", "人", 900, 1000, None]
    assert page["A2"].value == "対象：2025年4月"


def read(name: str) -> list[dict[str, str]]:
    path = Path(__file__).parents[2] / "data" / "metrics" / name
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_the_forms_of_the_project_ask_for_known_metrics_in_their_own_units() -> None:
    known = {entry.metric_id: entry for entry in metrics()}
    forms, defined = read("forms.csv"), read("metrics.csv")
    kpi = {row["metric_id"] for row in defined if row["kpi_order"]}
    assert {row["metric_id"] for row in forms if row["form_id"] == "kpi"} == kpi
    assert len([row for row in forms if row["form_id"] == "gores_monthly"]) == 10
    for row in forms:
        entry = known[row["metric_id"]]
        assert (row["unit_ja"], row["unit_en"]) == (entry.unit.ja, entry.unit.en)
        assert (row["period"] == "state") == (entry.kind == "stock")
