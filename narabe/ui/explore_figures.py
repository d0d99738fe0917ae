"""Figures that meet filters: what they come to, a quick chart, the table."""

from functools import partial
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.explore import columns_of, explore
from narabe.charts import quick
from narabe.charts.template import Spec
from narabe.export.machine.found import found_figures
from narabe.model.explore import MOST_WORDS, ExploreAsk
from narabe.model.searching import patterns
from narabe.model.table import Table
from narabe.tables import explore as tables
from narabe.ui import explore_choices, explore_tables, language, parts
from narabe.ui.live import cached
from narabe.ui.show import draw, show_table
from narabe.words import explore_sentences as say
from narabe.words import open_page_sentences as words
from narabe.words import page_titles

SHOWN = 15
"""Rows in sight at once."""
WIDEST_NAME = 230
"""Pixels of the name that stays in sight: 14 letters, and a phone still shows a value beside it."""


def figures(head: DeltaGenerator) -> None:
    """The figures of the filters in the address."""
    lang = language.current()
    ask = explore_choices.figures()
    found = cached(explore, ask)
    parts.open_page(page_titles.EXPLORE, found.sentence, head)
    if len(patterns(ask.find)) > MOST_WORDS:
        parts.notes([say.ONLY_FIRST_WORDS])
    if not found.lines:
        return
    table = tables.figures(found)
    if found.total_said.ja:
        st.markdown(f"**{found.total_said.in_(lang)}**" if found.summed else found.total_said.in_(lang))
    chart, alt = _chart(table)
    if found.cut:
        parts.notes([say.first_rows(len(found.lines), found.figures)])
    machine = partial(found_figures, ask, found.build_id)
    show_table(
        table,
        noted=chart is None,
        notes=False,
        pinned=1,
        widest=WIDEST_NAME,
        shown=SHOWN,
        chart=chart,
        alt=alt,
        machine=machine,
    )
    _addresses(ask)


def _chart(table: Table) -> tuple[Spec | None, str]:
    """The quick chart with its words, or why there is none."""
    chart = quick.quick_chart(table, parts.look())
    if chart is None:
        why = quick.why_not(table)
        parts.notes([why] if why else [])
        return None, ""
    alt = quick.alt_text(table, language.current())
    draw(chart, alt, table)
    return chart, alt


def _addresses(ask: ExploreAsk) -> None:
    """Where another tool reads the same figures, as far as filters are columns of the table."""
    lang = language.current()
    with st.expander(words.ADDRESSES.in_(lang), icon=":material/link:"):
        where = columns_of(ask)
        if where is None:
            parts.notes([say.NO_ADDRESS])
            return
        parts.notes([words.ADDRESSES_NOTE])
        query = f"?{urlencode(where, doseq=True)}" if where else ""
        kinds = ("csv", "json", "parquet", "xlsx", "zip")
        lines = (f"{explore_tables.server()}/data/figures.{kind}{query}" for kind in kinds)
        st.code("\n".join(lines), language=None, wrap_lines=True)
