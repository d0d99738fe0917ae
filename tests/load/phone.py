"""A phone without a browser: what the page, its script and its event stream ask of the server."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

from tests.load.line import FIELD, GONE, Answer, Line

HIDDEN = re.compile(r'name="(step|proof)" value="([^"]*)"')
CHOSEN = re.compile(r'value="([^"]*)"\s+checked')
FILE = re.compile(r'(?:href|src)="(/room-files/[^"]+)"')
LONGEST_WAIT = 30
AGAIN_AFTER = 0.2


class Phone:
    """Takes part in one room. `seen` maps each change to the moment its fragment stood on the phone."""

    def __init__(self, host: str, code: str) -> None:
        self._address = f"/r/{code}"
        self._line = Line(host)
        self.fragment = ""
        self.seen: dict[int, float] = {}
        self._shown = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None
        self._events: asyncio.StreamWriter | None = None

    async def join(self) -> Answer:
        """Open the page, with its style sheet and script."""
        page = await self._line.ask("GET", self._address)
        self._show(page.body)
        for file in FILE.findall(page.body):
            await self._line.ask("GET", file)
        return page

    async def vote(self, option: str) -> Answer:
        """Send an answer with the form as it stands on the phone."""
        fields = dict(HIDDEN.findall(self.fragment)) | {"answer": option}
        answer = await self._line.ask("POST", f"{self._address}/vote", **fields)
        if answer.status == 200:
            self._show(answer.body)
        return answer

    async def look(self) -> None:
        """Fetch what stands there now."""
        self._show((await self._line.ask("GET", f"{self._address}/now")).body)

    def chosen(self) -> list[str]:
        """What the form on the phone shows as chosen."""
        return CHOSEN.findall(self.fragment)

    def listen(self) -> None:
        """Hear of changes from now on, connecting again whenever the line is lost."""
        self._listening = asyncio.create_task(self._listen())

    async def heard(self, change: int) -> float:
        """The moment the fragment of this change, or of a later one, stood on the phone."""
        async with asyncio.timeout(LONGEST_WAIT):
            while not (moments := [when for seen, when in self.seen.items() if seen >= change]):
                self._shown.clear()
                await self._shown.wait()
        return min(moments)

    def lose_the_line(self) -> None:
        """Wi-Fi is gone: every connection breaks. What comes next is as good as new."""
        if self._events:
            self._events.transport.abort()
        self._line.lose()
        self.fragment = ""
        self.seen.clear()

    async def switch_off(self) -> None:
        if self._listening:
            self._listening.cancel()
            with suppress(asyncio.CancelledError):
                await self._listening
        self.lose_the_line()

    async def _listen(self) -> None:
        while True:
            with suppress(*GONE):
                async for told in self._told():
                    await self._hear(told)
            await asyncio.sleep(AGAIN_AFTER)

    async def _hear(self, told: dict[str, Any]) -> None:
        """As the script does: what came along, else what is fetched."""
        if "html" in told:
            self._show(told["html"])
        else:
            await self.look()

    async def _told(self) -> AsyncIterator[dict[str, Any]]:
        """Changes as the event stream tells them."""
        reader, self._events = await self._line.connected()
        self._events.write(self._line.head("GET", f"{self._address}/events"))
        event = ""
        try:
            await reader.readuntil(b"\r\n\r\n")
            while line := (await reader.readline()).decode():
                if line.startswith("event: "):
                    event = line.removeprefix("event: ").strip()
                elif line.startswith("data: ") and event == "change":
                    yield json.loads(line.removeprefix("data: "))
        finally:
            self._events.transport.abort()

    def _show(self, html: str) -> None:
        stands = dict(FIELD.findall(html))
        if "change" in stands:
            self.fragment = html
            self.seen.setdefault(int(stands["change"]), time.perf_counter())
            self._shown.set()
