"""The page that takes files and figures in: three ways, and the list of what was taken in."""

import streamlit as st

from narabe.desk import imports as desk
from narabe.desk.naming import checked_signer
from narabe.model.answers_plan import AnswersPlan
from narabe.model.imports import ImportEntry, Plan
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import openness
from narabe.ui import (
    choices,
    intake_acts,
    intake_answers,
    intake_entry,
    intake_faults,
    intake_figures,
    intake_forms,
    intake_history,
    intake_look,
    intake_outcome,
    intake_parts,
    language,
    parts,
    signing,
)
from narabe.ui import intake_state as state
from narabe.ui.intake_state import Step, Wizard
from narabe.words import intake_page_sentences as say
from narabe.words import page_titles

VIEW = Text("何をしますか", "What would you like to do?")
VIEWS = {
    "file": Text("ファイルを入れる", "Bring in a file"),
    "entry": Text("数字を打ち込む", "Type figures"),
    "forms": Text("様式をもらう", "Get a form"),
    "history": Text("取り込みの一覧", "List of imports"),
}
ICONS = {
    "file": ":material/upload_file:",
    "entry": ":material/keyboard:",
    "forms": ":material/description:",
    "history": ":material/history:",
}
WRITER = Text("取り込む人", "Who brings it in")
FICTIONAL = Text(
    "架空のデータ（練習・見本）として取り込む", "Import as fictional data (for practice or as a sample)"
)
FICTIONAL_HELP = Text(
    "画面とダウンロードのすべてで「架空」と示します。",
    "Marked “fictional” on every page and in every download.",
)
CHECK = Text("内容を確かめる", "Check it")


def open_view() -> None:
    """The chosen way (`view`)."""
    entries = desk.imports()
    parts.open_page(page_titles.INTAKE, say.answer(entries))
    lang = language.current()
    names = {key: f"{ICONS[key]} {name.in_(lang)}" for key, name in VIEWS.items()}
    view = choices.one(
        VIEW.in_(lang),
        names,
        key="view",
        shape="pills",
        resets=("form", "month", "import"),
        label_visibility="collapsed",
    )
    intake_acts.wait(intake_entry.PLACE, intake_entry.WORKING)
    intake_acts.wait(intake_history.PLACE, intake_history.WORKING)
    if view == "file" and openness().imports_open:
        _file(state.current())
        return
    with st.container():
        _view(view, entries)


def _view(view: str, entries: tuple[ImportEntry, ...]) -> None:
    lang = language.current()
    if view in ("file", "entry") and not openness().imports_open:
        st.info(f"{say.CLOSED.in_(lang)} {say.HOW_TO_OPEN.in_(lang)}", icon=":material/lock:")
    elif view == "entry":
        intake_entry.entry()
    elif view == "forms":
        intake_forms.forms()
    else:
        intake_history.listed(entries)


def _file(wizard: Wizard) -> None:
    """The step at which the file stands, or what is being done for it."""
    intake_parts.steps(wizard)
    if wizard.errand is not None:
        intake_parts.wait(wizard)
    with st.container():
        STEPS[wizard.step](wizard)


def _mapping(wizard: Wizard) -> None:
    """The mapping, then who brings it in."""
    lang = language.current()
    intake_parts.told(wizard.problem)
    intake_faults.faults(wizard.faults if wizard.problem else ())
    if wizard.laid is None or wizard.spoken != lang:
        wizard.lay_out(lang)
    assert wizard.laid is not None
    laid, left_out = wizard.laid
    used: Plan
    if isinstance(laid, AnswersPlan):
        used = intake_answers.mapping(wizard, laid, left_out)
    else:
        used = intake_figures.mapping(wizard, laid, left_out)
    parts.heading(WRITER)
    signed = intake_parts.signer(wizard.key("signer"))
    fictional = st.checkbox(
        FICTIONAL.in_(lang), wizard.fictional, key=wizard.key("fictional"), help=FICTIONAL_HELP.in_(lang)
    )
    if intake_parts.buttons(wizard, CHECK):
        signing.remember(signed)
        try:
            checked_signer(signed)
        except Problem as problem:  # said where the names stand
            intake_parts.told(problem)
        else:
            state.check(used, signed, fictional)


STEPS = {
    Step.RECEIVE: intake_look.receive,
    Step.LOOK: intake_look.look,
    Step.MAP: _mapping,
    Step.FAULTS: intake_outcome.faults,
    Step.CHANGES: intake_outcome.changes,
    Step.DONE: intake_outcome.done,
}
