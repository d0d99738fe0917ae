"""Saving a view, changing the one that is open, taking it back, putting an earlier revision back."""

import json
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from narabe.desk import views as desk
from narabe.model.crosstab import CrossAsk
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.model.views import SavedView
from narabe.ui import language, signing
from narabe.ui.literal import literal
from narabe.words import view_page_sentences as say
from narabe.words.view_sentences import NAME

SET, LANG = "set", "lang"
CLEARED = "cleared"
"""In the address of a view of which nothing is left: tells it from an address that asks for the whole view."""
KEY = "narabe.views"
SAID = "narabe.views.said"  # session state: what became of the last act
OPENED = "narabe.views.opened"  # session state: the view whose name stands in the field
REOPEN = "narabe.views.reopen"  # session state: the view that is to be shown as it now is
READ = "narabe.views.read"  # session state, by view: the revision that this session saw
OF_VIEWS = {SET, LANG, CLEARED}
Act = Callable[[Signer], tuple[SavedView, Text]]


def first_seen(saved: SavedView) -> bool:
    """Whether this session meets the view for the first time."""
    met = saved.view_id in _seen()
    _seen().setdefault(saved.view_id, saved.revision)
    return not met


def opened(page: str) -> SavedView | None:
    """The view of this page that the address names, as of the revision this session saw; None without one."""
    if SET not in st.query_params:
        return None
    try:
        saved = desk.view(st.query_params[SET])
    except Problem:
        return None  # said at the top of the page
    if saved.page != page:
        return None
    return replace(saved, revision=_seen().setdefault(saved.view_id, saved.revision))


def to_open(saved: SavedView) -> bool:
    """Whether to go to the whole view: the address names nothing else, or an earlier revision was just put back.

    Streamlit refuses to write what a widget of its own keeps in the address (`bind`, its key is the parameter); the
    link beside the view leads there then.
    """
    put_back = st.session_state.pop(REOPEN, None) == saved.view_id
    bare = bool(saved.extra) and not set(st.query_params) - {SET, LANG}
    return (put_back or bare) and not any(key in st.session_state for key in saved.extra)


def mark_cleared(page: str) -> None:
    """After the page is drawn: where nothing of the view is left, a reload must not bring it back."""
    if SET not in st.query_params:
        return
    saved = opened(page)
    if saved and saved.extra and not _chosen():
        st.query_params[CLEARED] = "true"
    elif CLEARED in st.query_params:
        del st.query_params[CLEARED]


def told(view: SavedView) -> bool:
    """Says which view is open; whether the page shows something else by now, which it says too."""
    lang = language.current()
    st.text(say.opened(view).in_(lang))
    changed = _chosen() != dict(view.extra)
    if changed:
        st.caption(say.CHANGED.in_(lang))
    return changed


def form(ask: CrossAsk | None, view: SavedView | None, page: str) -> None:
    """A name and who acts; a button for everything that may be done."""
    lang = language.current()
    _name_of(view)
    with st.form(KEY, border=False, enter_to_submit=False):
        st.text_input(NAME.in_(lang), key=f"{KEY}.name")
        signing.fields(KEY)
        if view and view.revision > 1 and not view.withdrawn:
            _earlier(view)
        with st.container(horizontal=True):
            if view and view.withdrawn:
                _button(say.RESTORE_VIEW, "restore", lambda signer: _restored(view, signer))
            elif view:
                _button(say.OVERWRITE, "overwrite", lambda signer: _overwritten(view, ask, signer))
            _button(
                say.SAVE_ANOTHER if view else say.SAVE_VIEW, "save", lambda signer: _saved(ask, page, signer)
            )
            if view and not view.withdrawn:
                _button(say.WITHDRAW_VIEW, "withdraw", lambda signer: _withdrawn(view, signer))


def outcome() -> None:
    """What became of the last act, said once."""
    lang, said = language.current(), st.session_state.pop(SAID, None)
    if isinstance(said, Problem):
        st.error(literal((said.message + said.advice).in_(lang)), icon=":material/error:")
    elif isinstance(said, Text):
        st.success(said.in_(lang), icon=":material/check:")


def _name_of(view: SavedView | None) -> None:
    """The field begins with the name of the view that is open."""
    if st.session_state.get(OPENED) != (view and view.view_id):
        st.session_state[f"{KEY}.name"] = view.name if view else ""
    st.session_state[OPENED] = view and view.view_id
    st.session_state.setdefault(f"{KEY}.name", view.name if view else "")


def _earlier(view: SavedView) -> None:
    """What the view was before, the newest first."""
    lang = language.current()
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    names = {
        each.revision: say.revision(each).in_(lang)
        for each in reversed(desk.revisions(view.view_id))
        if each.revision < view.revision
    }
    with left:
        st.selectbox(
            say.EARLIER.in_(lang),
            list(names),
            format_func=names.__getitem__,
            key=f"{KEY}.revision.{view.revision}",
        )
    with right:
        _button(say.PUT_BACK, "put_back", lambda signer: _put_back(view, signer))


def _button(label: Text, name: str, act: Act) -> None:
    st.form_submit_button(label.in_(language.current()), on_click=_do, args=(act,), key=f"{KEY}.{name}")


def _do(act: Act) -> None:
    """Runs before the page is drawn, so that the list holds what was done."""
    signer = signing.typed(KEY)
    try:
        saved, said = act(signer)
    except Problem as problem:
        st.session_state[SAID] = problem
        return
    signing.remember(signer)
    _seen()[saved.view_id] = saved.revision
    st.query_params[SET] = saved.view_id
    st.session_state[SAID] = said


def _saved(ask: CrossAsk | None, page: str, signer: Signer) -> tuple[SavedView, Text]:
    saved = desk.save(_name(), signer, ask, _chosen(), page)
    return saved, say.view_saved(saved.view_id)


def _overwritten(view: SavedView, ask: CrossAsk | None, signer: Signer) -> tuple[SavedView, Text]:
    saved = desk.change(view, signer, ask, _chosen(), _name())
    return saved, say.view_overwritten(saved)


def _put_back(view: SavedView, signer: Signer) -> tuple[SavedView, Text]:
    revision: int = st.session_state[f"{KEY}.revision.{view.revision}"]
    saved = desk.put_back(view, revision, signer)
    st.session_state[REOPEN] = saved.view_id
    return saved, say.view_put_back(saved, revision)


def _withdrawn(view: SavedView, signer: Signer) -> tuple[SavedView, Text]:
    return desk.withdraw(view.view_id, signer), say.view_withdrawn(view.view_id)


def _restored(view: SavedView, signer: Signer) -> tuple[SavedView, Text]:
    return desk.restore(view.view_id, signer), say.view_restored(view.view_id)


def _name() -> str:
    name: str = st.session_state[f"{KEY}.name"]
    return name


def _chosen() -> dict[str, str]:
    """What the address holds of this page, each parameter as a list."""
    return {
        key: json.dumps(st.query_params.get_all(key), ensure_ascii=False)
        for key in st.query_params
        if key not in OF_VIEWS
    }


def _seen() -> dict[str, int]:
    found: dict[str, int] = st.session_state.setdefault(READ, {})
    return found
