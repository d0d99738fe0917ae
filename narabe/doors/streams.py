"""Server-sent events: a page hears at once that its room has changed, and fetches what it may see."""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import StreamingResponse

from narabe.room.live_room import LiveRoom

BEAT = 15.0
"""Seconds after which a silent stream says that it lives: a phone notices a lost network by it."""
COUNT_EVERY = 1.0
AGAIN_AFTER = 2000
"""Milliseconds after which a browser tries again."""
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}


def stream(request: Request, room: LiveRoom, counting: bool) -> StreamingResponse:
    """Tells the number of the change at once and after every act; with `counting` how many have answered, too."""
    return StreamingResponse(_told(request, room, counting), media_type="text/event-stream", headers=HEADERS)


async def _told(request: Request, room: LiveRoom, counting: bool) -> AsyncIterator[str]:
    loop, changed = asyncio.get_running_loop(), asyncio.Event()

    def told() -> None:
        loop.call_soon_threadsafe(changed.set)

    room.watch(told)
    try:
        yield f"retry: {AGAIN_AFTER}\n\n"
        said: tuple[int, int] | None = None
        quiet = 0.0
        wait = COUNT_EVERY if counting else BEAT
        while True:
            changed.clear()
            now = (room.state.change, room.moderated)
            if now != said:
                yield _event("change", {"change": now[0]})
                said, quiet = now, 0.0
            if counting:
                yield _event("count", {"joined": room.joined, "answered": room.answered(room.state.step)})
            try:
                await asyncio.wait_for(changed.wait(), wait)
            except TimeoutError:
                quiet += wait
                if quiet >= BEAT:
                    yield ": \n\n"
                    quiet = 0.0
    finally:
        room.unwatch(told)


def _event(name: str, told: dict[str, int]) -> str:
    return f"event: {name}\ndata: {json.dumps(told)}\n\n"
