"""What came of a room: its results as tables, saved or thrown away, and those saved before."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.cohorts import cohorts, concept_of, usual_cohorts
from narabe.analyses.room_results import room_results, room_slides
from narabe.desk import rooms as desk
from narabe.export import handout
from narabe.intake.room_tables import dataset_of
from narabe.model.comparison import MOST_COHORTS
from narabe.model.room_results import RoomResults
from narabe.model.text import Lang, Text, plain
from narabe.room.live_room import LiveRoom
from narabe.tables.room import results_table, step_table
from narabe.ui import choices, language, parts, registry, show, signing, stage_state
from narabe.ui.literal import literal
from narabe.ui.live import cached
from narabe.ui.worker import away
from narabe.warehouse import open_live
from narabe.words import page_titles
from narabe.words import stage_page_sentences as say
from narabe.words.remark_sentences import day

FORM = "narabe.stage.save"


def records(head: DeltaGenerator) -> None:
    """What was saved, one session opened (`record`)."""
    lang = language.current()
    kept = {str(each.number): each for each in desk.saved()}
    parts.open_page(page_titles.STAGE, say.SAVED_RESULTS, head)
    if not kept:
        st.caption(say.NO_RECORDS.in_(lang))
        return
    names = {
        number: say.record_of(each.results.title, each.department, day(each.saved_at)).in_(lang)
        for number, each in kept.items()
    }
    chosen = kept[choices.one(say.RECORD.in_(lang), names, key="record")].results
    _beside_surveys(chosen)
    _tables(chosen)


def results(room: LiveRoom) -> None:
    """Of the steps revealed so far; saving them, or throwing all away."""
    lang, found = language.current(), room_results(room)
    with st.expander(say.RESULTS.in_(lang), icon=":material/bar_chart:", expanded=room.state.ended):
        if found.steps:
            _tables(found)
            _saving(room.code)
        else:
            st.caption(say.NOTHING_REVEALED.in_(lang))
        _slides(room)
        _discarding(room.code)


def _tables(found: RoomResults) -> None:
    """A table per step, and all of them in one file."""
    lang = language.current()
    for step in found.steps:
        st.subheader(f"{step.step + 1}. {literal(step.asked.in_(lang))}", anchor=False)
        if step.base is not None:
            st.text(say.base_of(step.base, step.hands).in_(lang))
        show.show_table(step_table(found, step), downloads=False)
    show.offer_downloads(results_table(found))


def _beside_surveys(found: RoomResults) -> None:
    """Where the room is a cohort: on Compare, unless it was taken back there since."""
    wave = dataset_of(found)
    for concept in dict.fromkeys(step.concept for step in found.steps if step.beside_surveys):
        if wave in {cohort.key for cohort in cached(cohorts, concept)}:
            others = cached(usual_cohorts, concept)[: MOST_COHORTS - 1]
            label = say.BESIDE_SURVEYS + plain("：") + cached(concept_of, concept).label
            registry.link(registry.COMPARE, language.current(), label, q=concept, c=[*others, wave])


def _slides(room: LiveRoom) -> None:
    """The steps as slides, made when clicked: with what is revealed by then."""
    lang = language.current()
    st.download_button(
        say.SLIDES.in_(lang),
        data=partial(deck_file, room, lang),
        file_name=f"narabe_room_{room.code}_{lang}.pptx",
        mime=handout.MIME["pptx"],
        on_click="ignore",
        icon=":material/download:",
        key=f"narabe_room_{room.code}.pptx",
    )
    parts.notes([say.SLIDES_NOTE])


def deck_file(room: LiveRoom, lang: Lang) -> bytes:
    """What stands on the slides is gathered here, the file made in the worker."""
    return away(handout.room_slides, room.deck.title, room_slides(open_live(), room), lang)


def _saving(code: str) -> None:
    with st.form(FORM, border=False, enter_to_submit=False):
        signing.fields(FORM)
        parts.notes([say.SAVE_NOTE])
        st.form_submit_button(
            say.SAVE.in_(language.current()), on_click=_save, args=(code,), type="primary", key=f"{FORM}.send"
        )


def _save(code: str) -> None:
    def act() -> Text:
        away(desk.save, room_results(stage_state.steered(code)), stage_state.signer(FORM))
        return say.SAVED

    stage_state.attempt(act)


def _discarding(code: str) -> None:
    lang = language.current()
    kept = desk.kept(code) is not None
    with st.popover(
        (say.TIDY_UP if kept else say.DISCARD).in_(lang), icon=":material/delete:", width="content"
    ):
        st.caption((say.SURE_TIDY_UP if kept else say.SURE_DISCARD).in_(lang))
        st.button(say.DO_DISCARD.in_(lang), on_click=_discard, args=(code,), key="narabe.stage.discard")


def _discard(code: str) -> None:
    def act() -> Text:
        desk.hall().throw_away(stage_state.steered(code))
        stage_state.forget(code)
        stage_state.go()
        return say.DISCARDED

    stage_state.attempt(act)
