"""Acts of the facilitator: what each does, and what is refused."""

import pytest

from narabe.model.problem import Problem
from narabe.model.room import Act, Phase, RoomState
from narabe.room.steering import next_act, steered
from tests.room.deck import ASKED, CHART, DECK, GUESSED, HELD_BACK, WRITTEN

KINDS = DECK.kinds


def after(*acts: Act, state: RoomState | None = None) -> RoomState:
    made = state or RoomState()
    for act in acts:
        made = steered(made, act, KINDS)
    return made


def at(step: int) -> RoomState:
    return steered(RoomState(), Act.GO, KINDS, step)


def test_one_key_leads_through_a_whole_deck() -> None:
    passed, state = [], RoomState()
    while (state.step, next_act(state, KINDS)) != (HELD_BACK, None):
        state = after(Act.ON, state=state)
        passed.append((state.step, str(state.phase())))
    asked = ["waiting", "open", "closed", "revealed"]
    expected = [(step, phase) for step in range(1, 5) for phase in asked] + [(5, "waiting"), (5, "revealed")]
    assert passed == expected


def test_the_last_step_stays() -> None:
    end = after(Act.REVEAL, state=at(HELD_BACK))
    assert after(Act.ON, state=end) == end


def test_back_from_the_first_step_stays() -> None:
    assert after(Act.BACK) == RoomState()


def test_going_on_closes_what_was_open() -> None:
    left = after(Act.OPEN, Act.BACK, state=at(ASKED))
    assert (left.step, left.phase(ASKED)) == (CHART, Phase.CLOSED)


def test_what_was_shown_is_asked_again_only_after_a_reset() -> None:
    shown = after(Act.OPEN, Act.REVEAL, state=at(ASKED))
    with pytest.raises(Problem, match="reset"):
        after(Act.OPEN, state=shown)
    with pytest.raises(Problem):
        after(Act.HIDE, Act.OPEN, Act.CLOSE, Act.REVEAL, Act.OPEN, state=shown)
    anew = after(Act.RESET, state=shown)
    assert (anew.phase(), anew.round(ASKED)) == (Phase.WAITING, 1)
    assert after(Act.OPEN, state=anew).phase() is Phase.OPEN


def test_hiding_what_was_shown() -> None:
    hidden = after(Act.REVEAL, Act.HIDE, state=at(GUESSED))
    assert hidden.phase() is Phase.HIDDEN
    assert next_act(hidden, KINDS) is Act.REVEAL
    with pytest.raises(Problem, match="reset"):
        after(Act.OPEN, state=hidden)


@pytest.mark.parametrize("act", [Act.OPEN, Act.CLOSE, Act.REVEAL, Act.HIDE, Act.RESET])
def test_an_open_chart_has_nothing_to_steer(act: Act) -> None:
    with pytest.raises(Problem):
        after(act)


def test_a_chart_held_back_asks_nobody() -> None:
    with pytest.raises(Problem, match="Nothing is asked"):
        after(Act.OPEN, state=at(HELD_BACK))


def test_a_dark_wall_lights_up_with_the_next_step() -> None:
    dark = after(Act.BLACK)
    assert dark.black
    assert not after(Act.ON, state=dark).black
    assert not after(Act.BLACK, state=dark).black


def test_the_end_closes_and_nothing_follows() -> None:
    ended = after(Act.OPEN, Act.END, state=at(WRITTEN))
    assert ended.ended
    assert ended.phase(WRITTEN) is Phase.CLOSED
    with pytest.raises(Problem, match="ended"):
        after(Act.ON, state=ended)


def test_every_act_counts_once() -> None:
    assert after(Act.LOCK, Act.BACK, Act.ON).change == 2
