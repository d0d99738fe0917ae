"""What the steps of an import are drawn with: steps, buttons, problems, names, waiting."""

import streamlit as st

from narabe.model.imports import Signer
from narabe.model.intake import Refused
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.ui import intake_state as state
from narabe.ui import language, signing
from narabe.ui.errand import Errand
from narabe.ui.intake_state import Step, Wizard
from narabe.ui.literal import literal
from narabe.words import intake_page_sentences as say

STEPS = {
    Step.RECEIVE: Text("選ぶ", "Choose"),
    Step.LOOK: Text("中身を見る", "Look inside"),
    Step.MAP: Text("対応づけ", "Map"),
    Step.FAULTS: Text("問題", "Problems"),
    Step.CHANGES: Text("変わるもの", "Changes"),
    Step.DONE: Text("登録", "Done"),
}
WAITING = {
    "receive": Text("ファイルを読んでいます", "Reading the file"),
    "examine": Text("読み直しています", "Reading again"),
    "column": Text("設問に加えています", "Making it a question"),
    "propose": Text("列と設問・指標の対応を調べています", "Working out what the columns are"),
    "preview": Text("内容を確かめ、数値を計算しています", "Checking, and computing the figures"),
    "commit": Text("登録しています", "Saving"),
}
PATIENCE = Text(
    "大きなファイルでは数分かかることがあります。ほかの画面を見ていてもかまいません。",
    "A large file may take some minutes. You may look at other pages meanwhile.",
)
CANCEL, BACK = Text("やめる", "Give up"), Text("戻る", "Back")
SIGNED = Text(
    "担当課は出典として、記入者は取り込みの一覧に表示されます。",
    "The department is shown as the source, the writer in the list of imports.",
)
POLL = 0.15
"""Seconds between two looks at long work."""


def steps(wizard: Wizard) -> None:
    """All steps in a row, the present one marked."""
    lang = language.current()
    told = []
    for step, name in STEPS.items():
        mark = ":material/check:" if step < wizard.step else str(step + 1)
        words = f"{mark}\u00a0{name.in_(lang)}"
        if step is wizard.step:
            words = f":blue-background[**{words}**]"
        told.append(words)
    with st.container(key="narabe-steps"):
        st.markdown(" › ".join(told))


def wait(wizard: Wizard) -> None:
    """Stay with the long work until it is done, with a way out; then draw the page anew."""
    errand = wizard.errand
    assert errand is not None
    st.empty()  # in the place of the step, which would stay in sight until the work is done
    with st.container():
        stay(errand, WAITING[errand.name], wizard.key("stop") if errand.name != "commit" else None)
    state.arrived(wizard)
    st.rerun()


def stay(errand: Errand, label: Text, way_out: str | None = None) -> None:
    """Say what is being done until it is done; `way_out` is the key of a button to give up with."""
    lang, shown = language.current(), ""
    status = st.status(f"{label.in_(lang)}…", expanded=True)
    status.caption(PATIENCE.in_(lang))
    if way_out is not None:
        st.button(CANCEL.in_(lang), key=way_out, on_click=state.cancel, icon=":material/close:")
    while not errand.finished(POLL):
        now = errand.now.in_(lang)
        if now != shown:
            status.update(label=f"{label.in_(lang)} — {literal(now)}" if now else f"{label.in_(lang)}…")
            shown = now
        _heed()


def buttons(wizard: Wizard, forward: Text | None = None, ready: bool = True) -> bool:
    """Back, give up, and on; whether one goes on."""
    lang = language.current()
    with st.container(key="narabe-onward", horizontal=True, gap="small"):
        if Step.LOOK < wizard.step < Step.DONE:
            st.button(
                BACK.in_(lang), key=wizard.key("back"), on_click=state.back, icon=":material/arrow_back:"
            )
        st.button(CANCEL.in_(lang), key=wizard.key("cancel"), on_click=state.cancel, icon=":material/close:")
        return forward is not None and st.button(
            forward.in_(lang),
            key=wizard.key("on"),
            type="primary",
            disabled=not ready,
            icon=":material/arrow_forward:",
        )


def told(problem: Problem | None) -> None:
    """What went wrong, if anything did; a refused file says that nothing has changed."""
    if problem is None:
        return
    lang = language.current()
    lines = [problem.message, problem.advice]
    if isinstance(problem, Refused):
        lines = [say.REFUSED, *lines]
    st.error("  \n".join(literal(line.in_(lang)) for line in lines if line.ja), icon=":material/error:")


def signer(wizard_key: str) -> Signer:
    """Fields for department and writer, with a word on what becomes of them."""
    given = signing.fields(wizard_key)
    st.caption(SIGNED.in_(language.current()))
    return given


def keep_typed(wizard: Wizard) -> None:
    """What stands in the fields of the mapping step, before work during which they are not drawn."""
    typed, last = st.session_state, signing.signed()
    key = wizard.key("signer")
    signing.remember(
        Signer(typed.get(f"{key}.department", last.department), typed.get(f"{key}.author", last.author))
    )
    wizard.fictional = bool(typed.get(wizard.key("fictional"), wizard.fictional))


def _heed() -> None:
    """Let a click that came meanwhile end this run: reading the state is where Streamlit looks for one."""
    st.session_state.get(state.WIZARD)
