"""A room from joining to its end, on the disk at every moment."""

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from narabe.ledger import Rooms
from narabe.ledger.connection import writing, written
from narabe.model.problem import Problem
from narabe.model.room import Act, Ballot, Hands
from narabe.room.hall import Hall
from narabe.room.live_room import LiveRoom
from tests.room.deck import ASKED, DECK, GUESSED, WRITTEN


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    return Hall(tmp_path)


@pytest.fixture
def room(hall: Hall) -> LiveRoom:
    return hall.open(DECK)[0]


def at(room: LiveRoom, step: int) -> LiveRoom:
    room.act(Act.GO, step)
    room.act(Act.OPEN)
    return room


def vote(room: LiveRoom, *sent: str, token: str | None = None, step: int = ASKED) -> str:
    token = room.join(token)
    room.vote(token, step, room.form_token(token, step), list(sent))
    return token


@contextmanager
def one_on_its_way(room: LiveRoom) -> Iterator[threading.Event]:
    """The disk takes nothing until this is set; one vote waits for it."""
    store, free = room._committer._store, threading.Event()

    def slow(ballots: Sequence[Ballot]) -> frozenset[str]:
        free.wait(5)
        return store(ballots)

    room._committer._store = slow
    late = threading.Thread(target=vote, args=(room, "paper"))
    late.start()
    while not room._coming:
        time.sleep(0.001)
    yield free
    free.set()
    late.join()


def counts(room: LiveRoom, step: int = ASKED) -> dict[str, int]:
    found = room.result(step)
    assert found
    return {each.option_id: each.count for each in found.options}


def test_votes_are_counted_at_the_reveal_and_not_before(room: LiveRoom) -> None:
    at(room, ASKED)
    for option in ("web", "web", "web", "paper", "line"):
        vote(room, option)
    assert room.answered(ASKED) == 5
    assert room.result(ASKED) is None
    room.act(Act.CLOSE)
    assert room.result(ASKED) is None
    room.act(Act.REVEAL)
    assert counts(room) == {"paper": 1, "web": 3, "line": 1}
    room.act(Act.HIDE)
    assert room.result(ASKED) is None


def test_the_last_answer_of_a_participant_counts(room: LiveRoom) -> None:
    at(room, ASKED)
    token = vote(room, "web")
    vote(room, "paper", token=token)
    assert room.answered(ASKED) == 1
    assert room.answer(token, ASKED) == ("paper",)


def test_a_closed_vote_takes_nothing(room: LiveRoom) -> None:
    at(room, ASKED)
    token = room.join(None)
    proof = room.form_token(token, ASKED)
    room.act(Act.CLOSE)
    with pytest.raises(Problem, match="not open"):
        room.vote(token, ASKED, proof, ["web"])
    assert room.answered(ASKED) == 0


def test_a_form_of_somebody_else_or_of_an_earlier_round_is_refused(room: LiveRoom) -> None:
    at(room, ASKED)
    mine, theirs = room.join(None), room.join(None)
    proof = room.form_token(mine, ASKED)
    with pytest.raises(Problem, match="reset"):
        room.vote(theirs, ASKED, proof, ["web"])
    room.act(Act.RESET)
    room.act(Act.OPEN)
    with pytest.raises(Problem, match="reset"):
        room.vote(mine, ASKED, proof, ["web"])
    with pytest.raises(Problem, match="could not be confirmed"):
        room.vote("forged.token", ASKED, proof, ["web"])


def test_a_reset_forgets_the_answers(room: LiveRoom) -> None:
    at(room, ASKED)
    token = vote(room, "web")
    room.act(Act.RESET)
    assert room.answered(ASKED) == 0
    assert room.answer(token, ASKED) is None


def test_a_locked_room_keeps_who_is_in(room: LiveRoom) -> None:
    at(room, ASKED)
    inside = room.join(None)
    room.act(Act.LOCK)
    with pytest.raises(Problem, match="Joining is closed"):
        room.join(None)
    vote(room, "web", token=inside)
    assert room.answered(ASKED) == 1


def test_a_restart_keeps_state_and_votes(hall: Hall, room: LiveRoom, tmp_path: Path) -> None:
    at(room, ASKED)
    tokens = [vote(room, option) for option in ("web", "web", "paper", "line", "line")]
    room.raise_hands(ASKED, Hands({"paper": 2, "web": 1, "line": 0}, 3))
    again = Hall(tmp_path).room(room.code)
    assert again.state == room.state
    assert again.deck == room.deck
    assert again.answer(tokens[0], ASKED) == ("web",)
    assert again.joined == 5, "everybody who voted"
    again.act(Act.REVEAL)
    assert counts(again) == {"paper": 3, "web": 3, "line": 2}


