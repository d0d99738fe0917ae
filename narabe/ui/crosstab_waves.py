"""The same question in other surveys, where there are any that ask it."""

import streamlit as st

from narabe.analyses.crossed_waves import crossed_waves
from narabe.charts import compare as chart
from narabe.charts.theme import Look
from narabe.model.crossed_waves import WavesAsk
from narabe.model.crosstab import CrossAsk
from narabe.tables import crossed_waves as tables
from narabe.ui import language, parts
from narabe.ui.live import cached
from narabe.ui.show import draw, show_table
from narabe.warehouse.answers import open_answers
from narabe.words import crosstab_page_sentences as say


def beside(ask: CrossAsk, look: Look) -> None:
    """全体 beside other surveys: shares where they may be compared, ranks elsewhere; nothing where nobody else asks."""
    found = cached(crossed_waves, WavesAsk(ask), open_answers)
    if found is None or not (found.shares or found.ranks):
        return
    with st.expander(say.OTHER_SURVEYS.in_(language.current()), icon=":material/compare_arrows:"):
        if found.shares:
            parts.verdicts(found.shares.judgements)
            table = tables.shares(found, found.shares)
            draw(chart.shares(found.shares, look), chart.alt_text(found.shares, look.lang), table)
            show_table(table, noted=False)
            if found.shares.differences:
                show_table(tables.differences(found, found.shares))
        if found.ranks:
            parts.verdicts(found.ranks.judgements)
            show_table(tables.shares(found, found.ranks))
