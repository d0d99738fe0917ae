"""What is kept of a room: sums and approved texts, once, with who saved them; nobody's own answer."""

import sqlite3
from pathlib import Path

import pytest

from narabe.analyses.room_results import room_results
from narabe.desk import rooms as desk
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.room import Act, Form, Hands
from narabe.model.room_results import GuessSum, OptionSum, StepResult
from narabe.model.text import plain
from narabe.room.live_room import LiveRoom
from narabe.settings import CLOSED
from tests.room.deck import ASKED, DECK, GUESSED, WRITTEN

SIGNER = Signer("市民課", "佐藤")


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LiveRoom:
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    return desk.hall().open(DECK)[0]


def ask(room: LiveRoom, step: int, answers: list[list[str]], hands: Hands | None = None) -> None:
    """Open, let each answer come from a phone of its own, close."""
    room.act(Act.GO, step)
    room.act(Act.OPEN)
    for sent in answers:
        token = room.join(None)
        room.vote(token, step, room.form_token(token, step), sent)
    if hands:
        room.raise_hands(step, hands)
    room.act(Act.CLOSE)


def whole(room: LiveRoom) -> None:
    """Three questions answered, two of them revealed."""
    ask(room, ASKED, [["paper"], ["web"], ["web"]], Hands({"line": 5}, 5))
    room.act(Act.REVEAL)
    ask(room, WRITTEN, [["一"], ["二"], ["三"], ["四"], ["五"]])
    for said in room.texts(WRITTEN)[1:3]:
        room.moderate(said, said.body == "二")
    room.act(Act.REVEAL)
    ask(room, GUESSED, [["98.5"]] * 5)


def test_results_are_the_steps_revealed_with_counts_by_hand(room: LiveRoom) -> None:
    whole(room)
    asked, written = room_results(room).steps
    # 3 phones and 5 hands: 8 people; 1 paper, 2 web, 5 LINE
    assert (asked.step, asked.base, asked.hands) == (ASKED, 8, 5)
    assert asked.options == (
        OptionSum(plain("紙"), 1, 0.125, "paper"),
        OptionSum(plain("ウェブ"), 2, 0.25, "web"),
        OptionSum(plain("LINE"), 5, 0.625, "line"),
    )
    assert (written.step, written.base, written.texts) == (WRITTEN, 5, ("二",))
    room.act(Act.REVEAL)
    guessed = room_results(room).steps[1]
    assert guessed.guess == GuessSum(98.5, 98.5, 98.5, plain("%"))


def test_a_step_with_few_answers_tells_nothing_else(room: LiveRoom) -> None:
    ask(room, ASKED, [["paper"]] * 4)
    room.act(Act.REVEAL)
    question = DECK.steps[ASKED].question
    assert question is not None
    assert room_results(room).steps == (
        StepResult(ASKED, plain("題"), question.wording, Form.SINGLE, too_few=True),
    )


def test_hidden_again_it_is_in_no_result(room: LiveRoom) -> None:
    ask(room, ASKED, [["paper"]] * 5)
    room.act(Act.REVEAL)
    room.act(Act.HIDE)
    assert room_results(room).steps == ()


def test_saved_once_and_read_back(room: LiveRoom) -> None:
    whole(room)
    kept = desk.save(room_results(room), SIGNER)
    assert desk.save(room_results(room), SIGNER) == kept
    assert desk.saved() == (kept,)
    assert (kept.results, kept.department, kept.author) == (room_results(room), "市民課", "佐藤")


def test_what_is_kept_holds_no_token_no_refused_text_and_nothing_hidden(room: LiveRoom) -> None:
    whole(room)
    desk.save(room_results(room), SIGNER)
    with sqlite3.connect(room._rooms.path) as connection:
        (content,) = connection.execute("select content from room_record").fetchone()
        voters = [row[0] for row in connection.execute("select distinct voter from ballot")]
    assert len(voters) == 13
    assert [word for word in (*voters, "三", "一", "98.5") if word in content] == []
    desk.hall().throw_away(room)
    with sqlite3.connect(room._rooms.path) as connection:
        assert connection.execute("select count(*) from ballot").fetchone() == (0,)
    assert len(desk.saved()) == 1, "what was saved outlives the room"


def test_what_cannot_be_saved_is_said(room: LiveRoom) -> None:
    with pytest.raises(Problem, match="No result was revealed"):
        desk.save(room_results(room), SIGNER)
    whole(room)
    with pytest.raises(Problem, match="department"):
        desk.save(room_results(room), Signer("", "佐藤"))
    assert desk.saved() == ()


def test_a_closed_server_has_no_rooms_but_what_was_saved(
    room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(room)
    kept = desk.save(room_results(room), SIGNER)
    monkeypatch.setattr("narabe.desk.rooms.openness", lambda: CLOSED)
    with pytest.raises(Problem, match="closed on this server"):
        desk.hall()
    with pytest.raises(Problem, match="closed on this server"):
        desk.save(room_results(room), Signer("別の課", "佐藤"))
    assert desk.saved() == (kept,)
