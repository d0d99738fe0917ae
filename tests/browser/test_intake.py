"""A real upload in a real browser, from the file to the chart and back again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import settled, watched
from tests.browser.looking import CHART, clipped_texts, in_language, overflow, texts
from tests.browser.test_accessibility import violations
from tests.pages.bringing import ANSWERS_NAME, answers, monthly

UPLOADER = '[data-testid="stFileUploader"]'
ALERT = '[data-testid="stAlert"]'


@pytest.fixture(params=[1280])
def page(browser: Browser, own_server: tuple[str, Path], request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone or an office PC, watched."""
    with watched(browser, own_server[0], request.param) as page:
        yield page


def opened(page: Page, address: str) -> Page:
    page.goto(address, wait_until="domcontentloaded")
    return settled(page)


def left(page: Page, name: str, content: bytes) -> None:
    """Leave a file on the page and wait for what is found in it."""
    page.locator(f"{UPLOADER} input[type=file]").first.set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    page.locator(f"{ALERT}, .st-key-narabe-onward").first.wait_for()
    settled(page)


def held(store: Path) -> set[str]:
    """What lies in the folder of imports, drafts included."""
    return {path.name for path in (store / "imports").glob("*")}


def pressed(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    settled(page)


def signed(page: Page) -> None:
    page.get_by_label("担当課", exact=True).fill("デジタル戦略課")
    page.get_by_label("記入者", exact=True).fill("佐藤")
    page.keyboard.press("Tab")
    settled(page)


def sound(page: Page) -> None:
    """Nothing overflows, is cut off, or keeps anybody out."""
    assert overflow(page) <= 0
    assert clipped_texts(page) == []
    assert violations(page) == []


def drawn(page: Page) -> str:
    return " ".join(text.text_content() or "" for text in page.locator(f"{CHART} text").all())


def taken(page: Page, button: str) -> tuple[str, bytes]:
    """A file that a button gives."""
    with page.expect_download(timeout=60_000) as coming:
        page.get_by_role("button", name=button, exact=True).last.click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


@pytest.mark.parametrize("page", [390, 1280], indirect=True)
def test_answers_are_uploaded_mapped_and_compared(page: Page) -> None:
    assert page.viewport_size is not None
    people = 40 if page.viewport_size["width"] == 390 else 80  # the very same file again would be asked about
    opened(page, "/intake")
    sound(page)
    left(page, ANSWERS_NAME, answers(known=people * 45 // 100, people=people))
    assert any("Shift_JIS" in line for line in texts(page))
    sound(page)
    pressed(page, "対応づけへ")
    sound(page)
    signed(page)
    pressed(page, "内容を確かめる")
    sound(page)
    name, repaired = taken(page, "Excel")
    assert name == "narabe_repaired.xlsx"
    assert load_workbook(io.BytesIO(repaired)).worksheets[0].max_row == people + 1
    pressed(page, "この内容で登録する")
    sound(page)
    page.get_by_role("link", name="「DX」という言葉を知っていますか").click()
    settled(page)
    assert urlsplit(page.url).path == "/compare"
    assert "45.0%" in drawn(page) and "55.0%" in drawn(page)
    assert "23.0%" in drawn(page), "what is printed of 2021 stands beside it"


def test_a_question_is_left_out_in_the_table(page: Page) -> None:
    opened(page, "/intake")
    left(page, "別の回答.csv", answers(known=10))
    pressed(page, "対応づけへ")
    table = page.locator('[data-testid="stDataFrame"]').first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 35, box["y"] + 35 * 3 + 17)  # the box of the third question
    page.keyboard.press("Space")
    settled(page)
    signed(page)
    pressed(page, "内容を確かめる")
    pressed(page, "この内容で登録する")
    linked = page.locator('[data-testid="stPageLink"]').all_inner_texts()
    assert any("使ったことのあるサービス" in link for link in linked)
    assert not any("「DX」" in link for link in linked)


def test_monthly_figures_show_and_are_undone(page: Page) -> None:
    opened(page, "/intake")
    left(page, "月次.xlsx", monthly())
    pressed(page, "対応づけへ")
    sound(page)
    signed(page)
    pressed(page, "内容を確かめる")
    while not page.get_by_text("登録しました。").count():
        page.locator(".st-key-narabe-onward button").last.click()
        settled(page)
    page.get_by_role("link", name="ウェブ会議の開催数").click()
    settled(page)
    assert urlsplit(page.url).path == "/operations"
    assert "12" in drawn(page).split() or "12回" in drawn(page)
    opened(page, "/intake?view=history")
    field = page.locator(".st-key-import input")
    field.click()
    page.get_by_role("option").nth(1).click()
    settled(page)
    sound(page)
    name, original = taken(page, "元のファイルを受け取る")
    assert (name, original[:2]) == ("月次.xlsx", b"PK")
    page.get_by_label("取り消す人・戻す人").fill("鈴木")
    pressed(page, "取り消す")
    expect(page.get_by_text("取り消しました。数値から外れています。")).to_be_visible()
    opened(page, "/operations?strip=moveless")
    assert "未収録" in drawn(page)


def test_a_refused_file_says_why_and_lists_its_problems(page: Page, own_server: tuple[str, Path]) -> None:
    before = held(own_server[1])
    opened(page, "/intake")
    left(page, "壊れた.xlsx", monthly()[:2000])
    expect(page.locator(ALERT).first).to_contain_text("何も変わっていません")
    sound(page)
    name, listed = taken(page, "CSV")
    assert name == "narabe_import_problems_ja.csv"
    assert listed.startswith(b"\xef\xbb\xbf") and "要修正" in listed.decode("utf-8-sig")
    assert held(own_server[1]) == before


def test_giving_up_leaves_nothing(page: Page, own_server: tuple[str, Path]) -> None:
    before = held(own_server[1])
    opened(page, "/intake")
    left(page, ANSWERS_NAME, answers())
    assert len(held(own_server[1]) - before) == 1
    pressed(page, "やめる")
    expect(page.get_by_text("やめました。何も残っていません。")).to_be_visible()
    assert held(own_server[1]) == before


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_uploader_speaks_the_language_and_says_what_is_too_large(
    page: Page, lang: str, tmp_path: Path
) -> None:
    large = tmp_path / "大きい.csv"
    large.write_bytes(b"a" * 52_428_801)
    opened(page, in_language("/intake", lang))
    button, most, too_large = {
        "ja": ("ファイルを選ぶ", "1つ50MBまで", "ファイルは50.0MBまでです"),
        "en": ("Upload", "50MB per file", "File must be 50.0MB or smaller"),
    }[lang]
    uploader = page.locator(UPLOADER).first
    expect(uploader.locator("button").first).to_contain_text(button)
    assert most in uploader.inner_text()
    uploader.locator("input[type=file]").set_input_files(large)
    expect(uploader.get_by_role("alert")).to_contain_text(too_large)
    expect(uploader.get_by_role("alert")).to_be_visible()
    sound(page)


def test_a_months_figures_are_typed_and_a_form_is_given(page: Page) -> None:
    opened(page, "/intake?view=entry&form=gores_monthly&month=2026-04")
    sound(page)
    page.get_by_label("オンライン申請件数（件）").fill("１，２３４")
    signed(page)
    pressed(page, "登録する")
    expect(page.get_by_text("登録しました。")).to_be_visible()
    opened(page, "/intake?view=forms&form=gores_monthly&month=2026-05")
    name, form = taken(page, "2026年5月の様式（Excel）を受け取る")
    assert name == "gores_monthly_2026-05.xlsx"
    cells = [cell for row in load_workbook(io.BytesIO(form)).worksheets[0].values for cell in row]
    assert 1234 in cells, "the month before stands in the form"
