"""Plain routes beside the pages, and the rules every answer follows."""

from collections.abc import Callable, Mapping

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from narabe.doors import documents, health
from narabe.doors.gate import Gate
from narabe.doors.headers import SafeHeaders
from narabe.model.text import Text

# Outermost first: the headers also stand on what the gate refuses.
MIDDLEWARE = (Middleware(SafeHeaders), Middleware(Gate))


def routes(pages: Mapping[str, Text], build_id: Callable[[], str]) -> list[BaseRoute]:
    """All doors. `pages` maps each page's address (without "/") to its title."""
    return [health.route(build_id), documents.assets(), *documents.routes(pages)]
