"""What participants can read again once their room was saved and removed: the sums, and nothing else."""

from __future__ import annotations

import html
import shutil
from pathlib import Path

import pytest

from narabe.analyses.room_results import room_results
from narabe.desk.rooms import hall, save
from narabe.model.imports import Signer
from narabe.model.room import Act
from narabe.room.live_room import LiveRoom
from tests.doors.decks import ASKED, NUMBER, SINGLE, TAG, WORDS
from tests.doors.visiting import Visitor

SIGNER = Signer("市民課", "佐藤")


@pytest.fixture(autouse=True)
def own(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of its own: what is saved here is seen nowhere else."""
    shutil.copytree(store, tmp_path / "store")
    monkeypatch.setenv("NARABE_STORE", str(tmp_path / "store"))


@pytest.fixture
def room(own: None) -> LiveRoom:
    """Three questions were asked and two of them revealed; one got too few answers."""
    made, _ = hall().open(ASKED)
    ask(made, SINGLE, *"aaaab")
    made.act(Act.REVEAL)
    ask(made, NUMBER, "10", "20", "30", "40")
    made.act(Act.REVEAL)
    ask(made, WORDS, "one", TAG, "three", "four", "five")
    return made


def ask(room: LiveRoom, step: int, *answers: str) -> None:
    room.act(Act.GO, step)
    room.act(Act.OPEN)
    for each in answers:
        token = room.join(None)
        room.vote(token, step, room.form_token(token, step), [each])


def test_a_saved_room_leaves_its_sums_to_those_who_took_part(visitor: Visitor, room: LiveRoom) -> None:
    visitor.get(f"/r/{room.code}")
    save(room_results(room), SIGNER)
    hall().throw_away(room)
    onward = visitor.get(f"/r/{room.code}")
    assert (onward.status, onward.header("location")) == (303, f"/r/{room.code}/after")
    page = visitor.get(f"/r/{room.code}/after")
    told = html.unescape(page.text)
    assert page.status == 200
    # four and one of five, by hand
    assert "Paper <b>80.0% (4 people)</b>" in told and "<b>20.0% (1 people)</b>" in told
    assert "fewer than 5 of the room answered" in told and "Median guess" not in told
    assert "three" not in told and "A word?" not in told, "never revealed"
    assert "<b onmouseover" not in page.text


def test_texts_that_were_approved_are_kept_escaped(visitor: Visitor, room: LiveRoom) -> None:
    room.moderate(room.texts(WORDS)[1], True)
    room.act(Act.REVEAL)
    save(room_results(room), SIGNER)
    hall().throw_away(room)
    page = visitor.get(f"/r/{room.code}/after").text
    assert f"<li>{TAG}</li>" in html.unescape(page) and "<b onmouseover" not in page
    assert "three" not in page


def test_a_room_that_was_not_saved_leaves_nothing(visitor: Visitor, room: LiveRoom) -> None:
    hall().throw_away(room)
    assert visitor.get(f"/r/{room.code}").status == 404
    assert visitor.get(f"/r/{room.code}/after").status == 404


def test_while_the_room_is_there_its_own_page_is_shown(visitor: Visitor, room: LiveRoom) -> None:
    save(room_results(room), SIGNER)
    assert visitor.get(f"/r/{room.code}").status == 200
    assert "was removed" not in visitor.get(f"/r/{room.code}/after").text
