"""Choosing a deck: its steps at a glance, one of them looked at, and the room opened."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.stage import slide, staged
from narabe.desk import decks as desk
from narabe.desk.rooms import hall
from narabe.model.deck import Deck, KeptDeck, StagedDeck, StagedStep
from narabe.model.problem import Problem
from narabe.model.room import Phase
from narabe.model.text import Text
from narabe.settings import openness
from narabe.tables.deck import step_table, steps_table
from narabe.ui import choices, language, parts, show, stage_state
from narabe.ui.literal import literal
from narabe.ui.live import cached
from narabe.warehouse import open_live
from narabe.words import page_titles
from narabe.words import stage_page_sentences as say


def choose(head: DeltaGenerator) -> None:
    """A deck (`deck`), a step of it (`step`), and the button that opens a room."""
    deck_id = chosen_deck()
    try:
        deck = desk.deck(deck_id)
        ready = cached(staged, deck)
    except Problem as problem:
        parts.open_page(page_titles.STAGE, problem.message, head, outside=True)
        parts.notes([problem.advice])
        return
    asks = sum(each.kind.asks for each in ready.steps)
    parts.open_page(page_titles.STAGE, say.deck_finding(len(ready.steps), asks), head)
    _opening(deck)
    show.show_table(steps_table(ready))
    _one(ready)


def chosen_deck() -> str:
    """One of the ready decks or those people made (`deck`); one that cannot be read is listed with that sentence."""
    lang = language.current()
    names = {deck.deck_id: deck.title.in_(lang) for deck in desk.ready()}
    names |= {kept.deck.deck_id: _owned(kept).in_(lang) for kept in desk.kept()}
    names |= {deck_id: problem.message.in_(lang) for deck_id, problem in desk.unreadable().items()}
    return choices.one(say.DECK.in_(lang), names, key="deck", resets=("step",))


def _owned(kept: KeptDeck) -> Text:
    title = kept.deck.title
    return Text(f"{title.ja}（{kept.department}）", f"{title.en} ({kept.department})")


def _opening(deck: Deck) -> None:
    lang = language.current()
    if not openness().rooms_open:
        st.info(f"{say.ROOMS_CLOSED.in_(lang)} {say.HOW_TO_OPEN.in_(lang)}", icon=":material/lock:")
        return
    st.button(
        say.OPEN.in_(lang),
        key="narabe.stage.open",
        type="primary",
        icon=":material/co_present:",
        on_click=_open,
        args=(deck.deck_id,),
    )
    parts.notes([say.WHAT_TO_DO, say.KEPT_A_DAY])


def _open(deck_id: str) -> None:
    def act() -> Text:
        room, key = hall().open(staged(open_live(), desk.deck(deck_id)))
        stage_state.hold(room.code, key)
        st.session_state[stage_state.UNTOLD] = room.code
        stage_state.go(room=room.code)
        return say.opened_as(room.code)

    stage_state.attempt(act)


def _one(deck: StagedDeck) -> None:
    """One step with its numbers."""
    lang = language.current()
    names = {
        str(number): f"{number} {each.step.title.in_(lang)}"
        for number, each in enumerate(deck.steps, start=1)
    }
    number = int(choices.one(say.STEP.in_(lang), names, key="step"))
    one = deck.steps[number - 1]
    with st.container(border=True):
        told(one)
        if one.step.picture is None:
            st.caption(say.NO_CHART.in_(lang))
            return
        revealed, held = cached(slide, one, Phase.REVEALED), cached(slide, one, Phase.WAITING)
        show.show_table(step_table(deck.deck_id, number, revealed, held))
        if revealed.sentence.ja:
            st.markdown(literal(revealed.sentence.in_(lang)))
        parts.source_line(revealed.sources)


def told(one: StagedStep) -> None:
    """Title, question with its options, and what the presenter says."""
    lang = language.current()
    st.markdown(f"**{literal(one.step.title.in_(lang))}**")
    if one.question is not None:
        st.text(say.asked(one.question).in_(lang))
        if one.question.options:
            st.caption(literal(" / ".join(option.label.in_(lang) for option in one.question.options)))
    if one.step.speech.ja:
        st.markdown(f":gray-badge[{say.SPEECH.in_(lang)}] {literal(one.step.speech.in_(lang))}")
