"""The cross-tabulation page in a browser: a copied address opens the same view, a cell is clicked, a file opens."""

from __future__ import annotations

import io
from collections.abc import Callable

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.looking import alts, parameters, texts

Opened = Callable[..., Page]
Settled = Callable[[Page], Page]
PRACTICE = "/crosstab?d=practice_2021"
CELL = ".st-key-narabe-cell"


def said(page: Page) -> list[str]:
    """The words of a page without the names of icons, which differ under the mouse."""
    return [line for line in texts(page) if not line.isascii() or " " in line]


def test_the_address_copied_after_clicking_opens_the_same_view(opened: Opened, settled: Settled) -> None:
    clicked = opened("/crosstab")
    clicked.locator(".st-key-d input").click()
    clicked.get_by_role("option", name="ネットモニター2021年").click()
    settled(clicked)
    clicked.locator(".st-key-rows input").click()
    clicked.get_by_role("option", name="使ったことのある市のデジタルサービス").click()
    settled(clicked)
    clicked.get_by_text("集計の設定", exact=True).click()
    clicked.get_by_text("選択肢を縦に並べる").click()
    settled(clicked)
    clicked.locator(".st-key-base input").click()
    clicked.get_by_role("option", name="回答者全員").click()
    settled(clicked)
    assert parameters(clicked) == {
        "d": ["practice_2021"], "rows": ["net2021_q4"], "turn": ["true"], "base": ["everybody"],
    }  # fmt: skip
    clicked.get_by_text("集計の設定", exact=True).click()
    settled(clicked)
    linked = opened(clicked.url)
    assert said(linked) == said(clicked)
    assert alts(linked) == alts(clicked)
    assert parameters(linked) == parameters(clicked)


def test_a_click_on_a_cell_says_what_it_means(opened: Opened, settled: Settled) -> None:
    """Men who know: line 2, column 4 of the table; 59 of 151."""
    page = opened(PRACTICE, height=1600)
    grid = page.locator('[data-testid="stDataFrame"] canvas').first
    grid.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    box = grid.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.45, box["y"] + 35 * 2.5)
    expect(page.locator(CELL)).to_be_visible()
    settled(page)
    assert parameters(page)["cell"] == ["sex.male.know"]
    assert "59人 ÷ 151人 ＝ 39.1%" in page.locator(CELL).inner_text()
    assert "count(*)" in page.locator(CELL).inner_text()
    linked = opened(page.url)
    assert "59人 ÷ 151人 ＝ 39.1%" in linked.locator(CELL).inner_text()
    linked.get_by_role("button", name="閉じる").click()
    settled(linked)
    assert "cell" not in parameters(linked)


def test_the_download_opens(opened: Opened) -> None:
    """One question, then every question as one workbook, marked as fictional; men who know are 59."""
    page = opened(PRACTICE)
    for name, sheets in (("N・%表（Excel）", 1), ("全設問 × 選んだ集計軸を1冊にする", 11)):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=name).click()
        book = load_workbook(io.BytesIO(waiting.value.path().read_bytes()))
        assert len(book.sheetnames) == 2 + sheets
    sheet = book[book.sheetnames[4]]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert "架空データ（操作練習用）" in str(cells[0][0])
    assert next(row for row in cells if row[1] == "男性")[3:5] == [151, 59]


def test_back_undoes_a_choice(opened: Opened, settled: Settled) -> None:
    page = opened(PRACTICE)
    before = texts(page)
    page.get_by_role("radio", name="単純集計（GT）").click()
    settled(page)
    assert parameters(page)["view"] == ["gt"]
    page.go_back()
    settled(page)
    assert "view" not in parameters(page)
    assert texts(page) == before
