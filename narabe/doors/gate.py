"""Addresses that Streamlit opens by itself and that nobody here needs."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

CLOSED = (
    "/_stcore/metrics",  # process figures, public by default
    "/_stcore/agent",  # remote control of sessions
    "/_stcore/upload_file",  # no page takes files; stored ones would stay in memory
)


class Gate:
    """Answers 404 for closed addresses, whatever the method."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and any(shut in scope["path"] for shut in CLOSED):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)
