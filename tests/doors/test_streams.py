"""Event streams: told at once and after every act, alive in silence, gone when the listener is."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable

import pytest

from narabe.desk.rooms import hall
from narabe.doors import streams
from narabe.model.room import Act
from narabe.room.live_room import LiveRoom
from tests.doors.decks import SINGLE
from tests.doors.test_phone import fields, joined
from tests.doors.visiting import Visitor

Parts = asyncio.Queue[str]


async def told(parts: Parts, name: str) -> dict:
    """The next event of this name, within a second."""
    async with asyncio.timeout(1):
        while True:
            part = await parts.get()
            if part.startswith(f"event: {name}\n"):
                assert part.endswith("\n\n")
                return json.loads(part.removeprefix(f"event: {name}\ndata: "))


def heard(visitor: Visitor, address: str, listen: Callable[[Parts], Awaitable[None]]) -> None:
    async def run() -> None:
        async with visitor.listening(address) as parts:
            await listen(parts)

    asyncio.run(run())


def test_a_phone_hears_every_act_with_what_it_may_see(visitor: Visitor, room: LiveRoom) -> None:
    page = joined(visitor, room)
    visitor.post(f"/r/{room.code}/vote", fields(page, "c"))

    async def listen(parts: Parts) -> None:
        assert await parts.get() == "retry: 2000\n\n"
        first = await told(parts, "change")
        assert first["change"] == room.state.change
        assert re.search(r'value="c"\s+checked', first["html"])
        for act in (Act.CLOSE, Act.OPEN, Act.LOCK):
            begun = time.monotonic()
            await asyncio.to_thread(room.act, act)
            heard = await told(parts, "change")
            assert time.monotonic() - begun < 1
            assert heard["change"] == room.state.change
            assert f'data-change="{room.state.change}" data-phase="{room.state.phase()}"' in heard["html"]

    heard(visitor, f"/r/{room.code}/events", listen)


def test_what_is_pushed_is_what_a_reload_shows(visitor: Visitor, room: LiveRoom) -> None:
    joined(visitor, room)
    pushed = []

    async def listen(parts: Parts) -> None:
        pushed.append((await told(parts, "change"))["html"])

    heard(visitor, f"/r/{room.code}/events", listen)
    assert pushed == [visitor.get(f"/r/{room.code}/now").text]


def test_who_has_not_joined_hears_the_number_alone(visitor: Visitor, room: LiveRoom) -> None:
    async def listen(parts: Parts) -> None:
        assert await told(parts, "change") == {"change": room.state.change}

    heard(visitor, f"/r/{room.code}/events", listen)
    assert room.joined == 0


def test_a_phone_that_listens_has_joined(visitor: Visitor, room: LiveRoom) -> None:
    """The second contact: its browser kept the cookie."""
    joined(visitor, room)
    assert room.joined == 0

    async def listen(parts: Parts) -> None:
        await told(parts, "change")

    heard(visitor, f"/r/{room.code}/events", listen)
    assert room.joined == 1


def test_a_wall_hears_how_many_answered(visitor: Visitor, room: LiveRoom) -> None:
    async def listen(parts: Parts) -> None:
        assert await told(parts, "change") == {"change": room.state.change}
        assert await told(parts, "count") == {"joined": 0, "answered": 0}
        token = room.join(None)
        await asyncio.to_thread(room.vote, token, SINGLE, room.form_token(token, SINGLE), ["a"])
        await asyncio.sleep(streams.COUNT_EVERY)
        assert await told(parts, "count") == {"joined": 1, "answered": 1}

    heard(visitor, f"/wall/{room.code}/events", listen)


def test_silence_is_told_from_a_lost_line(
    visitor: Visitor, room: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "BEAT", 0.05)

    async def listen(parts: Parts) -> None:
        await told(parts, "change")
        assert await told(parts, "beat") == {}
        assert await told(parts, "beat") == {}

    heard(visitor, f"/r/{room.code}/events", listen)


@pytest.mark.parametrize("door", ["r", "wall"])
def test_nobody_watches_once_the_listener_is_gone(visitor: Visitor, room: LiveRoom, door: str) -> None:
    async def listen(parts: Parts) -> None:
        await told(parts, "change")
        assert len(room._watchers) == 1

    heard(visitor, f"/{door}/{room.code}/events", listen)
    assert room._watchers == []


def test_an_act_is_told_although_one_listener_vanished_without_a_word(
    visitor: Visitor, room: LiveRoom
) -> None:
    """A loop that ended before its stream did: the others hear of the act all the same."""
    loop = asyncio.new_event_loop()
    vanished = streams._told(room, False, None)
    loop.run_until_complete(anext(vanished))
    loop.close()
    assert len(room._watchers) == 1
    room.act(Act.CLOSE)
    assert room.state.change == 2


@pytest.mark.parametrize("door", ["r", "wall"])
def test_whoever_listens_hears_that_the_room_is_gone(visitor: Visitor, room: LiveRoom, door: str) -> None:
    joined(visitor, room)

    async def listen(parts: Parts) -> None:
        await told(parts, "change")
        await asyncio.to_thread(hall().throw_away, room)
        assert await told(parts, "gone") == {}

    heard(visitor, f"/{door}/{room.code}/events", listen)
    assert room._watchers == []
    page = visitor.get(f"/{door}/{room.code}")
    assert page.status == 404 and "There is no session with this code." in page.text
    assert visitor.get(f"/{door}/{room.code}/events").status == 204


def test_an_address_of_no_room_tells_the_browser_to_stop(visitor: Visitor) -> None:
    assert visitor.get("/wall/ZZZZZZ/events").status == 204
