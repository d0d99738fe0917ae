"""The strips of the operations page, and the look into one metric."""

import streamlit as st

from narabe.analyses.imported import beside_published
from narabe.analyses.operations import breakdown, operations
from narabe.charts import breakdown as parts_chart
from narabe.charts import timeline
from narabe.charts.theme import Look
from narabe.model.operations import Operations, Strip
from narabe.model.text import Text
from narabe.tables import operations as tables
from narabe.ui import beside, choices, language, parts, register_marks, registry
from narabe.ui.live import cached
from narabe.ui.show import show
from narabe.words import operations_sentences as say

STRIP, EVERY = Text("5レス", "Aim"), Text("すべて", "All")
MEASURED = Text("2022年の計画での指標：", "Measure in the plan of 2022: ")
LOOK_INTO = Text("内訳を見る", "Look into the parts")
METRIC = Text("指標", "Metric")
ENTER = Text("今月の数を打ち込む", "Type this month's figures")


def chosen_strip() -> str:
    """A strip (`strip`), or `all`. Another strip forgets the metric looked into."""
    lang = language.current()
    offered = cached(operations, "all").offered
    names = {"all": EVERY.in_(lang)} | {key: label.in_(lang) for key, label in offered}
    return choices.one(STRIP.in_(lang), names, key="strip", default="all", shape="pills", resets=("detail",))


def strips(result: Operations, look: Look) -> None:
    """Each strip: its aim, what exists over time, and an empty slot where nothing does."""
    parts.notes([say.TO_SCALE])
    for strip in result.strips:
        _strip(strip, result, look)
    if not look.large:
        shown = tuple(metric.metric_id for metric in result.metrics)
        beside.section(cached(beside_published, shown), "operations")


def details(result: Operations, look: Look) -> None:
    """One metric by its parts (`detail`), printed ratios beside the recomputed ones."""
    if look.large or not result.broken_down:
        return
    lang = language.current()
    parts.heading(LOOK_INTO, say.RECOMPUTED)
    names = {metric.metric_id: metric.title.in_(lang) for metric in result.broken_down}
    metric = cached(breakdown, choices.one(METRIC.in_(lang), names, key="detail"))
    if (said := say.highest_and_lowest(metric)).ja:
        st.markdown(f"**{said.in_(lang)}**")
    parts.notes([metric.definition, say.period_of(metric)])
    show(parts_chart.parts(metric, look), parts_chart.alt_text(metric, lang), tables.parts(metric, result))
    register_marks.marks(metric.discrepancies)


def _strip(strip: Strip, result: Operations, look: Look) -> None:
    lang = language.current()
    parts.heading(strip.label, Text(f"{strip.aim.ja}。", f"{strip.aim.en}."))
    if not strip.known:
        with st.container(border=True):
            st.markdown(f"**{say.EMPTY_SLOT.in_(lang)}** — {say.FIRST_FIGURE.in_(lang)}")
            registry.link(registry.INTAKE, lang, ENTER, icon=":material/keyboard:", view="entry")
    if strip.measure.ja:
        parts.notes([Text(MEASURED.ja + strip.measure.ja, MEASURED.en + strip.measure.en)])
    if strip.metrics:
        show(timeline.strip(strip, look), timeline.alt_text(strip, lang), tables.strip(strip, result))
