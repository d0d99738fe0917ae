"""Uploads pass only while imports are open, and only up to what the browser may bring."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from narabe.doors.gate import Gate

UPLOAD = "/_stcore/upload_file/session/file"
OPEN = "imports_open = true\nbrowser_megabytes = 2\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    monkeypatch.setattr("narabe.settings.SETTINGS_FILE", path)
    return path


def status(path: str, method: str = "PUT", length: str | None = None) -> int:
    """The status the gate answers with; 200 stands for what is behind it."""
    sent: list[dict[str, Any]] = []

    async def behind(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    headers = [] if length is None else [(b"content-length", length.encode())]
    scope = {"type": "http", "path": path, "method": method, "headers": headers}
    asyncio.run(Gate(behind)(scope, receive, send))  # type: ignore[arg-type]
    return int(sent[0]["status"])


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", [UPLOAD, f"/intake{UPLOAD}"])
def test_uploads_follow_the_settings(file: Path, path: str, method: str) -> None:
    file.write_text(OPEN)
    assert status(path, method, "1000") == 200
    file.write_text("imports_open = false\n")
    assert status(path, method, "1000") == 404


def test_settings_that_cannot_be_read_close_the_upload(file: Path) -> None:
    file.write_text("imports_open = ")
    assert status(UPLOAD, length="1") == 404


@pytest.mark.parametrize(
    ("length", "answer"),
    [("2000000", 200), ("2050000", 200), ("2200000", 413), ("60000000", 413), ("a lot", 413), (None, 200)],
)
def test_a_file_too_large_is_turned_away_before_it_is_read(
    file: Path, length: str | None, answer: int
) -> None:
    """A form adds some bytes to a file of just the size allowed; without a length Streamlit's own limit counts."""
    file.write_text(OPEN)
    assert status(UPLOAD, length=length) == answer


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/x", "/compare/_stcore/metrics"])
def test_what_nobody_needs_stays_closed(file: Path, path: str) -> None:
    file.write_text(OPEN)
    assert status(path, "GET") == 404


def test_pages_pass(file: Path) -> None:
    assert status("/intake", "GET") == 200
