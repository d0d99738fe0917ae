"""Tables for machines as bytes: one workbook, or a ZIP of CSV files."""

import codecs
import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from narabe.export.cells import FORMULA_STARTS, Plain, harmless
from narabe.export.machine.fields import MachineTable
from narabe.intake.readability.mending import GETA
from narabe.model.problem import Problem
from narabe.words import repaired_sentences as say

Encoding = Literal["utf-8", "shift_jis"]
CODECS: dict[Encoding, str] = {"utf-8": "utf-8-sig", "shift_jis": "cp932"}
"""UTF-8 with BOM; Shift_JIS as Windows writes it."""
MOST_ROWS, MOST_CELLS = 1_048_575, 1_000_000
"""A sheet holds no more rows under its header; beyond these cells a workbook takes more than some twenty seconds to make."""
LONGEST_CELL = 32_767
"""Characters of a cell in Excel."""
DAY = (2000, 1, 1, 0, 0, 0)
"""The time on every file of a ZIP, so that the same content gives the same bytes."""
HANDLER = "narabe.geta"


def to_workbook(tables: Sequence[MachineTable]) -> bytes:
    """One sheet a table, names in row 1. Errors: Problem where a table is too large for a workbook."""
    cells = sum(table.data.num_rows * len(table.fields) for table in tables)
    if any(table.data.num_rows > MOST_ROWS for table in tables) or cells > MOST_CELLS:
        raise Problem(say.TOO_LARGE, say.TAKE_CSV)
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.append(table.header)
        for row in table.rows():
            sheet.append([_cell(sheet, value) for value in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def to_csv_zip(tables: Sequence[MachineTable], encoding: Encoding) -> bytes:
    """One file a table; a character that Shift_JIS lacks becomes 〓."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables:
            entry = zipfile.ZipInfo(f"{table.name}.csv", DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as file:
                text = io.TextIOWrapper(file, CODECS[encoding], errors=HANDLER, newline="")
                writer = csv.writer(text, lineterminator="\r\n")
                writer.writerow(table.header)
                writer.writerows([harmless(value) for value in row] for row in table.rows())
                text.flush()
                text.detach()
    return content.getvalue()


def _cell(sheet: Any, value: Plain) -> Any:
    """Text that looks like a formula is marked as text; numbers and dates are themselves."""
    if isinstance(value, str):
        short = value[:LONGEST_CELL]
        if not short.lstrip().startswith((*FORMULA_STARTS, "#")):
            return short
        cell = WriteOnlyCell(sheet, None)
        cell._value, cell.data_type, cell.quotePrefix = short, "s", True
        return cell
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = "yyyy-mm-dd"
        return cell
    return value


def _geta(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return GETA * (error.end - error.start), error.end


codecs.register_error(HANDLER, _geta)
