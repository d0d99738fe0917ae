"""The crossed table, and what a chosen cell of it means."""

from functools import partial

import streamlit as st

from narabe.analyses.crosstab_cell import cell_meaning
from narabe.model.crosstab import NESTED, CrossTab
from narabe.model.table import Table
from narabe.model.text import Text
from narabe.tables.crossed_groups import Group, groups
from narabe.tables.crossed_measures import bases
from narabe.tables.crosstab import Figures, Layout
from narabe.ui import language, parts
from narabe.ui.crosstab_choices import Chosen
from narabe.ui.show import show_table
from narabe.warehouse.answers import Answers
from narabe.words import crosstab_page_sentences as say

CELL, BETWEEN = "cell", "."
"""The address parameter: axis, column and row by id, none of which holds a full stop."""
OPTION, GROUP = "option_", "group_"
"""How `tables.crosstab` names the columns of options, and of groups where it is turned."""
PARTS = 3
MOST_ROWS = 24


def crossed_table(told: CrossTab, table: Table, chosen: Chosen, answers: Answers) -> None:
    """The table; a click on a cell says below it what it means."""
    if told.tables[0].rows:
        _aside("click", say.CLICK)
    names = sum(column.decimals is None for column in table.columns)
    show_table(
        table,
        downloads=False,
        pinned=names,
        shown=MOST_ROWS,
        pick=partial(_pick, told, table, chosen.layout),
        noted=not told.tables[0].rows,
        notes=False,
    )
    held = st.query_params.get(CELL, "").split(BETWEEN)
    place = _place(told, *held) if len(held) == PARTS else None
    if place is not None:
        _meaning(told, chosen, answers, place)
    parts.notes(table.notes, outside=True)
    if any(column.suppressed and column.members for axis in told.tables for column in axis.columns):
        _aside("merge", say.MERGE_SMALL)


def _aside(name: str, line: Text) -> None:
    """How to use the screen: not printed."""
    with st.container(key=f"narabe-aside-{name}"):
        st.caption(line.in_(language.current()))


def cell_at(told: CrossTab, table: Table, layout: Layout, line: int, name: str) -> str | None:
    """The cell of a line and a column of the table as the address holds it; None for a name, a base, an average.

    `name` is the heading in the language of the screen.
    """
    lang = language.current()
    keys = [column.key for column in table.columns if column.label.in_(lang) == name]
    lines = 2 if layout.figures is Figures.BOTH and told.tables[0].rows else 1
    rows, every = told.tables[0].rows, groups(told)
    if not keys:
        return None
    if keys[0].startswith(OPTION) and not layout.turned:
        return _address(told, every[line // lines], keys[0].removeprefix(OPTION))
    if keys[0].startswith(GROUP) and layout.turned:
        row = (line - len(bases(told))) // lines
        if line >= len(bases(told)) and row < len(rows):
            return _address(told, every[int(keys[0].removeprefix(GROUP))], rows[row].row_id)
    return None


def _address(told: CrossTab, group: Group, row_id: str) -> str:
    axis = next(table for table in told.tables if any(each is group.column for each in table.columns))
    return BETWEEN.join((NESTED.join(axis.banner), group.column.column_id, row_id))


def _place(told: CrossTab, axis: str, column_id: str, row_id: str) -> tuple[int, int, int] | None:
    """Table, row and column; None for what is not shown."""
    for number, table in enumerate(told.tables):
        rows = [row.row_id for row in table.rows]
        columns = [column.column_id for column in table.columns]
        if NESTED.join(table.banner) == axis and row_id in rows and column_id in columns:
            return number, rows.index(row_id), columns.index(column_id)
    return None


def _meaning(told: CrossTab, chosen: Chosen, answers: Answers, place: tuple[int, int, int]) -> None:
    lang = language.current()
    number, row, column = place
    meaning = cell_meaning(answers, chosen.ask, told, told.tables[number], row, column)
    with st.container(border=True, key="narabe-cell"):
        st.text(meaning.title.in_(lang))
        for line in meaning.lines:
            st.text(line.in_(lang))
        st.code(meaning.sql, language="sql", wrap_lines=True)
        st.caption(say.SQL_NOTE.in_(lang).format(f"{meaning.content}.duckdb"))
        st.button(say.CLOSE.in_(lang), key="narabe.cell.close", on_click=_write, args=(None,))


def _pick(told: CrossTab, table: Table, layout: Layout, cells: list[tuple[int, str]]) -> None:
    _write(cell_at(told, table, layout, *cells[0]) if cells else None)


def _write(cell: str | None) -> None:
    if cell:
        st.query_params[CELL] = cell
    elif CELL in st.query_params:
        del st.query_params[CELL]
