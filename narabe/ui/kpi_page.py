"""The KPI page: the board of all indicators, or one of them opened."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.imported import beside_published
from narabe.analyses.remarks import latest_remarks
from narabe.charts import kpi as chart
from narabe.charts.theme import Look
from narabe.model.indicator import IndicatorDetail
from narabe.model.kpi import Indicator, KpiBoard
from narabe.model.metrics import Observation
from narabe.model.status import MetricKind, PaceState, Status
from narabe.model.text import Text
from narabe.settings import openness
from narabe.tables import kpi as table
from narabe.ui import beside, choices, finding_cards, language, parts, register_marks, registry, remarks
from narabe.ui.live import cached
from narabe.ui.show import show, show_table
from narabe.words import labels, numbers, page_titles
from narabe.words.kpi_sentences import told

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
OPEN, BACK = Text("経過とつながりを見る", "History and links"), Text("すべての指標", "All indicators")
ENTER = Text("値を打ち込む", "Type the figure")
ABOUT, DEFINITION = Text("この指標について", "About this indicator"), Text("定義：", "Definition:")
NUMERATOR, DENOMINATOR = Text("分子：", "Numerator:"), Text("分母：", "Denominator:")
IN_CHARGE = Text("担当課：", "In charge:")
NEAR = Text("近い数", "Near this indicator")
NEAR_NOTE = Text(
    "数え方が違うため、指標に足したり、そのまま比べたりはできません。",
    "Counted otherwise: never added to the indicator or compared as they stand.",
)
FINDINGS, NEEDS = Text("関係する発見", "Findings"), Text("関係する市民の声", "What residents voice")
PROJECTS = Text("支える事業", "Projects that serve it")
PROJECTS_NOTE = Text(
    "計画に記載のないつながりで、このアプリの判断です。", "Links are not printed in the plan: our judgement."
)
NO_PROJECTS = Text(
    "事業の説明からは、つながりを読み取れません。", "No link can be read from the projects' descriptions."
)


def board(shown: KpiBoard, look: Look, head: DeltaGenerator) -> None:
    """Every indicator against its target, then what must be known and one card each."""
    parts.open_page(page_titles.KPI, shown.sentence, head)
    _tally(shown)
    latest = latest_remarks(openness().show_internal)
    show(chart.board(shown, look), chart.alt_text(shown, look.lang), beside=table.board(shown, latest))
    if look.large:
        return
    parts.notes(shown.notes)
    _rules()
    for key, title in labels.AREA.items():
        if shown.of_area(key):
            parts.heading(title)
            grid = st.grid(columns=3, min_column_width=330)
            for indicator in shown.of_area(key):
                with grid.cell():
                    _card(indicator)


def indicator(detail: IndicatorDetail, look: Look, head: DeltaGenerator) -> None:
    """One indicator: where it stands and why, its history, and everything linked to it."""
    lang, shown = language.current(), detail.indicator
    parts.open_page(
        shown.title,
        Text(f"{labels.PACE[shown.state].ja}：", f"{labels.PACE[shown.state].en}: ") + shown.why,
        head,
    )
    choices.leading(BACK.in_(lang), "indicator", "", ":material/arrow_back:")
    _badges(shown)
    show(chart.history(detail, look), chart.history_alt(detail, lang), beside=table.history(detail))
    if look.large:
        return
    parts.notes([detail.arrival, *detail.notes])
    beside.section(cached(beside_published, (shown.metric_id,)), shown.metric_id)
    if detail.near:
        parts.heading(NEAR, NEAR_NOTE)
        show_table(table.near(detail))
    left, right = st.columns(2, gap="large")
    with left:
        _about(detail)
        remarks.panel(f"kpi:{shown.metric_id}")
    with right:
        _linked(detail)
        register_marks.notes(shown.discrepancies)


def _about(detail: IndicatorDetail) -> None:
    """Definition, numerator and denominator, department: what is not printed says so."""
    lang, metric = language.current(), detail.metric
    lines = [(DEFINITION, metric.definition)]
    if metric.kind is MetricKind.RATIO:
        lines += [
            (NUMERATOR, metric.numerator or labels.NOT_STATED),
            (DENOMINATOR, metric.denominator or labels.NOT_STATED),
        ]
    lines.append((IN_CHARGE, metric.owner or labels.NOT_STATED))
    parts.heading(ABOUT)
    st.markdown("\n".join(f"- **{name.in_(lang)}** {said.in_(lang)}" for name, said in lines))


def _linked(detail: IndicatorDetail) -> None:
    """Findings that bear on the indicator, projects said to serve it, and voiced needs it answers."""
    lang = language.current()
    if detail.findings:
        parts.heading(FINDINGS)
        for finding in detail.findings:
            finding_cards.line(finding)
    parts.heading(PROJECTS, PROJECTS_NOTE if detail.projects else NO_PROJECTS)
    for project, link in detail.projects:
        label = Text(f"{project.number} {project.title.ja}", f"{project.number} {project.title.en}")
        registry.link(registry.PROJECTS, lang, label, icon=":material/work:", p=str(project.number))
        st.caption(link.reason.in_(lang))
    if detail.needs:
        parts.heading(NEEDS)
        for need in detail.needs:
            share = numbers.percent(need.share)
            label = Text(f"{need.label.ja} {share.ja}", f"{need.label.en} {share.en}")
            registry.link(registry.COMPARE, lang, label, icon=":material/group:", q=need.concept_id)
            st.caption(need.reason.in_(lang))


def _tally(board: KpiBoard) -> None:
    """How many indicators stand in each state, none included."""
    lang = language.current()
    grid = st.grid(columns=len(PaceState), min_column_width=140)
    for state in PaceState:
        grid.cell().metric(labels.PACE[state].in_(lang), board.count(state), border=True)


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
        st.markdown(f"### {indicator.title.in_(lang)}")
        _badges(indicator)
        if moments := _moments(indicator):
            st.markdown("  \n".join(_moment(*pair, indicator) for pair in moments))
        st.markdown(indicator.why.in_(lang))
        choices.leading(OPEN.in_(lang), "indicator", indicator.metric_id, ":material/open_in_full:")
        if indicator.state is PaceState.NOT_CAPTURED:
            registry.link(registry.INTAKE, lang, ENTER, icon=":material/keyboard:", view="entry", form="kpi")
        register_marks.marks(indicator.discrepancies)


def _badges(indicator: Indicator) -> None:
    lang = language.current()
    reference = f" :gray-badge[{REFERENCE.in_(lang)}]" if indicator.reference_only else ""
    st.markdown(f":{BADGES[indicator.state]}-badge[{labels.PACE[indicator.state].in_(lang)}]{reference}")


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
    value = told(observation, indicator.unit).in_(lang)
    known = (
        ""
        if observation.status is Status.PRINTED
        else labels.status(observation.status, observation.origin).in_(lang)
    )
    note = observation.note.in_(lang) if observation.note else ""
    said = Text("：", ": ").in_(lang).join(part for part in (known, note) if part)
    about = f"  \n:small[{said}]" if said else ""
    return Text(f"{name.ja} **{value}**（{when}）{about}", f"{name.en} **{value}** ({when}){about}").in_(lang)
