"""A browser without a screen, called straight on the application: cookies, forms, and event streams."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import unquote, urlencode, urlsplit

from starlette.types import ASGIApp, Message

HOST = "city.example"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def header(self, name: str) -> str:
        """All values of a header."""
        return ", ".join(value for each, value in self.headers if each == name)


@dataclass
class Visitor:
    """Keeps the cookies it is given and sends them to the paths they are for."""

    app: ASGIApp
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, tuple[str, str]] = field(default_factory=dict)

    def get(self, address: str, **headers: str) -> Answer:
        return asyncio.run(self._asked("GET", address, b"", headers))

    def post(
        self, address: str, fields: Any, origin: str | None = f"http://{HOST}", **headers: str
    ) -> Answer:
        """Send a form; `origin` is what the browser says of the page it stood on."""
        sent = {"content-type": "application/x-www-form-urlencoded"} | ({"origin": origin} if origin else {})
        return asyncio.run(self._asked("POST", address, urlencode(fields, True).encode(), sent | headers))

    @asynccontextmanager
    async def listening(self, address: str) -> AsyncIterator[asyncio.Queue[str]]:
        """An event stream, part by part; the line is cut at the end."""
        parts: asyncio.Queue[str] = asyncio.Queue()
        gone = asyncio.Event()

        async def send(message: Message) -> None:
            if message["type"] == "http.response.body":
                parts.put_nowait(message["body"].decode())

        async def receive() -> Message:
            await gone.wait()
            return {"type": "http.disconnect"}

        running = asyncio.ensure_future(self.app(self._scope("GET", address, {}), receive, send))
        try:
            yield parts
        finally:
            gone.set()
            await asyncio.wait_for(running, 5)

    async def _asked(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> Answer:
        messages: list[Message] = []
        sent = False

        async def receive() -> Message:
            nonlocal sent
            if sent:
                return {"type": "http.disconnect"}
            sent = True
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            messages.append(message)

        await self.app(self._scope(method, address, headers), receive, send)
        begun = messages[0]
        told = [(name.decode(), value.decode("latin-1")) for name, value in begun["headers"]]
        self._keep([value for name, value in told if name == "set-cookie"])
        return Answer(begun["status"], told, b"".join(each.get("body", b"") for each in messages[1:]))

    def _scope(self, method: str, address: str, headers: dict[str, str]) -> dict[str, Any]:
        split = urlsplit(address)
        said = {"host": HOST} | self.headers | headers
        cookies = "; ".join(
            f"{name}={value}" for name, (value, path) in self.cookies.items() if split.path.startswith(path)
        )
        if cookies:
            said["cookie"] = cookies
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(split.path),
            "raw_path": split.path.encode(),
            "root_path": "",
            "query_string": split.query.encode(),
            "headers": [
                (name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in said.items()
            ],
        }

    def _keep(self, given: list[str]) -> None:
        for line in given:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = (morsel.value, morsel["path"])
