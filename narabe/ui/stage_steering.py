"""Steering a room (`room`): where it stands, what comes next, and the acts of the facilitator."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.stage import slide
from narabe.desk.rooms import hall
from narabe.model.deck import StagedStep
from narabe.model.problem import Problem
from narabe.model.room import Act, Phase, RoomState
from narabe.model.text import Text
from narabe.room.live_room import LiveRoom
from narabe.room.steering import next_act
from narabe.tables.deck import told
from narabe.ui import language, parts, stage_decks, stage_hearing, stage_joining, stage_records, stage_state
from narabe.ui.literal import literal
from narabe.ui.live import cached
from narabe.words import page_titles
from narabe.words import stage_page_sentences as say


def steer(code: str, head: DeltaGenerator) -> None:
    """The room of a code, for who holds its key."""
    try:
        room = hall().room(code)
    except Problem as problem:
        parts.open_page(page_titles.STAGE, problem.message, head)
        if problem.advice.ja:
            parts.notes([problem.advice])
        _to_decks()
        return
    if room.steers(stage_state.key(room.code)):
        _steering(room, head)
    else:
        _ask_for_key(room, head)


def _to_decks() -> None:
    lang = language.current()
    st.button(
        say.TO_DECKS.in_(lang),
        on_click=stage_state.go,
        icon=":material/arrow_back:",
        key="narabe.stage.decks",
    )


def _ask_for_key(room: LiveRoom, head: DeltaGenerator) -> None:
    lang = language.current()
    parts.open_page(room.deck.title, say.TYPE_KEY, head, outside=True)
    stage_state.outcome()
    with st.form("narabe.stage.key", border=False):
        st.text_input(say.KEY.in_(lang), key="narabe.stage.key.typed", type="password")
        st.form_submit_button(
            say.STEER.in_(lang), on_click=_take_key, args=(room.code,), key="narabe.stage.key.send"
        )
    _to_decks()


def _take_key(code: str) -> None:
    def act() -> None:
        typed = str(st.session_state["narabe.stage.key.typed"]).strip()
        if not hall().room(code).steers(typed):
            raise Problem(say.WRONG_KEY)
        stage_state.hold(code, typed)

    stage_state.attempt(act)


def _steering(room: LiveRoom, head: DeltaGenerator) -> None:
    state = room.state
    parts.open_page(room.deck.title, _stands(room, state), head, outside=True)
    stage_state.outcome()
    _new_key(room.code)
    _counts(room, state.change, room.moderated)
    if not state.ended:
        with st.container(horizontal=True, gap="small"):
            _wall(room.code)
            _key(room.code)
        stage_joining.warn()
        _acts(room, state)
        left, right = st.columns(2)
        with left:
            _now(room, state)
        with right:
            _next(room, state)
        stage_joining.hand_out(room.code)
        stage_hearing.hear(room, state)
    stage_records.results(room)
    _to_decks()


def _stands(room: LiveRoom, state: RoomState) -> Text:
    """Where the room stands, and what is done next."""
    if state.ended:
        return say.ENDED
    step = say.step_of(state.step, len(room.deck.steps))
    return say.steering(step, _phase(room.step, state.phase()), _coming(room, state))


def _at_the_end(room: LiveRoom, state: RoomState) -> bool:
    """Whether ON has nothing more to do."""
    return state.step + 1 == len(room.deck.steps) and next_act(state, room.deck.kinds) is None


def _phase(staged: StagedStep, phase: Phase) -> Text:
    return say.phase(phase, staged.kind.asks, staged.kind.holds_back)


def _coming(room: LiveRoom, state: RoomState) -> Text | None:
    """What ON would do; None where that is nothing."""
    return None if _at_the_end(room, state) else say.on(next_act(state, room.deck.kinds))


def _new_key(code: str) -> None:
    """The key of a room just opened, until it is said to be written down."""
    lang = language.current()
    if st.session_state.get(stage_state.UNTOLD) != code:
        return
    with st.container(border=True):
        st.markdown(f"**{say.KEY.in_(lang)}**")
        st.code(stage_state.key(code), language=None)
        st.caption(say.KEEP_KEY.in_(lang))
        st.button(say.GOT_IT.in_(lang), on_click=_told, key="narabe.stage.told")


def _key(code: str) -> None:
    """The key again, for who asks: no projector shows it unasked."""
    lang = language.current()
    if st.session_state.get(stage_state.UNTOLD) == code:
        return
    with st.popover(say.SHOW_KEY.in_(lang), icon=":material/key:", width="content"):
        st.code(stage_state.key(code), language=None)
        st.caption(say.USE_KEY.in_(lang))


def _told() -> None:
    st.session_state.pop(stage_state.UNTOLD, None)


@st.fragment(run_every=1.0)
def _counts(room: LiveRoom, change: int, moderated: int) -> None:
    """How many joined and answered; the whole page anew once somebody else steered, or threw the room away."""
    if room.gone or (room.state.change, room.moderated) != (change, moderated):
        st.rerun()
    lang = language.current()
    with st.container(horizontal=True, gap="large"):
        st.metric(say.JOINED.in_(lang), room.joined, width="content")
        if room.step.kind.asks:
            st.metric(say.ANSWERED.in_(lang), room.answered(room.state.step), width="content")


def _wall(code: str) -> None:
    """The wall, opened as one that steers. The key stands behind `#`, so that it is in no server's log."""
    lang = language.current()
    st.link_button(
        say.OPEN_WALL.in_(lang),
        f"/wall/{code}/steer?lang={lang}#{stage_state.key(code)}",
        icon=":material/connected_tv:",
    )


