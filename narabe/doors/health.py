"""/healthz: is the server up, and which figures does it serve."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


def route(build_id: Callable[[], str]) -> Route:
    # A plain function runs in a thread; asking for the build may touch a file.
    def healthz(_request: Request) -> JSONResponse:
        answer = {"status": "ok", "build": build_id()}
        return JSONResponse(answer, headers={"cache-control": "no-store"})

    return Route("/healthz", healthz)
