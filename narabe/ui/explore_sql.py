"""Questions in SQL: a statement, its result as table, chart and files, and what was asked before."""

from dataclasses import dataclass, field
from urllib.parse import quote

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.open_data import open_table, open_tables
from narabe.charts import quick
from narabe.model.problem import Problem
from narabe.model.table import Table
from narabe.tables.queried import columns_of, queried
from narabe.ui import language, live, parts
from narabe.ui.literal import literal
from narabe.ui.show import draw, show_table
from narabe.warehouse.console import Asked
from narabe.words import console_page_sentences as say

ADDRESS = "sql"
KEY = "narabe-sql"
TEXT = f"{KEY}.text"
STATE = "narabe.sql"  # session state: the console of this session
ROWS, SIZE = 5_000, 8 << 20
"""Rows and bytes that a screen takes."""
LONGEST_ADDRESS = 1500
"""Characters of an address that e-mail programs leave whole, with room for everything else."""
POLL = 0.1
REMEMBERED = 30


@dataclass
class Console:
    """What this session asked: `written` is what it last put into the address, `arrived` what came by a link."""

    text: str = ""
    asked: Asked | None = None
    table: Table | None = None
    more: bool = False
    problem: Problem | None = None
    history: list[str] = field(default_factory=list)
    written: str | None = None
    arrived: bool = False


def console(head: DeltaGenerator) -> None:
    """The statement and its answer; `head` is the place of title and first line."""
    state = _state()
    _follow_address(state)
    _statement(state)
    _beside(state)
    opening, running = head.empty(), head.empty()
    if state.asked is not None:
        opening.title(say.TITLE.in_(language.current()), anchor=False)
        with st.container():
            _wait(state, running)
        running.empty()
    said = say.found(len(state.table.rows), state.more) if state.table else say.ANSWER
    parts.open_page(say.TITLE, said, opening.container())
    with st.container():
        _result(state)


def _state() -> Console:
    found: Console = st.session_state.setdefault(STATE, Console())
    return found


def _follow_address(state: Console) -> None:
    """A link fills the statement in; nothing is run before somebody presses the button."""
    held = st.query_params.get(ADDRESS, "")
    if held == (state.written or ""):
        return
    if not held:  # another view of the page was looked at meanwhile
        _write(state)
        return
    _begin_anew(state)
    state.text, state.written, state.arrived = held, held, True
    st.session_state[TEXT] = held


def _begin_anew(state: Console) -> None:
    if state.asked is not None:
        state.asked.cancel()
    state.asked = state.table = state.problem = None
    state.arrived = False


def _statement(state: Console) -> None:
    lang = language.current()
    st.session_state.setdefault(TEXT, state.text)
    with st.form(KEY, border=False):
        st.text_area(say.QUERY.in_(lang), key=TEXT, height=160)
        st.form_submit_button(
            say.RUN.in_(lang),
            type="primary",
            icon=":material/play_arrow:",
            key=f"{KEY}.run",
            on_click=_run,
            help=say.RUN_HELP.in_(lang),
        )


def _run() -> None:
    """Before the page is drawn again."""
    state = _state()
    _begin_anew(state)
    state.text = st.session_state[TEXT].strip()
    short = len(quote(state.text)) <= LONGEST_ADDRESS
    state.written = state.text if short and state.text else None
    _write(state)
    state.history = [state.text, *(each for each in state.history if each != state.text)][:REMEMBERED]
    try:
        state.asked = Asked(state.text, ROWS, SIZE)
    except Problem as problem:
        state.problem = problem


def _write(state: Console) -> None:
    """The address of the statement."""
    if state.written:
        st.query_params[ADDRESS] = state.written
    else:
        st.query_params.pop(ADDRESS, None)


def _beside(state: Console) -> None:
    """Examples, history, and what can be asked for."""
    lang = language.current()
    with st.container(horizontal=True):
        with st.popover(say.EXAMPLES.in_(lang), icon=":material/lightbulb:", width="content"):
            for number, example in enumerate(say.EVERY_EXAMPLE):
                _offer(example.title.in_(lang), example.sql.in_(lang), f"{KEY}.example.{number}")
        with st.popover(say.HISTORY.in_(lang), icon=":material/history:", width="content"):
            for number, sql in enumerate(state.history):
                _offer(_one_line(sql), sql, f"{KEY}.history.{number}")
            if not state.history:
                st.caption(say.NO_HISTORY.in_(lang))
    box = st.expander(
        say.TABLES.in_(lang), icon=":material/table_view:", key=f"{KEY}.tables", on_change="rerun"
    )
    if box.open:
        with box:
            _at_hand()


def _at_hand() -> None:
    """The public tables, and the columns of one."""
    lang, every = language.current(), open_tables()
    titles = {table.name: f"{table.name} — {table.title.in_(lang)}" for table in every}
    chosen = st.selectbox(
        say.TABLE.in_(lang), list(titles), format_func=titles.__getitem__, key=f"{KEY}.table"
    )
    columns = columns_of(open_table(chosen or every[0].name), live.current_build())
    show_table(columns, downloads=False, noted=False, pinned=1)


def _offer(label: str, sql: str, key: str) -> None:
    st.button(literal(label), key=key, on_click=_fill_in, args=(sql,), type="tertiary", width="stretch")


def _fill_in(sql: str) -> None:
    """Into the field, to be read and run."""
    state = _state()
    state.text = st.session_state[TEXT] = sql
    state.arrived = False


def _wait(state: Console, running: DeltaGenerator) -> None:
    """Stay with the query until it is done, with a way out; a click elsewhere ends this run, not the query. `running`
    is the place of what it is about."""
    lang, asked = language.current(), state.asked
    assert asked is not None
    if not asked.finished(POLL):
        waiting = st.empty()
        with waiting.container(horizontal=True, vertical_alignment="center"):
            st.button(
                say.CANCEL.in_(lang), key=f"{KEY}.cancel", on_click=asked.cancel, icon=":material/close:"
            )
        told = None
        while not asked.finished(POLL):
            line = say.RUNNING if asked.begun else say.IN_LINE
            if line is not told:
                running.markdown(f"**{line.in_(lang)}**")
            told = line
            st.session_state.get(STATE)  # where Streamlit looks for a click that came meanwhile
        waiting.empty()
    try:
        answer = asked.answer()
        state.table = queried(asked.sql, answer.columns, answer.rows, answer.more, asked.version_id)
        state.more = answer.more
    except Problem as problem:
        state.problem = problem
    state.asked = None


def _result(state: Console) -> None:
    lang = language.current()
    if state.arrived:
        st.info(say.NOT_RUN.in_(lang), icon=":material/link:")
    if state.problem is not None:
        lines = (state.problem.message, state.problem.advice)
        st.error("  \n".join(literal(each.in_(lang)) for each in lines if each.ja), icon=":material/error:")
    if state.text and state.written is None and (state.table or state.problem):
        st.caption(say.TOO_LONG.in_(lang))
    if state.table is not None:
        _shown(state.table)


def _shown(table: Table) -> None:
    look = parts.look()
    chart = quick.quick_chart(table, look)
    alt = quick.alt_text(table, look.lang) if chart else ""
    show_table(table, noted=chart is None, notes=False, chart=chart, alt=alt)
    for note in table.notes:
        st.text(note.in_(look.lang))
    if chart is not None:
        draw(chart, alt, table)
    elif table.rows and (why := quick.why_not(table)):
        parts.notes([why])


def _one_line(sql: str, most: int = 70) -> str:
    line = " ".join(sql.split())
    return line if len(line) <= most else f"{line[:most]}…"
