"""The HTML a browser receives for a page's address, in the language the address asks for.

Streamlit ships one English index.html. It is read once and given out per page with the
right language and title, our style sheet and script, and without what is not used here.
"""

import base64
import hashlib
import html
import importlib.util
import re
from collections.abc import Mapping
from pathlib import Path

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from narabe.charts.theme import light_colours
from narabe.model.text import Lang, Text

ASSETS = Path(__file__).resolve().parents[1] / "ui" / "static"
NO_SCRIPT = Text("このページの表示には JavaScript が必要です。", "JavaScript is needed to show this page.")
NOT_FOUND = Text("このアドレスのページはありません。", "There is no page at this address.")
BACK = Text("ホームへ", "Go to the home page")


def _streamlit_index() -> str:
    package = importlib.util.find_spec("streamlit")
    if package is None or package.origin is None:
        raise RuntimeError("streamlit is not installed")
    return (Path(package.origin).parent / "static" / "index.html").read_text(encoding="utf-8")


INDEX = _streamlit_index()
# Named in the content security policy, so that the page's own inline script may run.
INLINE_SCRIPT_HASHES = tuple(
    f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
    for code in re.findall(r"<script>(.*?)</script>", INDEX, re.DOTALL)
)


def document(title: Text, lang: Lang) -> str:
    """Streamlit's page with our language, title, style and script."""
    text = INDEX.replace('<html lang="en">', f'<html lang="{lang}">')
    text = re.sub(r"<title>.*?</title>", f"<title>{_full_title(title, lang)}</title>", text)
    text = re.sub(
        r"<noscript>.*?</noscript>",
        f"<noscript>{NO_SCRIPT.in_(lang)}</noscript>",
        text,
        flags=re.DOTALL,
    )
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r'<link rel="service-desc"[^>]*>', "", text)  # its address is closed
    text = re.sub(r'<link\s+rel="preload"[^>]*SourceSans[^>]*>', "", text)  # font not used
    text = text.replace("./favicon.png", "./assets/icon.png")
    return text.replace("<script>", f"{_own_tags()}<script>", 1)


def routes(pages: Mapping[str, Text]) -> list[BaseRoute]:
    """One route per page, then the answer for any other single-word address."""
    register_url_convertor("word", _Word())
    return [*(_page(address, title) for address, title in pages.items()), _missing()]


def not_found(what: Text, lang: Lang, root: str = "./") -> HTMLResponse:
    """A plain page that says what is not there; `root` is the way to the first page."""
    home = root if lang == "ja" else f"{root}?lang={lang}"
    body = (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_full_title(what, lang)}</title>"
        f'<link rel="stylesheet" href="{root}assets/style.css"><main class="narabe-plain">'
        f'<h1>{html.escape(what.in_(lang))}</h1><p><a href="{home}">{BACK.in_(lang)}</a></p></main>'
    )
    return HTMLResponse(body, status_code=404)


def assets() -> Mount:
    """Style sheet, script and icon."""
    return Mount("/assets", StaticFiles(directory=ASSETS), name="assets")


def _page(address: str, title: Text) -> Route:
    ready = {lang: document(title, lang) for lang in ("ja", "en")}

    def answer(request: Request) -> HTMLResponse:
        lang = _asked_language(request)
        return HTMLResponse(ready[lang], headers={"cache-control": "no-cache"})

    return Route(f"/{address}", answer)


def _missing() -> Route:
    def answer(request: Request) -> HTMLResponse:
        return not_found(NOT_FOUND, _asked_language(request))

    return Route("/{address:word}", answer)


def _asked_language(request: Request) -> Lang:
    return "en" if request.query_params.get("lang") == "en" else "ja"


def _full_title(title: Text, lang: Lang) -> str:
    return html.escape(f"{title.in_(lang)} — Narabe")


def _own_tags() -> str:
    """Links to our files; the mark after `?` changes with their bytes, so caches never lag."""

    def mark(name: str) -> str:
        return hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:8]

    return (
        f'<link rel="stylesheet" href="./assets/style.css?{mark("style.css")}">'
        f'<script src="./assets/page.js?{mark("page.js")}"></script>'
        f'<style media="print">{_paper_colours()}</style>'
    )


def _paper_colours() -> str:
    """Charts drawn for a dark screen in the colours of the light palette."""
    return "".join(
        f'svg.marks [{part}="{dark}" i]{{{part}:{light}}}'
        for dark, light in light_colours().items()
        for part in ("fill", "stroke")
    )


class _Word(Convertor[str]):
    """A single-word address; files (with a dot) and sign-in go on to Streamlit."""

    regex = "(?!oauth2callback)[A-Za-z0-9_-]+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value
