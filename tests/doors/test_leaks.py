"""Before the reveal no address tells what the room answered, nor a value that is held back; afterwards they do."""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import Sequence

import pytest
from starlette.types import ASGIApp

from narabe.analyses.findings import finding
from narabe.analyses.stage import staged
from narabe.model.deck import Deck
from narabe.model.room import Act
from narabe.room.live_room import LiveRoom
from narabe.sources.decks import ready_decks
from narabe.ui import registry
from narabe.warehouse import open_live, select
from tests.doors.conftest import Opened
from tests.doors.decks import HELD_BACK, SPEECH
from tests.doors.visiting import Visitor

BAR = re.compile(r'<div class="bar([^"]*)" data-bar="([^"]+)">(.*?)</svg>', re.DOTALL)
VOTES = ("a",) * 5 + ("b",) * 2
COUNTED = ("71.4", "28.6", "28.571")
"""5 and 2 of 7, as shares and as widths of bars."""
PUBLISHED = "43.8"
"""Held back: as a label, as the width of its bar (43.800), and in the sentence that tells it."""
SHOWING = (
    "/r/{code}",
    "/r/{code}/now",
    "/r/{code}/after",
    "/r/{code}/events",
    "/wall/{code}",
    "/wall/{code}/now",
)
OTHERS = (
    *(
        "/r",
        "/r?code={code}",
        "/r/{code}/vote",
        "/wall/{code}/events",
        "/wall/{code}/steer",
        "/wall/{code}/act",
    ),
    *(
        "/healthz",
        "/room-files/listening.js",
        "/room-files/phone.js",
        "/room-files/wall.js",
        "/room-files/room.css",
        "/nothing",
        "/r/{code}/x",
    ),
)


def crew(app: ASGIApp, room: LiveRoom, key: str) -> list[Visitor]:
    """In both languages: somebody who takes part, and one who steers as well."""
    made = [Visitor(app, {"accept-language": lang}) for lang in ("ja", "ja", "en", "en")]
    for number, visitor in enumerate(made):
        visitor.get(f"/r/{room.code}")
        if number % 2:
            assert visitor.post(f"/wall/{room.code}/steer", {"key": key}).status == 303
    return made


def read(visitor: Visitor, address: str) -> str:
    return (
        asyncio.run(_listened(visitor, address)) if address.endswith("/events") else visitor.get(address).text
    )


async def _listened(visitor: Visitor, address: str) -> str:
    """What a stream tells at the beginning."""
    heard = ""
    async with visitor.listening(address) as parts:
        while "event: change" not in heard or (address.startswith("/wall") and "event: count" not in heard):
            heard += await asyncio.wait_for(parts.get(), 5)
    return "".join(
        json.loads(line.removeprefix("data: ")).get("html", line)
        for line in heard.splitlines()
        if line.startswith("data: ")
    )


def crawled(crew: list[Visitor], room: LiveRoom, addresses: Sequence[str]) -> dict[tuple[int, str], str]:
    """Everything that can be read, per visitor and address."""
    return {
        (number, address): html.unescape(read(visitor, address.format(code=room.code)))
        for number, visitor in enumerate(crew)
        for address in addresses
    }


def cast(room: LiveRoom, *options: str) -> None:
    for option in options:
        token = room.join(None)
        room.vote(token, room.state.step, room.form_token(token, room.state.step), [option])


def telling(pages: dict[tuple[int, str], str], *secrets: str) -> list[tuple[int, str, str]]:
    return [(*where, secret) for where, page in pages.items() for secret in secrets if secret in page]


@pytest.fixture
def asked(opened: Opened) -> tuple[LiveRoom, str]:
    """Seven have answered the first step."""
    room, key = opened(HELD_BACK)
    room.act(Act.OPEN)
    cast(room, *VOTES)
    return room, key


def secrets() -> tuple[str, ...]:
    """What must not be told: counts, the held value, and the finding that tells it."""
    found = finding(open_live(), "progress_beyond_age_mix")
    assert found
    assert PUBLISHED in found.headline.ja
    assert PUBLISHED in found.headline.en
    return (*COUNTED, PUBLISHED, found.headline.ja, found.headline.en)


@pytest.mark.parametrize(
    "acts", [(), (Act.CLOSE,), (Act.BLACK,), (Act.CLOSE, Act.REVEAL, Act.HIDE), (Act.END,)]
)
def test_nothing_is_told_before_the_reveal(
    app: ASGIApp, asked: tuple[LiveRoom, str], acts: tuple[Act, ...]
) -> None:
    room, key = asked
    here = crew(app, room, key)
    for act in acts:
        room.act(act)
    assert telling(crawled(here, room, (*SHOWING, *OTHERS)), *secrets(), SPEECH.ja, SPEECH.en) == []