def _acts(room: LiveRoom, state: RoomState) -> None:
    asks_or_holds = room.step.kind.asks or room.step.kind.holds_back
    coming = _coming(room, state)
    press = _presser(room.code, state.change)
    with st.container(horizontal=True, gap="small", key="narabe-stage-acts"):
        if coming:
            press(coming, Act.ON, ":material/arrow_forward:", primary=True, keys="Ctrl+Right")
        press(say.BACK, Act.BACK, ":material/arrow_back:", idle=state.step == 0, keys="Ctrl+Left")
        if room.step.kind.asks and state.phase() is Phase.CLOSED:
            press(say.REOPEN, Act.OPEN, ":material/how_to_vote:")
        if state.phase() is Phase.REVEALED:
            press(say.HIDE, Act.HIDE, ":material/visibility_off:")
        press(say.LIGHT if state.black else say.BLACK, Act.BLACK, ":material/tv_off:", keys="B")
        press(say.UNLOCK if state.locked else say.LOCK, Act.LOCK, ":material/lock:")
        _go_to(room, state, press)
        if asks_or_holds:
            with _popover(room.code, say.RESET, state, ":material/replay:"):
                st.caption(say.SURE_RESET.in_(language.current()))
                press(say.DO_RESET, Act.RESET)
        with _popover(room.code, say.END, state, ":material/stop_circle:"):
            st.caption(say.SURE_END.in_(language.current()))
            press(say.DO_END, Act.END)
    parts.notes([line for line, true in ((say.DARK, state.black), (say.LOCKED, state.locked)) if true])
    parts.notes([say.KEYS])


def _popover(code: str, label: Text, state: RoomState, icon: str) -> DeltaGenerator:
    """Folded again after every act."""
    return st.popover(
        label.in_(language.current()),
        icon=icon,
        width="content",
        key=f"narabe.stage.{code}.{label.en}.{state.change}",
    )


def _go_to(room: LiveRoom, state: RoomState, press: Callable[..., None]) -> None:
    lang = language.current()
    with _popover(room.code, say.GO_TO, state, ":material/list:"):
        names = [
            f"{number} {each.step.title.in_(lang)}" for number, each in enumerate(room.deck.steps, start=1)
        ]
        to = st.selectbox(
            say.STEP.in_(lang),
            range(len(names)),
            index=state.step,
            format_func=lambda place: names[place],
            key=f"narabe.stage.{room.code}.to.{state.change}",
        )
        press(say.GO, Act.GO, to=to)


def _presser(code: str, since: int) -> Callable[..., None]:
    """Draws buttons that act upon the state they were drawn for: one pressed twice acts once."""

    def press(
        label: Text,
        act: Act,
        icon: str | None = None,
        *,
        primary: bool = False,
        idle: bool = False,
        to: int | None = None,
        keys: str | None = None,
    ) -> None:
        st.button(
            label.in_(language.current()),
            key=f"narabe.stage.{code}.{act}.{since}",
            icon=icon,
            type="primary" if primary else "secondary",
            disabled=idle,
            shortcut=keys,
            on_click=_act,
            args=(code, act, since, to),
        )

    return press


def _act(code: str, act: Act, since: int, to: int | None) -> None:
    def done() -> None:
        stage_state.steered(code).act(act, to, since)

    stage_state.attempt(done)


def _now(room: LiveRoom, state: RoomState) -> None:
    """What the wall shows."""
    lang = language.current()
    with st.container(border=True):
        parts.heading(say.NOW)
        stands = _phase(room.step, state.phase())
        if stands.ja:
            st.markdown(f":blue-badge[{stands.in_(lang)}]")
        stage_decks.told(room.step)
        shown = cached(slide, room.step, state.phase(), room.result(state.step))
        for group in shown.groups:
            bars = " / ".join(told(bar).in_(lang) for bar in group.bars)
            st.caption(literal(f"{group.label.in_(lang)}　{bars}" if group.label.ja else bars))
        if shown.room:
            parts.notes(shown.cautions[-1:])  # that a room is not a sample, or too few
        if room.step.kind.asks and not shown.revealed:
            parts.notes([say.NO_RESULT_YET])


def _next(room: LiveRoom, state: RoomState) -> None:
    lang = language.current()
    with st.container(border=True):
        parts.heading(say.NEXT)
        if state.step + 1 < len(room.deck.steps):
            stage_decks.told(room.deck.steps[state.step + 1])
        else:
            st.caption(say.LAST_STEP.in_(lang))
