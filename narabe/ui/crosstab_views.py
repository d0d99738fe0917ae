"""Views of this page saved under a name: their addresses and their list."""

import streamlit as st

from narabe.analyses.views import missing
from narabe.desk import views as desk
from narabe.model.crosstab import CrossAsk
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.model.views import CROSSTAB, SavedView
from narabe.settings import openness
from narabe.ui import crosstab_view_acts, language
from narabe.ui.crosstab_view_acts import KEY, LANG, SET, put
from narabe.ui.literal import literal
from narabe.warehouse.answers import open_answers, surveys
from narabe.words import crosstab_page_views as say

LISTED = 30


def arrive() -> None:
    """An address that names a view and nothing else becomes the address of what the view holds.

    What became of the view is said for as long as the address names it.
    """
    if SET not in st.query_params:
        return
    try:
        saved = desk.view(st.query_params[SET])
    except Problem as problem:
        _warn(problem.message + problem.advice)
        return
    if not set(st.query_params) - {SET, LANG}:
        put(saved)
        there = saved.ask and saved.ask.dataset in surveys()
        for line in missing(saved, open_answers(saved.ask.dataset).survey if saved.ask and there else None):
            _warn(line)
    if saved.withdrawn:
        _warn(say.gone(saved))


def views(ask: CrossAsk) -> None:
    """The saved views, and a form to save this one, or to change the one that is open."""
    lang = language.current()
    with st.expander(say.SAVED_VIEWS.in_(lang), icon=":material/bookmark:"):
        _listed()
        opened = crosstab_view_acts.opened()
        if opened:
            crosstab_view_acts.told(opened)
        if openness().remarks_open:
            crosstab_view_acts.form(ask, opened)
        crosstab_view_acts.outcome()


def _listed() -> None:
    lang, every = language.current(), desk.views(CROSSTAB, withdrawn=True)
    standing = tuple(each for each in every if not each.withdrawn)
    shown = standing
    if len(standing) < len(every) and st.toggle(say.WITH_WITHDRAWN.in_(lang), key=f"{KEY}.withdrawn"):
        shown = every
    for each in shown[:LISTED]:
        _line(each)
    if not shown:
        st.caption(say.NO_VIEWS.in_(lang))
    if len(shown) > LISTED:
        st.caption(say.newest_only(LISTED).in_(lang))


def _line(saved: SavedView) -> None:
    lang = language.current()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            say.OPEN_VIEW.in_(lang),
            key=f"{KEY}.open.{saved.view_id}",
            on_click=put,
            args=(saved,),
            icon=":material/bookmark:",
        )
        st.text(say.listed(saved).in_(lang))


def _warn(line: Text) -> None:
    st.warning(literal(line.in_(language.current())), icon=":material/link_off:")
