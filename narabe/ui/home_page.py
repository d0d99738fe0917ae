"""Findings and the four doors of the home page."""

import streamlit as st

from narabe.model.findings import HomeView
from narabe.model.text import Text
from narabe.ui import finding_cards, language, parts, registry

MORE = Text("ほかの発見", "More findings")
DOORS_TITLE = Text("何をしますか", "What would you like to do?")
Link = tuple[Text, registry.PageEntry, dict[str, str]]
DOORS: tuple[tuple[Text, tuple[Link, ...]], ...] = (
    (
        Text("企画担当", "Planner"),
        (
            (Text("設問を選んで比べる", "Compare a question"), registry.COMPARE, {}),
            (Text("設問を掛け合わせる", "Cross two questions"), registry.CROSSTAB, {}),
        ),
    ),
    (Text("幹部", "Executive"), ((Text("指標の進捗を見る", "See the indicators"), registry.KPI, {}),)),
    (
        Text("進行役", "Facilitator"),
        (
            (
                Text("会議で1枚の図を映す", "Put one chart on the wall"),
                registry.COMPARE,
                {"large": "true"},
            ),
        ),
    ),
    (
        Text("分析担当", "Analyst"),
        (
            (
                Text("数値を出典つきで持ち出す", "Take figures away"),
                registry.SOURCES,
                {"view": "figures"},
            ),
        ),
    ),
)


def findings(view: HomeView) -> None:
    """Three cards to open with: the sentence, its arithmetic and caution, the way to the chart."""
    finding_cards.opening(view.findings)


def more(view: HomeView) -> None:
    """The rest of the registry."""
    parts.heading(MORE)
    finding_cards.grid(view.more)


def doors() -> None:
    """The ways in, for each of the four users."""
    lang = language.current()
    with st.container(key="narabe-doors"):
        st.header(DOORS_TITLE.in_(lang), anchor=False)
        for column, (user, links) in zip(st.columns(len(DOORS)), DOORS, strict=True):
            with column.container(border=True, height="stretch"):
                st.caption(user.in_(lang))
                for label, page, params in links:
                    registry.link(page, lang, label, **params)
