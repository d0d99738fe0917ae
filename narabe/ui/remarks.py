"""What the departments say on one subject, and a form to add to it.

Words of people are drawn with `st.text` alone: it knows neither HTML nor Markdown.
"""

from collections.abc import Sequence

import streamlit as st

from narabe.analyses.remarks import remarks_on
from narabe.desk import remarks as desk
from narabe.model.problem import Problem
from narabe.model.remark import Remark, RemarkKind, kinds_of
from narabe.model.text import Text
from narabe.settings import openness
from narabe.ui import language, signing
from narabe.warehouse import open_live
from narabe.words import labels
from narabe.words import remark_sentences as say

TITLE = {
    "kpi": Text("担当課の所見・今後の対応", "Comments and next steps of the department"),
    "register": Text("担当課の回答", "Reply of the department"),
}
ADD = {
    "kpi": Text("所見・今後の対応を書く", "Add a comment or next step"),
    "register": Text("回答を書く", "Add a reply"),
}
NOTHING_YET = Text("まだ書き込みはありません。", "Nothing has been written yet.")
ON_FILE = Text("台帳のファイルに記された回答", "As it stands in the register's file")
EARLIER = Text("以前の書き込み", "Earlier remarks")
SHOWN_TO_ALL = Text(
    "内容・日付・担当課はこの画面と出力に、記入者はこの画面に表示されます（庁内限りを除く）。本人の確認はしていません。",
    "Text, date and department appear on this page and in exports, the writer's name on this page (unless internal). Nobody checks who writes.",
)
INTERNAL_ONLY = Text("庁内限りにする", "Internal only")
POST, WITHDRAW = Text("書き込む", "Save"), Text("取り下げる", "Withdraw")
AT_ONCE = 3
"""So many remarks stand open, the rest folded."""
WIDTH = 736
"""Pixels of a line that an eye can follow; less where the screen is narrower."""

SAID = "narabe.remark_said"  # session state: what became of an act, by the place that says it, until drawn
FORMS = (
    "narabe.remark_forms"  # session state: how many forms of a subject were sent, so that the next is empty
)


def panel(subject: str, on_file: Text | None = None) -> None:
    """The dated remarks on a subject, the newest first, and a folded form where writing is open.

    `subject` is `kpi:<metric_id>` or `register:<discrepancy_id>`; `on_file` a reply that came with the data,
    shown while nobody wrote here.
    """
    lang, now = language.current(), openness()
    room = subject.partition(":")[0]
    st.markdown(f"**{TITLE[room].in_(lang)}**")
    _outcome(subject)
    found = remarks_on(subject, now.show_internal)
    with st.container():  # one element, however many remarks: what follows keeps its place on the page
        _listed(found, on_file, now.remarks_open)
    if now.remarks_open:
        # The key is that of one form: when it was sent, the next one is folded again.
        with st.expander(ADD[room].in_(lang), icon=":material/edit_note:", key=f"{_form_key(subject)}.box"):
            _form(subject)
    else:
        _outcome(_form_key(subject))  # of a form that was open when writing was closed


def _listed(found: Sequence[Remark], on_file: Text | None, may_withdraw: bool) -> None:
    lang = language.current()
    for remark in found[:AT_ONCE]:
        _remark(remark, may_withdraw)
    if found[AT_ONCE:]:
        with st.expander(f"{EARLIER.in_(lang)} ({len(found) - AT_ONCE})", icon=":material/history:"):
            for remark in found[AT_ONCE:]:
                _remark(remark, may_withdraw)
    if not found and on_file is not None:
        st.text(on_file.in_(lang), width=WIDTH)
        st.caption(ON_FILE.in_(lang))
    elif not found:
        st.caption(NOTHING_YET.in_(lang))


def _outcome(where: str) -> None:
    """What became of the last act, said once: success above the list, faults of a form above its button."""
    lang = language.current()
    said = st.session_state.get(SAID, {}).pop(where, None)
    place = st.container()  # always there, so that what follows keeps its place on the page
    if isinstance(said, Problem):
        place.error(f"{said.message.in_(lang)} {said.advice.in_(lang)}".strip(), icon=":material/error:")
    elif said is not None:
        place.success(said.in_(lang), icon=":material/check:")


def _remark(remark: Remark, may_withdraw: bool) -> None:
    lang = language.current()
    if remark.withdrawal is not None:
        st.text(say.taken_back(remark).in_(lang), width=WIDTH)
        return
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            kind, date = labels.REMARK[remark.kind].in_(lang), say.day(remark.written_at).in_(lang)
            internal = f" :orange-badge[{labels.INTERNAL.in_(lang)}]" if remark.internal else ""
            st.markdown(f":blue-badge[{kind}]{internal} {date}", width="content")
            st.text(remark.department)
            st.text(remark.author)
            if may_withdraw:
                _withdrawal(remark)
        st.text(remark.body, width=WIDTH)


def _withdrawal(remark: Remark) -> None:
    """Taking a remark back asks who does it."""
    lang = language.current()
    key = f"withdraw.{remark.remark_id}"
    with (
        st.popover(WITHDRAW.in_(lang), icon=":material/undo:"),
        st.form(f"{key}.form", border=False, enter_to_submit=False),
    ):
        st.text_input(labels.WITHDRAWER.in_(lang), key=key)
        st.form_submit_button(
            WITHDRAW.in_(lang),
            on_click=_withdraw,
            args=(remark.subject, remark.remark_id, key),
            key=f"{key}.send",
        )


def _form(subject: str) -> None:
    lang = language.current()
    key = _form_key(subject)
    with st.form(key, border=False, enter_to_submit=False):
        for kind in kinds_of(subject):
            st.text_area(labels.REMARK[kind].in_(lang), key=f"{key}.{kind}", height=110)
        signing.fields(key)
        st.checkbox(INTERNAL_ONLY.in_(lang), key=f"{key}.internal")
        st.caption(SHOWN_TO_ALL.in_(lang))
        _outcome(key)
        st.form_submit_button(
            POST.in_(lang), type="primary", on_click=_write, args=(subject, key), key=f"{key}.send"
        )


def _form_key(subject: str) -> str:
    return f"remark.{subject}.{st.session_state.get(FORMS, {}).get(subject, 0)}"


def _write(subject: str, key: str) -> None:
    """Runs before the page is drawn again, so that list and tables hold what was just written."""
    given = st.session_state
    bodies: dict[RemarkKind, str] = {kind: given[f"{key}.{kind}"] for kind in kinds_of(subject)}
    signer, internal = signing.typed(key), given[f"{key}.internal"]
    try:
        desk.write(open_live(), subject, bodies, signer.department, signer.author, internal)
    except Problem as problem:
        _say(key, problem)
        return
    _say(subject, say.SAVED_UNSEEN if internal and not openness().show_internal else say.SAVED)
    signing.remember(signer)
    sent = given.setdefault(FORMS, {})
    sent[subject] = sent.get(subject, 0) + 1


def _withdraw(subject: str, remark_id: int, key: str) -> None:
    try:
        desk.withdraw(remark_id, st.session_state[key])
    except Problem as problem:
        _say(subject, problem)
        return
    _say(subject, say.WITHDRAWN)


def _say(where: str, outcome: Problem | Text) -> None:
    st.session_state.setdefault(SAID, {})[where] = outcome
