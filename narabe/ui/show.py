"""A chart with the same numbers as a table and both as files."""

from functools import partial
from typing import Any

import pyarrow as pa
import streamlit as st

from narabe.charts.template import Spec
from narabe.export.cells import header, rows
from narabe.export.csv_file import to_csv
from narabe.export.grid import spell
from narabe.export.xlsx_file import to_xlsx
from narabe.model.table import Column, Table
from narabe.model.text import Lang, Text
from narabe.ui import language, one_page, parts

AS_TABLE = Text("表で見る・ダウンロード", "Table and downloads")
CSV, XLSX = Text("CSV", "CSV"), Text("Excel", "Excel")
NUMBERED_HEIGHT = 420
FEW_ROWS = 11


def show(chart: Spec, alt: str, beside: Table) -> None:
    """The chart, its source line, and its table folded below."""
    one_page.note_exhibit(beside, chart, alt)
    drawn = chart | {
        "datasets": {name: pa.Table.from_pylist(rows) for name, rows in chart["datasets"].items()}
    }
    st.vega_lite_chart(spec=drawn, theme=None, alt=alt, width="stretch")
    parts.source_line(beside.sources)
    with st.expander(AS_TABLE.in_(language.current()), icon=":material/table:"):
        show_table(beside)


def show_table(table: Table, downloads: bool = True) -> None:
    """A table with its notes and its two files, unless those are offered elsewhere."""
    lang = language.current()
    one_page.note_exhibit(table)
    frame = _columns(table, lang)
    st.dataframe(
        frame,
        hide_index=True,
        placeholder="",
        width="stretch",
        height=NUMBERED_HEIGHT if frame.num_rows > FEW_ROWS else "auto",
        column_config={
            field.name: _config(column, pa.types.is_string(field.type))
            for field, column in zip(frame.schema, table.columns, strict=True)
        },
        alt=table.title.in_(lang),
    )
    parts.notes(table.notes)
    if downloads:
        offer_downloads(table)


def _columns(table: Table, lang: Lang) -> pa.Table:
    """The cells as Streamlit sends them, without a detour through a frame; a column of words has no gaps.

    Numbers among which a word stands (`*` for masked) are spelled: a column is of one kind.
    """
    names, body = header(table, lang), rows(table, lang)
    columns = list(zip(*body, strict=True)) or [()] * len(names)
    return pa.table(
        {
            name: [("" if cell is None else cell) for cell in cells]
            if column.decimals is None
            else [spell(cell, column) for cell in cells]
            if any(isinstance(cell, str) for cell in cells)
            else list(cells)
            for name, column, cells in zip(names, table.columns, columns, strict=True)
        }
    )


def offer_downloads(table: Table) -> None:
    """CSV and Excel of one table; made when clicked."""
    lang = language.current()
    with st.container(horizontal=True):
        _download(CSV, table, lang, "csv", "text/csv")
        _download(
            XLSX, table, lang, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )


def _download(label: Text, table: Table, lang: Lang, kind: str, mime: str) -> None:
    make = {"csv": to_csv, "xlsx": to_xlsx}[kind]
    st.download_button(
        label.in_(lang),
        data=partial(make, table, lang),
        file_name=f"{table.name}_{lang}.{kind}",
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
        key=f"{table.name}.{kind}",
        help=f"{table.title.in_(lang)} ({kind})",
    )


def _config(column: Column, spelled: bool) -> Any:
    if column.decimals is None:
        return st.column_config.TextColumn()
    if spelled:
        return st.column_config.TextColumn(alignment="right")
    return st.column_config.NumberColumn(
        format="localized" if column.decimals == 0 or not column.fixed else f"%.{column.decimals}f"
    )
