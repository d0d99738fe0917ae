"""Tables for machines as bytes: CSV, JSON, Parquet, one workbook, or a ZIP of CSV files."""

import codecs
import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Literal

import pyarrow
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from pyarrow import parquet

from narabe.export.cells import FORMULA_STARTS, Plain, harmless
from narabe.export.machine.fields import Field, MachineTable
from narabe.intake.readability.mending import GETA
from narabe.model.problem import Problem
from narabe.words import repaired_sentences as say

Encoding = Literal["utf-8", "shift_jis"]
CODECS: dict[Encoding, str] = {"utf-8": "utf-8-sig", "shift_jis": "cp932"}
"""UTF-8 with BOM; Shift_JIS as Windows writes it."""
MOST_ROWS, MOST_CELLS = 1_048_575, 400_000
"""A sheet holds no more rows under its header; a workbook of so many cells takes some ten seconds and 300 MB to make."""
LONGEST_CELL = 32_767
"""Characters of a cell in Excel."""
DAY = (2000, 1, 1, 0, 0, 0)
"""The time on every file of a ZIP, so that the same content gives the same bytes."""
PROPERTIES = "docProps/core.xml"
SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
MOST_TEXTS = 50_000
"""Texts remembered while a file is written: most of them return row after row."""
HANDLER = "narabe.geta"


def to_csv(table: MachineTable, encoding: Encoding = "utf-8") -> bytes:
    """One file: names in row 1, a record a line; a character that Shift_JIS lacks becomes 〓 (see `unwritable`)."""
    content = io.BytesIO()
    text = io.TextIOWrapper(content, CODECS[encoding], errors=HANDLER, newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.header)

    @lru_cache(maxsize=MOST_TEXTS)
    def safe(text: str) -> Plain:
        return harmless(_writable(text, encoding))

    writer.writerows(
        [safe(value) if isinstance(value, str) else value for value in row] for row in table.rows()
    )
    text.flush()
    return content.getvalue()


def to_json(table: MachineTable) -> bytes:
    """A list of records in UTF-8, one a line; dates as 2026-03-31, no value as null, yes and no as 1 and 0."""
    names = table.header
    lines = [
        json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, allow_nan=False, default=_iso)
        for row in table.rows()
    ]
    return "[\n{}\n]\n".format(",\n".join(lines)).encode()


def to_parquet(table: MachineTable) -> bytes:
    """Typed columns, each with its label, unit and definition as metadata."""
    schema = pyarrow.schema(
        [
            pyarrow.field(each.name, _stored(column.type), metadata=_metadata(each))
            for each, column in zip(table.fields, table.data.columns, strict=True)
        ]
    )
    content = io.BytesIO()
    parquet.write_table(table.data.cast(schema), content, compression="zstd")
    return content.getvalue()


def unwritable(table: MachineTable, encoding: Encoding) -> list[tuple[str, str, int]]:
    """Characters that the encoding lacks: (character, field, how often), the most frequent of each field first."""
    if encoding == "utf-8":
        return []
    found: list[tuple[str, str, int]] = []
    for name, column in zip(table.header, table.data.columns, strict=True):
        if not pyarrow.types.is_string(_stored(column.type)):
            continue
        count = Counter(each for text in column.to_pylist() if text for each in _lacking(text, encoding))
        found += [(character, name, often) for character, often in count.most_common()]
    return found


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
    return settled(content.getvalue())


def settled(book: bytes) -> bytes:
    """A workbook without the time at which it was saved: the same content, the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as given, zipfile.ZipFile(content, "w") as archive:
        for name in given.namelist():
            part = given.read(name)
            part = SAVED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", part) if name == PROPERTIES else part
            _add(archive, name, part)
    return content.getvalue()


def _add(archive: zipfile.ZipFile, name: str, part: bytes) -> None:
    entry = zipfile.ZipInfo(name, DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, part)


def to_zip(files: Mapping[str, bytes]) -> bytes:
    """Files by name; the same content, the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in files.items():
            _add(archive, name, part)
    return content.getvalue()


def to_csv_zip(tables: Sequence[MachineTable], encoding: Encoding) -> bytes:
    """One file a table; a character that Shift_JIS lacks becomes 〓."""
    return to_zip({f"{table.name}.csv": to_csv(table, encoding) for table in tables})


def _writable(text: str, encoding: Encoding) -> str:
    """A text as the encoding gives it back: Shift_JIS has one sign for several of Unicode (− and －), 〓 for none."""
    if encoding == "utf-8" or text.isascii():
        return text
    return text.encode(CODECS[encoding], HANDLER).decode(CODECS[encoding])


def _stored(kind: pyarrow.DataType) -> pyarrow.DataType:
    """Codes kept as a dictionary are written as their text."""
    return kind.value_type if pyarrow.types.is_dictionary(kind) else kind


def _metadata(field: Field) -> dict[str, str]:
    texts = {"label": field.label, "unit": field.unit, "definition": field.definition}
    return {
        f"{name}_{lang}": said
        for name, text in texts.items()
        for lang, said in (("ja", text.ja), ("en", text.en))
        if said
    }


def _lacking(text: str, encoding: Encoding) -> Iterator[str]:
    try:
        text.encode(CODECS[encoding])
    except UnicodeEncodeError:
        for character in text:
            if character.encode(CODECS[encoding], "ignore") == b"":
                yield character


def _iso(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()


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
