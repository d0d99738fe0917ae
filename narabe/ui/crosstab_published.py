"""The published crosses: what the documents themselves print by sex and age."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.published_crosses import published_cross, published_crosses
from narabe.charts import compare as chart
from narabe.charts.theme import Look
from narabe.export.machine.screen_face import machine_of
from narabe.model.published_cross import PublishedCross, PublishedQuestion
from narabe.model.status import Origin
from narabe.model.text import Text
from narabe.tables import published_crosses as tables
from narabe.ui import choices, language, parts, registry
from narabe.ui.crosstab_choices import switch
from narabe.ui.live import cached
from narabe.ui.show import draw, show_table
from narabe.warehouse.answers import open_answers, surveys
from narabe.words import crosstab_page_sentences as say

QUESTION = "cross"
MOST_ROWS = 24


def published(head: DeltaGenerator, box: DeltaGenerator, look: Look) -> None:
    """A printed cross: finding, chart, table, sources, and the way to answers that can be crossed freely."""
    with box:
        about = _question()
        turned = switch(say.TURN, "turn", say.TURN_HELP)
    cross = cached(published_cross, about.wave_id, about.concept_id)
    parts.open_page(_title(cross), cross.comparison.finding, head)
    spec, alt = chart.shares(cross.comparison, look), chart.alt_text(cross.comparison, look.lang)
    table = tables.crossed(cross, turned)
    draw(spec, alt, table)
    if look.large:
        return
    show_table(
        table,
        noted=False,
        pinned=1 if turned else 2,
        shown=MOST_ROWS,
        chart=spec,
        alt=alt,
        machine=partial(machine_of, tables.crossed(cross)) if turned else None,
    )
    parts.source_line(table.sources)
    with st.expander(say.EVERY_VALUE.in_(look.lang), icon=":material/table:"):
        show_table(tables.values(cross))
    _onward()


def _question() -> PublishedQuestion:
    """A question of a wave (`cross`), the best known first."""
    lang = language.current()
    every = {each.key: each for each in cached(published_crosses).questions}
    names = {key: _named(each).in_(lang) for key, each in every.items()}
    return every[choices.one(say.ROWS.in_(lang), names, key=QUESTION)]


def _named(about: PublishedQuestion) -> Text:
    return Text(
        f"{about.wave.ja}：{about.label.ja} ─ 性別・年代の値{about.shares}件",
        f"{about.wave.en}: {about.label.en} – {about.shares} values by sex or age",
    )


def _title(cross: PublishedCross) -> Text:
    """The question as it was asked, and in which survey."""
    asked, wave = cross.comparison.question, cross.about.wave
    return Text(f"{asked.ja}（{wave.ja}）", f"{asked.en} ({wave.en})")


def _onward() -> None:
    """To answers of one's own, or to practice."""
    lang = language.current()
    st.divider()
    st.markdown(say.BRING_NOTE.in_(lang))
    with st.container(horizontal=True):
        registry.link(registry.INTAKE, lang, say.BRING_IN)
        for name in surveys():
            if open_answers(name).survey.origin is Origin.FICTIONAL:
                choices.leading(say.TRY.in_(lang), "d", name, icon=":material/school:")
                break
