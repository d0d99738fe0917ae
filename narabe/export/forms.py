"""A form to be filled in, as a workbook of one sheet: typed cells are checked, everything else is locked."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from narabe.export.cells import harmless
from narabe.model.forms import FormRow, FormSheet
from narabe.model.text import Lang, Text
from narabe.words import figures_sentences as say

HEAD = 6
"""The row of headings; above it title, month, who fills in, and how."""
FIELDS = ("label", "unit", "before", "year_before", "value", "note", "metric_id", "segment", "start", "end")
WIDTHS = (44, 9, 15, 15, 15, 26, 21, 8, 12, 12)
LABEL, VALUE, NOTE, FIRST_ID = (
    1,
    FIELDS.index("value") + 1,
    FIELDS.index("note") + 1,
    FIELDS.index("metric_id") + 1,
)
INPUT, HEADER, QUIET = (PatternFill("solid", fgColor=colour) for colour in ("FFF4CC", "E8F1FE", "F2F2F2"))
LINE = Border(*(Side("thin", color="B8B8C4") for _ in range(4)))
OPEN = Protection(locked=False)
A4 = 9
DECIMAL_UNITS = ("時間", "%")


def blank_form(form: FormSheet, lang: Lang = "ja") -> bytes:
    """The form of a month with the values known before beside the cells to fill in.

    Headings stay Japanese in every language: reading the filled form goes by them.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = f"{form.month:%Y-%m}"
    _top(sheet, form, lang)
    for column, name in enumerate(FIELDS, start=1):
        _styled(sheet.cell(HEAD, column, _heading(name)), HEADER, bold=True)
    for row, entry in enumerate(form.rows, start=HEAD + 1):
        _line(sheet, row, entry, lang)
    _checked(sheet, form.rows, lang)
    _laid_out(sheet, HEAD + len(form.rows))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _heading(name: str) -> str:
    known = {"before": say.FORM_BEFORE.ja, "year_before": say.FORM_YEAR_BEFORE.ja}
    return known.get(name) or say.FORM_IDS[name]


def _top(sheet: Worksheet, form: FormSheet, lang: Lang) -> None:
    sheet.cell(1, 1, harmless(form.title.in_(lang))).font = Font(bold=True, size=14)
    month = Text(f"{form.month.year}年{form.month.month}月", f"{form.month:%b %Y}")
    sheet.cell(2, 1, f"{say.FORM_PERIOD.in_(lang)}：{month.in_(lang)}").font = Font(bold=True)
    for column, label in ((2, say.FORM_DEPARTMENT), (4, say.FORM_AUTHOR)):
        sheet.cell(3, column, label.in_(lang)).font = Font(bold=True)
        field = sheet.cell(3, column + 1)
        field.protection, field.fill, field.border = OPEN, INPUT, LINE
    sheet.cell(4, 1, say.FORM_HELP.in_(lang)).alignment = Alignment(vertical="top")


def _line(sheet: Worksheet, row: int, entry: FormRow, lang: Lang) -> None:
    known = (
        harmless(entry.label.in_(lang)), harmless(entry.unit.in_(lang)), entry.last_month, entry.last_year, None, None,
        entry.metric_id, entry.segment, entry.period.start, entry.period.end,
    )  # fmt: skip
    for column, value in enumerate(known, start=1):
        cell = sheet.cell(row, column, value)
        _styled(cell, QUIET if column >= FIRST_ID else None)
        if isinstance(value, float):
            cell.number_format = "#,##0.0" if entry.unit.ja in DECIMAL_UNITS else "#,##0"
    for column in (VALUE, NOTE):
        sheet.cell(row, column).protection = OPEN
        sheet.cell(row, column).fill = INPUT
    sheet.cell(row, VALUE).number_format = "#,##0.0" if entry.unit.ja in DECIMAL_UNITS else "#,##0"
    for column in (FIELDS.index("start") + 1, FIELDS.index("end") + 1):
        sheet.cell(row, column).number_format = "yyyy-mm-dd"


def _styled(cell: Cell, fill: PatternFill | None, bold: bool = False) -> None:
    cell.border, cell.font = LINE, Font(bold=bold)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    if fill is not None:
        cell.fill = fill


def _checked(sheet: Worksheet, rows: Sequence[FormRow], lang: Lang) -> None:
    """Spreadsheets refuse words, negative counts and shares above 100 while they are typed."""
    share, hours, count = (
        DataValidation("decimal", operator="between", formula1="0", formula2="100", allow_blank=True),
        DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True),
        DataValidation("whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True),
    )
    told = ((share, say.FORM_RATIO_ERROR), (hours, say.FORM_NUMBER_ERROR), (count, say.FORM_WHOLE_ERROR))
    for rule, error in told:
        rule.error, rule.prompt = error.in_(lang), say.FORM_PROMPT.in_(lang)
        rule.showErrorMessage = rule.showInputMessage = True
    for row, entry in enumerate(rows, start=HEAD + 1):
        rule = share if entry.unit.ja == "%" else hours if entry.unit.ja in DECIMAL_UNITS else count
        rule.add(sheet.cell(row, VALUE))
    for rule, _ in told:
        if rule.sqref:
            sheet.add_data_validation(rule)


def _laid_out(sheet: Worksheet, last_row: int) -> None:
    """One A4 page across; moving about goes from field to field only."""
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = sheet.cell(HEAD + 1, 2)
    sheet.protection.sheet = True
    sheet.protection.selectLockedCells = False
    setup = sheet.page_setup
    setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight = A4, "landscape", 1, 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_area = f"A1:{get_column_letter(len(FIELDS))}{last_row}"
