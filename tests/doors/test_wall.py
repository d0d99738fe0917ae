"""The wall: everybody may look, the key alone steers, and no key press counts twice."""

from __future__ import annotations

import re

import pytest
from starlette.types import ASGIApp

from narabe.model.room import Act, Phase
from narabe.room.live_room import LiveRoom
from tests.doors.conftest import Opened
from tests.doors.decks import ASKED, HELD_BACK, NUMBER, WORDS
from tests.doors.visiting import HOST, Answer, Visitor

Room = tuple[LiveRoom, str]


@pytest.fixture
def steered(opened: Opened) -> Room:
    return opened(ASKED)


def take(visitor: Visitor, room: LiveRoom, key: str) -> Answer:
    return visitor.post(f"/wall/{room.code}/steer", {"key": key})


def proof(visitor: Visitor, room: LiveRoom) -> str:
    found = re.search(r'data-proof="([^"]*)"', visitor.get(f"/wall/{room.code}").text)
    assert found
    return found[1]


def press(visitor: Visitor, room: LiveRoom, act: str = "on", **said: str | int) -> Answer:
    given = {"act": act, "since": room.state.change, "proof": proof(visitor, room)} | said
    return visitor.post(f"/wall/{room.code}/act", given)


def test_the_key_is_held_where_no_script_and_no_other_site_can_use_it(
    visitor: Visitor, steered: Room
) -> None:
    room, key = steered
    answer = take(visitor, room, key)
    assert (answer.status, answer.header("location")) == (303, f"/wall/{room.code}")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(answer.header("set-cookie").split("; "))
    page = visitor.get(f"/wall/{room.code}").text
    assert key not in page
    assert "Space: next" in page


def test_keys_steer_with_the_key(visitor: Visitor, steered: Room) -> None:
    room, key = steered
    take(visitor, room, key)
    assert [press(visitor, room).status for _ in range(3)] == [204] * 3
    assert room.state.phase() is Phase.REVEALED
    assert press(visitor, room, "go", by=1).status == 204
    assert room.state.step == 1
    assert press(visitor, room, "back").status == 204
    assert room.state.step == 0


@pytest.mark.parametrize("key", ["", "x", "é", "0" * 5000])
def test_without_the_key_nobody_steers(visitor: Visitor, steered: Room, key: str) -> None:
    room, _ = steered
    assert take(visitor, room, key).status == 403
    assert visitor.cookies == {}
    assert proof(visitor, room) == ""
    for given in ("", "0" * 32):
        assert press(visitor, room, proof=given).status == 403
    assert room.state.change == 0


def test_the_key_of_another_room_steers_nothing(visitor: Visitor, opened: Opened) -> None:
    (mine, key), (other, _) = opened(ASKED), opened(ASKED)
    take(visitor, mine, key)
    visitor.cookies[f"narabe_key_{other.code}"] = (key, "/")
    assert press(visitor, other, proof=proof(visitor, mine)).status == 403
    assert other.state.change == 0


def test_another_page_cannot_press_keys(visitor: Visitor, steered: Room) -> None:
    room, key = steered
    take(visitor, room, key)
    said = {"act": "on", "since": 0, "proof": proof(visitor, room)}
    for origin in (None, "http://evil.example", "null"):
        assert visitor.post(f"/wall/{room.code}/act", said, origin=origin).status == 403
    assert visitor.post(f"/wall/{room.code}/act", said | {"proof": "x"}).status == 403
    assert visitor.post(f"/wall/{room.code}/steer", {"key": key}, origin="http://evil.example").status == 403
    assert room.state.change == 0


def test_a_key_pressed_twice_counts_once(visitor: Visitor, steered: Room) -> None:
    room, key = steered
    take(visitor, room, key)
    assert [press(visitor, room, since=0).status for _ in range(2)] == [204, 204]
    assert (room.state.change, room.state.phase()) == (1, Phase.OPEN)


def test_what_cannot_be_done_now_is_said(visitor: Visitor, steered: Room) -> None:
    room, key = steered
    take(visitor, room, key)
    answer = press(visitor, room, "hide")
    assert (answer.status, answer.text) == (409, "“Hide” is not possible now.")


@pytest.mark.parametrize(
    "said",
    [{"act": "fly"}, {"since": "soon"}, {"since": ""}, {"act": "go", "by": "x"}, {"since": "9" * 5000}],
)
def test_keys_that_are_none_do_nothing(visitor: Visitor, steered: Room, said: dict[str, str]) -> None:
    room, key = steered
    take(visitor, room, key)
    assert press(visitor, room, **said).status == 400
    assert room.state.change == 0


@pytest.mark.parametrize("more", [{"x": "y" * 9000}, {f"f{n}": n for n in range(150)}])
def test_a_form_longer_than_any_of_ours_is_refused(
    visitor: Visitor, steered: Room, more: dict[str, str]
) -> None:
    room, key = steered
    take(visitor, room, key)
    assert press(visitor, room, **more).status == 409
    assert visitor.post(f"/wall/{room.code}/steer", {"key": key} | more).status == 404
    assert room.state.change == 0