def test_everybody_is_told_after_the_reveal(app: ASGIApp, asked: tuple[LiveRoom, str]) -> None:
    room, key = asked
    here = crew(app, room, key)
    room.act(Act.REVEAL)
    pages = crawled(here, room, SHOWING)
    *figures, ja, en = secrets()
    for (number, address), page in pages.items():
        for secret in (*figures, ja if number < 2 else en):
            assert secret in page, (number, address, secret)
    assert telling(crawled(here, room, OTHERS), *secrets()) == []
    assert telling(pages, SPEECH.ja, SPEECH.en) == []


def test_each_step_waits_for_its_own_reveal(app: ASGIApp, opened: Opened) -> None:
    """The second and third step hold back the same value: what one has shown, the other still holds."""
    room, key = opened(HELD_BACK)
    here = crew(app, room, key)
    line = HELD_BACK.steps[1].step.note
    room.act(Act.GO, 1)
    assert telling(crawled(here, room, (*SHOWING, *OTHERS)), PUBLISHED, line.ja, line.en) == []
    room.act(Act.REVEAL)
    for where, page in crawled(here, room, SHOWING).items():
        assert telling({where: page}, PUBLISHED), where
    room.act(Act.GO, 2)
    pages = crawled(here, room, [each for each in SHOWING if "after" not in each])
    assert telling(pages, PUBLISHED, line.ja, line.en) == []


def test_what_is_told_before_the_reveal_does_not_depend_on_the_answers(app: ASGIApp, opened: Opened) -> None:
    """Two rooms that answered the other way round look the same to the last letter."""
    told = []
    for votes in (VOTES, ("b",) * 5 + ("c",) * 2):
        room, key = opened(HELD_BACK)
        room.act(Act.OPEN)
        cast(room, *votes)
        room.act(Act.CLOSE)
        pages = crawled(crew(app, room, key), room, (*SHOWING, *OTHERS))
        told.append({where: _without_marks(page, room.code) for where, page in pages.items()})
    assert told[0] == told[1]


def _without_marks(page: str, code: str) -> str:
    """Without the code of the room, its picture, and what is signed."""
    plain = re.sub(r"<svg[^>]*qr.*?</svg>", "", page, flags=re.DOTALL)
    return re.sub(r"\b[0-9a-f]{32}\b", "", plain.replace(code, "CODE"))


@pytest.mark.parametrize("deck", ready_decks(), ids=lambda deck: deck.deck_id)
def test_no_ready_deck_tells_its_held_values(app: ASGIApp, opened: Opened, deck: Deck) -> None:
    """Step by step: before the reveal every held bar is a question mark on every page, and has no width anywhere."""
    room, key = opened(staged(open_live(), deck))
    here = crew(app, room, key)
    for number, staged_step in enumerate(room.deck.steps):
        room.act(Act.GO, number)
        if not staged_step.kind.holds_back:
            continue
        before = crawled(here, room, [each for each in SHOWING if "after" not in each])
        room.act(Act.REVEAL)
        after = bars(here[0].get(f"/wall/{room.code}/now").text)
        held = {bar for bar, drawn in bars(before[0, "/wall/{code}/now"]).items() if "held" in drawn}
        assert held
        assert not any("？" in after[bar] for bar in held)
        for page in before.values():
            drawn = [drawn for bar, drawn in bars(page).items() if bar in held]
            assert len(drawn) in (0, len(held))
            assert all(">？<" in each or ">?<" in each for each in drawn)
            assert not any('class="value"' in each or 'class="range"' in each for each in drawn)
        assert telling(before, staged_step.step.speech.ja, staged_step.step.speech.en) == []


def bars(page: str) -> dict[str, str]:
    """The bars of a page by their names."""
    return {name: f"{kind}{drawn}" for kind, name, drawn in BAR.findall(page)}


def test_no_page_and_no_figure_knows_of_a_room(app: ASGIApp, asked: tuple[LiveRoom, str]) -> None:
    room, _ = asked
    for address in registry.titles():
        page = Visitor(app).get(f"/{address}").text
        assert telling({(0, address): page}, room.code, *COUNTED) == []
    assert select("select count(*) from figures where origin = 'room'").rows == ((0,),)
