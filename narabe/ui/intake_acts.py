"""Acts of one click that take a while: begun, waited for, and their outcome said once."""

from typing import Any

import streamlit as st

from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.ui import intake_parts
from narabe.ui.errand import Errand

ERRAND = "narabe.act."  # session state, with the place: an act on its way
SAID = "narabe.act_said."  # session state, with the place: what became of it, until drawn


def begin(place: str, errand: Errand) -> None:
    """Draw the page again, which then waits."""
    st.session_state[ERRAND + place] = errand
    st.rerun()


def wait(place: str, label: Text) -> None:
    """Stay while an act goes on, saying `label`; then draw the page anew."""
    errand = st.session_state.get(ERRAND + place)
    if not isinstance(errand, Errand):
        return
    st.empty()  # in the place of the view, which would stay in sight until the work is done
    with st.container():
        intake_parts.stay(errand, label)
    del st.session_state[ERRAND + place]
    try:
        st.session_state[SAID + place] = errand.result()
    except Problem as problem:
        st.session_state[SAID + place] = problem
    st.rerun()


def outcome(place: str) -> Any:
    """What came of the last act, once: its result, or the Problem it ended with; None where there was none."""
    return st.session_state.pop(SAID + place, None)