def test_three_hundred_at_once_are_stored_in_few_transactions(room: LiveRoom, tmp_path: Path) -> None:
    at(room, GUESSED)
    stored: list[int] = []
    cast = room._rooms.cast

    def counted(ballots: list[Ballot]) -> frozenset[str]:
        time.sleep(0.02)
        stored.append(len(ballots))
        return cast(ballots)

    room._committer._store = counted
    with ThreadPoolExecutor(30) as pool:
        list(pool.map(lambda guess: vote(room, str(guess % 100), step=GUESSED), range(300)))
    assert sum(stored) == 300
    assert len(stored) < 100
    assert len(Rooms(tmp_path).sent(room.code)) == 300


def test_a_vote_that_cannot_be_stored_is_not_counted(room: LiveRoom) -> None:
    at(room, ASKED)

    def broken(ballots: list[Ballot]) -> None:
        raise OSError("disk full")

    working, room._committer._store = room._committer._store, broken
    with pytest.raises(OSError, match="disk full"):
        vote(room, "web")
    assert room.answered(ASKED) == 0
    room._committer._store = working
    vote(room, "web")
    assert room.answered(ASKED) == 1


def test_closing_waits_for_votes_on_their_way(room: LiveRoom) -> None:
    at(room, ASKED)
    for option in ("web", "web", "paper", "line"):
        vote(room, option)
    with one_on_its_way(room) as free:
        threading.Timer(0.05, free.set).start()
        room.act(Act.REVEAL)
        assert counts(room) == {"paper": 2, "web": 2, "line": 1}


def test_texts_wait_for_the_moderator(room: LiveRoom) -> None:
    at(room, WRITTEN)
    tokens = [vote(room, body, step=WRITTEN) for body in ("近い", "遠い", "安い", "早い", "同じ")]
    near, far, *_ = room.texts(WRITTEN)
    room.moderate(near, True)
    room.moderate(far, False)
    vote(room, "変えた", token=tokens[2], step=WRITTEN)
    room.act(Act.REVEAL)
    found = room.result(WRITTEN)
    assert found
    assert found.texts == ("近い",)


def test_a_text_changed_after_approval_waits_anew(room: LiveRoom) -> None:
    at(room, WRITTEN)
    token = vote(room, "近い", step=WRITTEN)
    (said,) = room.texts(WRITTEN)
    room.moderate(said, True)
    vote(room, "悪口", token=token, step=WRITTEN)
    assert [each.approved for each in room.texts(WRITTEN)] == [None]
    with pytest.raises(Problem, match="changed"):
        room.moderate(said, True)


def test_watchers_are_told_of_every_act_once(room: LiveRoom) -> None:
    told: list[int] = []

    def watcher() -> None:
        told.append(room.state.change)

    room.watch(watcher)
    room.act(Act.GO, ASKED)
    room.act(Act.OPEN)
    room.act(Act.OPEN, since=1)
    room.unwatch(watcher)
    room.act(Act.CLOSE)
    assert told == [1, 2]


def test_only_the_key_steers(hall: Hall) -> None:
    room, key = hall.open(DECK)
    assert room.steers(key)
    assert not room.steers("")
    assert not room.steers(key[:-1])


def test_no_key_and_no_token_is_on_the_disk(hall: Hall, tmp_path: Path) -> None:
    room, key = hall.open(DECK)
    at(room, ASKED)
    token = vote(room, "web")
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert room.code.encode() in kept
    assert key.encode() not in kept
    assert token.split(".")[0].encode() not in kept


def test_an_unknown_code_is_said_so(hall: Hall) -> None:
    with pytest.raises(Problem, match="no session with this code"):
        hall.room("ZZZZZZ")


def test_rooms_nobody_steered_for_a_day_are_swept(hall: Hall, room: LiveRoom, tmp_path: Path) -> None:
    at(room, ASKED)
    vote(room, "web")
    with writing(tmp_path / "ledger.sqlite") as connection:
        yesterday = written(datetime.now(UTC) - timedelta(hours=25))
        connection.execute("update room set touched_at = ?", (yesterday,))
    kept, _ = Hall(tmp_path).open(DECK)
    assert [each.code for each in Rooms(tmp_path).all()] == [kept.code]
    assert Rooms(tmp_path).sent(room.code) == ()


