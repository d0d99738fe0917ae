"""Making a deck: its steps in order, each changed in its fields, the whole saved under a name."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.stage import staged
from narabe.desk import decks as desk
from narabe.model.deck import Deck, KeptDeck, Step
from narabe.model.text import EMPTY, Text
from narabe.settings import openness
from narabe.ui import choices, language, parts, signing, stage_state
from narabe.ui.stage_fields import Fields
from narabe.warehouse import open_live
from narabe.words import deck_page_sentences as say
from narabe.words import deck_sentences, page_titles, stage_page_sentences

DRAFTS = "narabe.deck.drafts"  # session state: where a draft started -> the deck as it is now
AT = "narabe.deck.at"  # session state: which step stands in the fields, None for a new one
TURN = "narabe.deck.turn"  # session state: how often the fields were filled anew
FORM = "narabe.deck"


def make(head: DeltaGenerator) -> None:
    """From a blank deck, or a copy of one (`from`)."""
    lang = language.current()
    parts.open_page(page_titles.STAGE, say.WHAT, head)
    if not openness().rooms_open:
        st.info(stage_page_sentences.ROOMS_CLOSED.in_(lang), icon=":material/lock:")
        return
    own = {kept.deck.deck_id: kept for kept in desk.kept()}
    names = {"": say.BLANK.in_(lang)} | {each.deck_id: each.title.in_(lang) for each in desk.ready()}
    names |= {deck_id: kept.deck.title.in_(lang) for deck_id, kept in own.items()}
    start = choices.one(say.START.in_(lang), names, key="from", default="")
    deck = _draft(start)
    _steps(start, deck)
    _fields(start, deck)
    _saving(start, deck, own.get(start))


def _draft(start: str) -> Deck:
    """The deck as it is now in this session."""
    drafts = st.session_state.setdefault(DRAFTS, {})
    if start not in drafts:
        drafts[start] = desk.deck(start) if start else Deck("", EMPTY)
    return drafts[start]


def _steps(start: str, deck: Deck) -> None:
    lang = language.current()
    parts.heading(say.STEPS)
    if not deck.steps:
        st.caption(say.NO_STEPS_YET.in_(lang))
    for place, step in enumerate(deck.steps):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.text(f"{place + 1} {step.title.in_(lang)}")
            _button(say.UP, "up", start, place, _moved(place, -1), idle=place == 0)
            _button(say.DOWN, "down", start, place, _moved(place, 1), idle=place + 1 == len(deck.steps))
            st.button(
                say.of_step(say.EDIT, place + 1).in_(lang),
                key=f"{FORM}.edit.{place}",
                on_click=_turn,
                args=(place,),
                type="tertiary",
            )
            _button(say.REMOVE, "remove", start, place, _without(place))


def _button(
    label: Text, name: str, start: str, place: int, change: Callable[[Deck], Deck], idle: bool = False
) -> None:
    st.button(
        say.of_step(label, place + 1).in_(language.current()),
        key=f"{FORM}.{name}.{place}",
        on_click=_change,
        args=(start, change),
        disabled=idle,
        type="tertiary",
    )


def _change(start: str, change: Callable[[Deck], Deck]) -> None:
    st.session_state[DRAFTS][start] = change(_draft(start))
    _turn(None)


def _turn(place: int | None) -> None:
    """Other fields: those of a step, or of a new one."""
    st.session_state[AT] = place
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _moved(place: int, by: int) -> Callable[[Deck], Deck]:
    def change(deck: Deck) -> Deck:
        steps = list(deck.steps)
        steps.insert(place + by, steps.pop(place))
        return replace(deck, steps=tuple(steps))

    return change


def _without(place: int) -> Callable[[Deck], Deck]:
    return lambda deck: replace(deck, steps=deck.steps[:place] + deck.steps[place + 1 :])


def _fields(start: str, deck: Deck) -> None:
    """The step that is changed, or a new one."""
    lang, at = language.current(), st.session_state.get(AT)
    place = at if at is not None and at < len(deck.steps) else None
    fields = Fields(
        f"{FORM}.{start}.{st.session_state.get(TURN, 0)}", Step(EMPTY) if place is None else deck.steps[place]
    )
    with st.container(border=True):
        parts.heading(say.ADD_STEP if place is None else say.changing(place + 1))
        fields.draw()
        with st.container(horizontal=True):
            st.button(
                (say.ADD_STEP if place is None else say.CHANGE_STEP).in_(lang),
                key=f"{FORM}.put",
                on_click=_put,
                args=(start, place, fields),
                icon=":material/add:" if place is None else ":material/edit:",
            )
            if place is not None:
                st.button(say.GIVE_UP.in_(lang), key=f"{FORM}.give_up", on_click=_turn, args=(None,))


def _put(start: str, place: int | None, fields: Fields) -> None:
    """Into the deck, once it can be drawn."""

    def act() -> Text:
        step = fields.typed()
        desk.check_step(step)
        staged(open_live(), Deck("", EMPTY, (step,)))
        deck = _draft(start)
        at = len(deck.steps) if place is None else place
        steps = (*deck.steps[:at], step, *deck.steps[at + 1 :])
        st.session_state[DRAFTS][start] = replace(deck, steps=steps)
        _turn(None)
        return say.STEP_KEPT

    stage_state.attempt(act)


def _saving(start: str, deck: Deck, own: KeptDeck | None) -> None:
    lang, prefix = language.current(), f"{FORM}.{start}.save"
    parts.heading(say.SAVING)
    with st.form(prefix, border=False, enter_to_submit=False):
        left, right = st.columns(2)
        left.text_input(deck_sentences.NAME.in_(lang), deck.title.ja if own else "", key=f"{prefix}.name_ja")
        english = deck.title.en if own and deck.title.en != deck.title.ja else ""
        right.text_input(say.NAME_EN.in_(lang), english, key=f"{prefix}.name_en")
        signing.fields(prefix)
        with st.container(horizontal=True):
            if own:
                _act(say.SAVE_CHANGE, "change", prefix, lambda: _changed(start, own, prefix), primary=True)
            _act(say.SAVE_NEW, "new", prefix, lambda: _saved(start, prefix), primary=own is None)
            if own:
                _act(say.WITHDRAW, "withdraw", prefix, lambda: _withdrawn(start, prefix))


def _act(label: Text, name: str, prefix: str, act: Callable[[], Text], primary: bool = False) -> None:
    st.form_submit_button(
        label.in_(language.current()),
        key=f"{prefix}.{name}",
        on_click=stage_state.attempt,
        args=(act,),
        type="primary" if primary else "secondary",
    )


def _named(start: str, prefix: str) -> Deck:
    typed = st.session_state
    return replace(_draft(start), title=Text(typed[f"{prefix}.name_ja"], typed[f"{prefix}.name_en"]))


def _saved(start: str, prefix: str) -> Text:
    return _done(start, desk.save(_named(start, prefix), stage_state.signer(prefix)))


def _changed(start: str, own: KeptDeck, prefix: str) -> Text:
    return _done(start, desk.change(own, _named(start, prefix), stage_state.signer(prefix)))


def _done(start: str, kept: KeptDeck) -> Text:
    """The deck can be opened at once."""
    st.session_state[DRAFTS].pop(start, None)
    st.session_state[DRAFTS].pop(kept.deck.deck_id, None)
    _turn(None)
    stage_state.go(deck=kept.deck.deck_id)
    return say.saved(kept.deck.title.ja)


def _withdrawn(start: str, prefix: str) -> Text:
    gone = desk.withdraw(start, stage_state.signer(prefix))
    st.session_state[DRAFTS].pop(start, None)
    stage_state.go(view="make")
    return say.withdrawn(gone.deck.title.ja)
