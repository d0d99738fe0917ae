"""Addresses that Streamlit opens by itself and that nobody here needs."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from narabe.settings import limits, openness

CLOSED = (
    "/_stcore/metrics",  # process figures, public by default
    "/_stcore/agent",  # remote control of sessions
)
UPLOAD = "/_stcore/upload_file"  # what is sent there stays in memory until a page takes it
MANTLE = 100_000  # bytes that a form puts around a file


class Gate:
    """Answers 404 for closed addresses, whatever the method; 413 for a file larger than the browser may bring."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = _refused(scope) if scope["type"] == "http" else None
        if status is None:
            await self.app(scope, receive, send)
        else:
            said = "Not found" if status == 404 else "Too large"
            await PlainTextResponse(said, status_code=status)(scope, receive, send)


def _refused(scope: Scope) -> int | None:
    """The status to answer with instead of what the address would do."""
    if any(shut in scope["path"] for shut in CLOSED):
        return 404
    if UPLOAD not in scope["path"]:
        return None
    if not openness().imports_open:
        return 404
    size = Headers(scope=scope).get("content-length", "0")
    most = limits().browser_megabytes * 10**6 + MANTLE
    return 413 if not size.isdigit() or int(size) > most else None
