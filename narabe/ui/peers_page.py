"""The cards and lists of the peers page."""

from collections.abc import Sequence

import streamlit as st

from narabe.charts import peers as chart
from narabe.charts.theme import Look
from narabe.model.peers import Pair, Peers, Side
from narabe.model.text import Text
from narabe.tables import peers as tables
from narabe.ui import language, parts, register_marks
from narabe.ui.show import show, show_table
from narabe.words import labels
from narabe.words import peers_sentences as say

EVERY_VALUE = Text("すべての組と指標の表", "Every pair and indicator as a table")
APART = Text("並べられないもの", "Not to be set side by side")
APART_NOTE = Text(
    "似た名前でも、測っているものが違います。図にはしません。",
    "Alike in name, they measure different things; no chart is drawn.",
)
ALONE = Text("郡山市に対応する指標がないもの", "Without a counterpart in Koriyama")
CARDS = Text("マイナンバーカードの交付率", "My Number cards issued")


def pairs(result: Peers, look: Look) -> None:
    """A card per pair that may stand on one axis, and every value as a table."""
    parts.notes(result.notes)
    grid = st.grid(columns=1 if look.large else 2, min_column_width=340)
    for pair in result.beside:
        with grid.cell():
            _card(pair, result, look)
    with st.expander(EVERY_VALUE.in_(language.current()), icon=":material/table:"):
        show_table(tables.values(result))


def details(result: Peers, look: Look) -> None:
    """Pairs that may not, indicators alone and the share of cards, unless the charts are to stand alone."""
    if look.large:
        return
    lang = language.current()
    if result.apart:
        parts.heading(APART, APART_NOTE)
        for city, found in result.apart.items():
            with st.expander(f"{labels.CITY[city].in_(lang)} ({len(found)})", icon=":material/block:"):
                st.markdown(_listed([_apart(pair) for pair in found]))
    if result.alone:
        parts.heading(ALONE)
        st.markdown(_listed([_alone(side) for side in result.alone if side is not result.cards]))
    if result.cards:
        parts.heading(CARDS, say.CARDS_SENTENCE)
        st.markdown(f"**{say.cards(result.cards).in_(lang)}**")
        table = tables.cards(result.cards, result.build_id)
        show(chart.cards(result.cards, look), chart.cards_alt(result.cards, lang), table)
    register_marks.marks(result.discrepancies)


def _card(pair: Pair, result: Peers, look: Look) -> None:
    lang = language.current()
    with st.container(border=True, height="stretch"):
        st.markdown(f"## {say.pair_title(pair).in_(lang)}")
        parts.boxed(pair.verdict, f"**{say.VERDICT[pair.verdict].in_(lang)}** — {pair.reason.in_(lang)}")
        st.markdown(f":material/schedule: {say.time_apart(pair).in_(lang)}")
        table = tables.pair(pair, result.build_id)
        show(chart.pair(pair, look), chart.pair_alt(pair, lang), beside=table)
        if not look.large:
            st.caption("  \n".join(_measured(side) for side in pair.sides))


def _measured(side: Side) -> str:
    """`郡山市：2025年11月末・記載値。注。定義`."""
    lang = language.current()
    times = Text("、", ", ").in_(lang).join(say.when(o).in_(lang) for o in side.shown)
    remarks = "".join(f"{o.note.in_(lang)}{Text('。', '. ').in_(lang)}" for o in side.shown if o.note)
    colon, stop = Text("：", ": ").in_(lang), Text("。", ". ").in_(lang)
    return f"**{labels.CITY[side.city].in_(lang)}**{colon}{times}{stop}{remarks}{side.metric.definition.in_(lang)}"


def _apart(pair: Pair) -> str:
    lang = language.current()
    own, peer = (
        f"{labels.CITY[side.city].in_(lang)}「{side.metric.title.in_(lang)}」"
        if lang == "ja"
        else f"{labels.CITY[side.city].in_(lang)}: {side.metric.title.in_(lang)}"
        for side in pair.sides
    )
    return f"**{own} ↔ {peer}** — {pair.reason.in_(lang)}"


def _alone(side: Side) -> str:
    lang = language.current()
    title = f"{labels.CITY[side.city].in_(lang)} {side.metric.title.in_(lang)}"
    return f"**{title}** — {say.known(side).in_(lang)}"


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
