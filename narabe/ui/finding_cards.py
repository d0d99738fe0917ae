"""Findings as cards and as lines, each with its arithmetic and the way to its chart."""

from collections.abc import Sequence

import streamlit as st

from narabe.model.findings import Finding
from narabe.model.text import Text
from narabe.ui import language, one_page, registry

PAGES = {page.address: page for page in registry.PAGES}
SEE, ARITHMETIC = Text("図で見る", "See the chart"), Text("計算", "Arithmetic")


def opening(findings: Sequence[Finding]) -> None:
    """Large cards side by side: the figure to be read from afar, the sentence, the caution."""
    for column, finding in zip(st.columns(len(findings)), findings, strict=True):
        with column.container(border=True, height="stretch"):
            _card(finding, "##")


def grid(findings: Sequence[Finding]) -> None:
    """Smaller cards, as many in a row as fit."""
    cells = st.grid(columns=3, min_column_width=300)
    for finding in findings:
        with cells.cell(), st.container(border=True, height="stretch"):
            _card(finding, "###")


def line(finding: Finding) -> None:
    """One finding where others are linked too."""
    lang = language.current()
    one_page.note_finding(finding)
    st.markdown(f"**{finding.key_figure.in_(lang)}** — {finding.headline.in_(lang)}")
    st.caption(finding.caution.in_(lang))
    _arithmetic(finding)


def _card(finding: Finding, size: str) -> None:
    lang = language.current()
    one_page.note_finding(finding)
    st.markdown(f"{size} :primary[{finding.key_figure.in_(lang)}]")
    st.markdown(f"**{finding.headline.in_(lang)}**")
    st.caption(finding.caution.in_(lang))
    params: dict[str, list[str]] = {}
    for key, value in finding.params:
        params.setdefault(key, []).append(value)
    registry.link(PAGES[finding.page], lang, SEE, icon=":material/bar_chart:", **params)
    _arithmetic(finding)


def _arithmetic(finding: Finding) -> None:
    lang = language.current()
    with st.expander(ARITHMETIC.in_(lang), icon=":material/calculate:"):
        st.markdown(finding.arithmetic.in_(lang))
