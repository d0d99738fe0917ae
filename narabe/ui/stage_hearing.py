"""Hearing the room without its phones, and before the wall: a show of hands, and texts that wait for approval."""

import streamlit as st

from narabe.model.room import CHOSEN, Form, Hands, Question, RoomState, Said
from narabe.model.text import Text
from narabe.room.live_room import LiveRoom
from narabe.room.steering import SEEN
from narabe.ui import language, parts, stage_state
from narabe.words import stage_page_sentences as say

MOST_PEOPLE = 100_000
WIDTH = 736
"""Pixels of a line that an eye can follow."""


def hear(room: LiveRoom, state: RoomState) -> None:
    """What the question of the present step needs besides phones."""
    question = room.step.question
    if question is None:
        return
    if question.form in CHOSEN and state.phase() not in SEEN:
        _hands(room, state, question)
    if question.form is Form.NUMBER and state.phase() not in SEEN:
        parts.notes([say.NO_HANDS])
    if question.form is Form.TEXT:
        _texts(room, state.step)


def _hands(room: LiveRoom, state: RoomState, question: Question) -> None:
    """A field for each option and one for all people, with what was counted before."""
    lang, counted = language.current(), room.hands(state.step) or Hands({}, 0)
    prefix = f"narabe.hands.{room.code}.{state.step}.{state.round(state.step)}"
    with (
        st.expander(say.HANDS.in_(lang), icon=":material/front_hand:"),
        st.form(prefix, border=False, enter_to_submit=False),
    ):
        parts.notes([say.HANDS_NOTE])
        for option in question.options:
            raised = counted.raised.get(option.option_id, 0)
            st.number_input(
                option.label.in_(lang), 0, MOST_PEOPLE, raised, key=f"{prefix}.{option.option_id}"
            )
        st.number_input(say.PEOPLE.in_(lang), 0, MOST_PEOPLE, counted.people, key=f"{prefix}..people")
        st.form_submit_button(
            say.COUNT_HANDS.in_(lang),
            on_click=_count,
            args=(room.code, state.step, question, prefix),
            key=f"{prefix}..send",
        )


def _count(code: str, step: int, question: Question, prefix: str) -> None:
    def act() -> Text:
        typed = st.session_state
        raised = {option.option_id: int(typed[f"{prefix}.{option.option_id}"]) for option in question.options}
        stage_state.steered(code).raise_hands(step, Hands(raised, int(typed[f"{prefix}..people"])))
        return say.HANDS_COUNTED

    stage_state.attempt(act)


def _texts(room: LiveRoom, step: int) -> None:
    with st.expander(say.MODERATE.in_(language.current()), icon=":material/rate_review:", expanded=True):
        parts.notes([say.MODERATE_NOTE])
        _arriving(room, step)


@st.fragment(run_every=2.0)
def _arriving(room: LiveRoom, step: int) -> None:
    """The texts in the order they came."""
    found = room.texts(step)
    for said in found:
        _one(room.code, said)
    if not found:
        st.caption(say.NO_TEXTS_YET.in_(language.current()))


def _one(code: str, said: Said) -> None:
    lang = language.current()
    key = f"narabe.text.{code}.{said.place}"
    with st.container(border=True, gap="xsmall"):
        st.text(said.body, width=WIDTH)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":blue-badge[{say.APPROVED[said.approved].in_(lang)}]", width="content")
            for label, approved in ((say.APPROVE, True), (say.KEEP_BACK, False)):
                st.button(
                    label.in_(lang),
                    key=f"{key}.{approved}",
                    disabled=said.approved is approved,
                    on_click=_moderate,
                    args=(code, said, approved),
                )


def _moderate(code: str, said: Said, approved: bool) -> None:
    def act() -> None:
        stage_state.steered(code).moderate(said, approved)

    stage_state.attempt(act)
