"""What may be seen at which moment, while votes are on their way and somebody steers."""

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from narabe.model.problem import Problem
from narabe.model.room import Act, Ballot, Hands, Phase
from narabe.model.text import plain
from narabe.room.hall import Hall
from narabe.room.live_room import LiveRoom
from tests.room.deck import ASKED, DECK
from tests.room.test_hall import at, one_on_its_way, vote


@pytest.fixture
def room(tmp_path: Path) -> LiveRoom:
    return at(Hall(tmp_path).open(DECK)[0], ASKED)


@pytest.fixture
def held(room: LiveRoom) -> Iterator[threading.Event]:
    with one_on_its_way(room) as free:
        yield free


def test_nobody_sees_a_result_without_the_votes_on_their_way(room: LiveRoom, held: threading.Event) -> None:
    """Before: the state said "revealed" while the last votes were still being stored, and a slide drawn then stayed."""
    steering = threading.Thread(target=room.act, args=(Act.REVEAL,))
    steering.start()
    time.sleep(0.05)
    assert room.state.phase() is Phase.OPEN
    held.set()
    steering.join()
    told = room.result(ASKED)
    assert told
    assert told.base == 1


def test_nothing_new_comes_while_a_vote_is_closing(room: LiveRoom, held: threading.Event) -> None:
    steering = threading.Thread(target=room.act, args=(Act.CLOSE,))
    steering.start()
    while not room._closing:
        time.sleep(0.001)
    with pytest.raises(Problem, match="not open"):
        vote(room, "web")
    held.set()
    steering.join()
    assert room.answered(ASKED) == 1


def test_an_act_that_closes_nothing_waits_for_no_vote(room: LiveRoom, held: threading.Event) -> None:
    room.act(Act.LOCK)
    assert room.state.locked
    assert not held.is_set()


def test_whoever_begins_to_listen_waits_for_nobody(room: LiveRoom) -> None:
    """The streams of all phones live in one event loop: it must not wait while a thread writes to the disk."""
    with room._lock:
        listening = threading.Thread(target=room.watch, args=(print,))
        listening.start()
        listening.join(1)
        assert not listening.is_alive()


def test_hands_counted_in_are_told(room: LiveRoom) -> None:
    told: list[int] = []
    room.watch(lambda: told.append(room.moderated))
    room.raise_hands(ASKED, Hands({"paper": 3, "web": 3}, 6))
    assert told == [1]


def test_a_ledger_that_cannot_be_written_is_no_matter_of_the_participant(room: LiveRoom) -> None:
    def broken(ballots: Sequence[Ballot]) -> None:
        raise Problem(plain("the ledger cannot be used (disk full)"))

    room._committer._store = broken
    with pytest.raises(OSError, match="disk full"):
        vote(room, "web")
    assert room.answered(ASKED) == 0
