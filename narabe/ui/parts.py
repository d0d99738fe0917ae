"""The parts every page is made of: opening, sections, notes, badges."""

from collections.abc import Sequence

import streamlit as st

from narabe.charts.theme import Look
from narabe.model.comparison import Judgement
from narabe.model.source import Source
from narabe.model.status import Verdict
from narabe.model.text import Text
from narabe.ui import language
from narabe.words import labels

SOURCE = Text("出典：", "Source: ")
EDITED = Text("（をもとに編集）", " (edited)")


def look() -> Look:
    """Language, and light or dark, of this run."""
    return Look(language.current(), st.context.theme.type == "dark")


def open_page(question: Text, answer: Text) -> None:
    """Title = the question, first line = the answer."""
    lang = language.current()
    st.title(question.in_(lang), anchor=False)
    st.markdown(f"**{answer.in_(lang)}**")


def heading(title: Text, note: Text | None = None) -> None:
    """A section with one line of explanation."""
    lang = language.current()
    st.header(title.in_(lang), anchor=False)
    if note is not None:
        st.caption(note.in_(lang))


def notes(lines: Sequence[Text]) -> None:
    """Small print, one line each."""
    lang = language.current()
    for line in dict.fromkeys(lines):
        st.caption(line.in_(lang))


def source_line(sources: Sequence[Source]) -> None:
    """The documents and sections behind what is shown."""
    if not sources:
        return
    lang = language.current()
    lines = " / ".join(source.line.in_(lang) for source in sources)
    st.caption(SOURCE.in_(lang) + lines + EDITED.in_(lang))


def verdicts(judgements: Sequence[Judgement]) -> None:
    """Comparability at the place of comparison, with its reason."""
    lang = language.current()
    for judgement in judgements:
        pair = f"{judgement.earlier.in_(lang)} ↔ {judgement.later.in_(lang)}"
        said = f"**{pair}：{labels.VERDICT[judgement.verdict].in_(lang)}** — {judgement.reason.in_(lang)}"
        if judgement.verdict is Verdict.NO:
            st.warning(said, icon=":material/block:")
        elif judgement.verdict is Verdict.CAUTION:
            st.info(said, icon=":material/info:")
        else:
            st.success(said, icon=":material/check:")
