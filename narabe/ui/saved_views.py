"""「ビュー」 in the bar: how any page is set, saved under a name, listed, and shared by a short address."""

import html
from collections.abc import Mapping
from contextvars import ContextVar
from urllib.parse import urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.views import missing
from narabe.desk import views as desk
from narabe.model.crosstab import CrossAsk
from narabe.model.problem import Problem
from narabe.model.text import EMPTY, Text
from narabe.model.views import SavedView
from narabe.settings import openness
from narabe.ui import language, registry, saved_view_acts
from narabe.ui.literal import literal
from narabe.ui.saved_view_acts import KEY, LANG, SET
from narabe.warehouse.answers import open_answers, surveys
from narabe.words import view_page_sentences as say

BOX = f"{KEY}.box"
LISTED = 30
ELSEWHERE = (registry.STAGE.address, registry.INTAKE.address)
"""Pages that keep what is on them in a way of their own: decks, imports."""

_ask: ContextVar[CrossAsk | None] = ContextVar("ask", default=None)


def arrive(page: str) -> None:
    """Before the page is drawn: an address that names a view and nothing else opens what the view holds.

    What became of the view is said for as long as the address names it.
    """
    _ask.set(None)
    if SET not in st.query_params or page in ELSEWHERE:
        return
    try:
        saved = desk.view(st.query_params[SET])
    except Problem as problem:
        _warn(problem.message + problem.advice)
        return
    if saved.page != f"/{page}":
        _warn(say.ANOTHER_PAGE)
        _link(saved)
        return
    if saved_view_acts.to_open(saved):
        _open(saved, page)
    if saved_view_acts.first_seen(saved):
        for line in _missing(saved):
            _warn(line)
    if saved.withdrawn:
        _warn(say.gone(saved))


def crossed(ask: CrossAsk) -> None:
    """While the page is drawn: what is crossed on it belongs to the view."""
    _ask.set(ask)


def offer(place: DeltaGenerator, page: str) -> None:
    """The button in the bar. What is behind it is made when it is opened."""
    if page in ELSEWHERE:
        return
    saved_view_acts.mark_cleared(f"/{page}")
    lang = language.current()
    box = place.popover(
        say.OFFER.in_(lang), icon=":material/bookmark:", width="content", key=BOX, on_change="rerun"
    )
    if not box.open:
        return
    with box, st.container(key="narabe-views"):
        st.caption(say.WHAT.in_(lang))
        saved_view_acts.outcome()
        opened = saved_view_acts.opened(f"/{page}")
        if opened:
            if saved_view_acts.told(opened):
                _link(opened)
            st.caption(say.SHORT.in_(lang))
            st.code(short_address(opened.view_id, page), language=None, wrap_lines=True)
        if openness().remarks_open:
            saved_view_acts.form(_ask.get(), opened, f"/{page}")
        _list(page)


def short_address(view_id: str, page: str) -> str:
    """`https://narabe.example/v/12345`, from the address this page is shown at."""
    here = urlsplit(st.context.url or "")
    root = here.path.removesuffix("/").removesuffix(page).removesuffix("/")
    return f"{here.scheme}://{here.netloc}{root}/v/{view_id}" if here.netloc else f"/v/{view_id}"


def _open(saved: SavedView, page: str) -> None:
    """To the whole address of the view, as a link with all of it would lead there; the language stays by itself."""
    entry = next(each for each in registry.PAGES if each.address == page)
    whole = desk.params(saved) | {SET: saved.view_id}
    st.switch_page(registry.streamlit_page(entry, language.current()), query_params=whole)


def _missing(saved: SavedView) -> tuple[Text, ...]:
    """What the view names of answers that is no longer there; other pages name it as they read the address."""
    there = saved.ask and saved.ask.dataset in surveys()
    return missing(saved, open_answers(saved.ask.dataset).survey if saved.ask and there else None)


def _list(page: str) -> None:
    """The views of this page, or of all; the one saved last first."""
    lang = language.current()
    st.markdown(f"**{say.LISTED.in_(lang)}**")
    every = desk.views(withdrawn=True)
    here = tuple(each for each in every if each.page == f"/{page}")
    if len(here) < len(every) and st.toggle(say.EVERY_PAGE.in_(lang), key=f"{KEY}.every"):
        here = every
    shown = tuple(each for each in here if not each.withdrawn)
    if len(shown) < len(here) and st.toggle(say.WITH_WITHDRAWN.in_(lang), key=f"{KEY}.withdrawn"):
        shown = here
    names = registry.titles()
    for each in shown[:LISTED]:
        st.text(say.listed(each, EMPTY if each.page == f"/{page}" else _title(each, names)).in_(lang))
        _link(each)
    if not shown:
        st.caption(say.NO_VIEWS.in_(lang))
    if len(shown) > LISTED:
        st.caption(say.newest_only(LISTED).in_(lang))


def _title(saved: SavedView, names: Mapping[str, Text]) -> Text:
    return names.get(saved.page.removeprefix("/"), say.page_gone(saved.page))


def _link(saved: SavedView) -> None:
    """Opens the view as everybody else's browser would: by its address, in this tab."""
    lang = language.current()
    spoken = "" if lang == language.DEFAULT else f"?{LANG}={lang}"
    address = html.escape(f"./v/{saved.view_id}{spoken}")
    st.html(f'<a class="narabe-view" href="{address}" target="_self">{say.open_view(saved).in_(lang)}</a>')


def _warn(line: Text) -> None:
    st.warning(literal(line.in_(language.current())), icon=":material/link_off:")
