"""The stage: a deck is looked at and opened as a room, steered, and its results are kept."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.ui import choices, language, stage_decks, stage_making, stage_records, stage_state, stage_steering
from narabe.words import stage_page_sentences as say

SHOWN = {"show": stage_decks.choose, "make": stage_making.make, "kept": stage_records.records}


def open_view(head: DeltaGenerator) -> None:
    """A room to steer (`room`), else what to do (`view`)."""
    if stage_state.ROOM in st.query_params:
        stage_steering.steer(st.query_params[stage_state.ROOM], head)
        return
    lang = language.current()
    names = {name: label.in_(lang) for name, label in say.VIEWS.items()}
    view = choices.one(
        say.VIEW.in_(lang), names, key="view", shape="segments", resets=("deck", "step", "record")
    )
    stage_state.outcome()
    SHOWN[view](head)
