"""Plain pages of our own: templates that escape everything, and the few files they need."""

import hashlib
from functools import cache
from pathlib import Path

import jinja2
from starlette.responses import HTMLResponse
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from narabe.model.text import Lang, Text
from narabe.words import room_page_sentences as say

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
FRESH = {"cache-control": "no-store"}
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


def files() -> Mount:
    """Style sheets and scripts of these pages."""
    return Mount("/room-files", StaticFiles(directory=STATIC), name="room-files")


@cache
def _address(name: str) -> str:
    """Where a file lies; the mark after `?` changes with its bytes."""
    mark = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]
    return f"/room-files/{name}?{mark}"
