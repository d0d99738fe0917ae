"""The browser's own printing, and the view taken away as a file."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pptx import Presentation
from pypdf import PdfReader

from narabe.charts.theme import LIGHT, light_colours
from tests.browser.looking import LANGUAGES, in_language

VIEW = "/compare?q=service_use&c=net2021&c=net2025"
A4_LANDSCAPE = (842, 595)  # points
# Words of navigation, switches, choices, downloads, folded parts and links.
CONTROLS = {
    "ja": ("1枚にする", "English", "図だけを大きく表示", "比較する対象", "表で見る", "CSV", "市の取組", "分母とする人数"),
    "en": ("One page", "日本語", "Chart only, large", "Side by side", "Table and downloads", "CSV", "City services"),
}  # fmt: skip
SAME_GLYPH = str.maketrans({"〜": "～", "‧": "・"} | dict.fromkeys("‐‑‒–—―−", "-"))
ALERT = '[data-testid="stAlert"] [data-testid="stMarkdownContainer"]'
FOOTER = ".st-key-narabe-footer"


def squeezed(text: str) -> str:
    """Without spaces, and with characters that share a glyph told apart no more: a browser prints ⽬ for 目."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text.translate(SAME_GLYPH)))


def printed(page: Page) -> PdfReader:
    """What the browser prints, in the size the page asks for."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(document: PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in document.pages))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_printing_gives_the_view_without_its_controls(opened: Callable[..., Page], lang: str) -> None:
    page = opened(in_language(VIEW, lang))
    wanted = [
        page.get_by_role("heading", level=1).inner_text(),
        page.locator(".st-key-narabe-answer").inner_text(),
        page.locator(FOOTER).inner_text(),
        *(line.inner_text() for line in page.locator(ALERT).all()),
        *(label for label in page.locator("svg.marks text").all_text_contents() if label.strip()),
    ]
    document = printed(page)
    for sheet in document.pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4_LANDSCAPE
    text = text_of(document)
    assert [words for words in wanted if squeezed(words) not in text] == []
    assert [words for words in CONTROLS[lang] if squeezed(words) in text] == []


def test_the_first_printed_page_holds_question_answer_and_chart(opened: Callable[..., Page]) -> None:
    page = opened(VIEW)
    first = squeezed(printed(page).pages[0].extract_text())
    assert squeezed(page.get_by_role("heading", level=1).inner_text()) in first
    assert "83.9%" in first and "77.6%" in first


@pytest.mark.parametrize("address", ["/", "/kpi", "/operations", "/projects", "/sources?view=register"])
def test_no_page_prints_a_button(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    page.emulate_media(media="print")
    seen = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea, summary, [role=slider], a')]
             .filter(part => part.checkVisibility({visibilityProperty: true, opacityProperty: true})
                           && part.getBoundingClientRect().height > 1)
             .map(part => part.outerHTML.slice(0, 120))"""
    )
    assert seen == []


def test_a_dark_screen_prints_as_a_light_one(opened: Callable[..., Page]) -> None:
    """Ink, ground and the colours of bars."""
    page = opened(VIEW, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(
        """() => {
             const paint = (part, name) => getComputedStyle(part)[name];
             const marks = [...document.querySelectorAll('svg.marks *')];
             return {ground: paint(document.querySelector('.stApp'), 'backgroundColor'),
                     ink: paint(document.querySelector('h1'), 'color'),
                     marks: [...new Set(marks.flatMap(mark => [paint(mark, 'fill'), paint(mark, 'stroke')]))]};
           }"""
    )
    assert colours["ground"] == "rgba(0, 0, 0, 0)"
    assert colours["ink"] == rgb(LIGHT.text)
    assert {rgb(LIGHT.text), rgb(LIGHT.grid), rgb(LIGHT.series["net2025"])} <= set(colours["marks"])
    dark = {rgb(colour) for colour, light in light_colours().items() if colour != light}
    assert dark & set(colours["marks"]) == set()


def rgb(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_page_is_taken_away_as_pdf_and_slides(opened: Callable[..., Page], lang: str) -> None:
    page = opened(in_language(VIEW, lang))
    answer = page.locator(".st-key-narabe-answer").inner_text()
    page.locator('[data-testid="stPopoverButton"]').first.click()

    name, content = taken(page, "pdf")
    assert name == f"narabe_compare_{lang}.pdf"
    sheets = PdfReader(io.BytesIO(content)).pages
    assert squeezed(answer) in squeezed(sheets[0].extract_text())
    for sheet in sheets:
        assert squeezed(page.url) in squeezed(sheet.extract_text())

    name, content = taken(page, "pptx")
    assert name == f"narabe_compare_{lang}.pptx"
    first = Presentation(io.BytesIO(content)).slides[0]
    assert answer in [shape.text_frame.text for shape in first.shapes if shape.has_text_frame]


def taken(page: Page, kind: str) -> tuple[str, bytes]:
    """Name and bytes of the view as a file; the first one waits for the worker to start."""
    with page.expect_download(timeout=60_000) as coming:
        page.locator(f'[class*="narabe-one-page-{kind}"] button').click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()
