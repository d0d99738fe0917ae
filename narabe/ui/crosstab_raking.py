"""Weighting to the population: its table is given as a file, none is shipped."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from narabe.model.crosstab import CrossTab
from narabe.model.intake import Refused, Severity
from narabe.model.problem import Problem
from narabe.model.raking import Margin
from narabe.model.survey import Survey
from narabe.model.text import Text
from narabe.tables.raking import skew
from narabe.ui import crosstab_files, crosstab_margins, language, parts
from narabe.ui.literal import literal
from narabe.ui.show import show_table
from narabe.ui.worker import away
from narabe.words import cli_sentences
from narabe.words import crosstab_page_sentences as say
from narabe.words import raking_sentences as words

FAULTS = "narabe.margins.faults"  # session state, by dataset: why the files cannot be used
UPLOAD, TRIMMED = "narabe.margins.files", "narabe.margins.trim"
WEIGHT, RAKED, TRIM = "weight", "rake", "trim"
KINDS = ["csv", "xlsx"]
LEAST_TRIM, MOST_TRIM, USUAL_STEP = 1.1, 100.0, 0.5


def upload(survey: Survey, held: Sequence[Margin]) -> None:
    """Files of the population; those that fit become the weight at once. `held` are those that a link brought too."""
    lang = language.current()
    st.caption(say.RAKE_NOTE.in_(lang))
    key = f"{UPLOAD}.{survey.dataset}"
    st.file_uploader(
        say.RAKE_FILES.in_(lang),
        type=KINDS,
        accept_multiple_files=True,
        key=key,
        on_change=_given,
        args=(survey.dataset, key),
        help=words.FORM.in_(lang),
    )
    lines: Sequence[Text] = st.session_state.get(FAULTS, {}).get(survey.dataset, ())
    if lines:
        st.error("  \n".join(literal(line.in_(lang)) for line in lines), icon=":material/error:")
    if held:
        names = "、".join(margin.name for margin in held if margin.name)
        st.caption(literal(say.RAKE_HELD.in_(lang).format(names or say.UNNAMED.in_(lang))))
    if crosstab_margins.of_session(survey.dataset):
        st.caption(say.RAKE_KEEP.in_(lang))


def trim() -> float | None:
    """The ceiling of weights (`trim`), in times of their mean; one that cannot be is named and left out."""
    held = st.query_params.get(TRIM, "")
    found = _times(held)
    if held and found is None:
        told = say.unknown([f"{TRIM}={held}"]).in_(language.current())
        st.warning(literal(told), icon=":material/link_off:")
    return found


def trim_field(found: float | None) -> None:
    """The field for it; the address alone decides."""
    lang = language.current()
    st.session_state[TRIMMED] = found
    st.number_input(
        say.TRIM.in_(lang),
        min_value=LEAST_TRIM,
        max_value=MOST_TRIM,
        value=None,
        step=USUAL_STEP,
        format="%.1f",
        key=TRIMMED,
        placeholder=say.NO_TRIM.in_(lang),
        help=say.TRIM_HELP.in_(lang),
        on_change=_trimmed,
    )


def report(told: CrossTab) -> None:
    """That every margin is met, and how far the respondents stand from the population; the rest is in the notes."""
    found = told.raking
    if found is None:
        return
    if found.converged:
        parts.notes([say.converged(found.rounds)])
    with st.expander(say.SKEW.in_(language.current()), icon=":material/balance:"):
        show_table(skew(found))


def _given(dataset: str, key: str) -> None:
    """Runs before the page is drawn: the files read, or why they cannot be."""
    files: list[Any] = st.session_state[key]
    faults = st.session_state.setdefault(FAULTS, {})
    faults.pop(dataset, None)
    crosstab_margins.keep(dataset, ())
    st.query_params.pop(WEIGHT, None)
    if not files:
        return
    try:
        read = [(each.getvalue(), each.name) for each in files]
        crosstab_margins.keep(dataset, away(crosstab_files.margins, dataset, read))
        st.query_params[WEIGHT] = RAKED
    except Refused as refused:
        grave = [fault for fault in refused.faults if fault.severity is Severity.ERROR]
        faults[dataset] = [cli_sentences.fault(fault) for fault in grave]
    except Problem as problem:
        faults[dataset] = [line for line in (problem.message, problem.advice) if line.ja]


def _trimmed() -> None:
    value = st.session_state[TRIMMED]
    if value is None:
        st.query_params.pop(TRIM, None)
    else:
        st.query_params[TRIM] = f"{value:g}"


def _times(text: str) -> float | None:
    """A ceiling that may be set; None for any other text."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if LEAST_TRIM <= found <= MOST_TRIM else None
