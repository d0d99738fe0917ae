"""単純集計（GT）: every question of a dataset on one page."""

from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.charts import tabulated as chart
from narabe.charts.theme import Look
from narabe.export.crosstab_csv import crosstab_data as for_machines
from narabe.model.crosstab import CrossAsk, CrossTab
from narabe.model.rounding import half_up
from narabe.model.status import Origin
from narabe.model.survey import Survey
from narabe.model.text import Text
from narabe.tables.crosstab import Figures, Layout, crossed, notes
from narabe.ui import crosstab_choices, crosstab_data, language, parts
from narabe.ui.literal import literal
from narabe.ui.show import AS_TABLE, show, show_table
from narabe.words import crosstab_page_sentences as say
from narabe.words import numbers
from narabe.words.crosstab_file_sentences import MASK

BESIDE = 2
"""Questions beside each other on a wide screen."""
GT_LAYOUT = Layout(Figures.BOTH, turned=True)


def every_question(survey: Survey, ask: CrossAsk, head: DeltaGenerator, look: Look) -> None:
    """A small chart each, in the order of the survey; the condition and the weight of the settings hold."""
    told = [
        crosstab_data.told(replace(ask, rows=each.question_id, banner=()))
        for each in survey.questions
        if each.tabulated
    ]
    fictional = survey.origin is Origin.FICTIONAL
    name = crosstab_choices.label(survey)
    parts.open_page(
        say.gt_title(name), say.gt_answer(len(told), survey.respondents, fictional), head, outside=True
    )
    parts.notes(_notes(told), outside=True)
    for start in range(0, len(told), BESIDE):
        for place, each in zip(st.columns(BESIDE, gap="large"), told[start : start + BESIDE], strict=False):
            with place:
                _one(each, look)
    words = sum(not each.tabulated for each in survey.questions)
    if words:
        parts.notes([say.free_text(words)])


def _one(told: CrossTab, look: Look) -> None:
    lang = language.current()
    table = crossed(told, GT_LAYOUT)
    st.subheader(literal(table.title.in_(lang)), anchor=False)
    question, column = crosstab_data.question_of(told.question_id), told.tables[0].columns[0]
    kind = say.of_kind(question, column.unweighted_base, column.small)
    st.caption(literal(say.beside_kind(kind, say.asked_of(question)).in_(lang)))
    if told.tables[0].rows:
        show(chart.options(told, look), chart.options_alt(told, lang), table, partial(for_machines, [told]))
    else:
        st.markdown(_averages(told).in_(lang))
        with st.expander(AS_TABLE.in_(lang), icon=":material/table:"):
            show_table(table, machine=partial(for_machines, [told]))
    st.button(
        say.OPEN_QUESTION.in_(lang),
        key=f"narabe.gt.{told.question_id}",
        icon=":material/table_chart:",
        type="tertiary",
        on_click=_open,
        args=(told.question_id,),
    )


def _averages(told: CrossTab) -> Text:
    """A number in words."""
    (average, *_) = told.tables[0].averages
    return say.averages(
        *(
            MASK if value is None else numbers.number(half_up(value, 2), 2).ja
            for value in (average.mean, average.median, average.sd)
        )
    )


def _notes(told: list[CrossTab]) -> list[Text]:
    """What holds for several questions, once."""
    weighted = [say.GT_WEIGHTED] if any(each.weight for each in told) else []
    each_said = (note for each in told for note in notes(each, say.GT_SHARES))
    return list(dict.fromkeys((*each_said, *weighted)))


def _open(question_id: str) -> None:
    st.query_params["rows"] = question_id
    for key in ("view", "cell", "chart", "axis"):
        if key in st.query_params:
            del st.query_params[key]
