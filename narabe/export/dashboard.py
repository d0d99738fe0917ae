"""The whole dashboard as one workbook: a sheet for every table, and a sheet of contents that leads to them."""

import io
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from narabe.export.cells import Plain, harmless
from narabe.export.sheet_look import HEADER_FILL, LINK, landscape
from narabe.export.xlsx_file import lay_out
from narabe.model.table import Table
from narabe.model.text import Lang, Text
from narabe.words import taking_sentences as say

Section = tuple[Text, str, tuple[Table, ...]]
FIRST = 4
"""The row of the contents on which the tables begin."""
WIDTHS = (7, 46, 46, 9, 42)
BACK_PLACE = "A2"


def dashboard_book(sections: Sequence[Section], lang: Lang) -> bytes:
    """One workbook: numbered sheets, contents with links there and back, addresses of the views."""
    book = Workbook()
    contents = book.active
    assert isinstance(contents, Worksheet)
    contents.title = say.CONTENTS.in_(lang)
    _opening(contents, lang)
    for number, (title, address, table) in enumerate(_tables(sections), start=1):
        sheet = book.create_sheet(_sheet_name(number, table))
        lay_out(sheet, table, lang)
        _leading(sheet[BACK_PLACE], contents.title, say.BACK.in_(lang))
        row = FIRST + number - 1
        cells: tuple[Plain, ...] = (number, title.in_(lang), table.title.in_(lang), len(table.rows), address)
        for place, value in enumerate(cells, start=1):
            cell = contents.cell(row, place, harmless(value))
            cell.alignment = Alignment(vertical="top", wrap_text=place in (2, 3))
        _leading(contents.cell(row, 3), sheet.title, str(contents.cell(row, 3).value))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _tables(sections: Sequence[Section]) -> Iterator[tuple[Text, str, Table]]:
    return ((title, address, table) for title, address, tables in sections for table in tables)


def _opening(sheet: Worksheet, lang: Lang) -> None:
    sheet["A1"] = say.WHOLE.in_(lang)
    sheet["A1"].font = Font(bold=True, size=14)
    for place, (name, width) in enumerate(zip(say.CONTENT_COLUMNS, WIDTHS, strict=True), start=1):
        cell = sheet.cell(FIRST - 1, place, name.in_(lang))
        cell.font, cell.fill = Font(bold=True), HEADER_FILL
        sheet.column_dimensions["ABCDE"[place - 1]].width = width
    sheet.freeze_panes = f"A{FIRST}"
    landscape(sheet)


def _leading(cell: Cell, sheet: str, said: str) -> None:
    """A link to the first cell of another sheet."""
    cell.value = said
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(sheet)}!A1")
    cell.font = LINK


def _sheet_name(number: int, table: Table) -> str:
    """`012 compare_service_use`: a number keeps names apart that are cut to the 31 characters of a sheet."""
    return f"{number:03d} {table.name.removeprefix('narabe_')}"[:31]
