"""What the voices page asks its reader, each answer kept in the address."""

import streamlit as st

from narabe.model.history import Category, Era
from narabe.model.text import Text
from narabe.model.voices import Speaker, VoiceBoard
from narabe.ui import choices, language
from narabe.words import history_sentences as words
from narabe.words.voices_sentences import SPEAKER

VIEW = Text("見かた", "View")
VIEWS = {
    "themes": Text("テーマ", "Themes"),
    "who": Text("誰の声か", "Who was heard"),
    "history": Text("あゆみ", "History"),
}
WHO = Text("話した人", "Who spoke")
THEME = Text("開くテーマ", "Theme to open")
CATEGORY, ERA = Text("区分", "Category"), Text("時代", "Era")
EVERY = Text("すべて", "All")
FIND = Text("言葉で探す", "Search")


def view() -> str:
    """One of the three views (`view`). Another view forgets the choices of the last."""
    lang = language.current()
    names = {key: name.in_(lang) for key, name in VIEWS.items()}
    return choices.one(
        VIEW.in_(lang),
        names,
        key="view",
        shape="pills",
        resets=("who", "theme", "cat", "era"),
        label_visibility="collapsed",
    )


def speaker() -> Speaker | None:
    """One sort of people (`who`), None for all. Others need not have spoken of the theme that is open."""
    lang = language.current()
    names = {"all": EVERY.in_(lang)} | {one.value: name.in_(lang) for one, name in SPEAKER.items()}
    chosen = choices.one(WHO.in_(lang), names, key="who", shape="pills", resets=("theme",))
    return None if chosen == "all" else Speaker(chosen)


def theme(board: VoiceBoard) -> str:
    """A theme (`theme`); at first the one that the themes begin with."""
    lang = language.current()
    names = {t.theme.theme_id: f"{t.theme.label.in_(lang)} ({len(t.voices)})" for t in board.themes}
    first = min(board.themes, key=lambda theme: theme.theme.order).theme.theme_id
    return choices.one(THEME.in_(lang), names, key="theme", default=first)


def history() -> tuple[Category | None, Era | None, str]:
    """A category (`cat`) and an era (`era`), None for all, and words to look for (`find`)."""
    lang = language.current()
    left, right = st.columns([3, 2])
    with left:
        eras = {
            era.value: f"{name.in_(lang)} {words.era_years(era).in_(lang)}" for era, name in words.ERA.items()
        }
        era = choices.one(ERA.in_(lang), {"all": EVERY.in_(lang)} | eras, key="era", shape="pills")
    with right:
        find = st.text_input(FIND.in_(lang), key="find", bind="query-params", icon=":material/search:")
    categories = {category.value: name.in_(lang) for category, name in words.CATEGORY.items()}
    category = choices.one(
        CATEGORY.in_(lang), {"all": EVERY.in_(lang)} | categories, key="cat", shape="pills"
    )
    return (
        None if category == "all" else Category(category),
        None if era == "all" else Era(era),
        (find or "").strip(),
    )
