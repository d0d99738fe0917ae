"""From a board to what lies behind it, and back: by clicking, with every step in the address."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import CHART, MAIN, parameters, path, texts

Opened = Callable[..., Page]
Settled = Callable[[Page], Page]


def choose(page: Page, key: str, label: str, settled: Settled) -> None:
    """Pick one entry of a list by what it says."""
    field = page.locator(f".st-key-{key} input")
    field.click()
    field.fill(label)
    page.get_by_role("option", name=label, exact=True).click()
    settled(page)


def drawn(page: Page, chart: int) -> str:
    """Every text of one chart."""
    return " ".join(
        text.text_content() or "" for text in page.locator(CHART).nth(chart).locator("text").all()
    )


def test_a_strip_opens_down_to_its_taxes(opened: Opened, settled: Settled) -> None:
    page = opened("/operations")
    assert page.locator(CHART).count() == 6  # five strips and one breakdown
    page.locator(".st-key-strip button", has_text="キャッシュレス").click()
    settled(page)
    assert parameters(page) == {"strip": ["cashless"]}
    assert page.locator(CHART).count() == 2
    choose(page, "detail", "税・水道料金のスマートフォン決済比率（件数）", settled)
    assert parameters(page) == {"strip": ["cashless"]} or parameters(page)["detail"] == [
        "bill_payments_phone_ratio"
    ]
    said = drawn(page, 1)
    # 8,185 of 408,194 by hand; 2.1 % as printed
    assert "計算 2.01%（8,185 / 408,194）" in said and "記載 2.1%" in said
    assert "計算 2.00%（15,867 / 792,690）" in said


def test_the_fees_of_the_counter(opened: Opened, settled: Settled) -> None:
    page = opened("/operations?strip=cashless")
    choose(page, "detail", "窓口のキャッシュレス比率（件数）", settled)
    assert parameters(page)["detail"] == ["counter_payments_cashless_ratio"]
    assert "計算 6.89%（6,614 / 96,022）" in drawn(page, 1)
    page.locator(".st-key-strip button", has_text="ペーパーレス").click()
    settled(page)
    assert parameters(page) == {"strip": ["paperless"]}, "another strip forgets the metric looked into"


def test_departments_from_a_link(opened: Opened) -> None:
    page = opened("/operations?strip=paperless&detail=print_pages_change_ratio&lang=en")
    said = drawn(page, 1)
    assert "computed −41.67% (−506,606 / 1,215,736)" in said and "printed −41.6%" in said


def test_an_empty_strip_says_so(opened: Opened) -> None:
    page = opened("/operations?strip=moveless")
    assert any("未収録" in line for line in texts(page))
    assert "未収録" in drawn(page, 0)


def test_an_indicator_opens_from_its_card_and_leads_on(opened: Opened, settled: Settled) -> None:
    page = opened("/kpi")
    page.locator('[class*="st-key-leading-indicator-cashless_payments"] button').click()
    settled(page)
    assert page.locator(MAIN).evaluate("main => main.scrollTop") == 0
    assert (path(page), parameters(page)) == ("/kpi", {"indicator": ["cashless_payments"]})
    expect(page.get_by_role("heading", level=1)).to_have_text("キャッシュレス決済の利用件数")
    said = " ".join(texts(page))
    assert "2029年度" in said and "予測ではありません" in said
    assert "46,906件 → 年換算 70,359件" in drawn(page, 0)
    page.locator(f'{MAIN} a[href*="/projects?p="], {MAIN} a[href*="projects?p="]').first.click()
    settled(page)
    assert path(page) == "/projects"
    page.go_back()
    settled(page)
    assert parameters(page) == {"indicator": ["cashless_payments"]}


def test_back_to_all_indicators(opened: Opened, settled: Settled) -> None:
    page = opened("/kpi?indicator=ai_users&lang=en")
    page.get_by_role("button", name="All indicators").click()
    settled(page)
    assert parameters(page) == {"lang": ["en"]}
    assert page.locator('[data-testid="stMetric"]').count() == 6


def test_a_finding_leads_to_its_chart(opened: Opened, settled: Settled) -> None:
    page = opened("/")
    page.locator(f'{MAIN} a[href*="detail=bill_payments_phone_ratio"]').click()
    settled(page)
    assert path(page) == "/operations"
    assert parameters(page)["detail"] == ["bill_payments_phone_ratio"]
