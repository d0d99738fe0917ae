"""The files a page hands out arrive whole and hold the numbers on screen."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import settled

LANGUAGE_COLUMNS = {"ja": ("選択肢", "割合（%）"), "en": ("Option", "Share (%)")}
XLSX_HEADER_ROW = 3


def downloaded(page: Page, key_end: str) -> tuple[str, bytes]:
    """Name and bytes of the first file offered on screen whose button key ends so."""
    button = page.locator(f'[class*="{key_end}"] button').first
    with page.expect_download() as coming:
        button.click()
    file = coming.value
    return file.suggested_filename, Path(file.path()).read_bytes()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_csv_and_xlsx_hold_the_numbers_on_screen(opened: Callable[..., Page], lang: str) -> None:
    page = opened(f"/compare?q=digital_progress&lang={lang}")
    page.locator(
        '[data-testid="stExpander"] summary',
        has=page.get_by_text("ダウンロード" if lang == "ja" else "downloads"),
    ).first.click()
    settled(page)

    name, content = downloaded(page, "digital_progress-csv")
    assert name == f"narabe_compare_digital_progress_{lang}.csv"
    assert content.startswith(b"\xef\xbb\xbf"), "UTF-8 with BOM: Excel opens it by double click"
    records = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))

    name, content = downloaded(page, "digital_progress-xlsx")
    assert name == f"narabe_compare_digital_progress_{lang}.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    header = [str(name) for name in rows[XLSX_HEADER_ROW - 1] if name is not None]
    assert header == list(records[0])

    _option, share = LANGUAGE_COLUMNS[lang]
    place = header.index(share)
    from_csv = [float(record[share]) if record[share] else None for record in records]
    from_xlsx = [row[place] for row in rows[XLSX_HEADER_ROW : XLSX_HEADER_ROW + len(records)]]
    assert from_csv == from_xlsx
    assert {27.9, 43.8} <= set(from_csv)
    alt = page.locator('[data-testid="stVegaLiteChart"]').first.get_attribute("aria-label") or ""
    assert [value for value in from_csv if value is not None and f"{value:.1f}%" not in alt] == []


def test_the_big_table_arrives_whole(opened: Callable[..., Page]) -> None:
    page = opened("/sources?view=figures")
    _name, content = downloaded(page, "narabe_figures-csv")
    records = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(records) > 100
    ids = [record["数値の番号"] for record in records]
    assert len(set(ids)) == len(ids)
    assert all(record["文書"] and record["節"] for record in records)


def test_other_forms_are_a_dialog_away_by_keyboard(opened: Callable[..., Page]) -> None:
    page = opened("/compare?q=digital_progress")
    page.locator('[data-testid="stExpander"] summary', has=page.get_by_text("ダウンロード")).first.click()
    settled(page)
    page.get_by_role("button", name="ほかの形式").first.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("radiogroup", name="形式").wait_for()

    def taken() -> tuple[str, bytes]:
        with page.expect_download() as coming:
            dialog.get_by_role("button", name="ダウンロード").click()
        return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()

    dialog.get_by_text("機械可読", exact=True).click()
    dialog.get_by_text("Parquet", exact=True).click()
    dialog.get_by_text("narabe_compare_digital_progress_machine.parquet").wait_for()
    name, content = taken()
    assert name.endswith("_machine.parquet") and content.startswith(b"PAR1")

    dialog.get_by_text("図", exact=True).click()
    dialog.get_by_text("SVG", exact=True).click()
    dialog.get_by_text("narabe_compare_digital_progress_ja.svg").wait_for()
    _name, content = taken()
    assert b"</svg>" in content and "市のデジタル化は進んでいると感じますか".encode() in content

    dialog.get_by_text("コピー", exact=True).click()
    copied = dialog.locator("code")
    copied.wait_for()
    assert copied.inner_text().startswith("選択肢\t調査・グループ\t割合（%）")

    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
