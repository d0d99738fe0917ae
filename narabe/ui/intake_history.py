"""Every import there was: undo, redo, and the file as it came."""

import mimetypes
from dataclasses import replace
from functools import partial

import streamlit as st

from narabe.desk import imports as desk
from narabe.model.imports import ImportEntry, Receipt
from narabe.model.intake import Kind
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import openness
from narabe.tables import intake as tables
from narabe.ui import choices, intake_acts, intake_parts, language, registry, signing
from narabe.ui.errand import Errand
from narabe.ui.literal import literal
from narabe.ui.show import show_table
from narabe.words import intake_page_sentences as say
from narabe.words import labels
from narabe.words.remark_sentences import moment

NOTHING = Text("取り込んだものはまだありません。", "Nothing has been imported yet.")
WHICH, NO_CHOICE = Text("開く取り込み", "Import to open"), Text("（選んでください）", "(choose one)")
ORIGINAL = Text("元のファイルを受け取る", "Download the original file")
UNDO, REDO = Text("取り消す", "Undo"), Text("元に戻す", "Redo")
UNDO_NOTE = Text(
    "取り消すと、この取り込みの数値はどの画面にも出なくなります。ファイルと記録は残り、いつでも元に戻せます。",
    "Once undone, its figures appear nowhere. File and record stay, and it can be redone at any time.",
)
REDO_NOTE = Text(
    "元に戻すと、この取り込みの数値がふたたび画面に出ます。", "Once redone, its figures appear again."
)
WHO = Text("取り消す人・戻す人", "Your name")
WORKING = Text("数値を計算し直しています", "Computing the figures anew")
PLACE = "history"


def listed(entries: tuple[ImportEntry, ...]) -> None:
    """The table of imports, and one of them opened (`import`)."""
    lang = language.current()
    _outcome(intake_acts.outcome(PLACE))
    if not entries:
        st.info(NOTHING.in_(lang), icon=":material/inbox:")
        return
    show_table(tables.imports(entries))
    names = {"": NO_CHOICE.in_(lang)} | {entry.import_id: _named(entry) for entry in entries}
    chosen = choices.one(WHICH.in_(lang), names, key="import", default="")
    for entry in entries:
        if entry.import_id == chosen:
            _opened(entry)


def _named(entry: ImportEntry) -> str:
    lang = language.current()
    return f"{moment(entry.at).in_(lang)} · {entry.dataset} · {entry.file_name}"


def _opened(entry: ImportEntry) -> None:
    lang = language.current()
    with st.container(border=True):
        state = f":{'green' if entry.active else 'gray'}-badge[{say.STATE[entry.active].in_(lang)}]"
        origin = f":{'orange' if entry.fictional else 'blue'}-badge[{labels.ORIGIN[entry.origin].in_(lang)}]"
        st.markdown(f"## {literal(entry.dataset)}\n{state} {origin} {say.KIND_SHORT[entry.kind].in_(lang)}")
        st.text(f"{entry.file_name} ({say.size(entry.size).in_(lang)})")
        st.text(f"{moment(entry.at).in_(lang)} {entry.signer.department} {entry.signer.author}".strip())
        st.caption(say.held(entry.counts).in_(lang))
        for act, who, when in entry.history:
            st.text(f"{moment(when).in_(lang)} {say.ACT[act].in_(lang)} {who}")
        st.download_button(
            ORIGINAL.in_(lang),
            data=partial(_original, entry.import_id),
            file_name=entry.file_name,
            mime=mimetypes.guess_type(entry.file_name)[0] or "application/octet-stream",
            on_click="ignore",
            icon=":material/download:",
            key="narabe-original",
        )
        if entry.active:
            _links(entry)
        if openness().imports_open:
            _switch(entry)


def _original(import_id: str) -> bytes:
    return desk.original(import_id)[1]


def _links(entry: ImportEntry) -> None:
    lang = language.current()
    if entry.kind is Kind.FIGURES:
        registry.link(registry.OPERATIONS, lang)
        registry.link(registry.KPI, lang)
    else:
        registry.link(registry.COMPARE, lang)


def _switch(entry: ImportEntry) -> None:
    """Undo or redo, signed."""
    lang = language.current()
    st.caption((UNDO_NOTE if entry.active else REDO_NOTE).in_(lang))
    key = f"intake.switch.{entry.import_id}.{entry.active}"
    last = signing.signed()
    with st.form(f"{key}.form", border=False, enter_to_submit=False):
        name = st.text_input(WHO.in_(lang), last.author, key=f"{key}.author")
        label = UNDO if entry.active else REDO
        icon = ":material/undo:" if entry.active else ":material/redo:"
        if st.form_submit_button(label.in_(lang), icon=icon, key=f"{key}.send"):
            signing.remember(replace(last, author=name))
            act = desk.undo if entry.active else desk.redo
            intake_acts.begin(
                PLACE, Errand("switch", act, entry.import_id, name, browser=True, telling=False)
            )


def _outcome(said: Receipt | Problem | None) -> None:
    if isinstance(said, Problem):
        intake_parts.told(said)
    elif said is not None:
        active = any(entry.active and entry.import_id == said.import_id for entry in desk.imports())
        st.success((say.REDONE if active else say.UNDONE).in_(language.current()), icon=":material/check:")
