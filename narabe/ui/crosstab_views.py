"""Views of this page saved under a name: the address of a view, and the margins that an address cannot hold."""

import json

import streamlit as st

from narabe.analyses.views import missing
from narabe.desk import views as desk
from narabe.model.crosstab import CrossAsk
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.model.views import CROSSTAB, SavedView
from narabe.settings import openness
from narabe.ui import language
from narabe.ui.intake_parts import remember, signed
from narabe.ui.literal import literal
from narabe.warehouse.answers import open_answers, surveys
from narabe.words import crosstab_page_sentences as say
from narabe.words import labels
from narabe.words.view_sentences import NAME

SET, LANG = "set", "lang"
SAID = "narabe.views.said"  # session state: what became of the last act
KEY = "narabe.views"
LISTED = 30


def arrive() -> None:
    """An address that names a view and nothing else becomes the address of what the view holds."""
    if SET not in st.query_params or set(st.query_params) - {SET, LANG}:
        return
    lang = language.current()
    try:
        saved = desk.view(st.query_params[SET])
    except Problem as problem:
        st.warning(f"{problem.message.in_(lang)} {problem.advice.in_(lang)}", icon=":material/link_off:")
        return
    _put(saved)
    there = saved.ask and saved.ask.dataset in surveys()
    for line in missing(saved, open_answers(saved.ask.dataset).survey if saved.ask and there else None):
        st.warning(literal(line.in_(lang)), icon=":material/link_off:")


def views(ask: CrossAsk) -> None:
    """The saved views, and a form to save this one."""
    lang = language.current()
    with st.expander(say.SAVED_VIEWS.in_(lang), icon=":material/bookmark:"):
        _outcome()
        found = desk.views(CROSSTAB)
        for each in found[:LISTED]:
            _listed(each)
        if not found:
            st.caption(say.NO_VIEWS.in_(lang))
        if openness().remarks_open:
            _form(ask)


def _listed(saved: SavedView) -> None:
    lang = language.current()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            say.OPEN_VIEW.in_(lang),
            key=f"{KEY}.open.{saved.view_id}",
            on_click=_put,
            args=(saved,),
            icon=":material/bookmark:",
        )
        st.text(f"{saved.name}　{saved.department} {saved.author}　{saved.view_id}")
        if openness().remarks_open:
            st.button(
                say.WITHDRAW_VIEW.in_(lang),
                key=f"{KEY}.withdraw.{saved.view_id}",
                on_click=_withdraw,
                args=(saved.view_id,),
                type="tertiary",
            )


def _form(ask: CrossAsk) -> None:
    lang, last = language.current(), signed()
    with st.form(KEY, border=False, enter_to_submit=False):
        st.text_input(NAME.in_(lang), key=f"{KEY}.name")
        left, right = st.columns(2)
        left.text_input(labels.DEPARTMENT.in_(lang), last.department, key=f"{KEY}.department")
        right.text_input(labels.AUTHOR.in_(lang), last.author, key=f"{KEY}.author")
        st.form_submit_button(say.SAVE_VIEW.in_(lang), on_click=_save, args=(ask,), key=f"{KEY}.save")


def _save(ask: CrossAsk) -> None:
    signer = Signer(*(st.session_state[f"{KEY}.{name}"] for name in ("department", "author")))
    chosen = {
        key: json.dumps(st.query_params.get_all(key), ensure_ascii=False)
        for key in st.query_params
        if key not in (SET, LANG)
    }
    try:
        saved = desk.save(st.session_state[f"{KEY}.name"], signer, ask, chosen)
    except Problem as problem:
        st.session_state[SAID] = problem
        return
    remember(signer)
    st.query_params[SET] = saved.view_id
    st.session_state[SAID] = say.view_saved(saved.view_id)


def _withdraw(view_id: str) -> None:
    try:
        desk.withdraw(view_id, _somebody())
        st.session_state[SAID] = say.view_withdrawn(view_id)
    except Problem as problem:
        st.session_state[SAID] = problem


def _somebody() -> Signer:
    """Who stands in the form, else who wrote last."""
    last, typed = signed(), st.session_state
    return Signer(
        typed.get(f"{KEY}.department") or last.department, typed.get(f"{KEY}.author") or last.author
    )


def _put(saved: SavedView) -> None:
    """The address becomes that of the view."""
    for key in [key for key in st.query_params if key != LANG]:
        del st.query_params[key]
    for key, values in saved.extra.items():
        st.query_params[key] = json.loads(values)
    st.query_params[SET] = saved.view_id


def _outcome() -> None:
    lang, said = language.current(), st.session_state.pop(SAID, None)
    if isinstance(said, Problem):
        told = f"{said.message.in_(lang)} {said.advice.in_(lang)}".strip()
        st.error(literal(told), icon=":material/error:")
    elif isinstance(said, Text):
        st.success(said.in_(lang), icon=":material/check:")
