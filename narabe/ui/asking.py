"""What a page asks its reader, each answer kept in the address."""

from dataclasses import replace

import streamlit as st

from narabe.analyses.cohorts import cohorts, concepts
from narabe.model.comparison import MOST_COHORTS, CompareAsk, Comparison
from narabe.model.status import Status
from narabe.model.text import Text
from narabe.ui import choices, language
from narabe.ui.live import cached
from narabe.words import labels

QUESTION = Text("設問", "Question")
COHORTS = Text(f"並べる相手（{MOST_COHORTS}つまで）", f"Side by side (up to {MOST_COHORTS})")
VIEW = Text("見るもの", "View")
DOCUMENT, STATUS, EVERY = Text("文書", "Document"), Text("値の種類", "Status"), Text("すべて", "All")
AREA = Text("バリュー", "Value area")
FIRST = "digital_progress"
OTHER_CONCEPTS_KEYS = ("c", "base")


def comparison() -> CompareAsk:
    """Question (`q`) and cohorts (`c`). Another question forgets the cohorts of the last."""
    lang = language.current()
    with st.container(border=True):
        names = {c.concept_id: _concept_name(c.label.in_(lang), c.known) for c in cached(concepts)}
        concept = choices.one(
            QUESTION.in_(lang),
            names,
            key="q",
            default=FIRST,
            on_change=choices.forget,
            args=OTHER_CONCEPTS_KEYS,
        )
        available = cached(cohorts, concept)
        usual = [c.key for c in available if c.group_id == "all"][:MOST_COHORTS]
        keys = choices.several(
            COHORTS.in_(lang),
            {c.key: c.short.in_(lang) for c in available},
            key="c",
            default=usual,
            most=MOST_COHORTS,
        )
    return CompareAsk(concept, keys)


def base(ask: CompareAsk, shown: Comparison) -> CompareAsk:
    """The number to divide the earlier wave by (`base`), between those who answered and those asked."""
    first = shown.base_effects[0]
    label = Text(
        f"何人で割るか：答えた{first.answered}人 ↔ 尋ねた{first.asked}人",
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
    """A value area (`area`), or "" for all."""
    lang = language.current()
    names = {"all": EVERY.in_(lang)} | {key: label.in_(lang) for key, label in labels.AREA.items()}
    return choices.one(AREA.in_(lang), names, key="area", default="all", shape="pills")


def view(names: dict[str, Text]) -> str:
    """Which of several tables (`view`)."""
    lang = language.current()
    return choices.one(
        VIEW.in_(lang), {key: name.in_(lang) for key, name in names.items()}, key="view", shape="pills"
    )


def figures_of(documents: dict[str, Text]) -> tuple[str | None, str | None]:
    """A document (`doc`) and a status (`status`), None for all."""
    lang = language.current()
    every = {"all": EVERY.in_(lang)}
    left, right = st.columns(2)
    with left:
        document = choices.one(
            DOCUMENT.in_(lang),
            every | {key: name.in_(lang) for key, name in documents.items()},
            key="doc",
            default="all",
        )
    with right:
        status = choices.one(
            STATUS.in_(lang),
            every | {s.value: labels.STATUS[s].in_(lang) for s in Status},
            key="status",
            default="all",
        )
    return _named(document), _named(status)


def _named(chosen: str) -> str | None:
    return None if chosen == "all" else chosen


def _concept_name(label: str, known: int) -> str:
    return label if known else f"{label} —"
