"""Cards of the KPI page."""

import streamlit as st

from narabe.charts.theme import Look
from narabe.model.kpi import Indicator, KpiBoard
from narabe.model.metrics import Observation
from narabe.model.status import PaceState, Status
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
    """How many indicators stand in each state, none included."""
    lang = language.current()
    grid = st.grid(columns=len(PaceState), min_column_width=140)
    for state in PaceState:
        grid.cell().metric(labels.PACE[state].in_(lang), board.count(state), border=True)


def details(board: KpiBoard, look: Look) -> None:
    """Notes, rules and one card per indicator, unless the chart is to stand alone."""
    if look.large:
        return
    parts.notes(board.notes)
    _rules()
    for key, title in labels.AREA.items():
        if board.of_area(key):
            parts.heading(title)
            grid = st.grid(columns=3, min_column_width=330)
            for indicator in board.of_area(key):
                with grid.cell():
                    _card(indicator)


def _rules() -> None:
    lang = language.current()
    with st.expander(RULES.in_(lang), icon=":material/rule:"):
        st.markdown(
            "\n".join(
                f"- **{labels.PACE[s].in_(lang)}** — {labels.PACE_RULE[s].in_(lang)}" for s in PaceState
            )
        )


def _card(indicator: Indicator) -> None:
    lang = language.current()
    with st.container(border=True, height="stretch"):
        reference = f" :gray-badge[{REFERENCE.in_(lang)}]" if indicator.reference_only else ""
        state = f":{BADGES[indicator.state]}-badge[{labels.PACE[indicator.state].in_(lang)}]"
        st.markdown(f"### {indicator.title.in_(lang)}\n{state}{reference}")
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
    """Value and period, how it is known if not printed, and what must be known of it."""
    lang = language.current()
    when = numbers.period(observation.start, observation.end, observation.months).in_(lang)
    value = amount(observation.value, indicator.unit, observation.decimals).in_(lang)
    known = "" if observation.status is Status.PRINTED else labels.STATUS[observation.status].in_(lang)
    note = observation.note.in_(lang) if observation.note else ""
    said = Text("：", ": ").in_(lang).join(part for part in (known, note) if part)
    about = f"  \n:small[{said}]" if said else ""
    return Text(f"{name.ja} **{value}**（{when}）{about}", f"{name.en} **{value}** ({when}){about}").in_(lang)
