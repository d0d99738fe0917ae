"""Plain pages of our own: templates that escape everything, and the few files they need."""

import hashlib
from functools import cache
from pathlib import Path

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from narabe.model.text import Lang, Text
from narabe.words import room_page_sentences as say

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
FRESH = {"cache-control": "no-store"}
FOR_GOOD = {"cache-control": "public, max-age=31536000, immutable"}
"""The address of a file changes with its bytes."""
TYPES = {".css": "text/css", ".js": "text/javascript"}
_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def rendered(template: str, lang: Lang, **given: object) -> str:
    """A template filled; `t` in it turns a Text into the language of the page."""

    def words(text: Text) -> str:
        return text.in_(lang)

    return _templates.get_template(template).render(t=words, lang=lang, say=say, file=_address, **given)


def page(template: str, lang: Lang, status: int = 200, **given: object) -> HTMLResponse:
    """The same as an answer that no cache keeps."""
    return HTMLResponse(rendered(template, lang, **given), status_code=status, headers=FRESH)


def files() -> Route:
    """Style sheets and scripts of these pages, kept in memory: hundreds of phones ask for them at once."""

    async def answer(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _files():
            return Response(status_code=404)
        return Response(_files()[name], media_type=TYPES[Path(name).suffix], headers=FOR_GOOD)

    return Route("/room-files/{name}", answer)


@cache
def _files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in STATIC.iterdir() if path.suffix in TYPES}


@cache
def _address(name: str) -> str:
    """Where a file lies; the mark after `?` changes with its bytes."""
    return f"/room-files/{name}?{hashlib.sha256(_files()[name]).hexdigest()[:8]}"
