"""What a page asks its reader, each answer kept in the address."""

from dataclasses import replace

import streamlit as st

from narabe.analyses.cohorts import cohorts, concepts, usual_cohorts
from narabe.model.comparison import MOST_COHORTS, CompareAsk, Comparison, Concept
from narabe.model.kpi import KpiBoard
from narabe.model.peers import PEERS
from narabe.model.provenance import Discrepancy, Provenance
from narabe.model.status import Origin, Status
from narabe.model.text import Text
from narabe.ui import choices, language
from narabe.ui.live import cached
from narabe.words import labels

QUESTION = Text("設問", "Question")
COHORTS = Text(f"比較する対象（{MOST_COHORTS}つまで）", f"Side by side (up to {MOST_COHORTS})")
CHOOSE = Text("設問と対象を選ぶ", "Choose question and cohorts")
LARGE = Text("図だけを大きく表示", "Chart only, large")
VIEW = Text("表示する表", "Table")
DOCUMENT, STATUS, EVERY = Text("文書", "Document"), Text("値の種類", "Status"), Text("すべて", "All")
TOPIC, STATE = Text("分野", "Topic"), Text("状態", "State")
ENTRY = Text("開く項目", "Entry to open")
NO_ENTRY = Text("（選んでください）", "(choose one)")
CITY = Text("並べる相手", "Set beside Koriyama")
AREA = Text("計画のバリュー（分野）", "Value area of the plan")
INDICATOR, WHOLE_BOARD = Text("指標", "Indicator"), Text("（すべてを並べる）", "(all side by side)")
FIRST = "digital_progress"


def comparison(folded: bool = False) -> CompareAsk:
    """Question (`q`) and cohorts (`c`). Another question forgets the cohorts of the last."""
    lang = language.current()
    box = st.expander(CHOOSE.in_(lang)) if folded else st.container(border=True)
    left, right = box.columns([2, 3])
    names = {concept.concept_id: _name(concept).in_(lang) for concept in cached(concepts)}
    with left:
        concept = choices.one(QUESTION.in_(lang), names, key="q", default=FIRST, resets=("c",))
    available = cached(cohorts, concept)
    usual = list(cached(usual_cohorts, concept))
    offered = {cohort.key: cohort.label.in_(lang) for cohort in available}
    with right:
        keys = choices.several(
            COHORTS.in_(lang), offered, key="c", default=usual, most=MOST_COHORTS, wrap=True
        )
    return CompareAsk(concept, keys)


def large() -> bool:
    """One chart alone, to be read from afar (`large`)."""
    return st.toggle(LARGE.in_(language.current()), key="large", bind="query-params")


def base(ask: CompareAsk, shown: Comparison) -> CompareAsk:
    """The number to divide the earlier wave by (`base`), between those who answered and those asked."""
    first = shown.base_effects[0]
    label = Text(
        f"分母とする人数：答えた{first.answered}人 ↔ 尋ねた{first.asked}人",
        f"Divide by: {first.answered} who answered ↔ {first.asked} asked",
    )
    chosen = st.slider(
        label.in_(language.current()),
        first.answered,
        first.asked,
        first.asked,
        key="base",
        bind="query-params",
    )
    return replace(ask, base=chosen)


def area() -> str:
    """A value area (`area`), or `all`."""
    lang = language.current()
    names = {"all": EVERY.in_(lang)} | {key: label.in_(lang) for key, label in labels.AREA.items()}
    return choices.one(AREA.in_(lang), names, key="area", default="all", shape="pills", resets=("indicator",))


def indicator(board: KpiBoard) -> str:
    """One indicator of the board to open (`indicator`), or nothing for the board itself."""
    lang = language.current()
    names = {"": WHOLE_BOARD.in_(lang)} | {i.metric_id: i.title.in_(lang) for i in board.indicators}
    return choices.one(INDICATOR.in_(lang), names, key="indicator", default="")


def city() -> str:
    """A city set beside Koriyama (`city`), or `all`."""
    lang = language.current()
    names = {"all": EVERY.in_(lang)} | {name: labels.CITY[name].in_(lang) for name in PEERS}
    return choices.one(CITY.in_(lang), names, key="city", default="all", shape="pills")


def view(names: dict[str, Text]) -> str:
    """Which of several tables (`view`). Another table forgets the filters of the last."""
    lang = language.current()
    return choices.one(
        VIEW.in_(lang),
        {key: name.in_(lang) for key, name in names.items()},
        key="view",
        shape="pills",
        resets=("doc", "status", "topic", "state", "entry"),
    )


def figures_of(result: Provenance) -> tuple[str | None, str | None]:
    """A document (`doc`) and a status (`status`), None for all."""
    documents = {d.document_id: labels.marked(d.title, d.origin) for d in result.documents}
    left, right = st.columns(2)
    with left:
        document = _filter(DOCUMENT, documents, "doc")
    with right:
        status = _filter(STATUS, _statuses(result), "status")
    return document, status


def _statuses(result: Provenance) -> dict[str, Text]:
    """Every status; where a file was brought in, apart from “not published” what such a file does not state."""
    names = {status.value: labels.STATUS[status] for status in Status}
    if any(document.origin is not Origin.PUBLISHED for document in result.documents):
        names["not_stated"] = labels.marked(labels.NOT_STATED, Origin.IMPORTED)
    return names


def register_of(result: Provenance) -> tuple[tuple[Discrepancy, ...], str | None]:
    """Entries of one topic (`topic`) and state (`state`), and the one to open (`entry`), None for none."""
    lang = language.current()
    left, middle, right = st.columns([1, 1, 3])
    with left:
        topic = _filter(TOPIC, labels.TOPIC, "topic")
    with middle:
        state = _filter(STATE, labels.DISCREPANCY_STATUS, "state")
    entries = tuple(
        entry
        for entry in result.discrepancies
        if topic in (None, entry.topic) and state in (None, entry.status)
    )
    names = {"": NO_ENTRY.in_(lang)}
    names |= {entry.discrepancy_id: f"{entry.discrepancy_id} {entry.title.in_(lang)}" for entry in entries}
    with right:
        opened = choices.one(ENTRY.in_(lang), names, key="entry", default="")
    return entries, opened or None


def _filter(label: Text, names: dict[str, Text], key: str) -> str | None:
    """One of `names`, or None for all of them."""
    lang = language.current()
    offered = {"all": EVERY.in_(lang)} | {name: text.in_(lang) for name, text in names.items()}
    chosen = choices.one(label.in_(lang), offered, key=key, default="all")
    return None if chosen == "all" else chosen


def _name(concept: Concept) -> Text:
    if concept.known:
        return concept.label
    return Text(f"{concept.label.ja}（数値未収録）", f"{concept.label.en} (no figures)")
