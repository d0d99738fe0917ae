"""Findings and the four doors of the home page."""

import streamlit as st

from narabe.model.findings import Finding, HomeView
from narabe.model.text import Text
from narabe.ui import language, registry

PAGES = {"compare": registry.COMPARE, "kpi": registry.KPI, "sources": registry.SOURCES}
SEE, ARITHMETIC = Text("図で見る", "See the chart"), Text("計算", "Arithmetic")
DOORS_TITLE = Text("何をしますか", "What would you like to do?")
DOORS: tuple[tuple[Text, Text, registry.PageEntry, dict[str, str]], ...] = (
    (Text("企画担当", "Planner"), Text("設問を選んで比べる", "Compare a question"), registry.COMPARE, {}),
    (Text("幹部", "Executive"), Text("指標の進捗を見る", "See the indicators"), registry.KPI, {}),
    (
        Text("進行役", "Facilitator"),
        Text("会議で1枚の図を映す", "Put one chart on the wall"),
        registry.COMPARE,
        {"large": "true"},
    ),
    (
        Text("分析担当", "Analyst"),
        Text("数値を出典つきで持ち出す", "Take figures away"),
        registry.SOURCES,
        {"view": "figures"},
    ),
)


def findings(view: HomeView) -> None:
    """Three cards: the sentence, its arithmetic and caution, the way to the chart."""
    for column, finding in zip(st.columns(len(view.findings)), view.findings, strict=True):
        with column.container(border=True, height="stretch"):
            _finding(finding)


def doors() -> None:
    """One link for each of the four users."""
    lang = language.current()
    st.header(DOORS_TITLE.in_(lang), anchor=False)
    for column, (user, label, page, params) in zip(st.columns(len(DOORS)), DOORS, strict=True):
        with column.container(border=True):
            st.caption(user.in_(lang))
            registry.link(page, lang, label, **params)


def _finding(finding: Finding) -> None:
    lang = language.current()
    st.markdown(f"## :primary[{finding.key_figure.in_(lang)}]")
    st.markdown(f"**{finding.headline.in_(lang)}**")
    st.caption(finding.caution.in_(lang))
    params: dict[str, list[str]] = {}
    for key, value in finding.params:
        params.setdefault(key, []).append(value)
    registry.link(PAGES[finding.page], lang, SEE, icon=":material/bar_chart:", **params)
    with st.expander(ARITHMETIC.in_(lang), icon=":material/calculate:"):
        st.markdown(finding.arithmetic.in_(lang))
