"""The sections of the projects page: counts, list, one project, and voices with few projects."""

import streamlit as st

from narabe.charts import projects as chart
from narabe.charts.theme import Look
from narabe.model.projects import Link, Project, ProjectPlan
from narabe.model.text import Text
from narabe.tables import projects as tables
from narabe.ui import choices, language, parts, project_choices, registry
from narabe.ui.register_marks import marks
from narabe.ui.show import show, show_table
from narabe.words import labels
from narabe.words import projects_sentences as say

NOTHING = Text(
    "当てはまる事業はありません。条件を減らしてください。", "No project fits. Please use fewer filters."
)
GAPS = Text("声はあるが、指標や事業が少ないところ", "Voiced, but with few projects or no indicator")
GAPS_NOTE = Text(
    "青い棒は対応する指標がない声、灰色の棒はある声です。",
    "Blue bars are needs without an indicator, grey bars those with one.",
)
ACTIONS, KPIS, NEEDS = (
    Text("アクション", "Actions"),
    Text("指標", "Indicators"),
    Text("応える声", "Needs answered"),
)
BACK = Text("この事業を閉じて一覧に戻る", "Close and go back to the list")
NO = Text("事務事業No.", "City’s project no.")


def find(plan: ProjectPlan, look: Look) -> None:
    """Filters, the project opened, counts of what the filters leave, and the list."""
    found, project = project_choices.asked(plan)
    if project:
        _card(project, plan)
    parts.heading(found.sentence)
    if not found.projects:
        st.info(NOTHING.in_(look.lang), icon=":material/search_off:")
        return
    view = project_choices.view()
    parts.notes([say.BASIS[view]])
    text = chart.counts_alt(found, view, look.lang)
    show(chart.counts(found, view, look), text, beside=tables.counts(found, view))
    show_table(tables.projects(found))
    marks(plan.discrepancies)


def gaps(plan: ProjectPlan, look: Look) -> None:
    """Each need: its share, the projects and marks that answer it, and its indicator if there is one."""
    parts.heading(GAPS, GAPS_NOTE)
    st.markdown(plan.gaps.in_(look.lang))
    parts.notes([say.COUNTED])
    show(chart.needs(plan, look), chart.needs_alt(plan, look.lang), beside=tables.needs(plan))
    parts.notes([say.bases(plan.needs), say.ROUGHLY, say.ACROSS])
    questions = {need.concept_id: need.question for need in plan.needs}
    with st.container(horizontal=True):
        for concept, question in questions.items():
            registry.link(registry.COMPARE, look.lang, question, q=concept)


def _card(project: Project, plan: ProjectPlan) -> None:
    """One project: gist, marks, and each link with its reason; a way back to all of them."""
    lang = language.current()
    concepts = {need.need_id: need.concept_id for need in plan.needs}
    with st.container(border=True):
        choices.leading(BACK.in_(lang), "p", "", ":material/arrow_back:")
        badges = " ".join(f":blue-badge[{labels.AREA[value].in_(lang)}]" for value in project.marks)
        st.markdown(f"## {project.number} {project.title.in_(lang)}\n{badges}\n\n{project.gist.in_(lang)}")
        st.caption(f"{project.department.in_(lang)} · {NO.in_(lang)} {project.project_no}")
        grid = st.grid(columns=3, min_column_width=260)
        with grid.cell():
            _title(ACTIONS, project.actions, say.NO_ACTION)
            for link in project.actions:
                st.markdown(link.label.in_(lang))
                st.caption(link.reason.in_(lang))
        with grid.cell():
            _title(KPIS, project.kpis, say.NO_KPI)
            for link in project.kpis:
                registry.link(registry.KPI, lang, link.label, indicator=link.target)
                st.caption(link.reason.in_(lang))
        with grid.cell():
            _title(NEEDS, project.needs, say.NO_NEED)
            for link in project.needs:
                registry.link(registry.COMPARE, lang, link.label, q=concepts[link.target])
                st.caption(link.reason.in_(lang))


def _title(name: Text, links: tuple[Link, ...], nothing: Text) -> None:
    """The name of a kind of link, and that there is none where so."""
    lang = language.current()
    st.markdown(f"**{name.in_(lang)}**")
    if not links:
        st.caption(nothing.in_(lang))
