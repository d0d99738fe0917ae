"""The same question in other surveys, where there are any that ask it."""

import streamlit as st

from narabe.analyses.crossed_waves import crossed_waves
from narabe.charts import compare as chart
from narabe.charts.theme import Look
from narabe.model.crossed_waves import CrossedWaves, WavesAsk
from narabe.model.crosstab import CrossAsk
from narabe.tables import crossed_waves as tables
from narabe.ui import language, parts
from narabe.ui.live import cached
from narabe.ui.show import draw, show_table
from narabe.warehouse.answers import open_answers
from narabe.words import crosstab_page_sentences as say

KEY = "waves"
"""The address parameter that opens it."""


def beside(ask: CrossAsk, look: Look) -> None:
    """全体 beside other surveys, when opened; nothing where nobody else asks."""
    found = cached(crossed_waves, WavesAsk(ask), open_answers)
    if found is None or not (found.shares or found.ranks):
        return
    title, icon = say.OTHER_SURVEYS.in_(language.current()), ":material/compare_arrows:"
    box = st.expander(title, icon=icon, key=KEY, on_change="rerun", bind="query-params")
    if box.open:
        with box:
            _told(found, look)


def _told(found: CrossedWaves, look: Look) -> None:
    """Shares where they may be compared, ranks elsewhere."""
    if found.shares:
        st.text(found.shares.finding.in_(look.lang))
        parts.verdicts(found.shares.judgements)
        table = tables.shares(found, found.shares)
        draw(chart.shares(found.shares, look), chart.alt_text(found.shares, look.lang), table)
        show_table(table, noted=False)
        if found.shares.differences:
            show_table(tables.differences(found, found.shares))
    if found.ranks:
        st.text(found.ranks.finding.in_(look.lang))
        parts.verdicts(found.ranks.judgements)
        show_table(tables.shares(found, found.ranks))
