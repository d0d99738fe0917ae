"""Cards of the KPI page."""

import streamlit as st

from narabe.model.kpi import Indicator, KpiBoard, Observation
from narabe.model.status import PaceState
from narabe.model.text import Text
from narabe.ui import language, parts
from narabe.ui.register_marks import marks
from narabe.words import labels, numbers
from narabe.words.kpi_sentences import amount

BADGES = {
    PaceState.REACHED: "blue",
    PaceState.ON_COURSE_YEARLY: "blue",
    PaceState.AHEAD: "green",
    PaceState.BEHIND: "red",
    PaceState.UNDECIDABLE: "gray",
    PaceState.NOT_CAPTURED: "gray",
}
BASELINE, LATEST, TARGET = Text("基準", "Baseline"), Text("最新", "Latest"), Text("目標", "Target")
RULES = Text("判定のきまり", "How the states are decided")
REFERENCE = Text("ペース参考", "for reference")
OWNER = Text("担当：", "In charge: ")


def tally(board: KpiBoard) -> None:
    """How many indicators stand in each state."""
    lang = language.current()
    states = [state for state in PaceState if board.count(state)]
    grid = st.grid(columns=len(states), min_column_width=150)
    for state in states:
        grid.cell().metric(labels.PACE[state].in_(lang), board.count(state), border=True)


def rules() -> None:
    """The rule of every state, visible on the page."""
    lang = language.current()
    with st.expander(RULES.in_(lang), icon=":material/rule:"):
        st.markdown(
            "\n".join(
                f"- **{labels.PACE[s].in_(lang)}** — {labels.PACE_RULE[s].in_(lang)}" for s in PaceState
            )
        )


def cards(board: KpiBoard) -> None:
    """One card per indicator, under its value area."""
    for key, title in labels.AREA.items():
        if board.of_area(key):
            parts.heading(title)
            grid = st.grid(columns=3, min_column_width=330)
            for indicator in board.of_area(key):
                with grid.cell():
                    _card(indicator)


def _card(indicator: Indicator) -> None:
    lang = language.current()
    with st.container(border=True, height="stretch"):
        reference = f" :gray-badge[{REFERENCE.in_(lang)}]" if indicator.reference_only else ""
        state = f":{BADGES[indicator.state]}-badge[{labels.PACE[indicator.state].in_(lang)}]"
        st.markdown(f"#### {indicator.title.in_(lang)}\n{state}{reference}")
        if moments := _moments(indicator):
            st.markdown("  \n".join(_moment(*pair, indicator) for pair in moments))
        st.markdown(indicator.why.in_(lang))
        owner = f"  \n{OWNER.in_(lang)}{indicator.owner.in_(lang)}" if indicator.owner else ""
        st.caption(indicator.definition.in_(lang) + owner)
        parts.source_line(indicator.sources)
        marks(indicator.discrepancies)


def _moments(indicator: Indicator) -> list[tuple[Text, Observation]]:
    pairs = ((BASELINE, indicator.baseline), (LATEST, indicator.latest), (TARGET, indicator.target))
    return [
        (name, observation)
        for name, observation in pairs
        if observation is not None and observation.value is not None
    ]


def _moment(name: Text, observation: Observation, indicator: Indicator) -> str:
    lang = language.current()
    when = numbers.period(observation.start, observation.end, observation.months).in_(lang)
    value = amount(observation.value, indicator.unit, observation.decimals).in_(lang)
    return f"{name.in_(lang)} **{value}**（{when}）" if lang == "ja" else f"{name.en} **{value}** ({when})"
