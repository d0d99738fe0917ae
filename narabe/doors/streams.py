"""Server-sent events: a page hears at once that its room has changed, and what it may see."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.responses import StreamingResponse

from narabe.room.live_room import LiveRoom

BEAT = 15.0
"""Seconds after which a silent stream says that it lives: a page that hears nothing for longer connects again."""
COUNT_EVERY = 1.0
AGAIN_AFTER = 2000
"""Milliseconds after which a browser tries again."""
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
Told = dict[str, int | str]


def stream(
    room: LiveRoom, counting: bool = False, seen: Callable[[], Awaitable[str]] | None = None
) -> StreamingResponse:
    """Tells the number of the change at once and after every act, with what is `seen` then; with `counting` also
    how many have answered. The last thing told of a room that was thrown away is that it is gone."""
    return StreamingResponse(_told(room, counting, seen), media_type="text/event-stream", headers=HEADERS)


async def _told(
    room: LiveRoom, counting: bool, seen: Callable[[], Awaitable[str]] | None
) -> AsyncIterator[str]:
    loop, changed = asyncio.get_running_loop(), asyncio.Event()

    def tell() -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(changed.set)

    room.watch(tell)
    try:
        yield f"retry: {AGAIN_AFTER}\n\n"
        said: tuple[int, int] | None = None
        quiet = 0.0
        wait = COUNT_EVERY if counting else BEAT
        while True:
            changed.clear()
            if room.gone:
                yield _event("gone", {})
                return
            now = (room.state.change, room.moderated)
            if now != said:
                told: Told = {"change": now[0]}
                if seen:
                    told["html"] = await seen()
                yield _event("change", told)
                said, quiet = now, 0.0
            if counting:
                yield _event("count", {"joined": room.joined, "answered": room.answered(room.state.step)})
            try:
                await asyncio.wait_for(changed.wait(), wait)
            except TimeoutError:
                quiet += wait
                if quiet >= BEAT:
                    yield _event("beat", {})
                    quiet = 0.0
    finally:
        room.unwatch(tell)


def _event(name: str, told: Told) -> str:
    return f"event: {name}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n"
