"""Plain routes beside the pages, and the rules every answer follows."""

from collections.abc import Callable, Mapping

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from narabe.desk.rooms import hall
from narabe.doors import documents, health, short, templating
from narabe.doors.gate import Gate
from narabe.doors.headers import SafeHeaders
from narabe.doors.open_data import Away, OpenData, here
from narabe.doors.phone import Phones
from narabe.doors.showing import Showing
from narabe.doors.wall import Walls
from narabe.model.text import Text
from narabe.warehouse import open_live

# Outermost first: the headers also stand on what the gate refuses.
MIDDLEWARE = (Middleware(SafeHeaders), Middleware(Gate))


def routes(pages: Mapping[str, Text], build_id: Callable[[], str], away: Away = here) -> list[BaseRoute]:
    """All doors. `pages` maps each page's address (without "/") to its title; `away` does elsewhere what takes long."""
    showing = Showing(open_live)
    return [
        health.route(build_id),
        documents.assets(),
        templating.files(),
        short.route(),
        *Phones(hall, showing).routes(),
        *Walls(hall, showing).routes(),
        *OpenData(open_live, away).routes(),
        *documents.routes(pages),
    ]
