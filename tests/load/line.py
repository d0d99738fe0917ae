"""One kept connection to the server on raw streams, with the cookies it was given."""

from __future__ import annotations

import asyncio
import gzip
import re
import time
from dataclasses import dataclass
from urllib.parse import urlencode

GONE = (OSError, EOFError)
FIELD = re.compile(r'data-(change|step|phase|proof)="([^"]*)"')
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, with the seconds it took."""

    status: int
    headers: dict[str, str]
    body: str
    seconds: float


class Line:
    """Asks one thing after the other, as a browser does on one connection. Errors: GONE where the server went away."""

    def __init__(self, host: str) -> None:
        self.host = host
        self._cookies: dict[str, str] = {}
        self._streams: Streams | None = None

    async def ask(self, method: str, path: str, **fields: str | int) -> Answer:
        """One request on the kept connection."""
        begun = time.perf_counter()
        if self._streams and self._streams[0].at_eof():
            self.lose()
        if self._streams is None:
            self._streams = await self.connected()
        reader, writer = self._streams
        body = urlencode(fields)
        try:
            writer.write(self.head(method, path, body) + body.encode())
            status, headers = _read_head(await reader.readuntil(b"\r\n\r\n"))
            raw = await reader.readexactly(int(headers.get("content-length", "0")))
        except BaseException:
            self.lose()
            raise
        self._keep_cookie(headers)
        told = gzip.decompress(raw) if headers.get("content-encoding") == "gzip" else raw
        return Answer(status, headers, told.decode(), time.perf_counter() - begun)

    def lose(self) -> None:
        """The connection breaks."""
        if self._streams:
            self._streams[1].transport.abort()
        self._streams = None

    async def connected(self) -> Streams:
        name, port = self.host.split(":")
        return await asyncio.open_connection(name, int(port))

    def head(self, method: str, path: str, body: str = "") -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}", "Accept-Encoding: gzip", "X-Narabe: 1"]
        if self._cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self._cookies.items()))
        if method == "POST":
            lines += [
                f"Origin: http://{self.host}",
                "Content-Type: application/x-www-form-urlencoded",
                f"Content-Length: {len(body)}",
            ]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def _keep_cookie(self, headers: dict[str, str]) -> None:
        name, _, value = headers.get("set-cookie", "").split(";")[0].partition("=")
        if name:
            self._cookies[name] = value


class Facilitator:
    """Steers from the wall, with the key."""

    def __init__(self, host: str, code: str) -> None:
        self._line, self._wall = Line(host), f"/wall/{code}"
        self.leave = self._line.lose

    async def take(self, key: str) -> None:
        assert (await self._line.ask("POST", f"{self._wall}/steer", key=key)).status == 303

    async def act(self, act: str, **more: int) -> int:
        """The number of the change the act made."""
        told = dict(FIELD.findall((await self._line.ask("GET", self._wall)).body))
        said = {"act": act, "since": told["change"], "proof": told["proof"], **more}
        done = await self._line.ask("POST", f"{self._wall}/act", **said)
        assert done.status == 204, done
        return int(told["change"]) + 1


def _read_head(raw: bytes) -> tuple[int, dict[str, str]]:
    """Status and headers."""
    first, *rest = raw.decode("latin-1").split("\r\n")
    pairs = (line.partition(": ") for line in rest if line)
    return int(first.split()[1]), {name.lower(): value for name, _, value in pairs}
