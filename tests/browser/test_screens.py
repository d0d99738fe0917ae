"""Each page on a phone, an office PC and a projector, in both languages: nothing overflows, nothing is cut off.

Console errors and requests to other hosts fail every test of this folder through `watch`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.looking import (
    LANGUAGES,
    VIEWS,
    WIDTHS,
    clipped_in_charts,
    clipped_texts,
    in_language,
    overflow,
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_overflows_or_is_cut_off(
    open_page: Callable[..., Page], settled: Callable[[Page], Page], lang: str
) -> None:
    """One window per language, resized: pages are loaded cold on the phone and must follow the window."""
    faults: list[str] = []
    page = open_page(width=390, height=WIDTHS[390])
    for view in VIEWS:
        page.set_viewport_size({"width": 390, "height": WIDTHS[390]})
        page.goto(in_language(view, lang), wait_until="domcontentloaded")
        settled(page)
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            if width != 390:
                settled(page)
            where = f"{view} {width}px {lang}"
            if (wider := overflow(page)) > 0:
                faults.append(f"{where}: {wider} px too wide")
            faults += [f"{where}: {line}" for line in clipped_in_charts(page) + clipped_texts(page)]
    assert faults == [], "\n" + "\n".join(faults)


@pytest.mark.parametrize(("width", "lang"), [(390, "en"), (1280, "ja"), (1920, "en")])
def test_a_page_loaded_at_its_width_fits(
    opened: Callable[..., Page], settled: Callable[[Page], Page], width: int, lang: str
) -> None:
    """The busiest view, loaded cold at each width, with every fold open."""
    page = opened(
        in_language("/compare?q=service_use&c=net2021&c=net2025", lang), width=width, height=WIDTHS[width]
    )
    for fold in page.locator('[data-testid="stExpander"] summary').all():
        fold.click()
    settled(page)
    assert overflow(page) == 0
    faults = clipped_in_charts(page) + clipped_texts(page)
    assert faults == [], "\n" + "\n".join(faults)


def test_charts_follow_the_dark_theme(opened: Callable[..., Page]) -> None:
    """Dark ink on the dark ground would be unreadable: every label is lighter than the middle."""
    page = opened("/kpi", color_scheme="dark")
    inks = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg text')]
             .filter(text => text.getAttribute('stroke') === null)
             .map(text => text.getAttribute('fill')))]"""
    )
    assert inks
    assert [ink for ink in inks if sum(bytes.fromhex(ink[1:])) < 3 * 0x80] == []