def test_a_swept_room_leaves_memory_too_and_its_watchers_are_told(hall: Hall, room: LiveRoom) -> None:
    told: list[bool] = []
    room.watch(lambda: told.append(room.gone))
    with writing(hall.rooms.path) as connection:
        connection.execute(
            "update room set touched_at = ?", (written(datetime.now(UTC) - timedelta(hours=25)),)
        )
    kept, _ = hall.open(DECK)
    assert told == [True] and not kept.gone
    with pytest.raises(Problem, match="no session with this code"):
        hall.room(room.code)
    assert hall.room(kept.code) is kept


def test_throwing_away_is_told_to_whoever_watches(hall: Hall, room: LiveRoom) -> None:
    told: list[bool] = []
    room.watch(lambda: told.append(room.gone))
    hall.throw_away(room)
    assert told == [True]


def test_a_vote_that_arrives_after_its_room_is_gone_is_refused(hall: Hall, room: LiveRoom) -> None:
    at(room, ASKED)
    hall.throw_away(room)
    with pytest.raises(Problem, match="no session with this code"):
        vote(room, "web")


@pytest.mark.parametrize("acts", [(Act.REVEAL,), (Act.REVEAL, Act.HIDE)])
def test_hands_raised_after_the_reveal_are_not_counted_in(room: LiveRoom, acts: tuple[Act, ...]) -> None:
    """Whoever saw the result could vote once more by hand."""
    at(room, ASKED)
    for act in acts:
        room.act(act)
    with pytest.raises(Problem, match="reset the question"):
        room.raise_hands(ASKED, Hands({"paper": 5}, 5))
    room.act(Act.RESET)
    room.raise_hands(ASKED, Hands({"paper": 5}, 5))
    assert room.answered(ASKED) == 5


def test_hands_are_counted_before_the_phones_vote_and_after(room: LiveRoom) -> None:
    room.act(Act.GO, ASKED)
    room.raise_hands(ASKED, Hands({"paper": 5}, 5))
    room.act(Act.OPEN)
    room.act(Act.CLOSE)
    room.raise_hands(ASKED, Hands({"paper": 6}, 6))
    assert room.answered(ASKED) == 6


@pytest.mark.parametrize("step", [0, -1, 99])
def test_hands_for_a_step_that_asks_nothing_are_refused(room: LiveRoom, step: int) -> None:
    with pytest.raises(Problem, match="with options only"):
        room.raise_hands(step, Hands({}, 0))


def test_an_ended_room_counts_no_hands(room: LiveRoom) -> None:
    at(room, ASKED)
    room.act(Act.END)
    with pytest.raises(Problem, match="has ended"):
        room.raise_hands(ASKED, Hands({"paper": 5}, 5))
    assert room.answered(ASKED) == 0


def test_a_room_that_went_meanwhile_takes_no_vote_of_another_with_it(hall: Hall, room: LiveRoom) -> None:
    """Both wait for the disk together; one room was swept by then, as another process would."""
    other, _ = hall.open(DECK)
    for each in (room, other):
        at(each, ASKED)
    store, free, first = room._committer._store, threading.Event(), at(hall.open(DECK)[0], ASKED)

    def slow(ballots: list[Ballot]) -> frozenset[str]:
        free.wait(5)
        return store(ballots)

    room._committer._store = slow
    with ThreadPoolExecutor(3) as pool:
        pool.submit(vote, first, "web")  # keeps the disk busy
        votes = {each: pool.submit(vote, each, "web") for each in (room, other)}
        while room._coming + other._coming < 2:
            time.sleep(0.001)
        hall.rooms.remove(room.code)
        free.set()
    with pytest.raises(Problem, match="no session with this code"):
        votes[room].result()
    assert votes[other].result()
    assert (room.answered(ASKED), other.answered(ASKED)) == (0, 1)


def test_only_who_comes_back_has_joined(room: LiveRoom) -> None:
    """What fetches a page once and keeps no cookie is nobody: a preview of a link, a browser without cookies."""
    token = room.join(None)
    assert room.joined == 0
    assert room.join(token) == token
    assert room.joined == 1


def test_the_last_show_of_hands_can_be_read_until_the_question_is_reset(room: LiveRoom) -> None:
    at(room, ASKED)
    assert room.hands(ASKED) is None
    counted = Hands({"paper": 2, "web": 1, "line": 0}, 3)
    room.raise_hands(ASKED, counted)
    assert room.hands(ASKED) == counted
    room.act(Act.RESET)
    assert room.hands(ASKED) is None


def test_thrown_away_with_its_answers(hall: Hall, room: LiveRoom, tmp_path: Path) -> None:
    at(room, ASKED)
    vote(room, "web")
    hall.throw_away(room)
    assert Rooms(tmp_path).sent(room.code) == ()
    with pytest.raises(Problem):
        hall.room(room.code)
