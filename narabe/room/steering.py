"""What each act of the facilitator does to a room: pure, from state to state."""

from collections.abc import Sequence
from dataclasses import replace

from narabe.model.problem import Problem
from narabe.model.room import Act, Phase, RoomState, StepKind
from narabe.words import room_sentences as say

FROM = {
    Act.OPEN: (Phase.WAITING, Phase.CLOSED),
    Act.CLOSE: (Phase.OPEN,),
    Act.REVEAL: (Phase.WAITING, Phase.OPEN, Phase.CLOSED, Phase.HIDDEN),
    Act.HIDE: (Phase.REVEALED,),
}
"""The phases an act may start from. What the room has seen cannot be voted on again, unless it is reset."""
TO = {
    Act.OPEN: Phase.OPEN,
    Act.CLOSE: Phase.CLOSED,
    Act.REVEAL: Phase.REVEALED,
    Act.HIDE: Phase.HIDDEN,
}


SEEN = (Phase.REVEALED, Phase.HIDDEN)
"""The room knows the result: nothing more is counted in, unless the question is reset."""


def steered(state: RoomState, act: Act, steps: Sequence[StepKind], to: int | None = None) -> RoomState:
    """The state after an act; `to` is the step that GO opens. Errors: Problem where it cannot be done now."""
    if state.ended:
        raise Problem(say.ENDED)
    made = _made(state, act, steps, to)
    return made if made == state else replace(made, change=state.change + 1)


def next_act(state: RoomState, steps: Sequence[StepKind]) -> Act | None:
    """What ON would do: open, close, reveal, or (None) go to the next step."""
    kind, phase = steps[state.step], state.phase()
    if kind.asks and phase is Phase.WAITING:
        return Act.OPEN
    if phase is Phase.OPEN:
        return Act.CLOSE
    held = kind.asks or kind.holds_back
    return Act.REVEAL if held and phase is not Phase.REVEALED else None


def _made(state: RoomState, act: Act, steps: Sequence[StepKind], to: int | None) -> RoomState:
    match act:
        case Act.ON:
            coming = next_act(state, steps)
            return _at(state, state.step + 1, steps) if coming is None else _phase(state, coming, steps)
        case Act.BACK:
            return _at(state, state.step - 1, steps)
        case Act.GO:
            return _at(state, state.step if to is None else to, steps)
        case Act.BLACK:
            return replace(state, black=not state.black)
        case Act.LOCK:
            return replace(state, locked=not state.locked)
        case Act.END:
            return replace(_closed(state), ended=True, black=False)
        case Act.RESET:
            return _reset(state, steps)
        case _:
            return _phase(state, act, steps)


def _at(state: RoomState, step: int, steps: Sequence[StepKind]) -> RoomState:
    """At another step, inside the deck; a vote left open is closed, so that nobody votes unseen."""
    inside = min(max(step, 0), len(steps) - 1)
    if inside == state.step:
        return state
    return replace(_closed(state), step=inside, furthest=max(state.furthest, inside), black=False)


def _phase(state: RoomState, act: Act, steps: Sequence[StepKind]) -> RoomState:
    kind = steps[state.step]
    if act in (Act.OPEN, Act.CLOSE) and not kind.asks:
        raise Problem(say.NOTHING_ASKED)
    if not (kind.asks or kind.holds_back):
        raise Problem(say.NOTHING_HELD_BACK)
    if state.phase() not in FROM[act]:
        raise Problem(say.REVEALED_ALREADY if act is Act.OPEN else say.not_now(act))
    return replace(state, phases={**state.phases, state.step: TO[act]}, black=False)


def _closed(state: RoomState) -> RoomState:
    open_ones = {step: Phase.CLOSED for step, phase in state.phases.items() if phase is Phase.OPEN}
    return replace(state, phases={**state.phases, **open_ones})


def _reset(state: RoomState, steps: Sequence[StepKind]) -> RoomState:
    """Asked anew: what was answered in the last round counts no more."""
    if not (steps[state.step].asks or steps[state.step].holds_back):
        raise Problem(say.NOTHING_HELD_BACK)
    phases = {step: phase for step, phase in state.phases.items() if step != state.step}
    rounds = {**state.rounds, state.step: state.round(state.step) + 1}
    return replace(state, phases=phases, rounds=rounds)
