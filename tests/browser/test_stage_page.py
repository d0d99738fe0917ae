"""The stage in a real browser: from the deck to the wall without the key in any address, steered by page and keyboard."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Watch, settled
from tests.browser.looking import clipped_texts, overflow
from tests.browser.serving import serving
from tests.browser.test_accessibility import violations


@pytest.fixture(scope="module")
def own(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a store of its own."""
    folder = tmp_path_factory.mktemp("stage") / "store"
    shutil.copytree(store, folder)
    with serving(folder) as address:
        yield address


@pytest.fixture(params=[390, 1280, 1920])
def context(browser: Browser, own: str, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    made = browser.new_context(
        base_url=own,
        viewport={"width": request.param, "height": 900},
        locale="ja-JP",
        reduced_motion="reduce",
    )
    watch = Watch(urlsplit(own).netloc)
    made.on("page", watch.over)
    yield made
    made.close()
    watch.assert_quiet()


@pytest.fixture
def steering(context: BrowserContext) -> Page:
    """The page of a room just opened."""
    page = context.new_page()
    page.goto("/stage", wait_until="domcontentloaded")
    settled(page).get_by_role("button", name="会場を開く").click()
    page.get_by_role("link", name="投影画面を開く").wait_for()
    return settled(page)


def next_button(page: Page, says: str) -> None:
    """Wait for it, and until the page is whole: a key works once the button it presses is drawn."""
    page.get_by_role("button", name=f"次へ：{says}").wait_for()
    settled(page)


def test_the_wall_opens_with_the_key_that_no_address_and_no_server_sees(
    steering: Page, context: BrowserContext
) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    link = steering.get_by_role("link", name="投影画面を開く")
    key = (link.get_attribute("href") or "").partition("#")[2]
    assert len(key) > 20
    with context.expect_page() as opened:
        link.click()
    wall = opened.value
    wall.wait_for_url(re.compile(r"/wall/\w{6}\?lang=ja$"))
    assert wall.locator("#now").get_attribute("data-proof")
    assert [url for url in asked if key in urlsplit(url)._replace(fragment="").geturl()] == []
    wall.keyboard.press("Space")
    next_button(steering, "締め切る")  # the page follows the wall's keyboard
    steering.keyboard.press("Control+ArrowRight")
    next_button(steering, "公開する")
    steering.get_by_role("button", name="次へ：公開する").click()
    expect(wall.locator("body")).to_contain_text("43.8%")
    steering.reload()
    next_button(steering, "次の画面")  # a new session: the browser holds the key for the wall
    steering.locator("body").press("b")
    expect(wall.locator(".step.black")).to_be_attached()
    steering.get_by_role("button", name="合言葉を見る").click()
    expect(steering.get_by_text(key, exact=True)).to_be_visible()


def test_a_room_thrown_away_is_told_to_wall_and_phones(steering: Page, browser: Browser, own: str) -> None:
    link = steering.get_by_role("link", name="投影画面を開く")
    code = urlsplit(link.get_attribute("href") or "").path.split("/")[2]
    elsewhere = browser.new_context(base_url=own, locale="ja-JP")  # the 404 that follows is meant
    phone, wall = elsewhere.new_page(), elsewhere.new_page()
    phone.goto(f"/r/{code}")
    wall.goto(f"/wall/{code}")
    steering.get_by_text("公開した結果", exact=True).click()
    settled(steering)
    steering.get_by_role("button", name="保存せずに捨てる").click()
    steering.get_by_role("button", name="捨てることを確定する").click()
    for page in (phone, wall):
        expect(page.locator("body")).to_contain_text("この参加コードの会場はありません。")
    elsewhere.close()


def test_a_double_click_acts_once(steering: Page) -> None:
    steering.get_by_role("button", name="次へ：投票を開く").dblclick()
    next_button(steering, "締め切る")
    steering.wait_for_timeout(2500)
    next_button(steering, "締め切る")


def test_everything_is_in_sight_at_every_width(steering: Page) -> None:
    for fold in steering.locator('[data-testid="stExpander"] summary').all():
        fold.click()
    expect(steering.get_by_role("img", name="参加ページのQRコード")).to_be_visible()
    expect(steering.get_by_text("携帯電話からは開けません")).to_be_visible()
    steering.wait_for_timeout(500)
    assert overflow(steering) <= 0
    assert clipped_texts(steering) == []
    assert violations(steering) == []


def test_the_key_can_be_typed_on_another_device(steering: Page, browser: Browser, own: str) -> None:
    href = steering.get_by_role("link", name="投影画面を開く").get_attribute("href") or ""
    address, _, key = href.partition("#")
    other = browser.new_context(base_url=own, locale="ja-JP")
    page = other.new_page()
    page.goto(address)
    page.get_by_label("進行の合言葉").fill("x")
    page.get_by_role("button", name="投影画面を開く").click()
    expect(page.get_by_role("alert")).to_contain_text("この会場を進行する権限がありません。")
    page.goto(address)
    page.get_by_label("進行の合言葉").fill(key)
    page.get_by_role("button", name="投影画面を開く").click()
    page.wait_for_url(re.compile(r"/wall/\w{6}\?lang=ja$"))
    assert page.locator("#now").get_attribute("data-proof")
    other.close()