def test_the_wall_tells_where_to_join_and_that_the_room_is_unknown(visitor: Visitor, steered: Room) -> None:
    room, _ = steered
    page = visitor.get(f"/wall/{room.code}").text
    assert f"{HOST}/r" in page
    assert "<svg" in page
    assert visitor.get("/wall/ZZZZZZ").status == 404
    assert visitor.post("/wall/ZZZZZZ/act", {}).status == 409
    assert visitor.post("/wall/ZZZZZZ/steer", {"key": "x"}).status == 404


def test_a_black_wall_shows_nothing(visitor: Visitor, steered: Room) -> None:
    room, _ = steered
    room.act(Act.BLACK)
    shown = visitor.get(f"/wall/{room.code}/now").text
    assert "<h1>" not in shown
    assert "<svg" not in shown


def test_a_text_approved_after_the_reveal_is_shown_at_once(visitor: Visitor, steered: Room) -> None:
    """The slide of a moment is drawn once for all: what changes what is shown must end the moment."""
    room, _ = steered
    room.act(Act.GO, WORDS)
    room.act(Act.OPEN)
    for number in range(5):
        token = room.join(None)
        room.vote(token, WORDS, room.form_token(token, WORDS), [f"word {number}"])
    room.act(Act.REVEAL)
    assert "word 3" not in visitor.get(f"/wall/{room.code}").text
    room.moderate(room.texts(WORDS)[3], True)
    assert "word 3" in visitor.get(f"/wall/{room.code}").text


def test_page_and_slide_are_of_the_same_moment(app: ASGIApp, opened: Opened) -> None:
    """While somebody reveals and hides, no page mixes the phase of one moment with the slide of another."""
    import threading

    room, _ = opened(HELD_BACK)
    stop = threading.Event()

    def steer() -> None:
        while not stop.is_set():
            room.act(Act.REVEAL)
            room.act(Act.HIDE)

    thread = threading.Thread(target=steer)
    thread.start()
    try:
        pages = [Visitor(app).get(f"/wall/{room.code}/now").text for _ in range(60)]
    finally:
        stop.set()
        thread.join()
    for page in pages:
        assert ('data-phase="revealed"' in page) == ("43.8" in page)


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501"])
def test_an_address_that_no_phone_reaches_is_not_handed_out(
    visitor: Visitor, steered: Room, host: str
) -> None:
    room, _ = steered
    page = visitor.get(f"/wall/{room.code}", host=host).text
    assert "Please answer by a show of hands." in page and "HOST=" not in page
    assert "<svg" not in page and f"{host}/r" not in page
    assert room.code in page


def test_the_address_stands_with_the_code_below_the_picture(visitor: Visitor, steered: Room) -> None:
    room, _ = steered
    (aside,) = re.findall(
        r'<aside class="joining">(.*?)</aside>', visitor.get(f"/wall/{room.code}").text, re.DOTALL
    )
    assert re.search(rf'</svg>\s*<p class="address">{HOST}/r</p>\s*<p class="code">{room.code}</p>', aside)


def test_the_language_of_the_link_stays_on_the_wall(visitor: Visitor, steered: Room) -> None:
    """From the steering page in Japanese, on a browser that prefers English."""
    room, key = steered
    assert f'action="/wall/{room.code}/steer?lang=ja"' in visitor.get(f"/wall/{room.code}/steer?lang=ja").text
    taken = visitor.post(f"/wall/{room.code}/steer?lang=ja", {"key": key})
    assert taken.header("location") == f"/wall/{room.code}?lang=ja"
    assert "どれですか" in visitor.get(f"/wall/{room.code}/now?lang=ja").text
    said = {"act": "hide", "since": 0, "proof": proof(visitor, room)}
    assert "できません" in visitor.post(f"/wall/{room.code}/act?lang=ja", said).text


def test_guesses_are_drawn_with_their_scale_and_the_true_value(visitor: Visitor, opened: Opened) -> None:
    room, _ = opened(HELD_BACK)
    room.act(Act.GO, 2)
    room.act(Act.OPEN)
    for guess in ["40"] * 3 + ["60"] * 2:
        token = room.join(None)
        room.vote(token, 2, room.form_token(token, 2), [guess])
    assert "guesses" not in visitor.get(f"/wall/{room.code}/now").text
    room.act(Act.REVEAL)
    (drawn,) = re.findall(
        r'class="group guesses">(.*?)</section>', visitor.get(f"/wall/{room.code}/now").text, re.DOTALL
    )
    columns = re.findall(r'class="guess" x="([\d.]+)" y="([\d.]+)"', drawn)
    assert columns == [("39.60", "0.00"), ("59.60", "3.33")]
    assert re.search(r'class="target" x="43.65"', drawn)
    assert re.findall(r"<span>([^<]*)</span>", drawn) == ["0%", "Highest column: 3", "100%"]
    assert "Actual value 43.8%" in drawn


def test_where_no_phone_gets_through_what_no_hands_count_is_said_aloud(
    visitor: Visitor, opened: Opened
) -> None:
    room, _ = opened(ASKED)
    here = {"host": "127.0.0.1:8501"}
    assert "手を挙げてお答えください。" in visitor.get(f"/wall/{room.code}?lang=ja", **here).text
    room.act(Act.GO, NUMBER)
    assert "声でお答えください。" in visitor.get(f"/wall/{room.code}?lang=ja", **here).text
