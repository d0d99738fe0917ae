"""A view saved by one person, opened by another from its short address; a question in SQL in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import settled, watched
from tests.browser.looking import MAIN, clipped_texts, overflow, parameters
from tests.browser.test_accessibility import violations

VIEWS = ".st-key-narabe-views"
ENDLESS = "with recursive a as (select 1 as x union all select x + 1 from a) select max(x) from a"


@pytest.fixture(params=[390, 1280])
def page(browser: Browser, own_server: tuple[str, Path], request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone, and an office PC."""
    with watched(browser, own_server[0], request.param) as page:
        yield page


def words(page: Page) -> str:
    """What the page says, without what stands behind the button of views."""
    return (
        page.locator(f"{MAIN} h1, {MAIN} .st-key-narabe-answer, {MAIN} svg.marks text")
        .all_inner_texts()
        .__str__()
    )


def test_a_short_link_in_a_fresh_session_shows_the_same_view(
    page: Page, browser: Browser, own_server: tuple[str, Path]
) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.goto("/compare?q=fears&c=net2021&large=true&lang=en")
    settled(page)
    page.get_by_role("button", name="Views").click()
    settled(page)
    page.get_by_label("Name of the view").fill(f"不安 {width} <b>x</b>")
    page.get_by_label("Department").fill("市民課")
    page.get_by_label("Written by").fill("佐藤")
    page.get_by_role("button", name="Save this view").click()
    settled(page)
    expect(page.locator(f"{VIEWS} [data-testid='stAlertContentSuccess']")).to_be_visible()
    link = page.locator(f"{VIEWS} [data-testid='stCode'] code").inner_text().strip()
    assert urlsplit(link).path.startswith("/v/") and overflow(page) <= 0 and clipped_texts(page) == []
    assert violations(page) == []
    with watched(browser, own_server[0], width) as another:
        another.goto(f"{link}?lang=en")
        settled(another)
        assert urlsplit(another.url).path == "/compare"
        assert parameters(another) == parameters(page)
        assert words(another) == words(page)
        another.get_by_role("button", name="Views").click()
        settled(another)
        assert f"不安 {width} <b>x</b>" in another.locator(VIEWS).inner_text()
        another.locator("a.narabe-view").first.click()
        settled(another)
        assert urlsplit(another.url).path == "/compare" and words(another) == words(page)


def test_a_query_runs_by_keyboard_and_can_be_cancelled(page: Page) -> None:
    page.goto("/explore?view=sql")
    settled(page)
    statement = page.get_by_label("問い合わせ（SELECT 文）")
    statement.fill(ENDLESS)
    statement.press("Control+Enter")
    page.get_by_role("button", name="取り消す").click()
    settled(page)
    expect(page.get_by_text("問い合わせを取り消しました。")).to_be_visible()
    statement.fill("select kind, count(*) as figures from figures group by all order by 2 desc")
    statement.press("Control+Enter")
    expect(page.locator(f"{MAIN} .st-key-narabe-answer")).to_contain_text("結果は")
    settled(page)
    assert parameters(page)["view"] == ["sql"] and "group by all" in parameters(page)["sql"][0]
    assert page.locator("svg.marks").count() == 1 and overflow(page) <= 0
