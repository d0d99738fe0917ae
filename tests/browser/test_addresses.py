"""A link opens the view that clicking makes, and clicking writes the link."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import LANGUAGE_SWITCH, PAGES, alts, navigate, parameters, path, texts

LINK = "/compare?q=service_use&c=net2021&c=net2025&base=318&lang=en"
Opened = Callable[..., Page]
Settled = Callable[[Page], Page]


def base_slider(page: Page) -> int:
    return int(page.locator(".st-key-base input[type=range]").input_value())


def move_base(page: Page, to: int, settled: Settled) -> None:
    """With the arrow keys, as anyone can."""
    slider = page.locator(".st-key-base input[type=range]")
    slider.focus()
    here = base_slider(page)
    for _ in range(abs(to - here)):
        page.keyboard.press("ArrowRight" if to > here else "ArrowLeft")
    expect(slider).to_have_value(str(to))
    settled(page)


def ask(page: Page, concept_label: str, settled: Settled) -> None:
    """Choose a question in the list by its name."""
    field = page.locator(".st-key-q input")
    field.click()
    field.fill(concept_label)
    page.get_by_role("option", name=concept_label).first.click()
    settled(page)


def choose_language(page: Page, name: str, settled: Settled) -> None:
    page.locator(LANGUAGE_SWITCH).get_by_role("radio", name=name).click()
    settled(page)


def test_a_cold_deep_link_shows_what_clicking_shows(opened: Opened, settled: Settled) -> None:
    linked = opened(LINK)
    clicked = opened("/compare")
    choose_language(clicked, "English", settled)
    ask(clicked, "Use of digital services", settled)
    for pill in clicked.locator(".st-key-c button").all():
        wanted = pill.inner_text().strip() in {"Monitors 2021", "Monitors 2025"}
        if (pill.get_attribute("aria-pressed") == "true") != wanted:
            pill.click()
            settled(clicked)
    move_base(clicked, 318, settled)

    assert clicked.title() == linked.title()
    assert texts(clicked) == texts(linked)
    assert alts(clicked) == alts(linked)
    assert base_slider(clicked) == base_slider(linked) == 318
    assert path(clicked) == path(linked) == "/compare"
    assert parameters(clicked) == parameters(linked)
    assert parameters(linked) == {
        "q": ["service_use"],
        "c": ["net2021", "net2025"],
        "base": ["318"],
        "lang": ["en"],
    }


def test_a_deep_link_survives_a_reload(opened: Opened, settled: Settled) -> None:
    page = opened(LINK)
    before = (texts(page), alts(page), parameters(page))
    page.reload(wait_until="domcontentloaded")
    settled(page)
    assert (texts(page), alts(page), parameters(page)) == before


def test_the_base_moves_what_remains(opened: Opened, settled: Settled) -> None:
    """Website 83.9 → 77.6: on all 326 asked −2.2 points remain, on the 310 who answered all −6.3."""
    page = opened("/compare?q=service_use&c=net2021&c=net2025")
    assert base_slider(page) == 326
    assert "−2.2" in said_of_base(page)
    move_base(page, 310, settled)
    after = said_of_base(page)
    assert "−2.2" not in after
    assert "−6.3" in after
    assert parameters(page)["base"] == ["310"]
    move_base(page, 326, settled)
    assert "−2.2" in said_of_base(page)
    assert "base" not in parameters(page), "the usual base is left out of the address"


def said_of_base(page: Page) -> str:
    """The website's remaining change, printed in the chart that follows the slider: the last part of its label."""
    chart = page.locator('.st-key-base ~ * [data-testid="stVegaLiteChart"]').first
    labels = [text.text_content() or "" for text in chart.locator("text").all()]
    return next(label for label in labels if label.count("−") + label.count("+") >= 3)


def test_the_language_stays_through_navigation(opened: Opened, settled: Settled) -> None:
    page = opened("/")
    assert page.locator("html").get_attribute("lang") == "ja"
    choose_language(page, "English", settled)
    assert parameters(page) == {"lang": ["en"]}
    titles = set()
    for address in (*PAGES[1:], "/"):
        navigate(page, address)
        settled(page)
        assert path(page) == address
        assert parameters(page)["lang"] == ["en"]
        assert page.locator("html").get_attribute("lang") == "en"
        titles.add(page.get_by_role("heading", level=1).inner_text())
    assert len(titles) == len(PAGES)
    choose_language(page, "日本語", settled)
    assert "lang" not in parameters(page)
    assert page.locator("html").get_attribute("lang") == "ja"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_links_inside_pages_keep_the_language(opened: Opened, settled: Settled, lang: str) -> None:
    page = opened("/" if lang == "ja" else "/?lang=en")
    links = page.locator('[data-testid="stMain"] [data-testid="stPageLink-NavLink"]')
    hrefs = [link.get_attribute("href") or "" for link in links.all()]
    assert len(hrefs) >= 4, "the four doors"
    assert [href for href in hrefs if ("lang=en" in href) != (lang == "en")] == []
    links.first.click()
    settled(page)
    assert path(page) != "/"
    assert page.locator("html").get_attribute("lang") == lang


def test_back_returns_to_the_page_before(opened: Opened, settled: Settled) -> None:
    page = opened("/kpi?area=efficiency")
    before = texts(page)
    navigate(page, "/sources")
    settled(page)
    assert path(page) == "/sources"
    page.go_back()
    settled(page)
    assert path(page) == "/kpi"
    assert parameters(page) == {"area": ["efficiency"]}
    assert texts(page) == before


def test_two_sessions_see_their_own_choices(opened: Opened, settled: Settled) -> None:
    first, second = opened("/compare?q=service_use"), opened("/compare?q=fears&lang=en")
    headings = [page.get_by_role("heading", level=1) for page in (first, second)]
    before = [heading.inner_text() for heading in headings]
    assert before[0] != before[1]
    ask(second, "Awareness of DX", settled)
    move_base(first, 318, settled)
    assert headings[0].inner_text() == before[0]
    assert headings[1].inner_text() not in before
    assert parameters(second) == {"q": ["dx_awareness"], "lang": ["en"]}
    assert parameters(first) == {"q": ["service_use"], "base": ["318"]}


def test_a_choice_outlives_every_change_of_language(opened: Opened, settled: Settled) -> None:
    page = opened("/compare?q=fears&c=net2021")
    for name, shown in (("English", "Worries about going digital"), ("日本語", "デジタル化への不安")) * 2:
        choose_language(page, name, settled)
        assert parameters(page)["q"] == ["fears"]
        assert parameters(page)["c"] == ["net2021"]
        expect(page.locator(".st-key-q input")).to_have_value(shown)


def test_forward_shows_what_back_left(opened: Opened, settled: Settled) -> None:
    page = opened("/compare")
    ask(page, "デジタルサービスの利用経験", settled)
    before = (texts(page), parameters(page))
    page.go_back()
    settled(page)
    assert "q" not in parameters(page)
    page.go_forward()
    settled(page)
    assert (texts(page), parameters(page)) == before
