"""The way to a wall that steers: a form for the key, which is in no page and no log; closed rooms are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from narabe.room.live_room import LiveRoom
from tests.doors.conftest import Opened
from tests.doors.decks import ASKED
from tests.doors.visiting import Visitor


def test_the_form_asks_for_the_key_and_knows_none(visitor: Visitor, opened: Opened) -> None:
    room, key = opened(ASKED)
    found = visitor.get(f"/wall/{room.code}/steer")
    assert found.status == 200 and found.header("cache-control") == "no-store"
    assert (
        f'action="/wall/{room.code}/steer?lang=en" method="post"' in found.text and "steer.js" in found.text
    )
    assert key not in found.text and room.code in found.text


def test_the_form_is_of_both_languages(visitor: Visitor, room: LiveRoom) -> None:
    assert "Key of the session" in visitor.get(f"/wall/{room.code}/steer").text
    assert "進行の合言葉" in visitor.get(f"/wall/{room.code}/steer?lang=ja").text


def test_no_such_room(visitor: Visitor) -> None:
    found = visitor.get("/wall/ZZZZZZ/steer")
    assert found.status == 404 and "There is no session with this code." in found.text


@pytest.mark.parametrize("path", ["/r/{}", "/wall/{}", "/wall/{}/now", "/wall/{}/steer", "/r/{}/after"])
def test_doors_say_that_rooms_are_closed(
    visitor: Visitor, room: LiveRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("rooms_open = false\n")
    monkeypatch.setattr("narabe.settings.SETTINGS_FILE", settings)
    found = visitor.get(path.format(room.code))
    assert found.status == 404 and "Sessions are closed on this server." in found.text
    assert found.header("set-cookie") == ""
