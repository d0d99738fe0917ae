"""What a session of the stage remembers: keys of rooms, and what became of the last act."""

from collections.abc import Callable

import streamlit as st

from narabe.desk.rooms import hall
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.room.live_room import LiveRoom
from narabe.room.tokens import key_cookie
from narabe.ui import language, signing
from narabe.ui.literal import literal
from narabe.words import room_sentences

ROOM, LANG = "room", "lang"  # parameters of the address
KEYS = "narabe.stage.keys"  # session state: code -> key that steers it
UNTOLD = "narabe.stage.untold"  # session state: the room whose key still has to be written down
SAID = "narabe.stage.said"  # session state: what became of the last act, until drawn


def key(code: str) -> str:
    """The key this session holds, or the browser for the wall; empty where neither does."""
    return str(st.session_state.get(KEYS, {}).get(code) or st.context.cookies.get(key_cookie(code), ""))


def hold(code: str, given: str) -> None:
    st.session_state.setdefault(KEYS, {})[code] = given


def forget(code: str) -> None:
    st.session_state.get(KEYS, {}).pop(code, None)


def steered(code: str) -> LiveRoom:
    """The room, for who may steer it. Errors: Problem where it is gone, or this session holds no key."""
    room = hall().room(code)
    if not room.steers(key(room.code)):
        raise Problem(room_sentences.NOT_STEERING)
    return room


def go(**params: str) -> None:
    """To another view of this page, in the same language."""
    for name in [name for name in st.query_params if name != LANG]:
        del st.query_params[name]
    for name, value in params.items():
        st.query_params[name] = value


def attempt(act: Callable[[], Text | None]) -> None:
    """Do it before the page is drawn again; what came of it is told there."""
    try:
        st.session_state[SAID] = act()
    except Problem as problem:
        st.session_state[SAID] = problem


def outcome() -> None:
    """What became of the last act, said once."""
    said = st.session_state.pop(SAID, None)
    place = st.container()  # always there, so that what follows keeps its place on the page
    with place:
        if isinstance(said, Problem):
            trouble(said)
        elif isinstance(said, Text):
            st.success(literal(said.in_(language.current())), icon=":material/check:")


def trouble(problem: Problem) -> None:
    """A problem in a box: what is wrong, and what to do."""
    lang = language.current()
    told = f"{problem.message.in_(lang)} {problem.advice.in_(lang)}".strip()
    st.error(literal(told), icon=":material/error:")


def signer(prefix: str) -> Signer:
    """What stands in the fields of `signing`, remembered for the next."""
    given = signing.typed(prefix)
    signing.remember(given)
    return given
