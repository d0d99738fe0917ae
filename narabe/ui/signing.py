"""Who writes: department and name, asked for in one way on every page and remembered for the next form."""

import streamlit as st

from narabe.model.imports import Signer
from narabe.ui import language
from narabe.words import labels

WRITER = "narabe.remark_writer"  # session state: department and author last given


def fields(prefix: str) -> Signer:
    """Two fields, filled in as last given, and what stands in them."""
    lang, last = language.current(), signed()
    left, right = st.columns(2)
    return Signer(
        left.text_input(labels.DEPARTMENT.in_(lang), last.department, key=f"{prefix}.department") or "",
        right.text_input(labels.AUTHOR.in_(lang), last.author, key=f"{prefix}.author") or "",
    )


def typed(prefix: str) -> Signer:
    """What stands in the fields when their form is sent."""
    return Signer(st.session_state[f"{prefix}.department"], st.session_state[f"{prefix}.author"])


def signed() -> Signer:
    """Department and writer as last given."""
    return Signer(*st.session_state.get(WRITER, ("", "")))


def remember(given: Signer) -> None:
    """For the next form."""
    st.session_state[WRITER] = (given.department, given.author)
