"""Table -> CSV: UTF-8 with BOM, header in row 1, one record a line."""

import csv
import io

from narabe.export.cells import Plain, harmless, header, rows
from narabe.model.table import Table
from narabe.model.text import Lang


def to_csv(table: Table, lang: Lang) -> bytes:
    """The table as bytes Excel opens by double click."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header(table, lang))
    for row in rows(table, lang):
        writer.writerow([harmless(_one_line(value)) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _one_line(value: Plain) -> Plain:
    return " ".join(value.split()) if isinstance(value, str) else value
