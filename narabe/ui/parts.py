"""The parts every page is made of: opening, sections, notes, badges."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.charts.theme import Look
from narabe.model.comparison import Judgement
from narabe.model.source import Source, sources_line
from narabe.model.status import Verdict
from narabe.model.text import Text
from narabe.ui import language, one_page
from narabe.ui.literal import literal
from narabe.words import compare_sentences as say
from narabe.words import labels

SOURCE = Text("出典：", "Source: ")
EDITED = Text("（をもとに編集）", " (edited)")
EVERY_PAIR = Text("すべての組", "every pair")
REASONS = Text("組ごとの判定と理由", "Verdict and reason for each pair")
BOXES = {
    Verdict.NO: (st.warning, ":material/block:"),
    Verdict.CAUTION: (st.info, ":material/info:"),
    Verdict.SAME: (st.success, ":material/check:"),
}


def look(large: bool = False) -> Look:
    """Language, and light or dark, of this run."""
    return Look(language.current(), st.context.theme.type == "dark", large)


def reserve_head() -> DeltaGenerator:
    """A place for title and answer above the controls that decide them."""
    return st.container()


def open_page(
    question: Text, answer: Text, head: DeltaGenerator | None = None, outside: bool = False
) -> None:
    """Title = the question, first line = the answer; in `head` where a place was reserved.

    `outside`: words from outside are among them.
    """
    lang, drawn = language.current(), literal if outside else str
    one_page.note_page(question, answer)
    with head or st.container():
        st.title(drawn(question.in_(lang)), anchor=False)
        with st.container(key="narabe-answer"):
            st.markdown(f"**{drawn(answer.in_(lang))}**")


def heading(title: Text, note: Text | None = None) -> None:
    """A section with one line of explanation."""
    lang = language.current()
    st.header(title.in_(lang), anchor=False)
    if note is not None:
        st.caption(note.in_(lang))


def notes(lines: Sequence[Text], outside: bool = False) -> None:
    """Small print, one line each. `outside`: words from outside are among them."""
    lang, drawn = language.current(), literal if outside else str
    one_page.note_caveats(lines)
    for line in dict.fromkeys(lines):
        if line.ja:
            st.caption(drawn(line.in_(lang)))


def source_line(sources: Sequence[Source]) -> None:
    """The documents and sections behind what is shown."""
    if not sources:
        return
    lang = language.current()
    st.caption(SOURCE.in_(lang) + sources_line(sources).in_(lang) + EDITED.in_(lang))


def verdicts(judgements: Sequence[Judgement]) -> None:
    """Comparability at the place of comparison: one box, coloured by the strictest verdict.

    One pair says its reason at once; those of many pairs are folded, so that the chart stays in sight.
    """
    if not judgements:
        return
    lang = language.current()
    one_page.note_caveats([say.judged(judgement) for judgement in say.strictest_first(judgements)])
    every = {
        verdict: [_pair(j) for j in judgements if j.verdict is verdict] for verdict in say.STRICTEST_FIRST
    }
    told = {verdict: pairs for verdict, pairs in every.items() if pairs}
    strictest = next(iter(told))
    if len(judgements) == 1:
        boxed(strictest, _verdict(judgements[0]))
        return
    comma = Text("、", ", ").in_(lang)
    names = {v: comma.join(pairs) if len(told) > 1 else EVERY_PAIR.in_(lang) for v, pairs in told.items()}
    boxed(strictest, "  \n".join(f"**{labels.VERDICT[v].in_(lang)}** — {names[v]}" for v in told))
    with st.expander(REASONS.in_(lang), icon=":material/compare_arrows:"):
        st.markdown("\n".join(f"- {_verdict(judgement)}" for judgement in judgements))


def boxed(verdict: Verdict, text: str) -> None:
    """A text in the colour of a verdict."""
    box, icon = BOXES[verdict]
    box(text, icon=icon)


def _pair(judgement: Judgement) -> str:
    lang = language.current()
    return f"{judgement.earlier.in_(lang)} ↔ {judgement.later.in_(lang)}"


def _verdict(judgement: Judgement) -> str:
    lang = language.current()
    verdict = labels.VERDICT[judgement.verdict].in_(lang)
    return f"**{_pair(judgement)}: {verdict}** — {judgement.reason.in_(lang)}"
