"""A chart with the same numbers as a table and both as files."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, Literal

import pyarrow as pa
import streamlit as st

from narabe.charts.template import Spec
from narabe.charts.theme import text_width
from narabe.export.cells import header, rows
from narabe.export.faces import Taking
from narabe.export.grid import spell
from narabe.export.machine.fields import MachineTable
from narabe.model.table import Column, Table
from narabe.model.text import Lang, Text
from narabe.ui import language, one_page, parts, taking

AS_TABLE = Text("表で見る・ダウンロード", "Table and downloads")
NUMBERED_HEIGHT = 420
FEW_ROWS, ROW_HEIGHT = 11, 35
PINNED_WIDTHS = (40, 120, 150)
TEXT_SIZE = 14


def show(
    chart: Spec,
    alt: str,
    beside: Table,
    machine: Callable[[], MachineTable] | None = None,
    said: Sequence[Text] = (),
) -> None:
    """The chart, its source line, and its table folded below. `machine`, `said`: as `show_table`."""
    draw(chart, alt, beside)
    parts.source_line(beside.sources)
    with st.expander(AS_TABLE.in_(language.current()), icon=":material/table:"):
        show_table(beside, chart=chart, alt=alt, machine=machine, said=said)


def draw(chart: Spec, alt: str, beside: Table) -> None:
    """The chart alone; `beside` is its table, shown elsewhere."""
    one_page.note_exhibit(beside, chart, alt)
    drawn = chart | {
        "datasets": {name: pa.Table.from_pylist(rows) for name, rows in chart["datasets"].items()}
    }
    st.vega_lite_chart(spec=drawn, theme=None, alt=alt, width="stretch")


def show_table(
    table: Table,
    downloads: bool = True,
    *,
    noted: bool = True,
    notes: bool = True,
    said: Sequence[Text] = (),
    pinned: int = 0,
    widest: int = PINNED_WIDTHS[-1],
    shown: int = FEW_ROWS,
    chart: Spec | None = None,
    alt: str = "",
    machine: Callable[[], MachineTable] | None = None,
    pick: Callable[[list[tuple[int, str]]], None] | None = None,
) -> None:
    """A table with its notes and its files, unless those are offered elsewhere.

    `noted`: it is part of the view that can be taken away. `notes`: its notes are said here, not elsewhere, but
    for those `said` on the page already. The first `pinned` columns stay in sight, each up to `widest` pixels; up to
    `shown` rows are shown without scrolling. `chart`, `alt` and `machine` go into its files (`export.faces.Taking`).
    `pick` is told which cell was chosen, by line and heading; nothing once it
    is given up.
    """
    lang = language.current()
    if noted:
        one_page.note_exhibit(table)
    frame = _columns(table, lang)
    picking: dict[str, Any] = {}
    if pick is not None:
        key = f"{table.name}.cells.{lang}"
        picking = {"key": key, "on_select": partial(_picked, pick, key), "selection_mode": "single-cell"}
    st.dataframe(
        frame,
        hide_index=True,
        placeholder="",
        width="stretch",
        height=_height(frame.num_rows, shown),
        column_config={
            field.name: _pinned(
                field.name, frame[field.name], PINNED_WIDTHS[1] if column.key == "axis" else widest
            )
            if place < pinned
            else _config(column, pa.types.is_string(field.type))
            for place, (field, column) in enumerate(zip(frame.schema, table.columns, strict=True))
        },
        alt=table.title.in_(lang),
        **picking,
    )
    if notes:
        parts.notes([note for note in table.notes if note not in said])
    if downloads:
        offer_downloads(table, chart=chart, alt=alt, machine=machine)


def _columns(table: Table, lang: Lang) -> pa.Table:
    """The cells as Streamlit sends them, without a detour through a frame; a column of words has no gaps.

    Numbers among which a word stands (`*` for masked) are spelled: a column is of one kind.
    """
    names, body = header(table, lang), rows(table, lang)
    columns = list(zip(*body, strict=True)) or [()] * len(names)
    return pa.table(
        {
            name: [_leading(cell, lang) for cell in cells]
            if column.link
            else [_worded(cell) for cell in cells]
            if column.decimals is None
            else [spell(cell, column) for cell in cells]
            if any(isinstance(cell, str) for cell in cells)
            else list(cells)
            for name, column, cells in zip(names, table.columns, columns, strict=True)
        }
    )


def _worded(cell: Any) -> Any:
    """Nothing is an empty text, and a day is written out: a column with gaps is of one kind."""
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else cell


def _leading(address: Any, lang: Lang) -> str:
    """An address of a page, in the language of this one."""
    if not address or lang == "ja" or address.startswith("/data/"):
        return address or ""
    return f"{address}{'&' if '?' in address else '?'}lang={lang}"


def offer_downloads(
    table: Table,
    *,
    chart: Spec | None = None,
    alt: str = "",
    machine: Callable[[], MachineTable] | None = None,
) -> None:
    """The files of one table; made when clicked."""
    taking.offer(Taking(table, chart, alt, machine))


def _height(rows: int, shown: int) -> int | Literal["auto"]:
    """As many rows as are to be shown at once, and a little of the next where there are more."""
    if shown > FEW_ROWS:
        return ROW_HEIGHT * (min(rows, shown) + 1) + (ROW_HEIGHT // 2 if rows > shown else 3)
    return NUMBERED_HEIGHT if rows > shown else "auto"


def _picked(pick: Callable[[list[tuple[int, str]]], None], key: str) -> None:
    pick([(int(line), str(name)) for line, name in st.session_state[key].selection.cells])


def _pinned(heading: str, cells: pa.ChunkedArray, most: int) -> Any:
    """Stays in sight beside the others, as wide as its words need, within what a phone can spare."""
    widest = max(text_width(str(text), TEXT_SIZE) for text in (heading, *cells.to_pylist()))
    return st.column_config.TextColumn(
        pinned=True, width=int(min(most, max(PINNED_WIDTHS[0], widest + TEXT_SIZE * 2)))
    )


def _config(column: Column, spelled: bool) -> Any:
    if column.link:
        return st.column_config.LinkColumn()
    if column.decimals is None:
        return st.column_config.TextColumn()
    if spelled:
        return st.column_config.TextColumn(alignment="right")
    return st.column_config.NumberColumn(
        format="localized" if column.decimals == 0 or not column.fixed else f"%,.{column.decimals}f"
    )
