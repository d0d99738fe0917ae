"""Writing on a page in a real browser: what a person types stays words, on any screen, however they click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from narabe.ledger import Remarks
from tests.browser.conftest import settled, watched
from tests.browser.looking import clipped_texts, overflow

ADDRESS = "/sources?view=register&entry=d02"
NASTY = (
    "<script>document.title='x'</script><img src=x onerror=\"document.title='x'\"> **太字** "
    "[a](javascript:alert(1)) :red[赤] $x$ " + "w" * 200
)


@pytest.fixture(params=[390, 1280])
def page(browser: Browser, own_server: tuple[str, Path], request: pytest.FixtureRequest) -> Iterator[Page]:
    """The register at one entry, on a phone and on an office PC."""
    with watched(browser, own_server[0], request.param) as page:
        page.goto(ADDRESS)
        yield settled(page)


def test_words_stay_words_and_two_clicks_write_once(page: Page, own_server: tuple[str, Path]) -> None:
    body = f"{page.viewport_size['width'] if page.viewport_size else 0} {NASTY}"
    page.get_by_text("回答を書く").click()
    page.get_by_label("回答", exact=True).fill(body)
    page.get_by_label("担当課", exact=True).fill("<b>市民課</b>")
    page.get_by_label("記入者", exact=True).fill("**佐藤**")
    page.get_by_role("button", name="書き込む").dblclick()
    settled(page)
    page.get_by_text("書き込みました。").wait_for()
    shown = page.get_by_test_id("stText").filter(has_text=body[:40])
    assert shown.count() == 1
    assert shown.inner_text() == body
    drawn = shown.locator("script, img, a, strong, b, span.katex, svg").count()
    assert drawn == 0
    assert page.get_by_test_id("stText").filter(has_text="<b>市民課</b>").first.is_visible()
    assert page.title() != "x"
    assert overflow(page) <= 0 and clipped_texts(page) == []
    assert [remark.body for remark in Remarks(own_server[1]).on("register:d02")].count(body) == 1
