"""Weighting to the population: its table is given as a file, none is shipped."""

from typing import Any

import streamlit as st

from narabe.desk import views as desk
from narabe.model.crosstab import CrossTab
from narabe.model.problem import Problem
from narabe.model.raking import Margin
from narabe.model.survey import Survey
from narabe.tables.raking import skew
from narabe.ui import crosstab_files, language, parts
from narabe.ui.literal import literal
from narabe.ui.show import show_table
from narabe.ui.worker import away
from narabe.words import crosstab_page_sentences as say
from narabe.words import raking_sentences as words

GIVEN, FAULT = "narabe.margins", "narabe.margins.fault"  # session state, by dataset
UPLOAD = "narabe.margins.files"
WEIGHT, RAKED, VIEW = "weight", "rake", "set"
KINDS = ["csv", "xlsx"]


def margins(survey: Survey) -> tuple[Margin, ...]:
    """What was given in this session, else what the saved view of the address holds."""
    given: dict[str, tuple[Margin, ...]] = st.session_state.get(GIVEN, {})
    if survey.dataset in given:
        return given[survey.dataset]
    try:
        saved = desk.view(st.query_params[VIEW]).ask if VIEW in st.query_params else None
    except Problem:
        return ()  # the list of views says so
    return saved.margins if saved and saved.dataset == survey.dataset else ()


def upload(survey: Survey) -> None:
    """Files of the population; the one that fits becomes the weight at once."""
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
    fault = st.session_state.get(FAULT, {}).get(survey.dataset)
    if fault is not None:
        told = "  \n".join(literal(line.in_(lang)) for line in (fault.message, fault.advice) if line.ja)
        st.error(told, icon=":material/error:")
    if st.session_state.get(GIVEN, {}).get(survey.dataset):
        st.caption(say.RAKE_KEEP.in_(lang))


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
    margins_of = st.session_state.setdefault(GIVEN, {})
    faults = st.session_state.setdefault(FAULT, {})
    margins_of.pop(dataset, None)
    faults.pop(dataset, None)
    if not files:
        st.query_params.pop(WEIGHT, None)
        return
    try:
        read = [(each.getvalue(), each.name) for each in files]
        margins_of[dataset] = away(crosstab_files.margins, dataset, read)
        st.query_params[WEIGHT] = RAKED
    except Problem as problem:
        faults[dataset] = problem
