"""What a phone page does for who cannot see it, and for a browser without a script."""

from __future__ import annotations

import re

import pytest

from narabe.model.room import Act
from narabe.room.live_room import LiveRoom
from tests.doors.conftest import Opened
from tests.doors.decks import HELD_BACK
from tests.doors.test_phone import fields, joined
from tests.doors.visiting import Visitor

REFRESH = '<meta http-equiv="refresh"'


def news(page: str) -> str:
    """What is read out when this fragment comes."""
    (said,) = re.findall(r'data-news="([^"]*)"', page)
    return said


def test_one_small_region_is_read_out_and_not_the_whole_page(visitor: Visitor, room: LiveRoom) -> None:
    page = joined(visitor, room).text
    assert "aria-live" not in page
    assert re.findall(r'<(\w+) id="(\w+)"[^>]* role="status"', page) == [("p", "lost"), ("p", "news")]


def test_what_has_changed_is_said_in_words(visitor: Visitor, room: LiveRoom) -> None:
    said = [news(joined(visitor, room).text)]
    for act in (Act.CLOSE, Act.REVEAL, Act.HIDE, Act.RESET, Act.END):
        room.act(act)
        said.append(news(visitor.get(f"/r/{room.code}/now").text))
    assert said == [
        "Voting is open.",
        "Voting was closed.",
        "The result is shown.",
        "The result is hidden again.",
        "Voting opens soon.",
        "The session has ended. Thank you.",
    ]


def test_a_step_that_asks_nothing_is_announced_by_its_title(visitor: Visitor, opened: Opened) -> None:
    room, _ = opened(HELD_BACK)
    room.act(Act.GO, 1)
    assert news(joined(visitor, room).text) == "B"
    room.act(Act.REVEAL)
    assert news(joined(visitor, room).text) == "The result is shown."


def test_every_control_has_a_name_the_focus_can_come_back_to(visitor: Visitor, room: LiveRoom) -> None:
    page = joined(visitor, room).text
    controls = re.findall(r'<(?:input|button)(?! type="hidden")[^>]*>', page)
    assert len(controls) == 4
    assert all(" id=" in each for each in controls)


def test_without_a_script_no_page_goes_away_while_somebody_answers(visitor: Visitor, room: LiveRoom) -> None:
    """A link is there instead; what was answered may still be changed."""
    reload = f'<noscript><p><a class="button" href="/r/{room.code}">Reload</a></p></noscript>'
    page = joined(visitor, room)
    visitor.post(f"/r/{room.code}/vote", fields(page, "a"))
    refused = visitor.post(f"/r/{room.code}/vote", fields(page, "z"))
    for shown in (page, joined(visitor, room), refused):
        assert REFRESH not in shown.text and reload in shown.text
    room.act(Act.CLOSE)
    assert REFRESH in joined(visitor, room).text


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_who_opens_a_refused_answer_begins_at_what_is_wrong(
    visitor: Visitor, room: LiveRoom, lang: str
) -> None:
    sent = visitor.post(f"/r/{room.code}/vote?lang={lang}", fields(joined(visitor, room), "z"))
    assert re.search(r'<p id="told" class="wrong" tabindex="-1" autofocus>', sent.text)
