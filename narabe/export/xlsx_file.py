"""Table -> XLSX for reading: title, table, notes and sources on one sheet, and its chart on another."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from narabe.charts.template import Spec
from narabe.export.cells import Plain, harmless, header, rows
from narabe.export.sheet_look import HEADER_FILL, landscape
from narabe.export.xlsx_chart import add_chart
from narabe.model.table import Column, Table
from narabe.model.text import Lang, Text

LINE = Border(bottom=Side("thin", color="B8B8C4"))
WIDEST = 48
NOTES, SOURCES = Text("注", "Notes"), Text("出典", "Sources")
EDITED = Text("をもとに編集", " (edited)")
VERSION = Text("データの版", "Data version")


def to_xlsx(table: Table, lang: Lang, chart: Spec | None = None) -> bytes:
    """The table as a workbook; numbers stay numbers. A chart that Excel can draw stands on a sheet of its own."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Narabe"
    lay_out(sheet, table, lang)
    add_chart(book, chart, table.title.in_(lang), _said_below(table, lang), lang)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def lay_out(sheet: Worksheet, table: Table, lang: Lang) -> None:
    """Title, table, notes and sources on a sheet."""
    sheet["A1"] = harmless(table.title.in_(lang))
    sheet["A1"].font = Font(bold=True, size=14)
    names, body = header(table, lang), rows(table, lang)
    for place, name in enumerate(names, start=1):
        cell = sheet.cell(3, place, harmless(name))
        cell.font, cell.fill, cell.border = Font(bold=True), HEADER_FILL, LINE
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for number, row in enumerate(body, start=4):
        for place, value in enumerate(row, start=1):
            _write(sheet, number, place, value, table.columns[place - 1])
    _widths(sheet, names, body)
    for place, line in enumerate(_said_below(table, lang), start=5 + len(body)):
        sheet.cell(place, 1, line)
    sheet.freeze_panes = "B4"
    landscape(sheet)


def _write(sheet: Worksheet, row: int, column: int, value: Plain, meant: Column) -> None:
    cell = sheet.cell(row, column, harmless(value))
    cell.border, cell.alignment = LINE, Alignment(wrap_text=True, vertical="top")
    if isinstance(value, (int, float)) and meant.decimals is not None and meant.fixed:
        cell.number_format = "#,##0" + ("." + "0" * meant.decimals if meant.decimals else "")


def _widths(sheet: Worksheet, names: list[str], body: list[list[Plain]]) -> None:
    for place, name in enumerate(names, start=1):
        longest = max([_width(row[place - 1]) for row in body] + [_width(name) / 2], default=8)
        sheet.column_dimensions[get_column_letter(place)].width = min(max(longest + 2, 9), WIDEST)


def _width(value: Plain) -> float:
    """Japanese characters take two columns."""
    return sum(2 if ord(character) > 0x2E80 else 1 for character in str(value or ""))


def _said_below(table: Table, lang: Lang) -> list[str]:
    """Notes, sources and version, one line each."""
    lines = [(NOTES, note.in_(lang)) for note in table.notes]
    lines += [(SOURCES, source.line.in_(lang) + EDITED.in_(lang)) for source in table.sources]
    if table.build_id:
        lines.append((VERSION, table.build_id))
    return [f"{kind.in_(lang)}：{line}" if lang == "ja" else f"{kind.en}: {line}" for kind, line in lines]
